// What keeps the server from starting is one clear line on standard error that says what to do, and exit code 1.

import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { lockFolder } from '../../server/storage/folder-lock.ts';
import { migrateSqlite } from '../../server/storage/migrate.ts';
import { createTestDatabase, hasPostgres } from '../support/postgres.ts';
import { canRun, launch, programs, temporaryFolder, type LaunchOptions } from './launch.ts';

const migrationsFolder = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));
const key = `1 ${Buffer.alloc(32, 7).toString('base64')}\n`;
const folder = temporaryFolder();

/** A file in a folder of its own. */
function file(name: string, text: string): string {
  const path = join(mkdtempSync(join(folder, 'with-')), name);
  writeFileSync(path, text, { mode: 0o600 });
  return path;
}

const around = (path: string) => join(path, '..');

/** A data folder as a server of this version leaves it, so that a start has nothing to tell but its refusal. */
function usedFolder(): string {
  const used = around(file('server.key', key));
  migrateSqlite(join(used, 'wheelhouse.sqlite'), migrationsFolder);
  return used;
}

async function refusal(environment: Record<string, string>, options: LaunchOptions = {}) {
  const { code, stdout, stderr } = await launch({ environment, ...options }).ended;
  return { code, stdout, stderr };
}

const oneLine = (sentence: string) => ({ code: 1, stdout: '', stderr: `${sentence}\n` });

describe('a start that is refused', { concurrent: true, timeout: 60_000 }, () => {
  describe('a port or an address', () => {
    const other = createServer();
    beforeAll(() => new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve)));
    afterAll(() => void other.close());

    it('that is in use is named', async () => {
      const { port } = other.address() as AddressInfo;
      expect(await refusal({ WHEELHOUSE_DATA: usedFolder(), WHEELHOUSE_PORT: String(port) })).toEqual(
        oneLine(`Port ${port} is in use: stop what listens there, or set WHEELHOUSE_PORT to another.`),
      );
    });

    it.each(['192.0.2.1', 'nowhere.invalid'])(
      '%s, which this machine does not have, is refused',
      async (host) => {
        expect(await refusal({ WHEELHOUSE_DATA: usedFolder(), WHEELHOUSE_HOST: host })).toEqual(
          oneLine('WHEELHOUSE_HOST is no address of this machine.'),
        );
      },
    );
  });

  describe('a data folder', () => {
    const ways = 'name another folder in WHEELHOUSE_DATA.';

    it('that is a file, or lies below one, is refused', async () => {
      const path = file('notes.txt', 'not a folder');
      const sentence = oneLine(`The data folder ${path} is not a folder: ${ways}`);
      expect(await refusal({ WHEELHOUSE_DATA: path })).toEqual(sentence);
      expect(await refusal({ WHEELHOUSE_DATA: join(path, 'below') })).toEqual(
        oneLine(`The data folder ${join(path, 'below')} lies below ${path}, which is not a folder: ${ways}`),
      );
    });

    it.skipIf(process.platform !== 'linux')('that nobody can make is refused at once', async () => {
      expect(await refusal({ WHEELHOUSE_DATA: '/proc/wheels/data' })).toEqual(
        oneLine(`The data folder /proc/wheels/data cannot be made (ENOENT): ${ways}`),
      );
    });

    const asOrdinaryUser = withoutRootsRights();
    it.skipIf(asOrdinaryUser === null)(
      'that this user may not write to is refused, whether it is there or not',
      async () => {
        const closed = mkdtempSync(join(folder, 'closed-'));
        chmodSync(closed, 0o500);
        const options = { through: asOrdinaryUser! };
        const advice = `give this user the right to, or ${ways}`;
        expect(await refusal({ WHEELHOUSE_DATA: closed }, options)).toEqual(
          oneLine(`The data folder ${closed} cannot be written: ${advice}`),
        );
        expect(await refusal({ WHEELHOUSE_DATA: join(closed, 'new') }, options)).toEqual(
          oneLine(`The data folder ${join(closed, 'new')} cannot be made (EACCES): ${advice}`),
        );
      },
    );

    it('that another server works in is refused, to both at the same moment too', async () => {
      const used = usedFolder();
      const lock = lockFolder(used);
      const sentence = `The data folder ${used} is in use by another Wheelhouse server: stop that one, or ${ways}`;
      expect(await refusal({ WHEELHOUSE_DATA: used })).toEqual(oneLine(sentence));
      lock.release();

      const two = [1, 2].map(() => launch({ environment: { WHEELHOUSE_DATA: used } }));
      const loser = await Promise.race(two.map(({ ended }) => ended));
      await Promise.any(two.map(({ listening }) => listening));
      for (const each of two) each.signal('SIGTERM');
      const codes = (await Promise.all(two.map(({ ended }) => ended))).map(({ code }) => code);
      expect(loser).toEqual(oneLine(sentence));
      expect(codes.sort()).toEqual([0, 1]);
    });

    it('whose lock is damaged is refused', async () => {
      const lock = file('lock', 'this is where the lock is kept, and it is no lock');
      expect(await refusal({ WHEELHOUSE_DATA: around(lock) })).toEqual(
        oneLine(`${lock} cannot be locked: file is not a database. Move it away, or ${ways}`),
      );
    });
  });

  describe('a database', () => {
    it('that is newer than the code is refused, and stays as it is', async () => {
      const used = usedFolder();
      const database = new Sqlite(join(used, 'wheelhouse.sqlite'));
      database.exec(`INSERT INTO "_migrations" VALUES ('9999_from_the_future', 'checksum', '2030-01-01')`);
      database.close();
      expect(await refusal({ WHEELHOUSE_DATA: used })).toEqual(
        oneLine(
          'The database has the migration 9999_from_the_future, which this version of Wheelhouse does not know: ' +
            'start the newer version that wrote it, or restore a copy from before.',
        ),
      );
    });

    it('that is none is refused', async () => {
      const database = file('wheelhouse.sqlite', 'this is not what a database looks like, is it?');
      expect(
        await refusal({ WHEELHOUSE_DATA: around(database), WHEELHOUSE_SECRET_FILE: file('secret', key) }),
      ).toEqual(oneLine(`${database} is not a SQLite database: move it away, or name another data folder.`));
    });

    it('on PostgreSQL is refused where nobody listens', async () => {
      const environment = {
        WHEELHOUSE_DATA: mkdtempSync(join(folder, 'data-')),
        WHEELHOUSE_SECRET_FILE: file('secret', key),
        DATABASE_URL: 'postgresql://ada:her-password@127.0.0.1:1/wheels',
      };
      expect(await refusal(environment)).toEqual(
        oneLine(
          'The PostgreSQL database wheels at 127.0.0.1:1 cannot be opened: connect ECONNREFUSED 127.0.0.1:1. ' +
            'Check DATABASE_URL, and that the server is running.',
        ),
      );
    });

    it.skipIf(!hasPostgres())('on PostgreSQL that takes no changes is refused', async () => {
      const url = new URL(await createTestDatabase({ empty: true }));
      url.searchParams.set('options', '-c default_transaction_read_only=on');
      const environment = {
        WHEELHOUSE_DATA: mkdtempSync(join(folder, 'data-')),
        WHEELHOUSE_SECRET_FILE: file('secret', key),
        DATABASE_URL: url.href,
      };
      expect(await refusal(environment)).toEqual(
        oneLine(
          `The PostgreSQL database ${url.pathname.slice(1)} at ${url.host} cannot be migrated: ` +
            'cannot execute CREATE TABLE in a read-only transaction. ' +
            'Check that DATABASE_URL names the primary, and a user who may create tables.',
        ),
      );
    });

    it('on PostgreSQL needs a key file of its own', async () => {
      const environment = {
        WHEELHOUSE_DATA: join(folder, 'never'),
        DATABASE_URL: 'postgresql://127.0.0.1:1/wheels',
      };
      expect(await refusal(environment)).toEqual(
        oneLine('WHEELHOUSE_SECRET_FILE is required with PostgreSQL: all nodes share one server key.'),
      );
      const absent = join(folder, 'no-such-key');
      expect(await refusal({ ...environment, WHEELHOUSE_SECRET_FILE: absent })).toEqual(
        oneLine(
          `WHEELHOUSE_SECRET_FILE names ${absent}, which does not exist. Create it with: ` +
            `(umask 077; echo "1 $(head -c 32 /dev/urandom | base64)" > ${absent})`,
        ),
      );
    });
  });

  describe('a key file', () => {
    it('that is damaged is refused, in words that do not hold it', async () => {
      const damaged = file('server.key', '1 c2hvcnQ=\n');
      expect(await refusal({ WHEELHOUSE_DATA: around(damaged) })).toEqual(
        oneLine(
          `${damaged} is not a key file: each line needs a version number, a space and 32 random bytes in base64.`,
        ),
      );
    });

    it('that is missing beside a database is refused, since without it every token is void', async () => {
      const dataFolder = mkdtempSync(join(folder, 'data-'));
      writeFileSync(join(dataFolder, 'wheelhouse.sqlite'), '');
      const lost = join(dataFolder, 'server.key');
      expect(await refusal({ WHEELHOUSE_DATA: dataFolder })).toEqual(
        oneLine(
          `The server key ${lost} is missing, and without it every token is void. Put it back from a backup, ` +
            `or give the tokens up and create a new one with: (umask 077; echo "1 $(head -c 32 /dev/urandom | base64)" > ${lost})`,
        ),
      );
    });

    it('that cannot be read or made is refused', async () => {
      const place = file('server.key', '');
      const environment = { WHEELHOUSE_DATA: mkdtempSync(join(folder, 'data-')) };
      expect(await refusal({ ...environment, WHEELHOUSE_SECRET_FILE: around(place) })).toEqual(
        oneLine(
          `The server key ${around(place)} cannot be read (EISDIR): WHEELHOUSE_SECRET_FILE may name another.`,
        ),
      );
      expect(await refusal({ ...environment, WHEELHOUSE_SECRET_FILE: join(place, 'key') })).toEqual(
        oneLine(
          `The server key ${join(place, 'key')} cannot be made (ENOTDIR): WHEELHOUSE_SECRET_FILE may name another.`,
        ),
      );
    });
  });

  it('every mistake in the settings has a line of its own', async () => {
    const never = join(folder, 'never');
    const mistakes = {
      WHEELHOUSE_DATA: never,
      WHEELHOUSE_PORT: '99999',
      WHEELHOUSE_MAX_UPLOAD: 'much',
      WHEELHOUSE_PROT: '1',
    };
    expect(await refusal(mistakes)).toEqual(
      oneLine(
        'WHEELHOUSE_PROT is not a setting; docs/settings.md lists those there are.\n' +
          'WHEELHOUSE_PORT must be a port number from 0 to 65535.\n' +
          'WHEELHOUSE_MAX_UPLOAD must be a number of bytes above 0, or a number with KiB, MiB or GiB, such as 2GiB.',
      ),
    );
  });

  describe('the operator’s command line', () => {
    it('makes no link and no files where there is no server’s data', async () => {
      const empty = join(folder, 'empty');
      mkdirSync(empty);
      expect(await refusal({ WHEELHOUSE_DATA: empty }, { words: ['recover-admin', 'ada'] })).toEqual(
        oneLine(
          `There is no Wheelhouse database in ${empty}: name the server’s data folder in WHEELHOUSE_DATA.`,
        ),
      );
      expect(await refusal({ WHEELHOUSE_DATA: usedFolder() }, { words: ['recover-admin', 'ada'] })).toEqual(
        oneLine('There is no admin called "ada".'),
      );
    });

    it('answers what it does not know with its usage and exit code 2', async () => {
      expect(await refusal({}, { words: ['sevre'] })).toEqual({
        code: 2,
        stdout: '',
        stderr:
          'Usage: wheelhouse serve | wheelhouse recover-admin NAME | wheelhouse import-tokens FILE | wheelhouse fsck [--json] [--no-checksums]\n',
      });
    });
  });

  it.each([
    ['start', programs.start, '18.20.4'],
    ['test', programs.test, '20.18.1'],
    ['wheelhouse', programs.wheelhouse, '20.18.1'],
  ])('%s says which Node it needs when it runs on an older one', async (_, program, version) => {
    const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } });`;
    const nodeOptions = ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`];
    expect(await refusal({}, { program, words: [], nodeOptions })).toEqual(
      oneLine(
        `Wheelhouse needs Node 20.19 or newer, and this is Node ${version}: install a newer one and run the command again.`,
      ),
    );
  });
});

/** What to run Node through so that the rights of files bind it; null where that cannot be had. */
function withoutRootsRights(): string[] | null {
  if (process.getuid?.() !== 0) return [];
  const rights = '-dac_override,-dac_read_search';
  const setpriv = ['setpriv', `--bounding-set=${rights}`, `--inh-caps=${rights}`];
  if (canRun('setpriv', ...setpriv.slice(1), 'true')) return setpriv;
  console.warn('SKIPPED: an unwritable data folder, because root writes everywhere and there is no setpriv.');
  return null;
}
