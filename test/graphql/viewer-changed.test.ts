// The subscription of an open page: what it is told, and that it ends within a second of its session, whoever ends it.

import { expect, it } from 'vitest';

import { transact } from '../../server/storage/transact.ts';
import { deactivate } from '../domain/users/acts.ts';
import type { TestApp } from '../support/app.ts';
import { eachApp } from '../support/each-app.ts';
import { signedIn, type Person } from '../support/people.ts';
import { ask } from './ask.ts';

const LISTEN = 'subscription { viewerChanged { name user { displayName } } }';
const ALICE = { data: { viewerChanged: { name: 'alice', user: { displayName: null } } } };

eachApp('viewerChanged', (open) => {
  it('tells who the viewer is at once, and again when the account changes', async () => {
    const app = await open();
    const stream = await listen(app, await app.person('alice'));
    expect(stream.contentType).toBe('text/event-stream; charset=utf-8');
    expect(await stream.next()).toMatchObject(ALICE);
    await transact(app.app.world, (write) =>
      write.update('User', { name: 'alice' }, { displayName: 'Alice' }),
    );
    expect(await stream.next()).toMatchObject({
      data: { viewerChanged: { name: 'alice', user: { displayName: 'Alice' } } },
    });
    await stream.leave();
  });

  it.each<[string, (app: TestApp, alice: Person) => Promise<unknown>]>([
    ['its user was deactivated', (app) => deactivate(app, 'alice')],
    ['it was signed out', (_, alice) => alice.graphql('mutation { signOut { __typename } }')],
    ['it was ended from another session', endedElsewhere],
    ['its time ran out', async (app) => app.advance(13 * 3_600_000)],
    ['the server stops', async (app) => app.app.world.sessionWatch.close()],
  ])('completes within a second after %s', async (_, end) => {
    const app = await open();
    const alice = await app.person('alice');
    const stream = await listen(app, alice);
    await stream.next();
    const bob = await listen(app, await app.person('bob'));
    await bob.next();
    const before = performance.now();
    await end(app, alice);
    expect(await stream.next()).toBe('complete');
    expect(performance.now() - before).toBeLessThan(1_000);
    await bob.leave();
  });

  it('is for sessions: nobody and a token are refused before it begins', async () => {
    const app = await open();
    const alice = await app.person('alice');
    const token = await alice.mintToken({ scopes: ['index:read'], allIndexes: true });
    expect(await (await listen(app, null)).next()).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
    expect(await (await listen(app, { bearer: token.plaintext })).next()).toMatchObject({
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    });
  });

  it('is refused to who takes no events, with the type that it has', async () => {
    const app = await open();
    const answer = await (await app.person('alice')).graphql(LISTEN);
    expect([answer.status, answer.errors?.[0]?.extensions.code]).toEqual([406, 'NOT_ACCEPTABLE']);
  });

  it('is listened to at most 50 times by one user, and goes on when one of them leaves', async () => {
    const app = await open();
    const alice = await app.person('alice');
    const streams = [];
    for (let count = 0; count < 50; count += 1) streams.push(await listen(app, alice));
    expect(await (await listen(app, alice)).next()).toMatchObject({
      errors: [{ extensions: { code: 'NOT_ALLOWED' } }],
    });
    await streams.pop()!.leave();
    await expect
      .poll(async () => {
        const again = await listen(app, alice);
        streams.push(again);
        return again.next();
      })
      .toMatchObject(ALICE);
    for (const stream of streams) await stream.leave();
  });
});

eachApp('viewerChanged with two nodes', (open, engine) => {
  it.skipIf(engine === 'sqlite')(
    'completes within a second after the other node ended the session',
    async () => {
      const app = await open();
      const beside = await open({ beside: app });
      const alice = await app.person('alice');
      const ended = await listen(app, alice);
      const laptop = await signedIn(app.url, 'alice', alice.password);
      const deactivated = await listen(app, laptop);
      await Promise.all([ended.next(), deactivated.next()]);
      const before = performance.now();
      await fetch(`${beside.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${alice.bearer}` },
        body: JSON.stringify({ query: 'mutation { signOut { __typename } }' }),
      });
      expect(await ended.next()).toBe('complete');
      await deactivate(beside, 'alice');
      expect(await deactivated.next()).toBe('complete');
      expect(performance.now() - before).toBeLessThan(2_000);
    },
  );
});

async function endedElsewhere(app: TestApp, alice: Person): Promise<unknown> {
  const laptop = await signedIn(app.url, 'alice', alice.password);
  return ask(
    laptop,
    'mutation ($input: EndAllSessionsInput!) { endAllSessions(input: $input) { __typename } }',
    { input: { keepThis: true } },
  );
}

interface Listening {
  readonly contentType: string | null;
  /** The next result, or 'complete'. */
  next(): Promise<unknown>;
  leave(): Promise<void>;
}

async function listen(app: TestApp, who: Pick<Person, 'bearer'> | null): Promise<Listening> {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: {
      accept: 'text/event-stream',
      'content-type': 'application/json',
      ...(who !== null && { authorization: `Bearer ${who.bearer}` }),
    },
    body: JSON.stringify({ query: LISTEN }),
  });
  const reader = response.body!.getReader();
  let text = '';
  return {
    contentType: response.headers.get('content-type'),
    async next() {
      while (!text.includes('\n\n')) {
        const { done, value } = await reader.read();
        if (done) throw new Error('The stream broke off.');
        text += Buffer.from(value).toString();
      }
      const [event = ''] = text.split('\n\n', 1);
      text = text.slice(event.length + 2);
      const data = /^data:(.*)$/m.exec(event)?.[1] ?? '';
      return event.startsWith('event: complete') ? 'complete' : (JSON.parse(data) as unknown);
    },
    leave: () => reader.cancel(),
  };
}
