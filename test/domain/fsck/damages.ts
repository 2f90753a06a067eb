// Every kind of damage, made on purpose on a server that holds three files: its name, what it is, which thing fsck names,
// and how it is done. Rows are damaged through the change log, where the damage is not that they were changed past it.

import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  closeSync,
  mkdirSync,
  openSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

import type { DamageCode } from '../../../server/domain/fsck/damage.ts';
import { blobPath } from '../../../server/storage/blobs.ts';
import { canonicalJson } from '../../../server/storage/canonical-json.ts';
import { chainChange } from '../../../server/storage/change-log.ts';
import type { Engine } from '../../../server/storage/database.ts';
import type { Write } from '../../../server/storage/transact.ts';
import type { TestApp } from '../../support/app.ts';
import { makeSdist, makeWheel } from '../../support/distributions.ts';

export const wheel = makeWheel({ name: 'acme-greeting', version: '1.0' });
export const other = makeWheel({ name: 'acme-farewell', version: '2.0' });
export const sdist = makeSdist({ name: 'acme-greeting', version: '1.0' });
const NOON = '2026-11-23T12:00:00.000+00:00';
const HOUR = 60 * 60 * 1000;

export interface Damaged {
  readonly app: TestApp;
  readonly path: string;
  /** Through the change log, as a mistake of ours would be. */
  readonly write: (work: (write: Write) => Promise<unknown>) => Promise<void>;
  /** Past the server. */
  readonly sql: (statement: string) => Promise<void>;
}

export type Case = readonly [
  code: DamageCode,
  what: string,
  subject: RegExp,
  damage: (on: Damaged) => Promise<void> | void,
  engine?: Engine,
];

const id = '00000000-0000-7000-8000-000000000000';
const fileOf = async ({ read }: Write, filename: string) =>
  read.file.findFirstOrThrow({ where: { filename } });

export const CASES: readonly Case[] = [
  [
    'REFERENCE_BROKEN',
    'a session of nobody',
    /^Session /,
    ({ sql }) =>
      sql(
        `INSERT INTO "Session" ("id", "userId", "carrier", "secretHash", "createdAt", "lastSeenAt", "expiresAt")
           VALUES ('${id}', 'nobody', 'BEARER', '', '${NOON}', '${NOON}', '${NOON}')`,
      ),
  ],
  [
    'CHANGE_MISSING',
    'a change that is gone',
    /^change 3$/,
    ({ sql }) => sql(`DELETE FROM "Change" WHERE "serial" = 2`),
  ],
  [
    'CHANGE_ALTERED',
    'a change with another text',
    /^change 2$/,
    ({ sql }) =>
      sql(`UPDATE "Change" SET "images" = replace("images", 'alice', 'mallory') WHERE "serial" = 2`),
  ],
  [
    'CHANGE_UNCHAINED',
    'a change behind one that never was',
    /^change \d+$/,
    async ({ app, sql }) => {
      const { db } = app.app.world.database;
      const { serial, epoch, committedAt, images } = await db.change.findFirstOrThrow({
        orderBy: { serial: 'desc' },
      });
      const texts = (JSON.parse(images) as unknown[]).map(canonicalJson);
      const [part] = chainChange({ serial, epoch, committedAt, previousHash: 'f'.repeat(64) }, texts);
      await sql(`UPDATE "Change" SET "previousHash" = '${part!.previousHash}', "hash" = '${part!.hash}'
        WHERE "serial" = ${serial}`);
      await sql(`UPDATE "LogHead" SET "hash" = '${part!.hash}'`);
    },
  ],
  [
    'HEAD_WRONG',
    'a head at another change',
    /^head$/,
    ({ sql }) => sql(`UPDATE "LogHead" SET "serial" = "serial" + 1`),
  ],
  [
    'ROW_DIFFERS',
    'a row that was changed past the server',
    /^PackageIndex /,
    ({ sql }) => sql(`UPDATE "PackageIndex" SET "description" = 'ours now'`),
  ],
  [
    'ROW_UNLOGGED',
    'a row that was added past the server',
    /^IndexGrant /,
    ({ sql }) =>
      sql(
        `INSERT INTO "IndexGrant" ("id", "indexId", "right", "principal", "createdAt")
           VALUES ('${id}', (SELECT "id" FROM "PackageIndex"), 'READ', ':anonymous:', '${NOON}')`,
      ),
  ],
  [
    'ROW_MISSING',
    'a row that was removed past the server',
    /^IndexGrant /,
    ({ sql }) => sql(`DELETE FROM "IndexGrant" WHERE "right" = 'UPLOAD'`),
  ],
  [
    'NAME_KEY_WRONG',
    'a project that is kept under another name',
    /^Project /,
    ({ write }) =>
      write(async (w) => {
        const project = await w.read.project.findFirstOrThrow({ where: { normalizedName: 'acme-farewell' } });
        await w.remove('File', { id: (await fileOf(w, other.filename)).id });
        await w.update('Project', { id: project.id }, { normalizedName: 'acme.farewell' });
      }),
  ],
  [
    'FILE_MISPLACED',
    'a file in the project of another name',
    /^alice\/prod\/acme_greeting-1\.0-py3-none-any\.whl$/,
    ({ write }) =>
      write(async (w) => {
        const { projectId, releaseId } = await fileOf(w, other.filename);
        await w.update('File', { id: (await fileOf(w, wheel.filename)).id }, { projectId, releaseId });
      }),
  ],
  [
    'FILE_SIZE_WRONG',
    'a file with another size than its bytes',
    /^alice\/prod\/acme_greeting-1\.0-py3-none-any\.whl$/,
    ({ write }) =>
      write(async (w) => {
        await w.update('File', { id: (await fileOf(w, wheel.filename)).id }, { sizeBytes: 1n });
      }),
  ],
  [
    'PROVENANCE_BROKEN',
    'a way with a step that is missing',
    /^alice\/prod\/acme_greeting-1\.0-py3-none-any\.whl$/,
    ({ write }) =>
      write(async (w) => {
        const { id: fileId } = await fileOf(w, wheel.filename);
        const step = { kind: 'PROMOTED', at: w.at, indexPath: 'alice/prod', actorName: 'alice' } as const;
        await w.create('ProvenanceStep', { id, fileId, position: 1, ...step });
      }),
  ],
  [
    'INDEX_KIND_WRONG',
    'a mirror without an upstream',
    /^alice\/prod$/,
    ({ write }) =>
      write(async (w) => {
        const index = await w.read.packageIndex.findFirstOrThrow();
        await w.update('PackageIndex', { id: index.id }, { kind: 'MIRROR' });
      }),
  ],
  [
    'BASES_IN_CIRCLE',
    'an index that is its own base',
    /^alice\/prod$/,
    ({ write }) =>
      write(async (w) => {
        const { id: indexId } = await w.read.packageIndex.findFirstOrThrow();
        await w.create('IndexBase', { id, indexId, baseId: indexId, position: 0 });
      }),
  ],
  [
    'BLOB_ROW_MISSING',
    'a file whose blob has no row',
    /^alice\/prod\/acme_greeting-1\.0-py3-none-any\.whl$/,
    ({ write }) => write((w) => w.remove('Blob', { sha256: wheel.sha256 })),
  ],
  [
    'BLOB_STATE_WRONG',
    'a file whose blob is on its way out',
    /^alice\/prod\/acme_greeting-1\.0-py3-none-any\.whl$/,
    ({ write }) =>
      write((w) => w.update('Blob', { sha256: wheel.sha256 }, { state: 'UNREFERENCED', stateAt: w.at })),
  ],
  [
    'BLOB_SIZE_WRONG',
    'a blob whose row and file have another size',
    new RegExp(`^blob ${wheel.sha256}$`),
    ({ write }) =>
      write(async (w) => {
        await w.update('Blob', { sha256: wheel.sha256 }, { sizeBytes: 1n });
        await w.update('File', { id: (await fileOf(w, wheel.filename)).id }, { sizeBytes: 1n });
      }),
  ],
  ['BLOB_MISSING', 'a blob that is gone', new RegExp(`^blob ${wheel.sha256}$`), ({ path }) => rmSync(path)],
  [
    'BLOB_ALTERED',
    'a blob with one other byte at its end',
    new RegExp(`^blob ${wheel.sha256}$`),
    ({ path }) => {
      truncateSync(path, wheel.bytes.length - 1);
      appendFileSync(path, '?');
    },
  ],
  [
    'BLOB_UNREADABLE',
    'a folder in the place of a blob',
    new RegExp(`^blob ${wheel.sha256}$`),
    ({ path }) => {
      rmSync(path);
      mkdirSync(path);
    },
  ],
  [
    'BLOB_STRAY_FILE',
    'a file that is no blob',
    /^blobs\/..\/notes\.txt$/,
    ({ path }) => writeFileSync(join(dirname(path), 'notes.txt'), 'not ours'),
  ],
  [
    'SIDECAR_DIFFERS',
    'metadata beside a file that are those of another',
    /^alice\/prod\/acme_greeting-1\.0-py3-none-any\.whl$/,
    ({ write }) =>
      write(async (w) => {
        const { metadataSha256 } = await fileOf(w, other.filename);
        await w.update('File', { id: (await fileOf(w, wheel.filename)).id }, { metadataSha256 });
      }),
  ],
  [
    'BLOB_WITHOUT_ROW',
    'old bytes that no row names',
    /^blob ff0{62}$/,
    ({ app }) => {
      const orphan = blobPath(app.dataFolder, `ff${'0'.repeat(62)}`);
      writeFileSync(orphan, 'left by a killed upload');
      const before = new Date(Date.now() - 49 * HOUR);
      utimesSync(orphan, before, before);
    },
  ],
  [
    'TOMBSTONE_KEEPS_BYTES',
    'a file that was deleted long ago and whose bytes nobody collected',
    /^alice\/prod\/acme_greeting-1\.0-py3-none-any\.whl$/,
    ({ write }) =>
      write(async (w) => {
        const deletedAt = new Date(w.at.getTime() - 49 * HOUR);
        await w.update('File', { id: (await fileOf(w, wheel.filename)).id }, { deletedAt });
      }),
  ],
  [
    'DATABASE_CORRUPT',
    'a database with a page of noise',
    /^wheelhouse\.sqlite$/,
    async ({ app }) => {
      const { db } = app.app.world.database;
      await db.$queryRawUnsafe('PRAGMA wal_checkpoint(TRUNCATE)');
      const [page] = await db.$queryRawUnsafe<{ rootpage: number | bigint }[]>(
        `SELECT rootpage FROM sqlite_master WHERE name = 'File_sha256_idx'`,
      );
      const file = join(app.dataFolder, 'wheelhouse.sqlite');
      const descriptor = openSync(file, 'r+');
      writeSync(descriptor, randomBytes(4096), 0, 4096, (Number(page!.rootpage) - 1) * 4096);
      closeSync(descriptor);
    },
    'sqlite',
  ],
];
