// The project pages of upstreams: asked once however many ask here, and looked at again when they are not fresh any
// more. An upstream that fails is answered for by what it said before, for a while, and marked; that it has no such
// project is never remembered.

import { LRUCache } from 'lru-cache';
import { UpstreamFailed, unpacked, type UpstreamAnswer } from '../../storage/upstream.ts';
import {
  FAILURE_MILLISECONDS,
  isFileHost,
  isRemembered,
  unavailable,
  wayOf,
  type Contacts,
  type RememberedFailure,
} from './contact.ts';
import { KnownPages, type FoundPage, type KnownPage, type PagesWorld } from './known-pages.ts';
import type { MirroredFile, MirroredPage } from './page.ts';
import { PAGE_TYPES, readPage } from './read-page.ts';
import type { MirrorSettings } from './settings.ts';

export class MirrorPages {
  readonly #world: PagesWorld;
  readonly #contacts: Contacts;
  readonly #pages: KnownPages;
  readonly #running = new Map<string, Promise<MirroredPage | null>>();
  readonly #failures = new LRUCache<string, RememberedFailure>({ max: 10_000 });
  /** Pages that were looked at before then are not fresh, by mirror, and by mirror and name. */
  readonly #doubtedAt = new LRUCache<string, number>({ max: 100_000 });

  constructor(world: PagesWorld, contacts: Contacts) {
    this.#world = world;
    this.#contacts = contacts;
    this.#pages = new KnownPages(world);
  }

  /** Null: the upstream does not have it. @throws {UpstreamUnavailable} */
  page(mirror: MirrorSettings, normalizedName: string): Promise<MirroredPage | null> {
    // As anything else it could be an address of its own, or a way out of the simple index.
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(normalizedName)) return Promise.resolve(null);
    const known = this.#pages.peek(mirror, normalizedName);
    if (known !== null && this.#isFresh(mirror, normalizedName, known)) {
      return Promise.resolve(this.#told(mirror, normalizedName, known));
    }
    const key = `${keyOf(mirror.indexId, normalizedName)} ${mirror.upstreamUrl} ${mirror.isOffline}`;
    const running = this.#running.get(key);
    if (running !== undefined) return running;
    const looking = this.#look(mirror, normalizedName).finally(() => this.#running.delete(key));
    this.#running.set(key, looking);
    return looking;
  }

  /** Whether its address has answered a page of any project. */
  hasAny(mirror: MirrorSettings): Promise<boolean> {
    return this.#pages.hasAny(mirror);
  }

  /** The next request asks the upstream; without a name, for each of the mirror's pages. */
  doubt(indexId: string, normalizedName?: string): void {
    const key = normalizedName === undefined ? indexId : keyOf(indexId, normalizedName);
    this.#doubtedAt.set(key, this.#now());
    if (normalizedName === undefined) this.#failures.clear();
    else this.#failures.delete(key);
    this.#contacts.forgetSilences();
  }

  /** A file was copied, and more is known of it now than the upstream told. */
  async learn(mirror: MirrorSettings, normalizedName: string, file: MirroredFile): Promise<void> {
    const known = await this.#pages.find(mirror, normalizedName);
    if (known === null) return;
    const files = known.files.map((each) => (each.url === file.url ? file : each));
    await this.#pages.keep(mirror, normalizedName, { ...known, files });
  }

  async #look(mirror: MirrorSettings, name: string): Promise<MirroredPage | null> {
    const known = await this.#pages.find(mirror, name);
    if (mirror.isOffline) return known === null ? null : this.#copied(mirror, name, known);
    if (known !== null && this.#isFresh(mirror, name, known)) return this.#told(mirror, name, known);
    try {
      const page = await this.#ask(mirror, name, known);
      return page === null ? null : this.#told(mirror, name, page);
    } catch (error) {
      if (!(error instanceof UpstreamFailed)) throw error;
      return this.#stale(mirror, name, known, error);
    }
  }

  async #ask(mirror: MirrorSettings, name: string, known: KnownPage | null): Promise<KnownPage | null> {
    const failure = this.#failures.get(keyOf(mirror.indexId, name));
    if (isRemembered(failure, mirror, this.#now())) throw new UpstreamFailed(failure.clause);
    const url = new URL(`${name}/`, mirror.upstreamUrl);
    const validatedAt = this.#world.clock();
    const answer = await this.#contacts.ask(mirror, {
      url,
      headers: {
        accept: PAGE_TYPES,
        'accept-encoding': 'gzip',
        'cache-control': 'max-age=0',
        ...(known?.etag && { 'if-none-match': known.etag }),
      },
    });
    const found = await this.#read(mirror, name, answer, known).catch((error: unknown) => {
      answer.body.destroy();
      throw this.#contacts.failed(mirror, error, url);
    });
    this.#contacts.succeeded(mirror);
    if (found === 'gone') {
      await this.#pages.remove(mirror, name);
      return null;
    }
    if (found === 'same') return this.#pages.keepValidated(mirror, name, { ...known!, validatedAt });
    return this.#pages.keep(mirror, name, { ...found, validatedAt });
  }

  async #read(
    mirror: MirrorSettings,
    name: string,
    answer: UpstreamAnswer,
    known: KnownPage | null,
  ): Promise<Omit<FoundPage, 'validatedAt'> | 'same' | 'gone'> {
    const { status, headers, url, body } = answer;
    if (status !== 200) body.destroy();
    if (status === 304 && known !== null) return 'same';
    if (status === 404 || status === 410) return 'gone';
    if (status !== 200) throw new UpstreamFailed(`${url.host}: it answers ${status}`);
    const contentType = headers['content-type'] ?? '';
    const page = await readPage({ contentType, url, chunks: unpacked(answer) }, name);
    const layerId = mirror.indexId;
    const files = page.files.map((file) => ({ ...file, layerId }));
    return {
      ...page,
      upstreamUrl: mirror.upstreamUrl,
      files: known === null ? files : withLearned(files, known.files),
      etag: headers.etag ?? null,
    };
  }

  #stale(
    mirror: MirrorSettings,
    name: string,
    known: KnownPage | null,
    { message }: UpstreamFailed,
  ): MirroredPage {
    const key = keyOf(mirror.indexId, name);
    const until = this.#now() + FAILURE_MILLISECONDS;
    const failure = this.#failures.get(key);
    if (!isRemembered(failure, mirror, this.#now()))
      this.#failures.set(key, { until, clause: message, way: wayOf(mirror) });
    if (known === null || this.#now() > known.validatedAt.getTime() + mirror.staleSeconds * 1000) {
      throw unavailable(mirror, message);
    }
    return { ...this.#told(mirror, name, known), freshUntil: new Date(until), isStale: true };
  }

  #isFresh(mirror: MirrorSettings, name: string, { validatedAt }: KnownPage): boolean {
    const { indexId, isOffline, freshSeconds } = mirror;
    const at = validatedAt.getTime();
    const doubtedAt = Math.max(
      this.#doubtedAt.get(indexId) ?? 0,
      this.#doubtedAt.get(keyOf(indexId, name)) ?? 0,
    );
    return !isOffline && at >= doubtedAt && this.#now() < at + freshSeconds * 1000;
  }

  #told(mirror: MirrorSettings, normalizedName: string, page: KnownPage): MirroredPage {
    const { status, statusReason, versions, validatedAt } = page;
    const freshUntil = new Date(validatedAt.getTime() + mirror.freshSeconds * 1000);
    const files = allowedFiles(mirror, page.files);
    const ofOtherHosts = page.files.length - files.length;
    const told = { normalizedName, status, statusReason, files, versions, validatedAt, freshUntil };
    return { ...told, isStale: false, ...(ofOtherHosts > 0 && { ofOtherHosts }) };
  }

  /** What was copied, however long ago. */
  async #copied(mirror: MirrorSettings, normalizedName: string, page: KnownPage): Promise<MirroredPage> {
    const rows = await this.#world.readDb.mirrorFile.findMany({
      where: { indexId: mirror.indexId, normalizedName },
      select: { filename: true, sha256: true },
    });
    const copied = new Set(rows.map(({ filename, sha256 }) => `${filename} ${sha256}`));
    const told = this.#told(mirror, normalizedName, page);
    const files = told.files
      .filter(({ filename, sha256 }) => copied.has(`${filename} ${sha256}`))
      .map((file) => {
        const hasSidecar = copied.has(`${file.filename}.metadata ${file.metadataSha256}`);
        return hasSidecar ? file : { ...file, metadataSha256: null };
      });
    const versions = [...new Set(files.map(({ version }) => version))];
    const uncopied = told.files.length - files.length;
    const freshUntil = new Date(this.#now() + FAILURE_MILLISECONDS);
    return { ...told, files, versions, freshUntil, ...(uncopied > 0 && { uncopied }) };
  }

  #now(): number {
    return this.#world.clock().getTime();
  }
}

const allowedByHosts = new WeakMap<
  readonly MirroredFile[],
  { readonly hosts: string; readonly files: readonly MirroredFile[] }
>();

/** A list of hosts may change after the page was read. */
function allowedFiles(mirror: MirrorSettings, files: readonly MirroredFile[]): readonly MirroredFile[] {
  if (mirror.fileHosts.length === 0) return files;
  const hosts = mirror.fileHosts.join(' ');
  const known = allowedByHosts.get(files);
  if (known?.hosts === hosts) return known.files;
  const allowed = files.filter(({ url }) => isFileHost(mirror, new URL(url)));
  allowedByHosts.set(files, { hosts, files: allowed });
  return allowed;
}

/** What was learned from the bytes of a file holds as long as the upstream has it at the same place. */
function withLearned(files: readonly MirroredFile[], before: readonly MirroredFile[]): MirroredFile[] {
  const byUrl = new Map(before.map((file) => [file.url, file]));
  return files.map((file) => {
    const old = byUrl.get(file.url);
    if (old?.address !== file.address) return file;
    return { ...file, sha256: file.sha256 ?? old.sha256, sizeBytes: file.sizeBytes ?? old.sizeBytes };
  });
}

function keyOf(indexId: string, normalizedName: string): string {
  return `${indexId} ${normalizedName}`;
}
