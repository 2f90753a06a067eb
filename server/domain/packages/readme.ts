// A long description as HTML that may stand in a page of ours: Markdown is rendered, reStructuredText and plain texts are
// shown as they were written, with their links made to work. Nothing of a text runs, nothing leads anywhere but to http,
// https and mail, and nothing is loaded: an image is a link to it. Long descriptions are written by strangers.

import MarkdownIt from 'markdown-it';
import sanitizeHtml from 'sanitize-html';

/** Of everything below: what another version made is made anew. */
export const RENDERER_VERSION = 1;

/** What is longer is cut there; a description is read by people. */
export const MOST_CHARACTERS = 1024 * 1024;

/** A longer one is shown as it was written: a hostile one would keep the server busy for seconds. */
const MOST_MARKDOWN = 50_000;

/** So is one of more blocks: a table has a cell for each character, and more. */
const MOST_BLOCKS = 20_000;

/** Markdown's own structures; deeper ones are shown as plain text. */
const DEEPEST = 40;

/** Beyond this is a text that renders to many times its size, such as a table of nothing. */
const MOST_HTML = MOST_CHARACTERS;

/** As `Description-Content-Type` says: charset and variant change nothing. */
export function contentTypeOf(declared: string | null): string {
  return declared?.split(';')[0]!.trim().toLowerCase() || 'text/x-rst';
}

/** Sanitised HTML, without a document around it. `declared`: the Description-Content-Type; null for none. */
export function renderReadme(text: string, declared: string | null): string {
  const cut = text.slice(0, MOST_CHARACTERS);
  const isMarkdown = contentTypeOf(declared) === 'text/markdown' && cut.length <= MOST_MARKDOWN;
  return isMarkdown ? fromMarkdown(cut) : fromPlainText(cut);
}

const markdown = new MarkdownIt('default', { html: false, linkify: true, maxNesting: DEEPEST });
const IN_LINK = 'isInLink';
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });

const IS_TOO_MUCH = 'isTooMuch';
markdown.core.ruler.after('block', 'bounded', ({ tokens, env }) => {
  if (tokens.length <= MOST_BLOCKS) return;
  env[IS_TOO_MUCH] = true;
  tokens.length = 0;
});

// A badge is an image within a link, and no link can be within another.
markdown.renderer.rules['link_open'] = (tokens, at, options, env = {}, self) => {
  env[IN_LINK] = true;
  return self.renderToken(tokens, at, options);
};
markdown.renderer.rules['link_close'] = (tokens, at, options, env = {}, self) => {
  env[IN_LINK] = false;
  return self.renderToken(tokens, at, options);
};
markdown.renderer.rules['image'] = (tokens, at, _options, env = {}) => {
  const token = tokens[at]!;
  const text = markdown.utils.escapeHtml(token.content || 'image');
  const address = String(token.attrGet('src'));
  if (env[IN_LINK] === true || !leadsOutside(address)) return `<em>${text}</em>`;
  return `<a href="${markdown.utils.escapeHtml(address)}">${text}</a>`;
};

function fromMarkdown(text: string): string {
  const env: Record<string, unknown> = {};
  const html = markdown.render(text, env);
  return env[IS_TOO_MUCH] === true || html.length > MOST_HTML
    ? fromPlainText(text)
    : sanitizeHtml(html, ALLOWED);
}

/** An address ends before what closes the sentence or the markup around it. */
const ADDRESS = /https?:\/\/[^\s<>"'`\\]{1,2000}/g;

function fromPlainText(text: string): string {
  const pieces: string[] = [];
  let position = 0;
  for (const { 0: match, index } of text.matchAll(ADDRESS)) {
    const address = withoutClosing(match);
    if (!URL.canParse(address)) continue;
    pieces.push(escaped(text.slice(position, index)), linkTo(address));
    position = index + address.length;
  }
  return `<pre>${pieces.join('')}${escaped(text.slice(position))}</pre>`;
}

const CLOSING = new Set('.,;:!?)]}*_|>');

function withoutClosing(address: string): string {
  let end = address.length;
  while (CLOSING.has(address[end - 1]!)) end -= 1;
  return address.slice(0, end);
}

function linkTo(address: string): string {
  return `<a href="${escaped(address)}" rel="${REL}">${escaped(address)}</a>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const REL = 'nofollow noopener noreferrer';

/** Whatever is not in it is left out, with the text of it kept unless it is a script's or a style's. */
const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'br', 'hr', 'blockquote', 'pre', 'code', 'ul', 'ol', 'li'],
    ...['em', 'strong', 's', 'a', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  allowedAttributes: { a: ['href', 'title', 'rel'], ol: ['start'], th: ['align'], td: ['align'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  // A relative address would lead into this server.
  allowedSchemesAppliedToAttributes: ['href'],
  disallowedTagsMode: 'discard',
  nestingLimit: 2 * DEEPEST,
  transformTags: {
    a: (_tagName, { href, title }) => ({
      tagName: leadsOutside(href) ? 'a' : 'span',
      attribs: leadsOutside(href) ? { href, rel: REL, ...(title && { title }) } : {},
    }),
  },
};

function leadsOutside(address: string | undefined): address is string {
  return address !== undefined && /^(https?:\/\/|mailto:)/i.test(address) && URL.canParse(address);
}
