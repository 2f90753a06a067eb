import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { MirrorSettings } from '../../../server/domain/mirrors/settings.ts';
import { openDatabase, type Database } from '../../../server/storage/database.ts';
import { freshAddress } from '../../support/database.ts';
import { migrationsFolder } from '../../support/postgres.ts';
import { startUpstream, type Upstream } from '../../support/upstream.ts';
import { mirrorOf, mirrorWorld, type MirrorWorld } from './mirror-world.ts';

describe('the list of an upstream’s projects', () => {
  let database: Database;
  let removeDatabase: () => void;
  let world: MirrorWorld;
  let upstream: Upstream;

  beforeAll(async () => {
    const { address, remove } = await freshAddress('sqlite');
    removeDatabase = remove;
    database = await openDatabase({ ...address, migrationsFolder });
    world = mirrorWorld(database);
  });

  beforeEach(async () => {
    await upstream?.close();
    upstream = await startUpstream();
    for (const name of ['zope.interface', 'Acme', 'acme', 'b_2', 'b-10', '../evil', 'B2'])
      upstream.projects.set(name, {});
  });

  afterAll(async () => {
    await upstream.close();
    await world.close();
    await database.close();
    removeDatabase();
  });

  async function namesOf(mirror: MirrorSettings): Promise<string[]> {
    const names: string[] = [];
    for await (const portion of world.mirrors.names(mirror)) names.push(...portion);
    return names;
  }

  it.each(['json', 'html'] as const)(
    'is normalised, sorted and without repetitions, from %s',
    async (format) => {
      upstream.format = format;
      expect(await namesOf(mirrorOf(upstream.url))).toEqual(['acme', 'b-10', 'b-2', 'b2', 'zope-interface']);
    },
  );

  it('is asked for once, kept over a start, asked for again with its tag, and has another tag when it is another', async () => {
    const mirror = mirrorOf(upstream.url);
    const [one, two] = await Promise.all([namesOf(mirror), namesOf(mirror)]);
    expect(one).toEqual(two);
    const tag = await world.mirrors.namesTag(mirror);
    expect(await world.restarted().namesTag(mirror)).toBe(tag);
    world.advance(601_000);
    expect(await world.mirrors.namesTag(mirror)).toBe(tag);
    expect(upstream.requests.map(({ path, status }) => [path, status])).toEqual([
      ['/simple/', 200],
      ['/simple/', 304],
    ]);
    upstream.projects.set('new', {});
    world.advance(601_000);
    expect(await world.mirrors.namesTag(mirror)).not.toBe(tag);
    const files = readdirSync(join(world.dataFolder, 'mirror-names'));
    expect(files.filter((name) => name.startsWith(mirror.indexId)).length).toBe(2);
  });

  it('is answered for a while when the upstream fails, and then not', async () => {
    const mirror = mirrorOf(upstream.url);
    const names = await namesOf(mirror);
    upstream.status = 500;
    world.advance(601_000);
    expect(await namesOf(mirror)).toEqual(names);
    world.advance(3600_000);
    await expect(namesOf(mirror)).rejects.toThrow('could not use its upstream');
    await expect(namesOf(mirrorOf(upstream.url))).rejects.toThrow('could not use its upstream');
  });

  it('of a hundred thousand names is handed on in portions, and holds up nobody', async () => {
    const projects = Array.from({ length: 100_000 }, (_, n) => ({ name: `Project.${(n * 7919) % 100_000}` }));
    const body = JSON.stringify({ meta: { 'api-version': '1.4' }, projects });
    upstream.answers.set(
      '/simple/',
      (_, res) =>
        void res.writeHead(200, { 'content-type': 'application/vnd.pypi.simple.v1+json' }).end(body),
    );
    let portions = 0;
    let names: string[] = [];
    for await (const portion of world.mirrors.names(mirrorOf(upstream.url))) {
      portions += 1;
      names = [...names, ...portion];
    }
    expect(portions).toBeGreaterThan(10);
    expect(names).toEqual(projects.map(({ name }) => name.toLowerCase().replace('.', '-')).sort());
  });
});
