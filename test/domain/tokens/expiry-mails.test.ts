// Owners are written to before their tokens end: seven days before, and one; once each, whatever is tried again.

import { beforeEach, expect, it } from 'vitest';

import { mailExpiries } from '../../../server/domain/tokens/expiry-mails.ts';
import type { Mail, Mailer } from '../../../server/domain/users/mail.ts';
import type { World } from '../../../server/domain/world.ts';
import { change } from '../../graphql/change.ts';
import type { TestApp } from '../../support/app.ts';
import { eachApp } from '../../support/each-app.ts';
import { signedIn, type Person } from '../../support/people.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

eachApp('an owner', (open) => {
  let app: TestApp;
  let alice: Person;
  let sent: Mail[];
  let isTaken: boolean;
  let world: World;

  beforeEach(async () => {
    app = await open();
    alice = await app.person('alice');
    await alice.createIndex('alice/dev');
    sent = [];
    isTaken = true;
    const mailer: Mailer = {
      send(mail) {
        if (isTaken) sent.push(mail);
        return Promise.resolve(isTaken);
      },
    };
    world = { ...app.app.world, mailer };
  });

  const mint = (name: string, life: number) =>
    alice.mintToken({
      name,
      scopes: ['index:read'],
      indexes: ['alice/dev'],
      expiresAt: new Date(app.app.world.clock().getTime() + life).toISOString(),
    });

  /** How many mails went out now, and which tokens they name. */
  async function told(names: readonly string[]): Promise<string[]> {
    expect(await mailExpiries(world)).toBe(sent.length);
    const texts = sent.splice(0).map(({ text }) => text);
    return texts.map((text) => names.filter((name) => text.includes(`"${name}"`)).join(' '));
  }

  it('is written to a week and a day before, once each', async () => {
    const token = await mint('month', 30 * DAY);
    const names = ['month'];
    expect(await told(names)).toEqual([]);
    app.advance(23 * DAY - HOUR);
    expect(await told(names)).toEqual([]);
    app.advance(HOUR);
    expect(await mailExpiries(world)).toBe(1);
    expect(sent).toEqual([
      {
        to: 'alice@people.example',
        subject: 'A token of yours on Wheelhouse ends soon',
        text: expect.stringContaining(`"month" (${token.tokenId})`) as string,
      },
    ]);
    sent.length = 0;
    expect(await told(names)).toEqual([]);
    app.advance(6 * DAY - HOUR);
    expect(await told(names)).toEqual([]);
    app.advance(HOUR);
    expect(await told(names)).toEqual(['month']);
    expect(await told(names)).toEqual([]);
    app.advance(2 * DAY);
    expect(await told(names)).toEqual([]);
  });

  it('hears of a shorter life only as far as there is time to act', async () => {
    await mint('hours', 12 * HOUR);
    await mint('days', 3 * DAY);
    const names = ['hours', 'days'];
    expect(await told(names)).toEqual([]);
    app.advance(2 * DAY);
    expect(await told(names)).toEqual(['days']);
  });

  it('is told the day before even when nobody ran the week before', async () => {
    await mint('month', 30 * DAY);
    app.advance(29 * DAY + HOUR);
    expect(await told(['month'])).toEqual(['month']);
    expect(await told(['month'])).toEqual([]);
  });

  it('gets one mail for all tokens that end soon', async () => {
    await mint('one', 30 * DAY);
    await mint('two', 30 * DAY);
    app.advance(25 * DAY);
    expect(await told(['one', 'two'])).toEqual(['one two']);
  });

  it('is written to again when the mail server did not take it', async () => {
    await mint('month', 30 * DAY);
    app.advance(24 * DAY);
    isTaken = false;
    expect(await mailExpiries(world)).toBe(0);
    isTaken = true;
    expect(await told(['month'])).toEqual(['month']);
    expect(await told(['month'])).toEqual([]);
  });

  it('is written to once, though two nodes look at the same time', async () => {
    await mint('month', 30 * DAY);
    app.advance(24 * DAY);
    const counts = await Promise.all([mailExpiries(world), mailExpiries({ ...world })]);
    expect(counts.sort()).toEqual([0, 1]);
    expect(sent).toHaveLength(1);
  });

  it('hears nothing of tokens that were revoked, rotated, or are paused, nor without an address', async () => {
    const ada = await app.person('ada', { role: 'ADMIN' });
    const revoked = await mint('revoked', 30 * DAY);
    const paused = await mint('paused', 30 * DAY);
    await alice.revoke(revoked);
    await change(ada, 'pauseToken', { tokenId: paused.tokenId });
    const bert = await app.person('bert');
    await bert.mintToken({ name: 'of bert', scopes: ['index:read'], allIndexes: true });
    await change(ada, 'updateUser', { name: 'bert', email: null });
    app.advance(25 * DAY);
    expect(await told([])).toEqual([]);
    const again = await signedIn(app.url, 'ada', ada.password);
    await change(again, 'resumeToken', { tokenId: paused.tokenId });
    expect(await told(['paused', 'revoked'])).toEqual(['paused']);
  });

  it('is written to only while mail is set up', async () => {
    await mint('month', 30 * DAY);
    app.advance(24 * DAY);
    expect(await mailExpiries({ ...world, mailer: null })).toBe(0);
    expect(await told(['month'])).toEqual(['month']);
  });
});
