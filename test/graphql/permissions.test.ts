// Every field of Query and Mutation declares a permission, and what it declares is what happens.

import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';

import { PERMISSIONS, type Grant, type Permission } from '../../server/domain/permissions.ts';
import { schema } from '../../server/graphql/schema.ts';
import { whoHolds } from '../../server/graphql/scopes.ts';
import { routeTable, type RouterParts } from '../../server/http/router.ts';
import { Commits } from '../../server/storage/commits.ts';
import { HOUR } from '../domain/users/acts.ts';
import type { TestApp } from '../support/app.ts';
import { eachApp } from '../support/each-app.ts';
import { signedIn, type Person } from '../support/people.ts';
import { codeOf } from './ask.ts';

const roots = [schema.getQueryType()!, schema.getMutationType()!, schema.getSubscriptionType()!];
const fields = roots.flatMap((type) =>
  Object.values(type.getFields()).map((field) => ({
    name: field.name,
    isCall: type !== schema.getSubscriptionType(),
    permission: field.extensions.permission as Permission | undefined,
    description: field.description ?? '',
    document: `${type.name.toLowerCase()} { ${callOf(field)} }`,
  })),
);
// Handlers are made and never run, so the parts that only they use may be missing.
const routes = routeTable({ world: { commits: new Commits(0n) } } as unknown as RouterParts);

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

  it('and the routes name every permission there is, and no other', () => {
    const ofFields = roots
      .concat(Object.values(schema.getTypeMap()).filter(isObjectType))
      .flatMap((type) => Object.values(type.getFields()))
      .map(({ extensions }) => extensions.permission)
      .filter((permission) => permission !== undefined);
    const ofRoutes = routes.map(({ requires }) => requires).filter((needed) => needed.includes(':'));
    expect(new Set([...ofFields, ...ofRoutes])).toEqual(new Set(Object.keys(PERMISSIONS)));
  });

  it('are open to strangers, and to every token about itself, in few cases only', () => {
    const named = (isMeant: (grant: Grant) => boolean) =>
      fields.filter(({ permission }) => isMeant(PERMISSIONS[permission!])).map(({ name }) => name);
    const strangers = ['canRedeemLink', 'redeemLink', 'reportLeakedToken', 'server', 'signIn', 'viewer'];
    expect(named(({ anonymous }) => anonymous).sort()).toEqual(strangers);
    expect(named(({ token }) => token === 'self').sort()).toEqual(
      [...strangers, 'revokeOwnToken', 'token', 'tokens'].sort(),
    );
  });

  it('are open to tokens with a scope as far as the scope is about', () => {
    const byScope: Record<string, string[]> = {};
    for (const { name, permission } of fields) {
      const { token } = PERMISSIONS[permission!];
      if (token !== null && token !== 'self') (byScope[token] ??= []).push(name);
    }
    for (const names of Object.values(byScope)) names.sort();
    expect(byScope).toEqual({
      'users:read': ['group', 'groups', 'user', 'users'],
      'users:write': ['createUser', 'deactivateUser', 'updateUser'],
      'index:upload': ['promoteRelease'],
      'index:yank': ['setProjectStatus', 'unyankFile', 'unyankRelease', 'yankFile', 'yankRelease'],
      'index:delete': [
        'applyMirrorRetention',
        'applyRetention',
        'deleteFile',
        'deleteProject',
        'deleteRelease',
      ],
      'index:refresh': ['refreshMirror'],
      'indexes:read': ['packageIndex', 'packageIndexes', 'search'],
      'indexes:write': [
        'createPackageIndex',
        'grantUpstream',
        'reserveName',
        'revokeUpstreamGrant',
        'unpinOrigin',
        'unreserveName',
        'updatePackageIndex',
      ],
      'indexes:delete': ['deletePackageIndex'],
      'audit:read': ['auditEvents'],
    });
  });
});

eachApp('a root field', (open) => {
  let app: TestApp;
  let alice: Person;

  beforeAll(async () => {
    app = await open();
    alice = await app.person('alice');
    await alice.createIndex('alice/dev');
  });

  it.each(fields.filter(({ isCall }) => isCall))(
    '$name refuses whom its permission leaves out, as a top-level error',
    async ({ permission, document }) => {
      const { anonymous, session, token: tokens } = PERMISSIONS[permission!];
      // Passwords that are wrong on purpose are forgotten.
      app.advance(HOUR);
      // A session and a token of their own, because some of these fields end them.
      const aliceAnew = await signedIn(app.url, alice.name, alice.password);
      const token = await aliceAnew.mintToken({ scopes: ['index:read'], allIndexes: true });
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
function callOf({ name, args, type }: GraphQLField<unknown, unknown>): string {
  const calls: Record<string, string> = {
    packageIndex: 'packageIndex(path: "nobody/nothing") { id }',
    signIn: 'signIn(input: { name: "nobody", password: "no password", carrier: BEARER }) { __typename }',
    createUser: 'createUser(input: { name: "Not A Name" }) { __typename }',
    createToken: 'createToken(input: { name: "x", scopes: [] }) { __typename }',
  };
  const given = args.filter(isRequiredArgument).map((arg) => `${arg.name}: ${least(arg.type)}`);
  const selection = isLeafType(getNamedType(type)) ? '' : ' { __typename }';
  return calls[name] ?? `${name}${given.length > 0 ? `(${given.join(', ')})` : ''}${selection}`;
}

/** The least that fits a type and means nothing. */
function least(type: GraphQLInputType): string {
  if (isNonNullType(type)) return least(type.ofType);
  if (isListType(type)) return '[]';
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter(isRequiredInputField);
    return `{ ${required.map((field) => `${field.name}: ${least(field.type)}`).join(', ')} }`;
  }
  return { Int: '0', Boolean: 'false', DateTime: '"2026-01-01T00:00:00Z"' }[type.name] ?? '"none"';
}
