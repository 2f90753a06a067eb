// What the token pages offer and refuse, in a real browser: kinds, scopes that warn, limits, and sentences at the fields
// they are about; rotation, other words for a token, and the end of all of them.
import axe from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { change } from '../graphql/change.ts';
import { type Person, signedIn } from '../support/people.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { type OpenBrowser, openBrowser, whyNoBrowser } from './browser.ts';

describe.skipIf(whyNoBrowser)('ada, who has an index and a token for her robot,', () => {
  let server: RunningServer;
  let browser: OpenBrowser;
  let page: Page;
  /** At another machine. */
  let elsewhere: Person;
  /** The tokens of the job, the one that was replaced first. */
  let jobs: string[];

  beforeAll(async () => {
    server = await startServer();
    const admin = await server.setupAdmin();
    elsewhere = await signedIn(server.url, admin.name, admin.password);
    await elsewhere.createIndex('ada/prod');
    await elsewhere.mintToken({ name: 'robot', scopes: ['index:upload'], indexes: ['ada/prod'] });
    browser = await openBrowser(server.url);
    page = browser.page;
    await page.goto(`${server.url}/ui/`);
    await page.getByLabel('User name').fill(admin.name);
    await page.getByLabel('Password', { exact: true }).fill(admin.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await heading('Package indexes');
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('is told beside the scopes that she lost the right to one meanwhile, and nothing is made', async () => {
    await openForm('refused');
    await page.getByRole('checkbox', { name: 'upload', exact: true }).check();
    await page.getByRole('checkbox', { name: 'ada/prod' }).check();
    await change(elsewhere, 'updatePackageIndex', { path: 'ada/prod', uploaders: [] });
    await page.getByRole('button', { name: 'Create token' }).click();
    const sentence = 'ada may not upload to ada/prod, so no token of ada may have index:upload there.';
    await expect.poll(() => saidOf(page.getByRole('group', { name: 'What it may do' }))).toBe(sentence);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(sentence);
    await accessible();
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(await page.getByRole('row', { name: /refused/ }).count()).toBe(0);
    await change(elsewhere, 'updatePackageIndex', { path: 'ada/prod', uploaders: ['ada'] });
  });

  it('is told beside the fields what is wrong with an end and with an address, wherever these are', async () => {
    await openForm('bounded');
    await page.getByRole('radio', { name: 'In all indexes' }).check();
    await page.getByRole('radio', { name: 'On a date' }).check();
    await page.getByLabel('Last day').fill('2199-12-31');
    await page.getByRole('button', { name: 'Create token' }).click();
    await expect
      .poll(() => saidOf(page.getByRole('radiogroup', { name: 'Expires after' })))
      .toBe('A token expires 365 days ahead at the latest on this server.');

    await page.getByRole('radio', { name: '7 days' }).check();
    await page.getByText('Advanced').click();
    await page.getByLabel('Only from these addresses').fill('the office');
    await page.getByText('Advanced').click();
    await page.getByRole('button', { name: 'Create token' }).click();
    await page.getByText('"the" is neither an address nor a network').waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('addresses');
    await accessible();
  });

  it('chooses what can do harm only after saying that she knows, and for that names no index', async () => {
    await openForm('people');
    await page.getByRole('checkbox', { name: 'read', exact: true }).uncheck();
    await page.getByText('Automation').click();
    await page.getByRole('checkbox', { name: 'change users' }).check();
    expect(await page.getByText('Where it works').count()).toBe(0);
    const create = page.getByRole('button', { name: 'Create token' });
    expect(await create.isDisabled()).toBe(true);
    await page.getByRole('checkbox', { name: 'I know what “change users” can do' }).check();
    await accessible();
    await create.click();
    await heading('Your new token: people');
    expect(await copied('Environment for the API')).toContain(`export WHEELHOUSE_SERVER=${server.url}\n`);
    await page.getByRole('button', { name: 'Done' }).click();
  });

  it('creates an attenuable token, of which nothing is shown before she asks', async () => {
    await openForm('job');
    await page.getByRole('checkbox', { name: 'ada/prod' }).check();
    await page.getByRole('radio', { name: 'Attenuable' }).check();
    await page.getByRole('button', { name: 'Create token' }).click();
    await heading('Your new token: job');
    expect(await page.getByLabel('Token', { exact: true }).inputValue()).toBe('whm-••••••••••••');
    expect(await page.getByRole('region', { name: 'pip.conf', exact: true }).innerText()).toContain(
      '__token__:whm-••••••••••••@',
    );
    await accessible();
    jobs = [await copiedToken()];
    expect(jobs[0]).toMatch(/^whm-[A-Za-z0-9_-]+$/);
    expect(await statusOfReading(jobs[0]!)).toBe(200);
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('row', { name: /job attenuable/ }).waitFor();
  });

  it('rotates it, and has an hour in which both work', async () => {
    await page.getByRole('button', { name: 'Rotate job' }).click();
    const dialog = page.getByRole('dialog', { name: 'Rotate job?' });
    await dialog.getByRole('radio', { name: '1 hour' }).check();
    await accessible();
    await dialog.getByRole('button', { name: 'Rotate token' }).click();
    await heading('Your new token: job');
    jobs.push(await copiedToken());
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('row', { name: /job .*replaced ends in (60|59) minutes/ }).waitFor();
    await page.getByRole('row', { name: /job .*active/ }).waitFor();
    expect(await Promise.all(jobs.map(statusOfReading))).toEqual([200, 200]);
    expect(await page.getByRole('button', { name: 'Rotate job' }).count()).toBe(1);
    const kept = await everythingKept();
    expect(jobs.filter((job) => kept.includes(job))).toEqual([]);
  });

  it('calls a token by another name, and notes what it is for', async () => {
    await page.getByRole('button', { name: 'Details of robot' }).click();
    const dialog = page.getByRole('dialog', { name: 'robot' });
    await dialog.getByText('Only a hash of it is stored').waitFor();
    await accessible();
    await dialog.getByLabel('Name').fill('uploader');
    await dialog.getByLabel('Description').fill('Publishes the tools.');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Details of uploader' }).click();
    await page.getByRole('dialog', { name: 'uploader' }).getByLabel('Description').waitFor();
    expect(await page.getByLabel('Description').inputValue()).toBe('Publishes the tools.');
    await page.keyboard.press('Escape');
  });

  it('revokes whatever is left at once, after she was told how many that are', async () => {
    await page.getByRole('button', { name: 'Revoke all my tokens' }).click();
    const revoke = page.getByRole('dialog').getByRole('button', { name: /^Revoke \d tokens$/ });
    expect(await revoke.innerText()).toBe('Revoke 4 tokens');
    await accessible();
    await revoke.click();
    await page.getByText('4 tokens revoked.').waitFor();
    await expect.poll(() => page.getByRole('button', { name: /^(Revoke|Rotate) (?!all)/ }).count()).toBe(0);
    expect(await Promise.all(jobs.map(statusOfReading))).toEqual([401, 401]);
  });

  it('meets nothing on the page that would keep a person with a screen reader out', async () => {
    for (const path of ['/ui/', '/ui/tokens', '/ui/tokens?create=true', '/ui/users/ada']) {
      await page.goto(server.url + path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await accessible();
    }
  });

  it('gave her browser nothing to complain about', () => {
    expect(browser.complaints).toEqual([]);
  });

  const heading = (name: string) => page.getByRole('heading', { name, exact: true }).waitFor();

  async function openForm(name: string): Promise<void> {
    await page.goto(`${server.url}/ui/tokens?create=true`);
    await page.getByLabel('Name', { exact: true }).fill(name);
  }

  async function accessible(): Promise<void> {
    // Evaluated, because the content policy lets no script in.
    await page.evaluate(axe.source);
    const violations = await page.evaluate(async () => {
      const { axe: inPage } = globalThis as unknown as { axe: typeof axe };
      return (await inPage.run()).violations.map(({ id, help }) => `${id}: ${help}`);
    });
    expect(violations, page.url()).toEqual([]);
  }

  /** What a screen reader says of a group of choices besides its name. */
  function saidOf(group: Locator): Promise<string> {
    return group.evaluate((element) =>
      (element.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .join(' '),
    );
  }

  async function copiedToken(): Promise<string> {
    await page.getByRole('button', { name: 'Copy token' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    return page.evaluate(() => navigator.clipboard.readText());
  }

  async function statusOfReading(plaintext: string): Promise<number> {
    const headers = { authorization: `Bearer ${plaintext}` };
    return (await fetch(`${server.url}/ada/prod/simple/`, { headers })).status;
  }

  /** What the button beside a text puts on the clipboard. */
  async function copied(title: string): Promise<string> {
    await page.getByRole('region', { name: title, exact: true }).getByRole('button').click();
    await page
      .getByRole('region', { name: title, exact: true })
      .getByRole('button', { name: 'Copied' })
      .waitFor();
    return page.evaluate(() => navigator.clipboard.readText());
  }

  /** Whatever a later reader of this browser could find: the page, its address, and what it stored. */
  async function everythingKept(): Promise<string> {
    return page.evaluate(() =>
      [document.documentElement.outerHTML, location.href, document.cookie]
        .concat(JSON.stringify(localStorage), JSON.stringify(sessionStorage), JSON.stringify(history.state))
        .concat([...document.querySelectorAll('input')].map(({ value }) => value))
        .join('\n'),
    );
  }
});
