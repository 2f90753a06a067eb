// The seal of a token's row: what it covers, and that rows from before tokens had kinds, families and pauses keep theirs.

import { describe, expect, it } from 'vitest';

import { isSealIntact, sealToken, type TokenWithRows } from '../../../server/domain/tokens/seal.ts';
import { ServerKey } from '../../../server/storage/server-key.ts';

const key = new ServerKey(new Map([[1, Buffer.alloc(32, 7)]]));

const row: TokenWithRows = {
  id: '0123456789ABCDEFGHIJKL',
  kind: 'PAT',
  wire: 'OPAQUE',
  ownerId: 'owner',
  issuerId: 'issuer',
  name: 'laptop',
  liveName: 'laptop',
  description: null,
  secretHash: 'ab'.repeat(32),
  salt: null,
  rootKeyVersion: null,
  seal: null,
  sealKeyVersion: 1,
  allIndexes: false,
  allProjects: false,
  allAddresses: true,
  createdAt: new Date('2026-11-22T10:00:00Z'),
  origin: null,
  createdAddress: null,
  createdClient: null,
  familyId: null,
  rotatedFromId: null,
  graceUntil: null,
  pausedAt: null,
  notBefore: null,
  expiresAt: new Date('2026-12-22T10:00:00Z'),
  revokedAt: null,
  revokedById: null,
  revokeReason: null,
  scopes: [{ scope: 'index:upload' }, { scope: 'index:read' }],
  indexes: [{ indexId: 'index' }],
  projects: [{ pattern: 'acme*' }],
  addresses: [],
};

/** What was sealed of such a row before a token had a kind of its text. */
const SEALED_BEFORE =
  '{"allIndexes":false,"allProjects":false,"createdAt":"2026-11-22T10:00:00.000Z","expiresAt":"2026-12-22T10:00:00.000Z",' +
  '"id":"0123456789ABCDEFGHIJKL","indexes":["index"],"kind":"PAT","notBefore":null,"ownerId":"owner",' +
  '"projects":["acme*"],"scopes":["index:read","index:upload"],"secretHash":"' +
  'ab'.repeat(32) +
  '"}';

describe('the seal of a token', () => {
  it('of a row from before there were kinds of tokens still holds', () => {
    const seal = key.seal('token-seal', SEALED_BEFORE)!;
    expect(sealToken(key, row)).toEqual({ seal, sealKeyVersion: 1 });
    expect(isSealIntact(key, { ...row, seal })).toBe(true);
  });

  it.each<[string, Partial<TokenWithRows>]>([
    ['another owner', { ownerId: 'other' }],
    ['another hash', { secretHash: 'cd'.repeat(32) }],
    ['another kind of text', { wire: 'LEGACY' }],
    ['a salt', { salt: '00'.repeat(16), rootKeyVersion: 1 }],
    ['all indexes', { allIndexes: true }],
    ['all projects', { allProjects: true }],
    ['no address', { allAddresses: false }],
    ['an address', { allAddresses: false, addresses: [{ range: '10.0.0.0/8' }] }],
    ['another family', { familyId: 'other' }],
    ['a longer grace', { graceUntil: new Date('2026-12-01T10:00:00Z') }],
    ['a pause', { pausedAt: new Date('2026-12-01T10:00:00Z') }],
    ['a later end', { expiresAt: null }],
    ['an earlier beginning', { notBefore: new Date('2026-12-01T10:00:00Z') }],
    ['another scope', { scopes: [...row.scopes, { scope: 'users:write' }] }],
    ['another index', { indexes: [...row.indexes, { indexId: 'other' }] }],
    ['another project', { projects: [{ pattern: '*' }] }],
  ])('does not hold for a row that was given %s by hand', (_words, change) => {
    const sealed = { ...row, ...sealToken(key, row) };
    expect(isSealIntact(key, { ...sealed, ...change })).toBe(false);
  });

  it('says nothing of what a token is called', () => {
    const sealed = { ...row, ...sealToken(key, row) };
    expect(isSealIntact(key, { ...sealed, name: 'desktop', liveName: 'desktop', description: 'Mine.' })).toBe(
      true,
    );
  });
});
