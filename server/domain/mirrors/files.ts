// Files of upstreams and their sidecars: copied at the first request for them, by one download however many ask, and
// answered from here afterwards. What is kept was verified; what was asked for is noted, for whoever tidies up.

import { LRUCache } from 'lru-cache';
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { isDiskFull } from '../../storage/free-space.ts';
import type { Incoming, MirrorFileStore } from '../../storage/mirror-files.ts';
import { violatedUniqueIndex } from '../../storage/unique-violation.ts';
import { failure, UpstreamFailed } from '../../storage/upstream.ts';
import { SYSTEM_CALLER } from '../actor.ts';
import { recordLocal } from '../audit/trail.ts';
import { newId, type World } from '../world.ts';
import {
  FAILURE_MILLISECONDS,
  isFileHost,
  isRemembered,
  unavailable,
  wayOf,
  withoutRoom,
  type Contacts,
  type RememberedFailure,
} from './contact.ts';
import { hourOf, type CopyUses } from './copy-uses.ts';
import { Download, OtherBytes, type CopiedBytes } from './download.ts';
import type { MirroredFile } from './page.ts';
import type { MirrorSettings } from './settings.ts';
import { wantedOf, type FilePart, type Wanted } from './wanted-file.ts';

export interface MirroredBytes {
  /** Null when the upstream did not say, and they are still coming. */
  readonly sizeBytes: number | null;
  /** Null when the upstream did not say, and they are still coming. */
  readonly sha256: string | null;
  /** Where they are on this machine; null while they are coming. */
  readonly path: string | null;
  /** From the first byte, as they come. The last byte follows once all are verified; else it is destroyed with an error. */
  stream(): Readable;
  /** Waits until all are here and verified, or until nobody waits any more. @throws {UpstreamUnavailable} */
  whole(leaving?: AbortSignal): Promise<CopiedBytes>;
}

export type FilesWorld = Pick<World, 'database' | 'readDb' | 'clock' | 'random'>;

/** Up to this size nobody is answered before all is verified: they can be told what went wrong. */
const SMALL_BYTES = 1024 * 1024;
const MAX_SIDECAR_BYTES = 16 * 1024 * 1024;
const HOUR_MILLISECONDS = 60 * 60 * 1000;

interface Copy {
  readonly id: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}

export class MirrorFiles {
  readonly #world: FilesWorld;
  readonly #store: MirrorFileStore;
  readonly #contacts: Contacts;
  readonly #uses: CopyUses;
  readonly #maxFileBytes: number;
  readonly #onCopied: (mirror: MirrorSettings, project: string, file: MirroredFile) => Promise<void>;
  readonly #copies = new LRUCache<string, Copy>({ max: 50_000 });
  readonly #coming = new Map<string, Promise<MirroredBytes>>();
  readonly #failures = new LRUCache<string, RememberedFailure>({
    max: 10_000,
  });
  /** Told to the trail within the last hour. */
  readonly #mismatches = new LRUCache<string, number>({ max: 10_000 });
  constructor(
    world: FilesWorld,
    store: MirrorFileStore,
    contacts: Contacts,
    uses: CopyUses,
    maxFileBytes: number,
    onCopied: (mirror: MirrorSettings, project: string, file: MirroredFile) => Promise<void>,
  ) {
    this.#world = world;
    this.#store = store;
    this.#contacts = contacts;
    this.#uses = uses;
    this.#maxFileBytes = maxFileBytes;
    this.#onCopied = onCopied;
  }

  /** Copied already, or while they are copied. @throws {UpstreamUnavailable} */
  async open(mirror: MirrorSettings, file: MirroredFile, part: FilePart): Promise<MirroredBytes> {
    const wanted = wantedOf(mirror, file, part);
    const copy = await this.#find(wanted);
    if (copy !== null) return this.#copied(copy);
    if (mirror.isOffline) throw unavailable(mirror, 'it is offline, and this file was not copied');
    const coming = this.#coming.get(wanted.key);
    if (coming !== undefined) return coming;
    const opening = this.#fetch(wanted);
    this.#coming.set(wanted.key, opening);
    opening.catch(() => this.#coming.delete(wanted.key));
    return opening;
  }

  /** What was removed from the disk is not remembered. */
  forgetCopies(): void {
    this.#copies.clear();
  }

  async #find(wanted: Wanted): Promise<Copy | null> {
    const { mirror, filename, sha256, key } = wanted;
    const known = this.#copies.get(key);
    if (known !== undefined && this.#isWhole(known)) return known;
    if (sha256 === null) return null;
    const row = await this.#world.readDb.mirrorFile.findUnique({
      where: { indexId_filename_sha256: { indexId: mirror.indexId, filename, sha256 } },
    });
    if (row === null) return null;
    const copy = { id: row.id, sha256, sizeBytes: Number(row.sizeBytes) };
    if (!this.#isWhole(copy)) return null;
    this.#copies.set(key, copy);
    return copy;
  }

  /** The disk was not waited for, so a loss of power may have taken some of it. */
  #isWhole({ sha256, sizeBytes }: Copy): boolean {
    return this.#store.sizeBytes(sha256) === sizeBytes;
  }

  #copied(copy: Copy): MirroredBytes {
    const { id, sha256, sizeBytes } = copy;
    this.#uses.note(id);
    const path = this.#store.path(sha256);
    return {
      sizeBytes,
      sha256,
      path,
      stream: () => createReadStream(path, { highWaterMark: 256 * 1024 }),
      whole: () => Promise.resolve({ path, sha256, sizeBytes }),
    };
  }

  async #fetch(wanted: Wanted): Promise<MirroredBytes> {
    const { mirror, file, part, sha256, key } = wanted;
    const failed = this.#failures.get(key);
    if (isRemembered(failed, mirror, this.#world.clock().getTime())) throw unavailable(mirror, failed.clause);
    const url = new URL(file.url);
    if (part === 'sidecar') url.pathname += '.metadata';
    const told = part === 'file' ? file.sizeBytes : null;
    const maxBytes = part === 'file' ? Number(mirror.maxFileBytes ?? this.#maxFileBytes) : MAX_SIDECAR_BYTES;
    const breakOff = new AbortController();
    try {
      if (!isFileHost(mirror, url)) throw new UpstreamFailed(`${url.host} is not among its file hosts`);
      if (told !== null && told > maxBytes)
        throw new UpstreamFailed(`the file is larger than ${maxBytes} bytes`);
      await this.#store.requireRoom(told ?? 0);
      const { body, size } = await this.#ask(mirror, url, breakOff.signal);
      const incoming = await this.#admit(size, maxBytes).catch((error: unknown) => {
        body.destroy();
        throw error;
      });
      const chunks = withFailures(body, url);
      const expected = { sha256, sizeBytes: told, maxBytes };
      const leave = () => {
        this.#coming.delete(key);
        breakOff.abort();
      };
      const download = new Download(this.#store, incoming, chunks, expected, leave);
      const whole = this.#whole(wanted, download, breakOff.signal);
      const sizeBytes = told ?? size;
      if (sizeBytes === null || sizeBytes <= SMALL_BYTES) {
        const { path, ...rest } = await whole;
        return {
          ...rest,
          path,
          stream: () => createReadStream(path),
          whole: () => Promise.resolve({ path, ...rest }),
        };
      }
      const wait = (leaving?: AbortSignal) => download.await(whole, leaving);
      return { sizeBytes, sha256, path: null, stream: () => download.follow(), whole: wait };
    } catch (error) {
      throw await this.#failed(wanted, error);
    }
  }

  /** `size`: what the upstream says now, and its page may not have said. */
  async #admit(size: number | null, maxBytes: number): Promise<Incoming> {
    if (size !== null && size > maxBytes)
      throw new UpstreamFailed(`the file is larger than ${maxBytes} bytes`);
    await this.#store.requireRoom(size ?? 0);
    return this.#store.receive();
  }

  async #ask(mirror: MirrorSettings, url: URL, signal: AbortSignal) {
    const {
      status,
      headers,
      body,
      url: asked,
    } = await this.#contacts.ask(mirror, {
      url,
      // What is packed on the way has another length and another digest.
      headers: { accept: '*/*', 'accept-encoding': 'identity' },
      isFile: true,
      signal,
    });
    if (status !== 200) {
      body.destroy();
      throw new UpstreamFailed(`${asked.host}: it answers ${status} for this file`);
    }
    const length = headers['content-length'];
    return { body, size: length === undefined ? null : Number(length) };
  }

  /** Its row is there before anybody is told that it is. */
  #whole(wanted: Wanted, download: Download, abandoned: AbortSignal): Promise<CopiedBytes> {
    const whole = download.whole.then(
      async (copied) => {
        await this.#keep(wanted, copied);
        return copied;
      },
      async (error: unknown) => {
        throw abandoned.aborted ? error : await this.#failed(wanted, error);
      },
    );
    void whole
      .catch(() => {})
      .finally(() => {
        if (!abandoned.aborted) this.#coming.delete(wanted.key);
      });
    return whole;
  }

  async #keep({ mirror, file, part, filename, project, key }: Wanted, { sha256, sizeBytes }: CopiedBytes) {
    const { indexId } = mirror;
    const at = this.#world.clock();
    const id = newId(this.#world);
    const lastUsedAt = hourOf(at);
    try {
      await this.#world.database.db.mirrorFile.create({
        data: {
          id,
          indexId,
          normalizedName: project,
          filename,
          sha256,
          sizeBytes: BigInt(sizeBytes),
          cachedAt: at,
          lastUsedAt,
        },
      });
      this.#copies.set(key, { id, sha256, sizeBytes });
    } catch (error) {
      // Its bytes had been lost, or another node copied it too.
      if (violatedUniqueIndex(error) === null) throw error;
    }
    this.#contacts.succeeded(mirror);
    if (part === 'file' && (file.sha256 === null || file.sizeBytes === null)) {
      await this.#onCopied(mirror, project, { ...file, sha256, sizeBytes });
    }
  }

  /** Notes it, and says what to throw. */
  async #failed(wanted: Wanted, error: unknown): Promise<unknown> {
    const { mirror, key } = wanted;
    if (isDiskFull(error)) return withoutRoom(mirror);
    if (!(error instanceof UpstreamFailed)) return error;
    const now = this.#world.clock().getTime();
    this.#failures.set(key, {
      until: now + FAILURE_MILLISECONDS,
      clause: error.message,
      way: wayOf(mirror),
    });
    if (error instanceof OtherBytes && (this.#mismatches.get(key) ?? 0) + HOUR_MILLISECONDS <= now) {
      this.#mismatches.set(key, now);
      await this.#tellMismatch(wanted, error.received);
    }
    return unavailable(mirror, error.message);
  }

  async #tellMismatch({ mirror, file, filename, project, sha256 }: Wanted, received: string): Promise<void> {
    await recordLocal(this.#world, this.#world.database.db, SYSTEM_CALLER, {
      action: 'file.mismatched',
      subject: { kind: 'file', id: file.address, name: filename, indexId: mirror.indexId },
      detail: { project, sha256: sha256 ?? '', received },
    });
  }
}

async function* withFailures(body: Readable, url: URL): AsyncGenerator<Buffer> {
  try {
    yield* body as AsyncIterable<Buffer>;
  } catch (error) {
    throw failure(error, url);
  }
}
