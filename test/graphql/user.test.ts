// Users: creating them, listing them, and what one may know of another.

import { beforeAll, expect, it } from 'vitest';

import type { TestApp } from '../support/app.ts';
import { eachApp } from '../support/each-app.ts';
import { signedIn, type Person } from '../support/people.ts';
import { ask } from './ask.ts';

const CREATE = `mutation ($input: CreateUserInput!) {
  createUser(input: $input) {
    __typename
    ... on CreateUserPayload { setupLink serial user { name displayName email kind role deactivatedAt } }
    ... on NameTakenError { name }
    ... on UserError { message code path }
  }
}`;

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly { readonly name: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

eachApp('users', (open) => {
  let app: TestApp;
  let ada: Person;
  let alice: Person;

  beforeAll(async () => {
    app = await open();
    ada = await app.person('ada', { role: 'ADMIN' });
    alice = await app.person('alice');
  });

  it('with a password can sign in at once, and get no link', async () => {
    const password = 'correct horse battery staple';
    const created = await ask(ada, CREATE, { input: { name: 'bert', displayName: 'Bert B.', password } });
    expect(created).toEqual({
      __typename: 'CreateUserPayload',
      setupLink: null,
      serial: expect.any(Number) as number,
      user: {
        name: 'bert',
        displayName: 'Bert B.',
        email: null,
        kind: 'HUMAN',
        role: 'MEMBER',
        deactivatedAt: null,
      },
    });
    await expect(signedIn(app.url, 'bert', password)).resolves.toMatchObject({ name: 'bert' });
  });

  it('without a password get a link, and service accounts get none', async () => {
    const human = await ask(ada, CREATE, { input: { name: 'carla', role: 'ADMIN' } });
    const service = await ask(ada, CREATE, { input: { name: 'team', kind: 'SERVICE' } });
    expect(human).toMatchObject({
      user: { role: 'ADMIN' },
      setupLink: expect.stringContaining('#') as string,
    });
    expect(service).toMatchObject({ user: { kind: 'SERVICE' }, setupLink: null });
  });

  it('are refused under a name that is taken', async () => {
    const refusal = await ask(ada, CREATE, { input: { name: 'alice' } });
    expect(refusal).toEqual({
      __typename: 'NameTakenError',
      name: 'alice',
      message: 'The user name "alice" is taken; names are never used again.',
      code: 'NAME_TAKEN',
      path: ['name'],
    });
  });

  it.each([
    [{ name: 'Not A Name' }, 'INVALID_NAME', 'name'],
    [{ name: 'graphql' }, 'INVALID_NAME', 'name'],
    [{ name: 'dora', email: 'nowhere' }, 'INVALID_EMAIL', 'email'],
    [{ name: 'dora', password: 'short' }, 'INVALID_PASSWORD', 'password'],
    [{ name: 'dora', displayName: 'x'.repeat(201) }, 'INVALID_INPUT', 'displayName'],
  ])('are refused as %o, with %s', async (input, code, field) => {
    const before = await app.counts();
    const refusal = await ask(ada, CREATE, { input });
    expect(refusal).toMatchObject({ __typename: 'InvalidInputError', code, path: [field] });
    expect(await app.counts()).toEqual(before);
  });

  it('are listed in the order of their names, page by page, each once', async () => {
    const names: string[] = [];
    let after: string | null = null;
    do {
      const page: Page = await ask(
        ada,
        'query ($after: String) { users(first: 2, after: $after) { totalCount nodes { name } pageInfo { hasNextPage endCursor } } }',
        { after },
      );
      names.push(...page.nodes.map(({ name }) => name));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      expect(page.totalCount).toBe(5);
    } while (after !== null);
    expect(names).toEqual(['ada', 'alice', 'bert', 'carla', 'team']);
  });

  it('show their address to themselves and to admins, and to nobody else', async () => {
    await ada.createIndex('ada/shared', { readers: [':authenticated:'] });
    await alice.createIndex('alice/shared', { readers: [':authenticated:'] });
    const document = '{ packageIndexes { nodes { owner { email } } } }';
    const seenBy = (adasAddress: string | null) => ({
      nodes: [{ owner: { email: adasAddress } }, { owner: { email: 'alice@people.example' } }],
    });
    expect(await ask(alice, document)).toEqual(seenBy(null));
    expect(await ask(ada, document)).toEqual(seenBy('ada@people.example'));
  });

  it('keep their address from their own tokens, which no scope lets read it', async () => {
    const token = await alice.mintToken({ scopes: ['index:read'], allIndexes: true });
    const viewer = await ask(token, '{ viewer { name credential user { email } } }');
    expect(viewer).toEqual({ name: 'alice', credential: 'TOKEN', user: { email: null } });
  });

  it('are told apart without a single statement', async () => {
    await alice.graphql('{ viewer { name } }');
    app.takeStatements();
    await alice.graphql(
      '{ viewer { name credential canCreateUsers canCreateIndexes user { id name email role } } }',
    );
    // PostgreSQL looks at the head serial and at the session, which another node may have ended.
    const statements = app.takeStatements().filter((sql) => !/"?(LogHead|Session|User)"?/.test(sql));
    expect(statements).toEqual([]);
  });
});
