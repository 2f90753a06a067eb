// Signing in: what is told to whoever may not, how long that takes, and what happens when the password changes meanwhile.

import { describe, expect, it } from 'vitest';

import { createTestApp } from '../../support/app.ts';
import { eachApp } from '../../support/each-app.ts';
import { deactivate, linkFor, redeem, trySignIn, userNamed } from './acts.ts';

const PASSWORD = 'a password of twelve and more';

/** As many as the settings allow. */
const UNTHROTTLED = {
  WHEELHOUSE_SIGN_IN_LIMIT_PER_ADDRESS: '10000',
  WHEELHOUSE_SIGN_IN_LIMIT_PER_ACCOUNT: '10000',
};

eachApp('signing in', (open) => {
  it('fails in the same words whatever is wrong', async () => {
    const app = await open({ environment: UNTHROTTLED });
    await userNamed(app, 'alice', PASSWORD);
    await userNamed(app, 'dora', PASSWORD);
    await deactivate(app, 'dora');
    await userNamed(app, 'without-password');
    const refused = {
      __typename: 'SignInFailedError',
      code: 'SIGN_IN_FAILED',
      message: 'The name or the password is wrong, or the user is deactivated.',
      path: [],
    };
    expect({
      'a wrong password': await trySignIn(app, 'alice', 'not this one at all'),
      'a name that nobody has': await trySignIn(app, 'nobody', PASSWORD),
      'a name that nobody could have': await trySignIn(app, 'Alice <script>', PASSWORD),
      'no name': await trySignIn(app, '', PASSWORD),
      'no password': await trySignIn(app, 'alice', ''),
      'more than a password holds': await trySignIn(app, 'alice', 'x'.repeat(2_000)),
      'a deactivated user': await trySignIn(app, 'dora', PASSWORD),
      'a user who has no password yet': await trySignIn(app, 'without-password', PASSWORD),
    }).toEqual({
      'a wrong password': refused,
      'a name that nobody has': refused,
      'a name that nobody could have': refused,
      'no name': refused,
      'no password': refused,
      'more than a password holds': refused,
      'a deactivated user': refused,
      'a user who has no password yet': refused,
    });
    expect(await app.app.world.readDb.session.count()).toBe(0);
  });

  it('never writes down what was typed as a name that nobody has: it may be a password', async () => {
    const app = await open();
    await trySignIn(app, PASSWORD, 'alice');
    const events = await app.app.world.readDb.auditEvent.findMany({ where: { action: 'session.refused' } });
    expect(events.map(({ subjectName, detail }) => [subjectName, detail])).toEqual([
      ['', '{"name":":unknown:"}'],
    ]);
  });

  it('with the old password opens no session that outlives its change', async () => {
    const app = await open();
    const alice = await userNamed(app, 'alice', PASSWORD);
    const secret = await linkFor(app, 'SET_PASSWORD', alice.id);
    const { passwords } = app.app.world;
    const verify = passwords.verify.bind(passwords);
    passwords.verify = async (...given) => {
      const isRight = await verify(...given);
      await redeem(app, { secret, password: 'the password that came meanwhile' });
      return isRight;
    };
    expect(await trySignIn(app, 'alice', PASSWORD)).toMatchObject({ __typename: 'SignInFailedError' });
    passwords.verify = verify;
    expect(await trySignIn(app, 'alice', 'the password that came meanwhile')).toMatchObject({
      viewer: { name: 'alice' },
    });
  });
});

describe('a sign-in that fails', () => {
  it('takes as long for a name that nobody has as for a wrong password', async () => {
    const app = await createTestApp({ environment: UNTHROTTLED });
    try {
      await userNamed(app, 'alice', PASSWORD);
      await userNamed(app, 'dora', PASSWORD);
      await deactivate(app, 'dora');
      const wrong = () => trySignIn(app, 'alice', 'not this one at all');
      const others = {
        unknown: { other: () => trySignIn(app, 'nobody', PASSWORD), samples: 200 },
        deactivated: { other: () => trySignIn(app, 'dora', PASSWORD), samples: 50 },
      };
      for (const [what, { other, samples }] of Object.entries(others)) {
        const medians = await interleaved({ wrong, other }, samples);
        const ratio = medians.other / medians.wrong;
        expect(ratio, `${what}: ${JSON.stringify(medians)}`).toBeGreaterThan(0.67);
        expect(ratio, `${what}: ${JSON.stringify(medians)}`).toBeLessThan(1.5);
      }
    } finally {
      await app.close();
    }
  }, 180_000);
});

/** The median duration of each, in milliseconds, when they take turns. */
async function interleaved<Name extends string>(
  attempts: Record<Name, () => Promise<unknown>>,
  samples: number,
): Promise<Record<Name, number>> {
  const names = Object.keys(attempts) as Name[];
  const durations = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let sample = 0; sample <= samples; sample += 1) {
    for (const name of names) {
      const startedAt = performance.now();
      await attempts[name]();
      // The first of each warms up.
      if (sample > 0) durations.get(name)!.push(performance.now() - startedAt);
    }
  }
  const median = (name: Name) => durations.get(name)!.sort((a, b) => a - b)[Math.floor(samples / 2)]!;
  return Object.fromEntries(names.map((name) => [name, median(name)])) as Record<Name, number>;
}
