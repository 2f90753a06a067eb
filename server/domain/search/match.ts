// What a search compares: pure rules, the same for what is stored and for what is asked, so that both engines find the
// same in the same order. A project is found by its name (whole, its beginning, a part, a close spelling), else by words.
// A change here that alters what is stored needs another INDEXER_VERSION.

import { normalizeProjectName } from '../packages/filenames.ts';

/** The kinds of match, the best first; whatever matches in several ways is told once, as the best of them. */
export const MATCHES = ['EXACT', 'PREFIX', 'SUBSTRING', 'SPELLING', 'WORDS'] as const;
export type Match = (typeof MATCHES)[number];

/** Of what `gramsOf` makes: entries that another version made are made anew. */
export const INDEXER_VERSION = 1;

/** Far above what a summary and its keywords need; what is beyond is not found. */
const MOST_WORDS = 32;
const LONGEST_WORD = 30;

/** Shorter parts are in so many names that they tell nothing, and close spellings of short names are other names. */
const SHORTEST_PART = 3;
const SHORTEST_SPELLING = 4;
const LONGEST_SPELLING = 40;

const STOP_WORDS = new Set(
  'a an and are as at by for from in is it its of on or that the this to with your'.split(' '),
);

export interface SearchQuery {
  /** Normalised; null when what was asked cannot be part of a name. */
  readonly name: string | null;
  readonly words: readonly string[];
}

export function searchQuery(text: string): SearchQuery {
  const name = normalizeProjectName(text.trim().replace(/\s+/g, '-')).replace(/^-+|-+$/g, '');
  return { name: /^[a-z0-9-]+$/.test(name) ? name : null, words: wordsOf(text) };
}

/** How a name is found; null when it is not, by whatever words its project is found. */
export function matchOfName({ name: asked }: SearchQuery, name: string): Exclude<Match, 'WORDS'> | null {
  if (asked === null) return null;
  if (name === asked) return 'EXACT';
  if (name.startsWith(asked)) return 'PREFIX';
  if (asked.length >= SHORTEST_PART && name.includes(asked)) return 'SUBSTRING';
  return isCloseSpelling(asked, name) ? 'SPELLING' : null;
}

/** The texts that lead to a project. */
export function gramsOf(name: string, texts: readonly (string | null)[]): string[] {
  const words = wordsOf([name, ...texts].filter((text) => text !== null).join(' '));
  return [...new Set([...partsOf(name), ...spellingsOf(name), ...words.map(gramOfWord)])].sort();
}

export function gramOfWord(word: string): string {
  return `=${word}`;
}

/** Three letters each; every name that has the part has all of them. */
export function partsOf(name: string): string[] {
  const count = Math.max(0, name.length - SHORTEST_PART + 1);
  return [...new Set(Array.from({ length: count }, (_, at) => name.slice(at, at + SHORTEST_PART)))];
}

/** Two names that share one of these are close: a letter left out, put in, changed, or two in the wrong order. */
export function spellingsOf(name: string): string[] {
  if (name.length < SHORTEST_SPELLING || name.length > LONGEST_SPELLING) return [];
  const shortened = Array.from({ length: name.length }, (_, at) => name.slice(0, at) + name.slice(at + 1));
  return [...new Set([name, ...shortened])].map((spelling) => `~${spelling}`);
}

function isCloseSpelling(asked: string, name: string): boolean {
  if (Math.abs(asked.length - name.length) > 1) return false;
  const spellings = new Set(spellingsOf(asked));
  return spellingsOf(name).some((spelling) => spellings.has(spelling));
}

/** In the order of their first use, in lower case, each once; words that every text has are left out. */
function wordsOf(text: string): string[] {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => !STOP_WORDS.has(word)).map((word) => word.slice(0, LONGEST_WORD));
  return [...new Set(telling)].slice(0, MOST_WORDS);
}

/** How many letters differ, two in the wrong order counting once: orders close spellings, the closest first. */
export function spellingDistance(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const isSame = one[row - 1] === other[at - 1];
      const isSwapped = row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      next[at] = Math.min(
        last[at]! + 1,
        next[at - 1]! + 1,
        last[at - 1]! + (isSame ? 0 : 1),
        isSwapped ? before[at - 2]! + 1 : Infinity,
      );
    }
    [before, last] = [last, next];
  }
  return last[other.length]!;
}
