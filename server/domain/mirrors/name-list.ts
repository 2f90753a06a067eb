// The list of all projects of an upstream, kept as files of the data folder: it may hold a million names, so it is
// read, sorted and handed on in portions, and asked for again only when somebody wants it and it is not fresh.

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { UpstreamFailed, unpacked, type UpstreamAnswer } from '../../storage/upstream.ts';
import { isProjectName, normalizeProjectName } from '../packages/filenames.ts';
import { letOthersIn } from '../turn-of-others.ts';
import type { World } from '../world.ts';
import { unavailable, type Contacts } from './contact.ts';
import { HtmlAnchors } from './html-anchors.ts';
import { JsonElements, UnreadableText } from './json-elements.ts';
import { inSteps, isJson, PAGE_TYPES } from './read-page.ts';
import type { MirrorSettings } from './settings.ts';
import { SortedNames } from './sorted-names.ts';
import { isRecord } from './told-file.ts';

interface KnownList {
  readonly upstreamUrl: string;
  /** The digest of the names, and the name of their file. */
  readonly tag: string;
  readonly etag: string | null;
  readonly validatedAt: string;
}

const MOST_BYTES = 512 * 1024 * 1024;
const READ_BYTES = 64 * 1024;
const OFFLINE_NAMES = 5000;

export class MirrorNameLists {
  readonly #world: Pick<World, 'readDb' | 'clock'>;
  readonly #folder: string;
  readonly #contacts: Contacts;
  readonly #running = new Map<string, Promise<KnownList>>();
  readonly #doubtedAt = new Map<string, number>();

  constructor(world: Pick<World, 'readDb' | 'clock'>, dataFolder: string, contacts: Contacts) {
    this.#world = world;
    this.#folder = join(dataFolder, 'mirror-names');
    this.#contacts = contacts;
  }

  /** Normalised names in binary order, in portions. @throws {UpstreamUnavailable} */
  async *names(mirror: MirrorSettings): AsyncGenerator<readonly string[]> {
    if (mirror.isOffline) {
      yield* this.#copied(mirror.indexId);
      return;
    }
    const { tag } = await this.#list(mirror);
    let rest = '';
    const chunks = createReadStream(this.#path(mirror.indexId, tag), { highWaterMark: READ_BYTES });
    for await (const chunk of chunks) {
      const lines = (rest + (chunk as Buffer).toString('latin1')).split('\n');
      rest = lines.pop() ?? '';
      if (lines.length > 0) yield lines;
    }
  }

  /** Another one when the list is another one. @throws {UpstreamUnavailable} */
  async tag(mirror: MirrorSettings): Promise<string> {
    if (!mirror.isOffline) return (await this.#list(mirror)).tag;
    const hash = createHash('sha256');
    for await (const names of this.#copied(mirror.indexId)) hash.update(`${names.join('\n')}\n`);
    return hash.digest('hex');
  }

  /** One that was read before will do, however old. @throws {UpstreamUnavailable} */
  async requireOne(mirror: MirrorSettings): Promise<void> {
    if ((await this.#known(mirror)) === null) await this.#list(mirror);
  }

  doubt(indexId: string): void {
    this.#doubtedAt.set(indexId, this.#world.clock().getTime());
  }

  /** Removes the lists of indexes that are not among those. */
  async retain(indexIds: ReadonlySet<string>): Promise<void> {
    for (const name of await readdir(this.#folder).catch(() => [])) {
      if (!indexIds.has(name.split('.')[0] ?? '')) await rm(join(this.#folder, name), { force: true });
    }
  }

  #list(mirror: MirrorSettings): Promise<KnownList> {
    const key = `${mirror.indexId} ${mirror.upstreamUrl}`;
    const running = this.#running.get(key);
    if (running !== undefined) return running;
    const looking = this.#look(mirror).finally(() => this.#running.delete(key));
    this.#running.set(key, looking);
    return looking;
  }

  async #look(mirror: MirrorSettings): Promise<KnownList> {
    const { indexId, freshSeconds, staleSeconds } = mirror;
    const known = await this.#known(mirror);
    const now = this.#world.clock().getTime();
    const at = known === null ? 0 : Date.parse(known.validatedAt);
    const isDoubted = at < (this.#doubtedAt.get(indexId) ?? 0);
    if (known !== null && !isDoubted && now < at + freshSeconds * 1000) return known;
    try {
      return await this.#ask(mirror, known);
    } catch (error) {
      if (!(error instanceof UpstreamFailed)) throw error;
      if (known !== null && now <= at + staleSeconds * 1000) return known;
      throw unavailable(mirror, error.message);
    }
  }

  async #ask(mirror: MirrorSettings, known: KnownList | null): Promise<KnownList> {
    const validatedAt = this.#world.clock().toISOString();
    const url = new URL(mirror.upstreamUrl);
    const answer = await this.#contacts.ask(mirror, {
      url,
      headers: {
        accept: PAGE_TYPES,
        'accept-encoding': 'gzip',
        ...(known?.etag && { 'if-none-match': known.etag }),
      },
    });
    const { status, headers, body } = answer;
    if (status !== 200) body.destroy();
    if (status === 304 && known !== null) {
      this.#contacts.succeeded(mirror);
      return this.#remember(mirror.indexId, { ...known, validatedAt });
    }
    try {
      if (status !== 200)
        throw new UpstreamFailed(`${url.host}: it answers ${status} for its list of projects`);
      const names = await readNames(answer);
      const tag = await this.#write(mirror.indexId, names);
      this.#contacts.succeeded(mirror);
      const { upstreamUrl } = mirror;
      return await this.#remember(mirror.indexId, {
        upstreamUrl,
        tag,
        etag: headers.etag ?? null,
        validatedAt,
      });
    } catch (error) {
      body.destroy();
      throw this.#contacts.failed(mirror, error, url);
    }
  }

  /** Readers of the list before keep what they have opened. */
  async #write(indexId: string, names: SortedNames): Promise<string> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const unfinished = join(this.#folder, `${indexId}.unfinished`);
    const hash = createHash('sha256');
    const handle = await open(unfinished, 'w', 0o600);
    try {
      for await (const portion of names.inOrder()) {
        const text = `${portion.join('\n')}\n`;
        hash.update(text);
        await handle.write(text);
      }
    } finally {
      await handle.close();
    }
    const tag = hash.digest('hex');
    await rename(unfinished, this.#path(indexId, tag));
    return tag;
  }

  async #remember(indexId: string, list: KnownList): Promise<KnownList> {
    const file = this.#path(indexId, 'json');
    await writeFile(`${file}.unfinished`, JSON.stringify(list), { mode: 0o600 });
    await rename(`${file}.unfinished`, file);
    for (const name of await readdir(this.#folder)) {
      const isOther = name !== `${indexId}.json` && name !== `${indexId}.${list.tag}`;
      if (name.startsWith(`${indexId}.`) && isOther) await rm(join(this.#folder, name), { force: true });
    }
    return list;
  }

  /** Null: there is none, or it is that of another upstream. */
  async #known({ indexId, upstreamUrl }: MirrorSettings): Promise<KnownList | null> {
    const text = await readFile(this.#path(indexId, 'json'), 'utf8').catch(() => null);
    if (text === null) return null;
    const list = JSON.parse(text) as KnownList;
    return list.upstreamUrl === upstreamUrl ? list : null;
  }

  async *#copied(indexId: string): AsyncGenerator<readonly string[]> {
    for (let last = ''; ;) {
      const rows = await this.#world.readDb.mirrorFile.groupBy({
        by: ['normalizedName'],
        where: { indexId, normalizedName: { gt: last } },
        orderBy: { normalizedName: 'asc' },
        take: OFFLINE_NAMES,
      });
      if (rows.length > 0) yield rows.map(({ normalizedName }) => normalizedName);
      if (rows.length < OFFLINE_NAMES) return;
      last = rows.at(-1)!.normalizedName;
    }
  }

  #path(indexId: string, ending: string): string {
    return join(this.#folder, `${indexId}.${ending}`);
  }
}

/** @throws {UnreadableText} */
async function readNames(answer: UpstreamAnswer): Promise<SortedNames> {
  const names = new SortedNames();
  const add = (told: unknown) => {
    if (typeof told === 'string' && isProjectName(told)) names.add(normalizeProjectName(told));
  };
  const steps = inSteps(unpacked(answer), MOST_BYTES);
  if (isJson(answer.headers['content-type'] ?? '')) {
    const elements = new JsonElements('projects', (each) => add(isRecord(each) ? each.name : null));
    for await (const step of steps) {
      elements.write(step);
      await letOthersIn();
    }
    elements.end();
    if (!elements.hasList) throw new UnreadableText('it has no list of projects');
  } else {
    const decoder = new StringDecoder('utf8');
    let pages = 0;
    let others = 0;
    const anchors = new HtmlAnchors(answer.url, ({ attributes, text }) => {
      if (isPageOf(text, attributes.get('href') ?? '')) pages += 1;
      else others += 1;
      add(text);
    });
    for await (const step of steps) {
      anchors.write(decoder.write(step));
      await letOthersIn();
    }
    anchors.end();
    // The web page of an index, which a forgotten "simple/" leads to, has links to anything.
    if (others > pages) throw new UnreadableText('it is a web page, and no list of projects');
  }
  return names;
}

/** The link of a project ends with its name (PEP 503). */
function isPageOf(text: string, href: string): boolean {
  const path = href.replace(/[?#].*$/, '').replace(/\/(?:index\.html)?$/, '');
  const last = path.slice(path.lastIndexOf('/') + 1);
  return normalizeProjectName(last) === normalizeProjectName(text);
}
