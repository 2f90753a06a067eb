/**
 * What the page remembers of the API's answers: which types have no identity, which types an interface stands for,
 * and which lists a mutation makes stale. Only what is reached through an entity or the query root is kept; the text
 * of a new token hangs on a mutation's payload alone, and so never enters.
 */
import type { Cache, CacheExchangeOpts } from '@urql/exchange-graphcache';

const embedded = (): null => null;

export const cacheConfig = {
  keys: {
    AuditDetail: embedded,
    ContainedFile: embedded,
    DeletionConsequences: embedded,
    FileHashes: embedded,
    IndexPrincipal: embedded,
    IndexRule: embedded,
    LayerReport: embedded,
    Mirror: embedded,
    MirrorCopies: embedded,
    NameReservation: embedded,
    ProjectLink: embedded,
    ProvenanceStep: embedded,
    Readme: embedded,
    ResolutionLayer: embedded,
    ResolutionReport: embedded,
    ResolvedFile: embedded,
    ResolvedProject: embedded,
    RetainedRelease: embedded,
    RetentionRule: embedded,
    SearchResult: embedded,
    Server: embedded,
    TokenConfiguration: embedded,
    TokenConfigurationPart: embedded,
    UpstreamGrant: embedded,
    Viewer: embedded,
    WheelTag: embedded,
  },
  possibleTypes: {
    UserError: [
      'ConfirmationMismatchError',
      'FreshSignInRequiredError',
      'GroupInUseError',
      'IndexInUseError',
      'IndexKeepsFilesError',
      'InvalidInputError',
      'LastAdminError',
      'LinkInvalidError',
      'NameTakenError',
      'NotAllowedError',
      'NotFoundError',
      'OwnAccountError',
      'OwnsIndexesError',
      'RateLimitedError',
      'ReleaseConflictError',
      'SignInFailedError',
      'UpstreamUnavailableError',
    ],
  },
  updates: {
    Mutation: {
      createPackageIndex: (_result, _args, cache) => {
        forget(cache, 'Query', 'packageIndexes', 'packageIndex');
      },
      updatePackageIndex: (result, _args, cache) => {
        // Who is taken off a list, or put on it, sees less or more of what the index holds.
        const { packageIndex } = result['updatePackageIndex'] as {
          packageIndex?: { __typename: 'PackageIndex'; id: string };
        };
        const entity = packageIndex && cache.keyOfEntity(packageIndex);
        if (entity) forget(cache, entity, 'projects', 'project');
      },
      deletePackageIndex: (_result, _args, cache) => {
        // The tokens that were bound to it are revoked with it.
        forget(cache, 'Query', 'packageIndexes', 'packageIndex', 'tokens');
      },
      createToken: (_result, _args, cache) => {
        forget(cache, 'Query', 'tokens');
        forgetConsequences(cache);
      },
      rotateToken: (_result, _args, cache) => {
        // The one it replaces is not in the payload.
        forget(cache, 'Query', 'tokens');
        forgetConsequences(cache);
      },
      revokeToken: (_result, _args, cache) => {
        // The token itself is in the payload; what hangs on its being alive is not.
        forgetConsequences(cache);
      },
      revokeTokens: (_result, _args, cache) => {
        forget(cache, 'Query', 'tokens');
        forgetConsequences(cache);
      },
      // What its tokens do changes with the user.
      deactivateUser: (_result, _args, cache) => forget(cache, 'Query', 'tokens'),
      activateUser: (_result, _args, cache) => forget(cache, 'Query', 'tokens'),
      createUser: (_result, _args, cache) => forget(cache, 'Query', 'users', 'user'),
      deleteUser: (_result, _args, cache) => forget(cache, 'Query', 'users', 'user', 'groups', 'group'),
      createGroup: (_result, _args, cache) => forget(cache, 'Query', 'groups', 'group'),
      addGroupMembers: (_result, _args, cache) => forget(cache, 'Query', 'groups', 'group', 'user'),
      removeGroupMembers: (_result, _args, cache) => forget(cache, 'Query', 'groups', 'group', 'user'),
      deleteGroup: (_result, _args, cache) => forget(cache, 'Query', 'groups', 'group', 'user'),
    },
  },
} satisfies CacheExchangeOpts;

function forget(cache: Cache, entity: string, ...fields: string[]): void {
  for (const { fieldName, arguments: args } of cache.inspectFields(entity)) {
    if (fields.includes(fieldName)) cache.invalidate(entity, fieldName, args);
  }
}

/** How many tokens an index's deletion would revoke is counted by the server, for whichever index is open. */
function forgetConsequences(cache: Cache): void {
  for (const { fieldName, arguments: args } of cache.inspectFields('Query')) {
    if (fieldName !== 'packageIndex') continue;
    const entity = cache.resolve('Query', fieldName, args);
    if (typeof entity === 'string') forget(cache, entity, 'deletionConsequences', 'tokens');
  }
}
