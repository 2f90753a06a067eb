// One token and lists of tokens: who sees which, what of them, and what each filter means.

import { beforeAll, expect, it } from 'vitest';

import type { TestApp } from '../support/app.ts';
import { eachApp } from '../support/each-app.ts';
import type { Anonymous, Person, TokenHolder } from '../support/people.ts';
import { ask, codeOf } from './ask.ts';
import { change } from './change.ts';

const LIST =
  'query ($filter: TokenFilterInput) { tokens(filter: $filter, first: 100) { totalCount nodes { name } } }';
const SHOWN = `query ($tokenId: String!) { token(tokenId: $tokenId) {
  name wire description owner { name } issuer { name } origin allAddresses addresses graceUntil rotatedFrom
  lastUsedAddress lastUsedClient createdAddress viewerCanRevoke viewerCanChange indexes { path }
} }`;
const HOUR = 60 * 60 * 1000;

eachApp('a list of tokens', (open) => {
  let app: TestApp;
  let ada: Person;
  let alice: Person;
  let bert: Person;
  let cleo: Person;
  let ofDev: TokenHolder;
  let ofOwn: TokenHolder;
  let everywhere: TokenHolder;

  beforeAll(async () => {
    app = await open();
    ada = await app.person('ada', { role: 'ADMIN' });
    alice = await app.person('alice');
    bert = await app.person('bert');
    cleo = await app.person('cleo');
    await change(ada, 'createGroup', { name: 'builders' });
    await change(ada, 'addGroupMembers', { name: 'builders', users: ['bert'] });
    await alice.createIndex('alice/dev', { readers: ['alice', 'bert'], uploaders: ['alice', ':builders'] });
    await alice.createIndex('alice/open', { readers: [':anonymous:'], uploaders: ['alice'] });
    await bert.createIndex('bert/own');
    const scopes = ['index:read'];
    await alice.mintToken({ name: 'laptop', scopes, indexes: ['alice/dev'] });
    ofDev = await bert.mintToken({
      name: 'ci of dev',
      scopes: ['index:read', 'index:upload'],
      indexes: ['alice/dev'],
      projects: ['six', 'lib-*'],
      addresses: ['127.0.0.0/8'],
    });
    ofOwn = await bert.mintToken({ name: 'own', scopes, indexes: ['bert/own'] });
    await bert.mintToken({ name: 'both', scopes, indexes: ['alice/dev', 'bert/own'] });
    everywhere = await bert.mintToken({ name: 'everywhere', scopes, allIndexes: true });
    await cleo.mintToken({ name: 'of cleo', scopes, allIndexes: true, wire: 'ATTENUABLE' });
  });

  async function names(who: Anonymous, filter: object | null = null): Promise<string[]> {
    const { nodes, totalCount } = await ask<{ nodes: { name: string }[]; totalCount: number }>(who, LIST, {
      filter,
    });
    expect(totalCount).toBe(nodes.length);
    return nodes.map(({ name }) => name);
  }

  const show = (who: Anonymous, { tokenId }: Pick<TokenHolder, 'tokenId'>) =>
    ask<Record<string, unknown> | null>(who, SHOWN, { tokenId });

  it('has one’s own without a filter, the newest first', async () => {
    expect(await names(bert)).toEqual(['everywhere', 'both', 'own', 'ci of dev']);
    expect(await names(ada)).toEqual([]);
  });

  it('has everybody’s for an admin alone, and the refusal says so', async () => {
    expect(await names(ada, { everybody: true })).toEqual([
      'of cleo',
      'everywhere',
      'both',
      'own',
      'ci of dev',
      'laptop',
    ]);
    expect(await codeOf(alice, LIST, { filter: { everybody: true } })).toBe('NOT_ALLOWED');
    expect(await codeOf(ofDev, LIST, { filter: { everybody: true } })).toBe('NOT_ALLOWED');
  });

  it('of a user has for others what is bound to their indexes, and nothing for strangers', async () => {
    expect(await names(ada, { owner: 'bert' })).toEqual(['everywhere', 'both', 'own', 'ci of dev']);
    expect(await names(alice, { owner: 'bert' })).toEqual(['both', 'ci of dev']);
    expect(await names(cleo, { owner: 'bert' })).toEqual([]);
    expect(await codeOf(ada, LIST, { filter: { owner: 'nobody' } })).toBe('NOT_FOUND');
  });

  it('of an index has for its owner what is bound to it, for admins what its lists let in, for others their own', async () => {
    const filter = { packageIndex: 'alice/dev' };
    expect(await names(alice, filter)).toEqual(['both', 'ci of dev', 'laptop']);
    expect(await names(ada, filter)).toEqual(['everywhere', 'both', 'ci of dev', 'laptop']);
    expect(await names(bert, filter)).toEqual(['everywhere', 'both', 'ci of dev']);
  });

  it('of an index that one may not see is told like that of one that does not exist', async () => {
    const refusal = async (who: Anonymous, packageIndex: string) =>
      (await who.graphql(LIST, { filter: { packageIndex } })).errors?.map(({ message }) => message);
    for (const [who, path] of [[cleo, 'alice/dev'], [ofDev, 'bert/own'], [ada, 'alice/none']] as const) {
      expect(await refusal(who, path)).toEqual([`There is no package index "${path}".`]);
    }
  }); // prettier-ignore

  it('of an index has for admins who may change its lists through the API, wherever they are listed', async () => {
    const steward = await ada.mintToken({ name: 'steward', scopes: ['indexes:write'], allIndexes: true });
    expect(await names(ada, { packageIndex: 'bert/own' })).toEqual(['steward', 'everywhere', 'both', 'own']);
    await ada.revoke(steward);
  });

  it('of an index that is open to everybody shows its owner no token that is bound to none', async () => {
    const filter = { packageIndex: 'alice/open', state: 'ACTIVE' };
    expect(await names(ada, filter)).toEqual(['of cleo', 'everywhere']);
    expect(await names(alice, filter)).toEqual([]);
    expect(await names(alice, { owner: 'cleo' })).toEqual([]);
  });

  it('shows nobody’s token, nor who is in a group, to somebody who puts them into the lists of an index', async () => {
    await cleo.createIndex('cleo/bait', { readers: ['cleo', 'bert', ':builders'] });
    expect(await names(cleo, { packageIndex: 'cleo/bait' })).toEqual(['of cleo']);
    expect(await names(cleo, { owner: 'bert' })).toEqual([]);
    expect(await show(cleo, everywhere)).toBeNull();
  });

  it.each([
    ['six', ['both', 'ci of dev', 'laptop']],
    ['Lib_Core', ['both', 'ci of dev', 'laptop']],
    ['lib', ['both', 'laptop']],
    ['sixty', ['both', 'laptop']],
  ])('of the project %s has who can touch it now', async (project, expected) => {
    expect(await names(alice, { packageIndex: 'alice/dev', project })).toEqual(expected);
    expect(await names(ada, { packageIndex: 'alice/dev', project })).toEqual(['everywhere', ...expected]);
  });

  it('of a project leaves out who lost the right, is deactivated, paused or past its end', async () => {
    const dora = await app.person('dora');
    const filter = { packageIndex: 'alice/dev', project: 'seven' };
    await change(alice, 'updatePackageIndex', {
      path: 'alice/dev',
      readers: ['alice', 'bert', 'dora'],
    });
    const scopes = ['index:read'];
    const expiresAt = new Date(app.app.world.clock().getTime() + HOUR).toISOString();
    const token = await dora.mintToken({ name: 'of dora', scopes, indexes: ['alice/dev'] });
    await dora.mintToken({ name: 'short', scopes, indexes: ['alice/dev'], expiresAt });
    const ofDora = async () => (await names(ada, { ...filter, owner: 'dora' })).sort();
    expect(await ofDora()).toEqual(['of dora', 'short']);

    await change(ada, 'pauseToken', { tokenId: token.tokenId });
    expect(await ofDora()).toEqual(['short']);
    await change(ada, 'resumeToken', { tokenId: token.tokenId });
    await change(alice, 'updatePackageIndex', { path: 'alice/dev', readers: ['alice', 'bert'] });
    expect(await ofDora()).toEqual([]);
    await change(alice, 'updatePackageIndex', {
      path: 'alice/dev',
      readers: ['alice', 'bert', ':authenticated:'],
    });
    expect(await ofDora()).toEqual(['of dora', 'short']);
    await change(ada, 'deactivateUser', { name: 'dora' });
    expect(await ofDora()).toEqual([]);
    expect(await names(ada, { owner: 'dora', state: 'DISABLED' })).toEqual(['short', 'of dora']);
    await change(alice, 'updatePackageIndex', { path: 'alice/dev', readers: ['alice', 'bert'] });
  });

  it('of a project needs the index that it is in', async () => {
    expect(await codeOf(alice, LIST, { filter: { project: 'six' } })).toBe('INVALID_INPUT');
  });

  it('is filtered by state and form, joined with everything else that is given', async () => {
    const gone = await bert.mintToken({ name: 'gone', scopes: ['index:read'], allIndexes: true });
    await bert.revoke(gone);
    expect(await names(bert, { state: 'REVOKED' })).toEqual(['gone']);
    expect(await names(bert, { state: 'ACTIVE', packageIndex: 'bert/own' })).toEqual([
      'everywhere',
      'both',
      'own',
    ]);
    expect(await names(ada, { everybody: true, wire: 'ATTENUABLE' })).toEqual(['of cleo']);
    expect(await names(ada, { everybody: true, wire: 'LEGACY' })).toEqual([]);
  });

  it('has nothing but itself for a token, and the viewer says which it is', async () => {
    expect(await names(ofDev)).toEqual(['ci of dev']);
    expect(await names(ofDev, { owner: 'bert' })).toEqual(['ci of dev']);
    expect(await names(ofDev, { packageIndex: 'alice/dev' })).toEqual(['ci of dev']);
    expect(await show(ofDev, ofOwn)).toBeNull();
    expect(await show(ofDev, ofDev)).toMatchObject({
      name: 'ci of dev',
      addresses: ['127.0.0.0/8'],
      createdAddress: '127.0.0.1',
      viewerCanRevoke: false,
      viewerCanChange: false,
    });
    const viewerToken = '{ viewer { token { name } } }';
    expect(await ask(ofDev, viewerToken)).toEqual({ token: { name: 'ci of dev' } });
    expect(await ask(bert, viewerToken)).toEqual({ token: null });
  });

  it('has all of them for an admin’s token that reads the audit trail, and itself for a member’s', async () => {
    const auditor = await ada.mintToken({ name: 'auditor', scopes: ['audit:read'] });
    const small = await cleo.mintToken({ name: 'small auditor', scopes: ['audit:read'] });
    expect(await names(auditor)).toEqual(await names(ada, { everybody: true }));
    expect(await names(auditor, { everybody: true })).toContain('of cleo');
    expect(await names(auditor, { packageIndex: 'bert/own' })).toContain('own');
    expect(await show(auditor, ofOwn)).toMatchObject({ name: 'own', viewerCanRevoke: false });
    expect(await names(small)).toEqual(['small auditor']);
    expect(await show(small, ofOwn)).toBeNull();
  });

  it('tells the owner of an index neither addresses nor clients of others', async () => {
    await ofDev.graphql('{ viewer { name } }');
    expect(await show(alice, ofDev)).toEqual({
      name: 'ci of dev',
      wire: 'OPAQUE',
      description: null,
      owner: { name: 'bert' },
      issuer: { name: 'bert' },
      origin: 'API',
      allAddresses: false,
      addresses: [],
      graceUntil: null,
      rotatedFrom: null,
      lastUsedAddress: null,
      lastUsedClient: null,
      createdAddress: null,
      viewerCanRevoke: true,
      viewerCanChange: false,
      indexes: [{ path: 'alice/dev' }],
    });
    for (const viewer of [bert, ada]) {
      expect(await show(viewer, ofDev)).toMatchObject({
        addresses: ['127.0.0.0/8'],
        lastUsedAddress: '127.0.0.1',
        lastUsedClient: 'node',
        createdAddress: '127.0.0.1',
        viewerCanRevoke: true,
        viewerCanChange: true,
      });
    }
  });

  it('nor does the trail tell the owner of an index from where others’ tokens may be used', async () => {
    const trail = `query ($subject: String!) { auditEvents(filter: { action: TOKEN_CREATED, subject: $subject }, first: 1) {
      nodes { detail { addresses patterns } } } }`;
    const told = (who: Anonymous) => ask(who, trail, { subject: ofDev.tokenId });
    const patterns = ['six', 'lib-*'];
    expect(await told(alice)).toEqual({ nodes: [{ detail: { addresses: [], patterns } }] });
    expect(await told(bert)).toEqual({ nodes: [{ detail: { addresses: ['127.0.0.0/8'], patterns } }] });
  });

  it('offers to revoke what reaches further only to who may, and what is revoked to nobody', async () => {
    const [both] = (
      await ask<{ nodes: { tokenId: string }[] }>(
        bert,
        '{ tokens(filter: { packageIndex: "bert/own" }, first: 5) { nodes { tokenId name } } }',
      )
    ).nodes.filter((node) => 'name' in node && node.name === 'both');
    expect(await show(alice, both!)).toMatchObject({ viewerCanRevoke: false, viewerCanChange: false });
    expect(await show(alice, everywhere)).toBeNull();
    const gone = await bert.mintToken({ name: 'gone too', scopes: ['index:read'], allIndexes: true });
    await bert.revoke(gone);
    expect(await show(bert, gone)).toMatchObject({ viewerCanRevoke: false, viewerCanChange: false });
  });

  it('5.7.17, X14: tells a foreign token like one that does not exist', async () => {
    expect(await show(cleo, ofDev)).toBeNull();
    expect(await show(cleo, { tokenId: '0123456789012345678901' })).toBeNull();
    expect(await show(cleo, { tokenId: 'not an id' })).toBeNull();
  });
});
