// What a document may ask for at all: page sizes, depth, texts. Refused before any of it runs.

import { beforeAll, expect, it } from 'vitest';

import { MAX_DEPTH } from '../../server/graphql/limits.ts';
import type { TestApp } from '../support/app.ts';
import { eachApp } from '../support/each-app.ts';
import type { Person } from '../support/people.ts';
import { ask } from './ask.ts';

const TOP = `query ($first: Int, $after: String, $last: Int, $before: String) {
  packageIndexes(first: $first, after: $after, last: $last, before: $before) { nodes { path } }
}`;
const NESTED = `query ($first: Int, $after: String, $last: Int, $before: String) {
  packageIndexes { nodes { projects(first: $first, after: $after, last: $last, before: $before) { nodes { name } } } }
}`;

eachApp('a document', (open) => {
  let app: TestApp;
  let alice: Person;

  beforeAll(async () => {
    app = await open();
    alice = await app.person('alice');
    await alice.createIndex('alice/dev');
  });

  for (const [where, document] of [
    ['at the top', TOP],
    ['below a list', NESTED],
  ] as const) {
    it.each([
      [{ first: 101 }, 'LIMIT_EXCEEDED', 'a page has at most 100 entries, not 101.'],
      [{ last: 5000 }, 'LIMIT_EXCEEDED', 'a page has at most 100 entries, not 5000.'],
      [{ first: 0 }, 'BAD_USER_INPUT', 'a page has at least 1 entry, not 0.'],
      [{ last: -1 }, 'BAD_USER_INPUT', 'a page has at least 1 entry, not -1.'],
      [
        { first: 1, last: 1 },
        'BAD_USER_INPUT',
        'give first and after to go forward, or last and before to go back.',
      ],
      [
        { first: 1, before: 'x' },
        'BAD_USER_INPUT',
        'give first and after to go forward, or last and before to go back.',
      ],
      [
        { last: 1, after: 'x' },
        'BAD_USER_INPUT',
        'give first and after to go forward, or last and before to go back.',
      ],
      [{ after: 'x' }, 'BAD_USER_INPUT', 'a cursor is what endCursor or startCursor of a page gave.'],
      [
        { after: cursor('I:1') },
        'BAD_USER_INPUT',
        'a cursor is what endCursor or startCursor of a page gave.',
      ],
      [
        { before: cursor('S:\0') },
        'BAD_USER_INPUT',
        'a cursor is what endCursor or startCursor of a page gave.',
      ],
    ])(`that asks ${where} for the page %o is refused with %s`, async (variables, code, sentence) => {
      await alice.graphql('{ viewer { name } }');
      app.takeStatements();
      const { errors } = await alice.graphql(document, variables);
      expect(errors?.map(({ message, extensions }) => [message.split(': ')[1], extensions.code])).toEqual([
        [sentence, code],
      ]);
      expect(app.takeStatements().filter((sql) => sql.includes('PackageIndex'))).toEqual([]);
    });
  }

  it('that asks for a whole page gets it, and one with a cursor of a row that is gone gets an empty one', async () => {
    const whole = await ask(alice, TOP, { first: 100 });
    const gone = await ask(alice, TOP, { first: 100, after: cursor('S:no such row') });
    expect(whole).toEqual({ nodes: [{ path: 'alice/dev' }] });
    expect(gone).toEqual({ nodes: [] });
  });

  it(`that is ${MAX_DEPTH} fields deep is answered, and one that is deeper is refused`, async () => {
    const deepEnough = await alice.graphql(nested(MAX_DEPTH));
    const tooDeep = await alice.graphql(nested(MAX_DEPTH + 1));
    expect(deepEnough.errors).toBeUndefined();
    expect(tooDeep.errors).toMatchObject([
      {
        message: 'This document is 13 fields deep; at most 12 are allowed.',
        extensions: { code: 'LIMIT_EXCEEDED' },
      },
    ]);
  });

  it('that is too deep is refused to strangers for who they are, not for what it says', async () => {
    const { errors } = await app.nobody.graphql(nested(MAX_DEPTH + 1));
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it.each([
    ['query ($path: String!) { packageIndex(path: $path) { id } }', { path: 'alice/\0' }],
    [
      'query ($path: String!) { packageIndex(path: "alice/dev") { project(name: $path) { id } } }',
      { path: 'a\0' },
    ],
    [
      'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }',
      { input: { name: '\0', password: 'x', carrier: 'BEARER' } },
    ],
    [
      'mutation ($input: CreateTokenInput!) { createToken(input: $input) { __typename } }',
      { input: { name: 'n', scopes: ['\0'] } },
    ],
    ['{ packageIndex(path: "\\u0000") { id } }', {}],
  ])('with a NUL in a text is refused: %s', async (document, variables) => {
    const { errors } = await alice.graphql(document, variables);
    expect(errors).toMatchObject([
      { message: 'A text holds a NUL character; leave it out.', extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });
});

/** A document of that depth, from bases to bases. */
function nested(depth: number): string {
  const below = (left: number): string => (left === 1 ? 'path' : `bases { ${below(left - 1)} }`);
  return `{ packageIndex(path: "alice/dev") { ${below(depth - 1)} } }`;
}

function cursor(key: string): string {
  return Buffer.from(`GPC:${key}`).toString('base64');
}
