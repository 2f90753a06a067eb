// The audit trail in a real browser: an admin finds who did what, and a member sees what is theirs.
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Person, signedIn } from '../support/people.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { type OpenBrowser, openBrowser, whyNoBrowser } from './browser.ts';

describe.skipIf(whyNoBrowser)('ada, who looks who did what,', () => {
  let server: RunningServer;
  let browser: OpenBrowser;
  let page: Page;
  let ada: Person;

  beforeAll(async () => {
    server = await startServer();
    const admin = await server.setupAdmin();
    ada = await signedIn(server.url, admin.name, admin.password);
    await ada.createIndex('ada/prod');
    await ada.mintToken({ name: 'ci', scopes: ['index:read'], indexes: ['ada/prod'] });
    browser = await openBrowser(server.url);
    page = browser.page;
    await page.goto(`${server.url}/ui/audit`);
    await page.getByLabel('User name').fill(admin.name);
    await page.getByLabel('Password', { exact: true }).fill(admin.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('is led to the page she asked for, with the newest event first', async () => {
    await page.getByRole('heading', { level: 1, name: 'Audit' }).waitFor();
    const events = page.getByRole('table', { name: 'Audit events' }).getByRole('row');
    await page.getByRole('cell', { name: 'created the token' }).waitFor();
    expect(await events.nth(1).textContent()).toContain('signed in');
    expect(await page.getByText('scopes: index:read').count()).toBe(1);
  });

  it('finds events by action and actor, at an address that can be shared', async () => {
    await page.getByLabel('What was done').selectOption('created the index');
    await page.getByLabel('By whom').fill('ada');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    const made = page.getByRole('cell', { name: 'ada/prod readers: ada' });
    await expect.poll(() => page.getByRole('table').getByRole('row').count()).toBe(2);
    expect(await made.count()).toBe(1);
    expect(new URL(page.url()).search).toBe('?action=INDEX_CREATED&actor=ada');
    await page.reload();
    await made.waitFor();
    expect(await page.getByLabel('By whom').inputValue()).toBe('ada');
  });

  it('is told when nothing fits, and goes back to everything', async () => {
    await page.getByLabel('By whom').fill('zoe');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await page.getByRole('heading', { name: 'Nothing found' }).waitFor();
    await page.getByRole('link', { name: 'Show everything' }).click();
    await page.getByRole('cell', { name: 'created the token' }).waitFor();
  });

  it('sees a page that machines can read, and that keeps within its policy', async () => {
    await page.evaluate(axe.source);
    const violations = await page.evaluate(async () => {
      const { axe: inPage } = globalThis as unknown as { axe: typeof axe };
      const { violations: found } = await inPage.run();
      return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    });
    expect(violations).toEqual([]);
    expect(browser.complaints).toEqual([]);
  });
});
