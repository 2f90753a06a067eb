// The configurations that come with a token, through the API: whose rights count, for which indexes, and that they come
// with the token's text and nowhere else. What the texts are is tested with the rule.

import { isObjectType } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';

import { schema } from '../../server/graphql/schema.ts';
import type { TestApp } from '../support/app.ts';
import { eachApp } from '../support/each-app.ts';
import type { Person } from '../support/people.ts';
import { ask } from './ask.ts';

const CONFIGURATIONS = 'plaintext configurations { packageIndex tool parts { title place text } }';
const CREATE = `mutation ($input: CreateTokenInput!) {
  createToken(input: $input) {
    ... on CreateTokenPayload { token { tokenId } ${CONFIGURATIONS} } ... on UserError { message }
  }
}`;
const ROTATE = `mutation ($input: RotateTokenInput!) {
  rotateToken(input: $input) { ... on RotateTokenPayload { ${CONFIGURATIONS} } ... on UserError { message } }
}`;

interface Minted {
  readonly token: { readonly tokenId: string };
  readonly plaintext: string;
  readonly configurations: readonly {
    readonly packageIndex: string | null;
    readonly tool: string;
    readonly parts: readonly { readonly text: string }[];
  }[];
}

describe('the configurations of a token', () => {
  it('are fields of the two payloads that have its text, and of nothing else', () => {
    const places = Object.values(schema.getTypeMap()).flatMap((type) =>
      isObjectType(type)
        ? Object.values(type.getFields())
            .filter((field) => String(field.type).includes('TokenConfiguration!'))
            .map((field) => `${type.name}.${field.name}`)
        : [],
    );
    expect(places.sort()).toEqual(['CreateTokenPayload.configurations', 'RotateTokenPayload.configurations']);
  });
});

eachApp('the configurations that come with a token', (open) => {
  let app: TestApp;
  let alice: Person;

  beforeAll(async () => {
    app = await open();
    alice = await app.person('alice', { role: 'ADMIN' });
    await app.person('bob');
    await alice.createIndex('alice/prod');
    await alice.createIndex('alice/open', { readers: [':anonymous:'] });
    await alice.createIndex('alice/drop', { readers: ['alice'], uploaders: ['bob'] });
  });

  const create = (name: string, input: object) => ask<Minted>(alice, CREATE, { input: { name, ...input } });
  const toolsOf = ({ configurations }: Minted) =>
    configurations.map(({ packageIndex, tool }) => `${packageIndex ?? 'API'} ${tool}`);

  it('have the addresses under which the server was asked, and the whole text of the token', async () => {
    const minted = await create('reads', { scopes: ['index:read'], indexes: ['alice/prod'] });
    const [pip] = minted.configurations;
    const url = `${app.url.replace('//', `//__token__:${minted.plaintext}@`)}/alice/prod/simple/`;
    expect(pip).toMatchObject({
      packageIndex: 'alice/prod',
      tool: 'PIP',
      parts: [{ text: `[global]\nindex-url = ${url}\n` }],
    });
  });

  it('are those for what its owner may do there, and not for what whoever minted it may', async () => {
    const minted = await create('of bob', {
      scopes: ['index:upload'],
      indexes: ['alice/drop'],
      owner: 'bob',
    });
    expect(toolsOf(minted)).toEqual(
      ['UV', 'POETRY', 'PDM', 'TWINE', 'ENVIRONMENT'].map((tool) => `alice/drop ${tool}`),
    );
  });

  it('of a token for all indexes are for those that its owner reaches, by path, and for the API', async () => {
    const minted = await create('all', { scopes: ['index:read', 'indexes:read'], allIndexes: true });
    const indexes = new Set(minted.configurations.map(({ packageIndex }) => packageIndex));
    expect([...indexes]).toEqual(['alice/drop', 'alice/open', 'alice/prod', null]);
    expect(minted.configurations.at(-1)?.parts).toMatchObject([
      { text: `export WHEELHOUSE_SERVER=${app.url}\nexport WHEELHOUSE_TOKEN=${minted.plaintext}\n` },
    ]);
  });

  it('leave the token out where everybody may read', async () => {
    const minted = await create('open', { scopes: ['index:read'], indexes: ['alice/open'] });
    expect(toolsOf(minted)).toEqual(
      ['PIP', 'UV', 'POETRY', 'PDM', 'ENVIRONMENT'].map((tool) => `alice/open ${tool}`),
    );
    expect(JSON.stringify(minted.configurations)).not.toContain(minted.plaintext);
  });

  it('come with a rotated token too, and hold the new text', async () => {
    const old = await create('rotated', { scopes: ['index:upload'], indexes: ['alice/prod'] });
    const minted = await ask<Minted>(alice, ROTATE, { input: { tokenId: old.token.tokenId } });
    expect(toolsOf(minted)).toEqual(toolsOf(old));
    const all = JSON.stringify(minted.configurations);
    expect(all).toContain(minted.plaintext);
    expect(all).not.toContain(old.plaintext);
  });

  it('of a token for all indexes stop at twenty indexes', async () => {
    const carla = await app.person('carla');
    for (let number = 10; number < 31; number += 1) await carla.createIndex(`carla/i${number}`);
    const minted = await ask<Minted>(carla, CREATE, {
      input: { name: 'all', scopes: ['index:read'], allIndexes: true },
    });
    const indexes = [...new Set(minted.configurations.map(({ packageIndex }) => packageIndex))];
    expect(indexes).toHaveLength(20);
    expect(indexes.slice(0, 2)).toEqual(['alice/open', 'carla/i10']);
  });
});
