// From a request's headers to the actor. Absent: anonymous. Invalid: refused, never downgraded. Authorization
// wins over the cookie, which is then ignored. The data plane takes passwords and tokens, the API sessions and tokens.

import type { IncomingMessage } from 'node:http';
import type { BlockList } from 'node:net';
import { isIPv4 } from 'node:net';
import { ANONYMOUS, type Actor } from '../domain/actor.ts';
import type { PresentedCredential } from '../domain/audit/refused-uses.ts';
import { parseAuthorization, type Credentials } from '../domain/credentials.ts';
import { RequestRefused, Unauthenticated } from '../domain/errors.ts';
import { recogniseCredential } from '../domain/tokens/secret.ts';
import { recogniseSession } from '../domain/users/sessions.ts';
import type { World } from '../domain/world.ts';
import { isJson } from './media-type.ts';

/** Without a promise when the credential is remembered. @throws {Unauthenticated} @throws {RateLimited} */
export function authenticateDataPlane(
  credentials: Credentials,
  req: IncomingMessage,
  address: string | null,
): Actor | Promise<Actor> {
  const { authorization } = req.headers;
  if (authorization === undefined) return ANONYMOUS;
  const actor = credentials.recognise(authorization, address);
  return actor instanceof Promise ? actor.then(requireValid) : requireValid(actor);
}

/** @throws {Unauthenticated} @throws {RequestRefused} CSRF */
export async function authenticateApi(
  world: World,
  credentials: Credentials,
  req: IncomingMessage,
  origin: string,
): Promise<Actor> {
  const { authorization } = req.headers;
  if (authorization !== undefined) return bearerActor(world, credentials, authorization);
  const cookie = sessionCookie(req, origin);
  if (cookie === null) return ANONYMOUS;
  requireSameOrigin(req, origin);
  const credential = recogniseCredential(cookie);
  const actor = credential === null ? null : await recogniseSession(world, credential, 'COOKIE');
  return requireValid(actor);
}

async function bearerActor(world: World, credentials: Credentials, authorization: string): Promise<Actor> {
  const presented = parseAuthorization(authorization);
  if (presented?.scheme !== 'bearer') {
    throw new Unauthenticated('The API takes a session or a token as "Authorization: Bearer …".');
  }
  const credential = recogniseCredential(presented.text);
  if (credential?.kind === 'ses') return requireValid(await recogniseSession(world, credential, 'BEARER'));
  return requireValid(await credentials.recognise(authorization, null));
}

/** What was sent as a credential, valid or not, without anything secret of it; null when nothing was. */
export function presentedCredential(
  { headers }: IncomingMessage,
  takesCookie: boolean,
): PresentedCredential | null {
  const { authorization } = headers;
  if (authorization === undefined) {
    const cookie = takesCookie ? ANY_SESSION_COOKIE.exec(headers.cookie ?? '')?.[1] : undefined;
    return cookie === undefined ? null : withoutSecret(cookie, null);
  }
  const presented = parseAuthorization(authorization);
  if (presented === null) return withoutSecret('', null);
  return presented.scheme === 'bearer'
    ? withoutSecret(presented.text, null)
    : withoutSecret(presented.password.trim(), presented.user);
}

const ANY_SESSION_COOKIE = /(?:^|;)\s*(?:__Host-)?wheelhouse_session=([^;]*)/;

function withoutSecret(text: string, userName: string | null): PresentedCredential {
  const credential = recogniseCredential(text);
  if (credential !== null) {
    return { kind: credential.kind === 'ses' ? 'session' : 'token', id: credential.id, userName: null };
  }
  // A token in tatters, when it was sent as one.
  return userName === null || userName === '' || userName === '__token__'
    ? { kind: 'unknown', id: null, userName: null }
    : { kind: 'password', id: null, userName };
}

function requireValid(actor: Actor | null): Actor {
  if (actor !== null) return actor;
  throw new Unauthenticated('The credential is unknown, expired or revoked.');
}

/**
 * A browser sends the cookie wherever it is asked to, so a request that carries it must prove that our page
 * made it: a header that no form can set, JSON, and no foreign origin.
 */
function requireSameOrigin(req: IncomingMessage, origin: string): void {
  const { headers } = req;
  const isForeign =
    (headers.origin !== undefined && headers.origin !== origin) ||
    !['same-origin', 'none', undefined].includes(headers['sec-fetch-site']);
  if (req.method !== 'POST' || !isJson(req) || headers['x-wheelhouse-csrf'] === undefined || isForeign) {
    throw new RequestRefused(
      'CSRF',
      'A request with the session cookie must be a POST of JSON from this origin with the header "x-wheelhouse-csrf".',
    );
  }
}

/** On https the name carries a prefix that makes browsers insist on Secure, this host and every path. */
export function sessionCookieName(origin: string): string {
  return origin.startsWith('https:') ? '__Host-wheelhouse_session' : 'wheelhouse_session';
}

export function sessionCookieHeader(origin: string, value: string, expiresAt: Date): string {
  const secure = origin.startsWith('https:') ? '; Secure' : '';
  return `${sessionCookieName(origin)}=${value}; Path=/; HttpOnly; SameSite=Lax; Expires=${expiresAt.toUTCString()}${secure}`;
}

function sessionCookie(req: IncomingMessage, origin: string): string | null {
  const name = `${sessionCookieName(origin)}=`;
  const pairs = (req.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(name))?.slice(name.length) ?? null;
}

/** The nearest address that is not one of our proxies'; null when the connection is gone already. */
export function clientAddress(req: IncomingMessage, trusted: BlockList): string | null {
  let address = plainAddress(req.socket.remoteAddress);
  const forwarded = req.headers['x-forwarded-for'];
  if (address === null || forwarded === undefined) return address;
  const hops = (Array.isArray(forwarded) ? forwarded.join(',') : forwarded)
    .split(',')
    .map((hop) => hop.trim());
  while (isTrusted(address, trusted) && hops.length > 0) address = plainAddress(hops.pop()) ?? address;
  return address;
}

function isTrusted(address: string, trusted: BlockList): boolean {
  return trusted.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');
}

function plainAddress(address: string | undefined): string | null {
  if (address === undefined || !/^[0-9a-fA-F.:]{2,45}$/.test(address)) return null;
  return address.startsWith('::ffff:') && address.includes('.') ? address.slice(7) : address;
}
