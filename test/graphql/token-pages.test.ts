// Pages of tokens: they stay where they are while tokens come and go, and cost as much for many as for one.

import { beforeAll, expect, it } from 'vitest';

import type { TestApp } from '../support/app.ts';
import { eachApp } from '../support/each-app.ts';
import type { Person } from '../support/people.ts';
import { ask, codeOf } from './ask.ts';

eachApp('a page of tokens', (open) => {
  let app: TestApp;
  let alice: Person;

  beforeAll(async () => {
    app = await open();
    alice = await app.person('alice');
    await alice.createIndex('alice/dev');
    for (let token = 1; token <= 7; token += 1) {
      await alice.mintToken({ name: `t${token}`, scopes: ['index:read'], indexes: ['alice/dev'] });
    }
  });

  interface Page {
    readonly totalCount: number;
    readonly pageInfo: {
      endCursor: string;
      startCursor: string;
      hasNextPage: boolean;
      hasPreviousPage: boolean;
    };
    readonly edges: { readonly node: { name: string; tokenId: string } }[];
  }

  const page = (args: string) =>
    ask<Page>(
      alice,
      `{ tokens(${args}) { totalCount edges { node { name tokenId } } pageInfo { endCursor startCursor hasNextPage hasPreviousPage } } }`,
    );
  const namesOn = ({ edges }: Page) => edges.map(({ node }) => node.name);

  it('goes on behind its end, forward and back, though tokens came and left the list meanwhile', async () => {
    const active = 'filter: { state: ACTIVE }';
    const first = await page(`${active}, first: 3`);
    expect(namesOn(first)).toEqual(['t7', 't6', 't5']);
    expect(first).toMatchObject({ totalCount: 7, pageInfo: { hasNextPage: true, hasPreviousPage: false } });

    await alice.mintToken({ name: 't8', scopes: ['index:read'], indexes: ['alice/dev'] });
    await alice.revoke({ tokenId: first.edges[2]!.node.tokenId });
    const second = await page(`${active}, first: 3, after: "${first.pageInfo.endCursor}"`);
    expect(namesOn(second)).toEqual(['t4', 't3', 't2']);
    const third = await page(`${active}, first: 3, after: "${second.pageInfo.endCursor}"`);
    expect([namesOn(third), third.pageInfo.hasNextPage]).toEqual([['t1'], false]);
    const back = await page(`${active}, last: 2, before: "${second.pageInfo.startCursor}"`);
    expect(namesOn(back)).toEqual(['t7', 't6']);
  });

  it('does not begin behind a cursor of another list', async () => {
    const document = (after: string) => `{ tokens(first: 3, after: "${after}") { totalCount } }`;
    const foreign = Buffer.from('GPC:S:alice/dev').toString('base64');
    expect(await codeOf(alice, document(foreign))).toBe('INVALID_INPUT');
    expect(await codeOf(alice, document('nonsense'))).toBe('BAD_USER_INPUT');
  });

  it('costs a page of indexes as many statements as one index, whatever is asked of their tokens', async () => {
    for (const path of ['alice/second', 'alice/third']) {
      await alice.createIndex(path);
      await alice.mintToken({ scopes: ['index:read'], indexes: [path] });
    }
    const document = (first: number) =>
      `{ packageIndexes(first: ${first}) { nodes { path tokens(first: 5) { totalCount nodes {
        name lastUsedAt lastUsedClient viewerCanRevoke viewerCanChange scopes addresses
      } } } } }`;
    await ask(alice, document(1));
    const count = async (first: number) => {
      app.takeStatements();
      const { nodes } = await ask<{ nodes: unknown[] }>(alice, document(first));
      expect(nodes).toHaveLength(first);
      return app.takeStatements().length;
    };
    expect(await count(3)).toBe(await count(1));
  });

  it('costs as many statements for seven tokens as for one, last use and all', async () => {
    const document = (first: number) =>
      `{ tokens(first: ${first}) { totalCount nodes {
        name state owner { name } issuer { name } scopes indexes { path } projects addresses
        lastUsedAt lastUsedAddress lastUsedClient viewerCanRevoke viewerCanChange
      } } }`;
    await ask(alice, document(1));
    const count = async (first: number) => {
      app.takeStatements();
      await ask(alice, document(first));
      return app.takeStatements().length;
    };
    expect(await count(7)).toBe(await count(1));
  });
});
