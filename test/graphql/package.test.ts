// Projects, releases and files, as they are read after real uploads; and what a page of indexes costs.

import { beforeAll, expect, it } from 'vitest';

import type { TestApp } from '../support/app.ts';
import { makeSdist, makeWheel } from '../support/distributions.ts';
import { eachApp } from '../support/each-app.ts';
import type { Person } from '../support/people.ts';
import { ask } from './ask.ts';

const PAGE = `query ($first: Int!) {
  packageIndexes(first: $first) {
    totalCount
    nodes {
      path
      owner { name email }
      readers { name user { name } }
      viewerCanRead viewerCanUpload viewerCanAdminister
      bases { path }
      projects(first: 5) { totalCount nodes { name releases(first: 5) { nodes { version files { filename url } } } } }
      tokens(first: 5) { totalCount nodes { name state owner { name } scopes projects indexes { path } } }
    }
  }
}`;

interface Downloadable {
  readonly releases: { readonly nodes: readonly { readonly files: readonly { readonly url: string }[] }[] };
}

interface Page {
  readonly nodes: readonly { readonly name: string }[];
  readonly pageInfo: Readonly<
    Record<'hasNextPage' | 'hasPreviousPage', boolean> & Record<'startCursor' | 'endCursor', string>
  >;
}

eachApp('packages', (open) => {
  let app: TestApp;
  let alice: Person;

  beforeAll(async () => {
    app = await open();
    alice = await app.person('alice');
    await alice.createIndex('alice/dev');
  });

  it('are read as they were uploaded, with the addresses to download them', async () => {
    const wheel = makeWheel({ name: 'Big.Tool', version: '1.0+local.1' });
    const sdist = makeSdist({ name: 'Big.Tool', version: '1.0+local.1', requiresPython: null });
    for (const distribution of [wheel, sdist]) await upload('alice/dev', distribution);

    const { project } = await ask<{ project: Downloadable }>(
      alice,
      `{
      packageIndex(path: "alice/dev") {
        project(name: "BIG_tool") {
          name normalizedName
          packageIndex { path }
          releases { totalCount nodes { version summary files { filename kind sizeBytes sha256 requiresPython url } } }
        }
      }
    }`,
    );
    const fileOf = (
      { filename, sha256, bytes }: typeof wheel,
      kind: string,
      requiresPython: string | null,
    ) => ({
      filename,
      kind,
      sizeBytes: bytes.length,
      sha256,
      requiresPython,
      url: `${app.url}/alice/dev/files/${sha256}/${encodeURIComponent(filename)}`,
    });
    expect(project).toEqual({
      name: 'Big.Tool',
      normalizedName: 'big-tool',
      packageIndex: { path: 'alice/dev' },
      releases: {
        totalCount: 1,
        nodes: [
          {
            version: '1.0+local.1',
            summary: 'What Big.Tool is for, in one line',
            files: [fileOf(sdist, 'SDIST', null), fileOf(wheel, 'WHEEL', '>=3.8')].sort((a, b) =>
              a.filename < b.filename ? -1 : 1,
            ),
          },
        ],
      },
    });
    const [file] = project.releases.nodes[0]!.files;
    const downloaded = await alice.withPassword.get(new URL(file!.url).pathname);
    expect(downloaded.status).toBe(200);
  });

  it('stand in the order of their names, and their releases with the highest first', async () => {
    for (const [name, version] of [
      ['zebra', '1.0'],
      ['ant', '2.0'],
      ['ant', '1.0'],
    ] as const) {
      await upload('alice/dev', makeWheel({ name, version }));
    }
    const index = await ask(
      alice,
      '{ packageIndex(path: "alice/dev") { projects { nodes { name releases { nodes { version } } } } } }',
    );
    expect(index).toEqual({
      projects: {
        nodes: [
          { name: 'ant', releases: { nodes: [{ version: '2.0' }, { version: '1.0' }] } },
          { name: 'Big.Tool', releases: { nodes: [{ version: '1.0+local.1' }] } },
          { name: 'zebra', releases: { nodes: [{ version: '1.0' }] } },
        ],
      },
    });
  });

  it('page forward and backward without repeating or leaving out', async () => {
    const document = `query ($first: Int, $after: String, $last: Int, $before: String) {
      packageIndex(path: "alice/dev") {
        projects(first: $first, after: $after, last: $last, before: $before) {
          nodes { name } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
        }
      }
    }`;
    const page = async (variables: object) => {
      const { projects } = await ask<{ projects: Page }>(alice, document, variables);
      return { names: projects.nodes.map(({ name }) => name), ...projects.pageInfo };
    };
    const first = await page({ first: 2 });
    const second = await page({ first: 2, after: first.endCursor });
    const back = await page({ last: 2, before: second.startCursor });
    expect([first.names, first.hasNextPage]).toEqual([['ant', 'Big.Tool'], true]);
    expect([second.names, second.hasNextPage]).toEqual([['zebra'], false]);
    expect([back.names, back.hasPreviousPage]).toEqual([['ant', 'Big.Tool'], false]);
  });

  it('are cut into the same pages below one index and below many', async () => {
    await alice.createIndex('alice/other');
    for (const name of ['bee', 'cat', 'dog'])
      await upload('alice/other', makeWheel({ name, version: '1.0' }));
    const asked = (bounds: string) => `projects(${bounds}) {
      totalCount nodes { name releases(first: 2) { totalCount nodes { version } } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }`;
    const alone = async (bounds: string) => {
      const { projects } = await ask<{ projects: Page }>(
        alice,
        `{ packageIndex(path: "alice/other") { ${asked(bounds)} } }`,
      );
      return projects;
    };
    const amongOthers = async (bounds: string) => {
      const { nodes } = await ask<{ nodes: { path: string; projects: Page }[] }>(
        alice,
        `{ packageIndexes(first: 5) { nodes { path ${asked(bounds)} } } }`,
      );
      return nodes.find(({ path }) => path === 'alice/other')!.projects;
    };
    const { startCursor, endCursor } = (await alone('first: 50')).pageInfo;
    const middle = (await alone('first: 2')).pageInfo.endCursor;
    for (const bounds of [
      ...['first: 50', 'first: 3', 'first: 2', 'last: 2', 'last: 3'],
      ...[startCursor, middle, endCursor].flatMap((cursor) =>
        ['first: 1, after', 'first: 5, after', 'last: 1, before', 'last: 5, before'].map(
          (way) => `${way}: "${cursor}"`,
        ),
      ),
    ]) {
      expect([bounds, await amongOthers(bounds)]).toEqual([bounds, await alone(bounds)]);
    }
  });

  it('leave deleted files out', async () => {
    await upload('alice/dev', makeWheel({ name: 'kept', version: '1.0' }));
    await upload('alice/dev', makeWheel({ name: 'kept', version: '1.0', tag: 'py2-none-any' }));
    await app.app.world.database.db.file.updateMany({
      where: { filename: 'kept-1.0-py2-none-any.whl' },
      data: { deletedAt: new Date() },
    });
    const index = await ask(
      alice,
      '{ packageIndex(path: "alice/dev") { project(name: "kept") { releases { nodes { files { filename } } } } } }',
    );
    const files = [{ filename: 'kept-1.0-py3-none-any.whl' }];
    expect(index).toEqual({ project: { releases: { nodes: [{ files }] } } });
  });

  it('cost a page of indexes the same number of statements, whatever it holds', async () => {
    const bert = await app.person('bert');
    const statements = async (first: number) => {
      app.takeStatements();
      const { nodes } = await ask<{ nodes: unknown[] }>(bert, PAGE, { first });
      expect(nodes.length).toBe(first);
      return app.takeStatements().filter((sql) => /^SELECT/.test(sql)).length;
    };
    for (const things of [1, 2, 3]) await furnish(bert, `bert/index-${things}`, things);
    const [one, three] = [await statements(1), await statements(3)];
    expect(three).toBe(one);
    expect(three).toBeLessThan(33);
  });

  async function furnish(person: Person, path: string, things: number): Promise<void> {
    await person.createIndex(path, { readers: [person.name, 'alice', ':authenticated:'] });
    for (let thing = 0; thing < things; thing += 1) {
      await person.mintToken({ scopes: ['index:read'], indexes: [path], projects: ['some*'] });
    }
    for (const version of ['1.0', '2.0']) {
      const uploaded = await person.withPassword.upload(path, makeWheel({ name: `some-${things}`, version }));
      expect(uploaded.status).toBe(200);
    }
  }

  async function upload(index: string, distribution: ReturnType<typeof makeWheel>): Promise<void> {
    const response = await alice.withPassword.upload(index, distribution);
    expect([distribution.filename, response.status, await response.text()]).toEqual([
      distribution.filename,
      200,
      expect.anything(),
    ]);
  }
});
