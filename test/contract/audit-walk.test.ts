// Runs each mutation once and once refused, and finds exactly the audit events that it should leave: found in the schema
// that the server serves, so that a new mutation fails here until it says what it leaves.

import { buildSchema, getNamedType, isUnionType, type GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { flushRefusedCredentials } from '../../server/domain/audit/refused-credentials.ts';
import type { Engine } from '../../server/storage/database.ts';
import { signedIn, type GraphQLAnswer, type Person } from '../support/people.ts';
import { hasPostgres } from '../support/postgres.ts';
import { AUDITED } from './audit-calls.ts';
import type { Call } from './audited.ts';
import { Stage } from './walk-actors.ts';

/** Anybody may call these, so no credential is refused by them. */
const OPEN = new Set(['signIn', 'redeemLink', 'reportLeakedToken']);
/** Every token may, about itself. */
const FOR_TOKENS = new Set(['revokeOwnToken']);
/** It tells nobody whether something changed. */
const WITHOUT_SERIAL = new Set(['reportLeakedToken']);

describe.each(['sqlite', 'postgresql'] as const)('the audit trail on %s', (engine: Engine) => {
  describe.skipIf(engine === 'postgresql' && !hasPostgres())('of a whole server', () => {
    let stage: Stage;
    let schema: GraphQLSchema;
    let names: string[];

    beforeAll(async () => {
      stage = await Stage.open(engine);
      schema = buildSchema(await (await stage.app.nobody.get('/graphql/schema.graphql')).text());
      names = Object.keys(schema.getMutationType()!.getFields());
    }, 120_000);
    afterAll(() => stage.app.close());

    async function perform(name: string, { as, input }: Call): Promise<GraphQLAnswer> {
      const field = schema.getMutationType()!.getFields()[name]!;
      const union = getNamedType(field.type);
      const mayRefuse = isUnionType(union) && union.getTypes().length > 1;
      const payload = WITHOUT_SERIAL.has(name) ? '' : `... on ${upper(name)}Payload { serial }`;
      const selection = `{ __typename ${mayRefuse ? '... on UserError { code }' : ''} ${payload} }`;
      if (input === undefined) return as.graphql(`mutation { ${name} ${selection} }`);
      return as.graphql(
        `mutation ($input: ${String(field.args[0]!.type)}) { ${name}(input: $input) ${selection} }`,
        {
          input,
        },
      );
    }

    /** Every event there is, in the order of their writing; and none is left. */
    async function takeEvents() {
      const { world } = stage.app.app;
      await flushRefusedCredentials(world);
      const events = await world.database.db.auditEvent.findMany({ orderBy: [{ id: 'asc' }] });
      await world.database.db.auditEvent.deleteMany();
      world.refusedUses.rows.clear();
      return events;
    }

    const inWords = (events: Awaited<ReturnType<typeof takeEvents>>) =>
      events.map(({ actorName, action, subjectName }) => `${actorName} ${action} ${subjectName}`).sort();

    it('has what is expected of every mutation, and of nothing else', () => {
      expect(Object.keys(AUDITED).sort()).toEqual([...names].sort());
    });

    it('tells of each mutation that was done, with who, from where and in which change', async () => {
      for (const name of names) {
        const { call, leaves } = await AUDITED[name]!.done(stage);
        await takeEvents();
        const answer = await perform(name, call);
        const payload = (answer.data as Record<string, unknown> | null)?.[name] as
          { __typename: string; serial: number } | undefined;
        expect([name, answer.errors?.[0]?.message ?? payload?.__typename]).toEqual([
          name,
          `${upper(name)}Payload`,
        ]);
        const events = await takeEvents();
        expect([name, ...inWords(events)]).toEqual([name, ...leaves.sort()]);
        for (const event of events) {
          expect(event).toMatchObject({ address: '127.0.0.1', requestId: expect.any(String) as string });
          expect(event.requestId).toBe(events[0]!.requestId);
          if (event.serial !== null && !WITHOUT_SERIAL.has(name))
            expect([name, Number(event.serial)]).toEqual([name, payload!.serial]);
          if (event.subjectKind !== 'group') expect([event.action, event.ownerId]).not.toContain(null);
        }
      }
    }, 120_000);

    it('tells of each mutation that was refused only what somebody must know', async () => {
      for (const name of names) {
        const { call, code, leaves = [] } = await AUDITED[name]!.refused(stage);
        await takeEvents();
        const answer = await perform(name, call);
        const refusal = (answer.data as Record<string, unknown> | null)?.[name] as
          { code?: string } | undefined;
        expect([name, answer.errors?.[0]?.extensions.code ?? refusal?.code]).toEqual([name, code]);
        expect([name, ...inWords(await takeEvents())]).toEqual([name, ...leaves]);
      }
    }, 120_000);

    it('tells of a token at each mutation that is for sessions, once for each time', async () => {
      const token = stage.tokens['read token'];
      for (const name of names.filter((each) => !OPEN.has(each) && !FOR_TOKENS.has(each))) {
        const { call } = await AUDITED[name]!.refused(stage);
        await takeEvents();
        const answer = await perform(name, { ...call, as: token });
        expect([name, answer.errors?.[0]?.extensions.code]).toEqual([name, 'FORBIDDEN']);
        const events = await takeEvents();
        expect(inWords(events)).toEqual(['alice credential.refused read']);
        expect(events[0]).toMatchObject({ credentialKind: 'token', credentialId: token.tokenId });
      }
    }, 120_000);

    it('tells nothing of callers without a credential', async () => {
      for (const name of names.filter((each) => !OPEN.has(each))) {
        const { call } = await AUDITED[name]!.refused(stage);
        await takeEvents();
        const answer = await perform(name, { ...call, as: stage.app.nobody });
        expect([name, answer.errors?.[0]?.extensions.code]).toEqual([name, 'UNAUTHENTICATED']);
        expect([name, ...inWords(await takeEvents())]).toEqual([name]);
      }
    }, 120_000);

    it('holds no password and no part of a credential, whatever was done', async () => {
      const { url } = stage.app;
      const alice: Person = await signedIn(url, 'alice', stage.people.owner.password);
      const token = await alice.mintToken({ scopes: ['index:read'], allIndexes: true });
      const rows = (await takeEvents()).map(({ serial, ...row }) => ({ ...row, serial: String(serial) }));
      const text = JSON.stringify(rows);
      expect(rows.map(({ action }) => action)).toEqual(['session.opened', 'token.created']);
      for (const secret of [alice.password, alice.bearer.split('_')[3]!, token.plaintext.split('_')[3]!])
        expect(text).not.toContain(secret);
    });
  });
});

function upper(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
