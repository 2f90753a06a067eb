// Users and groups, as an admin administers them in a real browser, and as a member is told that this is not for them.
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { change } from '../graphql/change.ts';
import { signedIn } from '../support/people.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { type OpenBrowser, openBrowser, whyNoBrowser } from './browser.ts';

const password = 'four unrelated words: kelp, anvil, tram, dusk';

describe.skipIf(whyNoBrowser)('ada, an admin,', () => {
  let server: RunningServer;
  let browser: OpenBrowser;
  let page: Page;
  let admin: { name: string; password: string };
  let bobsLink: string;

  beforeAll(async () => {
    server = await startServer();
    admin = await server.setupAdmin();
    browser = await openBrowser(server.url);
    page = browser.page;
    await signIn(admin.name, admin.password);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('creates bob, and is shown his link once', async () => {
    await page.getByRole('link', { name: 'Users' }).click();
    await heading('Users');
    await page.getByRole('link', { name: 'Create a user' }).click();
    await page.getByLabel('User name').fill('bob');
    await page.getByRole('button', { name: 'Create user' }).click();
    const link = page.getByText(/\/ui\/set-password#/);
    bobsLink = (await link.innerText()).trim();
    await accessible();
    await page.getByRole('button', { name: 'Done' }).click();
    expect(await page.getByText(/\/ui\/set-password#/).count()).toBe(0);
    await page.getByRole('table', { name: 'Users' }).getByRole('link', { name: 'bob' }).waitFor();
  });

  it('finds bob by a part of his name, and the address says so', async () => {
    await page.getByLabel('Name or address').fill('BO');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.waitForURL(/text=BO/);
    await expect.poll(() => page.getByRole('row').count()).toBe(2);
    await page.getByRole('link', { name: 'bob' }).click();
    await heading('bob');
  });

  it('makes him an admin and a member again, and deactivates and activates him', async () => {
    await page.getByLabel('Role').selectOption('ADMIN');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('bob is saved.').waitFor();
    await page.getByLabel('Role').selectOption('MEMBER');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Deactivate' }).click();
    await page.getByText(`by ${admin.name}`).waitFor();
    await accessible();
    expect(await page.getByRole('button', { name: 'Make a link' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Activate' }).click();
    await page.getByText('bob is active.', { exact: true }).waitFor();
  });

  it('sees what his token may do, and revokes it for him', async () => {
    await page.getByText('bob has no token.').waitFor();
    const ada = await signedIn(server.url, admin.name, admin.password);
    await ada.mintToken({ name: 'watcher', scopes: ['audit:read'], owner: 'bob' });
    await page.reload();
    const row = page.getByRole('table', { name: 'Tokens of bob' }).getByRole('row', { name: /watcher/ });
    await row.getByText('see audit').waitFor();
    expect(await row.getByRole('button', { name: 'Rotate watcher' }).count()).toBe(0);
    await accessible();
    await row.getByRole('button', { name: 'Revoke watcher' }).click();
    await page.getByRole('button', { name: 'Revoke token' }).click();
    await row.getByText('by an admin').waitFor();
  });

  it('makes a link for his password, which voids the first', async () => {
    await page.getByRole('button', { name: 'Make a link' }).click();
    const link = page.getByText(/\/ui\/set-password#/);
    const made = (await link.innerText()).trim();
    expect(made).not.toBe(bobsLink);
    bobsLink = made;
    await page.getByRole('button', { name: 'Done' }).click();
  });

  it('makes a group, takes bob in, and out again by its page', async () => {
    await page.getByRole('link', { name: 'Groups' }).click();
    await heading('Groups');
    await page.getByText('No group yet.').waitFor();
    await accessible();
    await page.getByRole('link', { name: 'Create a group' }).click();
    await page.getByLabel('Name').fill('makers');
    await page.getByRole('button', { name: 'Create group' }).click();
    await heading('makers');
    await page.getByLabel('Take users in').fill('nobody');
    await page.getByRole('button', { name: 'Take in' }).click();
    await page.getByText('There is no user "nobody".').waitFor();
    await page.getByLabel('Take users in').fill(`bob, ${admin.name}`);
    await page.getByRole('button', { name: 'Take in' }).click();
    await page.getByRole('button', { name: `Take out ${admin.name}` }).click();
    await expect.poll(() => page.getByRole('row').count()).toBe(2);
    await accessible();
  });

  it('sees nothing on her own page with which she could lock herself out', async () => {
    await page.goto(`${server.url}/ui/users/${admin.name}`);
    await page.getByText('Another admin can change yours.').waitFor();
    expect(await page.getByLabel('Role').isDisabled()).toBe(true);
    expect(await page.getByRole('button', { name: /Deactivate|Delete/ }).count()).toBe(0);
  });

  it('deletes a user whose name she types', async () => {
    const ada = await signedIn(server.url, admin.name, admin.password);
    await change(ada, 'createUser', { name: 'carl' });
    await page.goto(`${server.url}/ui/users/carl`);
    await page.getByRole('button', { name: 'Delete this user' }).click();
    const gone = page.getByRole('button', { name: 'Delete for good' });
    expect(await gone.isDisabled()).toBe(true);
    await accessible();
    await page.getByLabel('Type carl to confirm').fill('carl');
    await gone.click();
    await heading('Users');
    await page.getByRole('link', { name: 'bob' }).waitFor();
    expect(await page.getByRole('link', { name: 'carl' }).count()).toBe(0);
  });

  it('leaves to bob, a member, a page that says that it is not for him', async () => {
    await page.goto(bobsLink);
    await page.getByLabel('New password').fill(password);
    await page.getByRole('button', { name: 'Set password' }).click();
    await heading('Package indexes');
    expect(await page.getByRole('link', { name: 'Users' }).count()).toBe(0);
    for (const path of ['users', 'users/ada', 'groups', 'groups/makers']) {
      await page.goto(`${server.url}/ui/${path}`);
      await heading('Not for you');
    }
    expect(browser.complaints).toEqual([]);
  });

  async function signIn(name: string, given: string): Promise<void> {
    await page.goto(`${server.url}/ui/`);
    await page.getByLabel('User name').fill(name);
    await page.getByLabel('Password', { exact: true }).fill(given);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await heading('Package indexes');
  }

  async function heading(name: string): Promise<void> {
    await page.getByRole('heading', { level: 1, name }).waitFor();
  }

  async function accessible(): Promise<void> {
    await page.evaluate(axe.source);
    const found = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      const { violations } = await axe.run();
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    });
    expect(found).toEqual([]);
  }
});
