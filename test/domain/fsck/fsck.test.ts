// Every kind of damage is made on purpose, and fsck names exactly that one, on both engines; a server that was used in
// every way has none.

import { rmSync, truncateSync } from 'node:fs';

import Sqlite from 'better-sqlite3';
import pg from 'pg';
import { expect, it } from 'vitest';

import { DAMAGE, type Finding } from '../../../server/domain/fsck/damage.ts';
import { fsck } from '../../../server/domain/fsck/fsck.ts';
import { blobPath } from '../../../server/storage/blobs.ts';
import { openReadOnly } from '../../../server/storage/read-only.ts';
import { transact } from '../../../server/storage/transact.ts';
import { placeOf, type TestApp } from '../../support/app.ts';
import { eachApp, type OpenApp } from '../../support/each-app.ts';
import { migrationsFolder } from '../../support/postgres.ts';
import { CASES, other, sdist, wheel, type Damaged } from './damages.ts';

eachApp('fsck', (open, engine) => {
  const cases = CASES.filter(([, , , , only]) => only === undefined || only === engine).map(
    ([code, what, subject, damage]) => ({ code, what, subject, damage }),
  );

  it('has a case for every kind of damage', () => {
    const made = new Set(CASES.map(([code]) => code));
    expect([...made].sort()).toEqual(Object.keys(DAMAGE).sort());
  });

  it('finds nothing where everything was done in the usual way', async () => {
    const app = await filled(open);
    const alice = await app.person('carol');
    await alice.createIndex('carol/old');
    expect((await alice.withPassword.upload('carol/old', wheel)).status).toBe(200);
    await alice.revoke(await alice.mintToken({ scopes: ['index:read'], allIndexes: true }));
    await alice.graphql(
      `mutation ($input: DeletePackageIndexInput!) { deletePackageIndex(input: $input) { __typename } }`,
      { input: { path: 'carol/old', confirmPath: 'carol/old', expectedFiles: 1 } },
    );
    expect(await look(app)).toEqual([]);
    expect(await look(app, { withChecksums: false })).toEqual([]);
  });

  it.each(cases)('names $code: $what', async ({ code, subject, damage }) => {
    const app = await filled(open);
    await damage(damagedBy(app));
    const found = await look(app);
    expect(found.map((finding) => [finding.code, finding.subject])).toEqual([
      [code, expect.stringMatching(subject)],
    ]);
    expect(found[0]!.message).toMatch(/\. [A-Z].*\.$/s);
    expect(found[0]!.message.endsWith(DAMAGE[code].advice)).toBe(true);
  });

  it('sees without checksums that bytes are missing at the end of a blob', async () => {
    const app = await filled(open);
    truncateSync(blobPath(app.dataFolder, wheel.sha256), 10);
    const [finding, ...rest] = await look(app, { withChecksums: false });
    expect([finding?.code, rest]).toEqual(['BLOB_ALTERED', []]);
    expect(finding!.message).toContain(`Needed by alice/prod/${wheel.filename}.`);
  });

  it('asks nobody to bring back the bytes of a blob that no file needs', async () => {
    const app = await filled(open);
    await app.app.world.database.db.file.deleteMany({ where: { sha256: wheel.sha256 } });
    rmSync(blobPath(app.dataFolder, wheel.sha256));
    const found = await look(app);
    const [{ message } = { message: '' }] = found.filter(({ code }) => code === 'BLOB_MISSING');
    expect(message).toBe(
      `The bytes of blob ${wheel.sha256} are not in the folder. No file needs it, so nothing is lost: a server that runs removes what is left of it within four days.`,
    );
  });

  it('does not take for damage what is collected while it looks', async () => {
    const app = await filled(open);
    const shas = [wheel, other, sdist].map(({ sha256 }) => sha256).sort();
    let isCollected = false;
    const collect = async () => {
      if (isCollected) return;
      isCollected = true;
      const { db } = app.app.world.database;
      await db.file.deleteMany({ where: { sha256: shas.at(-1)! } });
      await db.blob.delete({ where: { sha256: shas.at(-1)! } });
      rmSync(blobPath(app.dataFolder, shas.at(-1)!));
    };
    const found = await look(app, { meanwhile: collect });
    expect([isCollected, found]).toEqual([true, []]);
  });
});

async function filled(open: OpenApp): Promise<TestApp> {
  const app = await open();
  const alice = await app.person('alice');
  await alice.createIndex('alice/prod');
  for (const file of [wheel, other, sdist]) {
    expect((await alice.withPassword.upload('alice/prod', file)).status).toBe(200);
  }
  return app;
}

/** `meanwhile` runs between the rows of the blobs and a look at their bytes. */
async function look(
  app: TestApp,
  { withChecksums = true, meanwhile }: { withChecksums?: boolean; meanwhile?: () => Promise<void> } = {},
): Promise<Finding[]> {
  const database = await openReadOnly({ ...placeOf(app), migrationsFolder });
  const findBlobs = database.read.blob.findMany.bind(database.read.blob);
  const read = new Proxy(database.read, {
    get: (client, name) =>
      name !== 'blob' || meanwhile === undefined
        ? (Reflect.get(client, name) as unknown)
        : new Proxy(client.blob, {
            get: (blobs, method) =>
              method === 'findMany'
                ? async (args: Parameters<typeof findBlobs>[0]) => {
                    const rows = await findBlobs(args);
                    await meanwhile();
                    return rows;
                  }
                : (Reflect.get(blobs, method) as unknown),
          }),
  });
  const findings: Finding[] = [];
  const listener = { found: (finding: Finding) => void findings.push(finding), progress: () => {} };
  try {
    const { isClean } = await fsck(
      { database: { ...database, read }, folder: app.dataFolder, clock: () => new Date(), withChecksums },
      listener,
    );
    expect(isClean).toBe(findings.every(({ weight }) => weight === 'LEFTOVER'));
    return findings;
  } finally {
    await database.close();
  }
}

function damagedBy(app: TestApp): Damaged {
  return {
    app,
    path: blobPath(app.dataFolder, wheel.sha256),
    async write(work) {
      await transact(app.app.world, work);
    },
    sql: (statement) => pastTheServer(app, statement),
  };
}

/** On a connection of its own, without foreign keys. */
async function pastTheServer(app: TestApp, statement: string): Promise<void> {
  const place = placeOf(app);
  if ('sqliteFile' in place) {
    const database = new Sqlite(place.sqliteFile);
    database.pragma('foreign_keys = OFF');
    database.exec(statement);
    database.close();
    return;
  }
  const client = new pg.Client({ connectionString: place.url });
  await client.connect();
  await client.query('SET session_replication_role = replica');
  await client.query(statement);
  await client.end();
}
