// What is changed about an index through the API shows at the very next request, on page, list, file and sidecar alike,
// to a client that remembers what it was told and asks whether it still holds; on one node, and on the other of two.

import { cpSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createTestApp, type TestApp } from '../support/app.ts';
import { makeWheel, type Distribution } from '../support/distributions.ts';
import type { Person } from '../support/people.ts';
import { hasPostgres } from '../support/postgres.ts';
import { startUpstream, type Upstream } from '../support/upstream.ts';
import { change, createMirror, JSON_TYPE } from './route-set.ts';

const [part1, part2, part9] = ['1.0', '2.0', '9.0'].map((version) => makeWheel({ name: 'part', version }));
const tool = makeWheel({ name: 'tool', version: '1.0' });
const FILES = { part1: part1!, part9: part9!, tool };

interface Sight {
  /** Versions on the page; null: there is none. */
  readonly part: readonly string[] | null;
  readonly tool: readonly string[] | null;
  readonly list: readonly string[];
  /** Those of which file and sidecar are there. */
  readonly files: readonly (keyof typeof FILES)[];
}

const ALL: Sight = { part: ['1.0', '2.0'], tool: ['1.0'], list: ['part', 'tool'], files: ['part1', 'tool'] };
const SETTING = { path: 'alice/root' };
const GRANT = { path: 'alice/supply', project: 'part', mirror: 'alice/mirror' };

/** Each change, and what everybody sees after it. */
const CHANGES: readonly [what: string, mutation: string, input: object, Sight][] = [
  ['bases are set', 'updatePackageIndex', { ...SETTING, bases: ['alice/supply', 'alice/mirror'] }, ALL],
  [
    'some versions are denied',
    'updatePackageIndex',
    { ...SETTING, deny: ['part<2'] },
    { ...ALL, part: ['2.0'], files: ['tool'] },
  ],
  [
    'one name alone is allowed',
    'updatePackageIndex',
    { ...SETTING, deny: [], allow: ['tool'] },
    { ...ALL, part: null, list: ['tool'], files: ['tool'] },
  ],
  ['everything is allowed again', 'updatePackageIndex', { ...SETTING, allow: [] }, ALL],
  [
    'a base denies what it holds',
    'updatePackageIndex',
    { path: 'alice/supply', deny: ['part'] },
    { ...ALL, part: null, list: ['tool'], files: ['tool'] },
  ],
  ['the base denies it no more', 'updatePackageIndex', { path: 'alice/supply', deny: [] }, ALL],
  [
    'a name is reserved',
    'reserveName',
    { ...SETTING, pattern: 'tool' },
    { ...ALL, tool: null, list: ['part'], files: ['part1'] },
  ],
  ['the name is reserved no more', 'unreserveName', { ...SETTING, pattern: 'tool' }, ALL],
  [
    'the upstream is granted a name',
    'grantUpstream',
    { ...GRANT, reason: 'We publish both.' },
    { ...ALL, part: ['1.0', '2.0', '9.0'], files: ['part1', 'part9', 'tool'] },
  ],
  ['the grant is revoked', 'revokeUpstreamGrant', GRANT, ALL],
  [
    'the base is for its owner alone',
    'updatePackageIndex',
    { path: 'alice/supply', readers: ['alice'] },
    { ...ALL, part: null, list: ['tool'], files: ['tool'] },
  ],
  [
    'everybody may read the base again',
    'updatePackageIndex',
    { path: 'alice/supply', readers: [':anonymous:'] },
    ALL,
  ],
  [
    'a base is taken away',
    'updatePackageIndex',
    { ...SETTING, bases: ['alice/mirror'] },
    { ...ALL, part: ['9.0'], files: ['part9', 'tool'] },
  ],
  [
    'the last base is taken away',
    'updatePackageIndex',
    { ...SETTING, bases: [] },
    { part: null, tool: null, list: [], files: [] },
  ],
];

for (const engine of ['sqlite', 'postgresql'] as const) {
  // Where no PostgreSQL could be started, as `test/support/postgres.ts` announces.
  describe.skipIf(engine === 'postgresql' && !hasPostgres())(`the next request, on ${engine}`, () => {
    let nodes: TestApp[];
    let alice: Person;
    let upstream: Upstream;
    let clients: Client[];

    beforeAll(async () => {
      upstream = await startUpstream();
      for (const [name, wheel] of [
        ['part', part9!],
        ['tool', tool],
      ] as const)
        upstream.add(name, wheel);
      const first = await createTestApp({ engine });
      nodes = [first];
      alice = await first.person('alice', { role: 'ADMIN' });
      for (const name of ['root', 'supply'])
        await alice.createIndex(`alice/${name}`, { readers: [':anonymous:'] });
      await createMirror(alice, 'alice/mirror', upstream.url, { freshSeconds: 3600 });
      for (const wheel of [part1!, part2!])
        expect((await alice.withPassword.upload('alice/supply', wheel)).status).toBe(200);
      if (engine === 'postgresql') {
        const second = await createTestApp({ engine, beside: first });
        cpSync(join(first.dataFolder, 'blobs'), join(second.dataFolder, 'blobs'), { recursive: true });
        nodes.push(second);
      }
      clients = nodes.map((node) => new Client(node));
    }, 60_000);
    afterAll(async () => {
      for (const node of nodes.reverse()) await node.close();
      await upstream.close();
    });

    it('shows each change of bases, rules, reservations, grants and readers, with another entity tag', async () => {
      for (const client of clients) expect(await client.look()).toEqual(CHANGES.at(-1)![3]);
      for (const [what, mutation, input, sight] of CHANGES) {
        await change(alice, mutation, input);
        for (const [node, client] of clients.entries()) {
          // Once as it is, and once out of memory.
          for (let round = 0; round < 2; round += 1)
            expect([what, node, await client.look()]).toEqual([what, node, sight]);
        }
      }
    }, 60_000);
  });
}

/** Keeps what it was told under its entity tag, and believes it as long as the server says that it still holds. */
class Client {
  readonly #node: TestApp;
  readonly #known = new Map<string, { readonly etag: string; readonly body: unknown }>();

  constructor(node: TestApp) {
    this.#node = node;
  }

  async look(): Promise<Sight> {
    const versions = async (project: string) =>
      ((await this.#json(`/alice/root/simple/${project}/`)) as { versions: string[] } | null)?.versions ??
      null;
    const { projects } = (await this.#json('/alice/root/simple/')) as { projects: { name: string }[] };
    const files: (keyof typeof FILES)[] = [];
    for (const [name, file] of Object.entries(FILES) as [keyof typeof FILES, Distribution][]) {
      if (await this.#has(file)) files.push(name);
    }
    return {
      part: await versions('part'),
      tool: await versions('tool'),
      list: projects.map(({ name }) => name),
      files,
    };
  }

  async #json(path: string): Promise<unknown> {
    const known = this.#known.get(path);
    const answer = await this.#node.nobody.get(path, {
      accept: JSON_TYPE,
      ...(known && { 'if-none-match': known.etag }),
    });
    if (answer.status === 304) return known!.body;
    if (answer.status === 404) return null;
    expect([path, answer.status]).toEqual([path, 200]);
    const body: unknown = await answer.json();
    this.#known.set(path, { etag: answer.headers.get('etag')!, body });
    return body;
  }

  async #has({ sha256, filename }: Distribution): Promise<boolean> {
    const path = `/alice/root/files/${sha256}/${filename}`;
    const [file, sidecar] = [
      await this.#node.nobody.get(path),
      await this.#node.nobody.get(`${path}.metadata`),
    ];
    await Promise.all([file.arrayBuffer(), sidecar.arrayBuffer()]);
    expect([path, sidecar.status]).toEqual([path, file.status]);
    return file.status === 200;
  }
}
