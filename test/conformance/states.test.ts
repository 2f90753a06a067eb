// What is yanked or set aside, as installers are told: C136 to C139 of the conformance cases, beside the tests of the
// rules themselves.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { makeSdist, makeWheel } from '../support/distributions.ts';
import { startUpstream } from '../support/upstream.ts';
import {
  anchorsIn,
  change,
  createMirror,
  EACH_ROUTE,
  htmlPage,
  jsonPage,
  openRouteSet,
  pathOf,
  ROUTES,
  type RouteSet,
} from './route-set.ts';

describe('the state of a release', () => {
  let set: RouteSet;
  beforeAll(async () => {
    set = await openRouteSet();
  });
  afterAll(() => set.close());

  const yanksOf = async (index: string, project: string) =>
    (await jsonPage(set.app, index, project)).files.map(({ filename, yanked }) => [
      filename,
      yanked ?? false,
    ]);

  it('C136: yanks all files of a release, those too that come later', async () => {
    const wheel = makeWheel({ name: 'pulled', version: '1.0' });
    const sdist = makeSdist({ name: 'pulled', version: '1.0' });
    const next = makeWheel({ name: 'pulled', version: '2.0' });
    await set.upload(wheel, next);
    const release = { path: ROUTES.hosted, project: 'pulled', version: '1.0' };
    await change(set.alice, 'yankRelease', { ...release, reason: 'It broke.' });
    await set.upload(sdist);
    for (const [route, index] of EACH_ROUTE) {
      expect([route, await yanksOf(index, 'pulled')]).toEqual([
        route,
        [
          [wheel.filename, 'It broke.'],
          [next.filename, false],
          [sdist.filename, 'It broke.'],
        ],
      ]);
      const anchors = anchorsIn(await htmlPage(set.app, index, 'pulled'));
      expect([route, anchors.map(({ attributes }) => attributes['data-yanked'])]).toEqual([
        route,
        ['It broke.', undefined, 'It broke.'],
      ]);
      const file = await set.app.nobody.get(await pathOf(set.app, index, wheel, 'pulled'));
      expect([route, file.status]).toEqual([route, 200]);
    }
    await change(set.alice, 'unyankRelease', release);
    for (const [route, index] of EACH_ROUTE) {
      const yanks = (await yanksOf(index, 'pulled')).map(([, yanked]) => yanked);
      expect([route, yanks]).toEqual([route, [false, false, false]]);
    }
  });

  it('C137: yanks one file alone', async () => {
    const wheel = makeWheel({ name: 'halved', version: '1.0' });
    const sdist = makeSdist({ name: 'halved', version: '1.0' });
    await set.upload(wheel, sdist);
    await change(set.alice, 'yankFile', { path: ROUTES.hosted, filename: sdist.filename });
    for (const [route, index] of EACH_ROUTE) {
      expect([route, await yanksOf(index, 'halved')]).toEqual([
        route,
        [
          [wheel.filename, false],
          [sdist.filename, true],
        ],
      ]);
    }
  });

  it('C138: offers no file of what is quarantined, gives none, and takes none', async () => {
    const wheel = makeWheel({ name: 'caught', version: '1.0' });
    await set.upload(wheel);
    const paths = new Map<string, string>();
    for (const [route, index] of EACH_ROUTE) paths.set(route, await pathOf(set.app, index, wheel, 'caught'));
    const project = { path: ROUTES.hosted, project: 'caught' };
    await change(set.alice, 'setProjectStatus', { ...project, status: 'QUARANTINED', reason: 'Malware.' });
    for (const [route, index] of EACH_ROUTE) {
      const page = await jsonPage(set.app, index, 'caught');
      const file = await set.app.nobody.get(paths.get(route) ?? '');
      expect([route, page.files, page['project-status'], file.status]).toEqual([
        route,
        [],
        { status: 'quarantined', reason: 'Malware.' },
        404,
      ]);
    }
    const next = makeWheel({ name: 'caught', version: '2.0' });
    expect((await set.alice.withPassword.upload(ROUTES.hosted, next)).status).toBe(403);
    await change(set.alice, 'setProjectStatus', { ...project, status: 'ACTIVE' });
    expect((await set.app.nobody.get(paths.get('hosted') ?? '')).status).toBe(200);
  });

  it('C139: carries through what an upstream yanked, with its reason', async () => {
    const upstream = await startUpstream();
    const files = [true, 'It broke.', false].map((yanked, patch) => ({
      ...makeWheel({ name: 'theirs', version: `1.${patch}` }),
      yanked,
    }));
    upstream.add('theirs', ...files);
    try {
      for (const format of ['json', 'html'] as const) {
        upstream.format = format;
        await createMirror(set.alice, `alice/theirs-${format}`, upstream.url);
        const { files: seen } = await jsonPage(set.app, `alice/theirs-${format}`, 'theirs');
        expect([format, seen.map(({ yanked }) => yanked)]).toEqual([format, [true, 'It broke.', false]]);
      }
    } finally {
      await upstream.close();
    }
  });
});
