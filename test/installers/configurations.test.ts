// What comes with a new token, used literally: each text is saved, or set by a shell, as its place says, and the tool
// that it is for does the rest. Nothing else tells the tools where our index is or what opens it.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { makeWheel } from '../support/distributions.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { listedFiles } from './clients.ts';
import { type PrivateIndex, createPrivateIndex } from './private-index.ts';
import { makeEmptyEnvironment, runClient, whyNoClients } from './python.ts';

describe.skipIf(whyNoClients)('the configurations that come with a token', () => {
  let folder: string;
  let server: RunningServer;
  let index: PrivateIndex;
  let reads: Texts;
  let uploads: Texts;
  /** A home and a project of its own for each test. */
  let home: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wheelhouse-configurations-'));
    server = await startServer();
    index = await createPrivateIndex(server);
    reads = await index.configurations('laptop', 'read');
    uploads = await index.configurations('robot', 'upload');
    const wheel = makeWheel({ name: 'acme-greeting', version: '1.0' });
    const present = join(folder, wheel.filename);
    await writeFile(present, wheel.bytes);
    const { environment } = await variables(uploads['ENVIRONMENT: Environment']);
    expect(await runClient('twine', ['upload', present], { folder, environment })).toMatchObject({
      exitCode: 0,
    });
  });
  afterAll(async () => {
    await server?.stop();
    if (folder) await rm(folder, { recursive: true });
  });
  beforeEach(async () => {
    home = await mkdtemp(join(folder, 'home-'));
  });

  describe('install', () => {
    it('with pip and its pip.conf', async () => {
      const file = await save('pip.conf', reads['PIP: pip.conf']);
      await pipInstalls({ PIP_CONFIG_FILE: file });
    });

    it('with pip, .netrc and a pip.conf without a secret', async () => {
      await save('.netrc', reads['NETRC: .netrc']);
      const file = await save('pip.conf', reads['NETRC: pip.conf without a secret']);
      await pipInstalls({ PIP_CONFIG_FILE: file });
    });

    it('with pip and variables', async () => {
      await pipInstalls((await variables(reads['ENVIRONMENT: Environment'])).environment);
    });

    it('with uv and variables, those of its own and those for all tools', async () => {
      await uvInstalls((await variables(reads['UV: Environment for uv'])).environment);
      await uvInstalls((await variables(reads['ENVIRONMENT: Environment'])).environment);
    });

    it('with uv, its uv.toml, and the secret in variables', async () => {
      const file = await save('uv.toml', reads['UV: uv.toml']);
      const { environment } = await variables(reads['UV: Environment for uv']);
      const { UV_DEFAULT_INDEX: _, ...credentials } = environment;
      await uvInstalls({ ...credentials, UV_CONFIG_FILE: file, UV_NO_CONFIG: 'false' });
    });

    it('with Poetry', async () => {
      const { environment } = await variables(reads['POETRY: Environment for poetry']);
      const project = '[project]\nname = "acme-app"\nversion = "1.0"\nrequires-python = ">=3.9"\n';
      const mode = '[tool.poetry]\npackage-mode = false\n';
      await save('pyproject.toml', `${project}\n${mode}\n${reads['POETRY: pyproject.toml for poetry']}`);
      const added = await runClient('poetry', ['add', '--no-interaction', 'acme-greeting'], {
        folder: home,
        environment,
      });
      expect(added).toMatchObject({ exitCode: 0 });
      expect(await readdir(join(home, '.venv/lib'))).toHaveLength(1);
    });

    it.each(['PDM: Environment for pdm', 'PDM: pyproject.toml for pdm'])('with PDM and %s', async (title) => {
      const { environment } = await variables(reads['PDM: Environment for pdm']);
      const { PDM_PYPI_URL: _, ...credentials } = environment;
      const byFile = title !== 'PDM: Environment for pdm';
      const project = '[project]\nname = "acme-app"\nversion = "1.0"\nrequires-python = ">=3.9"\n';
      await save('pyproject.toml', `${project}\n${byFile ? reads[title] : ''}`);
      const args = ['--non-interactive', 'add', '--no-self', 'acme-greeting'];
      const added = await runClient('pdm', args, {
        folder: home,
        environment: byFile ? credentials : environment,
      });
      expect(added).toMatchObject({ exitCode: 0 });
    });
  });

  describe('upload', () => {
    it('with twine and its .pypirc', async () => {
      await save('.pypirc', uploads['TWINE: .pypirc']);
      const file = await wheelIn('dist', 'acme-by-twine');
      const [twine, ...args] = words(uploads['TWINE: Upload with twine']).flatMap((word) =>
        word === 'dist/*' ? [file] : [word],
      );
      expect(twine).toBe('twine');
      expect(await runClient('twine', args, { folder: home })).toMatchObject({ exitCode: 0 });
      await isThere('acme-by-twine');
    });

    it('with uv and its variables', async () => {
      await wheelIn('dist', 'acme-by-uv');
      const { environment } = await variables(uploads['UV: Environment for uv']);
      expect(await runClient('uv', ['publish', '--no-cache'], { folder: home, environment })).toMatchObject({
        exitCode: 0,
      });
      await isThere('acme-by-uv');
    });

    it('with Poetry, which builds', async () => {
      const { environment } = await variables(uploads['POETRY: Environment for poetry']);
      await mkdir(join(home, 'acme_by_poetry'));
      await save('acme_by_poetry/__init__.py', '');
      const build = '[build-system]\nrequires = ["poetry-core"]\nbuild-backend = "poetry.core.masonry.api"\n';
      await save('pyproject.toml', `[project]\nname = "acme-by-poetry"\nversion = "1.0"\n\n${build}`);
      for (const line of lines(uploads['POETRY: Publish with poetry'])) {
        const [poetry, ...args] = words(line);
        expect(poetry).toBe('poetry');
        expect(
          await runClient('poetry', ['--no-interaction', ...args], { folder: home, environment }),
        ).toMatchObject({ exitCode: 0 });
      }
      await isThere('acme-by-poetry');
    });

    it('with PDM and its variables', async () => {
      await wheelIn('dist', 'acme-by-pdm');
      await save('pyproject.toml', '[project]\nname = "acme-by-pdm"\nversion = "1.0"\n');
      const { environment } = await variables(uploads['PDM: Environment for pdm']);
      expect(await runClient('pdm', ['publish', '--no-build'], { folder: home, environment })).toMatchObject({
        exitCode: 0,
      });
      await isThere('acme-by-pdm');
    });
  });

  async function pipInstalls(environment: Record<string, string>): Promise<void> {
    const python = await makeEmptyEnvironment(await mkdtemp(join(home, 'python-')));
    const args = ['--python', python, 'install', '--no-cache-dir', 'acme-greeting'];
    expect(await runClient('pip', args, { folder: home, environment })).toMatchObject({ exitCode: 0 });
  }

  async function uvInstalls(environment: Record<string, string>): Promise<void> {
    const python = await makeEmptyEnvironment(await mkdtemp(join(home, 'python-')));
    const args = ['pip', 'install', '--no-cache', '--python', python, 'acme-greeting'];
    expect(await runClient('uv', args, { folder: home, environment })).toMatchObject({ exitCode: 0 });
  }

  async function save(name: string, text: string | undefined): Promise<string> {
    if (text === undefined) throw new Error(`There is no text for ${name}.`);
    const file = join(home, name);
    await writeFile(file, text, { mode: 0o600 });
    return file;
  }

  async function wheelIn(below: string, name: string): Promise<string> {
    const { filename, bytes } = makeWheel({ name, version: '1.0' });
    await mkdir(join(home, below), { recursive: true });
    await writeFile(join(home, below, filename), bytes);
    return join(below, filename);
  }

  async function isThere(project: string): Promise<void> {
    const token = reads['plaintext'] ?? '';
    expect(await listedFiles({ simpleUrl: index.simpleUrl, token }, project)).not.toEqual([]);
  }
});

type Texts = Record<string, string>;

/** What a shell has set after the text. */
async function variables(text: string | undefined): Promise<{ environment: Record<string, string> }> {
  const { stdout } = await promisify(execFile)('/bin/sh', ['-c', `${text}env`], { env: {} });
  const pairs = lines(stdout).map((line) => [
    line.slice(0, line.indexOf('=')),
    line.slice(line.indexOf('=') + 1),
  ]);
  const environment = Object.fromEntries(pairs.filter(([name]) => name !== 'PWD' && name !== '_')) as Record<
    string,
    string
  >;
  return { environment };
}

function lines(text: string | undefined): string[] {
  return (text ?? '').trimEnd().split('\n');
}

function words(line: string | undefined): string[] {
  return (line ?? '').trim().split(' ');
}
