// A real Chromium with an empty profile, and what a page must never do written down while it runs: ask another origin
// for anything, break the content policy, or complain on its console.
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type BrowserContext, type Page, chromium } from 'playwright-core';

const executablePath = process.env.WHEELHOUSE_TEST_BROWSER ?? '/usr/bin/chromium';

/** Why there is no browser here, for `describe.skipIf`; undefined where there is one. */
export const whyNoBrowser: string | undefined =
  process.env.WHEELHOUSE_TEST_SKIP_BROWSER ??
  (existsSync(executablePath) ? undefined : `there is no browser at ${executablePath}`);

export type OpenBrowser = {
  page: Page;
  /** Every address that was asked for, of whatever kind. */
  requests: string[];
  /** Errors on the console, exceptions that nobody caught, violations of the content policy. */
  complaints: string[];
  close(): Promise<void>;
};

export async function openBrowser(origin: string): Promise<OpenBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'wheelhouse-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    // Clicks wait for what they need; a test that waits longer than this has found a fault.
    timeout: 30_000,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
      // Were a page to name another host, nothing would answer, and the request is written down all the same.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
  context.setDefaultTimeout(15_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });

  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  const complaints = await listenForComplaints(context);
  return {
    page: context.pages()[0] ?? (await context.newPage()),
    requests,
    complaints,
    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

async function listenForComplaints(context: BrowserContext): Promise<string[]> {
  const complaints: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(error.error().message));
  // The console tells of most violations; the event tells of all, those that are only reported included.
  await context.exposeFunction('reportViolation', (violation: string) => complaints.push(violation));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      const page = globalThis as unknown as { reportViolation: (violation: string) => void };
      page.reportViolation(`The content policy's ${violatedDirective} was broken by ${blockedURI}.`);
    });
  });
  return complaints;
}
