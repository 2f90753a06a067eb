/** Which users the list shows, as it stands in the address. */

export type UserState = 'ACTIVE' | 'DEACTIVATED';

/** Undefined for any, and for what is no state. */
export function readUserState(text: unknown): UserState | undefined {
  return text === 'ACTIVE' || text === 'DEACTIVATED' ? text : undefined;
}
