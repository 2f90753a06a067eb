// What is generated from which operation, against a schema of a few lines.
import { buildSchema, Kind, parse } from 'graphql';
import { describe, expect, test } from 'vitest';

import { generateMethods } from '../../client/method-generator.ts';

const schema = buildSchema(`
  type Query {
    "The index at a path. Null when there is none."
    packageIndex(path: String!): PackageIndex
    """
    Every token,
    newest first.
    """
    tokens(first: Int, after: String): Tokens!
    clock(zone: String): String!
  }
  type PackageIndex {
    path: String!
    "Its projects by name."
    projects(after: String): Projects
  }
  type Projects { nodes: [String!]! pageInfo: PageInfo! }
  type Tokens { nodes: [String!]! pageInfo: PageInfo! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type Mutation {
    "Creates a token. */ Shown once."
    createToken(input: CreateTokenInput!): CreateTokenResult!
    signOut: SignOutResult! @deprecated(reason: "Use leave.")
    rename(input: CreateTokenInput!): SignOutPayload!
  }
  input CreateTokenInput { name: String! }
  interface UserError { message: String! }
  type NameTakenError implements UserError { message: String! }
  type CreateTokenPayload { plaintext: String! }
  type SignOutPayload { serial: Int! }
  union CreateTokenResult = NameTakenError | CreateTokenPayload
  union SignOutResult = SignOutPayload
`);

describe('the method of', () => {
  test('a mutation takes the input, gives the payload and says what the schema says', async () => {
    expect(
      await methodOf(
        'mutation createToken($input: CreateTokenInput!) { createToken(input: $input) { __typename ... on CreateTokenPayload { plaintext } } }',
      ),
    ).toBe(`
    /** Creates a token. *\\/ Shown once. */
    async createToken(input: CreateTokenInput): Promise<CreateTokenPayload> {
      const { data, requestId } = await send('mutation', CreateTokenDocument, { input });
      return unwrap(data.createToken, 'CreateTokenPayload', requestId);
    },`);
  });

  test('a mutation without input takes nothing, and warns of its end', async () => {
    expect(await methodOf('mutation signOut { signOut { __typename } }')).toBe(`
    /** @deprecated Use leave. */
    async signOut(): Promise<SignOutPayload> {
      const { data, requestId } = await send('mutation', SignOutDocument, {});
      return unwrap(data.signOut, 'SignOutPayload', requestId);
    },`);
  });

  test('a query gives its root field', async () => {
    expect(await methodOf('query packageIndex($path: String!) { packageIndex(path: $path) { path } }')).toBe(`
    /** The index at a path. Null when there is none. */
    async packageIndex(variables: PackageIndexQueryVariables): Promise<PackageIndexQuery['packageIndex']> {
      const { data } = await send('query', PackageIndexDocument, variables);
      return data.packageIndex;
    },`);
  });

  test('a query whose variables may all be absent may be called without', async () => {
    expect(await methodOf('query clock($zone: String) { clock(zone: $zone) }')).toContain(
      'async clock(variables: ClockQueryVariables = {})',
    );
  });

  test('a query with $after is pages', async () => {
    expect(
      await methodOf(
        'query tokens($after: String) { tokens(first: 100, after: $after) { nodes pageInfo { hasNextPage endCursor } } }',
      ),
    ).toBe(`
    /**
     * Every token,
     * newest first.
     */
    tokens() {
      return new Pages(async (after) => {
        const { data } = await send('query', TokensDocument, { after });
        return data.tokens;
      });
    },`);
  });

  test('a query with $after further down is pages that name what they belong to', async () => {
    expect(
      await methodOf(
        'query projects($path: String!, $after: String) { packageIndex(path: $path) { projects(after: $after) { nodes } } }',
      ),
    ).toBe(`
    /** Its projects by name. */
    projects(variables: Omit<ProjectsQueryVariables, 'after'>) {
      return new Pages(async (after) => {
        const { data } = await send('query', ProjectsDocument, { ...variables, after });
        return data.packageIndex?.projects;
      }, 'package index');
    },`);
  });
});

test('methods are in alphabetical order, whatever the order of the files', async () => {
  const documents = 'query clock { clock } query alarm { clock }';
  const backwards = 'query alarm { clock } query clock { clock }';
  expect(await generate(documents)).toBe(await generate(backwards));
});

test.each([
  ['{ clock }', 'An operation has no name.'],
  ['query two { clock packageIndex(path: "a/b") { path } }', 'two must select exactly one field.'],
  [
    'mutation createToken($input: CreateTokenInput!) { createToken(input: $input) { ... on CreateTokenPayload { plaintext } } }',
    'createToken must select __typename to tell success from refusal.',
  ],
  [
    'mutation rename($input: CreateTokenInput!) { rename(input: $input) { serial } }',
    'rename must return a union of its payload and its refusals.',
  ],
  [
    'mutation createToken($name: String!) { createToken(input: { name: $name }) { __typename } }',
    'createToken must have no variable, or $input alone.',
  ],
])('%s is refused', async (document, sentence) => {
  await expect(generate(document)).rejects.toThrow(sentence);
});

function generate(documents: string): Promise<string> {
  const operations = parse(documents).definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  return generateMethods(schema, operations);
}

/** The part of the module between the braces of what it returns. */
async function methodOf(document: string): Promise<string> {
  const module = await generate(document);
  const begin = module.indexOf('  return {\n') + '  return {'.length;
  return module.slice(begin, module.lastIndexOf('\n  };'));
}
