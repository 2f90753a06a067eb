/**
 * A reader or uploader list as people edit it: one choice of how wide it is, and the names of people. The API takes
 * one list of both, in which the two groups are words between colons.
 */

export type Audience = '' | ':authenticated:' | ':anonymous:';

/** From the narrowest to the widest. */
export const audiences = [
  { value: '', label: 'Only people named here' },
  { value: ':authenticated:', label: 'Everybody who signs in' },
  { value: ':anonymous:', label: 'Everybody, also without signing in' },
] as const satisfies { value: Audience; label: string }[];

/** What an audience means beyond its label, with the word that the API and the command line know it by. */
export const audienceHints: Record<Audience, string> = {
  '': 'Owner and administrators too have to be named.',
  ':authenticated:':
    'Every user of this server, now and later. The API and the command line call them :authenticated:.',
  ':anonymous:':
    'Whoever reaches this server, without a credential. The API and the command line call them :anonymous:.',
};

export interface AccessDraft {
  audience: Audience;
  /** Names as typed. */
  people: string;
}

export function draftOf(names: readonly string[]): AccessDraft {
  const people = names.filter((name) => !isGroup(name));
  return { audience: widestOf(names), people: people.join('\n') };
}

/** The list to send, each name once. */
export function namesOf({ audience, people }: AccessDraft): string[] {
  const typed = people.split(/[\s,;]+/).filter((name) => name !== '');
  return [...new Set([...(audience === '' ? [] : [audience]), ...typed])];
}

export function isSameList(before: readonly string[], after: readonly string[]): boolean {
  return before.length === after.length && before.every((name) => after.includes(name));
}

/** The group that a list is opened to; empty when it gets no wider than it was. */
export function openedTo(before: readonly string[], after: readonly string[]): Audience {
  const [was, is] = [widestOf(before), widestOf(after)];
  const places = audiences.map(({ value }) => value);
  return places.indexOf(is) > places.indexOf(was) ? is : '';
}

function widestOf(names: readonly string[]): Audience {
  return audiences.findLast(({ value }) => names.includes(value))?.value ?? '';
}

function isGroup(name: string): boolean {
  return name !== '' && audiences.some(({ value }) => value === name);
}
