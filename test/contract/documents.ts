// README.md and the pages below docs/, as tests ask for them: headings, tables, code blocks, links. As much of Markdown
// as these pages use.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Section {
  readonly title: string;
  /** 1 for the title of the page. */
  readonly level: number;
  /** Down to the next heading, of whatever level. */
  readonly text: string;
}

export interface CodeBlock {
  readonly language: string;
  readonly text: string;
}

/** The paths of all pages, from the root. */
export function pages(): string[] {
  const below = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' });
  return ['README.md', ...below.filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)].sort();
}

export function page(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

export function sections(text: string): Section[] {
  const found: { title: string; level: number; lines: string[] }[] = [];
  let isCode = false;
  for (const line of text.split('\n')) {
    const heading = isCode ? null : /^(#{1,6}) (.+)$/.exec(line);
    if (/^\s*```/.test(line)) isCode = !isCode;
    if (heading === null) found.at(-1)?.lines.push(line);
    else found.push({ title: heading[2]!, level: heading[1]!.length, lines: [] });
  }
  return found.map(({ lines, ...section }) => ({ ...section, text: lines.join('\n').trim() }));
}

/** The section of this title; a page without it is a failure. */
export function sectionOf(path: string, title: string): Section {
  const found = sections(page(path)).find((section) => section.title === title);
  if (found === undefined) throw new Error(`${path} has no section "${title}".`);
  return found;
}

/** Every table of a text as rows of cells, the head of each left out. */
export function tables(text: string): string[][][] {
  const found: string[][][] = [];
  let isWithin = false;
  for (const line of text.split('\n')) {
    if (line.startsWith('|')) {
      if (!isWithin) found.push([]);
      const cells = line.split(/(?<!\\)\|/).slice(1, -1);
      found.at(-1)!.push(cells.map((cell) => cell.trim()));
    }
    isWithin = line.startsWith('|');
  }
  return found.map((rows) => rows.slice(2));
}

/** Indented ones too, without their indentation. */
export function codeBlocks(text: string): CodeBlock[] {
  const fences = text.matchAll(/^( *)```(\w*)\n([\s\S]*?)^\1```$/gm);
  return [...fences].map(([, indent = '', language = '', code = '']) => ({
    language,
    text: code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  }));
}

/** The lines of shell blocks, without comments. */
export function shellLines(text: string): string[] {
  return codeBlocks(text)
    .filter(({ language }) => language === 'sh')
    .flatMap((block) => block.text.split('\n'))
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter((line) => line !== '');
}

/** What the links of a page that stay in the repository lead to and miss, as sentences. */
export function brokenLinks(path: string): string[] {
  const prose = page(path).replaceAll(/```[\s\S]*?```/g, '');
  const targets = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  return targets
    .filter((target) => !/^[a-z]+:/.test(target))
    .filter((target) => !leadsSomewhere(path, target))
    .map((target) => `${path} links to ${target}, which is not there.`);
}

function leadsSomewhere(path: string, target: string): boolean {
  const [file = '', anchor] = target.split('#');
  const wanted = file === '' ? path : join(dirname(path), file);
  if (!existsSync(join(root, wanted))) return false;
  return anchor === undefined || sections(page(wanted)).some(({ title }) => anchorOf(title) === anchor);
}

/** As GitHub makes it out of a heading. */
function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');
}
