// How long audit events are kept, on a clock that is handed in.

import { expect, it } from 'vitest';

import { SYSTEM_CALLER } from '../../../server/domain/actor.ts';
import { trimAuditTrail } from '../../../server/domain/audit/retention.ts';
import { recordLocal } from '../../../server/domain/audit/trail.ts';
import { eachApp } from '../../support/each-app.ts';

const DAY = 24 * 60 * 60 * 1000;

eachApp('the retention of the audit trail', (open) => {
  it('takes what is older, in steps, keeps the rest, and says that it did', async () => {
    const app = await open();
    const { world } = app.app;
    const happen = async (name: string) => {
      // Events of one millisecond have no order.
      app.advance(1);
      await recordLocal(world, world.database.db, SYSTEM_CALLER, {
        action: 'user.recovery-linked',
        subject: { kind: 'user', id: name, name },
        detail: {},
      });
    };
    const told = async () => {
      const events = await world.readDb.auditEvent.findMany({ orderBy: [{ at: 'asc' }, { id: 'asc' }] });
      const isTrim = ({ action }: { action: string }) => action === 'audit.trimmed';
      const kept = events.filter((event) => !isTrim(event)).map(({ subjectName }) => subjectName);
      const steps = events
        .filter(isTrim)
        .map(({ detail }) => (JSON.parse(detail) as { events: number }).events);
      return [...kept, ...steps.sort((one, other) => other - one)];
    };
    for (const name of ['ada', 'alice', 'bob', 'carol', 'dave']) await happen(name);
    app.advance(399 * DAY);
    await happen('erin');

    expect(await trimAuditTrail(world, 400 * DAY, 2)).toBe(0);
    expect(await told()).toEqual(['ada', 'alice', 'bob', 'carol', 'dave', 'erin']);

    app.advance(2 * DAY);
    expect(await trimAuditTrail(world, 400 * DAY, 2)).toBe(5);
    expect(await told()).toEqual(['erin', 2, 2, 1]);
    expect(await trimAuditTrail(world, 400 * DAY, 2)).toBe(0);
    expect(await told()).toEqual(['erin', 2, 2, 1]);
  });
});
