// The JSON that PyPI offers beside the simple pages (section 1.8): the same shape, from the same resolver, on every route.

import { createHash } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { makeSdist, makeWheel } from '../support/distributions.ts';
import { change, EACH_ROUTE, openRouteSet, ROUTES, type RouteSet } from './route-set.ts';

const OLD = makeWheel({ name: 'Tool.Box', version: '1.9' });
const WHEEL = makeWheel({
  name: 'Tool.Box',
  version: '1.10',
  requiresPython: '>=3.8',
  metadata: {
    Summary: 'Holds tools.',
    'Author-Email': 'ann@people.example',
    Classifier: ['Typing :: Typed'],
    'Requires-Dist': ['click>=8', 'rich; extra == "color"'],
    'Provides-Extra': ['color'],
    'Project-URL': ['Source, https://code.example/tool-box'],
    'Description-Content-Type': 'text/markdown',
  },
  description: '# Tools',
});
const SDIST = makeSdist({ name: 'Tool.Box', version: '1.10', requiresPython: '>=3.8' });
const NEXT = makeWheel({ name: 'Tool.Box', version: '2.0rc1' });

describe('the JSON of a project', () => {
  let set: RouteSet;
  beforeAll(async () => {
    set = await openRouteSet();
    await set.upload(OLD, WHEEL, SDIST, NEXT);
  });
  afterAll(() => set.close());

  const get = async (path: string) => {
    const answer = await set.app.nobody.get(path);
    return { answer, body: (await answer.json()) as Record<string, unknown> };
  };

  it.each(EACH_ROUTE)(
    'tells of the newest release that is no pre-release, and lists all, %s',
    async (_, index) => {
      const { answer, body } = await get(`/${index}/pypi/tool-box/json`);
      expect([
        answer.status,
        answer.headers.get('content-type'),
        answer.headers.get('cache-control'),
      ]).toEqual([200, 'application/json', 'public, no-cache']);
      const url = `${set.app.url}/${index}`;
      const entry = (file: typeof WHEEL, more: object) => ({
        comment_text: null,
        digests: { sha256: file.sha256 },
        downloads: -1,
        filename: file.filename,
        has_sig: false,
        md5_digest: null,
        packagetype: 'bdist_wheel',
        python_version: 'py3',
        requires_python: '>=3.8',
        size: file.bytes.length,
        upload_time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/) as string,
        upload_time_iso_8601: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string,
        url: `${url}/files/${file.sha256}/${file.filename}`,
        yanked: false,
        yanked_reason: null,
        ...more,
      });
      const sidecar = (file: typeof WHEEL) => ({
        'core-metadata': { sha256: createHash('sha256').update(file.metadata).digest('hex') },
      });
      const wheel = entry(WHEEL, sidecar(WHEEL));
      const sdist = entry(SDIST, { packagetype: 'sdist', python_version: 'source' });
      expect(body).toEqual({
        info: {
          author: null,
          author_email: 'ann@people.example',
          bugtrack_url: null,
          classifiers: ['Typing :: Typed'],
          description: '# Tools',
          description_content_type: 'text/markdown',
          docs_url: null,
          download_url: null,
          downloads: { last_day: -1, last_month: -1, last_week: -1 },
          dynamic: null,
          home_page: null,
          keywords: null,
          license: null,
          license_expression: null,
          license_files: null,
          maintainer: null,
          maintainer_email: null,
          name: 'Tool.Box',
          package_url: `${url}/simple/tool-box/`,
          platform: null,
          project_url: `${url}/simple/tool-box/`,
          project_urls: { Source: 'https://code.example/tool-box' },
          provides_extra: ['color'],
          release_url: `${url}/simple/tool-box/`,
          requires_dist: ['click>=8', 'rich; extra == "color"'],
          requires_python: '>=3.8',
          summary: 'Holds tools.',
          version: '1.10',
          yanked: false,
          yanked_reason: null,
        },
        last_serial: expect.any(Number) as number,
        releases: {
          '1.9': [entry(OLD, sidecar(OLD))],
          '1.10': [wheel, sdist],
          '2.0rc1': [entry(NEXT, sidecar(NEXT))],
        },
        urls: [wheel, sdist],
        vulnerabilities: [],
      });
    },
  );

  it.each(EACH_ROUTE)(
    'tells of one release, in any spelling of its version, without the others, %s',
    async (_, index) => {
      for (const version of ['2.0rc1', '2.0.0-RC1']) {
        const { body } = await get(`/${index}/pypi/tool-box/${version}/json`);
        expect([version, Object.keys(body), (body.info as { version: string }).version]).toEqual([
          version,
          ['info', 'last_serial', 'urls', 'vulnerabilities'],
          '2.0rc1',
        ]);
        expect((body.urls as { filename: string }[]).map(({ filename }) => filename)).toEqual([
          NEXT.filename,
        ]);
      }
    },
  );

  it.each(EACH_ROUTE)('has addresses that lead to the files, %s', async (_, index) => {
    const { body } = await get(`/${index}/pypi/tool-box/json`);
    for (const { url } of body.urls as { url: string }[]) {
      const answer = await fetch(url);
      await answer.arrayBuffer();
      expect([url, answer.status]).toEqual([url, 200]);
    }
  });

  it.each(EACH_ROUTE)('is 304 to who has it, and 404 for what there is not, %s', async (_, index) => {
    const path = `/${index}/pypi/tool-box/json`;
    const { answer } = await get(path);
    const etag = answer.headers.get('etag') ?? '';
    expect((await set.app.nobody.get(path, { 'if-none-match': etag })).status).toBe(304);
    for (const missing of [
      'nobody-has-this/json',
      'tool-box/7.0/json',
      'tool-box/not-a-version/json',
      '-x/json',
    ]) {
      const none = await set.app.nobody.get(`/${index}/pypi/${missing}`);
      expect([missing, none.status]).toEqual([missing, 404]);
    }
    const spelled = await set.app.nobody.get(`/${index}/pypi/Tool.Box/json`);
    expect([spelled.status, spelled.headers.get('location')]).toEqual([307, '../tool-box/json']);
    const release = await set.app.nobody.get(`/${index}/pypi/Tool.Box/1.9/json`);
    expect([release.status, release.headers.get('location')]).toEqual([307, '../../tool-box/1.9/json']);
  });

  it('tells of what is yanked, passes over it, and has the reason', async () => {
    const [good, bad] = [
      makeWheel({ name: 'regretted', version: '1.0' }),
      makeWheel({ name: 'regretted', version: '2.0' }),
    ];
    await set.upload(good, bad);
    const input = { path: ROUTES.hosted, project: 'regretted', version: '2.0', reason: 'It broke.' };
    await change(set.alice, 'yankRelease', input);
    for (const [route, index] of EACH_ROUTE) {
      const { body } = await get(`/${index}/pypi/regretted/json`);
      expect([route, (body.info as { version: string }).version]).toEqual([route, '1.0']);
      const { body: yanked } = await get(`/${index}/pypi/regretted/2.0/json`);
      const { urls, info } = yanked as { urls: object[]; info: object };
      expect([route, info, urls]).toEqual([
        route,
        expect.objectContaining({ version: '2.0', yanked: true, yanked_reason: 'It broke.' }),
        [expect.objectContaining({ yanked: true, yanked_reason: 'It broke.' })],
      ]);
    }
  });

  it('is served warm without a single SQL statement, on what is held here', async () => {
    for (const index of [ROUTES.hosted, ROUTES.inherited]) {
      await get(`/${index}/pypi/tool-box/json`);
      set.app.takeStatements();
      await get(`/${index}/pypi/tool-box/json`);
      expect([index, set.app.takeStatements()]).toEqual([index, []]);
    }
  });
});
