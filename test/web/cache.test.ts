// The page's cache against the schema it serves, and against answers as the API gives them.
import { readFileSync } from 'node:fs';

import { cacheExchange } from '@urql/exchange-graphcache';
import { buildSchema, isInterfaceType, isObjectType } from 'graphql';
import { Client, fetchExchange, type OperationResult } from 'urql';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

import {
  DeleteIndex_DeleteDocument,
  EditAccess_UpdateDocument,
  IndexesPageDocument,
  PackageIndexPageDocument,
  RevokeToken_RevokeDocument,
  RotateToken_RotateDocument,
  TokenForm_CreateDocument,
  TokensPageDocument,
} from '../../web/_generated/graphql.ts';
import { cacheConfig } from '../../web/cache.ts';
import { pageVariables } from '../../web/rules/page-bounds.ts';

const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));
const firstPage = pageVariables({});
const noMore = {
  __typename: 'PageInfo',
  hasNextPage: false,
  hasPreviousPage: false,
  startCursor: null,
  endCursor: null,
};

// Under test the library neither persists nor collects; here both are wanted, as in the browser.
beforeAll(() => void vi.stubEnv('NODE_ENV', 'production'));
afterAll(() => void vi.unstubAllEnvs());

describe('against the schema', () => {
  test('every refusal of a mutation is known as one', () => {
    const userError = schema.getType('UserError');
    const refusals = isInterfaceType(userError) ? schema.getPossibleTypes(userError) : [];
    expect(refusals.map(({ name }) => name).sort()).toEqual(cacheConfig.possibleTypes.UserError);
  });

  test('every type without an id is embedded on purpose', () => {
    const withoutId = Object.values(schema.getTypeMap())
      .filter((type) => isObjectType(type) && !('id' in type.getFields()))
      .map(({ name }) => name)
      .filter(
        (name) =>
          !/^__|^(Query|Mutation|Subscription|PageInfo)$|(Payload|Success|Error|Connection|Edge)$/.test(name),
      );
    expect(withoutId.sort()).toEqual(Object.keys(cacheConfig.keys).sort());
  });
});

describe('with a token that Alice makes', () => {
  const plaintext = 'wh_pat_7abcdefghijklmnopqrstu_SecretSecretSecret';

  test('its text enters no cache, and the list is asked for again', async () => {
    const page = alicesPage({
      TokensPage: [tokens([]), tokens([token('ACTIVE')])],
      TokenForm_Create: [
        {
          createToken: {
            __typename: 'CreateTokenPayload',
            token: token('ACTIVE'),
            plaintext,
            configurations: [configuration(plaintext)],
          },
        },
      ],
    });
    await page.see();
    await page.client.mutation(TokenForm_CreateDocument, { input: { name: 'ci', scopes: ['index:read'] } });
    await page.settled();
    expect(page.asked).toEqual(['TokensPage', 'TokenForm_Create', 'TokensPage']);
    expect(page.remembered()).toContain('Token:t1.name');
    expect(page.remembered()).not.toContain('Secret');
    page.leave();
  });

  test('the text of the one that takes its place enters no cache, and the list is asked for again', async () => {
    const page = alicesPage({
      TokensPage: [tokens([token('ACTIVE')]), tokens([token('ROTATING')])],
      RotateToken_Rotate: [
        {
          rotateToken: {
            __typename: 'RotateTokenPayload',
            token: { __typename: 'Token', id: 't2', name: 'ci', scopes: ['index:read'] },
            plaintext,
            configurations: [configuration(plaintext)],
          },
        },
      ],
    });
    await page.see();
    await page.client.mutation(RotateToken_RotateDocument, { input: { tokenId: 'x' } });
    await page.settled();
    expect(page.asked).toEqual(['TokensPage', 'RotateToken_Rotate', 'TokensPage']);
    expect(page.remembered()).toContain('Token:t2.name');
    expect(page.remembered()).not.toContain('Secret');
    page.leave();
  });

  test('its end shows in the list without asking for the list', async () => {
    const page = alicesPage({
      TokensPage: [tokens([token('ACTIVE')])],
      RevokeToken_Revoke: [
        {
          revokeToken: {
            __typename: 'RevokeTokenPayload',
            token: {
              __typename: 'Token',
              id: 't1',
              state: 'REVOKED',
              revokedAt: '2026-11-22T12:00:00.000Z',
              revokeReason: 'OWNER',
              viewerCanRevoke: false,
              viewerCanChange: false,
            },
          },
        },
      ],
    });
    await page.see();
    await page.client.mutation(RevokeToken_RevokeDocument, { input: { tokenId: 'x' } });
    await page.settled();
    expect(page.asked).toEqual(['TokensPage', 'RevokeToken_Revoke']);
    expect(page.shown()).toMatchObject({ tokens: { nodes: [{ name: 'ci', state: 'REVOKED' }] } });
    page.leave();
  });
});

test('a deleted index is gone from the list the next time it is shown', async () => {
  const page = alicesPage({
    IndexesPage: [indexes([index]), indexes([])],
    DeleteIndex_Delete: [{ deletePackageIndex: { __typename: 'DeletePackageIndexPayload', serial: 7 } }],
  });
  const list = () => page.client.query(IndexesPageDocument, firstPage).toPromise();
  expect((await list()).data?.packageIndexes.nodes).toHaveLength(1);
  await page.client.mutation(DeleteIndex_DeleteDocument, {
    input: { path: 'alice/dev', confirmPath: 'alice/dev', expectedFiles: 0 },
  });
  expect((await list()).data?.packageIndexes.nodes).toEqual([]);
});

test('a changed list shows at once, and what the index holds is asked for again', async () => {
  const lists = (names: string[]) => ({
    readers: names.map((name) => ({ __typename: 'IndexPrincipal', name })),
    uploaders: [],
    viewerCanRead: names.includes('alice'),
    viewerCanUpload: false,
  });
  const page = (names: string[], projects: object | null) => ({
    packageIndex: {
      ...index,
      kind: 'STAGE',
      url: 'u',
      simpleUrl: 's',
      ...settings,
      ...lists(names),
      projects,
    },
  });
  const none = { __typename: 'PackageIndexProjectsConnection', nodes: [], pageInfo: noMore, totalCount: 0 };
  const { client, asked, settled } = alicesPage({
    PackageIndexPage: [page(['alice'], none), page(['bob'], null)],
    EditAccess_Update: [
      {
        updatePackageIndex: {
          __typename: 'UpdatePackageIndexPayload',
          packageIndex: { ...index, ...lists(['bob']) },
        },
      },
    ],
  });
  const shown: unknown[] = [];
  const subscription = client
    .query(PackageIndexPageDocument, { path: 'alice/dev', ...firstPage })
    .subscribe(({ data }) =>
      shown.push([data?.packageIndex?.readers[0]?.name, data?.packageIndex?.projects?.totalCount]),
    );
  await settled();
  await client.mutation(EditAccess_UpdateDocument, { input: { path: 'alice/dev', readers: ['bob'] } });
  await settled();
  subscription.unsubscribe();
  expect(asked).toEqual(['PackageIndexPage', 'EditAccess_Update', 'PackageIndexPage']);
  expect([shown[0], shown.at(-1)]).toEqual([
    ['alice', 0],
    ['bob', undefined],
  ]);
});

const settings = {
  bases: [],
  isVolatile: false,
  uploadChecks: 'LENIENT',
  maxAgeSeconds: 0,
  quotaBytes: null,
  sizeBytes: 0,
  rules: [],
  reservations: [],
  upstreamGrants: [],
  mirror: null,
  retention: null,
};

function token(state: string): object {
  return {
    __typename: 'Token',
    id: 't1',
    tokenId: '7abcdefghijklmnopqrstu',
    name: 'ci',
    scopes: ['index:read'],
    description: null,
    wire: 'OPAQUE',
    allIndexes: true,
    indexes: [],
    allProjects: true,
    projects: [],
    allAddresses: true,
    addresses: [],
    state,
    createdAt: '2026-11-22T12:00:00.000Z',
    createdAddress: null,
    notBefore: null,
    expiresAt: null,
    graceUntil: null,
    revokeReason: null,
    rotatedFrom: null,
    lastUsedAt: null,
    lastUsedAddress: null,
    lastUsedClient: null,
    owner: { __typename: 'User', id: 'u1', name: 'alice' },
    issuer: { __typename: 'User', id: 'u1', name: 'alice' },
    viewerCanRevoke: true,
    viewerCanChange: true,
  };
}

function configuration(plaintext: string): object {
  return {
    __typename: 'TokenConfiguration',
    packageIndex: 'alice/dev',
    tool: 'TWINE',
    parts: [
      {
        __typename: 'TokenConfigurationPart',
        title: '.pypirc',
        place: 'Save it.',
        text: `password = ${plaintext}`,
      },
    ],
  };
}

function tokens(nodes: object[]): object {
  return { tokens: { __typename: 'QueryTokensConnection', nodes, pageInfo: noMore } };
}

const index = {
  __typename: 'PackageIndex',
  id: 'i1',
  path: 'alice/dev',
  name: 'dev',
  owner: { __typename: 'User', id: 'u1', name: 'alice' },
  description: null,
  createdAt: '2026-11-22T12:00:00.000Z',
  viewerCanRead: true,
  viewerCanUpload: true,
  viewerCanAdminister: true,
};

function indexes(nodes: object[]): object {
  return { packageIndexes: { __typename: 'QueryPackageIndexesConnection', nodes, pageInfo: noMore } };
}

/** A page of Alice's over the given answers, each operation's in order. */
function alicesPage(answers: Record<string, object[]>) {
  const asked: string[] = [];
  const entries: unknown[] = [];
  const remember = async (delta: unknown) => void entries.push(delta);
  const client = new Client({
    url: 'https://index.example/graphql',
    preferGetMethod: false,
    exchanges: [
      cacheExchange({ ...cacheConfig, storage: { readData: async () => ({}), writeData: remember } }),
      fetchExchange,
    ],
    fetch: async (_url, init) => {
      const { operationName } = JSON.parse(init?.body as string) as { operationName: string };
      asked.push(operationName);
      return Response.json({ data: answers[operationName]?.shift() ?? null });
    },
  });
  let latest: OperationResult | undefined;
  let leave = (): void => {};
  const settled = () => new Promise((resolve) => setTimeout(resolve, 50));
  return {
    client,
    asked,
    settled,
    see: async () => {
      const subscription = client
        .query(TokensPageDocument, firstPage)
        .subscribe((result) => (latest = result));
      leave = () => subscription.unsubscribe();
      await settled();
    },
    shown: () => latest?.data as unknown,
    remembered: () => JSON.stringify(entries),
    leave: () => leave(),
  };
}
