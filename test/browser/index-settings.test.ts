// How an index is set up, as its page tells it: of a stage and of a mirror each what concerns it, and of a mirror no
// list of uploaders, for nothing can be uploaded to it.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Person, signedIn } from '../support/people.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { type OpenBrowser, openBrowser, whyNoBrowser } from './browser.ts';

// Where there is no browser; a failure in CI.
describe.skipIf(whyNoBrowser)('ada, who looks at how her indexes are set up,', () => {
  let server: RunningServer;
  let browser: OpenBrowser;
  let page: Page;
  let ada: Person;

  beforeAll(async () => {
    server = await startServer();
    const admin = await server.setupAdmin();
    ada = await signedIn(server.url, admin.name, admin.password);
    await ada.createIndex('ada/mirror', {
      kind: 'MIRROR',
      mirror: {
        upstreamUrl: 'https://upstream.example/simple/',
        minAgeDays: 3,
        isOffline: true,
        fileHosts: ['files.example'],
      },
    });
    await ada.createIndex('ada/plain');
    await ada.createIndex('ada/stage', {
      bases: ['ada/plain', 'ada/mirror'],
      isVolatile: true,
      uploadChecks: 'STRICT',
      maxAgeSeconds: 600,
      quotaBytes: 2 ** 30,
      allow: ['corp-*'],
      deny: ['flask==2.1'],
      retention: { keepReleases: 5, keepDays: 1, prereleasesOnly: true },
    });
    await reserve('corp-*');
    browser = await openBrowser(server.url);
    page = browser.page;
    await page.goto(server.url);
    await page.getByLabel('User name').fill(admin.name);
    await page.getByLabel('Password', { exact: true }).fill(admin.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Package indexes', exact: true }).waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('reads of a stage its bases in order, what it takes, keeps and hides', async () => {
    await open('stage');
    expect(await facts()).toEqual({
      'Bases, in this order': 'ada/plain|ada/mirror (a mirror)',
      'File names': 'volatile: a file may be replaced',
      'Checks of uploads': 'strict',
      'Size of its files': '0 B of 1.00 GiB',
      'Releases that stay':
        'the 5 highest releases, what is younger than 1 day, whatever is no pre-release; all else is removed',
      'Installers keep a page': '10 minutes',
      'Lets through': 'corp-*',
      Hides: 'flask==2.1',
      'Names closed to mirrors': 'corp-*',
    });
  });

  it('reads of a stage that nobody set up what holds then', async () => {
    await open('plain');
    expect(await facts()).toEqual({
      'Bases, in this order': 'none',
      'File names': 'a file name never gets other bytes',
      'Checks of uploads': 'lenient',
      'Size of its files': '0 B, without a limit',
      'Installers keep a page': 'not at all: they ask each time',
      'Lets through': 'everything',
      Hides: 'nothing',
    });
  });

  it('reads of a mirror what it copies, and how', async () => {
    await open('mirror');
    expect(await facts()).toEqual({
      Copies: 'https://upstream.example/simple/',
      'Asks it again': 'never: it is offline',
      'Without it answers for': '7 days',
      'Hides files younger than': '3 days',
      'Takes files from': 'files.example',
      'Installers keep a page': 'not at all: they ask each time',
      'Lets through': 'everything',
      Hides: 'nothing',
    });
  });

  it('decides of a mirror who may install from it, and is offered no uploaders', async () => {
    await page.getByRole('button', { name: 'Change access' }).click();
    const dialog = page.getByRole('dialog', { name: 'Who may use ada/mirror' });
    await dialog.getByLabel('Who may install').selectOption('Everybody who signs in');
    expect(await dialog.getByLabel('Named uploaders').count()).toBe(0);
    expect(await dialog.getByLabel('Who may upload').count()).toBe(0);
    await dialog.getByRole('checkbox', { name: 'Yes, open it' }).check();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('everybody who signs in').waitFor();
  });

  it('sees a browser that has nothing to complain about', () => {
    expect(browser.complaints).toEqual([]);
  });

  async function open(name: string): Promise<void> {
    await page.goto(`${server.url}/ui/indexes/ada/${name}`);
    await page.getByRole('heading', { name: `ada/${name}`, exact: true }).waitFor();
    await page.getByRole('heading', { name: 'How it is set up' }).waitFor();
  }

  /** What stands behind each label; of a list, its lines. */
  async function facts(): Promise<Record<string, string>> {
    const pairs = await page.locator('dl > div').evaluateAll((rows) =>
      rows.map((row) => {
        const value = row.querySelector('dd')!;
        const lines = [...value.querySelectorAll('li')].map((line) => line.textContent);
        return [row.querySelector('dt')!.textContent, lines.join('|') || value.textContent];
      }),
    );
    return Object.fromEntries(pairs) as Record<string, string>;
  }

  async function reserve(pattern: string): Promise<void> {
    const input = { path: 'ada/stage', pattern };
    await ada.graphql('mutation ($input: ReserveNameInput!) { reserveName(input: $input) { __typename } }', {
      input,
    });
  }
});
