// The real distributions that the tests here take from the public index: names, versions and digests are committed in
// distributions.json, the files never are. They are fetched once into .cache/distributions.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { runClient } from './python.ts';

export type Distribution = { project: string; version: string; filename: string; sha256: string };

export type Committed = Distribution & {
  sizeBytes: number;
  /** twine refuses metadata of no standard, uv skips file names that are not canonical: each takes what it can. */
  uploadedWith: 'twine' | 'uv';
  /** What this one has that the others have not. */
  why: string;
};

const here = fileURLToPath(new URL('.', import.meta.url));

/** Where the committed files are once `fetchCommitted` is done. */
export const committedFolder = fileURLToPath(new URL('../../.cache/distributions', import.meta.url));

export const committed = JSON.parse(readFileSync(join(here, 'distributions.json'), 'utf8')) as Committed[];

/** Asks the index that this machine's pip is configured with; the only request to the world outside in this folder. */
export async function fetchCommitted(folder: string): Promise<void> {
  const script = join(here, 'fetch_distributions.py');
  const fetched = await runClient('python', [script, committedFolder], { folder, asConfigured: true });
  if (fetched.exitCode !== 0)
    throw new Error(`The real distributions could not be fetched.\n${fetched.stderr}`);
}

export function isWheel({ filename }: { filename: string }): boolean {
  return filename.endsWith('.whl');
}

/** PEP 503. */
export function normalised(project: string): string {
  return project.replace(/[-_.]+/g, '-').toLowerCase();
}
