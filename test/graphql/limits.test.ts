// What a document may ask for at all: page sizes, depth, texts. Refused before any of it runs.

import { readdirSync, readFileSync } from 'node:fs';

import { complexityFromQuery } from '@pothos/plugin-complexity';
import { Kind, OperationTypeNode, parse, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';

import {
  MAX_ALIASES,
  MAX_COST,
  MAX_COST_OF_ADMIN,
  MAX_DEPTH,
  MAX_DIRECTIVES,
} from '../../server/graphql/limits.ts';
import { Allowance } from '../../server/graphql/measure.ts';
import { schema } from '../../server/graphql/schema.ts';
import persistedDocuments from '../../web/_generated/persisted-documents.json' with { type: 'json' };
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

describe('every query of the client and of the web page, with the longest pages,', () => {
  const operations = [documentOfClient(), ...Object.values(persistedDocuments)]
    .map((text) => parse(text))
    .flatMap((document) => queriesOf(document));

  it.each(operations)('stays below what a member may ask for: $name', ({ document, variables }) => {
    const { complexity, depth } = complexityFromQuery(document, { schema, variables, ctx: {} });
    expect(complexity).toBeLessThanOrEqual(MAX_COST);
    expect(depth).toBeLessThanOrEqual(MAX_DEPTH);
  });
});

describe('a change', () => {
  it('is not begun once the time is over, and is not broken off by it', async () => {
    const allowance = new Allowance({ kind: 'anonymous' }, 10);
    const args = { schema, document: parse('mutation { signOut { serial } }') };
    allowance.check();
    expect(allowance.signalFor(args)).toBeUndefined();
    await expect.poll(() => codeThrownBy(() => allowance.check())).toBe('TIMEOUT');
    expect(allowance.signalFor({ schema, document: parse('{ viewer { name } }') })?.aborted).toBe(true);
    allowance.end();
  });
});

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

  it('tells what it costs: pages by their sizes, times the pages around them, and plain values nothing', async () => {
    const costOf = async (document: string, variables = {}) =>
      (await alice.graphql(document, variables)).extensions?.cost;
    expect([
      await costOf('{ viewer { name } }'),
      await costOf('{ packageIndexes { nodes { path } } }'),
      await costOf('{ packageIndexes(first: 3) { nodes { path name owner { name } } totalCount } }'),
      await costOf('query ($n: Int) { packageIndexes(last: $n) { nodes { path } } }', { n: 7 }),
      await costOf('{ packageIndexes(first: 5) { nodes { projects(first: 10) { nodes { name } } } } }'),
      await costOf(
        '{ packageIndexes(first: 2) { ...A ...A } } fragment A on QueryPackageIndexesConnection { nodes { path } }',
      ),
      await costOf('{ __typename }'),
    ]).toEqual(
      [1, 21, 1 + 3 * 2, 8, 1 + 5 * (1 + 1 + 10), 1 + 2 * 2, 1].map((requested) => ({
        requested,
        limit: MAX_COST,
      })),
    );
  });

  it('that costs more than a member may ask for is refused before it runs, and an admin may ask for more', async () => {
    const costly = (size: number) =>
      `{ packageIndexes(first: 50) { nodes { projects(first: ${size}) { nodes { name } } } } }`;
    const cost = (size: number) => 1 + 50 * (2 + size);
    app.takeStatements();
    const { errors, extensions } = await alice.graphql(costly(40));
    expect(errors).toMatchObject([
      {
        message:
          'This operation costs 2101, and at most 2000 is allowed. Ask for shorter pages, or for less of each entry.',
        extensions: { code: 'LIMIT_EXCEEDED' },
      },
    ]);
    expect(extensions?.cost).toEqual({ requested: cost(40), limit: MAX_COST });
    expect(app.takeStatements().filter((sql) => sql.includes('PackageIndex'))).toEqual([]);

    const ada = await app.person('ada', { role: 'ADMIN' });
    const allowed = await ada.graphql(costly(100));
    expect([allowed.errors, allowed.extensions?.cost]).toEqual([
      undefined,
      { requested: cost(100), limit: MAX_COST_OF_ADMIN },
    ]);
    const refused = await ada.graphql(
      '{ packageIndexes(first: 100) { nodes { projects(first: 100) { nodes { name } } } } }',
    );
    expect(refused.errors?.[0]?.extensions.code).toBe('LIMIT_EXCEEDED');
  });

  it('is measured by the operation that is asked for, and by no other in it', async () => {
    const answer = await alice.graphql(
      'query A { packageIndexes { totalCount } } query B { viewer { name } }',
      {},
      'B',
    );
    expect([answer.data, answer.extensions?.cost.requested]).toEqual([{ viewer: { name: 'alice' } }, 1]);
  });

  it('with fragments that spread fragments is measured without being written out', async () => {
    const fragments = Array.from(
      { length: 150 },
      (_, place) => `fragment F${place} on Query { ...F${place + 1} ...F${place + 1} }`,
    );
    const begun = performance.now();
    const { errors } = await alice.graphql(
      `{ ...F0 } ${fragments.join(' ')} fragment F150 on Query { viewer { name } }`,
    );
    expect(performance.now() - begun).toBeLessThan(2_000);
    expect(errors?.[0]?.extensions.code).toBe('LIMIT_EXCEEDED');
  });

  it('that stands for millions of fields in few words is refused at once', async () => {
    const levels = Array.from(
      { length: 9 },
      (_, level) =>
        `fragment F${level} on PackageIndex { ${repeat(3, (i) => `a${i}: bases { ...F${level + 1} }`)} }`,
    );
    const begun = performance.now();
    const { errors } = await alice.graphql(
      `{ packageIndex(path: "alice/dev") { ...F0 } } ${levels.join(' ')} fragment F9 on PackageIndex { path }`,
    );
    expect(performance.now() - begun).toBeLessThan(1_000);
    expect(errors).toMatchObject([{ extensions: { code: 'LIMIT_EXCEEDED' } }]);
  });

  it.each([
    ['entries of a list', { name: 'x', users: Array.from({ length: 40_000 }, () => 1) }],
    [
      'keys that nobody knows',
      {
        name: 'x',
        users: ['a'],
        ...Object.fromEntries(Array.from({ length: 12_000 }, (_, i) => [`k${i}`, 1])),
      },
    ],
  ])('whose variables hold thousands of wrong %s is refused at once, and in few words', async (_, input) => {
    const document =
      'mutation ($input: AddGroupMembersInput!) { addGroupMembers(input: $input) { __typename } }';
    const begun = performance.now();
    const { errors = [] } = await app.nobody.graphql(document, { input });
    expect(performance.now() - begun).toBeLessThan(1_500);
    expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['BAD_USER_INPUT']));
    expect(errors.length).toBeLessThan(5);
    for (const { message } of errors) expect(message.length).toBeLessThan(400);
  });

  it.each([
    [MAX_ALIASES, 'aliases', (n: number) => `{ ${repeat(n, (i) => `a${i}: __typename`)} }`],
    [
      MAX_DIRECTIVES,
      'directives',
      (n: number) => `{ ${repeat(n, () => '... @include(if: true) { __typename }')} }`,
    ],
  ])('has at most %i %s', async (most, what, documentOf) => {
    const enough = await app.nobody.graphql(documentOf(most));
    const tooMany = await app.nobody.graphql(documentOf(most + 1));
    expect(enough.errors).toBeUndefined();
    expect(tooMany.errors).toMatchObject([
      {
        message: `This document has ${most + 1} ${what}; at most ${most} are allowed.`,
        extensions: { code: 'LIMIT_EXCEEDED' },
      },
    ]);
  });

  it('that is longer than 2,000 words and signs is refused before it is parsed', async () => {
    const { errors } = await app.nobody.graphql(`{ ${'__typename '.repeat(2_000)} }`);
    expect(errors?.[0]?.extensions.code).toBe('LIMIT_EXCEEDED');
  });

  it('asks the schema about itself only so deep', async () => {
    const deep = (left: number): string => (left === 0 ? 'name' : `fields { type { ${deep(left - 1)} } }`);
    const { errors } = await app.nobody.graphql(`{ __schema { types { ${deep(4)} } } }`);
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('in a body above 256 KiB is refused unread', async () => {
    const { status, errors } = await app.nobody.graphql(`{ __typename } #${'x'.repeat(256 * 1024)}`);
    expect([status, errors?.[0]?.extensions.code]).toEqual([400, 'BAD_REQUEST']);
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

  it('with half of a surrogate pair in a text is refused', async () => {
    const { errors } = await alice.graphql(
      'mutation ($name: String) { updateProfile(input: { displayName: $name }) { __typename } }',
      { name: 'a\ud800' },
    );
    expect(errors).toMatchObject([
      {
        message: 'A text holds half of a surrogate pair, which is no character.',
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
  });
});

function documentOfClient(): string {
  const folder = new URL('../../client/operations/', import.meta.url);
  return readdirSync(folder)
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n');
}

/** Each query of a document with variables that make it as large as it gets. */
function queriesOf({ definitions }: DocumentNode) {
  const fragments = definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  return definitions
    .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
    .filter(({ operation }) => operation === OperationTypeNode.QUERY)
    .map((query) => ({
      name: query.name?.value,
      document: { kind: Kind.DOCUMENT, definitions: [query, ...fragments] } as const,
      variables: variablesOf(query),
    }));
}

function variablesOf({ variableDefinitions = [] }: OperationDefinitionNode) {
  const values: Record<string, unknown> = { Int: 100, Boolean: true, String: 'x' };
  return Object.fromEntries(
    variableDefinitions.flatMap(({ variable, type }) => {
      const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
      const isWanted = type.kind === Kind.NON_NULL_TYPE || variable.name.value === 'first';
      return isWanted && named.kind === Kind.NAMED_TYPE
        ? [[variable.name.value, values[named.name.value]]]
        : [];
    }),
  );
}

function codeThrownBy(act: () => void): unknown {
  try {
    act();
    return undefined;
  } catch (error) {
    return (error as { extensions?: { code?: string } }).extensions?.code;
  }
}

function repeat(times: number, part: (place: number) => string): string {
  return Array.from({ length: times }, (_, place) => part(place)).join(' ');
}

/** A document of that depth, from bases to bases. */
function nested(depth: number): string {
  const below = (left: number): string => (left === 1 ? 'path' : `bases { ${below(left - 1)} }`);
  return `{ packageIndex(path: "alice/dev") { ${below(depth - 1)} } }`;
}

function cursor(key: string): string {
  return Buffer.from(`GPC:${key}`).toString('base64');
}
