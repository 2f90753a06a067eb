// Checks of tokens that nobody remembers, one after another: what the first request with a token costs before the
// credential memory helps. In this process, with a database of its own and the server's own function.

import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import pino from 'pino';

import { openWorld } from '../../server/app.ts';
import { readSettings } from '../../server/config.ts';
import { SYSTEM_CALLER, type Caller } from '../../server/domain/actor.ts';
import { issueToken } from '../../server/domain/tokens/issue.ts';
import { addCaveat } from '../../server/domain/tokens/macaroon/chain.ts';
import { decodeMacaroon, encodeMacaroon } from '../../server/domain/tokens/macaroon/wire.ts';
import { readPresentedToken } from '../../server/domain/tokens/presented.ts';
import { recogniseToken } from '../../server/domain/tokens/recognise.ts';
import { createUser } from '../../server/domain/users/accounts.ts';
import type { World } from '../../server/domain/world.ts';
import { FOUR_CAVEATS } from './data-set.ts';
import { sampleOf, type Sample } from './outcome.ts';
import { answerCalls } from './process-calls.ts';

const migrationsFolder = path.resolve('prisma/migrations');
const FROM = { address: '127.0.0.1', client: null, requestId: null };

export type CheckedToken = 'opaque' | 'attenuable' | 'attenuable with four caveats';

let opened: Promise<{ world: World; texts: Record<CheckedToken, string>; folder: string }> | undefined;

const calls = {
  async check({ token, seconds }: { token: CheckedToken; seconds: number }): Promise<Sample> {
    opened ??= open();
    const { world, texts } = await opened;
    const latencies: number[] = [];
    const began = performance.now();
    for (let now = began; now - began < seconds * 1000;) {
      const actor = await recogniseToken(world, readPresentedToken(texts[token])!, FROM);
      if (actor === null || actor === 'WRONG_SECRET') throw new Error(`The ${token} token was refused.`);
      const after = performance.now();
      latencies.push(after - now);
      now = after;
    }
    return sampleOf(latencies, performance.now() - began);
  },
};

export type TokenCheckCalls = typeof calls;

answerCalls(calls, async () => {
  if (opened === undefined) return;
  const { world, folder } = await opened;
  await world.database.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open() {
  const folder = mkdtempSync(path.join(tmpdir(), 'wheelhouse-checks-'));
  const world = await openWorld({
    settings: readSettings({ WHEELHOUSE_DATA: folder }),
    log: pino({ level: 'silent' }),
    migrationsFolder,
  });
  const password = randomBytes(24).toString('base64url');
  const { user } = (await createUser(world, SYSTEM_CALLER, { name: 'grace', password })).result;
  const caller: Caller = { ...SYSTEM_CALLER, actor: { kind: 'user', user, credential: { kind: 'link' } } };
  const mint = async (name: string, wire: 'OPAQUE' | 'ATTENUABLE') =>
    (await issueToken(world, caller, { name, wire, scopes: ['index:read'], allIndexes: true })).result
      .plaintext;
  const attenuable = await mint('build', 'ATTENUABLE');
  const texts: Record<CheckedToken, string> = {
    opaque: await mint('laptop', 'OPAQUE'),
    attenuable,
    'attenuable with four caveats': encodeMacaroon(
      FOUR_CAVEATS.reduce(addCaveat, decodeMacaroon(attenuable)!),
    ),
  };
  return { world, texts, folder };
}
