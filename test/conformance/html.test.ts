// What a page says in HTML: C042 to C048 of the conformance cases.

import { createHash } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { makeWheel } from '../support/distributions.ts';
import {
  anchorsIn,
  change,
  EACH_ROUTE,
  FILES,
  htmlPage,
  jsonPage,
  openRouteSet,
  ROUTES,
  SDIST,
  WHEEL,
  type RouteSet,
} from './route-set.ts';

describe('a project page in HTML', () => {
  let set: RouteSet;
  beforeAll(async () => {
    set = await openRouteSet();
  });
  afterAll(() => set.close());

  it.each(EACH_ROUTE)(
    'C042: is HTML 5 with one anchor for a file, whose text is its name, %s',
    async (_, index) => {
      const html = await htmlPage(set.app, index);
      expect(html.startsWith('<!DOCTYPE html>\n')).toBe(true);
      expect(html).toContain('<meta name="pypi:repository-version" content="1.4">');
      expect(anchorsIn(html).map(({ text }) => text)).toEqual(FILES.map(({ filename }) => filename));
      // The expression with which hatch reads it.
      expect([...html.matchAll(/<a [^>]+>([^<]+)<\/a>/g)].map(([, text]) => text)).toEqual(
        FILES.map(({ filename }) => filename),
      );
    },
  );

  it.each(EACH_ROUTE)('C043: has the SHA-256 in the address, and no other digest, %s', async (_, index) => {
    const fragments = anchorsIn(await htmlPage(set.app, index)).map(({ attributes }) =>
      attributes.href?.split('#').at(1),
    );
    expect(fragments).toEqual(FILES.map(({ sha256 }) => `sha256=${sha256}`));
  });

  it.each(EACH_ROUTE)('C035: has Requires-Python escaped, %s', async (_, index) => {
    expect(await htmlPage(set.app, index)).toContain('data-requires-python="&gt;=3.8,&lt;4"');
  });

  it.each(EACH_ROUTE)(
    'C045: names the metadata of wheels in both ways, and of wheels alone, %s',
    async (_, index) => {
      const anchors = anchorsIn(await htmlPage(set.app, index));
      const of = ({ filename }: { filename: string }) =>
        anchors.find(({ text }) => text === filename)?.attributes ?? {};
      const digest = `sha256=${createHash('sha256').update(WHEEL.metadata).digest('hex')}`;
      expect([of(WHEEL)['data-core-metadata'], of(WHEEL)['data-dist-info-metadata']]).toEqual([
        digest,
        digest,
      ]);
      expect(Object.keys(of(SDIST)).filter((name) => name.includes('metadata'))).toEqual([]);
    },
  );

  it('C044: keeps a hostile reason inside its attribute, and gives it back in JSON', async () => {
    const reason = '"><script>alert(1)</script>&amp; \'';
    await set.upload(makeWheel({ name: 'hostile', version: '1.0' }));
    const path = ROUTES.hosted;
    await change(set.alice, 'yankRelease', { path, project: 'hostile', version: '1.0', reason });
    for (const [route, index] of EACH_ROUTE) {
      const html = await htmlPage(set.app, index, 'hostile');
      const [anchor] = anchorsIn(html);
      const [file] = (await jsonPage(set.app, index, 'hostile')).files;
      expect([route, html.includes('<script'), anchor?.attributes['data-yanked'], file?.yanked]).toEqual([
        route,
        false,
        reason,
        reason,
      ]);
    }
  });

  it('C047: tells a status that is not the usual one in its head', async () => {
    await set.upload(makeWheel({ name: 'finished', version: '1.0' }));
    const input = {
      path: ROUTES.hosted,
      project: 'finished',
      status: 'DEPRECATED',
      reason: 'Use "that" <now>.',
    };
    await change(set.alice, 'setProjectStatus', input);
    for (const [route, index] of EACH_ROUTE) {
      const [head = ''] = (await htmlPage(set.app, index, 'finished')).split('</head>');
      expect([route, head.match(/<meta name="pypi:project-status[^>]*>/g)]).toEqual([
        route,
        [
          '<meta name="pypi:project-status" content="deprecated">',
          '<meta name="pypi:project-status-reason" content="Use &quot;that&quot; &lt;now&gt;.">',
        ],
      ]);
    }
    expect(await htmlPage(set.app, ROUTES.hosted)).not.toContain('project-status');
  });

  it.each(EACH_ROUTE)('C048: lists the same files in the same order as JSON, %s', async (_, index) => {
    const anchors = anchorsIn(await htmlPage(set.app, index));
    const { files } = await jsonPage(set.app, index);
    expect(anchors.map(({ attributes }) => attributes.href?.split('#').at(0))).toEqual(
      files.map(({ url }) => url),
    );
  });
});
