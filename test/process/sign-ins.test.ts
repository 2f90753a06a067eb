// Passwords in real processes: many at once, which must not fill the memory or stop the rest, and two servers over one
// database, which count wrong ones together.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { watchGrowth } from '../bench/process-figures.ts';
import { rawGraphQL } from '../http/raw.ts';
import { createTestDatabase, hasPostgres } from '../support/postgres.ts';
import { startServer, type RunningServer } from '../support/server.ts';

const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }`;

async function signIn(url: string, name: string, password: string): Promise<string> {
  const answer = await rawGraphQL(url, SIGN_IN, { input: { name, password, carrier: 'BEARER' } });
  return (JSON.parse(answer.text) as { data: { signIn: { __typename: string } } }).data.signIn.__typename;
}

function countOf(outcomes: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

describe('two hundred sign-ins at once', { timeout: 120_000 }, () => {
  let server: RunningServer;
  let admin: { name: string; password: string };
  beforeAll(async () => {
    server = await startServer({
      environment: {
        WHEELHOUSE_LOG_LEVEL: 'warn',
        WHEELHOUSE_SIGN_IN_LIMIT_PER_ADDRESS: '1000',
        WHEELHOUSE_SIGN_IN_LIMIT_PER_ACCOUNT: '1000',
      },
    });
    admin = await server.setupAdmin();
  }, 60_000);
  afterAll(() => server.stop());

  it('are hashed a few at a time: memory grows by less than 200 MiB, and others are answered meanwhile', async () => {
    const { name, password } = admin;
    const grown = watchGrowth(server.pid);
    const signingIn = Promise.all(
      Array.from({ length: 200 }, (_, place) =>
        signIn(server.url, name, place % 2 === 0 ? password : 'not this one'),
      ),
    );
    let slowest = 0;
    let isOver = false;
    void signingIn.finally(() => (isOver = true));
    while (!isOver) {
      const startedAt = performance.now();
      await (await fetch(`${server.url}/healthz`)).text();
      slowest = Math.max(slowest, performance.now() - startedAt);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(countOf(await signingIn)).toEqual({ SignInPayload: 100, SignInFailedError: 100 });
    // One hash takes 19 MiB: all of them at once would take 3.7 GiB.
    expect(grown()).toBeLessThan(200);
    expect(slowest).toBeLessThan(2_000);
  });
});

describe.skipIf(!hasPostgres())('two servers over one PostgreSQL', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'wheelhouse-key-'));
  let servers: RunningServer[] = [];
  beforeAll(async () => {
    const keyFile = join(folder, 'server.key');
    writeFileSync(keyFile, `1 ${Buffer.alloc(32, 7).toString('base64')}\n`, { mode: 0o600 });
    const environment = {
      WHEELHOUSE_LOG_LEVEL: 'warn',
      DATABASE_URL: await createTestDatabase(),
      WHEELHOUSE_SECRET_FILE: keyFile,
    };
    servers = [await startServer({ environment }), await startServer({ environment })];
  }, 60_000);
  afterAll(async () => {
    for (const server of servers) await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('check five wrong passwords from one address between them, however many come at once', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 60 }, (_, place) =>
        signIn(servers[place % 2]!.url, `nobody-${place % 7}`, 'not this one'),
      ),
    );
    expect(countOf(outcomes)).toEqual({ SignInFailedError: 5, RateLimitedError: 55 });
  });
});
