// How a mirror asks its upstream, and what came of it of late: a dead upstream is not asked again for a few seconds, so
// that nobody waits for it twice. Credentials are unsealed here, for one request each.

import { LRUCache } from 'lru-cache';
import { failure, UpstreamFailed, type UpstreamAnswer, type UpstreamClient } from '../../storage/upstream.ts';
import { UpstreamUnavailable } from '../errors.ts';
import type { World } from '../world.ts';
import { UnreadableText } from './json-elements.ts';
import { openUpstreamPassword } from './sealing.ts';
import type { MirrorSettings } from './settings.ts';

/** For how long a failure is remembered. */
export const FAILURE_MILLISECONDS = 5000;

/** A page or a list may take so many times what one phase may. */
const PHASES = 3;
const RETRY_SECONDS = 30;

export interface Contact {
  /** When it last answered; null: not since this server was started. */
  readonly lastContactAt: Date | null;
  /** Null: it answered when it was last asked. */
  readonly lastFailure: { readonly at: Date; readonly sentence: string } | null;
}

export interface RememberedFailure {
  readonly until: number;
  readonly clause: string;
  /** As `wayOf` says of the mirror that failed. */
  readonly way: string;
}

/** By which settings an upstream is reached; those of the hosts of files are asked at each file. */
export function wayOf(mirror: MirrorSettings): string {
  const { upstreamUrl, username, sealedPassword, timeoutSeconds, allowsPrivateAddresses, fileHosts } = mirror;
  const password = sealedPassword === null ? null : Buffer.from(sealedPassword).toString('base64');
  return JSON.stringify([upstreamUrl, username, password, timeoutSeconds, allowsPrivateAddresses, fileHosts]);
}

/** What failed by other settings says nothing. */
export function isRemembered(
  failure: RememberedFailure | undefined,
  mirror: MirrorSettings,
  now: number,
): failure is RememberedFailure {
  return failure !== undefined && failure.until > now && failure.way === wayOf(mirror);
}

export interface Asked {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Of a file, which takes as long as it takes, and whose hosts are bounded. */
  readonly isFile?: true;
  readonly signal?: AbortSignal;
}

export class Contacts {
  readonly #client: UpstreamClient;
  readonly #world: Pick<World, 'serverKey' | 'clock'>;
  readonly #contacts = new Map<string, Contact>();
  /** Until when nobody is there, by mirror and origin: its files may lie elsewhere. */
  readonly #silences = new LRUCache<string, RememberedFailure>({ max: 1000 });

  constructor(client: UpstreamClient, world: Pick<World, 'serverKey' | 'clock'>) {
    this.#client = client;
    this.#world = world;
  }

  /** @throws {UpstreamFailed} also without asking, when nobody was there a moment ago */
  async ask(mirror: MirrorSettings, { url, headers, isFile, signal }: Asked): Promise<UpstreamAnswer> {
    const silence = this.#silences.get(`${mirror.indexId} ${url.origin}`);
    if (isRemembered(silence, mirror, this.#now())) throw new UpstreamFailed(silence.clause, true);
    const timeoutMilliseconds = mirror.timeoutSeconds * 1000;
    try {
      const answer = await this.#client.get({
        url,
        headers,
        authorization: this.#authorization(mirror),
        timeoutMilliseconds,
        allowsPrivateAddresses: (hop) => mayBePrivate(mirror, hop),
        ...(isFile
          ? { mayAsk: (hop) => isFileHost(mirror, hop) }
          : { wholeMilliseconds: PHASES * timeoutMilliseconds }),
        ...(signal && { signal }),
      });
      if (answer.status >= 500 || answer.status === 401 || answer.status === 403 || answer.status === 429) {
        answer.body.destroy();
        throw new UpstreamFailed(`${answer.url.host}: it answers ${answer.status}`);
      }
      return answer;
    } catch (error) {
      throw this.failed(mirror, error, url);
    }
  }

  /** What it sent could be used. */
  succeeded(mirror: MirrorSettings): void {
    this.#contacts.set(mirror.indexId, { lastContactAt: this.#world.clock(), lastFailure: null });
  }

  /** Notes it, and says what to throw. */
  failed(mirror: MirrorSettings, error: unknown, url: URL): UpstreamFailed {
    const failed =
      error instanceof UnreadableText
        ? new UpstreamFailed(`${url.host}: its answer cannot be used: ${error.message}`)
        : failure(error, url);
    const { lastContactAt } = this.of(mirror.indexId);
    this.#contacts.set(mirror.indexId, {
      lastContactAt,
      lastFailure: { at: this.#world.clock(), sentence: failed.message },
    });
    if (failed.isUnreachable) {
      const until = this.#now() + FAILURE_MILLISECONDS;
      this.#silences.set(`${mirror.indexId} ${url.origin}`, {
        until,
        clause: failed.message,
        way: wayOf(mirror),
      });
    }
    return failed;
  }

  of(indexId: string): Contact {
    return this.#contacts.get(indexId) ?? { lastContactAt: null, lastFailure: null };
  }

  /** The next request goes out, whatever came of the last one. */
  forgetSilences(): void {
    this.#silences.clear();
  }

  #authorization(mirror: MirrorSettings): { origin: string; value: string } | null {
    const { username } = mirror;
    if (username === null && mirror.sealedPassword === null) return null;
    const password = this.#password(mirror);
    const value = `Basic ${Buffer.from(`${username ?? ''}:${password ?? ''}`).toString('base64')}`;
    return { origin: new URL(mirror.upstreamUrl).origin, value };
  }

  #password(mirror: MirrorSettings): string | null {
    try {
      return openUpstreamPassword(this.#world.serverKey, mirror);
    } catch {
      throw new UpstreamFailed('its password does not open with this server key and address: set it again');
    }
  }

  #now(): number {
    return this.#world.clock().getTime();
  }
}

/** An upstream that may be inside the network is not trusted to name what else is there. */
function mayBePrivate(
  { allowsPrivateAddresses, upstreamUrl, fileHosts }: MirrorSettings,
  { host }: URL,
): boolean {
  return allowsPrivateAddresses && (host === new URL(upstreamUrl).host || fileHosts.includes(host));
}

/** A mirror that names no hosts takes files from any, where its connections may lead. */
export function isFileHost({ fileHosts }: Pick<MirrorSettings, 'fileHosts'>, { host }: URL): boolean {
  return fileHosts.length === 0 || fileHosts.includes(host);
}

/** Nothing is copied, since nothing could be kept: what was copied before is still answered. */
export function withoutRoom({ path }: Pick<MirrorSettings, 'path'>): UpstreamUnavailable {
  return new UpstreamUnavailable(
    `The disk of this server is nearly full, so the mirror ${path} copies no more files. Tell its operator, and try again later.`,
    RETRY_SECONDS,
  );
}

/** What whoever asked for it is told. */
export function unavailable({ path }: MirrorSettings, clause: string): UpstreamUnavailable {
  return new UpstreamUnavailable(
    `The mirror ${path} could not use its upstream: ${clause}. Try again later.`,
    RETRY_SECONDS,
  );
}
