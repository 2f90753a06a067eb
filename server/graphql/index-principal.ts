// One entry of an index's reader or uploader list, as people write it.

import type { IndexGrant, IndexRight, User } from '../storage/_generated/sqlite/client.ts';
import { ANY_USER, ANYBODY } from '../domain/indexes/access.ts';
import { builder } from './builder.ts';
import { UserType } from './user.ts';

type Principal =
  | { readonly kind: 'USER'; readonly name: string; readonly user: User }
  | { readonly kind: 'GROUP' | 'ANONYMOUS' | 'AUTHENTICATED'; readonly name: string; readonly user: null };

const PrincipalKindEnum = builder.enumType('PrincipalKind', {
  description: 'Whom an entry of a list lets in.',
  values: {
    USER: { description: 'One user.' },
    GROUP: { description: 'Whoever is in the group at that moment.' },
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
      description: 'The one user. Null when it lets several in.',
    }),
    name: t.exposeString('name', {
      description: `A user’s name, a group as ":name", "${ANYBODY}" or "${ANY_USER}": what createPackageIndex takes.`,
    }),
  }),
});

/** What has to be loaded of an index before its lists can be told. */
export const WITH_NAMED_GRANTS = {
  grants: { include: { user: true, group: { select: { name: true } } } },
} as const;

/** The list for one right: groups first, then users by name. */
export function principalsWith(right: IndexRight, grants: readonly NamedGrant[]): Principal[] {
  const principals = grants.filter((grant) => grant.right === right).map(principalOf);
  return principals.sort((a, b) => compareText(rank(a), rank(b)) || compareText(a.name, b.name));
}

type NamedGrant = Pick<IndexGrant, 'right' | 'principal'> & {
  readonly user: User | null;
  readonly group: { readonly name: string } | null;
};

function principalOf({ principal, user, group }: NamedGrant): Principal {
  if (user !== null) return { kind: 'USER', name: user.name, user };
  if (group !== null) return { kind: 'GROUP', name: `:${group.name}`, user: null };
  return { kind: principal === ANYBODY ? 'ANONYMOUS' : 'AUTHENTICATED', name: principal, user: null };
}

function rank({ kind }: Principal): string {
  return kind === 'USER' ? '1' : '0';
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
