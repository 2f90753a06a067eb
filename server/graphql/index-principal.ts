// One entry of an index's reader or uploader list, as people write it.

import type { IndexGrant, IndexRight, User } from '../storage/_generated/sqlite/client.ts';
import { ANY_USER, ANYBODY } from '../domain/indexes/access.ts';
import { builder } from './builder.ts';
import { UserType } from './user.ts';

type Principal =
  | { readonly kind: 'USER'; readonly name: string; readonly user: User }
  | { readonly kind: 'ANONYMOUS' | 'AUTHENTICATED'; readonly name: string; readonly user: null };

const PrincipalKindEnum = builder.enumType('PrincipalKind', {
  description: 'Whom an entry of a list lets in.',
  values: {
    USER: { description: 'One user.' },
    ANONYMOUS: { description: 'Everybody, with or without a credential.' },
    AUTHENTICATED: { description: 'Every user of this server.' },
  } satisfies Record<Principal['kind'], object>,
});

export const IndexPrincipalType = builder.objectRef<Principal>('IndexPrincipal').implement({
  description: 'One entry of an index’s reader or uploader list.',
  fields: (t) => ({
    kind: t.expose('kind', { type: PrincipalKindEnum, description: 'Whom it lets in.' }),
    user: t.expose('user', {
      type: UserType,
      nullable: true,
      description: 'The one user. Null when it is a group.',
    }),
    name: t.exposeString('name', {
      description: `A user’s name, "${ANYBODY}" or "${ANY_USER}": what createPackageIndex takes.`,
    }),
  }),
});

/** The list for one right: groups first, then users by name. */
export function principalsWith(
  right: IndexRight,
  grants: readonly (IndexGrant & { readonly user: User | null })[],
): Principal[] {
  const principals = grants.filter((grant) => grant.right === right).map(principalOf);
  return principals.sort((a, b) => compareText(rank(a), rank(b)) || compareText(a.name, b.name));
}

function principalOf({
  principal,
  user,
}: {
  readonly principal: string;
  readonly user: User | null;
}): Principal {
  if (user !== null) return { kind: 'USER', name: user.name, user };
  return { kind: principal === ANYBODY ? 'ANONYMOUS' : 'AUTHENTICATED', name: principal, user };
}

function rank({ kind }: Principal): string {
  return kind === 'USER' ? '1' : '0';
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
