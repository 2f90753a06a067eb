import { readFileSync } from 'node:fs';

import { beforeAll, describe, expect, test } from 'vitest';

import type { Database } from '../../server/storage/database.ts';
import { violatedUniqueIndex } from '../../server/storage/unique-violation.ts';
import { eachEngine } from '../support/database.ts';

const at = new Date('2026-03-01T09:00:00.000Z');
const alice = { id: 'alice-id', name: 'alice', kind: 'HUMAN', role: 'ADMIN', createdAt: at } as const;

eachEngine((_engine, open) => {
  let database: Database;

  beforeAll(async () => {
    database = await open();
    await database.db.user.create({ data: alice });
    await database.db.token.create({ data: tokenOf('first') });
  });

  test('a name that is taken is reported as the index of names', async () => {
    const error = await database.db.user.create({ data: { ...alice, id: 'other-id' } }).catch(caught);

    expect(violatedUniqueIndex(error)).toBe('User_name_key');
  });

  test('an index over two columns is reported by its own name', async () => {
    const error = await database.db.token.create({ data: tokenOf('second') }).catch(caught);

    expect(violatedUniqueIndex(error)).toBe('Token_ownerId_liveName_key');
  });

  test('a primary key that is taken is reported as such', async () => {
    const error = await database.db.user.create({ data: { ...alice, name: 'other' } }).catch(caught);

    expect(violatedUniqueIndex(error)).toBe('User_pkey');
  });

  test('inside a transaction the same index is reported', async () => {
    const error = await database.db
      .$transaction((tx) => tx.user.create({ data: { ...alice, id: 'other-id' } }))
      .catch(caught);

    expect(violatedUniqueIndex(error)).toBe('User_name_key');
  });

  test('a row that points nowhere is no unique violation', async () => {
    const error = await database.db.token
      .create({ data: { ...tokenOf('third'), ownerId: 'nobody', liveName: null } })
      .catch(caught);

    expect(error).toBeInstanceOf(Error);
    expect(violatedUniqueIndex(error)).toBeNull();
  });
});

describe('the schema', () => {
  test('names every unique index after its table and columns, which is how SQLite violations are named', () => {
    const schema = readFileSync(new URL('../../schema.prisma', import.meta.url), 'utf8');
    const named: string[] = [];
    const expected: string[] = [];
    for (const [, model, body] of schema.matchAll(/^model (\w+) \{\n([^}]*)^\}/gm)) {
      for (const [, field, name] of body?.matchAll(/^ {2}(\w+) .*@unique(?:\(map: "(\w+)"\))?/gm) ?? []) {
        named.push(name ?? 'unnamed');
        expected.push(`${model}_${field}_key`);
      }
      for (const [, fields, name] of body?.matchAll(/@@unique\(\[([^\]]+)\](?:, map: "(\w+)")?\)/g) ?? []) {
        named.push(name ?? 'unnamed');
        expected.push(`${model}_${fields?.split(', ').join('_')}_key`);
      }
    }

    expect(named).toEqual(expected);
    expect(named).toContain('Token_ownerId_liveName_key');
  });
});

function tokenOf(id: string) {
  return {
    id,
    kind: 'PAT',
    wire: 'OPAQUE',
    ownerId: alice.id,
    issuerId: alice.id,
    name: 'laptop',
    liveName: 'laptop',
    secretHash: '00',
    sealKeyVersion: 1,
    allIndexes: false,
    allProjects: false,
    allAddresses: true,
    createdAt: at,
  } as const;
}

function caught(error: unknown): unknown {
  return error;
}
