// The audit trail through the API: who sees which events, what the filter means, and pages that stay in place.

import { beforeAll, describe, expect, it } from 'vitest';

import type { TestApp } from '../support/app.ts';
import { makeWheel } from '../support/distributions.ts';
import { eachApp } from '../support/each-app.ts';
import { basic, type Anonymous, type Person } from '../support/people.ts';

const FIELDS = 'action actor credential subjectKind subject address';
const WHEEL = makeWheel({ name: 'demo', version: '1.0' });

interface Told {
  readonly action: string;
  readonly actor: string;
  readonly subject: string;
  readonly address: string | null;
}

eachApp('auditEvents', (open) => {
  let app: TestApp;
  let alice: Person;
  let bob: Person;
  let ada: Person;

  beforeAll(async () => {
    app = await open();
    alice = await app.person('alice');
    bob = await app.person('bob');
    ada = await app.person('ada', { role: 'ADMIN' });
    await alice.createIndex('alice/drop', { uploaders: ['bob'] });
    await bob.createIndex('bob/own');
    expect((await bob.withPassword.upload('alice/drop', WHEEL)).status).toBe(200);
    await alice.mintToken({ name: 'ci', scopes: ['index:read'], indexes: ['alice/drop'] });
  });

  async function ask(who: Anonymous, filter: object = {}, page = 'first: 100', fields = FIELDS) {
    const answer = await who.graphql(
      `query ($filter: AuditFilterInput) { auditEvents(filter: $filter, ${page}) {
        totalCount edges { cursor } nodes { ${fields} } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
      { filter },
    );
    if (answer.errors) throw new Error(`${answer.errors[0]!.extensions.code}: ${answer.errors[0]!.message}`);
    return (answer.data as { auditEvents: Connection }).auditEvents;
  }

  interface Connection {
    readonly totalCount: number;
    readonly nodes: Told[];
    readonly edges: { readonly cursor: string }[];
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly hasPreviousPage: boolean;
      readonly endCursor: string | null;
      readonly startCursor: string | null;
    };
  }

  const inWords = ({ nodes }: Connection) =>
    nodes.map(({ actor, action, subject }) => `${actor} ${action} ${subject}`);

  describe('who sees what', () => {
    it('an admin sees every event, the newest first', async () => {
      expect(inWords(await ask(ada))).toEqual([
        'alice TOKEN_CREATED ci',
        `bob FILE_UPLOADED ${WHEEL.filename}`,
        'bob INDEX_CREATED bob/own',
        'alice INDEX_CREATED alice/drop',
        'ada SESSION_OPENED ada',
        ':system: USER_CREATED ada',
        'bob SESSION_OPENED bob',
        ':system: USER_CREATED bob',
        'alice SESSION_OPENED alice',
        ':system: USER_CREATED alice',
      ]);
    });

    it('others see what they did, what was done to them, and what happened in their indexes', async () => {
      expect(inWords(await ask(alice))).toEqual([
        'alice TOKEN_CREATED ci',
        `bob FILE_UPLOADED ${WHEEL.filename}`,
        'alice INDEX_CREATED alice/drop',
        'alice SESSION_OPENED alice',
        ':system: USER_CREATED alice',
      ]);
      expect(inWords(await ask(bob))).toEqual([
        `bob FILE_UPLOADED ${WHEEL.filename}`,
        'bob INDEX_CREATED bob/own',
        'bob SESSION_OPENED bob',
        ':system: USER_CREATED bob',
      ]);
    });

    it('no filter widens that, and the count counts no more', async () => {
      expect(await ask(bob, { packageIndex: 'alice/drop' })).toMatchObject({
        totalCount: 1,
        nodes: [{ action: 'FILE_UPLOADED' }],
      });
      expect(await ask(bob, { actor: 'alice' })).toMatchObject({ totalCount: 0, nodes: [] });
      expect(await ask(bob, { subject: 'alice' })).toMatchObject({ totalCount: 0, nodes: [] });
    });

    it('nobody sees where others came from, but the admin and whose password was tried', async () => {
      const addressOf = async (who: Person, filter: object) =>
        (await ask(who, filter)).nodes.map(({ actor, address }) => `${actor} ${address}`);
      expect(await addressOf(alice, { action: 'FILE_UPLOADED' })).toEqual(['bob null']);
      expect(await addressOf(bob, { action: 'FILE_UPLOADED' })).toEqual(['bob 127.0.0.1']);
      expect(await addressOf(ada, { action: 'FILE_UPLOADED' })).toEqual(['bob 127.0.0.1']);

      await app.nobody.get('/alice/drop/simple/', { authorization: basic('alice', 'a wrong password') });
      expect(await addressOf(alice, { action: 'CREDENTIAL_REFUSED' })).toEqual([':anonymous: 127.0.0.1']);
      expect(await addressOf(bob, { action: 'CREDENTIAL_REFUSED' })).toEqual([]);
    });

    it('nobody without a session sees anything, whatever the token', async () => {
      const token = await ada.mintToken({ name: 'admin', scopes: ['index:read'], allIndexes: true });
      await expect(ask(app.nobody)).rejects.toThrow('UNAUTHENTICATED');
      await expect(ask(token)).rejects.toThrow('FORBIDDEN');
    });
  });

  describe('the filter', () => {
    it('joins what it is given by "and"', async () => {
      const wanted: [object, string[]][] = [
        [{ actor: 'bob', subjectKind: 'INDEX' }, ['bob INDEX_CREATED bob/own']],
        [{ actor: ':system:', subject: 'bob' }, [':system: USER_CREATED bob']],
        [{ action: 'TOKEN_CREATED', actor: 'alice' }, ['alice TOKEN_CREATED ci']],
        [{ packageIndex: 'bob/own' }, ['bob INDEX_CREATED bob/own']],
        [{ packageIndex: 'bob/absent' }, []],
        [{ actor: 'zoe' }, []],
        [{ actor: 'bob', until: '2020-01-01T00:00:00Z' }, []],
        [{ actor: 'bob', since: '2099-01-01T00:00:00Z' }, []],
        [
          { actor: null, action: 'INDEX_CREATED', since: '2020-01-01T00:00:00Z', subject: 'bob/own' },
          ['bob INDEX_CREATED bob/own'],
        ],
      ];
      for (const [filter, events] of wanted) expect(inWords(await ask(ada, filter))).toEqual(events);
    });

    it('finds what was done with a session, by its public part', async () => {
      const credentialId = bob.bearer.split('_')[2];
      expect(inWords(await ask(ada, { credentialId }))).toEqual([
        'bob INDEX_CREATED bob/own',
        'bob SESSION_OPENED bob',
      ]);
    });
  });

  describe('a page', () => {
    it('goes on behind its cursor when newer events came and the event of the cursor went', async () => {
      const all = inWords(await ask(ada, { until: new Date().toISOString() }));
      const first = await ask(ada, { until: new Date().toISOString() }, 'first: 3');
      expect(inWords(first)).toEqual(all.slice(0, 3));
      expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });

      await bob.createIndex('bob/later');
      const { endCursor } = first.pageInfo;
      const next = await ask(ada, {}, `first: 3, after: ${JSON.stringify(endCursor)}`);
      expect(inWords(next)).toEqual(all.slice(3, 6));
      const [id] = /[0-9a-f-]{36}$/.exec(Buffer.from(endCursor!, 'base64').toString())!;
      expect((await app.app.world.database.db.auditEvent.deleteMany({ where: { id } })).count).toBe(1);
      expect(inWords(await ask(ada, {}, `first: 3, after: ${JSON.stringify(endCursor)}`))).toEqual(
        all.slice(3, 6),
      );

      const back = await ask(ada, {}, `last: 2, before: ${JSON.stringify(next.pageInfo.endCursor)}`);
      expect(inWords(back)).toEqual(all.slice(3, 5));
      expect(back.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
    });

    it('is read in a constant number of statements', async () => {
      await ask(ada, {}, 'first: 1');
      app.takeStatements();
      await ask(ada, {}, 'first: 1');
      const forOne = app.takeStatements().length;
      await ask(ada, {}, 'first: 100', `${FIELDS} detail { members readers }`);
      expect(app.takeStatements().length).toBe(forOne);
    });

    it('does not begin at what is no cursor', async () => {
      const strange = Buffer.from('GPC:S:2026-11-22 nonsense').toString('base64');
      await expect(ask(ada, {}, `first: 1, after: "${strange}"`)).rejects.toThrow('INVALID_INPUT');
      await expect(ask(ada, {}, 'first: 1, after: "nonsense"')).rejects.toThrow('BAD_USER_INPUT');
    });
  });

  it('an event tells its detail in fields with a type, and names those that it fills', async () => {
    const { nodes } = await ask(
      ada,
      { action: 'FILE_UPLOADED' },
      'first: 1',
      'detail { members project version sha256 sizeBytes readers code expiresAt }',
    );
    expect(nodes).toEqual([
      {
        detail: {
          members: ['project', 'sha256', 'sizeBytes', 'version'],
          project: 'demo',
          version: '1.0',
          sha256: WHEEL.sha256,
          sizeBytes: WHEEL.bytes.length,
          readers: [],
          code: null,
          expiresAt: null,
        },
      },
    ]);
  });
});
