// One request and its answer on plain `node:http`, with what every handler needs of them.

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Actor, Caller } from '../domain/actor.ts';
import { ANONYMOUS } from '../domain/actor.ts';

export class Exchange {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly requestId: string;
  readonly startedAt: number;
  /** The path's segments, decoded, without the empty one before the first slash. */
  readonly segments: readonly string[];
  /** The path as it was sent, always without host and query. */
  readonly path: string;
  /** Without the question mark; empty for none. */
  readonly query: string;
  /** The client's address, seen through trusted proxies; null when it is not known. */
  readonly address: string | null;
  /** Decided by `authenticate.ts`, once. */
  actor: Actor = ANONYMOUS;
  /** The last serial that was known before the actor was looked up. */
  rightsAsOf = 0n;
  /** It asks for what an index offers: then whatever fails behind it is told as a layer that cannot be asked. */
  readsPackages = false;
  /** The codes of the refusals that the answer holds. */
  codes: string[] | undefined = undefined;
  /** Told of each of them once, before the answer is sent. */
  onRefusal: ((exchange: Exchange, code: string) => void) | undefined = undefined;

  constructor(req: IncomingMessage, res: ServerResponse, requestId: string, address: string | null) {
    const target = originForm(req.url ?? '/');
    const question = target.indexOf('?');
    this.req = req;
    this.res = res;
    this.requestId = requestId;
    this.startedAt = performance.now();
    this.path = question < 0 ? target : target.slice(0, question);
    this.query = question < 0 ? '' : target.slice(question + 1);
    this.segments = decodeSegments(this.path);
    this.address = address;
  }

  get isHead(): boolean {
    return this.req.method === 'HEAD';
  }

  /** The User-Agent, cut at 200 characters; null when none was sent. */
  get client(): string | null {
    return this.req.headers['user-agent']?.slice(0, 200) ?? null;
  }

  get caller(): Caller {
    const { actor, requestId, address, client } = this;
    return { actor, requestId, address, client };
  }

  /** Each code once, however often the answer holds it. */
  noteRefusal(code: string): void {
    if (this.codes === undefined) this.codes = [code];
    else if (this.codes.includes(code)) return;
    else this.codes.push(code);
    this.onRefusal?.(this, code);
  }

  /** Headers as a flat list of names and values: the cheapest form Node takes. */
  send(status: number, headers: readonly (string | number)[], body: Buffer | string | null = null): void {
    this.res.writeHead(status, ['x-request-id', this.requestId, ...headers] as never);
    if (body === null || this.isHead) this.res.end();
    else this.res.end(body);
  }
}

/** Without the host, and the credentials, that a client may put before the path (RFC 9112, section 3.2.2). */
function originForm(target: string): string {
  if (target.startsWith('/')) return target;
  const path = /^https?:\/\/[^/?#]*(.*)$/i.exec(target)?.[1] ?? target;
  return path.startsWith('?') || path === '' ? `/${path}` : path;
}

/** A segment that cannot be decoded becomes one that matches nothing. */
function decodeSegments(path: string): string[] {
  const segments = path.split('/');
  segments.shift();
  if (!path.includes('%')) return segments;
  return segments.map((segment) => {
    try {
      return decodeURIComponent(segment);
    } catch {
      return '\0';
    }
  });
}
