// Reads the project page of an upstream, JSON or HTML, while it arrives: bounded, in small steps, and refused with a
// reason where it is not one (PEP 503, 691, 700, 714, 792). What each file may be is `told-file.ts`.

import { StringDecoder } from 'node:string_decoder';

import type { ProjectStatus } from '../../storage/_generated/sqlite/client.ts';
import { isVersion } from '../packages/versions.ts';
import { letOthersIn } from '../turn-of-others.ts';
import { HtmlAnchors } from './html-anchors.ts';
import { JsonElements, UnreadableText } from './json-elements.ts';
import { cleaned, isRecord, readFile, type ToldFile, type UpstreamFile } from './told-file.ts';

export interface UpstreamPage {
  readonly status: ProjectStatus;
  readonly statusReason: string | null;
  readonly files: readonly UpstreamFile[];
  readonly versions: readonly string[];
}

export interface PageSource {
  /** As the answer had it; what decides between JSON and HTML. */
  readonly contentType: string;
  /** Of the answer, after redirects: what URLs are relative to. */
  readonly url: URL;
  readonly chunks: AsyncIterable<Buffer> | Iterable<Buffer>;
}

export const PAGE_TYPES =
  'application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html; q=0.1, text/html; q=0.01';

const MOST_BYTES = 64 * 1024 * 1024;
const MOST_FILES = 100_000;
const MOST_VERSIONS = 100_000;
const STEP_BYTES = 64 * 1024;
const FILES_OF_A_STEP = 200;

/** @throws {UnreadableText} whose message is the second half of a sentence */
export async function readPage(source: PageSource, normalizedName: string): Promise<UpstreamPage> {
  const reading = isJson(source.contentType) ? new JsonPage() : new HtmlPage(source.url);
  for await (const chunk of inSteps(source.chunks, MOST_BYTES)) reading.write(chunk);
  const { base, status, statusReason, versions } = reading.end(source.url);
  const files = new Map<string, UpstreamFile>();
  for (const [place, told] of reading.told.entries()) {
    if (place % FILES_OF_A_STEP === FILES_OF_A_STEP - 1) await letOthersIn();
    const file = readFile(told, base, normalizedName);
    if (file !== null && !files.has(file.filename)) files.set(file.filename, file);
  }
  const kept = [...files.values()];
  await letOthersIn();
  return {
    status,
    statusReason,
    files: kept,
    versions: [...new Set([...versions, ...kept.map(({ version }) => version)])],
  };
}

/** @throws {UnreadableText} for a type that no simple index answers with */
export function isJson(contentType: string): boolean {
  const type = (contentType.split(';')[0] ?? '').trim().toLowerCase();
  if (type === 'application/vnd.pypi.simple.v1+json') return true;
  if (type === 'application/vnd.pypi.simple.v1+html' || type === 'text/html') return false;
  throw new UnreadableText('it is neither JSON nor HTML of a simple index');
}

/** Bounded together and each for itself; others are let in between. @throws {UnreadableText} */
export async function* inSteps(
  chunks: AsyncIterable<Buffer> | Iterable<Buffer>,
  mostBytes: number,
): AsyncGenerator<Buffer> {
  let sizeBytes = 0;
  for await (const chunk of chunks) {
    sizeBytes += chunk.length;
    if (sizeBytes > mostBytes) throw new UnreadableText(`it is longer than ${mostBytes} bytes`);
    for (let start = 0; start < chunk.length; start += STEP_BYTES) {
      if (start > 0) await letOthersIn();
      yield chunk.subarray(start, start + STEP_BYTES);
    }
  }
}

interface PageFacts {
  readonly base: URL;
  readonly status: ProjectStatus;
  readonly statusReason: string | null;
  readonly versions: readonly string[];
}

interface PageReading {
  readonly told: readonly ToldFile[];
  write(chunk: Buffer): void;
  end(url: URL): PageFacts;
}

class JsonPage implements PageReading {
  readonly told: ToldFile[] = [];
  readonly #elements = new JsonElements('files', (element) => this.#add(element));

  write(chunk: Buffer): void {
    this.#elements.write(chunk);
  }

  end(base: URL): PageFacts {
    this.#elements.end();
    if (!this.#elements.hasList) throw new UnreadableText('it has no list of files');
    const { rest } = this.#elements;
    const meta = rest.get('meta');
    if (isRecord(meta)) refuseNewer(meta['api-version']);
    // The text of the standard has it at the top, its example below `meta`.
    const told = rest.get('project-status') ?? (isRecord(meta) ? meta['project-status'] : undefined);
    const versions = rest.get('versions');
    return {
      base,
      ...statusOf(isRecord(told) ? told.status : told, isRecord(told) ? told.reason : undefined),
      versions: Array.isArray(versions) ? versions.slice(0, MOST_VERSIONS).filter(isVersionText) : [],
    };
  }

  #add(element: unknown): void {
    if (!isRecord(element)) return;
    refuseMore(this.told);
    const { hashes } = element;
    this.told.push({
      filename: element.filename ?? null,
      url: element.url,
      sha256: isRecord(hashes) && Object.hasOwn(hashes, 'sha256') ? hashes.sha256 : undefined,
      size: element.size,
      requiresPython: element['requires-python'],
      metadata:
        element['core-metadata'] ?? element['dist-info-metadata'] ?? element['data-dist-info-metadata'],
      uploadTime: element['upload-time'],
      yanked: element.yanked,
    });
  }
}

class HtmlPage implements PageReading {
  readonly told: ToldFile[] = [];
  readonly #decoder = new StringDecoder('utf8');
  readonly #anchors: HtmlAnchors;

  constructor(url: URL) {
    this.#anchors = new HtmlAnchors(url, ({ attributes }) => this.#add(attributes));
  }

  write(chunk: Buffer): void {
    this.#anchors.write(this.#decoder.write(chunk));
  }

  end(): PageFacts {
    this.#anchors.end();
    const { base, metas } = this.#anchors;
    refuseNewer(metas.get('pypi:repository-version'));
    return {
      base,
      ...statusOf(metas.get('pypi:project-status'), metas.get('pypi:project-status-reason')),
      versions: [],
    };
  }

  #add(attributes: ReadonlyMap<string, string>): void {
    refuseMore(this.told);
    this.told.push({
      url: attributes.get('href'),
      size: attributes.get('data-size'),
      requiresPython: attributes.get('data-requires-python'),
      metadata: attributes.get('data-core-metadata') ?? attributes.get('data-dist-info-metadata'),
      uploadTime: attributes.get('data-upload-time'),
      yanked: attributes.get('data-yanked'),
    });
  }
}

function refuseMore(told: readonly unknown[]): void {
  if (told.length >= MOST_FILES) throw new UnreadableText(`it lists more than ${MOST_FILES} files`);
}

/** A later major version means other things by the same words (PEP 629). */
function refuseNewer(version: unknown): void {
  if (typeof version === 'string' && /^\d+/.test(version) && !version.startsWith('1.')) {
    throw new UnreadableText('its version of the simple API is none that is known here');
  }
}

const STATUSES: Readonly<Record<string, ProjectStatus>> = {
  active: 'ACTIVE',
  archived: 'ARCHIVED',
  deprecated: 'DEPRECATED',
  quarantined: 'QUARANTINED',
};

/** A status that nobody knows is none. */
function statusOf(told: unknown, reason: unknown): Pick<PageFacts, 'status' | 'statusReason'> {
  const word = typeof told === 'string' ? told.trim().toLowerCase() : '';
  const status = (Object.hasOwn(STATUSES, word) && STATUSES[word]) || 'ACTIVE';
  return {
    status,
    statusReason: typeof reason === 'string' && reason !== '' ? cleaned(reason) : null,
  };
}

function isVersionText(told: unknown): told is string {
  return typeof told === 'string' && isVersion(told);
}
