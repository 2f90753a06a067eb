// The life of a token as a person lives it, in a real browser with the real clients beside it: the setup link, the first
// index, a token for the robot that uploads and one for the laptop that installs, and the day the laptop is lost.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { makeEmptyEnvironment, runClient, whyNoClients } from '../installers/python.ts';
import { makeWheel } from '../support/distributions.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { type OpenBrowser, openBrowser, whyNoBrowser } from './browser.ts';

const password = 'four unrelated words: kelp, anvil, tram, dusk';

describe.skipIf(whyNoBrowser ?? whyNoClients)('maria, who was given the setup link,', () => {
  let folder: string;
  let server: RunningServer;
  let browser: OpenBrowser;
  let page: Page;
  let python: string;
  /** The laptop's token, to look for where it must not be. */
  let secret: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wheelhouse-token-'));
    python = await makeEmptyEnvironment(folder);
    server = await startServer();
    browser = await openBrowser(server.url);
    page = browser.page;
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    if (folder) await rm(folder, { recursive: true });
  });

  it('becomes the first administrator', async () => {
    await page.goto(server.setupLink ?? '');
    await page.getByLabel('User name').fill('maria');
    await page.getByLabel('Email').fill('maria@acme.example');
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Create my account' }).click();
    await heading('Package indexes');
  });

  it('creates a package index', async () => {
    await page.getByRole('link', { name: 'Create an index' }).click();
    const dialog = page.getByRole('dialog', { name: 'Create a package index' });
    await dialog.getByLabel('Name', { exact: true }).fill('prod');
    await dialog.getByRole('button', { name: 'Create index' }).click();
    await heading('maria/prod');
  });

  it('creates a token for the robot, and twine uploads with the .pypirc from the page', async () => {
    await page.getByRole('link', { name: 'Create a token for it' }).click();
    await page.getByLabel('Name', { exact: true }).fill('robot');
    await page.getByRole('checkbox', { name: 'read', exact: true }).uncheck();
    await page.getByRole('checkbox', { name: 'upload', exact: true }).check();
    await page.getByRole('button', { name: 'Create token' }).click();
    await heading('Your new token: robot');

    await page.getByRole('tab', { name: 'twine' }).click();
    await writeFile(join(folder, '.pypirc'), await copied('.pypirc'), { mode: 0o600 });
    const command = (await copied('Upload with twine')).trim();
    await page.getByRole('button', { name: 'Done' }).click();

    const { filename, bytes } = makeWheel({ name: 'acme-tools', version: '1.0' });
    await writeFile(join(folder, filename), bytes);
    expect(command).toMatch(/^twine upload --repository \S+ dist\/\*$/);
    const args = command.split(' ').slice(1, -1);
    expect(await runClient('twine', [...args, '--disable-progress-bar', filename], { folder })).toMatchObject(
      {
        exitCode: 0,
      },
    );
  });

  it('creates a token for the laptop, which is hidden until she asks and shown this once', async () => {
    await page.getByRole('link', { name: 'Create a token', exact: true }).click();
    await page.getByLabel('Name', { exact: true }).fill('laptop');
    await page.getByRole('checkbox', { name: 'maria/prod' }).check();
    await page.getByRole('button', { name: 'Create token' }).click();
    await heading('Your new token: laptop');

    const field = page.getByLabel('Token', { exact: true });
    expect(await field.inputValue()).toMatch(/^wh_pat_[0-9A-Za-z]{22}_•+$/);
    await page.getByRole('button', { name: 'Reveal' }).click();
    secret = await field.inputValue();
    expect(secret).toMatch(/^wh_pat_[0-9A-Za-z]{22}_[0-9A-Za-z]{49}$/);
  });

  it('installs with pip, with the pip.conf copied from the page', async () => {
    await writeFile(join(folder, 'pip.conf'), await copied('pip.conf'));
    expect(await pip('install', 'acme-tools')).toMatchObject({ exitCode: 0 });
    expect(
      await runClient('pip', ['--python', python, 'list', '--format', 'freeze'], { folder }),
    ).toMatchObject({
      stdout: 'acme-tools==1.0\n',
    });
  });

  it('finds the token nowhere once she is done with it', async () => {
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'Revoke laptop' }).waitFor();
    expect(await everythingKept()).not.toContain(secret);
    await page.reload();
    await page.getByRole('button', { name: 'Revoke laptop' }).waitFor();
    expect(await everythingKept()).not.toContain(secret);
  });

  it('sees on the page what the robot uploaded', async () => {
    await page.getByRole('link', { name: 'Indexes', exact: true }).click();
    await page.getByRole('link', { name: 'maria/prod' }).click();
    await page.getByRole('link', { name: 'acme-tools' }).waitFor();
  });

  it('revokes the token of the lost laptop, and pip is refused', async () => {
    await page.getByRole('link', { name: 'Tokens', exact: true }).click();
    await page.getByRole('button', { name: 'Revoke laptop' }).click();
    await page
      .getByRole('dialog', { name: 'Revoke laptop?' })
      .getByRole('button', { name: 'Revoke token' })
      .click();
    await page
      .getByRole('row', { name: /laptop/ })
      .getByText('revoked', { exact: true })
      .waitFor();

    const refused = await pip('download', 'acme-tools', '--no-deps');
    expect(refused.exitCode).not.toBe(0);
    expect(refused.stdout + refused.stderr).toContain('401');
  });

  it('meets nothing on the page that would keep a person with a screen reader out', async () => {
    for (const path of ['/ui/', '/ui/tokens']) {
      await page.goto(server.url + path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      // Evaluated, because the content policy lets no script in.
      await page.evaluate(axe.source);
      const violations = await page.evaluate(async () => {
        const { axe: inPage } = globalThis as unknown as { axe: typeof axe };
        return (await inPage.run()).violations.map(({ id, help }) => `${id}: ${help}`);
      });
      expect(violations, path).toEqual([]);
    }
  });

  it('was never sent to another origin, and her browser had nothing to complain about', () => {
    expect([...new Set(browser.requests.map((url) => new URL(url).origin))]).toEqual([server.url]);
    expect(browser.complaints).toEqual([]);
  });

  const heading = (name: string) => page.getByRole('heading', { name, exact: true }).waitFor();

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

  function pip(command: 'install' | 'download', ...args: string[]) {
    return runClient('pip', ['--python', python, command, '--no-cache-dir', ...args], {
      folder,
      environment: { PIP_CONFIG_FILE: join(folder, 'pip.conf') },
    });
  }
});
