// Who may do what, as two people see it in a real browser: the page offers nothing that would be refused and says why,
// the lists of an index are changed on its page, and a one-time link that opens nothing says so before anything is
// typed.
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Person, signedIn } from '../support/people.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { type OpenBrowser, openBrowser, whyNoBrowser } from './browser.ts';

const installers = ['pip', 'uv', 'Poetry', 'PDM', '.netrc', 'Environment'];
const password = 'four unrelated words: kelp, anvil, tram, dusk';

describe.skipIf(whyNoBrowser)('nora, who may read ada/prod and not upload to it,', () => {
  let server: RunningServer;
  let browser: OpenBrowser;
  let page: Page;
  let ada: Person;
  let setupLink: string;
  let norasLink: string;

  beforeAll(async () => {
    server = await startServer();
    setupLink = server.setupLink!;
    const admin = await server.setupAdmin();
    ada = await signedIn(server.url, admin.name, admin.password);
    norasLink = await linkFor('nora');
    await ada.createIndex('ada/prod', { readers: ['ada', 'nora'] });
    browser = await openBrowser(server.url);
    page = browser.page;
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('is told at once that the set-up link was used, and what to do', async () => {
    await page.goto(setupLink);
    await page.getByText('This link does not work any more.').waitFor();
    expect(await page.getByRole('textbox').count()).toBe(0);
    await page.getByText('it prints a new link each time it starts').waitFor();
  });

  it('sets her password with a link that works once, and says so the second time', async () => {
    await page.goto(norasLink);
    await page.getByLabel('New password').fill(password);
    await page.getByRole('button', { name: 'Set password' }).click();
    await heading('Package indexes');
    await page.goto('about:blank');
    await page.goto(norasLink);
    await page.getByText('This link does not work any more.').waitFor();
    expect(await page.getByLabel('New password').count()).toBe(0);
  });

  it('is told of a link that was used while its form was open', async () => {
    const link = await linkFor('olga');
    await page.goto('about:blank');
    await page.goto(link);
    await page.getByLabel('New password').fill(password);
    const input = { secret: link.split('#')[1], password, carrier: 'BEARER' };
    await ada.graphql('mutation ($input: RedeemLinkInput!) { redeemLink(input: $input) { __typename } }', {
      input,
    });
    await page.getByRole('button', { name: 'Set password' }).click();
    await page.getByText('This link does not work any more.').waitFor();
  });

  it('sees where to install from, and no way to upload but the reason', async () => {
    await page.goto(`${server.url}/ui/indexes/ada/prod`);
    await page.getByText(`${server.url}/ada/prod/simple/`).waitFor();
    await page
      .getByText('You are not among the uploaders of ada/prod. Whoever administers it can add you.')
      .waitFor();
    expect(await page.getByText(`${server.url}/ada/prod/`, { exact: true }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Change access' }).count()).toBe(0);
    expect(await page.getByText('twine').count()).toBe(0);
  });

  it('is offered a token that reads, with the tools that install, and none that uploads', async () => {
    await page.getByRole('link', { name: 'Create a token for it' }).click();
    await page.getByRole('checkbox', { name: 'ada/prod' }).waitFor();
    const upload = page.getByRole('checkbox', { name: 'upload', exact: true });
    expect([await upload.isDisabled(), await upload.isChecked()]).toEqual([true, false]);
    await page.getByText('You are not among the uploaders of ada/prod.').waitFor();
    await page.getByLabel('Name', { exact: true }).fill('laptop');
    await page.getByRole('button', { name: 'Create token' }).click();
    await heading('Your new token: laptop');
    expect(await page.getByRole('tab').allTextContents()).toEqual(installers);
    await leave();
  });

  it('gets no configuration to upload to this index with a token for all of hers', async () => {
    await page.goto(`${server.url}/ui/tokens?create=true`);
    await page.getByLabel('Name', { exact: true }).fill('everywhere');
    await page.getByRole('radio', { name: 'In all indexes' }).check();
    await page.getByRole('checkbox', { name: 'upload', exact: true }).check();
    await page.getByRole('button', { name: 'Create token' }).click();
    await heading('Your new token: everywhere');
    await page.getByText('You are not among the uploaders of ada/prod.').waitFor();
    expect(await page.getByRole('tab').allTextContents()).toEqual(installers);
    await leave();
  });

  it('may upload as soon as ada has put her on the list, where a name that nobody has is refused', async () => {
    await signOutAndIn('ada', ada.password);
    await page.goto(`${server.url}/ui/indexes/ada/prod`);
    await page.getByRole('button', { name: 'Change access' }).click();
    const dialog = page.getByRole('dialog', { name: 'Who may use ada/prod' });
    const uploaders = dialog.getByLabel('Named uploaders');
    expect(await uploaders.inputValue()).toBe('ada');
    await uploaders.fill('ada, noar');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('"noar" is no user').waitFor();
    expect(await uploaders.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await lists()).toEqual({ readers: ['ada', 'nora'], uploaders: ['ada'] });
    await uploaders.fill('ada');
    await dialog.getByText('"noar" is no user').waitFor({ state: 'hidden' });

    await uploaders.fill('ada, nora');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await lists()).toEqual({ readers: ['ada', 'nora'], uploaders: ['ada', 'nora'] });
  });

  it('sees ada asked once more before the index is opened to everybody', async () => {
    await page.getByRole('button', { name: 'Change access' }).click();
    const dialog = page.getByRole('dialog', { name: 'Who may use ada/prod' });
    const save = dialog.getByRole('button', { name: 'Save' });
    expect(await save.isDisabled()).toBe(true);
    await dialog.getByLabel('Who may install').selectOption('Everybody, also without signing in');
    await dialog.getByText('the command line call them :anonymous:').waitFor();
    await dialog
      .getByText(
        'Everybody who reaches this server, without a credential, will be able to install what ada/prod holds.',
      )
      .waitFor();
    expect(await save.isDisabled()).toBe(true);
    expect(await barriers()).toEqual([]);
    await dialog.getByRole('checkbox', { name: 'Yes, open it' }).check();
    await save.click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('everybody, also without signing in').waitFor();
    expect(await lists()).toEqual({ readers: [':anonymous:', 'ada', 'nora'], uploaders: ['ada', 'nora'] });
  });

  it('was never sent to another origin, and the browser had nothing to complain about', () => {
    const origins = browser.requests.filter((url) => url !== 'about:blank').map((url) => new URL(url).origin);
    expect([...new Set(origins)]).toEqual([server.url]);
    expect(browser.complaints).toEqual([]);
  });

  /** Of a new user. */
  async function linkFor(name: string): Promise<string> {
    const answer = await ada.graphql(
      'mutation ($name: String!) { createUser(input: { name: $name }) { ... on CreateUserPayload { setupLink } } }',
      { name },
    );
    return (answer.data as { createUser: { setupLink: string } }).createUser.setupLink;
  }

  const heading = (name: string) => page.getByRole('heading', { name, exact: true }).waitFor();

  /** Done with a token that was not copied. */
  async function leave(): Promise<void> {
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'Leave without it' }).click();
    await page.getByRole('heading', { name: /^Your new token/ }).waitFor({ state: 'hidden' });
  }

  async function signOutAndIn(name: string, itsPassword: string): Promise<void> {
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('User name').fill(name);
    await page.getByLabel('Password', { exact: true }).fill(itsPassword);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await heading('Package indexes');
  }

  /** What would keep a person with a screen reader out. */
  async function barriers(): Promise<string[]> {
    // Evaluated, because the content policy lets no script in.
    await page.evaluate(axe.source);
    return page.evaluate(async () => {
      const { axe: inPage } = globalThis as unknown as { axe: typeof axe };
      return (await inPage.run()).violations.map(({ id, help }) => `${id}: ${help}`);
    });
  }

  async function lists(): Promise<unknown> {
    const answer = await ada.graphql(
      '{ packageIndex(path: "ada/prod") { readers { name } uploaders { name } } }',
    );
    const { readers, uploaders } = (answer.data as { packageIndex: Record<string, { name: string }[]> })
      .packageIndex;
    return { readers: readers!.map(({ name }) => name), uploaders: uploaders!.map(({ name }) => name) };
  }
});
