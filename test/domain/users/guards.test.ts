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
  ['the last active admin', amy, account('ada', 'MEMBER'), 0, 'LAST_ADMIN'],
  ['the last active admin, by the server itself', amy, null, 0, 'LAST_ADMIN'],
  ['a member, by one who was demoted meanwhile', bob, account('ada', 'MEMBER'), 1, 'FORBIDDEN'],
  [
    'a member, by one who was deactivated meanwhile',
    bob,
    account('ada', 'ADMIN', 'deactivated'),
    1,
    'FORBIDDEN',
  ],
  ['a member, by one who was deleted meanwhile', bob, account('ada', 'ADMIN', 'deleted'), 1, 'FORBIDDEN'],
])('%s', (_, target, actor, otherActiveAdmins, code) => {
  const losses: Loss[] = ['demote', 'deactivate', 'delete'];
  const verdicts = losses.map((loss) => whyKept({ loss, target, actor, otherActiveAdmins })?.code ?? null);
  expect(verdicts).toEqual([code, code, code]);
});
