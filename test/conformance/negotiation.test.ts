// Which representation of a page a client gets: C011 to C024 of the conformance cases.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { raw } from '../http/raw.ts';
import { EACH_ROUTE, HTML_TYPE, JSON_TYPE, openRouteSet, type RouteSet } from './route-set.ts';

const TEXT = 'text/html; charset=utf-8';

describe('negotiation', () => {
  let set: RouteSet;
  beforeAll(async () => {
    set = await openRouteSet();
  });
  afterAll(() => set.close());

  /** The type with which the page of each route, and each list, is answered; all alike. */
  async function typeFor(accept: string | undefined, query = ''): Promise<(string | number | undefined)[]> {
    const kinds = new Set<string>();
    for (const [, index] of EACH_ROUTE) {
      for (const path of [`/${index}/simple/demo-pkg-x/`, `/${index}/simple/`]) {
        const headers: Record<string, string> = accept === undefined ? {} : { accept };
        const answer = await raw(set.app.url, { path: path + query, headers });
        kinds.add(JSON.stringify([answer.status, answer.headers['content-type']]));
      }
    }
    expect([...kinds]).toHaveLength(1);
    return JSON.parse([...kinds][0]!) as (string | number)[];
  }

  it.each([
    ['C011: who says nothing gets HTML', undefined, TEXT],
    ['C012: who takes anything, such as old poetry and hatch, gets HTML', '*/*', TEXT],
    ['C013: pip gets JSON', `${JSON_TYPE}, ${HTML_TYPE}; q=0.1, text/html; q=0.01`, JSON_TYPE],
    ['C014: uv gets JSON', `${JSON_TYPE}, ${HTML_TYPE};q=0.2, text/html;q=0.01`, JSON_TYPE],
    ['C015: poetry gets JSON', `${JSON_TYPE}, */*;q=0.1`, JSON_TYPE],
    ['C016: who names the HTML of the standard gets that very type', HTML_TYPE, HTML_TYPE],
    ['C017: who likes HTML better gets it', `text/html;q=0.5, ${JSON_TYPE};q=0.4`, TEXT],
    [
      'C020: who asks for the latest JSON is told which that is',
      'application/vnd.pypi.simple.latest+json',
      JSON_TYPE,
    ],
    [
      'C020: who asks for the latest HTML is told which that is',
      'application/vnd.pypi.simple.latest+html',
      HTML_TYPE,
    ],
  ] as [string, string | undefined, string][])('%s', async (_, accept, type) => {
    expect(await typeFor(accept)).toEqual([200, type]);
  });

  it('C019: who takes nothing of what there is gets 406', async () => {
    for (const accept of ['application/json', 'image/png', `${JSON_TYPE};q=0`])
      expect([accept, (await typeFor(accept))[0]]).toEqual([accept, 406]);
  });

  it('C021: format wins over the header, with its plus as it is and encoded', async () => {
    for (const plus of ['+', '%2B']) {
      const query = `?format=application/vnd.pypi.simple.v1${plus}json`;
      expect([plus, await typeFor('text/html', query)]).toEqual([plus, [200, JSON_TYPE]]);
    }
    expect(await typeFor(JSON_TYPE, '?format=text/html')).toEqual([200, TEXT]);
  });

  it('C022: a format that does not exist is 406', async () => {
    expect((await typeFor(JSON_TYPE, '?format=bogus'))[0]).toBe(406);
  });

  it.each(EACH_ROUTE)('C023: a page varies by Accept and never by Authorization, %s', async (_, index) => {
    for (const path of [`/${index}/simple/demo-pkg-x/`, `/${index}/simple/`]) {
      const answer = await set.alice.withPassword.get(path, { accept: JSON_TYPE });
      const etag = answer.headers.get('etag') ?? '';
      const again = await set.alice.withPassword.get(path, { accept: JSON_TYPE, 'if-none-match': etag });
      expect([again.status, answer.headers.get('vary'), again.headers.get('vary')]).toEqual([
        304,
        'Accept, Accept-Encoding',
        'Accept, Accept-Encoding',
      ]);
    }
  });

  it.each(EACH_ROUTE)('C024: a page is never application/json, %s', async (_, index) => {
    const accepted = [undefined, JSON_TYPE, HTML_TYPE, 'text/html', '*/*', 'application/json, */*;q=0.1'];
    for (const accept of accepted) {
      const answer = await raw(set.app.url, {
        path: `/${index}/simple/demo-pkg-x/`,
        headers: accept === undefined ? {} : { accept },
      });
      expect([accept, [JSON_TYPE, HTML_TYPE, TEXT].includes(answer.headers['content-type'] ?? '')]).toEqual([
        accept,
        true,
      ]);
    }
  });
});
