// The schema builder: plugins in their one correct order, and the defaults that neutralise their traps. No types.
// Order: scope-auth is outermost, so that "not allowed" is a top-level error and never a member of a union; then
// the limits; errors stands before prisma, whose fields it wraps.

import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import ErrorsPlugin from '@pothos/plugin-errors';
import PrismaPlugin from '@pothos/plugin-prisma';
import RelayPlugin from '@pothos/plugin-relay';
import ScopeAuthPlugin from '@pothos/plugin-scope-auth';

import type { Permission } from '../domain/permissions.ts';
import type PrismaTypes from '../storage/_generated/pothos.ts';
import { getDatamodel } from '../storage/_generated/pothos.ts';
import type { PrismaClient } from '../storage/_generated/sqlite/client.ts';
import type { GraphQLContext } from './context.ts';
import { costOfField, MAX_PAGE_SIZE, PAGE_SIZE } from './limits.ts';
import { paging } from './paging.ts';
import { refusalOfField, scopesOf } from './scopes.ts';
import { topLevelError } from './top-level-errors.ts';

interface Types {
  Context: GraphQLContext;
  PrismaTypes: PrismaTypes;
  AuthScopes: { permission: Permission };
  DefaultAuthStrategy: 'all';
  DefaultFieldNullability: false;
  DefaultEdgesNullability: false;
  DefaultNodeNullability: false;
  Connection: { totalCount: number | (() => number | Promise<number>) };
  Scalars: {
    /** Prisma counts sums and sizes in bigints, JavaScript in numbers. */
    ByteCount: { Input: number; Output: bigint | number };
    DateTime: { Input: Date; Output: Date };
    Serial: { Input: number; Output: bigint };
    Sha256: { Input: string; Output: string };
  };
}

export const builder = new SchemaBuilder<Types>({
  plugins: [ScopeAuthPlugin, ComplexityPlugin, ErrorsPlugin, RelayPlugin, PrismaPlugin],
  defaultFieldNullability: false,
  scopeAuth: {
    authScopes: scopesOf,
    // By default a second scope would widen access.
    defaultStrategy: 'all',
    // A fault in a rule is a fault, not a refusal.
    treatErrorsAsUnauthorized: false,
    authorizeOnSubscribe: true,
    unauthorizedError: (_parent, context, info) => topLevelError(refusalOfField(context, info)),
  },
  complexity: {
    // Asked by each root field behind scope-auth. It was measured already: the plugin has no limit left to hold.
    limit: ({ allowance }) => {
      allowance.check();
      return {};
    },
    fieldComplexity: costOfField,
  },
  errors: {
    directResult: true,
    defaultUnionOptions: {
      name: ({ fieldName }) => `${fieldName.charAt(0).toUpperCase()}${fieldName.slice(1)}Result`,
      description:
        'The payload when it was done; otherwise the one refusal that stopped it, and nothing has changed.',
    },
  },
  relay: paging,
  prisma: {
    // Pothos finds and counts, and the client it is given here can do no more.
    client: ({ world }) => world.readDb as unknown as PrismaClient,
    dmmf: getDatamodel(),
    exposeDescriptions: false,
    filterConnectionTotalCount: true,
    defaultConnectionSize: PAGE_SIZE,
    maxConnectionSize: MAX_PAGE_SIZE,
    // A resolver that forgets its query would load every relation row by row.
    onUnusedQuery: 'error',
  },
});

/** What the `fields` of an object type are built with, for fields that two types share. */
export type FieldsOf<Shape> = PothosSchemaTypes.ObjectFieldBuilder<BuilderTypes, Shape>;
/** The same for input types. */
export type InputFieldsOf = PothosSchemaTypes.InputFieldBuilder<BuilderTypes, 'InputObject'>;
type BuilderTypes = typeof builder extends PothosSchemaTypes.SchemaBuilder<infer Inferred> ? Inferred : never;

builder.queryType({ description: 'What can be read. Nothing here changes anything.' });
builder.mutationType({
  description: 'What can be changed. Several in one document run one after the other.',
});
builder.subscriptionType({
  description:
    'What is told as it happens, as text/event-stream in the answer to a POST: an event "next" for each, and "complete".',
});
