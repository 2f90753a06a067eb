// Every field of Query and Mutation declares a permission, and what it declares is what happens.

import { beforeAll, describe, expect, it } from 'vitest';

import { PERMISSIONS, type Permission } from '../../server/domain/permissions.ts';
import { schema } from '../../server/graphql/schema.ts';
import { whoHolds } from '../../server/graphql/scopes.ts';
import type { TestApp } from '../support/app.ts';
import { eachApp } from '../support/each-app.ts';
import { signedIn, type Anonymous, type Person } from '../support/people.ts';
import { codeOf } from './ask.ts';

const fields = [schema.getQueryType()!, schema.getMutationType()!].flatMap((type) =>
  Object.values(type.getFields()).map((field) => ({
    name: field.name,
    permission: field.extensions.permission as Permission | undefined,
    description: field.description ?? '',
    document: `${type.name === 'Query' ? 'query' : 'mutation'} { ${callOf(field.name)} }`,
  })),
);

describe('the root fields', () => {
  it('declare a permission each', () => {
    const undeclared = fields.filter(
      ({ permission }) => permission === undefined || !(permission in PERMISSIONS),
    );
    expect(undeclared.map(({ name }) => name)).toEqual([]);
  });

  it('say in their description what they declare', () => {
    const silent = fields.filter(
      ({ permission, description }) => !description.endsWith(` ${whoHolds(permission!)}`),
    );
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('name every permission there is', () => {
    expect(new Set(fields.map(({ permission }) => permission))).toEqual(new Set(Object.keys(PERMISSIONS)));
  });

  it('are open to tokens and to strangers in five cases only', () => {
    const open = fields.filter(
      ({ permission }) => PERMISSIONS[permission!].token !== null || PERMISSIONS[permission!].anonymous,
    );
    expect(open.map(({ name }) => name).sort()).toEqual([
      'canRedeemLink',
      'redeemLink',
      'server',
      'signIn',
      'viewer',
    ]);
  });
});

eachApp('a root field', (open) => {
  let app: TestApp;
  let alice: Person;
  let token: Anonymous;

  beforeAll(async () => {
    app = await open();
    alice = await app.person('alice');
    await alice.createIndex('alice/dev');
    token = await alice.mintToken({ scopes: ['index:read', 'index:upload'], allIndexes: true });
  });

  it.each(fields)(
    '$name refuses whom its permission leaves out, as a top-level error',
    async ({ permission, document }) => {
      const { anonymous, session, token: tokens } = PERMISSIONS[permission!];
      // A session of its own, because one of these fields ends it.
      const aliceAnew = await signedIn(app.url, alice.name, alice.password);
      expect([
        await codeOf(app.nobody, document),
        await codeOf(token, document),
        await codeOf(aliceAnew, document),
      ]).toEqual([
        anonymous ? null : 'UNAUTHENTICATED',
        tokens === 'self' ? null : 'FORBIDDEN',
        session === 'MEMBER' ? null : 'FORBIDDEN',
      ]);
    },
  );
});

/** A call that is refused for its content by everybody who is let through, so that nobody changes anything. */
function callOf(name: string): string {
  const calls: Record<string, string> = {
    viewer: 'viewer { name }',
    server: 'server { version }',
    users: 'users { totalCount }',
    packageIndexes: 'packageIndexes { totalCount }',
    packageIndex: 'packageIndex(path: "nobody/nothing") { id }',
    tokens: 'tokens { totalCount }',
    signIn: 'signIn(input: { name: "nobody", password: "no password", carrier: BEARER }) { __typename }',
    canRedeemLink: 'canRedeemLink(secret: "none")',
    signOut: 'signOut { __typename }',
    redeemLink:
      'redeemLink(input: { secret: "none", password: "no password", carrier: BEARER }) { __typename }',
    createUser: 'createUser(input: { name: "Not A Name" }) { __typename }',
    createPackageIndex: 'createPackageIndex(input: { path: "no path" }) { __typename }',
    updatePackageIndex: 'updatePackageIndex(input: { path: "nobody/nothing" }) { __typename }',
    deletePackageIndex:
      'deletePackageIndex(input: { path: "nobody/nothing", confirmPath: "", expectedFiles: 0 }) { __typename }',
    createToken: 'createToken(input: { name: "x", scopes: [] }) { __typename }',
    revokeToken: 'revokeToken(input: { tokenId: "none" }) { __typename }',
  };
  return calls[name] ?? `${name} is new here: add a call`;
}
