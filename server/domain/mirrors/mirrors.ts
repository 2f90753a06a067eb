// What the mirrors of this server know of their upstreams: pages, lists of names, files. Each asks the upstream once,
// however many ask here, and keeps what it learned. Who may see it, and through which index, is decided elsewhere.

import type { LookupFunction } from 'node:net';
import { readFile } from 'node:fs/promises';
import { MirrorFileStore } from '../../storage/mirror-files.ts';
import { UpstreamClient } from '../../storage/upstream.ts';
import type { World } from '../world.ts';
import { isPrivateAddress } from './addresses.ts';
import { Contacts, type Contact } from './contact.ts';
import { CopyUses } from './copy-uses.ts';
import type { CopiedBytes } from './download.ts';
import { MirrorFiles, type MirroredBytes } from './files.ts';
import { MirrorNameLists } from './name-list.ts';
import type { MirroredFile, MirroredPage } from './page.ts';
import { MirrorPages } from './pages.ts';
import type { MirrorSettings } from './settings.ts';
import type { FilePart } from './wanted-file.ts';

export type { CopiedBytes } from './download.ts';
export type { MirroredBytes } from './files.ts';
export type { FilePart } from './wanted-file.ts';

export type MirrorsWorld = Pick<World, 'database' | 'readDb' | 'commits' | 'clock' | 'random' | 'serverKey'>;

export interface MirrorsOptions {
  readonly dataFolder: string;
  /** The largest file of a mirror that sets no limit of its own. */
  readonly maxFileBytes: number;
  /** What stays free of the disk; a copy that would take of it is refused. */
  readonly minFreeDiskBytes: number;
  readonly userAgent: string;
  /** That of `node:dns` unless given. */
  readonly lookup?: LookupFunction;
}

export class Mirrors {
  readonly store: MirrorFileStore;
  readonly lists: MirrorNameLists;
  readonly #client: UpstreamClient;
  readonly #contacts: Contacts;
  readonly #pages: MirrorPages;
  readonly #files: MirrorFiles;
  readonly #uses: CopyUses;

  constructor(
    world: MirrorsWorld,
    { dataFolder, maxFileBytes, minFreeDiskBytes, userAgent, lookup }: MirrorsOptions,
  ) {
    this.store = new MirrorFileStore(dataFolder, minFreeDiskBytes);
    this.#client = new UpstreamClient(isPrivateAddress, userAgent, lookup);
    this.#contacts = new Contacts(this.#client, world);
    this.#pages = new MirrorPages(world, this.#contacts);
    this.lists = new MirrorNameLists(world, dataFolder, this.#contacts);
    this.#uses = new CopyUses(world);
    this.#files = new MirrorFiles(
      world,
      this.store,
      this.#contacts,
      this.#uses,
      maxFileBytes,
      (mirror, project, file) => this.#pages.learn(mirror, project, file),
    );
  }

  /** Null: the upstream does not have it. @throws {UpstreamUnavailable} */
  page(mirror: MirrorSettings, normalizedName: string): Promise<MirroredPage | null> {
    return this.#pages.page(mirror, normalizedName);
  }

  /** Normalised names in binary order, in portions. @throws {UpstreamUnavailable} */
  names(mirror: MirrorSettings): AsyncIterable<readonly string[]> {
    return this.lists.names(mirror);
  }

  /** Another one when the list that `names` gives is another one. @throws {UpstreamUnavailable} */
  namesTag(mirror: MirrorSettings): Promise<string> {
    return this.lists.tag(mirror);
  }

  /** Asks for its list of projects, unless something of this address was used before. @throws {UpstreamUnavailable} */
  async requireSimpleIndex(mirror: MirrorSettings): Promise<void> {
    if (!(await this.#pages.hasAny(mirror))) await this.lists.requireOne(mirror);
  }

  /** Copied already, or while they are copied. @throws {UpstreamUnavailable} */
  openFile(mirror: MirrorSettings, file: MirroredFile, part: FilePart): Promise<MirroredBytes> {
    return this.#files.open(mirror, file, part);
  }

  /** All of it on this machine, with its METADATA where the upstream has it apart. @throws {UpstreamUnavailable} */
  async fetchWhole(
    mirror: MirrorSettings,
    file: MirroredFile,
  ): Promise<CopiedBytes & { readonly metadata: Buffer | null }> {
    const copied = await (await this.#files.open(mirror, file, 'file')).whole();
    if (file.metadataSha256 === null) return { ...copied, metadata: null };
    const sidecar = await (await this.#files.open(mirror, file, 'sidecar')).whole();
    return { ...copied, metadata: await readFile(sidecar.path) };
  }

  /** What came of asking its upstream, since this server was started. */
  contactOf(indexId: string): Contact {
    return this.#contacts.of(indexId);
  }

  /** The upstream is asked at the next request; without a name, for all of the mirror's pages and for its list. */
  doubt(indexId: string, normalizedName?: string): void {
    this.#pages.doubt(indexId, normalizedName);
    if (normalizedName === undefined) this.lists.doubt(indexId);
  }

  /** Copies were removed. */
  forgetCopies(): void {
    this.#files.forgetCopies();
  }

  /** Writes down which copies somebody asked for. */
  flushUses(): Promise<void> {
    return this.#uses.flush();
  }

  /** Breaks off what is under way. */
  async close(): Promise<void> {
    await this.#client.close();
    await this.#uses.flush();
  }
}
