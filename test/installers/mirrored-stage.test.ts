// Every client at a stage that inherits a mirror of another Wheelhouse, which asks there with a token: what each uploads,
// what each says to a file that is there, and what each installs, of which one part lies here and the other upstream.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { makeWheel } from '../support/distributions.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import * as clients from './clients.ts';
import { newEnvironment, type Environment } from './environments.ts';
import { createPrivateIndex } from './private-index.ts';
import { hatch, pdm, poetry, project, twine } from './publishing.ts';
import { type Ran, runClient, whyNoClients } from './python.ts';

const lib = makeWheel({ name: 'acme-lib', version: '2.0' });
const app = makeWheel({ name: 'acme-app', version: '1.0', metadata: { 'Requires-Dist': 'acme-lib>=2' } });
const dull = { NO_COLOR: '1', COLUMNS: '2000', TERM: 'dumb' };

// Where the Python clients could not be had; a failure in CI.
describe.skipIf(whyNoClients)('a stage that inherits a mirror of another Wheelhouse', () => {
  let folder: string;
  let upstream: RunningServer;
  let server: RunningServer;
  let uploading: clients.Uploading;
  let reading: clients.Reading;
  let environment: Environment;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wheelhouse-mirrored-'));
    [upstream, server] = await Promise.all([startServer(), startServer()]);
    const public_ = await createPrivateIndex(upstream);
    const index = await createPrivateIndex(server);
    const robot = (await public_.mintToken('robot', 'upload')).plaintext;
    const there = { folder, uploadUrl: public_.uploadUrl, token: robot };
    const libraries = [lib, makeWheel({ name: 'acme-lib', version: '1.0' })];
    expect(await clients.uvPublish(there, await Promise.all(libraries.map(saved)))).toMatchObject({
      exitCode: 0,
    });

    const mirrorToken = (await public_.mintToken('mirror', 'read')).plaintext;
    await wheelhouse(
      [
        ...['index', 'create', 'ada/public', '--kind', 'mirror', `upstreamUrl=${public_.simpleUrl}`],
        ...['allowsPrivateAddresses=true', 'username=__token__', '--upstream-password-file', '-'],
      ],
      mirrorToken,
    );
    await wheelhouse(['index', 'update', 'ada/prod', 'bases=ada/public']);
    const { uploadUrl, simpleUrl } = index;
    // hatch looks at the page with the credential that it uploads with.
    const both = ['--name', 'robot', '--index', 'ada/prod', '--scope', 'read', '--scope', 'upload', '--raw'];
    const token = (await wheelhouse(['token', 'create', ...both])).trim();
    uploading = { folder, uploadUrl, token };
    reading = { folder, simpleUrl, token: (await index.mintToken('laptop', 'read')).plaintext };
    expect(await clients.uvPublish(uploading, [await saved(app)])).toMatchObject({ exitCode: 0 });
    environment = await newEnvironment(folder);
  });
  afterAll(async () => {
    await Promise.all([upstream?.stop(), server?.stop()]);
    if (folder) await rm(folder, { recursive: true });
  });

  describe('is installed from', () => {
    it.each([
      ['C033: the pip of Debian, which reads JSON', debianPip],
      ['pip', pip],
      ['uv', uv],
    ])('with %s', async (_, install) => {
      await emptied();
      expect(await install(['acme-app'])).toMatchObject({ exitCode: 0 });
      expect(await installed()).toEqual({ 'acme-app': '1.0', 'acme-lib': '2.0' });
    });

    it('with pip --require-hashes, by the digests of both, and not by another', async () => {
      await emptied();
      const file = join(folder, 'requirements.txt');
      const lines = (digest: string) =>
        `acme-app==1.0 --hash=sha256:${app.sha256}\nacme-lib==2.0 --hash=sha256:${digest}\n`;
      await writeFile(file, lines('ab'.repeat(32)));
      const refused = await pip(['--require-hashes', '--requirement', file]);
      expect(refused.exitCode).not.toBe(0);
      expect(clients.words(refused)).toContain('DO NOT MATCH THE HASHES');
      await writeFile(file, lines(lib.sha256));
      expect(await pip(['--require-hashes', '--requirement', file])).toMatchObject({ exitCode: 0 });
      expect(await installed()).toEqual({ 'acme-app': '1.0', 'acme-lib': '2.0' });
    });

    it('with uv --exclude-newer, by the times of upload here and upstream', async () => {
      await emptied();
      const before = await uv(['--exclude-newer', '2020-01-01T00:00:00Z', 'acme-app']);
      expect(before.exitCode).not.toBe(0);
      const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
      expect(await uv(['--exclude-newer', tomorrow, 'acme-app'])).toMatchObject({ exitCode: 0 });
    });

    it.each([['pip', pip] as const, ['the pip of Debian', debianPip] as const, ['uv', uv] as const])(
      'C136: with %s, a yanked release only where it is asked for by its number',
      async (_, install) => {
        await emptied();
        const name = 'acme-yanked';
        if (!(await isThere(name))) {
          const files = ['1.0', '1.1'].map((version) => saved(makeWheel({ name, version })));
          expect(await clients.uvPublish(uploading, await Promise.all(files))).toMatchObject({ exitCode: 0 });
          await wheelhouse(['release', 'yank', 'ada/prod', name, '1.1', '--reason', 'It deletes too much.']);
        }
        expect(await install([name])).toMatchObject({ exitCode: 0 });
        expect(await installed()).toEqual({ [name]: '1.0' });
        const pinned = await install([`${name}==1.1`]);
        expect(pinned).toMatchObject({ exitCode: 0 });
        expect(clients.words(pinned)).toContain('It deletes too much.');
        expect(await installed()).toEqual({ [name]: '1.1' });
      },
    );

    it('C053: with pip, whose second run sees what was uploaded here and upstream since', async () => {
      await emptied();
      const name = 'acme-fresh';
      const cached = ['--cache-dir', join(folder, 'pip-cache'), '--trusted-host', new URL(server.url).host];
      const look = () => clients.pipInstall(reading, environment.python, ['--upgrade', name], cached);
      for (const version of ['1.0', '1.1']) {
        const file = await saved(makeWheel({ name, version }));
        expect(await clients.uvPublish(uploading, [file])).toMatchObject({ exitCode: 0 });
        expect(await look()).toMatchObject({ exitCode: 0 });
        expect(await installed()).toEqual({ [name]: version });
      }
    });

    it('with Poetry', async () => {
      const home = await project(folder, 'by-poetry', '\n[[tool.poetry.source]]\n' + sourceOf('poetry'));
      const credentials = {
        POETRY_HTTP_BASIC_TEAM_USERNAME: '__token__',
        POETRY_HTTP_BASIC_TEAM_PASSWORD: reading.token,
      };
      const args = ['--no-interaction', 'add', '--lock', 'acme-app'];
      const added = await runClient('poetry', args, {
        folder: home,
        environment: { ...dull, ...credentials },
      });
      expect(added).toMatchObject({ exitCode: 0 });
      await isLocked(home, 'poetry.lock');
    });

    it('with PDM', async () => {
      const home = await project(folder, 'by-pdm', '\n[[tool.pdm.source]]\n' + sourceOf('pdm'));
      const credentials = { PDM_PYPI_USERNAME: '__token__', PDM_PYPI_PASSWORD: reading.token };
      const args = ['--non-interactive', 'add', '--no-sync', 'acme-app'];
      const added = await runClient('pdm', args, { folder: home, environment: { ...dull, ...credentials } });
      expect(added).toMatchObject({ exitCode: 0 });
      await isLocked(home, 'pdm.lock');
    });
  });

  describe('is uploaded to', () => {
    it.each([
      ['twine', twine(false)],
      ['C085, C102: the twine of Debian', twine(true)],
      ['Poetry', poetry],
      ['PDM', pdm],
      ['hatch', hatch],
    ] as const)(
      'with %s; C104: whoever skips what exists leaves other bytes alone',
      async (client, publish) => {
        const name = `acme-by-${/twine|poetry|pdm|hatch/i.exec(client)![0].toLowerCase()}${client.length}`;
        const [first, other] = ['one', 'other'].map((text) =>
          makeWheel({ name, version: '1.0', files: { 'notes.txt': text } }),
        );
        expect(await publish(uploading, await saved(first!), false)).toMatchObject({ exitCode: 0 });
        expect(await publish(uploading, await saved(other!), true)).toMatchObject({ exitCode: 0 });
        const listed = await clients.listedFiles(reading, name);
        expect(listed.map(({ hashes }) => hashes.sha256)).toEqual([first!.sha256]);
      },
    );

    it('C086: with flit, which builds', async () => {
      const home = await mkdtemp(join(folder, 'flit-'));
      const build = '[build-system]\nrequires = ["flit_core"]\nbuild-backend = "flit_core.buildapi"\n';
      const about = 'name = "acme-by-flit"\nversion = "1.0"\ndescription = "Made for a test."\n';
      await writeFile(join(home, 'pyproject.toml'), `${build}\n[project]\n${about}`);
      await writeFile(join(home, 'acme_by_flit.py'), '"""Made for a test."""\n');
      const { exitCode } = await runClient('flit', ['publish', '--no-use-vcs'], {
        folder: home,
        environment: {
          ...dull,
          FLIT_INDEX_URL: uploading.uploadUrl,
          FLIT_USERNAME: '__token__',
          FLIT_PASSWORD: uploading.token,
        },
      });
      expect(exitCode).toBe(0);
      expect(await clients.listedFiles(reading, 'acme-by-flit')).toHaveLength(2);
    });

    it('C109: with uv --check-url, which sees the digest before its upload is over, and goes on', async () => {
      const file = await saved(makeWheel({ name: 'acme-by-uv', version: '1.0' }));
      expect(await clients.uvPublishUnlessThere(uploading, reading, [file])).toMatchObject({ exitCode: 0 });
      const again = await clients.uvPublishUnlessThere(uploading, reading, [file]);
      expect(again).toMatchObject({ exitCode: 0 });
      expect(again.stderr).toContain('already exists');
    });

    it('with nobody under a name that the upstream has', async () => {
      const squatter = await saved(makeWheel({ name: 'acme-lib', version: '99.0' }));
      const refused = await clients.twineUpload(uploading, [squatter]);
      expect(refused.exitCode).not.toBe(0);
      expect(clients.words(refused)).toContain('403 ');
    });
  });

  function pip(args: string[]): Promise<Ran> {
    return clients.pipInstall(reading, environment.python, args);
  }

  function uv(args: string[]): Promise<Ran> {
    return clients.uvInstall(reading, environment.python, args);
  }

  function debianPip(args: string[]): Promise<Ran> {
    const all = [
      '--python',
      environment.python,
      'install',
      '--no-cache-dir',
      '--only-binary',
      ':all:',
      ...args,
    ];
    const url = Object.assign(new URL(reading.simpleUrl), { username: '__token__', password: reading.token });
    return runClient('pip', all, {
      folder,
      ofDebian: true,
      environment: { ...dull, PIP_INDEX_URL: url.href },
    });
  }

  function sourceOf(client: 'poetry' | 'pdm'): string {
    if (client === 'poetry') return `name = "team"\nurl = "${reading.simpleUrl}"\npriority = "primary"\n`;
    return `name = "pypi"\nurl = "${reading.simpleUrl}"\n`;
  }

  async function isLocked(home: string, file: string): Promise<void> {
    const { readFile } = await import('node:fs/promises');
    const text = await readFile(join(home, file), 'utf8');
    expect([text.includes(app.sha256), text.includes(lib.sha256)]).toEqual([true, true]);
  }

  /** The one environment, without what the test before installed: to make one costs more. */
  async function emptied(): Promise<void> {
    const names = Object.keys(await installed());
    if (names.length === 0) return;
    const args = ['pip', 'uninstall', '--python', environment.python, ...names];
    expect(await runClient('uv', args, { folder })).toMatchObject({ exitCode: 0 });
  }

  async function installed(): Promise<Record<string, string>> {
    const list = `import json; from importlib import metadata
print(json.dumps({d.name: d.version for d in metadata.distributions() if d.name.startswith("acme-")}))`;
    return JSON.parse(await environment.run(list)) as Record<string, string>;
  }

  async function isThere(name: string): Promise<boolean> {
    return (await clients.getPage(reading, name)).status === 200;
  }

  async function saved({ filename, bytes }: { filename: string; bytes: Uint8Array }): Promise<string> {
    const path = join(await mkdtemp(join(folder, 'dist-')), filename);
    await writeFile(path, bytes);
    return path;
  }

  async function wheelhouse(args: string[], input?: string): Promise<string> {
    const { code, stdout, stderr } = await server.cli(args, { ...(input && { input }) });
    expect([args, code, stderr]).toEqual([args, 0, expect.any(String)]);
    return stdout;
  }
});
