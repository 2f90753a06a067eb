/**
 * A GraphQL server that has the contract, schema.graphql, and a world of a few constants behind it. The client knows
 * the contract alone, so it is tested against the contract alone: what the rules of the real server answer is tested
 * with the real server, elsewhere.
 */
import { readFileSync } from 'node:fs';

import { createGraphQLError, createSchema, createYoga } from 'graphql-yoga';

import { accountResolvers } from './accounts.ts';
import { searchResults } from './search-results.ts';

export interface Seen {
  method: string;
  url: string;
  authorization: string | null;
  operation: string;
  variables: Record<string, unknown>;
}

export interface SchemaServer {
  url: string;
  fetch: typeof fetch;
  /** Every request, in order. */
  seen: Seen[];
}

interface Context {
  request: Request;
}

interface IndexChanges {
  path: string;
  readers?: string[];
  uploaders?: string[];
}

interface Paging {
  first?: number;
  after?: string;
}

const NOON = '2026-11-22T12:00:00.000Z';
export const SESSION = 'wh_ses_alice';
export const PLAINTEXT = 'wh_pat_0123456789';

export const alice = {
  id: 'user-alice',
  name: 'alice',
  displayName: null,
  email: 'alice@packages.example',
  kind: 'HUMAN',
  role: 'ADMIN',
  createdAt: NOON,
  deactivatedAt: null,
};

export function packageIndex(path: string) {
  return {
    id: `index-${path}`,
    path,
    name: path.split('/')[1],
    owner: alice,
    description: null,
    createdAt: NOON,
    url: `https://packages.example/${path}/`,
    simpleUrl: `https://packages.example/${path}/simple/`,
    readers: [{ kind: 'AUTHENTICATED', name: ':authenticated:', user: null }],
    uploaders: [{ kind: 'USER', name: 'alice', user: alice }],
    bases: path === 'team/dev' ? [{ path: 'team/prod' }, { path: 'team/mirror' }] : [],
    ...(path === 'team/mirror' ? asMirror : asStage),
    ...(path === 'bob/private' && asHidden),
    viewerCanRead: true,
    viewerCanUpload: true,
    viewerCanAdminister: path !== 'bob/private',
    deletionConsequences:
      path === 'bob/private' ? null : { projects: 2, files: 12, bytes: 4_100_000, tokens: 1, dependants: 0 },
    projects: path === 'bob/private' ? () => null : connectionOf(['Django', 'torch'].map(project)),
    why: path === 'bob/private' ? () => null : reportOfFlask,
  };
}

const asStage = {
  kind: 'STAGE',
  isVolatile: false,
  uploadChecks: 'LENIENT',
  maxAgeSeconds: 0,
  quotaBytes: 5_000_000_000,
  sizeBytes: 4_100_000,
  diskBytes: 4_200_000,
  rules: [
    { effect: 'ALLOW', pattern: 'flask>=2,<3' },
    { effect: 'ALLOW', pattern: 'corp-*' },
    { effect: 'DENY', pattern: 'flask==2.1' },
  ],
  reservations: [{ pattern: 'corp-*', reason: 'Ours.', createdAt: NOON }],
  upstreamGrants: [
    {
      project: 'demo',
      mirror: 'team/mirror',
      reason: 'Moves upstream.',
      grantedBy: 'alice',
      createdAt: NOON,
      expiresAt: '2026-12-22T12:00:00.000Z',
    },
  ],
  mirror: null,
  retention: { keepReleases: 5, keepDays: 30, prereleasesOnly: true },
};

/** To those who neither read nor administer it. */
const asHidden = {
  sizeBytes: null,
  diskBytes: null,
  rules: [],
  reservations: [],
  upstreamGrants: [],
  retention: null,
};

const asMirror = {
  ...asStage,
  kind: 'MIRROR',
  uploaders: [],
  quotaBytes: null,
  rules: [],
  reservations: [],
  upstreamGrants: [],
  mirror: {
    upstreamUrl: 'https://upstream.example/simple/',
    username: 'alice',
    hasPassword: true,
    freshSeconds: 600,
    staleSeconds: 604_800,
    timeoutSeconds: 10,
    maxFileBytes: null,
    minAgeDays: 3,
    isOffline: false,
    allowsPrivateAddresses: false,
    fileHosts: ['files.example'],
    keepDays: 30,
    keepBytes: null,
  },
  retention: null,
};

const reportOfFlask = {
  project: 'flask',
  outcome: 'ANSWERED',
  layers: [
    { path: 'team/prod', kind: 'STAGE', verdict: 'EMPTY', reason: null, files: 0, versions: 0 },
    { path: null, kind: null, verdict: 'HIDDEN', reason: null, files: 0, versions: 0 },
    {
      path: 'team/mirror',
      kind: 'MIRROR',
      verdict: 'ANSWERS',
      reason: '1 file is hidden by the rule "flask>=3" of team/prod.',
      files: 12,
      versions: 3,
    },
  ],
};

export function token(number: number) {
  return {
    id: `token-${number}`,
    tokenId: String(number).padStart(22, '0'),
    name: `ci-${number}`,
    description: null,
    kind: 'PAT',
    wire: 'OPAQUE',
    owner: alice,
    issuer: alice,
    origin: 'API',
    scopes: ['index:read'],
    allIndexes: false,
    indexes: [packageIndex('team/prod')],
    allProjects: true,
    projects: [],
    allAddresses: true,
    addresses: [],
    state: 'ACTIVE',
    createdAt: NOON,
    createdAddress: null,
    notBefore: null,
    expiresAt: '2026-12-22T12:00:00.000Z',
    graceUntil: null,
    rotatedFrom: null,
    lastUsedAt: null,
    lastUsedAddress: null,
    lastUsedClient: null,
    revokedAt: null,
    revokeReason: null,
    viewerCanRevoke: true,
    viewerCanChange: true,
  };
}

const configurations = [
  {
    packageIndex: 'team/prod',
    tool: 'PIP',
    parts: [{ title: 'pip.conf', place: 'Save it.', text: `[global]\nindex-url = ${PLAINTEXT}\n` }],
  },
];

/** `tokens` is how many there are to page through; with `setupNeeded` there is nobody who could sign in. */
export function serveSchema({ tokens = 3, setupNeeded = false } = {}): SchemaServer {
  const seen: Seen[] = [];
  const yoga = createYoga<object>({
    schema: createSchema({
      typeDefs: readFileSync('schema.graphql', 'utf8'),
      resolvers: resolversFor(tokens, setupNeeded),
      resolverValidationOptions: { requireResolversForResolveType: 'ignore' },
    }),
    logging: false,
  });
  return {
    url: 'https://packages.example',
    seen,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const body = (await request.clone().json()) as { operationName: string; variables: Seen['variables'] };
      const place = seen.push({
        method: request.method,
        url: request.url,
        authorization: request.headers.get('authorization'),
        operation: body.operationName,
        variables: body.variables,
      });
      const response = await yoga.fetch(request);
      response.headers.set('x-request-id', `answer-${place}`);
      return response;
    },
  };
}

function resolversFor(tokens: number, setupNeeded: boolean) {
  const indexes = ['team/prod', 'team/dev', 'team/mirror', 'bob/private'].map(packageIndex);
  const accounts = accountResolvers(signedIn, alice);
  return {
    Query: {
      ...accounts.Query,
      server: () => ({ version: '1.0.0', setupNeeded, publicUrl: 'https://packages.example' }),
      viewer: (_: unknown, __: unknown, { request }: Context) =>
        request.headers.get('authorization') === `Bearer ${SESSION}` ? viewer : null,
      packageIndex: (_: unknown, { path }: { path: string }) => indexes.find((index) => index.path === path),
      packageIndexes: signedIn(connectionOf(indexes)),
      search: signedIn((parent, args: Parameters<typeof searchResults>[0], ...rest) =>
        [undefined, null, ...indexes.map(({ path }) => path)].includes(args.packageIndex)
          ? connectionOf(searchResults(args))(parent, args, ...rest)
          : null,
      ),
      users: signedIn(connectionOf([alice])),
      tokens: signedIn(connectionOf(Array.from({ length: tokens }, (_, number) => token(number)))),
    },
    Mutation: {
      ...accounts.Mutation,
      signIn: (_: unknown, { input }: { input: { name: string; password: string } }) =>
        input.password === 'correct horse' && !setupNeeded
          ? { __typename: 'SignInPayload', viewer, bearer: SESSION, expiresAt: NOON, serial: 0 }
          : refusal('SignInFailedError', 'SIGN_IN_FAILED', 'The name or the password is wrong.'),
      changePassword: signedIn((_, { input }: { input: { currentPassword: string } }) =>
        input.currentPassword === 'correct horse'
          ? {
              __typename: 'ChangePasswordPayload',
              viewer,
              bearer: `${SESSION}_anew`,
              expiresAt: NOON,
              serial: 13,
            }
          : refusal('SignInFailedError', 'SIGN_IN_FAILED', 'The current password is wrong.', [
              'currentPassword',
            ]),
      ),
      setServicePassword: signedIn((_, { input }: { input: { name: string } }) => ({
        __typename: 'SetServicePasswordPayload',
        user: { ...alice, name: input.name, kind: 'SERVICE' },
        serial: 14,
      })),
      signOut: signedIn(() => ({ __typename: 'SignOutPayload', serial: 0 })),
      createUser: signedIn((_, { input }: { input: { name: string; password?: string } }) => ({
        __typename: 'CreateUserPayload',
        user: { ...alice, name: input.name },
        setupLink: input.password === undefined ? 'https://packages.example/ui/link#secret' : null,
        emailSent: false,
        serial: 7,
      })),
      createPackageIndex: signedIn((_, { input }: { input: { path: string } }) =>
        input.path === 'team/prod'
          ? {
              ...refusal('NameTakenError', 'NAME_TAKEN', 'There is an index team/prod.', ['path']),
              name: 'team/prod',
            }
          : { __typename: 'CreatePackageIndexPayload', packageIndex: packageIndex(input.path), serial: 8 },
      ),
      updatePackageIndex: signedIn((_, { input }: { input: IndexChanges }) =>
        input.path === 'bob/private'
          ? refusal('NotAllowedError', 'NOT_ALLOWED', 'Only its owner and admins may change bob/private.')
          : { __typename: 'UpdatePackageIndexPayload', packageIndex: changed(input), serial: 12 },
      ),
      deletePackageIndex: signedIn((_, { input }: { input: { path: string } }) => ({
        __typename: 'DeletePackageIndexPayload',
        deletedPath: input.path,
        consequences: packageIndex(input.path).deletionConsequences,
        serial: 9,
      })),
      ...Object.fromEntries(
        ['reserveName', 'unreserveName', 'grantUpstream', 'revokeUpstreamGrant', 'unpinOrigin'].map(
          (name) => [
            name,
            signedIn((_, { input }: { input: { path: string } }) => ({
              __typename: `${name.charAt(0).toUpperCase()}${name.slice(1)}Payload`,
              packageIndex: packageIndex(input.path),
              serial: 15,
            })),
          ],
        ),
      ),
      createToken: signedIn((_, { input }: { input: { scopes: string[] } }) =>
        input.scopes.includes('admin')
          ? refusal(
              'InvalidInputError',
              'INVALID_SCOPE',
              '"admin" is not a scope; there are index:read, index:upload.',
            )
          : {
              __typename: 'CreateTokenPayload',
              token: { ...token(1), ...input, indexes: [packageIndex('team/prod')] },
              plaintext: PLAINTEXT,
              configurations,
              serial: 10,
            },
      ),
      revokeToken: signedIn(() => ({ __typename: 'RevokeTokenPayload', token: token(1), serial: 11 })),
    },
  };
}

function changed({ path, readers, uploaders }: IndexChanges) {
  const index = packageIndex(path);
  return {
    ...index,
    readers: readers?.map(principal) ?? index.readers,
    uploaders: uploaders?.map(principal) ?? index.uploaders,
  };
}

function principal(name: string) {
  return { kind: name.startsWith(':') ? 'AUTHENTICATED' : 'USER', name, user: null };
}

const viewer = {
  name: 'alice',
  user: alice,
  credential: 'SESSION',
  credentialExpiresAt: NOON,
  canCreateUsers: true,
  canCreateIndexes: true,
};

function project(name: string) {
  return {
    id: `project-${name}`,
    name,
    normalizedName: name.toLowerCase(),
    status: 'ACTIVE',
    statusReason: null,
    createdAt: NOON,
  };
}

/** Pages of at most a hundred, whose cursors are positions. */
function connectionOf<Node>(nodes: Node[]) {
  return (...args: unknown[]) => {
    // A root field is called with (parent, arguments, …), a field of a plain object with (arguments, …).
    const { first = 20, after } = (args.length === 4 ? args[1] : args[0]) as Paging;
    const begin = after === undefined || after === null ? 0 : Number(after) + 1;
    const end = Math.min(begin + Math.min(first, 100), nodes.length);
    return {
      nodes: nodes.slice(begin, end),
      edges: [],
      totalCount: nodes.length,
      pageInfo: {
        hasNextPage: end < nodes.length,
        hasPreviousPage: begin > 0,
        startCursor: String(begin),
        endCursor: end > begin ? String(end - 1) : null,
      },
    };
  };
}

function refusal(__typename: string, code: string, message: string, path: string[] = []) {
  return { __typename, code, message, path };
}

type Resolver<Arguments> = (parent: unknown, args: Arguments, context: Context, info: unknown) => unknown;

function signedIn<Arguments>(resolve: Resolver<Arguments>): Resolver<Arguments> {
  return (parent, args, context, info) => {
    if (context.request.headers.get('authorization') === `Bearer ${SESSION}`) {
      return resolve(parent, args, context, info);
    }
    throw createGraphQLError('Sign in first.', {
      extensions: { code: 'UNAUTHENTICATED', requestId: 'request-1', http: { status: 401 } },
    });
  };
}
