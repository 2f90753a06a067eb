// How an index answers, as the API tells it: the order of its layers, why a name is answered as it is, and the project as
// installers get it. Layers that the viewer may not see are told as hidden.

import { afterAll, beforeAll, expect, it } from 'vitest';

import type { TestApp } from '../support/app.ts';
import { makeWheel } from '../support/distributions.ts';
import { eachApp } from '../support/each-app.ts';
import { createMirror, setBases, setRules } from '../support/layers.ts';
import type { Person } from '../support/people.ts';
import { startUpstream, type Upstream } from '../support/upstream.ts';
import { ask } from './ask.ts';

const ORDER = `query ($path: String!) {
  packageIndex(path: $path) { resolutionOrder { path kind via isReadable packageIndex { path } } }
}`;
const WHY = `query ($path: String!, $project: String!) {
  packageIndex(path: $path) { why(project: $project) { project outcome layers { path kind verdict reason files versions packageIndex { path } } } }
}`;
const RESOLVED = `query ($path: String!, $name: String!) {
  packageIndex(path: $path) {
    resolvedProject(name: $name) { normalizedName status isStale versions files { filename version sizeBytes isYanked url path layer { path } } }
  }
}`;

eachApp('how an index answers', (open) => {
  let app: TestApp;
  let alice: Person;
  let bert: Person;
  let upstream: Upstream;
  const mine = makeWheel({ name: 'acme', version: '1.0' });
  const hers = makeWheel({ name: 'secret-kit', version: '1.0' });

  beforeAll(async () => {
    app = await open();
    alice = await app.person('alice');
    bert = await app.person('bert');
    upstream = await startUpstream();
    upstream.add('acme', makeWheel({ name: 'acme', version: '9.0' }));
    upstream.add('secret-kit', makeWheel({ name: 'secret-kit', version: '9.0' }));
    upstream.add(
      'flask',
      makeWheel({ name: 'flask', version: '2.0' }),
      makeWheel({ name: 'flask', version: '3.0' }),
    );
    await alice.createIndex('alice/top', { readers: ['alice', 'bert'] });
    await alice.createIndex('alice/private', { readers: ['alice'] });
    await createMirror(app, 'alice/mirror', upstream.url);
    await setBases(app, 'alice/top', ['alice/mirror', 'alice/private']);
    await setRules(app, 'alice/top', { deny: ['flask>=3'] });
    for (const [path, file] of [
      ['alice/top', mine],
      ['alice/private', hers],
    ] as const) {
      await app.app.world.database.db.nameReservation.create({
        data: {
          id: path,
          indexId: (await app.app.world.readDb.packageIndex.findUniqueOrThrow({ where: { livePath: path } }))
            .id,
          pattern: file === mine ? 'acme' : 'other',
          createdAt: new Date(),
        },
      });
      expect((await alice.withPassword.upload(path, file)).status).toBe(200);
    }
  }, 60_000);
  afterAll(() => upstream.close());

  it('tells the order of its layers, and one that is hidden as hidden', async () => {
    const top = {
      path: 'alice/top',
      kind: 'STAGE',
      via: ['alice/top'],
      isReadable: true,
      packageIndex: { path: 'alice/top' },
    };
    const mirror = {
      path: 'alice/mirror',
      kind: 'MIRROR',
      via: ['alice/top', 'alice/mirror'],
      isReadable: true,
      packageIndex: { path: 'alice/mirror' },
    };
    expect(await askIndex(alice, ORDER, { path: 'alice/top' })).toEqual({
      resolutionOrder: [
        top,
        {
          path: 'alice/private',
          kind: 'STAGE',
          via: ['alice/top', 'alice/private'],
          isReadable: true,
          packageIndex: { path: 'alice/private' },
        },
        mirror,
      ],
    });
    expect(await askIndex(bert, ORDER, { path: 'alice/top' })).toEqual({
      resolutionOrder: [
        top,
        { path: null, kind: null, via: ['alice/top'], isReadable: false, packageIndex: null },
        mirror,
      ],
    });
  });

  it('C158: never shows what an upstream has of a name that a stage holds', async () => {
    upstream.take();
    expect(await askIndex(alice, RESOLVED, { path: 'alice/top', name: 'Acme' })).toEqual({
      resolvedProject: {
        normalizedName: 'acme',
        status: 'ACTIVE',
        isStale: false,
        versions: ['1.0'],
        files: [
          {
            filename: mine.filename,
            version: '1.0',
            sizeBytes: mine.bytes.length,
            isYanked: false,
            url: `${app.url}/alice/top/files/${mine.sha256}/${mine.filename}`,
            path: 'alice/top',
            layer: { path: 'alice/top' },
          },
        ],
      },
    });
    expect(await askIndex(bert, RESOLVED, { path: 'alice/top', name: 'secret-kit' })).toEqual({
      resolvedProject: null,
    });
    expect(upstream.paths()).toEqual([]);
  });

  it('tells why: which layer answers, what closes the name, and which rule hides what', async () => {
    const why = async (who: Person, project: string) => {
      const { why: report } = (await askIndex(who, WHY, { path: 'alice/top', project })) as { why: Report };
      return {
        outcome: report.outcome,
        layers: report.layers.map(({ path, verdict, files, reason }) => [path, verdict, files, reason]),
      };
    };
    expect(await why(alice, 'acme')).toEqual({
      outcome: 'ANSWERED',
      layers: [
        ['alice/top', 'ANSWERS', 1, null],
        ['alice/private', 'EMPTY', 0, null],
        ['alice/mirror', 'CLOSED', 0, 'alice/top holds the name.'],
      ],
    });
    expect(await why(bert, 'secret-kit')).toEqual({
      outcome: 'CLOSED',
      layers: [
        ['alice/top', 'EMPTY', 0, null],
        [null, 'HIDDEN', 0, null],
        ['alice/mirror', 'CLOSED', 0, 'A stage that you may not see holds or reserves the name.'],
      ],
    });
    expect(await why(alice, 'Flask')).toEqual({
      outcome: 'ANSWERED',
      layers: [
        ['alice/top', 'EMPTY', 0, null],
        ['alice/private', 'EMPTY', 0, null],
        ['alice/mirror', 'ANSWERS', 1, '1 file is hidden by the rule "flask>=3" of alice/top.'],
      ],
    });
    expect(await why(alice, 'unseen')).toMatchObject({ outcome: 'NOT_FOUND' });
    upstream.status = 500;
    expect(await why(alice, 'unseen')).toMatchObject({ outcome: 'FAILED' });
    upstream.status = null;
  });

  it('is told to readers alone', async () => {
    const carol = await app.person('carol');
    expect(await askIndex(carol, WHY, { path: 'alice/top', project: 'acme' })).toBeNull();
    await alice.createIndex('alice/drop', { readers: ['alice'], uploaders: ['carol'] });
    expect(await askIndex(carol, WHY, { path: 'alice/drop', project: 'acme' })).toEqual({ why: null });
    expect(await askIndex(carol, RESOLVED, { path: 'alice/drop', name: 'acme' })).toEqual({
      resolvedProject: null,
    });
  });
});

interface Report {
  readonly outcome: string;
  readonly layers: readonly {
    readonly path: string | null;
    readonly verdict: string;
    readonly reason: string | null;
    readonly files: number;
  }[];
}

async function askIndex(who: Person, document: string, variables: object): Promise<unknown> {
  return ask(who, document, variables);
}
