// The anchors of an HTML page, one by one while it arrives, with its base and its metas (PEP 503, HTML 4.2.3). What they
// mean is the caller's.

import { Parser } from 'htmlparser2';

import { UnreadableText } from './json-elements.ts';

export interface Anchor {
  /** Unescaped, by names in lower case. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly text: string;
}

const LONGEST_TEXT = 1000;
const MOST_METAS = 100;
/** The parser looks through all open elements at each end tag. */
const DEEPEST = 500;
/** Of one element; an anchor of an index has less than ten. */
const MOST_ATTRIBUTES = 100;
/** A name, a value or a comment is held until its end, and looked through then. */
const LONGEST_PIECE = 256 * 1024;

export class HtmlAnchors {
  /** What URLs are relative to: the first `<base>` counts, as in browsers. */
  base: URL;
  readonly metas = new Map<string, string>();
  readonly #parser: Parser;
  #hasBase = false;
  #open: ReadonlyMap<string, string> | null = null;
  #text = '';
  #written = 0;

  constructor(url: URL, onAnchor: (anchor: Anchor) => void) {
    this.base = url;
    let depth = 0;
    let attributeCount = 0;
    const close = () => {
      if (this.#open === null) return;
      const attributes = this.#open;
      this.#open = null;
      onAnchor({ attributes, text: this.#text.trim() });
    };
    this.#parser = new Parser(
      {
        onopentagname: () => (attributeCount = 0),
        onattribute: () => {
          attributeCount += 1;
          if (attributeCount > MOST_ATTRIBUTES) {
            throw new UnreadableText(`an element of it has more than ${MOST_ATTRIBUTES} attributes`);
          }
        },
        onopentag: (name, given) => {
          depth += 1;
          if (depth > DEEPEST) throw new UnreadableText(`it is nested deeper than ${DEEPEST} elements`);
          const attributes = new Map(Object.entries(given));
          if (name === 'a') {
            close();
            this.#open = attributes;
            this.#text = '';
          } else if (name === 'base') this.#setBase(attributes.get('href'));
          else if (name === 'meta') this.#addMeta(attributes);
        },
        ontext: (text) => {
          if (this.#open !== null && this.#text.length < LONGEST_TEXT) this.#text += text;
        },
        onclosetag: (name) => {
          depth -= 1;
          if (name === 'a') close();
        },
        onend: close,
      },
      { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
    );
  }

  /** @throws {UnreadableText} */
  write(text: string): void {
    this.#parser.write(text);
    this.#written += text.length;
    if (this.#written - this.#parser.endIndex > LONGEST_PIECE) {
      throw new UnreadableText(`a piece of it is longer than ${LONGEST_PIECE} characters`);
    }
  }

  end(): void {
    this.#parser.end();
  }

  #setBase(href: string | undefined): void {
    if (this.#hasBase || href === undefined || !URL.canParse(href, this.base)) return;
    this.#hasBase = true;
    this.base = new URL(href, this.base);
  }

  #addMeta(attributes: ReadonlyMap<string, string>): void {
    const name = attributes.get('name')?.toLowerCase();
    const content = attributes.get('content');
    if (name === undefined || content === undefined || this.metas.size >= MOST_METAS) return;
    if (!this.metas.has(name)) this.metas.set(name, content);
  }
}
