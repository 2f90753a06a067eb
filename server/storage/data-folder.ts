// The data folder: made when it is missing, refused with a sentence when nothing could be kept in it.
// Who may work in it at a time is `folder-lock.ts`.

import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

import { syncPath } from './sync-path.ts';

/** Nothing can be kept in the folder as it is; the message says why and what to do. */
export class DataFolderRefused extends Error {
  override readonly name = 'DataFolderRefused';
}

/** @throws {DataFolderRefused} */
export function prepareDataFolder(folder: string): void {
  const existing = nearestExisting(folder);
  if (!statSync(existing).isDirectory()) {
    const where = existing === folder ? 'is not a folder' : `lies below ${existing}, which is not a folder`;
    throw new DataFolderRefused(`The data folder ${folder} ${where}: ${ANOTHER}`);
  }
  try {
    makeBelow(existing, folder);
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    const advice = code === 'EACCES' ? `${GIVE_RIGHTS}, or ${ANOTHER}` : ANOTHER;
    throw new DataFolderRefused(`The data folder ${folder} cannot be made (${code}): ${advice}`);
  }
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch {
    throw new DataFolderRefused(`The data folder ${folder} cannot be written: ${GIVE_RIGHTS}, or ${ANOTHER}`);
  }
}

const ANOTHER = 'name another folder in WHEELHOUSE_DATA.';
const GIVE_RIGHTS = 'give this user the right to';

function nearestExisting(path: string): string {
  return existsSync(path) ? path : nearestExisting(dirname(path));
}

/** For this user alone: password hashes and uploads lie in it. One by one: Node's own recursive form never returns where nothing can be made, as below /proc. */
function makeBelow(existing: string, folder: string): void {
  if (folder === existing) return;
  makeBelow(existing, dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
  syncPath(dirname(folder));
}
