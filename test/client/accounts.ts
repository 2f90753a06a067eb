// What the contract's server answers about accounts and groups. Handed in is who may ask.

type Guard = (resolve: (parent: unknown, args: never) => unknown) => unknown;

interface Input {
  input: {
    name: string;
    role?: string;
    email?: string | null;
    description?: string | null;
    users?: string[];
  };
}

const NOON = '2026-11-22T12:00:00.000Z';

export function accountResolvers(signedIn: Guard, user: object) {
  const changed = (typename: string, more: object = {}) =>
    signedIn((_: unknown, { input }: Input) => ({
      __typename: typename,
      user: { ...user, ...input, ...more },
      serial: 20,
    }));
  const changedGroup = (typename: string) =>
    signedIn((_: unknown, { input }: Input) => ({
      __typename: typename,
      group: group(input.name, input.description ?? null),
      serial: 21,
    }));
  return {
    Query: {
      user: signedIn((_: unknown, { name }: { name: string }) =>
        name === 'bob'
          ? { ...user, name, deactivatedAt: NOON, deactivatedBy: user, groups: [group('makers')] }
          : null,
      ),
      group: signedIn((_: unknown, { name }: { name: string }) =>
        name === 'makers' ? { ...group(name), members: memberPage(user) } : null,
      ),
      groups: signedIn(() => ({ ...page, nodes: [{ ...group('makers'), members: memberPage(user) }] })),
    },
    Mutation: {
      updateUser: changed('UpdateUserPayload'),
      activateUser: changed('ActivateUserPayload'),
      deactivateUser: signedIn((_: unknown, { input }: Input) =>
        input.name === 'alice'
          ? {
              __typename: 'OwnAccountError',
              code: 'OWN_ACCOUNT',
              message: 'You cannot deactivate yourself: ask another admin.',
              path: ['name'],
            }
          : {
              __typename: 'DeactivateUserPayload',
              user: { ...user, name: input.name, deactivatedAt: NOON },
              serial: 20,
            },
      ),
      deleteUser: signedIn((_: unknown, { input }: Input) => ({
        __typename: 'DeleteUserPayload',
        deletedName: input.name,
        serial: 22,
      })),
      resetPassword: signedIn((_: unknown, { input }: Input) => ({
        __typename: 'ResetPasswordPayload',
        user: { ...user, name: input.name },
        link: 'https://packages.example/ui/set-password#secret',
        expiresAt: NOON,
        emailSent: true,
        serial: 23,
      })),
      createGroup: changedGroup('CreateGroupPayload'),
      updateGroup: changedGroup('UpdateGroupPayload'),
      addGroupMembers: changedGroup('AddGroupMembersPayload'),
      removeGroupMembers: changedGroup('RemoveGroupMembersPayload'),
      deleteGroup: signedIn((_: unknown, { input }: Input) => ({
        __typename: 'DeleteGroupPayload',
        deletedName: input.name,
        serial: 24,
      })),
    },
  };
}

function group(name: string, description: string | null = null) {
  return { id: `group-${name}`, name, description, createdAt: NOON, indexes: ['team/prod'] };
}

const page = {
  edges: [],
  totalCount: 1,
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: '0', endCursor: '0' },
};

function memberPage(user: object) {
  return { ...page, nodes: [{ id: 'member-1', user, createdAt: NOON }] };
}
