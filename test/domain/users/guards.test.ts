// The rule that somebody stays who can administer the server, over every situation there is.

import { expect, it } from 'vitest';

import { whyKept, type Loss } from '../../../server/domain/users/guards.ts';
import type { Role } from '../../../server/storage/_generated/sqlite/client.ts';

const account = (
  name: string,
  role: Role = 'ADMIN',
  state: 'active' | 'deactivated' | 'deleted' = 'active',
) => ({
  id: `id of ${name}`,
  name,
  role,
  deactivatedAt: state === 'deactivated' ? new Date() : null,
  deletedAt: state === 'deleted' ? new Date() : null,
});

const ada = account('ada');
const amy = account('amy');
const bob = account('bob', 'MEMBER');

it.each([
  ['another admin', amy, ada, 1, null],
  ['a member', bob, ada, 0, null],
  ['an admin who is deactivated, beside the last one', account('amy', 'ADMIN', 'deactivated'), ada, 1, null],
  ['oneself', ada, ada, 5, 'OWN_ACCOUNT'],
  ['oneself, who is the last', ada, ada, 0, 'OWN_ACCOUNT'],
  ['the last active admin, by the server itself', amy, null, 0, 'LAST_ADMIN'],
  ['the last active admin, by another', amy, ada, 0, 'LAST_ADMIN'],
  ['a deleted admin, beside the last one', account('amy', 'ADMIN', 'deleted'), ada, 0, null],
])('%s', (_, target, actor, otherActiveAdmins, code) => {
  const losses: Loss[] = ['demote', 'deactivate', 'delete'];
  const verdicts = losses.map(
    (loss) => whyKept({ loss, target, actorId: actor?.id ?? null, otherActiveAdmins })?.code ?? null,
  );
  expect(verdicts).toEqual([code, code, code]);
});
