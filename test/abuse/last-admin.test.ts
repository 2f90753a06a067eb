// Two admins against each other, and the last one against themselves: whatever they try, one admin stays. Each test
// begins with the name of the abuse or the defect that it keeps out. Fifty rounds, and two processes, are in
// test/domain/users/last-admin.test.ts.

import { expect, it } from 'vitest';

import { deactivate, whoIs } from '../domain/users/acts.ts';
import { change, codeOfChange } from '../graphql/change.ts';
import type { TestApp } from '../support/app.ts';
import { eachApp } from '../support/each-app.ts';

eachApp('of two admins', (open, engine) => {
  const LOSSES: [string, (name: string) => object][] = [
    ['updateUser', (name) => ({ name, role: 'MEMBER' })],
    ['deactivateUser', (name) => ({ name })],
    ['deleteUser', (name) => ({ name, confirmName: name })],
  ];

  /** On two nodes where the database can have two. */
  async function twoAdmins() {
    const app = await open();
    const beside = engine === 'sqlite' ? app : await open({ beside: app });
    const ada = await app.person('ada', { role: 'ADMIN' });
    const amy = await beside.person('amy', { role: 'ADMIN' });
    return { app, nodes: [...new Set([app, beside])], ada, amy };
  }

  it.each(LOSSES)(
    '5.7.37: who take each other out by %s at once, exactly one does it',
    async (mutation, on) => {
      const { app, nodes, ada, amy } = await twoAdmins();
      const outcomes = await bothBeforeEitherWrites(nodes, () => [
        codeOfChange(ada, mutation, on('amy')),
        codeOfChange(amy, mutation, on('ada')),
      ]);
      const refusal = mutation === 'updateUser' ? 'FORBIDDEN' : 'UNAUTHENTICATED';
      expect(outcomes.map((code) => code ?? 'done').sort()).toEqual([refusal, 'done']);
      const left = { role: 'ADMIN', deactivatedAt: null, deletedAt: null } as const;
      expect(await app.app.world.readDb.user.count({ where: left })).toBe(1);
    },
  );

  it('5.7.37: the last one does not demote, deactivate or delete themselves', async () => {
    const { ada, app } = await twoAdmins();
    await change(ada, 'deleteUser', { name: 'amy', confirmName: 'amy' });
    const before = await app.counts();
    for (const [mutation, on] of LOSSES)
      expect(await change(ada, mutation, on('ada'))).toMatchObject({ code: 'OWN_ACCOUNT' });
    expect(await app.counts()).toEqual(before);
    expect(await whoIs(ada)).toBe('ada');
  });

  it('X4: who demote each other at once one stays, and an inactive one can be deleted by the last', async () => {
    const { app, nodes, ada, amy } = await twoAdmins();
    const [byAda = null] = await bothBeforeEitherWrites(nodes, () => [
      codeOfChange(ada, 'updateUser', { name: 'amy', role: 'MEMBER' }),
      codeOfChange(amy, 'updateUser', { name: 'ada', role: 'MEMBER' }),
    ]);
    const [last, other] = byAda === null ? [ada, amy] : [amy, ada];
    expect([await whoIs(last), await whoIs(other)]).toEqual([last.name, 'UNAUTHENTICATED']);
    await app.person('gwen', { role: 'ADMIN' });
    await deactivate(app, 'gwen');
    expect(await change(last, 'deleteUser', { name: 'gwen', confirmName: 'gwen' })).toMatchObject({
      __typename: 'DeleteUserPayload',
    });
  });
});

/** Lets nobody write before two want to: what was counted before is old by then. */
async function bothBeforeEitherWrites<Result>(nodes: readonly TestApp[], act: () => Promise<Result>[]) {
  const waiting: (() => void)[] = [];
  const whenBothAreThere = () =>
    new Promise<void>((resolve) => {
      waiting.push(resolve);
      if (waiting.length === 2) for (const go of waiting) go();
    });
  const restore = nodes.map(({ app }) => {
    const { database } = app.world;
    const { db } = database;
    const held = new Proxy(db, {
      get(target, key) {
        const value: unknown = Reflect.get(target, key);
        if (key !== '$transaction' || typeof value !== 'function') return value;
        return async (...given: unknown[]) => {
          await whenBothAreThere();
          return (value as (...all: unknown[]) => unknown).apply(target, given);
        };
      },
    });
    (database as { db: typeof db }).db = held;
    return () => void ((database as { db: typeof db }).db = db);
  });
  try {
    return await Promise.all(act());
  } finally {
    for (const undo of restore) undo();
  }
}
