// What the server does by itself begins when it starts, and has ended when it was told to stop.

import pino from 'pino';
import { expect, it } from 'vitest';

import { startJobs } from '../server/jobs.ts';
import { eachApp } from './support/each-app.ts';

const DAY = 24 * 60 * 60 * 1000;

eachApp('the jobs', (open) => {
  it('clean up at the start, and a stop waits for what runs and lets nothing begin', async () => {
    const app = await open({ environment: { WHEELHOUSE_TOKEN_MAX_LIFE: 'never' } });
    const alice = await app.person('alice');
    const mint = () => alice.mintToken({ scopes: ['index:read'], allIndexes: true, expiresAt: null });
    await mint();
    app.advance(366 * DAY);
    const lines: string[] = [];
    const log = pino({ level: 'warn' }, { write: (line) => void lines.push(line) });
    const reasons = async () =>
      (await app.app.world.readDb.token.findMany()).map(({ revokeReason }) => revokeReason);

    const stop = startJobs(app.app.world, log, { auditRetentionMilliseconds: 1000 * DAY });
    await expect.poll(reasons, { timeout: 10_000 }).toEqual(['POLICY']);
    await stop();
    await startJobs(app.app.world, log, { auditRetentionMilliseconds: 1000 * DAY })();
    expect(lines).toEqual([]);
  });
});
