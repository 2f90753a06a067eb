// Refused uses of credentials, counted in memory until `refused-credentials.ts` writes them down: a wrong secret that
// is tried ten thousand times costs no sync of the disk each. Bounded, whatever is tried.

import type { AuditEvent } from '../../storage/_generated/sqlite/client.ts';
import type { AuditSubject } from './events.ts';

/** What was presented, without anything secret of it. */
export interface PresentedCredential {
  /** `unknown`: nothing of ours could be read in it. */
  readonly kind: 'session' | 'token' | 'password' | 'link' | 'unknown';
  /** The public part of a session or a token, the id of a link that the server knows; null for the other kinds. */
  readonly id: string | null;
  /** The user name that came with a password; null for the other kinds. Not to be kept unless a user has it. */
  readonly userName: string | null;
}

export interface RefusedUse {
  readonly presented: PresentedCredential;
  /** The code of the refusal. */
  readonly code: string;
  /** Null when it is not known, or when there were too many. */
  readonly address: string | null;
  /** Whose valid credential it was; null when it opened nothing. */
  readonly user: { readonly id: string; readonly name: string } | null;
  /** What it was, where that was known at once; absent: looked for when it is written down. */
  readonly subject?: AuditSubject;
  /** Of the first request. */
  readonly requestId: string | null;
}

export interface CountedUse extends RefusedUse {
  readonly firstAt: Date;
  lastAt: Date;
  times: number;
}

/** Beyond so many different ones at a time, what was presented and from where is told apart no more. */
export const MOST_APART = 1_000;

const MINUTE_MILLISECONDS = 60 * 1000;

const ANYTHING: PresentedCredential = { kind: 'unknown', id: null, userName: null };

export class RefusedUses {
  /** The rows of this minute and the one before, by what they count. */
  readonly rows = new Map<string, AuditEvent>();
  /** The flush that is under way, or the last one. */
  flushing: Promise<void> = Promise.resolve();
  #counted = new Map<string, CountedUse>();

  note(use: RefusedUse, at: Date): void {
    const isApart = this.#counted.size < MOST_APART || this.#counted.has(keyOf(use, at));
    const told = isApart ? use : withoutDetails(use);
    this.#add({ ...told, firstAt: at, lastAt: at, times: 1 });
  }

  /** Everything noted since the last time. */
  take(): CountedUse[] {
    const taken = [...this.#counted.values()];
    this.#counted = new Map();
    return taken;
  }

  /** What could not be written after all. */
  giveBack(uses: readonly CountedUse[]): void {
    for (const use of uses) this.#add(use);
  }

  #add(use: CountedUse): void {
    const key = keyOf(use, use.firstAt);
    const known = this.#counted.get(key);
    if (known === undefined) {
      this.#counted.set(key, { ...use });
      return;
    }
    known.times += use.times;
    if (known.lastAt < use.lastAt) known.lastAt = use.lastAt;
  }
}

/** What is counted together once there are too many to be told apart. */
export function withoutDetails<Use extends RefusedUse>({ subject: _, ...use }: Use) {
  return { ...use, presented: ANYTHING, address: null, user: null };
}

function keyOf({ presented, code, address, user }: RefusedUse, at: Date): string {
  const { kind, id, userName } = presented;
  return JSON.stringify([minuteOf(at), kind, id, userName, code, address, user?.id]);
}

export function minuteOf(at: Date): number {
  return Math.floor(at.getTime() / MINUTE_MILLISECONDS);
}
