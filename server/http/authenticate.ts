// From a request's headers to the actor. Absent: anonymous. Invalid: refused, never downgraded. Authorization
// wins over the cookie, which is then ignored. The data plane takes passwords and tokens, the API sessions and tokens.

import type { IncomingMessage } from 'node:http';
import type { BlockList } from 'node:net';
import { isIPv4, isIPv6 } from 'node:net';
import { ANONYMOUS, type Actor, type TokenActor, type UserActor } from '../domain/actor.ts';
import type { AuditSubject } from '../domain/audit/events.ts';
import type { PresentedCredential, RefusedUse } from '../domain/audit/refused-uses.ts';
import { parseAuthorization, type Credentials } from '../domain/credentials.ts';
import { RequestRefused, Unauthenticated } from '../domain/errors.ts';
import { readPresentedToken } from '../domain/tokens/presented.ts';
import { recogniseCredential } from '../domain/tokens/secret.ts';
import { beginsAsToken } from '../domain/users/passwords.ts';
import { recogniseSession } from '../domain/users/sessions.ts';
import type { World } from '../domain/world.ts';
import type { Exchange } from './exchange.ts';
import { isJson } from './media-type.ts';

/** Without a promise when the credential is remembered. @throws {Unauthenticated} @throws {RateLimited} */
export function authenticateDataPlane(credentials: Credentials, exchange: Exchange): Actor | Promise<Actor> {
  const { authorization } = exchange.req.headers;
  if (authorization === undefined) return ANONYMOUS;
  const actor = credentials.recognise(authorization, exchange);
  return actor instanceof Promise ? actor.then(requireValid) : requireValid(actor);
}

/** @throws {Unauthenticated} @throws {RateLimited} @throws {RequestRefused} CSRF */
export async function authenticateApi(
  world: World,
  credentials: Credentials,
  exchange: Exchange,
  origin: string,
): Promise<Actor> {
  const { req } = exchange;
  const { authorization } = req.headers;
  if (authorization !== undefined) return bearerActor(world, credentials, authorization, exchange);
  const cookie = sessionCookie(req, origin);
  if (cookie === null) return ANONYMOUS;
  requireSameOrigin(req, origin);
  const credential = recogniseCredential(cookie);
  const actor = credential === null ? null : await recogniseSession(world, credential, 'COOKIE');
  return requireValid(actor);
}

async function bearerActor(
  world: World,
  credentials: Credentials,
  authorization: string,
  exchange: Exchange,
): Promise<Actor> {
  const presented = parseAuthorization(authorization);
  if (presented?.scheme !== 'bearer') {
    throw new Unauthenticated('The API takes a session or a token as "Authorization: Bearer …".');
  }
  const credential = recogniseCredential(presented.text);
  if (credential?.kind === 'ses') return requireValid(await recogniseSession(world, credential, 'BEARER'));
  return requireValid(await credentials.recognise(authorization, exchange));
}

/** What the audit trail is told of a refusal; null where no credential was sent. */
export function refusedUse(
  { req, path, actor, address, requestId }: Exchange,
  code: string,
): RefusedUse | null {
  // Elsewhere the cookie comes along and is never looked at.
  const presented = presentedCredential(req, path === '/graphql');
  if (presented === null) return null;
  if (actor.kind !== 'user' && actor.kind !== 'token') {
    return { presented, code, address, requestId, user: null };
  }
  return { presented, code, address, requestId, user: actor.user, subject: subjectOf(actor) };
}

/** A session that is refused because it was just ended has no row any more when its refusal is written down. */
function subjectOf({ user, credential }: UserActor | TokenActor): AuditSubject {
  const ownerId = user.id;
  if (credential.kind === 'token')
    return { kind: 'token', id: credential.id, name: credential.name, ownerId };
  if (credential.kind === 'session') return { kind: 'session', id: credential.id, name: user.name, ownerId };
  return { kind: 'user', id: user.id, name: user.name, ownerId };
}

/** What was sent as a credential, valid or not, without anything secret of it; null when nothing was. */
function presentedCredential({ headers }: IncomingMessage, takesCookie: boolean): PresentedCredential | null {
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
  const credential = recogniseCredential(text) ?? readPresentedToken(text);
  if (credential !== null) {
    const isSession = 'kind' in credential && credential.kind === 'ses';
    return { kind: isSession ? 'session' : 'token', id: credential.id, userName: null };
  }
  // A token in tatters, when it was sent as one.
  return userName === null || userName === '' || userName === '__token__' || beginsAsToken(text)
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

/**
 * The nearest address that is not one of our proxies'; null when the connection is gone already. A hop that cannot be
 * read ends the way: whatever stands before it may be the client's own invention.
 */
export function clientAddress(req: IncomingMessage, trusted: BlockList): string | null {
  let address = plainAddress(req.socket.remoteAddress);
  const forwarded = req.headers['x-forwarded-for'];
  if (address === null || forwarded === undefined) return address;
  const hops = (Array.isArray(forwarded) ? forwarded.join(',') : forwarded)
    .split(',')
    .map((hop) => hop.trim());
  while (isTrusted(address, trusted)) {
    const before = hopAddress(hops.pop());
    if (before === null) break;
    address = before;
  }
  return address;
}

function isTrusted(address: string, trusted: BlockList): boolean {
  return trusted.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');
}

/** An address as RFC 7239, section 6, has nodes: IPv6 in brackets, or bare; a port, even a hidden one, behind it. */
const HOP = /^(?:\[(?<six>[^\]]*)\]|(?<four>[\d.]+))(?::(?:\d{1,5}|_[\w.-]+))?$/;

/** Null for "unknown", for hidden names, and for what is no address. */
function hopAddress(hop: string | undefined): string | null {
  if (hop === undefined) return null;
  const { six, four } = HOP.exec(hop)?.groups ?? {};
  if (four !== undefined) return isIPv4(four) ? four : null;
  const address = plainAddress(six ?? hop);
  return address !== null && (isIPv6(address) || (isIPv4(address) && six !== undefined)) ? address : null;
}

function plainAddress(address: string | undefined): string | null {
  if (address === undefined || !/^[0-9a-fA-F.:]{2,45}$/.test(address)) return null;
  return /^::ffff:.*\./i.test(address) ? address.slice(7) : address;
}
