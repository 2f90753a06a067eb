// What a distribution has to be before an index takes it: names, metadata, and what its archive holds. Each case says what
// an index with lenient checks answers, and one with strict checks. The numbers are those of the conformance cases.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createTestApp, type TestApp } from '../support/app.ts';
import { makeSdist, makeWheel, zip, type Recipe, type WheelRecipe } from '../support/distributions.ts';
import type { Distribution, Person } from '../support/people.ts';
import { archive, wheelOf } from './upload-archives.ts';

let app: TestApp;
let alice: Person;

beforeAll(async () => {
  app = await createTestApp();
  alice = await app.person('alice');
  await alice.createIndex('alice/lenient');
  await alice.createIndex('alice/strict', { uploadChecks: 'STRICT' });
});
afterAll(() => app.close());

type Answer = readonly [status: number, text: string];

async function upload(
  index: string,
  file: Distribution,
  fields: Record<string, string | null> = {},
): Promise<Answer> {
  const answer = await alice.withPassword.upload(index, file, fields);
  return [answer.status, await answer.text()];
}

async function uploadBoth(file: Distribution, fields: Record<string, string | null> = {}) {
  const lenient = await upload('alice/lenient', file, fields);
  return { lenient, strict: await upload('alice/strict', file, fields) };
}

let versions = 0;
const wheel = (recipe: Partial<WheelRecipe> = {}) =>
  makeWheel({ name: 'demo', version: `1.${(versions += 1)}`, ...recipe });
const sdist = (recipe: Partial<Recipe> = {}) =>
  makeSdist({ name: 'demo', version: `1.${(versions += 1)}`, ...recipe });

/** Taken by both without a word. */
const GOOD = {
  lenient: [200, expect.not.stringContaining('Warning')],
  strict: [200, expect.not.stringContaining('Warning')],
};
/** Let through with a warning, or refused. */
const told = (why: string) => ({
  lenient: [200, expect.stringMatching(new RegExp(`^Uploaded .*\nWarning: .*${why}`))],
  strict: [400, expect.stringMatching(new RegExp(`${why}.* This index has strict checks\\.`))],
});
const refused = (why: string) => ({
  lenient: [400, expect.stringMatching(why)],
  strict: [400, expect.stringMatching(why)],
});

describe('an upload', () => {
  it('C111: is refused when form and metadata name different projects', async () => {
    expect(await uploadBoth(wheel(), { name: 'another' })).toEqual(refused('"another"'));
    expect(await uploadBoth(wheel(), { name: 'DEMO' })).toEqual(GOOD);
  });

  it('C113: is refused when file name and metadata name different versions', async () => {
    expect(await uploadBoth(wheel({ filename: 'demo-9-py3-none-any.whl' }), { version: '9' })).toEqual(
      refused('named after version|of another project or version'),
    );
  });

  it.each([
    'demo-1.0-any.whl',
    'demo-1.0-1-2-py3-none-any.whl',
    'de__mo-1.0-py3-none-any.whl',
    'demo-1.0-x1-py3-none-any.whl',
    'demo-1.0-py3--any.whl',
    'demo-latest-py3-none-any.whl',
  ])('C114: is refused as %s', async (filename) => {
    expect(await uploadBoth({ ...wheel(), filename })).toEqual(refused('cannot be used'));
  });

  it('C115: may be a source distribution whose name is not normalised, where checks are lenient', async () => {
    const file = makeSdist({ name: 'demo-pkg', version: '1.0', filename: 'demo-pkg-1.0.tar.gz' });
    expect(await uploadBoth(file, { name: 'demo-pkg', version: '1.0' })).toEqual(told('Its name is not'));
    expect(await uploadBoth(makeSdist({ name: 'demo-pkg', version: '1.0' }))).toEqual(GOOD);
    expect(await uploadBoth(sdist({ version: '2.0', filename: 'demo-2.0.zip' }), { version: '2.0' })).toEqual(
      told('Its name is not'),
    );
  });

  it.each([
    '../demo-1-py3-none-any.whl',
    'a/demo-1-py3-none-any.whl',
    'demo-1\\-py3-none-any.whl',
    'demo-1-py3-none-any\x7f.whl',
    'demo-1-py3-none-any\0.whl',
    'demo%2f-1-py3-none-any.whl',
    '.demo-1-py3-none-any.whl',
  ])('C116: is refused as %j, and nothing is outside of the spool', async (filename) => {
    const before = app.files('blobs');
    expect((await upload('alice/lenient', { ...wheel(), filename }))[0]).toBe(400);
    expect([app.files('blobs'), app.files('spool')]).toEqual([before, []]);
  });

  it.each([
    'demo-1-py3.egg',
    'demo-1.exe',
    'demo-1.rpm',
    'demo-1.tar.bz2',
    'demo-1.msi',
    'demo-1.tar.gz.asc',
  ])('C117: is refused as %s', async (filename) => {
    expect((await upload('alice/lenient', { ...wheel(), filename }))[0]).toBe(400);
  });

  it.each(['1.0', '1.1', '1.2', '2.1', '2.2', '2.3', '2.4', '2.5', '2.6'])(
    'C118: may be of metadata %s',
    async (version) => {
      const file = wheel({ requiresPython: null, metadata: { 'Metadata-Version': version } });
      expect(await uploadBoth(file)).toEqual(GOOD);
    },
  );

  it.each(['3.0', 'abc', '2.7'])('C118: is refused with metadata %s', async (version) => {
    expect(await uploadBoth(wheel({ metadata: { 'Metadata-Version': version } }))).toEqual(
      refused('is not one of 1.0 to 2.6'),
    );
  });

  it('C119: may have a License-Expression too early, where checks are lenient, and setuptools’ License-File anywhere', async () => {
    expect(await uploadBoth(wheel({ metadata: { 'License-Expression': 'MIT' } }))).toEqual(
      told('License-Expression came with Metadata-Version 2.4'),
    );
    expect(await uploadBoth(wheel({ metadata: { 'License-File': 'LICENSE' } }))).toEqual(GOOD);
  });

  it('C120: is refused with License and License-Expression', async () => {
    const metadata = { 'Metadata-Version': '2.4', License: 'MIT', 'License-Expression': 'MIT' };
    expect(await uploadBoth(wheel({ metadata }))).toEqual(
      refused('License and License-Expression are both there'),
    );
  });

  it('C122: may have a Requires-Python that nobody can read, where checks are lenient, and no page has it', async () => {
    const file = makeWheel({ name: 'garbage', version: '1', requiresPython: '>=3.8 or so' });
    expect(await uploadBoth(file)).toEqual(told('is no version specifier'));
    const page = await alice.withPassword.get('/alice/lenient/simple/garbage/', {
      accept: 'application/vnd.pypi.simple.v1+json',
    });
    const { files } = (await page.json()) as { files: object[] };
    expect(files).toHaveLength(1);
    expect(files[0]).not.toHaveProperty('requires-python');
  });

  it.each([
    ['a keyword', { 'Import-Name': 'class' }, 'cannot be imported'],
    ['no identifier', { 'Import-Name': '1st' }, 'cannot be imported'],
    ['another mark', { 'Import-Name': 'demo; secret' }, 'cannot be imported'],
    ['the same name twice', { 'Import-Name': 'demo', 'Import-Namespace': 'demo' }, 'is both'],
  ])('C123: is refused when what it imports is %s', async (_, names, why) => {
    expect(await uploadBoth(wheel({ metadata: { 'Metadata-Version': '2.5', ...names } }))).toEqual(
      refused(why),
    );
  });

  it('C124: may depend on an address, where checks are lenient', async () => {
    const metadata = { 'Requires-Dist': 'acme @ https://files.example/acme-1.whl' };
    expect(await uploadBoth(wheel({ metadata }))).toEqual(told('names an address'));
  });

  it('C125: may be of a local version', async () => {
    expect(await uploadBoth(makeWheel({ name: 'local', version: '1.0+corp.1' }))).toEqual(GOOD);
    expect(await uploadBoth(makeSdist({ name: 'local', version: '1.0+corp.1' }))).toEqual(GOOD);
  });

  it.each(['METADATA', 'WHEEL', 'RECORD'])('C126: is refused without %s', async (name) => {
    const file = wheelOf((members) => members.filter(({ path }) => !path.endsWith(`/${name}`)));
    expect(await uploadBoth(file)).toEqual(refused(`has no .*${name}`));
  });

  it('C126: is refused with two .dist-info folders, and with one of another version', async () => {
    const file = wheelOf((members) => [...members, { path: 'other-1.dist-info/x', bytes: Buffer.of() }]);
    expect(await uploadBoth(file)).toEqual(refused('more than one .dist-info folder'));
    const renamed = wheelOf((members) =>
      members.map((one) => ({ ...one, path: one.path.replace('.dist-info', '.1.dist-info') })),
    );
    expect(await uploadBoth(renamed)).toEqual(refused('of another project or version'));
  });

  it.each([
    ['a file that it does not list', { add: 'demo/more.py' }, 'does not list "demo/more.py"'],
    [
      'a file that is not there',
      { drop: 'demo/__init__.py' },
      'lists "demo/__init__.py", which is not there',
    ],
    ['a file of another size', { longer: 'demo/__init__.py' }, 'has another size'],
  ] as [string, { add?: string; drop?: string; longer?: string }, string][])(
    'C127: may have a RECORD with %s, where checks are lenient',
    async (_, { add, drop, longer }, why) => {
      const file = wheelOf((members) => [
        ...members
          .filter(({ path }) => path !== drop)
          .map((one) =>
            one.path === longer ? { ...one, bytes: Buffer.concat([one.bytes, one.bytes]) } : one,
          ),
        ...(add === undefined ? [] : [{ path: add, bytes: Buffer.from('more') }]),
      ]);
      expect(await uploadBoth(file)).toEqual(told(why));
    },
  );

  it('C127: has all its digests compared with RECORD where checks are strict', async () => {
    const file = wheelOf((members) =>
      members.map((one) =>
        one.path === 'demo/__init__.py' ? { ...one, bytes: Buffer.alloc(one.bytes.length, 'x') } : one,
      ),
    );
    const { lenient, strict } = await uploadBoth(file);
    expect([lenient[0], strict]).toEqual([
      200,
      [400, expect.stringContaining('has another digest for "demo/__init__.py"')],
    ]);
  });

  it.each([
    ['with folded headers', 'Summary: One\n  line'],
    ['with other line ends', 'Author: A\r\nKeywords: b\r\n'],
    ['in Latin-1', Buffer.from('Author: Zo\u00eb', 'latin1')],
  ] as [string, string | Buffer][])(
    'C129: is read as e-mail is, %s, and its sidecar has every byte',
    async (_, lines) => {
      const version = `3.${(versions += 1)}`;
      const metadata = Buffer.concat([
        Buffer.from(`Metadata-Version: 2.1\nName: demo\nVersion: ${version}\n`),
        Buffer.from(lines as string),
        Buffer.from('\n\nThe description\r\n'),
      ]);
      const file = wheelOf(
        (members) =>
          members.map((one) => (one.path.endsWith('/METADATA') ? { ...one, bytes: metadata } : one)),
        version,
      );
      expect((await upload('alice/lenient', file))[0]).toBe(200);
      const sidecar = await alice.withPassword.get(
        `/alice/lenient/files/${file.sha256}/${file.filename}.metadata`,
      );
      expect(Buffer.from(await sidecar.arrayBuffer())).toEqual(metadata);
    },
  );

  it.each([
    ['a Summary of two lines', { Summary: 'One\n  two' }, 'has more than one line'],
    ['a Summary of 600 characters', { Summary: 'x'.repeat(600) }, 'has more than 512 characters'],
    [
      'a Description-Content-Type of its own',
      { 'Description-Content-Type': 'text/html' },
      'is none of text/plain',
    ],
    ['another charset', { 'Description-Content-Type': 'text/plain; charset=latin-1' }, 'another charset'],
    ['an extra that is no name', { 'Provides-Extra': 'a b' }, 'is no name of an extra'],
    ['a requirement that is none', { 'Requires-Dist': 'acme >= banana' }, 'is no requirement'],
    ['a Dynamic that is fixed', { 'Metadata-Version': '2.2', Dynamic: 'Name' }, 'can never be dynamic'],
    [
      'a Dynamic that is no field',
      { 'Metadata-Version': '2.2', Dynamic: 'Mood' },
      'is no field of core metadata',
    ],
    ['a field of its own', { Mood: 'good' }, 'is no field of core metadata'],
    [
      'a licence that is none',
      { 'Metadata-Version': '2.4', 'License-Expression': 'Do what you like' },
      'is no SPDX license expression',
    ],
    ['a License-File that leads upwards', { 'License-File': '../LICENSE' }, 'leads upwards'],
    [
      'a License-File that is not there',
      { 'Metadata-Version': '2.4', 'License-File': 'LICENSE' },
      'is not in the archive',
    ],
    [
      'a label of 33 characters',
      { 'Project-URL': `${'x'.repeat(33)}, https://a.example` },
      'has a label of more than 32',
    ],
    ['an address that is none', { 'Project-URL': 'Home, javascript:alert(1)' }, 'leads to no web address'],
  ] as [string, Record<string, string>, string][])(
    'may have %s, where checks are lenient',
    async (_, metadata, why) => {
      expect(await uploadBoth(wheel({ metadata }))).toEqual(told(why));
    },
  );

  it('is only told of an e-mail address that is none, and of a platform that is not portable', async () => {
    const warned = {
      lenient: [200, expect.stringMatching(/\nWarning: /)],
      strict: [200, expect.stringMatching(/\nWarning: /)],
    };
    expect(await uploadBoth(wheel({ metadata: { 'Author-email': 'alice at people' } }))).toEqual(warned);
    expect(await uploadBoth(wheel({ tag: 'cp312-cp312-linux_x86_64' }))).toEqual(warned);
  });

  it.each([
    ['is no INI file', 'demo = demo:main\n', 'before its first section'],
    ['names a script like a path', '[console_scripts]\n../x = demo:main\n', 'a script whose name'],
    ['is not UTF-8', Buffer.from('[a]\nb = \xff\n', 'latin1'), 'is not UTF-8'],
  ])('may have an entry_points.txt that %s, where checks are lenient', async (_, text, why) => {
    const version = `4.${(versions += 1)}`;
    const file = makeWheel({
      name: 'demo',
      version,
      files: { [`demo-${version}.dist-info/entry_points.txt`]: text },
    });
    expect(await uploadBoth(file)).toEqual(told(why));
  });

  it('may have a WHEEL with other tags than its name, where checks are lenient, and never one of another format', async () => {
    const change = (from: RegExp, to: string) =>
      wheelOf((members) =>
        members.map((one) =>
          one.path.endsWith('/WHEEL')
            ? { ...one, bytes: Buffer.from(one.bytes.toString().replace(from, to)) }
            : one,
        ),
      );
    expect((await uploadBoth(change(/Tag: .*/, 'Tag: cp312-none-any'))).lenient).toEqual([
      200,
      expect.stringContaining('tags in its WHEEL'),
    ]);
    expect(await uploadBoth(change(/Wheel-Version: 1/, 'Wheel-Version: 2'))).toEqual(
      refused('installers know 1.x alone'),
    );
  });

  it('may be a zip as other tools write it, where checks are lenient', async () => {
    const { bytes, filename, sha256 } = archive(
      'demo-5.0-py3-none-any.whl',
      makeWheel({ name: 'demo', version: '5.0' }).bytes,
    );
    expect(zip([]).length).toBe(22);
    expect(await uploadBoth({ filename, bytes, sha256 })).toEqual(told('has a comment of its own'));
  });
});
