// What voids the links of an account, and whose account gets none. Making and using one is in `user-changes.test.ts`.

import { beforeAll, expect, it } from 'vitest';

import { recoverAdmin } from '../../server/domain/users/links.ts';
import { isLinkOpen } from '../../server/domain/users/redeem.ts';
import { redeem, userNamed } from '../domain/users/acts.ts';
import type { TestApp } from '../support/app.ts';
import { eachApp } from '../support/each-app.ts';
import type { Person } from '../support/people.ts';
import { change, type Outcome } from './change.ts';

const secretOf = ({ link }: Outcome) => link!.slice(link!.indexOf('#') + 1);

eachApp('an account', (open) => {
  let app: TestApp;
  let ada: Person;
  let amy: Person;

  beforeAll(async () => {
    app = await open();
    ada = await app.person('ada', { role: 'ADMIN' });
    amy = await app.person('amy', { role: 'ADMIN' });
  });

  it('that is one’s own gets no link, and the refusal says what to do instead', async () => {
    expect(await change(ada, 'resetPassword', { name: 'ada' }, 'link')).toEqual({
      __typename: 'OwnAccountError',
      code: 'OWN_ACCOUNT',
      path: ['name'],
      message: 'This is your own account: change your password with the current one.',
    });
  });

  it('with another role has no link left that was made for the old one', async () => {
    await change(ada, 'createUser', { name: 'nora' });
    const first = await change(ada, 'resetPassword', { name: 'nora' }, 'link');
    await change(ada, 'updateUser', { name: 'nora', displayName: 'Nora' });
    expect(await isLinkOpen(app.app.world, secretOf(first))).toBe(true);
    await change(ada, 'updateUser', { name: 'nora', role: 'ADMIN' });
    expect(await redeem(app, { secret: secretOf(first), password: 'an early one of nora' })).toMatchObject({
      code: 'LINK_INVALID',
    });
    const second = await change(ada, 'resetPassword', { name: 'nora' }, 'link');
    await change(ada, 'updateUser', { name: 'nora', role: 'MEMBER' });
    expect(await isLinkOpen(app.app.world, secretOf(second))).toBe(false);
  });

  it('that is deactivated anew loses the link that was made to recover it', async () => {
    await userNamed(app, 'olga', 'the password of olga');
    await change(ada, 'updateUser', { name: 'olga', role: 'ADMIN' });
    await change(ada, 'deactivateUser', { name: 'olga' });
    const { secret } = await recoverAdmin(app.app.world, 'olga');
    expect(await isLinkOpen(app.app.world, secret)).toBe(true);
    await change(amy, 'deactivateUser', { name: 'olga' });
    expect(await redeem(app, { secret, password: 'a recovered one of olga' })).toMatchObject({
      code: 'LINK_INVALID',
    });
    const before = await app.counts();
    await change(ada, 'deactivateUser', { name: 'olga' });
    expect(await app.counts()).toEqual(before);
  });
});
