// `wheelhouse fsck` as an operator runs it: beside a server that takes uploads, without one, and where there is nothing
// to look at. What it finds is `test/domain/fsck`.

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { DAMAGE } from '../../server/domain/fsck/damage.ts';
import { blobPath } from '../../server/storage/blobs.ts';
import { makeWheel } from '../support/distributions.ts';
import { signedIn, type Person } from '../support/people.ts';
import { startServer, type RunningServer } from '../support/server.ts';
import { launch, temporaryFolder } from './launch.ts';

const folder = temporaryFolder();

describe('fsck', { timeout: 120_000 }, () => {
  const data = mkdtempSync(join(folder, 'data-'));
  const environment = { WHEELHOUSE_DATA: data };
  const look = (...flags: string[]) => launch({ words: ['fsck', ...flags], environment }).ended;
  let server: RunningServer;
  let ada: Person;

  beforeAll(async () => {
    server = await startServer({ dataFolder: data });
    const { name, password } = await server.setupAdmin();
    ada = await signedIn(server.url, name, password);
    await ada.createIndex('ada/prod');
  }, 60_000);
  afterAll(() => server.kill());

  it('is clean beside a server that takes uploads all the while', async () => {
    let isLooking = true;
    const uploads = (async () => {
      for (let build = 0; isLooking; build += 1) {
        const wheel = makeWheel({ name: 'nightly', version: `1.${build}` });
        expect((await ada.withPassword.upload('ada/prod', wheel)).status).toBe(200);
      }
    })();
    const { code, stdout, stderr } = await look();
    isLooking = false;
    await uploads;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Nothing is damaged\. Looked at \d+ changes, .*\.\n$/);
  });

  it('is clean when the server was killed, and names what is damaged then, in words and as JSON', async () => {
    const wheel = makeWheel({ name: 'acme', version: '1.0' });
    expect((await ada.withPassword.upload('ada/prod', wheel)).status).toBe(200);
    await server.kill();
    expect(await look('--no-checksums')).toMatchObject({ code: 0, stderr: '' });

    writeFileSync(blobPath(data, wheel.sha256), 'x'.repeat(wheel.bytes.length));
    expect(await look('--no-checksums')).toMatchObject({ code: 0 });
    const told = await look();
    expect({ code: told.code, stderr: told.stderr }).toEqual({ code: 1, stderr: '' });
    expect(told.stdout).toMatch(
      new RegExp(`^BLOB_ALTERED: .* Needed by ada/prod/${wheel.filename}\\. .*\nThere is damage\\. .*\n$`),
    );
    const asked = await look('--json');
    expect(asked.code).toBe(1);
    expect(JSON.parse(asked.stdout)).toMatchObject({
      isClean: false,
      counts: { BLOB_ALTERED: 1 },
      findings: [{ code: 'BLOB_ALTERED', weight: 'DAMAGE', subject: `blob ${wheel.sha256}` }],
    });
  });

  it('ends with 2 where it cannot look, and says why', async () => {
    const nothing = { WHEELHOUSE_DATA: mkdtempSync(join(folder, 'data-')) };
    expect(await launch({ words: ['fsck'], environment: nothing }).ended).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^There is nothing of a Wheelhouse server in .*\.\n$/) as string,
    });
    expect(await look('--all')).toMatchObject({ code: 2, stdout: '' });
  });

  it('has each of its names explained in docs/operations.md', () => {
    const page = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8');
    const told = [...page.matchAll(/^\| `([A-Z_]+)` +\|/gm)].map(([, name]) => name);
    expect(told.sort()).toEqual(Object.keys(DAMAGE).sort());
  });
});
