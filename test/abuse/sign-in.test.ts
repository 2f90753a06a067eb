// What somebody does at the door who has no password: guesses, listens to how long an answer takes, and comes with
// very many at once. Each test begins with the name of the abuse or the defect that it keeps out.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';

import argon2 from 'argon2';
import { expect, it, onTestFinished, vi } from 'vitest';

import { readSettings } from '../../server/config.ts';
import { deactivate, trySignIn, userNamed } from '../domain/users/acts.ts';
import { change } from '../graphql/change.ts';
import { raw, rawGraphQL } from '../http/raw.ts';
import { launch } from '../process/launch.ts';
import type { TestApp } from '../support/app.ts';
import { eachApp } from '../support/each-app.ts';
import type { Person } from '../support/people.ts';
import { createTestDatabase } from '../support/postgres.ts';

const PASSWORD = 'kelp anvil tram dusk';
const WRONG = 'SignInFailedError';
const LIMITED = 'RateLimitedError';
const RIGHT = 'SignInPayload';
const MINUTE = 60_000;
const SIGN_IN = `mutation ($input: SignInInput!) {
  signIn(input: $input) { __typename ... on RateLimitedError { code retryAfterSeconds } }
}`;
const UNTHROTTLED = {
  WHEELHOUSE_SIGN_IN_LIMIT_PER_ADDRESS: '10000',
  WHEELHOUSE_SIGN_IN_LIMIT_PER_ACCOUNT: '10000',
};

interface Outcome {
  readonly __typename: string;
  readonly code?: string;
  readonly retryAfterSeconds?: number;
}

async function knock(
  { url }: Pick<TestApp, 'url'>,
  password: string,
  { name = 'alice', forwarded = '' } = {},
): Promise<Outcome> {
  const input = { name, password, carrier: 'BEARER' };
  const headers: Record<string, string> = forwarded === '' ? {} : { 'x-forwarded-for': forwarded };
  const { text } = await rawGraphQL(url, SIGN_IN, { input }, headers);
  return (JSON.parse(text) as { data: { signIn: Outcome } }).data.signIn;
}

/** One after the other; what each was answered. */
async function guess(times: number, knocking: (round: number) => Promise<Outcome>): Promise<string[]> {
  const answers: string[] = [];
  for (let round = 0; round < times; round += 1) answers.push((await knocking(round)).__typename);
  return answers;
}

eachApp('guessing passwords', (open, engine) => {
  it('5.7.33: is refused at the sixth from one address, told for how long, and let go on after that', async () => {
    const app = await open();
    await userNamed(app, 'alice', PASSWORD);
    expect(await guess(5, () => knock(app, 'not this one'))).toEqual(Array(5).fill(WRONG));
    const sixth = await knock(app, PASSWORD);
    expect(sixth).toMatchObject({ __typename: LIMITED, code: 'RATE_LIMITED' });
    expect(sixth.retryAfterSeconds).toBeGreaterThan(14 * 60);
    expect(sixth.retryAfterSeconds).toBeLessThanOrEqual(15 * 60);
    app.advance(15 * MINUTE);
    expect(await knock(app, PASSWORD)).toMatchObject({ __typename: RIGHT });
  });

  it('5.7.33: counts each alias of signIn, and a document with a hundred or a list of documents is refused whole', async () => {
    const app = await open();
    const aliases = (count: number) =>
      Array.from(
        { length: count },
        (_, place) =>
          `a${place}: signIn(input: { name: "user-${place}", password: "no", carrier: BEARER }) { __typename }`,
      ).join(' ');
    const hundred = await app.nobody.graphql(`mutation { ${aliases(100)} }`);
    expect(hundred.errors?.[0]?.extensions.code).toBe('LIMIT_EXCEEDED');
    const body = JSON.stringify(Array(100).fill({ query: `mutation { ${aliases(1)} }` }));
    const headers = { 'content-type': 'application/json' };
    expect(await raw(app.url, { method: 'POST', path: '/graphql', headers, body })).toMatchObject({
      status: 400,
    });
    const taken: string[] = [];
    for (let document = 0; document < 10; document += 1) {
      const answer = await app.nobody.graphql(`mutation { ${aliases(10)} }`);
      taken.push(
        ...Object.values(answer.data as Record<string, Outcome>).map(({ __typename }) => __typename),
      );
    }
    expect(taken).toEqual([...Array<string>(5).fill(WRONG), ...Array<string>(95).fill(LIMITED)]);
  });

  it('5.7.33: is not begun anew by an address that the client made up', async () => {
    const app = await open();
    const answers = await guess(6, (round) =>
      knock(app, 'not this one', { name: `nobody-${round}`, forwarded: `198.51.100.${round}` }),
    );
    expect(answers.slice(4)).toEqual([WRONG, LIMITED]);
  });

  // SQLite has one server: the lock of its folder keeps a second one out.
  it.skipIf(engine === 'sqlite')('5.7.33: is counted together with a second server process', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'wheelhouse-guesses-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const secretFile = join(folder, 'secret');
    writeFileSync(secretFile, `1 ${Buffer.alloc(32, 7).toString('base64')}\n`, { mode: 0o600 });
    const environment = { DATABASE_URL: await createTestDatabase(), WHEELHOUSE_SECRET_FILE: secretFile };
    const app = await open({ environment });
    await app.person('ada', { role: 'ADMIN' });
    await userNamed(app, 'alice', PASSWORD);
    const other = launch({ environment: { ...environment, WHEELHOUSE_DATA: join(folder, 'other') } });
    const nodes = [app, { url: await other.listening }];
    const answers = await guess(6, (round) => knock(nodes[round % 2]!, 'not this one'));
    expect(answers.slice(4)).toEqual([WRONG, LIMITED]);
    expect(await knock(nodes[0]!, PASSWORD)).toMatchObject({ __typename: LIMITED });
    other.signal('SIGTERM');
    await other.ended;
  });

  it('X13: is limited in every environment, and no setting takes the limit away', async () => {
    for (const name of ['TESTING', 'TEST', 'CI', 'DEBUG']) vi.stubEnv(name, 'true');
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(process.env.NODE_ENV).toBe('test');
    const app = await open();
    const answers = await guess(6, () => knock(app, 'not this one'));
    expect(answers.slice(4)).toEqual([WRONG, LIMITED]);
    for (const off of ['0', '-1', 'off', 'Infinity'])
      expect(() => readSettings({ WHEELHOUSE_SIGN_IN_LIMIT_PER_ADDRESS: off })).toThrow(
        'WHEELHOUSE_SIGN_IN_LIMIT_PER_ADDRESS',
      );
  });

  it('X13: never gets twice the limit, neither at the turn of the clock nor a window after the first attempt', async () => {
    const app = await open();
    const wrong = () => knock(app, 'not this one');
    app.advance(15 * MINUTE - (app.app.world.clock().getTime() % (15 * MINUTE)) - MINUTE / 2);
    await guess(1, wrong);
    app.advance(MINUTE);
    expect(await guess(5, wrong)).toEqual([...Array<string>(4).fill(WRONG), LIMITED]);
    app.advance(14 * MINUTE);
    expect(await guess(5, wrong)).toEqual([WRONG, ...Array<string>(4).fill(LIMITED)]);
  });

  // SQLite has one server: the lock of its folder keeps a second one out.
  it.skipIf(engine === 'sqlite')(
    'X13: is counted for all nodes at once, also when the guesses are',
    async () => {
      const app = await open();
      const nodes = [app, await open({ beside: app })];
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, place) => knock(nodes[place % 2]!, 'not this one')),
      );
      expect(answers.filter(({ __typename }) => __typename === WRONG)).toHaveLength(5);
    },
  );
});

eachApp('a sign-in that fails', (open) => {
  /** Everybody who does not get in, whatever they try. */
  async function withOutsiders(app: TestApp): Promise<Record<string, () => Promise<unknown>>> {
    const ada = await app.person('ada', { role: 'ADMIN' });
    for (const name of ['alice', 'dora', 'gone']) await userNamed(app, name, PASSWORD);
    await userNamed(app, 'new');
    await change(ada, 'createUser', { name: 'robot', kind: 'SERVICE' });
    await deactivate(app, 'dora');
    await change(ada, 'deleteUser', { name: 'gone', confirmName: 'gone' });
    return {
      'a wrong password': () => trySignIn(app, 'alice', 'not this one'),
      'a name that nobody has': () => trySignIn(app, 'nobody', PASSWORD),
      'a deactivated user': () => trySignIn(app, 'dora', PASSWORD),
      'a deleted user': () => trySignIn(app, 'gone', PASSWORD),
      'a user without a password': () => trySignIn(app, 'new', PASSWORD),
      'a service without a password': () => trySignIn(app, 'robot', PASSWORD),
    };
  }

  it('5.7.34: says the same and takes as long whether the name, the password or the account is the reason', async () => {
    const app = await open({ environment: UNTHROTTLED });
    const attempts = await withOutsiders(app);
    const fastest = new Map<string, number>();
    const answers = new Set<string>();
    for (let sample = 0; sample < 12; sample += 1) {
      for (const [who, attempt] of Object.entries(attempts)) {
        const startedAt = performance.now();
        answers.add(JSON.stringify(await attempt()));
        fastest.set(who, Math.min(fastest.get(who) ?? Infinity, performance.now() - startedAt));
      }
    }
    expect([...answers].map((answer) => JSON.parse(answer) as unknown)).toEqual([
      {
        __typename: WRONG,
        code: 'SIGN_IN_FAILED',
        message: 'The name or the password is wrong, or the user is deactivated.',
        path: [],
      },
    ]);
    // With so few samples the fastest of each: whatever else the machine does only adds.
    for (const [who, duration] of fastest) {
      const ratio = duration / fastest.get('a wrong password')!;
      expect(ratio, who).toBeGreaterThan(0.67);
      expect(ratio, who).toBeLessThan(1.5);
    }
  });

  it('X15: costs one argon2id of 19 MiB, also when there is no such user or no password', async () => {
    const app = await open({ environment: UNTHROTTLED });
    const attempts = await withOutsiders(app);
    const strength = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/;
    const { hash } = await app.app.world.readDb.password.findFirstOrThrow({
      where: { user: { name: 'alice' } },
    });
    expect(hash).toMatch(strength);
    const verify = vi.spyOn(argon2, 'verify');
    onTestFinished(() => verify.mockRestore());
    for (const [who, attempt] of Object.entries(attempts)) {
      verify.mockClear();
      await attempt();
      expect([who, verify.mock.calls.map(([against]) => strength.test(against))]).toEqual([who, [true]]);
    }
  });
});

eachApp('a hundred sign-ins at once', (open) => {
  it('5.7.35: are hashed a few at a time, and others are served meanwhile', async () => {
    const app = await open({ environment: UNTHROTTLED });
    const ruth = await app.person('ruth');
    let underWay = 0;
    let most = 0;
    const { verify } = argon2;
    const spy = vi.spyOn(argon2, 'verify').mockImplementation(async (...given) => {
      underWay += 1;
      most = Math.max(most, underWay);
      return verify(...given).finally(() => (underWay -= 1));
    });
    onTestFinished(() => spy.mockRestore());
    const before = process.memoryUsage().rss;
    let [done, grown, slowest] = [0, 0, 0];
    const signInAndLook = async (_: unknown, place: number) => {
      const outcome = await knock(app, place % 2 === 0 ? ruth.password : 'not this one', { name: 'ruth' });
      done += 1;
      grown = Math.max(grown, process.memoryUsage().rss - before);
      if (done % 10 === 0) slowest = Math.max(slowest, await timeToAnswer(ruth));
      return outcome.__typename;
    };
    const answers = await Promise.all(Array.from({ length: 100 }, signInAndLook));
    expect([answers.filter((answer) => answer === RIGHT).length, answers.length]).toEqual([50, 100]);
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThanOrEqual(availableParallelism());
    // All at once would hold 1.9 GiB.
    expect(grown / 2 ** 20).toBeLessThan(200);
    expect(slowest).toBeGreaterThan(0);
    expect(slowest).toBeLessThan(2_000);
  });

  async function timeToAnswer(ruth: Person): Promise<number> {
    const askedAt = performance.now();
    expect((await ruth.graphql('{ viewer { name } }')).data).toEqual({ viewer: { name: 'ruth' } });
    return performance.now() - askedAt;
  }
});
