// The throttle on passwords, over HTTP and with a clock that is moved: what counts, what does not, who waits, and who
// must not be locked out by others.

import { expect, it } from 'vitest';

import { sweepThrottle } from '../../../server/domain/users/throttle.ts';
import { createTestApp, type TestApp } from '../../support/app.ts';
import { eachApp, type OpenApp } from '../../support/each-app.ts';
import { basic } from '../../support/people.ts';
import { post, trySignIn, userNamed } from './acts.ts';

const PASSWORD = 'kelp anvil tram dusk';
const MINUTE = 60_000;

const SIGN_IN = `mutation ($input: SignInInput!) {
  signIn(input: $input) {
    __typename
    ... on UserError { code path }
    ... on RateLimitedError { message retryAfterSeconds }
  }
}`;

interface Outcome {
  readonly __typename: string;
  readonly retryAfterSeconds?: number;
}

/** As somebody behind the proxy on this machine. */
async function signInFrom(app: TestApp, address: string, name: string, password: string): Promise<Outcome> {
  const input = { name, password, carrier: 'BEARER' };
  const answer = await post(app, { query: SIGN_IN, variables: { input } }, { 'x-forwarded-for': address });
  return answer.body.data!['signIn'] as unknown as Outcome;
}

const typesOf = (outcomes: readonly Outcome[]) => outcomes.map(({ __typename }) => __typename);

const behindProxy = (open: OpenApp, environment: Record<string, string> = {}) =>
  open({ environment: { WHEELHOUSE_TRUSTED_PROXIES: '127.0.0.1', ...environment } });

const WRONG = 'SignInFailedError';
const LIMITED = 'RateLimitedError';
const RIGHT = 'SignInPayload';

async function oneByOne(times: number, work: (round: number) => Promise<Outcome>): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let round = 0; round < times; round += 1) outcomes.push(await work(round));
  return outcomes;
}

eachApp('a wrong password', (open, engine) => {
  it('is taken five times from one address in fifteen minutes, whatever the names, and then told when to come again', async () => {
    const app = await behindProxy(open);
    await userNamed(app, 'alice', PASSWORD);
    const from = (round: number, password: string) =>
      signInFrom(app, '198.51.100.7', round % 2 === 0 ? 'alice' : `nobody-${round}`, password);
    const outcomes = await oneByOne(6, (round) => from(round, 'not this one'));
    expect(typesOf(outcomes)).toEqual([WRONG, WRONG, WRONG, WRONG, WRONG, LIMITED]);
    expect(outcomes[5]).toMatchObject({
      code: 'RATE_LIMITED',
      path: [],
      message: 'Too many wrong passwords of late. Try again in 15 minutes.',
    });
    expect(outcomes[5]!.retryAfterSeconds).toBeGreaterThan(880);
    expect(outcomes[5]!.retryAfterSeconds).toBeLessThanOrEqual(900);
    expect(typesOf([await from(0, PASSWORD)])).toEqual([LIMITED]);
    app.advance(14 * MINUTE);
    expect(typesOf([await from(0, PASSWORD)])).toEqual([LIMITED]);
    app.advance(MINUTE);
    expect(typesOf([await from(0, PASSWORD)])).toEqual([RIGHT]);
  });

  it('leaves room one by one as the window slides, never for twice the limit', async () => {
    const app = await behindProxy(open);
    const wrong = () => signInFrom(app, '198.51.100.7', 'nobody', 'not this one');
    await wrong();
    app.advance(14 * MINUTE);
    await oneByOne(4, wrong);
    app.advance(MINUTE);
    expect(typesOf(await oneByOne(3, wrong))).toEqual([WRONG, LIMITED, LIMITED]);
  });

  it('counts a hundred times when a hundred aliases of signIn are in as few documents as the API takes', async () => {
    const app = await open();
    const outcomes: Outcome[] = [];
    for (let document = 0; document < 10; document += 1) {
      const aliases = Array.from(
        { length: 10 },
        (_, place) =>
          `a${place}: signIn(input: { name: "nobody-${document}-${place}", password: "not this one", carrier: BEARER }) { __typename }`,
      );
      const answer = await app.nobody.graphql(`mutation { ${aliases.join(' ')} }`);
      outcomes.push(...Object.values(answer.data as Record<string, Outcome>));
    }
    const types = typesOf(outcomes);
    expect([types.slice(0, 5), new Set(types.slice(5)), types.length]).toEqual([
      [WRONG, WRONG, WRONG, WRONG, WRONG],
      new Set([LIMITED]),
      100,
    ]);
  });

  it('counts as often as it is tried at once', async () => {
    const app = await behindProxy(open);
    await userNamed(app, 'alice', PASSWORD);
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, () => signInFrom(app, '198.51.100.7', 'alice', 'not this one')),
    );
    const types = typesOf(outcomes);
    expect([
      types.filter((type) => type === WRONG).length,
      types.filter((type) => type === LIMITED).length,
    ]).toEqual([5, 35]);
  });

  it('counts for the sender’s address, whatever a header says that no proxy of ours wrote', async () => {
    const app = await open();
    const outcomes = await oneByOne(6, (round) =>
      signInFrom(app, `198.51.100.${round}`, `nobody-${round}`, 'not this one'),
    );
    expect(typesOf(outcomes).slice(4)).toEqual([WRONG, LIMITED]);
  });

  it('counts for the whole /64 of an IPv6 address', async () => {
    const app = await behindProxy(open);
    const outcomes = await oneByOne(6, (round) =>
      signInFrom(app, `2001:db8:1:2::${round + 1}`, `nobody-${round}`, 'not this one'),
    );
    const [elsewhere] = await oneByOne(1, () => signInFrom(app, '2001:db8:1:3::1', 'nobody', 'not this one'));
    expect(typesOf([...outcomes, elsewhere!]).slice(4)).toEqual([WRONG, LIMITED, WRONG]);
  });

  it('counts ten times for one account from wherever, and then nobody new gets in', async () => {
    const app = await behindProxy(open);
    await userNamed(app, 'alice', PASSWORD);
    for (const name of ['alice', 'nobody']) {
      const outcomes = await oneByOne(11, (round) =>
        signInFrom(app, `198.51.100.${round}`, name, 'not this one'),
      );
      expect([name, ...typesOf(outcomes).slice(9)]).toEqual([name, WRONG, LIMITED]);
    }
    expect(typesOf([await signInFrom(app, '203.0.113.9', 'alice', PASSWORD)])).toEqual([LIMITED]);
    app.advance(15 * MINUTE);
    expect(typesOf([await signInFrom(app, '203.0.113.9', 'alice', PASSWORD)])).toEqual([RIGHT]);
  });

  it('of strangers does not lock a user out where they are signed in already', async () => {
    const app = await behindProxy(open);
    await userNamed(app, 'alice', PASSWORD);
    expect(typesOf([await signInFrom(app, '2001:db8:5:5::a', 'alice', PASSWORD)])).toEqual([RIGHT]);
    await oneByOne(10, (round) => signInFrom(app, `198.51.100.${round}`, 'alice', 'not this one'));
    expect(typesOf([await signInFrom(app, '203.0.113.9', 'alice', PASSWORD)])).toEqual([LIMITED]);
    expect(typesOf([await signInFrom(app, '2001:db8:5:5::b', 'alice', PASSWORD)])).toEqual([RIGHT]);
    const guesses = await oneByOne(6, () => signInFrom(app, '2001:db8:5:5::b', 'alice', 'not this one'));
    expect(typesOf(guesses)).toEqual([WRONG, WRONG, WRONG, WRONG, WRONG, LIMITED]);
  });

  it('is counted by digests: neither names nor addresses are in the rows, and rows that count nothing go', async () => {
    const app = await behindProxy(open);
    await signInFrom(app, '198.51.100.7', 'a name that nobody has', 'not this one');
    const { world } = app.app;
    const rows = await world.readDb.throttle.findMany({ orderBy: { key: 'asc' } });
    expect(rows.map(({ key }) => key)).toEqual([
      expect.stringMatching(/^account:[0-9a-f]{64}$/),
      expect.stringMatching(/^address:[0-9a-f]{64}$/),
    ]);
    await sweepThrottle(world);
    expect(await world.readDb.throttle.count()).toBe(2);
    app.advance(15 * MINUTE);
    await sweepThrottle(world);
    expect(await world.readDb.throttle.count()).toBe(0);
  });

  // SQLite has one server: the lock of its folder keeps a second one out.
  it.skipIf(engine === 'sqlite')('counts together on two servers over one database', async () => {
    const app = await behindProxy(open);
    const beside = await createTestApp({
      engine,
      beside: app,
      environment: { WHEELHOUSE_TRUSTED_PROXIES: '127.0.0.1' },
    });
    try {
      await userNamed(app, 'alice', PASSWORD);
      const outcomes = await Promise.all(
        Array.from({ length: 40 }, (_, round) =>
          signInFrom(round % 2 === 0 ? app : beside, '198.51.100.7', 'alice', 'not this one'),
        ),
      );
      expect(typesOf(outcomes).filter((type) => type === WRONG).length).toBe(5);
      expect(typesOf([await signInFrom(beside, '198.51.100.7', 'alice', PASSWORD)])).toEqual([LIMITED]);
    } finally {
      await beside.close();
    }
  });
});

eachApp('a right password', (open) => {
  it('counts nothing, however often it is used, alone or at once', async () => {
    const app = await open();
    await userNamed(app, 'alice', PASSWORD);
    for (let round = 0; round < 12; round += 1)
      expect(await trySignIn(app, 'alice', PASSWORD)).toMatchObject({ __typename: RIGHT });
    const atOnce = await Promise.all(Array.from({ length: 30 }, () => trySignIn(app, 'alice', PASSWORD)));
    expect(new Set((atOnce as Outcome[]).map(({ __typename }) => __typename))).toEqual(new Set([RIGHT]));
    const rows = await app.app.world.readDb.throttle.findMany();
    expect(rows.map(({ attempts }) => attempts)).toEqual(['[]', '[]']);
  });
});

eachApp('right passwords at once', (open) => {
  it('wait for each other when there is room for one attempt alone', async () => {
    const app = await open({ environment: { WHEELHOUSE_SIGN_IN_LIMIT_PER_ADDRESS: '1' } });
    await userNamed(app, 'alice', PASSWORD);
    await userNamed(app, 'bob', PASSWORD);
    const atOnce = await Promise.all(
      Array.from({ length: 16 }, (_, place) => trySignIn(app, place % 2 === 0 ? 'alice' : 'bob', PASSWORD)),
    );
    expect(new Set(typesOf(atOnce as Outcome[]))).toEqual(new Set([RIGHT]));
  });
});

eachApp('passwords over Basic', (open) => {
  it('are throttled together with sign-ins: 429, and when to come again', async () => {
    const app = await open();
    const ruth = await app.person('ruth');
    await ruth.createIndex('ruth/prod');
    const page = async (password: string) => {
      const answer = await app.nobody.get('/ruth/prod/simple/', {
        authorization: basic('ruth', password),
        accept: 'application/json',
      });
      await answer.text();
      const wait = Number(answer.headers.get('retry-after'));
      return [answer.status, answer.headers.get('x-error-code'), wait > 880 && wait <= 900];
    };
    for (let round = 0; round < 4; round += 1)
      expect(await page(`wrong password ${round}`)).toEqual([401, 'UNAUTHENTICATED', false]);
    expect(await trySignIn(app, 'ruth', 'not this one')).toMatchObject({ __typename: WRONG });
    expect(await page('wrong password 5')).toEqual([429, 'RATE_LIMITED', true]);
    expect(await page(ruth.password)).toEqual([429, 'RATE_LIMITED', true]);
    expect(await trySignIn(app, 'ruth', ruth.password)).toMatchObject({ __typename: LIMITED });
    app.advance(15 * MINUTE);
    expect((await page(ruth.password))[0]).not.toBe(429);
  });

  it('that were right go on while others are refused, and so do tokens and sessions', async () => {
    const app = await open();
    const ruth = await app.person('ruth');
    await ruth.createIndex('ruth/prod');
    const token = await ruth.mintToken({ scopes: ['index:read'], indexes: ['ruth/prod'] });
    const statusOf = async (holder: { get(path: string): Promise<Response> }) =>
      (await holder.get('/ruth/prod/simple/')).status;
    expect(await statusOf(ruth.withPassword)).toBe(200);
    for (let round = 0; round < 6; round += 1) await trySignIn(app, 'ruth', 'not this one');
    expect(await trySignIn(app, 'ruth', ruth.password)).toMatchObject({ __typename: LIMITED });
    expect([await statusOf(ruth.withPassword), await statusOf(token)]).toEqual([200, 200]);
    expect((await ruth.graphql('{ viewer { name } }')).errors).toBeUndefined();
  });
});
