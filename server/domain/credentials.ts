// What a caller presents on the data plane, to the actor it stands for, remembered under a keyed hash of what
// was presented: a token until something about tokens or users changes, a checked password for five minutes at
// most, an unknown credential for five seconds.

import { createHash, hash as hashOnce } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { touches, type Commits } from '../storage/commits.ts';
import type { TokenActor, UserActor } from './actor.ts';
import { recogniseCredential } from './tokens/secret.ts';
import { recogniseToken } from './tokens/recognise.ts';
import { isWithinTimes } from './tokens/limits.ts';
import { checkPasswordOf } from './users/password-check.ts';
import { isHashable, TOKEN_BEGINNING } from './users/passwords.ts';
import type { World } from './world.ts';

const PASSWORD_MEMORY_MILLISECONDS = 5 * 60 * 1000;
const UNKNOWN_MEMORY_MILLISECONDS = 5 * 1000;
const MODELS = ['User', 'Password', 'Token', 'TokenScope', 'TokenIndex', 'TokenProject'] as const;

export type DataPlaneActor = TokenActor | UserActor;

interface Remembered {
  /** Null: known to be invalid. */
  readonly actor: DataPlaneActor | null;
  readonly until: number;
}

export class Credentials {
  readonly #world: World;
  readonly #key: string;
  readonly #known = new LRUCache<string, Remembered>({ max: 20_000 });
  #generation = 0;

  constructor(world: World, commits: Commits) {
    this.#world = world;
    this.#key = world.random(32).toString('base64');
    commits.listen((commit) => {
      if (touches(commit, MODELS)) this.drop();
    });
  }

  drop(): void {
    this.#generation += 1;
    this.#known.clear();
  }

  /**
   * The actor behind the value of an Authorization header; null when it is invalid. Without a promise when it
   * is remembered. `address` is where it came from, as far as that is known.
   * @throws {RateLimited} for a password, after too many wrong ones; nobody remembers that
   */
  recognise(
    authorization: string,
    address: string | null,
  ): DataPlaneActor | null | Promise<DataPlaneActor | null> {
    const key = this.#hash(authorization);
    const known = this.#known.get(key);
    const now = this.#world.clock();
    if (known !== undefined && now.getTime() < known.until) {
      if (known.actor?.kind !== 'token' || isWithinTimes(known.actor.credential, now)) return known.actor;
    }
    return this.#check(key, authorization, address);
  }

  async #check(key: string, authorization: string, address: string | null): Promise<DataPlaneActor | null> {
    const generation = this.#generation;
    const actor = await actorBehind(this.#world, parseAuthorization(authorization), address);
    const memory =
      actor === null
        ? UNKNOWN_MEMORY_MILLISECONDS
        : actor.kind === 'user'
          ? PASSWORD_MEMORY_MILLISECONDS
          : Infinity;
    if (generation === this.#generation) {
      this.#known.set(key, { actor, until: this.#world.clock().getTime() + memory });
    }
    return actor;
  }

  #hash(authorization: string): string {
    // The one-call form is newer than the oldest Node we run on, and half the cost.
    return typeof hashOnce === 'function'
      ? hashOnce('sha256', this.#key + authorization, 'base64')
      : createHash('sha256').update(this.#key).update(authorization).digest('base64');
  }
}

/** RFC 7617 and RFC 6750; the scheme in any case, white space round a token forgiven. */
export type Presented =
  | { readonly scheme: 'basic'; readonly user: string; readonly password: string }
  | { readonly scheme: 'bearer'; readonly text: string };

/** Null when it is neither Basic nor Bearer, or cannot be decoded. */
export function parseAuthorization(authorization: string): Presented | null {
  const match = /^(basic|bearer) +(.*)$/i.exec(authorization.trim());
  if (match === null) return null;
  const value = match[2]!.trim();
  if (match[1]!.toLowerCase() === 'bearer') return { scheme: 'bearer', text: value };
  const decoded = Buffer.from(value, 'base64').toString('utf8');
  const colon = decoded.indexOf(':');
  if (colon < 0) return null;
  return { scheme: 'basic', user: decoded.slice(0, colon), password: decoded.slice(colon + 1) };
}

async function actorBehind(
  world: World,
  presented: Presented | null,
  address: string | null,
): Promise<DataPlaneActor | null> {
  if (presented === null) return null;
  const text = (presented.scheme === 'bearer' ? presented.text : presented.password).trim();
  const credential = recogniseCredential(text);
  if (credential !== null) {
    // A session opens the API alone, and a replica's credential the replication routes alone.
    if (credential.kind !== 'pat' && credential.kind !== 'ci') return null;
    const actor = await recogniseToken(world, credential);
    return actor !== null && mayCarry(presented, actor) ? actor : null;
  }
  return presented.scheme === 'basic'
    ? passwordActor(world, presented.user, presented.password, address)
    : null;
}

/** uv sends an empty user name with a token. */
function mayCarry(presented: Presented, actor: TokenActor): boolean {
  return presented.scheme === 'bearer' || ['__token__', '', actor.user.name].includes(presented.user);
}

async function passwordActor(
  world: World,
  name: string,
  password: string,
  address: string | null,
): Promise<UserActor | null> {
  if (!isHashable(password) || password.startsWith(TOKEN_BEGINNING) || name === '' || name === '__token__')
    return null;
  // PostgreSQL takes no NUL in a text, and fails.
  if (name.includes('\0')) return null;
  const checked = await checkPasswordOf(world, { name, password }, address);
  if (!checked.isRight) return null;
  const { user, version } = checked;
  return { kind: 'user', user, credential: { kind: 'password', version } };
}
