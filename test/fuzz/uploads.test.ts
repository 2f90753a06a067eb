// Whatever is done to an upload, it ends in a file or in a refusal: no crash, no 5xx, within a bound of time and memory.
// Made from archives that real tools wrote, with a seed; WHEELHOUSE_TEST_FUZZ_INPUTS says of how many inputs each test takes
// a share, 2,000 by default, and WHEELHOUSE_TEST_FUZZ_SEED which.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { readContents } from '../../server/domain/packages/archives.ts';
import { parseFilename } from '../../server/domain/packages/filenames.ts';
import { ArchiveInvalid, parseMetadata } from '../../server/domain/packages/metadata.ts';
import { checkMetadata } from '../../server/domain/packages/metadata-rules.ts';
import { parseRequirement } from '../../server/domain/packages/requirements.ts';
import { parseSpecifiers, satisfies } from '../../server/domain/packages/specifiers.ts';
import {
  canonicalVersion,
  compareVersions,
  normalizedVersion,
} from '../../server/domain/packages/versions.ts';
import { createTestApp, type TestApp } from '../support/app.ts';
import { makeWheel } from '../support/distributions.ts';
import { basic, type Person } from '../support/people.ts';
import { raw } from '../http/raw.ts';
import { clientForm, MULTIPART, multipart } from '../conformance/upload-forms.ts';
import { mutateTar, mutateText, mutateZip, pick, splice } from './mutate.ts';
import { run, TIMEOUT } from './promises.ts';

const archives = Object.entries(
  JSON.parse(readFileSync(new URL('archives.json', import.meta.url), 'utf8')) as Record<string, string>,
).map(([name, text]) => ({ name, bytes: Buffer.from(text, 'base64') }));

async function readArchiveNamed(filename: string, bytes: Buffer): Promise<string> {
  const parsed = parseFilename(filename);
  if (!parsed.ok) throw new Error(parsed.reason);
  try {
    const contents = await readContents(bytes, parsed, { withDigests: true });
    const metadata = parseMetadata(contents.metadata);
    if (!metadata.ok) return 'bad metadata';
    checkMetadata(metadata);
    return 'taken';
  } catch (error) {
    if (error instanceof ArchiveInvalid) return 'refused';
    throw error;
  }
}

describe('archives', () => {
  it('as real tools write them are all taken', async () => {
    for (const { name, bytes } of archives) {
      const filename = name.startsWith('wheel') ? 'demo-1.0-py3-none-any.whl' : 'demo-1.0.tar.gz';
      expect([name, await readArchiveNamed(filename, bytes)]).toEqual([name, 'taken']);
    }
  });

  it(
    'that are broken zips end in contents or in a refusal',
    async () => {
      const zips = archives.filter(({ name }) => name.startsWith('wheel'));
      const ends = await run(
        0.4,
        (chance) => mutateZip(chance, pick(chance, zips).bytes),
        (bytes) => readArchiveNamed('demo-1.0-py3-none-any.whl', bytes),
      );
      expect(ends.refused).toBeGreaterThan(0);
    },
    TIMEOUT,
  );

  it(
    'that are broken tars end in contents or in a refusal',
    async () => {
      const tars = archives
        .filter(({ name }) => name.startsWith('sdist'))
        .map(({ bytes }) => gunzipSync(bytes));
      const ends = await run(
        0.25,
        (chance) => {
          const packed = gzipSync(mutateTar(chance, pick(chance, tars)), { level: 1 });
          return chance() < 0.9 ? packed : splice(chance, packed);
        },
        (bytes) => readArchiveNamed('demo-1.0.tar.gz', bytes),
      );
      expect(ends.refused).toBeGreaterThan(0);
    },
    TIMEOUT,
  );
});

describe('texts', () => {
  const FILENAMES = [
    'demo-1.0-py3-none-any.whl',
    'demo_x-1!2.0rc1.post2.dev3+l.1-1a-py2.py3-none-any.whl',
    'demo-1.0.tar.gz',
    'a.b-2.zip',
  ];
  const VERSIONS = ['1.0', '1!2.0.0rc1.post2.dev3+local.1', 'v1-1', '2024.01.01a0'];
  const REQUIREMENTS = [
    'acme[tls,http]>=1,<2; python_version < "3.9" and (extra == "a" or os_name in "nt")',
    'a @ https://a.example/x ; extra == "b"',
    'a(~=1.4.2,!=1.5.*)',
  ];
  const METADATA =
    archives.length > 0
      ? 'Metadata-Version: 2.4\nName: demo\nVersion: 1.0\nRequires-Dist: acme>=1\nLicense-Expression: MIT OR (Apache-2.0 AND BSD-3-Clause)\nDescription-Content-Type: text/markdown; charset=UTF-8; variant=GFM\nProject-URL: Home, https://a.example\n\nText\n'
      : '';

  it(
    'that are broken file names, versions, requirements and metadata have a verdict',
    async () => {
      const uses: readonly (readonly [readonly string[], (text: string) => unknown])[] = [
        [FILENAMES, (text) => parseFilename(text, 'demo').ok],
        [VERSIONS, (text) => [canonicalVersion(text), normalizedVersion(text), compareVersions(text, '1.0')]],
        [VERSIONS, (text) => satisfies('1.0', parseSpecifiers(`>=${text}`) ?? [])],
        [REQUIREMENTS, parseRequirement],
        [[METADATA], (text) => readMetadata(Buffer.from(text, 'latin1'))],
      ];
      for (const [texts, use] of uses) {
        await run(
          0.25 / uses.length,
          (chance) => mutateText(chance, pick(chance, texts)),
          (text) => (use(text) === null ? 'none' : 'some'),
        );
      }
    },
    TIMEOUT,
  );

  function readMetadata(bytes: Buffer): unknown {
    const metadata = parseMetadata(bytes);
    return metadata.ok ? checkMetadata(metadata) : null;
  }
});

describe('forms', () => {
  let app: TestApp;
  let alice: Person;
  beforeAll(async () => {
    app = await createTestApp();
    alice = await app.person('alice');
    await alice.createIndex('alice/prod', { isVolatile: true });
  });
  afterAll(() => app.close());

  it(
    'that are broken are answered, never with 5xx, and the server goes on',
    async () => {
      const file = makeWheel({ name: 'demo', version: '1.0' });
      const headers = { authorization: basic(alice.name, alice.password), 'content-type': MULTIPART };
      const form = multipart(await clientForm('uv', { file, name: 'demo', version: '1.0' }));
      const ends = await run(
        0.1,
        (chance) => Array.from({ length: 3 }).reduce<Buffer>((bytes) => splice(chance, bytes), form),
        async (body) => {
          const answer = await raw(app.url, { method: 'POST', path: '/alice/prod/', headers, body });
          expect(answer.status).toBeLessThan(500);
          return String(answer.status);
        },
      );
      expect(Object.keys(ends).every((status) => ['200', '400', '409', '410'].includes(status))).toBe(true);
      await expect.poll(() => app.files('spool')).toEqual([]);
      const sha256 = createHash('sha256').update(file.bytes).digest('hex');
      expect((await alice.withPassword.upload('alice/prod', { ...file, sha256 })).status).toBe(200);
    },
    TIMEOUT,
  );
});
