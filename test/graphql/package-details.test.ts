// What a page about a release shows, as it is read after real uploads.

import { beforeAll, expect, it } from 'vitest';

import { flushDownloads } from '../../server/domain/packages/downloads.ts';
import type { TestApp } from '../support/app.ts';
import { makeSdist, makeWheel } from '../support/distributions.ts';
import { eachApp } from '../support/each-app.ts';
import { signedIn, type Distribution, type Person } from '../support/people.ts';
import { ask, codeOf } from './ask.ts';

interface Page {
  readonly nodes: readonly { readonly version: string }[];
  readonly pageInfo: { readonly endCursor: string };
}

eachApp('details of packages', (open) => {
  let app: TestApp;
  let alice: Person;

  beforeAll(async () => {
    app = await open();
    alice = await app.person('alice');
    await alice.createIndex('alice/dev');
  });

  it('come from the metadata: dependencies, links, license, people and the long description', async () => {
    await upload(
      makeWheel({
        name: 'tool',
        version: '1.0',
        description: '# Tool\n\n[x](javascript:alert(1))',
        metadata: {
          'Description-Content-Type': 'text/markdown',
          'Requires-Dist': ['requests>=2', 'rich; extra == "pretty"'],
          Classifier: ['Programming Language :: Python :: 3'],
          'Project-URL': [
            'Documentation, https://docs.example',
            'Bad, javascript:alert(1)',
            'Also, ftp://x.example',
          ],
          License: 'MIT',
          Author: 'Ada',
          Keywords: 'a,b',
        },
      }),
    );
    expect(
      await releaseOf(
        'tool',
        'readme { html contentType } requiresDist requiresPython classifiers links { label url } license author keywords',
      ),
    ).toEqual({
      readme: { html: '<h1>Tool</h1>\n<p>[x](javascript:alert(1))</p>\n', contentType: 'text/markdown' },
      requiresDist: ['requests>=2', 'rich; extra == "pretty"'],
      requiresPython: '>=3.8',
      classifiers: ['Programming Language :: Python :: 3'],
      links: [{ label: 'Documentation', url: 'https://docs.example' }],
      license: 'MIT',
      author: 'Ada',
      keywords: 'a,b',
    });
  });

  it('keep a long description as HTML, and make it anew for another renderer', async () => {
    const { db } = app.app.world.database;
    await releaseOf('tool', 'readme { html }');
    const [kept] = await db.renderedReadme.findMany();
    await db.renderedReadme.updateMany({ data: { html: 'kept' } });
    expect(await releaseOf('tool', 'readme { html }')).toEqual({ readme: { html: 'kept' } });
    await db.renderedReadme.updateMany({ data: { rendererVersion: 0 } });
    expect(await releaseOf('tool', 'readme { html }')).toEqual({ readme: { html: kept!.html } });
    expect(await db.renderedReadme.count()).toBe(1);
  });

  it('decode the tags of a wheel, list what is in it, and tell its digest', async () => {
    const wheel = makeWheel({
      name: 'native',
      version: '1.0',
      tag: 'cp312-abi3-manylinux_2_17_x86_64.manylinux2014_x86_64',
      files: { 'native/__init__.py': 'x = 1\n' },
    });
    await upload(wheel);
    await upload(makeSdist({ name: 'native', version: '1.0' }));
    const { files } = await releaseOf<{ files: { contents: { path: string }[]; kind: string }[] }>(
      'native',
      'files { kind tags { python abi platform } contents { path sizeBytes } hashes { sha256 } }',
    );
    const built = files.find(({ kind }) => kind === 'WHEEL')!;
    expect(built).toMatchObject({
      tags: [
        { python: 'cp312', abi: 'abi3', platform: 'manylinux_2_17_x86_64' },
        { python: 'cp312', abi: 'abi3', platform: 'manylinux2014_x86_64' },
      ],
      hashes: { sha256: wheel.sha256 },
    });
    expect(built.contents).toContainEqual({ path: 'native/__init__.py', sizeBytes: 6 });
    expect(files.find(({ kind }) => kind === 'SDIST')).toMatchObject({ tags: [], contents: [] });
  });

  it('count downloads by file and day, without parts, sidecars and questions', async () => {
    const wheel = makeWheel({ name: 'counted', version: '1.0' });
    await upload(wheel);
    const path = `/alice/dev/files/${wheel.sha256}/${wheel.filename}`;
    const get = (headers = {}) =>
      alice.withPassword.get(path, headers).then((answer) => answer.arrayBuffer());
    await get();
    await get();
    await get({ range: 'bytes=0-3' });
    await get({ 'if-none-match': `"${wheel.sha256}"` });
    await alice.withPassword.request(path, { method: 'HEAD' });
    await alice.withPassword.get(`${path}.metadata`).then((answer) => answer.arrayBuffer());
    await flushDownloads(app.app.world);
    app.advance(2 * 86_400_000);
    alice = await signedIn(app.url, alice.name, alice.password);
    await get();
    const counts = (days: number) =>
      ask(
        alice,
        `{ packageIndex(path: "alice/dev") { project(name: "counted") { downloads(days: ${days}) releases { nodes { files { downloads(days: ${days}) } } } } } }`,
      );
    const told = (downloads: number) => ({
      project: { downloads, releases: { nodes: [{ files: [{ downloads }] }] } },
    });
    expect(await counts(30)).toEqual(told(3));
    expect(await counts(1)).toEqual(told(1));
    const rows = await app.app.world.database.db.downloadCount.findMany({ orderBy: { day: 'asc' } });
    expect(rows.map((row) => row.downloads)).toEqual([2, 1]);
    const tooMany = '{ packageIndex(path: "alice/dev") { project(name: "counted") { downloads(days: 0) } } }';
    expect(await codeOf(alice, tooMany)).toBe('INVALID_INPUT');
  });

  it('put releases in the order of PEP 440, whatever the order of uploads and the page', async () => {
    const versions = ['1.10', '1.9', '2.0rc1', '1.10.post1', '0.9', '2.0.dev3', '1!0.1'];
    for (const version of versions) await upload(makeWheel({ name: 'ordered', version }));
    const sorted = ['1!0.1', '2.0rc1', '2.0.dev3', '1.10.post1', '1.10', '1.9', '0.9'];
    const found: string[] = [];
    for (let after: string | null = null; found.length < sorted.length;) {
      const { project }: { project: { releases: Page } } = await ask(
        alice,
        `query ($after: String) { packageIndex(path: "alice/dev") { project(name: "ordered") {
          releases(first: 3, after: $after) { totalCount nodes { version } pageInfo { endCursor } }
        } } }`,
        { after },
      );
      found.push(...project.releases.nodes.map(({ version }) => version));
      after = project.releases.pageInfo.endCursor;
    }
    expect(found).toEqual(sorted);
  });

  it('cost many releases the statements of one', async () => {
    const statements = async (first: number) => {
      app.takeStatements();
      await ask(
        alice,
        `{ packageIndex(path: "alice/dev") { project(name: "ordered") { downloads releases(first: ${first}) {
          totalCount nodes { version license requiresDist links { url } files { tags { python } downloads } }
        } } } }`,
      );
      return app.takeStatements().filter((sql) => /^SELECT/.test(sql)).length;
    };
    expect(await statements(7)).toBe(await statements(1));
  });

  async function releaseOf<Release>(project: string, fields: string): Promise<Release> {
    const index = await ask<{ project: { releases: { nodes: Release[] } } }>(
      alice,
      `{ packageIndex(path: "alice/dev") { project(name: "${project}") { releases { nodes { ${fields} } } } } }`,
    );
    return index.project.releases.nodes[0]!;
  }

  async function upload(distribution: Distribution): Promise<void> {
    const response = await alice.withPassword.upload('alice/dev', distribution);
    expect([distribution.filename, response.status, await response.text()]).toEqual([
      distribution.filename,
      200,
      expect.anything(),
    ]);
  }
});
