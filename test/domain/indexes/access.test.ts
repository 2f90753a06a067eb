// Who may see, read, upload to and administer an index: the whole table.

import { describe, expect, it } from 'vitest';

import type { Actor } from '../../../server/domain/actor.ts';
import {
  ANY_USER,
  ANYBODY,
  mayAdminister,
  mayRead,
  maySee,
  maySeeContents,
  maySeeLists,
  mayUpload,
  spelledOut,
  type GuardedIndex,
  type GuardingGrant,
} from '../../../server/domain/indexes/access.ts';
import type { Scope } from '../../../server/domain/tokens/scope.ts';
import type { IndexRight } from '../../../server/storage/_generated/sqlite/client.ts';

const user = (id: string, role: 'ADMIN' | 'MEMBER' = 'MEMBER') => ({
  id,
  name: id,
  role,
  kind: 'HUMAN' as const,
  displayName: null,
  email: null,
  createdAt: new Date(0),
  deactivatedAt: null,
  deactivatedById: null,
  deletedAt: null,
});
const person = (id: string, role?: 'ADMIN'): Actor => ({
  kind: 'user',
  user: user(id, role),
  credential: { kind: 'password', version: 1 },
});
const token = (
  owner: string,
  scopes: Scope[],
  narrowed: { indexIds?: string[]; patterns?: string[] } = {},
): Actor => ({
  kind: 'token',
  user: user(owner, owner === 'ruth' ? 'ADMIN' : 'MEMBER'),
  credential: {
    kind: 'token',
    id: 'id',
    name: 'ci',
    scopes: new Set(scopes),
    allIndexes: narrowed.indexIds === undefined,
    indexIds: new Set(narrowed.indexIds),
    projectLimits: narrowed.patterns === undefined ? [] : [{ patterns: narrowed.patterns }],
    addressLimits: [],
    onlyInIndexes: false,
    notBefore: null,
    expiresAt: null,
  },
});

/** `:devs` is the group of bob and carol. */
const grant = (right: IndexRight, principal: string): GuardingGrant => ({
  right,
  principal,
  group: principal === ':devs' ? { members: [{ userId: 'bob' }, { userId: 'carol' }] } : null,
});

const index = (readers: string[], uploaders: string[]): GuardedIndex => ({
  id: 'prod',
  ownerId: 'alice',
  grants: [
    ...readers.map((principal) => grant('READ', principal)),
    ...uploaders.map((principal) => grant('UPLOAD', principal)),
  ],
});

const own = index(['alice'], ['alice']);
const shared = index(['alice', 'bob'], ['alice', 'carol']);
const inHouse = index([ANY_USER], [ANY_USER]);
const open = index([ANYBODY], ['alice']);
const disowned = index([], []);
const grouped = index([':devs', 'alice'], [':devs']);

describe('what an actor may do with an index', () => {
  it.each([
    // who, which index, sees, reads, uploads, administers
    ['nobody', { kind: 'anonymous' }, own, '----'],
    ['nobody', { kind: 'anonymous' }, inHouse, '----'],
    ['nobody', { kind: 'anonymous' }, open, 'sr--'],
    ['the owner', person('alice'), own, 'srua'],
    ['the owner who is on no list', person('alice'), disowned, 's--a'],
    ['a reader', person('bob'), shared, 'sr--'],
    ['an uploader, who does not read by that', person('carol'), shared, 's-u-'],
    ['a stranger', person('dave'), shared, '----'],
    ['anybody signed in', person('dave'), inHouse, 'sru-'],
    ['anybody signed in', person('dave'), open, 'sr--'],
    ['an admin who is on no list', person('ruth', 'ADMIN'), shared, 's--a'],
    ['an admin where everybody is', person('ruth', 'ADMIN'), inHouse, 'srua'],
    ['the owner’s read token', token('alice', ['index:read']), own, 'sr--'],
    ['the owner’s upload token', token('alice', ['index:upload']), own, 's-u-'],
    ['the owner’s token for both', token('alice', ['index:read', 'index:upload']), own, 'sru-'],
    ['a token for another index', token('alice', ['index:read'], { indexIds: ['dev'] }), own, '----'],
    ['a token for this index', token('alice', ['index:read'], { indexIds: ['prod'] }), own, 'sr--'],
    ['a token of which the list was emptied', token('alice', ['index:read'], { indexIds: [] }), own, '----'],
    ['a token whose owner may not', token('dave', ['index:read', 'index:upload']), shared, '----'],
    ['a token without the scope, though anybody may read', token('alice', ['index:upload']), open, 's-u-'],
    ['a stranger’s read token, where anybody may read', token('dave', ['index:read']), open, 'sr--'],
    ['a member of a group that reads and uploads', person('bob'), grouped, 'sru-'],
    ['whoever is in no such group', person('dave'), grouped, '----'],
    ['the read token of a member of the group', token('carol', ['index:read']), grouped, 'sr--'],
    ['the read token of whoever is in no such group', token('dave', ['index:read']), grouped, '----'],
    ['the system, which acts without rights', { kind: 'system' }, open, '----'],
  ] as [string, Actor, GuardedIndex, string][])('%s: %#', (_, actor, guarded, rights) => {
    const held = [
      maySee(actor, guarded) ? 's' : '-',
      mayRead(actor, guarded) ? 'r' : '-',
      mayUpload(actor, guarded) ? 'u' : '-',
      mayAdminister(actor, guarded) ? 'a' : '-',
    ].join('');
    expect(held).toBe(rights);
    const plain = { ...guarded, grants: spelledOut(guarded.grants) };
    expect([mayRead(actor, plain), mayUpload(actor, plain)]).toEqual([
      mayRead(actor, guarded),
      mayUpload(actor, guarded),
    ]);
  });

  it.each([
    [['demo'], 'demo', true],
    [['demo'], 'demo-extra', false],
    [['demo*'], 'demo-extra', true],
    [['demo*'], 'dem', false],
    [['demo-*'], 'demo', false],
    [[], 'demo', false],
    [['a', 'b*'], 'bc', true],
  ])('a token for the projects %j reaches %s: %s', (patterns, project, reaches) => {
    const narrowed = token('alice', ['index:read', 'index:upload'], { patterns });
    expect([mayRead(narrowed, own, project), mayUpload(narrowed, own, project)]).toEqual([reaches, reaches]);
  });
});

describe('what an actor sees and changes of an index through the API', () => {
  const all: Scope[] = ['indexes:read', 'indexes:write', 'indexes:delete'];
  it.each([
    // who, which index, sees whom the lists name, sees what it holds, changes it, deletes it
    ['the owner', person('alice'), own, 'lcud'],
    ['a reader', person('bob'), shared, 'lc--'],
    ['an admin who is on no list', person('ruth', 'ADMIN'), shared, 'l-ud'],
    ['the owner’s token to see', token('alice', ['indexes:read']), own, 'lc--'],
    ['the owner’s token to change', token('alice', ['indexes:write']), own, 'l-u-'],
    ['the owner’s token to delete', token('alice', ['indexes:delete']), own, '---d'],
    ['the owner’s token for all of it', token('alice', all), own, 'lcud'],
    ['the owner’s token to install and upload', token('alice', ['index:read', 'index:upload']), own, '----'],
    ['a token for another index', token('alice', all, { indexIds: ['dev'] }), own, 'l---'],
    ['a token for this index', token('alice', all, { indexIds: ['prod'] }), own, 'lcud'],
    ['a token for a project', token('alice', all, { patterns: ['demo'] }), own, '----'],
    ['the token of an owner who is on no list', token('alice', all), disowned, 'l-ud'],
    ['a reader’s token', token('bob', all), shared, 'lc--'],
    ['an uploader’s token', token('carol', all), shared, 'l---'],
    ['the token of an admin who is on no list', token('ruth', all), shared, 'l-ud'],
    ['the token of an admin for another index', token('ruth', all, { indexIds: ['dev'] }), shared, 'l---'],
  ] as [string, Actor, GuardedIndex, string][])('%s: %#', (_, actor, guarded, rights) => {
    const held = [
      maySeeLists(actor) ? 'l' : '-',
      maySeeContents(actor, guarded) ? 'c' : '-',
      mayAdminister(actor, guarded) ? 'u' : '-',
      mayAdminister(actor, guarded, 'indexes:delete') ? 'd' : '-',
    ].join('');
    expect(held).toBe(rights);
  });
});
