// Who is asking, as the server sees it, and what the credential may do. Answered from the request alone, without SQL.

import type { TokenActor, UserActor } from '../domain/actor.ts';
import { whyNot } from '../domain/permissions.ts';
import { builder } from './builder.ts';
import { requires } from './scopes.ts';
import { UserType } from './user.ts';

const CredentialKindEnum = builder.enumType('CredentialKind', {
  description: 'What a request was made with.',
  values: {
    SESSION: { description: 'An interactive sign-in, by cookie or bearer.' },
    TOKEN: { description: 'A token, which may do less than its owner.' },
  },
});

export const ViewerType = builder.objectRef<UserActor | TokenActor>('Viewer').implement({
  description: 'Whoever makes the request.',
  fields: (t) => ({
    name: t.string({
      description: 'The user’s name; for a token that of its owner.',
      resolve: ({ user }) => user.name,
    }),
    user: t.field({
      type: UserType,
      description: 'The person or service account for whom the credential acts.',
      resolve: ({ user }) => user,
    }),
    credential: t.field({
      type: CredentialKindEnum,
      description: 'What the request was made with.',
      resolve: ({ kind }) => (kind === 'token' ? 'TOKEN' : 'SESSION'),
    }),
    credentialExpiresAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'From when on the credential is refused. Null when it is a token that never expires.',
      resolve: ({ credential }) => ('expiresAt' in credential ? credential.expiresAt : null),
    }),
    canCreateUsers: t.boolean({
      description: 'Whether createUser would be let through with this credential.',
      resolve: (actor) => whyNot(actor, 'users:create') === null,
    }),
    canCreateIndexes: t.boolean({
      description:
        'Whether createPackageIndex would be let through; a member may create below their own name only.',
      resolve: (actor) => whyNot(actor, 'indexes:create') === null,
    }),
  }),
});

builder.queryField('viewer', (t) =>
  t.field({
    ...requires('viewer:read', 'Who is asking. Null when the request carries no credential.'),
    type: ViewerType,
    nullable: true,
    resolve: (_root, _args, { caller }) => {
      const { actor } = caller;
      return actor.kind === 'user' || actor.kind === 'token' ? actor : null;
    },
  }),
);
