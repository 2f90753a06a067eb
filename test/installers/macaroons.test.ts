// Tokens that real Python libraries narrow, offline, and the real pip and twine present: what one of them makes of our
// macaroons opens what it should, and nothing else.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createTestApp, type TestApp } from '../support/app.ts';
import { makeWheel } from '../support/distributions.ts';
import { holder, type Person, type TokenHolder } from '../support/people.ts';
import * as clients from './clients.ts';
import { runClient, whyNoClients } from './python.ts';

const narrowToken = fileURLToPath(new URL('narrow_token.py', import.meta.url));
const HOUR = 3600;

describe.skipIf(whyNoClients)('a token that is narrowed', () => {
  let folder: string;
  let app: TestApp;
  let alice: Person;
  let whole: TokenHolder;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wheelhouse-macaroons-'));
    app = await createTestApp();
    alice = await app.person('alice');
    for (const index of ['alice/prod', 'alice/second']) {
      await alice.createIndex(index);
      for (const name of ['demo', 'other']) {
        const uploaded = await alice.withPassword.upload(index, makeWheel({ name, version: '1.0' }));
        expect(uploaded.status).toBe(200);
      }
    }
    whole = await alice.mintToken({
      scopes: ['index:read', 'index:upload'],
      allIndexes: true,
      wire: 'ATTENUABLE',
    });
  });
  afterAll(async () => {
    await app?.close();
    if (folder) await rm(folder, { recursive: true });
  });

  const narrowed = async (library: 'pypitoken' | 'pymacaroons', caveats: unknown[]): Promise<string> => {
    const args = [narrowToken, library, JSON.stringify(caveats)];
    const ran = await runClient('python', args, { folder, environment: { TOKEN: whole.plaintext } });
    if (ran.exitCode !== 0) throw new Error(ran.stderr);
    return ran.stdout.trim();
  };
  const now = () => Math.floor(Date.now() / 1000);
  const simpleUrl = () => `${app.url}/alice/prod/simple/`;

  /** Of the project page, that of another project and of another index, and of an upload. */
  let uploads = 0;
  const reach = async (token: string) => {
    const page = (path: string) =>
      holder(app.url, token)
        .get(path)
        .then(({ status }) => status);
    const wheel = makeWheel({ name: 'demo', version: `2.${(uploads += 1)}` });
    return [
      await page('/alice/prod/simple/demo/'),
      await page('/alice/prod/simple/other/'),
      await page('/alice/second/simple/demo/'),
      (await holder(app.url, token).upload('alice/prod', wheel)).status,
    ];
  };

  it('by pypitoken opens what is left', async () => {
    const { id } = await app.app.world.readDb.user.findUniqueOrThrow({ where: { name: 'alice' } });
    const project = await app.app.world.readDb.project.findFirstOrThrow({
      where: { normalizedName: 'demo', index: { livePath: 'alice/prod' } },
    });
    const outcomes: [object[], number[]][] = [
      [[{ not_before: now() - HOUR, not_after: now() + HOUR }], [200, 200, 200, 200]],
      [[{ not_before: now() - HOUR, not_after: now() - 1 }], [401, 401, 401, 401]],
      [[{ not_before: now() + HOUR, not_after: now() + 2 * HOUR }], [401, 401, 401, 401]],
      [[{ project_names: ['demo'] }], [200, 403, 200, 200]],
      [
        [{ project_names: ['demo'] }, { project_names: ['other'] }],
        [403, 403, 403, 403],
      ],
      [[{ project_ids: [project.id] }], [200, 403, 403, 200]],
      [[{ user_id: id }], [200, 200, 200, 200]],
      [[{ user_id: project.id }], [401, 401, 401, 401]],
      [[{ legacy_noop: true }], [200, 200, 200, 200]],
      [[{ legacy_project_names: ['demo'] }], [200, 403, 200, 200]],
      [[{ legacy_not_before: now() - HOUR, legacy_not_after: now() - 1 }], [401, 401, 401, 401]],
    ];
    for (const [caveats, expected] of outcomes)
      expect([caveats, await reach(await narrowed('pypitoken', caveats))]).toEqual([caveats, expected]);
  });

  it('by pymacaroons opens what is left, in the words of devpi too', async () => {
    const outcomes: [string[], number[]][] = [
      [['allowed=pkg_read'], [200, 200, 200, 403]],
      [
        ['allowed=upload', 'projects=demo'],
        [403, 403, 403, 200],
      ],
      [
        ['indexes=alice/prod', `expires=${now() + HOUR}`],
        [200, 200, 403, 200],
      ],
      [[`not_before=${now() + HOUR}`], [401, 401, 401, 401]],
      [['[1, ["other"]]'], [403, 200, 403, 403]],
      [['whatever'], [401, 401, 401, 401]],
    ];
    for (const [caveats, expected] of outcomes)
      expect([caveats, await reach(await narrowed('pymacaroons', caveats))]).toEqual([caveats, expected]);
  });

  it('is taken by pip and twine where it should be, and refused where not', async () => {
    const token = await narrowed('pypitoken', [
      { project_names: ['demo'] },
      { not_before: now() - HOUR, not_after: now() + HOUR },
    ]);
    const reading = { folder, simpleUrl: simpleUrl(), token };
    const into = join(folder, 'downloads');
    expect(await clients.pipDownloadWheels(reading, into, ['demo==1.0'])).toMatchObject({ exitCode: 0 });
    const refused = await clients.pipDownloadWheels(reading, into, ['other']);
    expect(refused.exitCode).not.toBe(0);

    const uploading = { folder, uploadUrl: `${app.url}/alice/prod/`, token };
    const upload = async (name: string) => {
      const wheel = makeWheel({ name, version: '3.0' });
      await writeFile(join(folder, wheel.filename), wheel.bytes);
      return clients.twineUpload(uploading, [join(folder, wheel.filename)]);
    };
    expect(await upload('demo')).toMatchObject({ exitCode: 0 });
    const turnedAway = await upload('other');
    expect(turnedAway.exitCode).not.toBe(0);
    expect(clients.words(turnedAway)).toContain('403');
  });
});
