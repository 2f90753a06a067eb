/**
 * The reader and uploader lists of an index, as flags say them and as they are shown. Who may be on a list is the
 * server's to decide.
 */
import type { PackageIndexFieldsFragment } from '../_generated/graphql.ts';

export const PRINCIPALS = 'a user name, a group as :name, :authenticated: or :anonymous:; repeatable';

export type Principals = PackageIndexFieldsFragment['readers'];

/** Brackets, because a user may be called nobody. */
export function shownList(list: Principals): string {
  return list.map(({ name }) => name).join(', ') || '(nobody)';
}

/** For a flag that may be repeated. */
export function collect(value: string, earlier: string[] = []): string[] {
  return [...earlier, value];
}
