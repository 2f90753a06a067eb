// A token that is in full use at the moment in which it stops to open anything: sixteen clients ask for a private page
// as fast as they can, and whoever asks after the change was answered is refused. On PostgreSQL half of them ask another
// node than the one that makes the change.

import { beforeAll, expect, it } from 'vitest';

import { change } from '../graphql/change.ts';
import type { TestApp } from '../support/app.ts';
import { makeWheel } from '../support/distributions.ts';
import { eachApp } from '../support/each-app.ts';
import { narrowed } from '../support/narrowed.ts';
import { holder, type Person } from '../support/people.ts';

const CLIENTS = 16;
/** How often each client asks before the change, at least, and after its answer. */
const TIMES = 3;
/** How long they go on at full speed after the answer. */
const GRACE_MILLISECONDS = 100;
const WHEEL = makeWheel({ name: 'demo', version: '1.0' });

const KINDS = ['opaque', 'attenuable', 'attenuable with four caveats'] as const;

interface Scene {
  readonly alice: Person;
  readonly index: string;
  readonly tokenId: string;
}

eachApp('5.7.18: no request succeeds that begins', (open, engine) => {
  let nodes: TestApp[];
  let ada: Person;
  /** Until she is deactivated; then another one. */
  let alice: Person | undefined;
  let scenes = 0;

  beforeAll(async () => {
    const app = await open();
    nodes = engine === 'sqlite' ? [app] : [app, await open({ beside: app })];
    ada = await app.person('ada', { role: 'ADMIN' });
  });

  const HAPPENINGS: [string, number, (scene: Scene) => Promise<unknown>][] = [
    [
      'after the token was narrowed to another project',
      403,
      ({ alice, tokenId }) => must(alice, 'narrowToken', { tokenId, projects: ['other'] }),
    ],
    ['after the token was revoked', 401, ({ alice, tokenId }) => must(alice, 'revokeToken', { tokenId })],
    [
      'after its owner was taken off the list',
      403,
      ({ index }) => must(ada, 'updatePackageIndex', { path: index, readers: ['ada'] }),
    ],
    [
      'after its owner was deactivated',
      401,
      async ({ alice: { name } }) => {
        await must(ada, 'deactivateUser', { name });
        alice = undefined;
      },
    ],
    [
      'after the index was deleted',
      403,
      ({ index }) => must(ada, 'deletePackageIndex', { path: index, confirmPath: index, expectedFiles: 1 }),
    ],
  ];

  it.each(HAPPENINGS)(
    '%s',
    async (_, status, happen) => {
      for (const kind of KINDS) {
        scenes += 1;
        alice ??= await nodes[0]!.person(`alice-${scenes}`);
        const scene = { alice, index: `ada/private-${scenes}` };
        await ada.createIndex(scene.index, { readers: [alice.name], uploaders: ['ada'] });
        await ada.withPassword.upload(scene.index, WHEEL);
        const wire = kind === 'opaque' ? 'OPAQUE' : 'ATTENUABLE';
        // One for all indexes, because what is bound to a deleted index alone is revoked besides.
        const { plaintext, tokenId } = await alice.mintToken({
          scopes: ['index:read'],
          allIndexes: true,
          wire,
        });
        const text = kind.endsWith('caveats') ? narrowedCopy(plaintext, scene.index) : plaintext;
        const late = await hammer(nodes, text, scene.index, () => happen({ ...scene, tokenId }));
        expect([kind, late]).toEqual([kind, { successes: 0, refusals: [status] }]);
      }
    },
    60_000,
  );
});

/** What clients are told who began to ask after `happen` was answered. */
async function hammer(
  nodes: readonly TestApp[],
  text: string,
  index: string,
  happen: () => Promise<unknown>,
) {
  const told: { readonly beganAt: number; readonly status: number }[] = [];
  let answeredAt = Infinity;
  const ask = async (client: number, isEnough: (asked: number) => boolean) => {
    const credential = holder(nodes[client % nodes.length]!.url, text);
    for (let asked = 0; !isEnough(asked); asked += 1) {
      const beganAt = performance.now();
      const answer = await credential.get(`/${index}/simple/demo/`);
      await answer.arrayBuffer();
      told.push({ beganAt, status: answer.status });
    }
  };
  const everybody = (isEnough: (asked: number) => boolean) =>
    Array.from({ length: CLIENTS }, (_, client) => ask(client, isEnough));
  await Promise.all(everybody((asked) => asked >= TIMES));
  expect(told.map(({ status }) => status)).toEqual(Array(CLIENTS * TIMES).fill(200));

  const hammering = everybody(() => answeredAt + GRACE_MILLISECONDS < performance.now());
  await happen();
  answeredAt = performance.now();
  await Promise.all(hammering);
  await Promise.all(everybody((asked) => asked >= TIMES));
  const late = told.filter(({ beganAt }) => beganAt > answeredAt);
  expect(late.length).toBeGreaterThanOrEqual(CLIENTS * TIMES);
  return {
    successes: late.filter(({ status }) => status === 200).length,
    refusals: [...new Set(late.map(({ status }) => status))],
  };
}

/** As a holder makes it, offline. */
function narrowedCopy(plaintext: string, index: string): string {
  const caveats = ['allowed=pkg_read', `indexes=${index}`, 'projects=demo', 'not_before=0'];
  return narrowed(plaintext, ...caveats);
}

async function must(by: Person, mutation: string, input: object): Promise<void> {
  expect(await change(by, mutation, input, '__typename')).not.toHaveProperty('code');
}
