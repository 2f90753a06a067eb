// Where the text of a token is found: in the one answer that makes it, and nowhere else. Neither in lists, in the trail,
// in refusals, nor in any row of the database. What a server writes into its log is in test/http/log.test.ts, what a
// browser keeps in test/browser/token.test.ts.

import { getNamedType, isLeafType, type GraphQLObjectType } from 'graphql';
import { beforeAll, expect, it } from 'vitest';

import { flushRefusedCredentials } from '../../server/domain/audit/refused-credentials.ts';
import { decodeMacaroon } from '../../server/domain/tokens/macaroon/wire.ts';
import { flushTokenUses } from '../../server/domain/tokens/token-uses.ts';
import { schema } from '../../server/graphql/schema.ts';
import { MODEL_CLASSES } from '../../server/storage/classes.ts';
import { ask } from '../graphql/ask.ts';
import { change } from '../graphql/change.ts';
import type { TestApp } from '../support/app.ts';
import { makeWheel } from '../support/distributions.ts';
import { eachApp } from '../support/each-app.ts';
import { holder, type Person, type TokenHolder } from '../support/people.ts';

const WIRES = ['OPAQUE', 'ATTENUABLE'] as const;
const MINTING = `mutation ($input: CreateTokenInput!) { createToken(input: $input) {
  ... on CreateTokenPayload { plaintext } ... on UserError { message } } }`;

const DETAIL = Object.values((schema.getType('AuditDetail') as GraphQLObjectType).getFields())
  .filter(({ type }) => isLeafType(getNamedType(type)))
  .map(({ name }) => name);
const TRAIL = `{ auditEvents(first: 100) { totalCount nodes {
  action actor address credential credentialId requestId subject subjectId detail { ${DETAIL.join(' ')} } } } }`;
const LIST = `{ tokens(filter: { owner: "alice" }, first: 100) { totalCount nodes {
  tokenId name description state scopes projects addresses rotatedFrom lastUsedAddress lastUsedClient } } }`;

eachApp('the text of a token', (open) => {
  let app: TestApp;
  let ada: Person;
  let alice: Person;
  const made: TokenHolder[] = [];

  beforeAll(async () => {
    app = await open();
    ada = await app.person('ada', { role: 'ADMIN' });
    alice = await app.person('alice');
    await alice.createIndex('alice/prod');
    for (const wire of WIRES) {
      const scopes = ['index:read', 'index:upload', 'audit:read'];
      const token = await alice.mintToken({ scopes, allIndexes: true, wire });
      made.push(token, await rotated(token));
    }
  });

  const rotated = async ({ tokenId }: TokenHolder): Promise<TokenHolder> => {
    const payload = await change(alice, 'rotateToken', { tokenId, graceSeconds: 600 }, 'plaintext');
    return holder(app.url, (payload as unknown as { plaintext: string }).plaintext);
  };

  /** Whatever of the texts opens something, in each form in which it may have been written down. */
  const secrets = async (): Promise<string[]> => {
    const forms = (bytes: Buffer) =>
      (['hex', 'base64', 'base64url'] as const).map((encoding) => bytes.toString(encoding));
    const found: string[] = [];
    for (const { plaintext, tokenId } of made) {
      found.push(plaintext, ...forms(Buffer.from(`__token__:${plaintext}`)));
      const macaroon = decodeMacaroon(plaintext);
      if (macaroon === null) found.push(plaintext.split('_')[3]!.slice(0, 43));
      else {
        const { world } = app.app;
        const row = await world.readDb.token.findUniqueOrThrow({ where: { id: tokenId } });
        const rootKey = world.serverKey.macaroonRootKey(tokenId, row.salt!, row.rootKeyVersion!)!;
        found.push(...forms(macaroon.signature), ...forms(rootKey));
      }
    }
    return found;
  };
  const secretsIn = async (text: string) => (await secrets()).filter((secret) => text.includes(secret));

  it('5.7.22: is in no answer but the one that makes it, not in lists, the trail or refusals', async () => {
    const told: string[] = [];
    const note = async (answer: Promise<Response>) => {
      const response = await answer;
      told.push(JSON.stringify([...response.headers]), await response.text());
    };
    const query = async (by: { graphql: Person['graphql'] }, document: string, variables = {}) =>
      void told.push(JSON.stringify(await by.graphql(document, variables)));
    for (const token of made) {
      const { plaintext } = token;
      await note(token.get('/alice/prod/simple/'));
      await note(token.get(`/${plaintext}/prod/simple/`));
      await note(token.get(`/alice/prod/simple/${plaintext}/`));
      await note(
        token.upload('alice/prod', makeWheel({ name: 'demo', version: '1.0' }), { name: plaintext }),
      );
      await note(app.nobody.get('/alice/prod/simple/', { authorization: `Bearer ${plaintext}x` }));
      await query(token, '{ viewer { token { tokenId name scopes } } }');
      await query(
        token,
        '{ tokens { nodes { tokenId name description } } auditEvents { nodes { subject credentialId } } }',
      );
      for (const document of [
        'query ($text: String!) { token(tokenId: $text) { name } }',
        'query ($text: String!) { packageIndex(path: $text) { path } }',
        'mutation ($text: String!) { revokeToken(input: { tokenId: $text }) { ... on UserError { message path } } }',
        'mutation ($text: String!) { revokeTokens(input: { owner: $text }) { ... on UserError { message path } } }',
        'mutation ($text: Int!) { __typename }',
      ])
        await query(alice, document, { text: plaintext });
      const wrong = { name: 'x', scopes: [plaintext], indexes: [plaintext], projects: [plaintext] };
      await query(alice, MINTING, { input: wrong });
      await query(alice, MINTING, { input: { ...wrong, scopes: ['index:read'] } });
    }
    await flushRefusedCredentials(app.app.world);
    for (const by of [alice, ada]) {
      const list = await ask<{ totalCount: number }>(by, LIST);
      const trail = await ask<{ totalCount: number }>(by, TRAIL);
      expect([list.totalCount, trail.totalCount > 10]).toEqual([made.length, true]);
      told.push(JSON.stringify([list, trail]));
    }
    expect(told.length).toBeGreaterThan(60);
    expect(await secretsIn(told.join('\n'))).toEqual([]);
  });

  it('5.7.22: is in no row of any table, whole, in part or as the key that it is signed with', async () => {
    await flushRefusedCredentials(app.app.world);
    await flushTokenUses(app.app.world);
    const delegates = app.app.world.readDb as unknown as Record<string, { findMany(): Promise<unknown[]> }>;
    const written: string[] = [];
    for (const model of Object.keys(MODEL_CLASSES)) {
      const rows = await delegates[`${model[0]!.toLowerCase()}${model.slice(1)}`]!.findMany();
      written.push(
        JSON.stringify(rows, (_, value: unknown) =>
          typeof value === 'bigint'
            ? String(value)
            : value instanceof Uint8Array
              ? Buffer.from(value).toString('latin1')
              : value,
        ),
      );
    }
    const dump = written.join('\n');
    for (const { tokenId } of made) expect(dump).toContain(tokenId);
    expect(await secretsIn(dump)).toEqual([]);
  });

  it('5.7.22: is in an answer that nobody may keep', async () => {
    const input = { name: 'kept by nobody', scopes: ['index:read'], allIndexes: true };
    const answer = await app.nobody.request('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${alice.bearer}` },
      body: JSON.stringify({ query: MINTING, variables: { input } }),
    });
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(await answer.text()).toContain('wh_pat_');
  });

  it('X11: is not made by a GET, which is fetched ahead, logged and cached', async () => {
    const before = await app.counts();
    const input = { name: 'by a link', scopes: ['index:read'], allIndexes: true };
    const parameters = new URLSearchParams({ query: MINTING, variables: JSON.stringify({ input }) });
    const answer = await app.nobody.get(`/graphql?${parameters.toString()}`, {
      authorization: `Bearer ${alice.bearer}`,
    });
    expect(answer.status).toBe(405);
    expect(await answer.text()).not.toContain('wh_pat_');
    expect(await app.counts()).toEqual(before);
  });
});
