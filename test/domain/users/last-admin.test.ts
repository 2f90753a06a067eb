// Two admins who take each other out at the same moment: both requests are let in, both wait for the writers' lock, and
// exactly one wins, fifty times. With PostgreSQL there are two server processes, with SQLite there are two requests.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { change, codeOfChange } from '../../graphql/change.ts';
import { launch } from '../../process/launch.ts';
import { createTestApp, type TestApp } from '../../support/app.ts';
import { signedIn, type Person } from '../../support/people.ts';
import { createTestDatabase, hasPostgres } from '../../support/postgres.ts';

const ROUNDS = 50;
const PATIENCE = 120_000;
const PASSWORD = 'one password for all admins';

const LOSSES: readonly { mutation: string; input: (name: string) => object }[] = [
  { mutation: 'updateUser', input: (name) => ({ name, role: 'MEMBER' }) },
  { mutation: 'deactivateUser', input: (name) => ({ name }) },
  { mutation: 'deleteUser', input: (name) => ({ name, confirmName: name }) },
];

/** Where each of the two signs in, and what holds both back until both wait to write. */
interface Arena {
  readonly urls: readonly [string, string];
  readonly atOnce: <Result>(act: () => Promise<Result>[]) => Promise<Result[]>;
}

async function duel({ urls, atOnce }: Arena, first: Person, second: Person): Promise<string[]> {
  const people: [Person, Person] = [first, second];
  const verdicts: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { mutation, input } = LOSSES[round % LOSSES.length]!;
    const [one, other] = people;
    const outcomes = await atOnce(() => [
      codeOfChange(one, mutation, input(other.name)),
      codeOfChange(other, mutation, input(one.name)),
    ]);
    verdicts.push(
      outcomes
        .map((code) => code ?? 'done')
        .sort()
        .join(' and '),
    );
    const winner = outcomes[0] === null ? 0 : 1;
    const loser = winner === 0 ? 1 : 0;
    const name = await bringBack(people[winner], people[loser].name, mutation, round);
    people[loser] = await signedIn(urls[loser], name, PASSWORD);
  }
  return verdicts;
}

/** Who is demoted lacks the right, who is deactivated or deleted is nobody. */
const VERDICTS = Array.from(
  { length: ROUNDS },
  (_, round) => `${round % LOSSES.length === 0 ? 'FORBIDDEN' : 'UNAUTHENTICATED'} and done`,
);

/** The name of the loser, who is an admin again, or of another one. */
async function bringBack(by: Person, name: string, mutation: string, round: number): Promise<string> {
  if (mutation === 'updateUser') await change(by, 'updateUser', { name, role: 'ADMIN' });
  if (mutation === 'deactivateUser') await change(by, 'activateUser', { name });
  if (mutation !== 'deleteUser') return name;
  const heir = `heir-${round}`;
  await change(by, 'createUser', { name: heir, role: 'ADMIN', password: PASSWORD });
  return heir;
}

describe('of two admins who take each other out, on sqlite in two requests,', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  it('exactly one wins each of fifty rounds', { timeout: PATIENCE }, async () => {
    const ada = await app.person('ada', { role: 'ADMIN' });
    await change(ada, 'createUser', { name: 'amy', role: 'ADMIN', password: PASSWORD });
    const amy = await signedIn(app.url, 'amy', PASSWORD);
    const heir = await makeOneLike(ada);
    const arena: Arena = { urls: [app.url, app.url], atOnce: barrierBeforeWriting(app) };
    await change(amy, 'deleteUser', { name: 'ada', confirmName: 'ada' });
    expect(await duel(arena, heir, amy)).toEqual(VERDICTS);
  });

  async function makeOneLike(by: Person): Promise<Person> {
    await change(by, 'createUser', { name: 'anna', role: 'ADMIN', password: PASSWORD });
    return signedIn(app.url, 'anna', PASSWORD);
  }
});

/** Nobody writes before two want to. */
function barrierBeforeWriting({ app }: TestApp): Arena['atOnce'] {
  const { database } = app.world;
  const { db } = database;
  return async (act) => {
    let waiting: (() => void)[] = [];
    const whenBothAreThere = () =>
      new Promise<void>((resolve) => {
        waiting.push(resolve);
        if (waiting.length < 2) return;
        for (const go of waiting) go();
        waiting = [];
      });
    const held = new Proxy(db, {
      get(target, key) {
        const value: unknown = Reflect.get(target, key);
        if (key !== '$transaction' || typeof value !== 'function') return value;
        return async (...given: unknown[]) => {
          await whenBothAreThere();
          return (value as (...all: unknown[]) => unknown).apply(target, given);
        };
      },
    });
    (database as { db: typeof db }).db = held;
    try {
      return await Promise.all(act());
    } finally {
      (database as { db: typeof db }).db = db;
    }
  };
}

describe.skipIf(!hasPostgres())(
  'of two admins who take each other out, on postgresql in two processes,',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'wheelhouse-admins-'));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it('exactly one wins each of fifty rounds', { timeout: PATIENCE }, async () => {
      const databaseUrl = await createTestDatabase();
      const first = startNode(databaseUrl, 'first');
      const firstUrl = await first.listening;
      const second = startNode(databaseUrl, 'second');
      const secondUrl = await second.listening;
      const lock = new pg.Client({ connectionString: databaseUrl });
      await lock.connect();
      try {
        const ada = await signedIn(firstUrl, 'ada', PASSWORD);
        await change(ada, 'createUser', { name: 'amy', role: 'ADMIN', password: PASSWORD });
        const amy = await signedIn(secondUrl, 'amy', PASSWORD);
        const arena: Arena = { urls: [firstUrl, secondUrl], atOnce: behindTheLock(lock) };
        expect(await duel(arena, ada, amy)).toEqual(VERDICTS);
      } finally {
        await lock.end();
        for (const node of [first, second]) node.signal('SIGTERM');
        await Promise.all([first.ended, second.ended]);
      }
    });

    function startNode(databaseUrl: string, name: string) {
      const secretFile = join(folder, 'secret');
      const passwordFile = join(folder, 'password');
      writeFileSync(secretFile, `1 ${Buffer.alloc(32, 7).toString('base64')}\n`, { mode: 0o600 });
      writeFileSync(passwordFile, PASSWORD, { mode: 0o600 });
      return launch({
        program: fileURLToPath(new URL('../../../server/main.ts', import.meta.url)),
        nodeOptions: ['--import', 'tsx'],
        environment: {
          DATABASE_URL: databaseUrl,
          WHEELHOUSE_DATA: join(folder, name),
          WHEELHOUSE_SECRET_FILE: secretFile,
          WHEELHOUSE_ADMIN: 'ada',
          WHEELHOUSE_ADMIN_PASSWORD_FILE: passwordFile,
        },
      });
    }
  },
);

/** The test holds the row that is the lock of all writers until both processes wait for it. */
function behindTheLock(lock: pg.Client): Arena['atOnce'] {
  return async (act) => {
    await lock.query('BEGIN');
    await lock.query(`SELECT 1 FROM "LogHead" WHERE "id" = 'head' FOR UPDATE`);
    const acting = act();
    let waiting = 0;
    while (waiting < 2) {
      const { rows } = await lock.query<{ waiting: number }>(
        `SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      waiting = rows[0]!.waiting;
    }
    await lock.query('COMMIT');
    return Promise.all(acting);
  };
}
