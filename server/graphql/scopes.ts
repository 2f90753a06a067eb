// Which permission a root field needs: declared once, enforced by scope-auth, told in the field's description and
// carried in its extensions, so that the three cannot differ. Who holds it is decided in `domain/permissions.ts`.

import type { GraphQLResolveInfo } from 'graphql';

import { Forbidden, type Refusal } from '../domain/errors.ts';
import { PERMISSIONS, whyNot, type Grant, type Permission } from '../domain/permissions.ts';
import type { GraphQLContext } from './context.ts';

/**
 * What a field declares: spread it into the options of every field of Query, Mutation and Subscription. `then` is what
 * the second check asks, with the loaded thing, where the sentence does not say it; docs/permissions.md does.
 */
export function requires(permission: Permission, sentence: string, then = '') {
  return {
    description: `${sentence} ${whoHolds(permission)}`,
    authScopes: { permission },
    extensions: { permission, sentence, then },
  };
}

/** The sentence of a description that says who may use the field. */
export function whoHolds(permission: Permission): string {
  const grant: Grant = PERMISSIONS[permission];
  const { anonymous, session, token } = grant;
  if (anonymous) return 'Open to everybody, with or without a credential.';
  const [aSession, aToken] =
    session === 'ADMIN' ? ['an admin’s session', 'an admin’s token'] : ['a session', 'a token'];
  if (token === null) return `Requires ${aSession}.`;
  if (token === 'self') return `Requires ${aSession} or ${aToken}.`;
  const reach = grant.forAllIndexes === true ? ' for all indexes' : '';
  return `Requires ${aSession}, or ${aToken}${reach} with the scope ${token}.`;
}

/** scope-auth's map of scopes for one request. */
export function scopesOf({ caller }: GraphQLContext) {
  return { permission: (permission: Permission) => whyNot(caller.actor, permission) === null };
}

/** Why scope-auth has just refused a field. */
export function refusalOfField({ caller }: GraphQLContext, info: GraphQLResolveInfo): Refusal {
  const { permission } = info.parentType.getFields()[info.fieldName]!.extensions as {
    permission?: Permission;
  };
  const refusal = permission === undefined ? null : whyNot(caller.actor, permission);
  return refusal ?? new Forbidden('This credential may not read this field.');
}
