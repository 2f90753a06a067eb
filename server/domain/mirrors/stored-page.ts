// The row of a mirrored page: what is written into it and read out of it. Packed by other threads, and read in steps.

import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

import { JsonElements } from './json-elements.ts';
import type { MirroredFile } from './page.ts';
import { inSteps, type UpstreamPage } from './read-page.ts';

export interface StoredPage extends Omit<UpstreamPage, 'files'> {
  /** Whose page it is: one of another upstream is none. */
  readonly upstreamUrl: string;
  readonly files: readonly MirroredFile[];
}

const pack = promisify(gzip);
const unpack = promisify(gunzip);
const MOST_BYTES = 256 * 1024 * 1024;

/** The text that two equal pages share. */
export function pageText({ upstreamUrl, status, statusReason, versions, files }: StoredPage): string {
  return JSON.stringify({ upstreamUrl, status, statusReason, versions, files });
}

export function digestOf(text: string | Buffer): string {
  return createHash('sha256').update(text).digest('base64');
}

export async function packPage(text: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await pack(text));
}

export async function unpackPage(content: Uint8Array): Promise<StoredPage & { readonly digest: string }> {
  const text = await unpack(content);
  const files: MirroredFile[] = [];
  const elements = new JsonElements('files', (element) => files.push(restored(element as StoredFile)));
  for await (const step of inSteps([text], MOST_BYTES)) elements.write(step);
  elements.end();
  const rest = Object.fromEntries(elements.rest) as unknown as Omit<StoredPage, 'files'>;
  return { ...rest, files, digest: digestOf(text) };
}

type StoredFile = Omit<MirroredFile, 'uploadedAt'> & { readonly uploadedAt: string | null };

function restored(file: StoredFile): MirroredFile {
  return { ...file, uploadedAt: file.uploadedAt === null ? null : new Date(file.uploadedAt) };
}
