/**
 * Settings as they are typed: `key=value`, and of lists `key+=value` and `key-=value`. What a key means is in
 * index-settings.ts; whether a value is right is the server's to decide, as far as it can be sent at all.
 */
import { UsageError } from './exit-codes.ts';

/** What is said of one list: all of it, or what is to come and to go. */
export interface ListEdit {
  whole: string[] | undefined;
  add: string[];
  remove: string[];
}

/** What is typed for a key: null takes the value away. */
export type Scalar = string | number | boolean | null;
export type ValueKind = 'text' | 'switch' | 'number' | 'bytes' | 'names' | 'rules' | readonly string[];

export interface Assignments<Key extends string> {
  scalars: Partial<Record<Key, Scalar>>;
  lists: Partial<Record<Key, ListEdit>>;
}

/** @throws UsageError for what is no assignment, no key, or no value of its kind */
export function parseAssignments<Key extends string>(
  texts: readonly string[],
  kinds: Readonly<Record<Key, ValueKind>>,
): Assignments<Key> {
  const parsed: Assignments<Key> = { scalars: {}, lists: {} };
  for (const text of texts) {
    const [, given = '', operator = '', value = ''] = /^\s*(\w+)\s*(\+=|-=|=)(.*)$/s.exec(text) ?? [];
    if (operator === '') {
      throw new UsageError(
        `"${text}" is no setting: write key=value, and of a list also key+=value or key-=value.`,
      );
    }
    const key = keyIn(given, kinds);
    const kind = kinds[key];
    if (kind === 'names' || kind === 'rules') {
      editList((parsed.lists[key] ??= { whole: undefined, add: [], remove: [] }), key, operator, value, kind);
      continue;
    }
    if (operator !== '=') throw new UsageError(`${key} is no list: write ${key}=value.`);
    if (key in parsed.scalars) throw new UsageError(`${key} is given twice.`);
    parsed.scalars[key] = scalarIn(key, value.trim(), kind);
  }
  return parsed;
}

/** @throws UsageError when one entry is to come and to go. */
export function refuseContradiction({ add, remove }: ListEdit, list: string): void {
  const both = add.find((each) => remove.includes(each));
  if (both !== undefined)
    throw new UsageError(`${both} cannot be added to the ${list} and removed from them.`);
}

/** The list as it shall be; undefined when nothing was said of it. */
export function editedList(edit: ListEdit | undefined, present: readonly string[]): string[] | undefined {
  if (edit === undefined) return undefined;
  const gone = new Set(edit.remove.map(folded));
  const kept = (edit.whole ?? present).filter((each) => !gone.has(folded(each)));
  const had = new Set(kept.map(folded));
  return [...kept, ...edit.add.filter((each) => !had.has(folded(each)))];
}

/** Whether the list of today has to be known. */
export function needsPresent(edit: ListEdit | undefined): boolean {
  return edit !== undefined && edit.whole === undefined;
}

/** What was asked for and is so already, a sentence each: behind a removal it may be a typing error. */
export function idleEdits(list: string, edit: ListEdit | undefined, present: readonly string[]): string[] {
  if (edit === undefined || edit.whole !== undefined) return [];
  const there = new Set(present.map(folded));
  return [
    ...edit.add
      .filter((each) => there.has(folded(each)))
      .map((each) => `${each} is among the ${list} already.`),
    ...edit.remove
      .filter((each) => !there.has(folded(each)))
      .map((each) => `${each} was not among the ${list}.`),
  ];
}

/** As the server keeps rules and names: spelled in one way. */
function folded(text: string): string {
  return text.replace(/\s/g, '').toLowerCase();
}

function keyIn<Key extends string>(given: string, kinds: Readonly<Record<Key, ValueKind>>): Key {
  const keys = Object.keys(kinds) as Key[];
  const key = keys.find((each) => each.toLowerCase() === given.toLowerCase());
  if (key !== undefined) return key;
  throw new UsageError(`"${given}" is no setting; there are ${keys.join(', ')}.`);
}

function editList(
  edit: ListEdit,
  key: string,
  operator: string,
  value: string,
  kind: 'names' | 'rules',
): void {
  const items = itemsIn(value, kind);
  if (operator === '+=') edit.add.push(...items);
  else if (operator === '-=') edit.remove.push(...items);
  else if (edit.whole === undefined) edit.whole = items;
  else throw new UsageError(`${key} is given twice: write all of it behind one "=", with commas.`);
}

/** A comma inside a requirement, as in `flask>=2,<3`, is followed by the next comparison. */
function itemsIn(value: string, kind: 'names' | 'rules'): string[] {
  const parts = value.split(kind === 'rules' ? /,(?!\s*[<>=!~])/ : /[,\s]/);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function scalarIn(key: string, value: string, kind: ValueKind): Scalar {
  if (value === '') return null;
  if (kind === 'text') return value;
  if (kind === 'switch') {
    if (/^(true|yes|on|1)$/i.test(value)) return true;
    if (/^(false|no|off|0)$/i.test(value)) return false;
    throw new UsageError(`${key}: "${value}" is neither true nor false.`);
  }
  if (kind === 'number') {
    if (/^\d{1,10}$/.test(value)) return Number(value);
    throw new UsageError(`${key}: "${value}" is no whole number.`);
  }
  if (kind === 'bytes') return bytesIn(key, value);
  const choice = (kind as readonly string[]).find((each) => each === value.toUpperCase());
  if (choice !== undefined) return choice;
  throw new UsageError(`${key}: "${value}" is none; use one of ${listed(kind as readonly string[])}.`);
}

const UNITS: Record<string, number> = {
  '': 1, b: 1, kb: 1e3, mb: 1e6, gb: 1e9, tb: 1e12, kib: 2 ** 10, mib: 2 ** 20, gib: 2 ** 30, tib: 2 ** 40,
}; // prettier-ignore

function bytesIn(key: string, text: string): number {
  const [, amount = '', unit = ''] = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/i.exec(text) ?? [];
  const bytes = Math.round(Number(amount) * (UNITS[unit.toLowerCase()] ?? NaN));
  if (amount !== '' && Number.isSafeInteger(bytes)) return bytes;
  throw new UsageError(`${key}: "${text}" is no size; write 500MB, 2GiB or a number of bytes.`);
}

function listed(choices: readonly string[]): string {
  return choices.map((choice) => choice.toLowerCase()).join(', ');
}
