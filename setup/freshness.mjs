// Decides whether something made from sources has to be made again: by what the sources contain, not by their times,
// because a checkout of another branch gives new times to old contents and old contents to new times.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './steps.mjs';

/**
 * Does the work unless its outputs exist and its sources are those of the last time. Paths are relative to the root;
 * a folder stands for every file below it, and a path that does not exist for nothing.
 * @param {{ name: string, sources: string[], outputs: string[] }} target
 * @param {() => Promise<void> | void} work
 */
export async function unlessFresh({ name, sources, outputs }, work) {
  const stampFile = join(root, '.cache', `${name}.sha256`);
  const stamp = fingerprint(sources);
  const made = outputs.every((path) => existsSync(join(root, path)));
  if (made && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;

  // Without the stamp, work that was interrupted counts as not done.
  rmSync(stampFile, { force: true });
  await work();
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(stampFile, stamp);
}

/** @param {string[]} sources */
function fingerprint(sources) {
  const hash = createHash('sha256');
  for (const file of sources.flatMap(filesBelow)) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesBelow(path) {
  const entry = statSync(join(root, path), { throwIfNoEntry: false });
  if (!entry) return [];
  if (!entry.isDirectory()) return [path];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesBelow(`${path}/${name}`));
}
