// The state of a token is computed twice, from a row at hand and as a condition of the database: both say the same of
// every combination of its columns, on the moment itself and on either side of it.

import { expect, it } from 'vitest';

import { isInState, isLive, tokenState, type TokenState } from '../../../server/domain/tokens/state.ts';
import type { Token } from '../../../server/storage/_generated/sqlite/client.ts';
import { eachEngine } from '../../support/database.ts';

const NOW = new Date('2026-03-01T12:00:00.000Z');
const EARLIER = new Date(NOW.getTime() - 1);
const LATER = new Date(NOW.getTime() + 1);
const STATES: readonly TokenState[] = ['PENDING', 'ACTIVE', 'ROTATING', 'EXPIRED', 'REVOKED', 'DISABLED'];

const OWNERS = [
  { id: 'active', deactivatedAt: null, deletedAt: null },
  { id: 'deactivated', deactivatedAt: EARLIER, deletedAt: null },
  { id: 'deleted', deactivatedAt: null, deletedAt: EARLIER },
];

function* everyToken(): Generator<Token> {
  for (const { id: ownerId } of OWNERS)
    for (const revokedAt of [null, EARLIER])
      for (const pausedAt of [null, EARLIER])
        for (const graceUntil of [null, EARLIER, NOW, LATER])
          for (const expiresAt of [null, EARLIER, NOW, LATER])
            for (const notBefore of [null, EARLIER, NOW, LATER])
              yield tokenRow({ ownerId, revokedAt, pausedAt, graceUntil, expiresAt, notBefore });
}

let made = 0;

function tokenRow(columns: Pick<Token, 'ownerId'> & Partial<Token>): Token {
  made += 1;
  return {
    id: String(made).padStart(22, '0'),
    kind: 'PAT',
    wire: 'OPAQUE',
    issuerId: columns.ownerId,
    name: 'a token',
    liveName: null,
    description: null,
    secretHash: null,
    salt: null,
    rootKeyVersion: null,
    seal: null,
    sealKeyVersion: 1,
    allIndexes: true,
    allProjects: true,
    allAddresses: true,
    createdAt: EARLIER,
    origin: null,
    createdAddress: null,
    createdClient: null,
    familyId: null,
    rotatedFromId: null,
    graceUntil: null,
    pausedAt: null,
    notBefore: null,
    expiresAt: null,
    revokedAt: null,
    revokedById: null,
    revokeReason: null,
    ...columns,
  };
}

eachEngine((_engine, open) => {
  it('the database finds in each state the tokens that are in it, and those alone', async () => {
    const { db } = await open();
    const tokens = [...everyToken()];
    await db.user.createMany({
      data: OWNERS.map((owner) => ({
        ...owner,
        name: owner.id,
        kind: 'HUMAN',
        role: 'MEMBER',
        createdAt: EARLIER,
      })),
    });
    await db.token.createMany({ data: tokens });

    const idsIn = async (where: object) =>
      (await db.token.findMany({ where, select: { id: true } })).map(({ id }) => id).sort();
    const ownerOf = (token: Token) => OWNERS.find(({ id }) => id === token.ownerId)!;
    for (const state of STATES) {
      const expected = tokens.filter((token) => tokenState(token, ownerOf(token), NOW) === state);
      expect(expected).not.toEqual([]);
      expect([state, await idsIn(isInState(state, NOW))]).toEqual([state, expected.map(({ id }) => id)]);
    }
    const live = tokens.filter((token) => {
      const state = tokenState(token, ownerOf(token), NOW);
      return state !== 'REVOKED' && state !== 'EXPIRED';
    });
    expect(await idsIn(isLive(NOW))).toEqual(live.map(({ id }) => id));
  });
});
