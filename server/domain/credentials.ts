// What a caller presents on the data plane, to the actor it stands for, remembered under a keyed hash of what
// was presented: a token until something about tokens or users changes, a checked password for five minutes at
// most, an unknown credential for five seconds.

import { createHash, hash as hashOnce } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { touches, type Commits } from '../storage/commits.ts';
import type { TokenActor, UserActor } from './actor.ts';
import { Lately } from './lately.ts';
import { coversAddress, isWithinTimes } from './tokens/limits.ts';
import { readPresentedToken, type PresentedToken } from './tokens/presented.ts';
import { recogniseToken, type PresentedFrom } from './tokens/recognise.ts';
import { checkPasswordOf } from './users/password-check.ts';
import { beginsAsToken, isHashable } from './users/passwords.ts';
import type { World } from './world.ts';

const PASSWORD_MEMORY_MILLISECONDS = 5 * 60 * 1000;
const UNKNOWN_MEMORY_MILLISECONDS = 5 * 1000;
/** Indexes too: a macaroon names them by path. */
const MODELS = [
  'User',
  'Password',
  'Token',
  'TokenScope',
  'TokenIndex',
  'TokenProject',
  'TokenAddress',
  'PackageIndex',
] as const;

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
  /** Told after the check: whoever has the secret always passes. */
  readonly #wrongSecrets = new Lately(
    20,
    'Too many tokens with a wrong secret came from this address of late',
  );
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
   * is remembered.
   * @throws {RateLimited} after too many wrong passwords, or wrong secrets of tokens; nobody remembers that
   */
  recognise(
    authorization: string,
    from: PresentedFrom,
  ): DataPlaneActor | null | Promise<DataPlaneActor | null> {
    const key = this.#hash(authorization);
    const known = this.#known.get(key);
    const now = this.#world.clock();
    if (known !== undefined && now.getTime() < known.until) {
      if (known.actor?.kind !== 'token') return known.actor;
      if (isWithinTimes(known.actor.credential, now)) return this.#using(known.actor, from, now);
    }
    return this.#check(key, authorization, from);
  }

  async #check(key: string, authorization: string, from: PresentedFrom): Promise<DataPlaneActor | null> {
    const generation = this.#generation;
    const found = await actorBehind(this.#world, parseAuthorization(authorization), from);
    const now = this.#world.clock();
    if (found === 'WRONG_SECRET') this.#wrongSecrets.note(from.address, now);
    const actor = found === 'WRONG_SECRET' || !isInTime(found, now) ? null : found;
    const memory = memoryFor(actor);
    if (generation === this.#generation && memory > 0) {
      this.#known.set(key, { actor, until: now.getTime() + memory });
    }
    return actor?.kind === 'token' ? this.#using(actor, from, now) : actor;
  }

  /** Null when it may not come from there; that is asked each time, because the same text comes from everywhere. */
  #using(actor: TokenActor, { address, client }: PresentedFrom, now: Date): TokenActor | null {
    if (!coversAddress(actor.credential, address)) return null;
    this.#world.tokenUses.note(actor.credential.id, now.getTime(), address, client);
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

/** The row's times were looked at; a holder may have set others. */
function isInTime(actor: DataPlaneActor | null, now: Date): boolean {
  return actor?.kind !== 'token' || isWithinTimes(actor.credential, now);
}

/** Milliseconds. Projects that a macaroon names by id are looked up each time: nothing tells when they go. */
function memoryFor(actor: DataPlaneActor | null): number {
  if (actor === null) return UNKNOWN_MEMORY_MILLISECONDS;
  if (actor.kind === 'user') return PASSWORD_MEMORY_MILLISECONDS;
  return actor.credential.projectLimits.some((limit) => 'held' in limit) ? 0 : Infinity;
}

async function actorBehind(
  world: World,
  presented: Presented | null,
  from: PresentedFrom,
): Promise<DataPlaneActor | 'WRONG_SECRET' | null> {
  if (presented === null) return null;
  const text = (presented.scheme === 'bearer' ? presented.text : presented.password).trim();
  const token = readPresentedToken(text);
  if (token !== null) {
    const actor = await recogniseToken(world, token, from);
    if (actor === null || actor === 'WRONG_SECRET') return actor;
    return mayCarry(presented, token, actor) ? actor : null;
  }
  return presented.scheme === 'basic'
    ? passwordActor(world, presented.user, presented.password, from.address)
    : null;
}

/** uv sends an empty user name with a token. Where legacy tokens come from, they went with the owner's name alone. */
function mayCarry(presented: Presented, { wire }: PresentedToken, { user }: TokenActor): boolean {
  if (presented.scheme === 'bearer' || presented.user === user.name) return true;
  return wire !== 'LEGACY' && ['__token__', ''].includes(presented.user);
}

async function passwordActor(
  world: World,
  name: string,
  password: string,
  address: string | null,
): Promise<UserActor | null> {
  if (!isHashable(password) || beginsAsToken(password) || name === '' || name === '__token__') return null;
  // PostgreSQL takes no NUL in a text, and fails.
  if (name.includes('\0')) return null;
  const checked = await checkPasswordOf(world, { name, password }, address);
  if (!checked.isRight) return null;
  const { user, version } = checked;
  return { kind: 'user', user, credential: { kind: 'password', version } };
}
