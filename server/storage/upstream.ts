// Asks other servers over HTTP for a mirror. Each connection is looked at before it is used, redirects included:
// addresses that the caller forbids are refused by number, so that no name, answer of DNS or spelling leads there.
// Credentials go to their own origin alone. What is read of an answer, and how much, is the caller's business.

import { lookup as dnsLookup, type LookupAddress } from 'node:dns';
import type { IncomingHttpHeaders } from 'node:http';
import { isIP, type LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

import { Agent, buildConnector, request } from 'undici';

export interface UpstreamRequest {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent to this origin and nowhere else; null: none. */
  readonly authorization: { readonly origin: string; readonly value: string } | null;
  /** For connecting, for the head of each answer, and for each pause in its body. */
  readonly timeoutMilliseconds: number;
  /** For all of it together, redirects and body; absent: as long as it goes on. */
  readonly wholeMilliseconds?: number;
  /** Asked for each hop. */
  readonly allowsPrivateAddresses: (url: URL) => boolean;
  /** Asked for each hop; absent: any. */
  readonly mayAsk?: (url: URL) => boolean;
  readonly signal?: AbortSignal;
}

export interface UpstreamAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Of the last hop. */
  readonly url: URL;
  /** As it was sent. Whoever does not read it to its end destroys it. */
  readonly body: Readable;
}

/** No usable answer; the message is a clause without a full stop, and holds neither path nor credentials. */
export class UpstreamFailed extends Error {
  constructor(
    message: string,
    /** Nobody is there, whatever is asked. */
    readonly isUnreachable = false,
  ) {
    super(message);
  }
}

const MOST_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const CONNECTIONS_OF_AN_ORIGIN = 64;

export class UpstreamClient {
  readonly #agents = new Map<string, Agent>();
  readonly #isForbidden: (address: string) => boolean;
  readonly #userAgent: string;
  readonly #lookup: LookupFunction;

  /** `isForbidden` is asked of addresses, in digits; `lookup` is that of `node:dns` unless given. */
  constructor(
    isForbidden: (address: string) => boolean,
    userAgent: string,
    lookup: LookupFunction = dnsLookup,
  ) {
    this.#isForbidden = isForbidden;
    this.#userAgent = userAgent;
    this.#lookup = lookup;
  }

  /** @throws {UpstreamFailed} */
  async get(wanted: UpstreamRequest): Promise<UpstreamAnswer> {
    const signals = [
      ...(wanted.signal === undefined ? [] : [wanted.signal]),
      ...(wanted.wholeMilliseconds === undefined ? [] : [AbortSignal.timeout(wanted.wholeMilliseconds)]),
    ];
    const signal = AbortSignal.any(signals);
    let { url } = wanted;
    for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
      if (url.protocol !== 'https:' && url.protocol !== 'http:') {
        throw new UpstreamFailed('it redirects to what is neither http nor https');
      }
      if (wanted.mayAsk?.(url) === false) throw new UpstreamFailed(`${url.host} is not among its file hosts`);
      const { statusCode, headers, body } = await this.#ask(url, wanted, signal);
      // What goes wrong later is heard by whoever reads; nobody may be reading.
      body.on('error', () => {});
      const { location } = headers;
      if (!REDIRECTS.has(statusCode) || location === undefined)
        return { status: statusCode, headers, url, body };
      body.destroy();
      if (typeof location !== 'string' || !URL.canParse(location, url)) {
        throw new UpstreamFailed('it redirects to what is no address');
      }
      url = new URL(location, url);
      url.username = '';
      url.password = '';
    }
    throw new UpstreamFailed(`it redirects more than ${MOST_REDIRECTS} times`);
  }

  /** Breaks off whatever is under way. */
  async close(): Promise<void> {
    await Promise.all([...this.#agents.values()].map((agent) => agent.destroy()));
    this.#agents.clear();
  }

  async #ask(url: URL, wanted: UpstreamRequest, signal: AbortSignal) {
    const { authorization, timeoutMilliseconds } = wanted;
    try {
      return await request(url, {
        dispatcher: this.#agent(wanted.allowsPrivateAddresses(url), timeoutMilliseconds),
        headersTimeout: timeoutMilliseconds,
        bodyTimeout: timeoutMilliseconds,
        signal,
        headers: {
          'user-agent': this.#userAgent,
          ...wanted.headers,
          ...(authorization?.origin === url.origin && { authorization: authorization.value }),
        },
      });
    } catch (error) {
      throw failure(error, url);
    }
  }

  #agent(allowsPrivateAddresses: boolean, timeoutMilliseconds: number): Agent {
    const key = `${allowsPrivateAddresses} ${timeoutMilliseconds}`;
    const known = this.#agents.get(key);
    if (known !== undefined) return known;
    const agent = new Agent({
      connect: allowsPrivateAddresses
        ? buildConnector({ timeout: timeoutMilliseconds })
        : this.#guardedConnector(timeoutMilliseconds),
      connections: CONNECTIONS_OF_AN_ORIGIN,
      maxHeaderSize: 32 * 1024,
    });
    this.#agents.set(key, agent);
    return agent;
  }

  #guardedConnector(timeoutMilliseconds: number): buildConnector.connector {
    const connect = buildConnector({
      timeout: timeoutMilliseconds,
      lookup: this.#guardedLookup,
    });
    return (options, callback) => {
      const host = options.hostname.replace(/^\[(.*)\]$/, '$1');
      if (isIP(host) !== 0 && this.#isForbidden(host)) return callback(new ForbiddenAddress(), null);
      connect(options, (...[error, socket]) => {
        if (error !== null) return callback(error, null);
        // Whatever the lookup said: this is where it leads.
        if (!this.#isForbidden(socket.remoteAddress ?? '')) return callback(null, socket);
        socket.destroy();
        callback(new ForbiddenAddress(), null);
      });
    };
  }

  /** One forbidden address among the answers is enough: which of them is taken would be left to chance. */
  readonly #guardedLookup: LookupFunction = (hostname, options, callback) => {
    this.#lookup(hostname, options, (error, found, family) => {
      if (error !== null) return callback(error, found, family);
      const addresses: LookupAddress[] =
        typeof found === 'string' ? [{ address: found, family: family ?? 4 }] : found;
      if (addresses.some(({ address }) => this.#isForbidden(address)))
        return callback(new ForbiddenAddress(), found, family);
      callback(null, found, family);
    });
  };
}

class ForbiddenAddress extends Error {
  readonly code = 'FORBIDDEN_ADDRESS';
}

/** A bounded answer is unpacked as it is read. @throws {UpstreamFailed} for an encoding that was not asked for */
export function unpacked({ headers, body }: UpstreamAnswer): Readable {
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding === 'identity') return body;
  if (encoding !== 'gzip' && encoding !== 'x-gzip') {
    body.destroy();
    throw new UpstreamFailed('its answer is packed in a way that was not asked for');
  }
  const gunzip = createGunzip();
  body.on('error', (error) => gunzip.destroy(error));
  gunzip.on('close', () => body.destroy());
  return body.pipe(gunzip);
}

/** What went wrong while an answer was awaited or read. */
export function failure(error: unknown, url: URL): UpstreamFailed {
  if (error instanceof UpstreamFailed) return error;
  const code = codeOf(error);
  const [clause, isUnreachable] = CLAUSES[code] ?? [`it broke off (${code})`, false];
  return new UpstreamFailed(`${url.host}: ${clause}`, isUnreachable);
}

const CLAUSES: Readonly<Record<string, readonly [clause: string, isUnreachable: boolean]>> = {
  FORBIDDEN_ADDRESS: ['it has a private address, and this mirror may not ask it', true],
  UND_ERR_CONNECT_TIMEOUT: ['no connection in time', true],
  UND_ERR_HEADERS_TIMEOUT: ['no answer in time', true],
  UND_ERR_BODY_TIMEOUT: ['its answer stopped in the middle', false],
  UND_ERR_SOCKET: ['it closed the connection', false],
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: ['its answer is shorter or longer than it said', false],
  TimeoutError: ['its answer took too long', false],
  ECONNREFUSED: ['it refuses the connection', true],
  ECONNRESET: ['it closed the connection', false],
  ENOTFOUND: ['its name is unknown', true],
  EAI_AGAIN: ['its name could not be looked up', true],
  ETIMEDOUT: ['no connection in time', true],
  EHOSTUNREACH: ['no way leads there', true],
  ENETUNREACH: ['no way leads there', true],
};

/** Node tells a failure on several addresses as one error with several inside. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  if (!(error instanceof Error)) return 'unknown';
  return (error as NodeJS.ErrnoException).code?.toString() ?? error.name;
}
