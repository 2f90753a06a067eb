// The main job on real packages: uploaded with twine and uv, read back with pip and uv, through tokens that the command
// line minted. What each distribution is in the set for, distributions.json says. One story: the tests run in order.
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { makeWheel } from '../support/distributions.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import * as clients from './clients.ts';
import {
  type Distribution,
  committed,
  committedFolder,
  fetchCommitted,
  isWheel,
  normalised,
} from './committed.ts';
import { newEnvironment } from './environments.ts';
import { type MintedToken, type PrivateIndex, createPrivateIndex } from './private-index.ts';
import { type Ran, whyNoClients } from './python.ts';

type Local = Distribution & { path: string; sizeBytes: number };

/** Names as people write them; among them are packages with a compiled part, with dependencies and with an extra. */
const asked = [
  ...['Flask', 'requests[socks]', 'jaraco.classes', 'ruamel.yaml', 'PyYAML', 'bcrypt', 'python-dateutil<4'],
  'acme-tools==1.0+acme.1',
];
const brought = [
  ...['Flask 3.1.1', 'Jinja2 3.1.6', 'MarkupSafe 3.0.2', 'PySocks 1.7.1', 'PyYAML 6.0.1', 'Werkzeug 3.1.3'],
  ...[
    'acme-tools 1.0+acme.1',
    'bcrypt 4.3.0',
    'blinker 1.9.0',
    'certifi 2025.4.26',
    'charset-normalizer 3.4.2',
  ],
  ...['click 8.4.1', 'idna 3.10', 'itsdangerous 2.2.0', 'jaraco.classes 3.4.0', 'more-itertools 10.7.0'],
  ...['python-dateutil 2.9.0.post0', 'requests 2.32.4', 'ruamel.yaml 0.18.6', 'ruamel.yaml.clib 0.2.12'],
  ...['six 1.17.0', 'urllib3 2.5.0'],
];
const useWhatIsInstalled = `
import _ruamel_yaml, bcrypt, charset_normalizer.md__mypyc, dateutil, flask, jaraco.classes, markupsafe._speedups
import requests, ruamel.yaml, socks, yaml
print(yaml.load("installed: true", yaml.CSafeLoader))
`;

describe.skipIf(whyNoClients)(
  `${committed.length} distributions of the public index, and two of our own`,
  () => {
    let folder: string;
    let server: RunningServer;
    let index: PrivateIndex;
    let uploading: clients.Uploading;
    let reading: clients.Reading;
    let own: Local[];
    let all: Local[];

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'wheelhouse-release-30-'));
      await fetchCommitted(folder);
      own = await Promise.all(['1.0+acme.1', '1!2.0'].map((version) => ownWheel(folder, version)));
      all = [...committed.map((one) => ({ ...one, path: join(committedFolder, one.filename) })), ...own];

      server = await startServer();
      index = await createPrivateIndex(server);
      const { uploadUrl, simpleUrl } = index;
      uploading = { folder, uploadUrl, token: (await index.mintToken('release robot', 'upload')).plaintext };
      reading = { folder, simpleUrl, token: (await index.mintToken('laptop', 'read')).plaintext };
    });
    afterAll(async () => {
      await server?.stop();
      if (folder) await rm(folder, { recursive: true });
    });

    it('are uploaded, about half of them with twine and the others with uv', async () => {
      expect(committed.length).toBeGreaterThanOrEqual(30);
      expect(await clients.twineUpload(uploading, forTwine())).toMatchObject({ exitCode: 0 });
      const published = await clients.uvPublish(uploading, forUv());
      expect(published).toMatchObject({ exitCode: 0 });
      expect(published.stderr).not.toContain('skipping');
    });

    it('are listed with the digests and sizes that are committed', async () => {
      const projects = [...new Set(all.map(({ project }) => normalised(project)))].sort();
      const list = (await (await clients.getPage(reading)).json()) as { projects: { name: string }[] };
      expect(list.projects.map(({ name }) => normalised(name)).sort()).toEqual(projects);

      const listed = await Promise.all(projects.map((project) => clients.listedFiles(reading, project)));
      expect(
        listed
          .flat()
          .map(({ filename, hashes, size }) => ({ filename, ...hashes, size }))
          .sort(byFilename),
      ).toEqual(
        all
          .map(({ filename, sha256, sizeBytes }) => ({ filename, sha256, size: sizeBytes }))
          .sort(byFilename),
      );
    });

    it('change nothing when the same bytes come again', async () => {
      const before = await server.counts();
      expect(await clients.twineUpload(uploading, forTwine())).toMatchObject({ exitCode: 0 });
      expect(await clients.uvPublish(uploading, forUv())).toMatchObject({ exitCode: 0 });
      expect(await server.counts()).toEqual(before);
    });

    it('are recognised by uv as already there, by the digests on the page', async () => {
      const before = await server.counts();
      const published = await clients.uvPublishUnlessThere(uploading, reading, forUv());
      expect(published).toMatchObject({ exitCode: 0 });
      expect(published.stderr).toContain('already exists');
      expect(published.stderr).not.toContain('Uploading');
      expect(await server.counts()).toEqual(before);
    });

    it('keep their bytes when others are sent under their name', async () => {
      const before = await server.counts();
      const kept = theOne('backports_tarfile-1.2.0.tar.gz');
      const rebuilt = join(folder, kept.filename);
      await writeFile(rebuilt, gzipSync(gunzipSync(await readFile(kept.path)), { level: 1 }));

      const twine = await clients.twineUpload(uploading, [rebuilt]);
      expect(twine.exitCode).not.toBe(0);
      expect(clients.words(twine)).toMatch(/409 .*File already exists/);
      expect(await clients.twineTakesForExisting(uploading, rebuilt)).toBe(true);
      const uv = await clients.uvPublishUnlessThere(uploading, reading, [rebuilt]);
      expect(uv.exitCode).not.toBe(0);

      expect(await clients.listedFiles(reading, 'backports-tarfile')).toContainEqual(
        expect.objectContaining({ filename: kept.filename, hashes: { sha256: kept.sha256 } }),
      );
      expect(await server.counts()).toEqual(before);
    });

    it('come back byte for byte with pip', async () => {
      const into = join(folder, 'downloaded');
      for (const wheels of oneOfEachProject(all.filter(isWheel))) {
        expect(await clients.pipDownloadWheels(reading, into, wheels.map(exactly))).toMatchObject({
          exitCode: 0,
        });
      }
      const sdists = all.filter((one) => !isWheel(one));
      expect(await clients.pipDownloadSdists(reading, into, sdists.map(exactly))).toMatchObject({
        exitCode: 0,
      });

      const downloaded = await Promise.all(
        (await readdir(into)).map(async (name) => [name, await digestOf(join(into, name))]),
      );
      expect(Object.fromEntries(downloaded)).toEqual(
        Object.fromEntries(all.map((one) => [one.filename, one.sha256])),
      );
    });

    it.for(['pip', 'uv'] as const)(
      'are installed by %s as each RECORD says, and work',
      async (client, { skip }) => {
        const clean = join(folder, client);
        await mkdir(clean);
        const environment = await newEnvironment(clean);
        skip(
          !environment.fitsCompiledWheels && !process.env.CI,
          'this Python is not CPython 3.11 on Linux and x86-64',
        );
        const install = { pip: clients.pipInstall, uv: clients.uvInstall }[client];

        expect(await install({ ...reading, folder: clean }, environment.python, asked)).toMatchObject({
          exitCode: 0,
        });

        const compared = await environment.filesAsRecorded(all.filter(isWheel).map(({ path }) => path));
        expect(Object.keys(compared).sort()).toEqual(brought);
        expect(Object.entries(compared).filter(([, files]) => files === 0)).toEqual([]);
        expect(await environment.run(useWhatIsInstalled)).toBe("{'installed': True}");
      },
    );

    it('are closed to a token from the first request after its revocation', async () => {
      const laptop = await index.mintToken('lost laptop', 'read');
      const robot = await index.mintToken('old robot', 'upload');
      const attempts = await attemptsWith(laptop, robot);
      for (const [how, attempt] of attempts) expect([how, await attempt()]).toEqual([how, 'let in']);

      await index.revoke(laptop);
      await index.revoke(robot);
      for (const [how, attempt] of attempts)
        expect([how, await attempt()]).toEqual([how, 'refused with 401']);
    });

    const forTwine = () => [...committedFor('twine'), theOne('acme_tools-1.0+acme.1-py3-none-any.whl').path];
    const forUv = () => [...committedFor('uv'), theOne('acme_tools-1!2.0-py3-none-any.whl').path];

    function theOne(filename: string): Local {
      const one = all.find((candidate) => candidate.filename === filename);
      if (!one) throw new Error(`The set has no ${filename}.`);
      return one;
    }

    /** Plain HTTP comes first: it is the very next request. */
    async function attemptsWith(
      reader: MintedToken,
      uploader: MintedToken,
    ): Promise<[string, () => Promise<string>][]> {
      const environment = await newEnvironment(await mkdtemp(join(folder, 'revoked-')));
      const read = { ...reading, token: reader.plaintext };
      const upload = { ...uploading, token: uploader.plaintext };
      const wheel = theOne('six-1.17.0-py2.py3-none-any.whl').path;
      const get = async () => ({ status: (await clients.getPage(read, 'six')).status });
      return [
        ['HTTP', async () => judge(await get())],
        [
          'pip',
          async () =>
            judge(
              await clients.pipInstall(read, environment.python, ['six'], ['--no-cache-dir', '--dry-run']),
            ),
        ],
        [
          'uv',
          async () =>
            judge(await clients.uvInstall(read, environment.python, ['six'], ['--no-cache', '--dry-run'])),
        ],
        ['twine', async () => judge(await clients.twineUpload(upload, [wheel]))],
        ['uv publish', async () => judge(await clients.uvPublish(upload, [wheel]))],
      ];
    }
  },
);

/** A version that the public index refuses or few packages use: local, or with an epoch. */
async function ownWheel(folder: string, version: string): Promise<Local> {
  const { filename, bytes, sha256 } = makeWheel({ name: 'acme-tools', version });
  const path = join(folder, filename);
  await writeFile(path, bytes);
  return { project: 'acme-tools', version, filename, sha256, path, sizeBytes: bytes.length };
}

function committedFor(client: 'twine' | 'uv'): string[] {
  return committed
    .filter((one) => one.uploadedWith === client)
    .map((one) => join(committedFolder, one.filename));
}

/** pip downloads one version of a project at a time, so two versions of one go into different calls. */
function oneOfEachProject(distributions: Local[]): Local[][] {
  const calls: Local[][] = [];
  for (const one of distributions) {
    const call = calls.find((others) =>
      others.every(({ project }) => normalised(project) !== normalised(one.project)),
    );
    if (call) call.push(one);
    else calls.push([one]);
  }
  return calls;
}

const exactly = ({ project, version }: Distribution) => `${project}==${version}`;

const byFilename = (a: { filename: string }, b: { filename: string }) => (a.filename < b.filename ? -1 : 1);

async function digestOf(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}

function judge(outcome: Ran | { status: number }): string {
  if ('status' in outcome) return outcome.status === 200 ? 'let in' : `refused with ${outcome.status}`;
  if (outcome.exitCode === 0) return 'let in';
  const [status = 'no status'] = /\b40[13]\b/.exec(clients.words(outcome)) ?? [];
  return `refused with ${status}`;
}
