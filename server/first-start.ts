// The first start: an admin out of the settings, or a link that makes one. No password is ever built in.

import { readFileSync } from 'node:fs';
import { SettingsRefused, type Settings } from './config.ts';
import { SYSTEM_CALLER } from './domain/actor.ts';
import { Refusal } from './domain/errors.ts';
import { createUser } from './domain/users/accounts.ts';
import { isSetupNeeded, makeLink, type LinkSecret } from './domain/users/links.ts';
import type { World } from './domain/world.ts';

/** The link to show, or null when there is an admin, already or now. @throws {SettingsRefused} */
export async function prepareFirstStart(world: World, settings: Settings): Promise<LinkSecret | null> {
  if (!(await isSetupNeeded(world))) return null;
  if (settings.firstAdmin === null) return makeLink(world, world.database.db, 'FIRST_ADMIN', null);
  const { name, passwordFile } = settings.firstAdmin;
  try {
    const password = readPassword(passwordFile);
    await createUser(world, SYSTEM_CALLER, { name, role: 'ADMIN', password });
  } catch (error) {
    if (error instanceof Refusal)
      throw new SettingsRefused(`WHEELHOUSE_ADMIN cannot be made: ${error.message}`);
    throw error;
  }
  return null;
}

/** Where a link leads; its secret is in the fragment, which no browser sends. */
export function linkUrl(origin: string, { purpose, secret }: LinkSecret): string {
  return `${origin}/ui/${purpose === 'FIRST_ADMIN' ? 'setup' : 'set-password'}#${secret}`;
}

function readPassword(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch {
    throw new SettingsRefused(`WHEELHOUSE_ADMIN_PASSWORD_FILE names ${file}, which cannot be read.`);
  }
}
