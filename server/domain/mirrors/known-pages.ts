// The pages of upstreams that this server remembers: in rows, and the latest of them in memory. Whoever waits for a page
// to change is told. When a page may still be used is `pages.ts`.

import { LRUCache } from 'lru-cache';
import { violatedUniqueIndex } from '../../storage/unique-violation.ts';
import { newId, type World } from '../world.ts';
import type { MirrorSettings } from './settings.ts';
import { digestOf, packPage, pageText, unpackPage, type StoredPage } from './stored-page.ts';

export type PagesWorld = Pick<World, 'database' | 'readDb' | 'commits' | 'clock' | 'random'>;

export interface FoundPage extends StoredPage {
  readonly etag: string | null;
  readonly validatedAt: Date;
}

export interface KnownPage extends FoundPage {
  /** The same for equal pages, whenever they were looked at. */
  readonly digest: string;
}

const MEMORY_BYTES = 48 * 1024 * 1024;
const BYTES_OF_A_FILE = 700;

export class KnownPages {
  readonly #world: PagesWorld;
  readonly #memory = new LRUCache<string, KnownPage>({
    maxSize: MEMORY_BYTES,
    sizeCalculation: ({ files, versions }) => 500 + files.length * BYTES_OF_A_FILE + versions.length * 30,
  });

  constructor(world: PagesWorld) {
    this.#world = world;
  }

  /** What is in memory alone; one of another upstream is none. */
  peek({ indexId, upstreamUrl }: MirrorSettings, normalizedName: string): KnownPage | null {
    const known = this.#memory.get(keyOf(indexId, normalizedName));
    return known?.upstreamUrl === upstreamUrl ? known : null;
  }

  /** Whether there is a page of this upstream: the latest tells, for the upstream of all is changed at once. */
  async hasAny({ indexId, upstreamUrl }: MirrorSettings): Promise<boolean> {
    const row = await this.#world.readDb.mirrorPage.findFirst({
      where: { indexId },
      orderBy: { validatedAt: 'desc' },
      select: { content: true },
    });
    return row !== null && (await unpackPage(row.content)).upstreamUrl === upstreamUrl;
  }

  async find(mirror: MirrorSettings, normalizedName: string): Promise<KnownPage | null> {
    const { indexId, upstreamUrl } = mirror;
    const known = this.peek(mirror, normalizedName);
    if (known !== null) return known;
    const row = await this.#world.readDb.mirrorPage.findUnique({
      where: { indexId_normalizedName: { indexId, normalizedName } },
    });
    if (row === null) return null;
    const page = { ...(await unpackPage(row.content)), etag: row.etag, validatedAt: row.validatedAt };
    if (page.upstreamUrl !== upstreamUrl) return null;
    this.#memory.set(keyOf(indexId, normalizedName), page);
    return page;
  }

  /** Takes note of what the upstream sent, or said again. */
  async keep(mirror: MirrorSettings, normalizedName: string, found: FoundPage): Promise<KnownPage> {
    const before = await this.find(mirror, normalizedName);
    const text = pageText(found);
    const page = { ...found, digest: digestOf(text) };
    if (before?.digest === page.digest) return this.keepValidated(mirror, normalizedName, page);
    const { etag, validatedAt } = page;
    const content = await packPage(text);
    await this.#write(mirror.indexId, normalizedName, {
      etag,
      validatedAt,
      changedAt: this.#world.clock(),
      content,
    });
    this.#memory.set(keyOf(mirror.indexId, normalizedName), page);
    this.#world.commits.tellLearned([normalizedName]);
    return page;
  }

  /** The page is as it was. */
  async keepValidated(
    { indexId }: MirrorSettings,
    normalizedName: string,
    page: KnownPage,
  ): Promise<KnownPage> {
    const { etag, validatedAt } = page;
    await this.#world.database.db.mirrorPage.updateMany({
      where: { indexId, normalizedName },
      data: { etag, validatedAt },
    });
    this.#memory.set(keyOf(indexId, normalizedName), page);
    return page;
  }

  /** The upstream does not have it any more. */
  async remove({ indexId }: MirrorSettings, normalizedName: string): Promise<void> {
    this.#memory.delete(keyOf(indexId, normalizedName));
    const { count } = await this.#world.database.db.mirrorPage.deleteMany({
      where: { indexId, normalizedName },
    });
    if (count > 0) this.#world.commits.tellLearned([normalizedName]);
  }

  async #write(
    indexId: string,
    normalizedName: string,
    columns: { etag: string | null; validatedAt: Date; changedAt: Date; content: Uint8Array<ArrayBuffer> },
  ): Promise<void> {
    const { mirrorPage } = this.#world.database.db;
    const update = () => mirrorPage.updateMany({ where: { indexId, normalizedName }, data: columns });
    if ((await update()).count > 0) return;
    try {
      await mirrorPage.create({ data: { id: newId(this.#world), indexId, normalizedName, ...columns } });
    } catch (error) {
      // Another node was faster.
      if (violatedUniqueIndex(error) === null) throw error;
      await update();
    }
  }
}

function keyOf(indexId: string, normalizedName: string): string {
  return `${indexId} ${normalizedName}`;
}
