// Who can touch an index through another one: tokens for the indexes that have it as a base, near or far.

import { beforeAll, expect, it } from 'vitest';

import type { TestApp } from '../support/app.ts';
import { eachApp } from '../support/each-app.ts';
import type { Anonymous, Person } from '../support/people.ts';
import { ask } from './ask.ts';
import { change } from './change.ts';

eachApp('a list of tokens that reach a base', (open) => {
  let app: TestApp;
  let ada: Person;
  let alice: Person;
  let bert: Person;

  beforeAll(async () => {
    app = await open();
    ada = await app.person('ada', { role: 'ADMIN' });
    alice = await app.person('alice');
    bert = await app.person('bert');
    const cleo = await app.person('cleo');
    await alice.createIndex('alice/base', { readers: ['alice', 'bert'] });
    await alice.createIndex('alice/between', { readers: [':authenticated:'], bases: ['alice/base'] });
    await bert.createIndex('bert/top', { readers: ['bert', 'cleo'], bases: ['alice/between'] });
    await bert.createIndex('bert/apart');
    const scopes = ['index:read'];
    await bert.mintToken({ name: 'far', scopes, indexes: ['bert/top'] });
    await bert.mintToken({ name: 'far, of demo', scopes, indexes: ['bert/top'], projects: ['demo'] });
    await bert.mintToken({ name: 'near', scopes, indexes: ['alice/between'] });
    await bert.mintToken({ name: 'uploads', scopes: ['index:upload'], indexes: ['bert/top'] });
    await bert.mintToken({ name: 'apart', scopes, indexes: ['bert/apart'] });
    await cleo.mintToken({ name: 'of cleo, who does not read the base', scopes, indexes: ['bert/top'] });
  });

  async function names(who: Anonymous, filter: object): Promise<string[]> {
    const { nodes, totalCount } = await ask<{ nodes: { name: string }[]; totalCount: number }>(
      who,
      'query ($filter: TokenFilterInput) { tokens(filter: $filter, first: 100) { totalCount nodes { name } } }',
      { filter },
    );
    expect(totalCount).toBe(nodes.length);
    return nodes.map(({ name }) => name).sort();
  }

  it('has those for an index above it, of somebody who reads both, and no others', async () => {
    expect(await names(ada, { packageIndex: 'alice/base' })).toEqual(['far', 'far, of demo', 'near']);
  });

  it('has of a project those that may read it, and no uploads go through', async () => {
    expect(await names(ada, { packageIndex: 'alice/base', project: 'Demo' })).toEqual([
      'far',
      'far, of demo',
      'near',
    ]);
    expect(await names(ada, { packageIndex: 'alice/base', project: 'other' })).toEqual(['far', 'near']);
  });

  it('shows the owner of the base nobody else’s token', async () => {
    expect(await names(alice, { packageIndex: 'alice/base' })).toEqual(['near']);
  });

  it('loses them as soon as the way is gone', async () => {
    await change(bert, 'updatePackageIndex', { path: 'bert/top', bases: [] });
    expect(await names(ada, { packageIndex: 'alice/base' })).toEqual(['near']);
    await change(alice, 'updatePackageIndex', { path: 'alice/base', readers: ['alice'] });
    expect(await names(ada, { packageIndex: 'alice/base' })).toEqual([]);
  });
});
