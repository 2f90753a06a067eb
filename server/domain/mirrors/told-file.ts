// One file as an upstream tells it, to one that may be passed on, or none (PEP 691, 700, 592, 658, 714). Nothing of it
// is believed: what does not belong to the project, cannot be fetched or would break a client is left out.

import { createHash } from 'node:crypto';

import { normalizeProjectName, parseFilename } from '../packages/filenames.ts';
import type { MirroredFile } from './page.ts';

/** What a page says of a file, of whatever type; absent: it says nothing. */
export interface ToldFile {
  readonly filename?: unknown;
  readonly url: unknown;
  readonly sha256?: unknown;
  readonly size?: unknown;
  readonly requiresPython?: unknown;
  readonly metadata?: unknown;
  readonly uploadTime?: unknown;
  /** False, null and absent: not yanked. */
  readonly yanked?: unknown;
}

/** A file before it is known which mirror has it. */
export type UpstreamFile = Omit<MirroredFile, 'layerId'>;

const LONGEST_URL = 4096;
const LONGEST_TEXT = 1000;

/** Null: it is left out. Its URL is relative to `base`. */
export function readFile(told: ToldFile, base: URL, normalizedName: string): UpstreamFile | null {
  const url = fileUrl(told.url, base);
  if (url === null) return null;
  const sha256 = readSha256(told.sha256) ?? sha256InFragment(url);
  if (sha256 === false) return null;
  url.hash = '';
  const filename = told.filename ?? lastSegment(url);
  if (typeof filename !== 'string') return null;
  const parsed = parseFilename(filename, normalizedName);
  if (!parsed.ok || normalizeProjectName(parsed.name) !== normalizedName) return null;
  return {
    filename,
    kind: parsed.kind,
    address: sha256 ?? createHash('sha256').update(url.href).digest('hex'),
    sha256,
    sizeBytes: readSize(told.size),
    requiresPython: readText(told.requiresPython),
    metadataSha256: parsed.kind === 'WHEEL' ? readSidecar(told.metadata) : null,
    uploadedAt: readTime(told.uploadTime),
    yanked: readYanked(told.yanked),
    version: parsed.version,
    url: url.href,
  };
}

/** Credentials in it would end up in our database, and in what the page's readers see. */
function fileUrl(told: unknown, base: URL): URL | null {
  if (typeof told !== 'string' || told.length > LONGEST_URL || !URL.canParse(told, base)) return null;
  const url = new URL(told, base);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  return isWeb && url.username === '' && url.password === '' ? url : null;
}

/** Null: none was told. False: something that is none. */
function readSha256(told: unknown): string | null | false {
  if (told === undefined || told === null) return null;
  const text = typeof told === 'string' ? told.toLowerCase() : '';
  return /^[0-9a-f]{64}$/.test(text) ? text : false;
}

function sha256InFragment({ hash }: URL): string | null | false {
  const [, told] = /[#&]sha256=([^&]*)/.exec(hash) ?? [];
  return readSha256(told);
}

function lastSegment({ pathname }: URL): string | null {
  try {
    return decodeURIComponent(pathname.slice(pathname.lastIndexOf('/') + 1));
  } catch {
    return null;
  }
}

function readSize(told: unknown): number | null {
  const size = typeof told === 'string' && /^[0-9]{1,15}$/.test(told) ? Number(told) : told;
  return typeof size === 'number' && Number.isSafeInteger(size) && size >= 0 ? size : null;
}

function readText(told: unknown): string | null {
  return typeof told === 'string' && told.trim() !== '' ? cleaned(told.trim()) : null;
}

/** A sidecar without a digest could not be told from another one, so it is not offered. */
function readSidecar(told: unknown): string | null {
  const digest =
    typeof told === 'string'
      ? /^sha256=(.*)$/.exec(told.trim())?.[1]
      : isRecord(told) && Object.hasOwn(told, 'sha256')
        ? told.sha256
        : undefined;
  return readSha256(digest) || null;
}

/** RFC 3339. To the millisecond: more of it nobody compares. */
function readTime(told: unknown): Date | null {
  if (typeof told !== 'string') return null;
  const match = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/i.exec(told.trim());
  if (match === null) return null;
  const [, day, time, fraction = '', zone = 'Z'] = match;
  const at = new Date(`${day}T${time}${fraction.slice(0, 4)}${zone.toUpperCase()}`);
  return Number.isNaN(at.getTime()) ? null : at;
}

/** Whatever says more than "no" says "yanked": a client must not be given it as a whole file. */
function readYanked(told: unknown): string | null {
  if (told === undefined || told === null || told === false) return null;
  return typeof told === 'string' ? cleaned(told) : '';
}

/** Without what a database or a page could not carry. */
export function cleaned(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are what must not stay
  return text.slice(0, LONGEST_TEXT).replace(/[\u0000-\u001f\u007f\ud800-\udfff]/gu, ' ');
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
