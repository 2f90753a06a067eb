// A part of a name is looked for as it stands, in either case, and the two engines find the same.

import { beforeAll, expect, it } from 'vitest';

import type { Database } from '../../server/storage/database.ts';
import { findUserIds } from '../../server/storage/sql/find-user-ids.ts';
import { eachEngine } from '../support/database.ts';

eachEngine((_, open) => {
  let database: Database;

  beforeAll(async () => {
    database = await open();
    const people = [
      { name: 'a_b', displayName: 'Alice B.', email: 'Alice@People.example' },
      { name: 'axb', displayName: '100% \\ "quoted" \'too\'', email: null },
      { name: 'carl', displayName: null, email: null },
      { name: 'gone', displayName: 'Alice', email: null, deletedAt: new Date() },
    ];
    for (const person of people) {
      await database.db.user.create({
        data: { id: `id of ${person.name}`, kind: 'HUMAN', role: 'MEMBER', createdAt: new Date(), ...person },
      });
    }
  });

  it.each([
    ['_', ['a_b']],
    ['%', ['axb']],
    ['\\', ['axb']],
    [`"quoted" 'too'`, ['axb']],
    ['ALICE', ['a_b']],
    ['alice@people', ['a_b']],
    ['a', ['a_b', 'axb', 'carl']],
    ['nobody', []],
  ])('finds by %s', async (part, names) => {
    expect(await findUserIds(database.reading, part, 10)).toEqual(names.map((name) => `id of ${name}`));
  });

  it('gives no more than it was asked for, the first by name', async () => {
    expect(await findUserIds(database.reading, 'a', 2)).toEqual(['id of a_b', 'id of axb']);
  });
});
