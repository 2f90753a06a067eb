/**
 * The reader and uploader lists of an index, as flags say them and as they are shown. Who may be on a list is the
 * server's to decide.
 */
import type { PackageIndexFieldsFragment } from '../_generated/graphql.ts';
import { UsageError } from './exit-codes.ts';

export const PRINCIPALS = 'a user name, a group as :name, :authenticated: or :anonymous:; repeatable';

export type Principals = PackageIndexFieldsFragment['readers'];

/** What the flags say of one list: all of it, or what is to come and to go. */
export interface ListFlags {
  whole: string[] | undefined;
  add: string[];
  remove: string[];
}

/** Whether the list of today has to be known. */
export function isEdit({ add, remove }: ListFlags): boolean {
  return add.length + remove.length > 0;
}

/** @throws UsageError when one name is to come and to go. */
export function refuseContradiction({ add, remove }: ListFlags, list: string): void {
  const both = add.find((name) => remove.includes(name));
  if (both !== undefined)
    throw new UsageError(`${both} cannot be added to the ${list} and removed from them.`);
}

/** The list as it shall be; undefined when it stays. */
export function changedList(flags: ListFlags, present: Principals): string[] | undefined {
  if (!isEdit(flags)) return flags.whole;
  const kept = present.map(({ name }) => name).filter((name) => !flags.remove.includes(name));
  return [...new Set([...kept, ...flags.add])];
}

/** What was asked for and is so already, a sentence each: behind a removal it may be a typing error. */
export function withoutEffect({ add, remove }: ListFlags, present: Principals, list: string): string[] {
  const isThere = (wanted: string) => present.some(({ name }) => name === wanted);
  return [
    ...add.filter(isThere).map((name) => `${name} is among the ${list} already.`),
    ...remove.filter((name) => !isThere(name)).map((name) => `${name} was not among the ${list}.`),
  ];
}

/** Brackets, because a user may be called nobody. */
export function shownList(list: Principals): string {
  return list.map(({ name }) => name).join(', ') || '(nobody)';
}

/** For a flag that may be repeated. */
export function collect(value: string, earlier: string[] = []): string[] {
  return [...earlier, value];
}
