// Two nodes over one PostgreSQL: what one was told, the other knows at its next request (STATE 12).

import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';

import { HeadWatch } from '../../../server/domain/replicas/head-watch.ts';
import { recoverAdmin } from '../../../server/domain/users/links.ts';
import { Commits, type Commit } from '../../../server/storage/commits.ts';
import type { Database } from '../../../server/storage/database.ts';
import { transact } from '../../../server/storage/transact.ts';
import { createTestApp, type TestApp } from '../../support/app.ts';
import { makeWheel } from '../../support/distributions.ts';
import {
  anonymous,
  basic,
  holder,
  type Anonymous,
  type Person,
  type TokenHolder,
} from '../../support/people.ts';
import { createTestDatabase, hasPostgres, openDatabaseToAll } from '../../support/postgres.ts';

const JSON_TYPE = 'application/vnd.pypi.simple.v1+json';
const PAGE = '/alice/prod/simple/demo/';

describe.skipIf(!hasPostgres())('of two nodes on one PostgreSQL', () => {
  let a: TestApp, b: TestApp;
  let alice: Person, bob: Person;
  let reading: TokenHolder;

  beforeAll(async () => {
    a = await createTestApp({ engine: 'postgresql' });
    b = await createTestApp({ engine: 'postgresql', beside: a });
    [alice, bob] = [await a.person('alice'), await a.person('bob')];
    await alice.createIndex('alice/prod', { readers: ['alice', 'bob'] });
    reading = await alice.mintToken({ scopes: ['index:read'], indexes: ['alice/prod'] });
    const answer = await alice.withPassword.upload('alice/prod', makeWheel({ name: 'demo', version: '1.0' }));
    expect(answer.status).toBe(200);
  });
  afterAll(async () => {
    await b.close();
    await a.close();
  });

  const onB = {
    token: ({ plaintext }: TokenHolder) => holder(b.url, plaintext),
    password: (name: string, password: string) => ({
      get: async (path: string) => anonymous(b.url).get(path, { authorization: basic(name, password) }),
    }),
  };
  /** Twice: once from the database, once from memory. */
  const warm = async (visitor: Pick<Anonymous, 'get'>) => {
    for (const time of ['cold', 'warm'])
      expect([time, (await visitor.get(PAGE)).status]).toEqual([time, 200]);
  };

  it('the second refuses a token at the next request after the first revoked it', async () => {
    for (let round = 0; round < 10; round += 1) {
      const token = await alice.mintToken({ scopes: ['index:read'], indexes: ['alice/prod'] });
      await warm(onB.token(token));
      await alice.revoke(token);
      expect([round, (await onB.token(token).get(PAGE)).status]).toEqual([round, 401]);
    }
  });

  it('the second shows an upload at the next request after the first answered it, fifty times', async () => {
    const visitor = onB.token(reading);
    await warm(visitor);
    for (let round = 0; round < 50; round += 1) {
      const version = `2.${round}`;
      const answer = await alice.withPassword.upload('alice/prod', makeWheel({ name: 'demo', version }));
      expect(answer.status).toBe(200);
      const page = (await (await visitor.get(PAGE, { accept: JSON_TYPE })).json()) as { versions: string[] };
      expect([round, page.versions.at(-1)]).toEqual([round, version]);
    }
  }, 60_000);

  it('the second shows what both uploaded at once, whoever was first', async () => {
    const { plaintext } = await alice.mintToken({ scopes: ['index:upload'], indexes: ['alice/prod'] });
    for (let round = 0; round < 10; round += 1) {
      const versions = [`3.${round}.1`, `3.${round}.2`];
      const nodes = [holder(a.url, plaintext), holder(b.url, plaintext)];
      const answers = await Promise.all(
        nodes.map((node, place) =>
          node.upload('alice/prod', makeWheel({ name: 'demo', version: versions[place]! })),
        ),
      );
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      for (const url of [a.url, b.url]) {
        const page = (await (
          await holder(url, reading.plaintext).get(PAGE, { accept: JSON_TYPE })
        ).json()) as {
          versions: string[];
        };
        expect(page.versions.filter((version) => versions.includes(version)).sort()).toEqual(versions);
      }
    }
  }, 60_000);

  it('the second shuts out whom the first took from the list, and lets in whom it put there', async () => {
    const readers = async (names: string[]) => {
      const answer = await alice.graphql(
        `mutation ($input: UpdatePackageIndexInput!) { updatePackageIndex(input: $input) { __typename } }`,
        { input: { path: 'alice/prod', readers: names } },
      );
      expect(answer.data).toEqual({ updatePackageIndex: { __typename: 'UpdatePackageIndexPayload' } });
    };
    const bobsToken = await bob.mintToken({ scopes: ['index:read'], indexes: ['alice/prod'] });
    const visitors = [onB.password('bob', bob.password), onB.token(bobsToken)];
    const statuses = () => Promise.all(visitors.map(async (visitor) => (await visitor.get(PAGE)).status));
    await Promise.all(visitors.map(warm));
    await readers(['alice']);
    expect(await statuses()).toEqual([403, 403]);
    await readers(['alice', 'bob']);
    expect(await statuses()).toEqual([200, 200]);
  });

  it('the second takes the new password and not the old one at the next request after the first set it', async () => {
    const ruth = await a.person('ruth', { role: 'ADMIN' });
    await ruth.createIndex('ruth/prod');
    const page = '/ruth/prod/simple/';
    const statusWith = async (password: string) => (await onB.password('ruth', password).get(page)).status;
    expect([await statusWith(ruth.password), await statusWith(ruth.password)]).toEqual([200, 200]);
    const { secret } = await recoverAdmin(a.app.world, 'ruth');
    const answer = await a.nobody.graphql(
      `mutation ($input: RedeemLinkInput!) { redeemLink(input: $input) { __typename } }`,
      { input: { secret, password: 'another one of ruth', carrier: 'BEARER' } },
    );
    expect(answer.data).toEqual({ redeemLink: { __typename: 'RedeemLinkPayload' } });
    expect(await statusWith(ruth.password)).toBe(401);
    expect(await statusWith('another one of ruth')).toBe(200);
  });

  it('the second knows no session that ended at the first, and no deactivated user', async () => {
    const carol = await a.person('carol');
    const whoOnB = async () => {
      const answer = await fetch(`${b.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${carol.bearer}` },
        body: '{"query":"{ viewer { name } }"}',
      });
      return answer.status;
    };
    expect([await whoOnB(), await whoOnB()]).toEqual([200, 200]);
    await carol.graphql('mutation { signOut { __typename } }');
    expect(await whoOnB()).toBe(401);

    const bobsToken = await bob.mintToken({ scopes: ['index:read'], indexes: ['alice/prod'] });
    const visitors = [onB.token(bobsToken), onB.password('bob', bob.password)];
    await Promise.all(visitors.map(warm));
    await transact(a.app.world, (write) =>
      write.update('User', { name: 'bob' }, { deactivatedAt: write.at }),
    );
    expect(await Promise.all(visitors.map(async (visitor) => (await visitor.get(PAGE)).status))).toEqual([
      401, 401,
    ]);
  });

  it('each looks once for all that wait, and none of them takes a look that began before', async () => {
    const { database } = a.app.world;
    const head = await database.readDb.logHead.findUniqueOrThrow({ where: { id: 'head' } });
    const looks = { count: 0 };
    const watch = new HeadWatch(counting(database, looks), new Commits(head.serial), unexpected);
    await Promise.all(Array.from({ length: 20 }, async () => watch.caughtUp()));
    expect(looks.count).toBe(2);
    await watch.caughtUp();
    expect(looks.count).toBe(3);
  });

  it('a request that is served from memory costs its node that look and nothing else', async () => {
    const visitor = onB.token(reading);
    await warm(visitor);
    b.takeStatements();
    expect((await visitor.get(PAGE)).status).toBe(200);
    expect(b.takeStatements()).toEqual([expect.stringContaining('"LogHead"')]);
  });

  it('a look that fails half way is told again, in full, by the next one', async () => {
    const { world } = a.app;
    const head = await world.readDb.logHead.findUniqueOrThrow({ where: { id: 'head' } });
    const failures = { left: 1 };
    const commits = new Commits(head.serial);
    const told: Commit[] = [];
    commits.listen((commit) => told.push(commit));
    const reported: unknown[] = [];
    const watch = new HeadWatch(failing(world.database, failures), commits, (cause) => reported.push(cause));
    expect(
      (await alice.withPassword.upload('alice/prod', makeWheel({ name: 'demo', version: '4.0' }))).status,
    ).toBe(200);
    await expect(watch.caughtUp()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect([told, reported]).toEqual([[], [new Error('The connection was lost.')]]);
    await watch.caughtUp();
    expect(told.map(({ serial, projects }) => [serial, [...projects]])).toEqual([
      [head.serial + 1n, ['demo']],
    ]);
    await watch.caughtUp();
    expect(told).toHaveLength(1);
  });
});

it.skipIf(!hasPostgres())(
  'a node whose database is gone asks to try again, and answers once it is back',
  async () => {
    const database = await createTestDatabase();
    const app = await createTestApp({ engine: 'postgresql', environment: { DATABASE_URL: database } });
    onTestFinished(() => app.close());
    const alice = await app.person('alice');
    await alice.createIndex('alice/prod');
    const answers = async () => ({
      page: await outcome(await alice.withPassword.get('/alice/prod/simple/', { accept: JSON_TYPE })),
      upload: await outcome(
        await alice.withPassword.upload('alice/prod', makeWheel({ name: 'demo', version: '1.0' })),
      ),
      API: await outcome(
        await app.nobody.request('/graphql', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: '{"query":"{ viewer { name } }"}',
        }),
      ),
    });
    await openDatabaseToAll(database, false);
    const gone = { status: 503, retryAfter: '5', code: 'UNAVAILABLE' };
    const sentence = 'The database does not answer right now. Try again in a moment.';
    expect(await answers()).toEqual({
      page: { ...gone, text: `${sentence}\n` },
      upload: { ...gone, text: `${sentence}\n` },
      API: {
        ...gone,
        text: expect.stringContaining(
          `{"errors":[{"message":"${sentence}","extensions":{"code":"UNAVAILABLE",`,
        ) as string,
      },
    });
    await openDatabaseToAll(database, true);
    const { page, upload, API } = await answers();
    expect([page.status, upload.status, API.status]).toEqual([200, 200, 200]);
  },
);

async function outcome(answer: Response) {
  const { status, headers } = answer;
  return {
    status,
    retryAfter: headers.get('retry-after'),
    code: headers.get('x-error-code'),
    text: await answer.text(),
  };
}

function unexpected(cause: unknown): never {
  throw cause;
}

/** Looks up projects only after so many failures. */
function failing(database: Database, failures: { left: number }): Database {
  return withTable(database, 'project', {
    findMany: async (query: Parameters<Database['readDb']['project']['findMany']>[0]) => {
      failures.left -= 1;
      if (failures.left >= 0) throw new Error('The connection was lost.');
      return database.readDb.project.findMany(query);
    },
  });
}

/** Counts how often the head is read. */
function counting(database: Database, looks: { count: number }): Database {
  return withTable(database, 'logHead', {
    findUniqueOrThrow: async () => {
      looks.count += 1;
      return database.readDb.logHead.findUniqueOrThrow({ where: { id: 'head' } });
    },
  });
}

function withTable(database: Database, name: keyof Database['readDb'], table: object): Database {
  const readDb = new Proxy(database.readDb, {
    get: (db, key) => (key === name ? table : (Reflect.get(db, key) as unknown)),
  });
  return { ...database, readDb };
}
