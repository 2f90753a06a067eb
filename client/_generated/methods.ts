/* eslint-disable */
// Generated from client/operations by client/method-generator.ts: npm run codegen. Never edited.
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';

import { unwrap, type Payload } from '../errors.ts';
import { Pages } from '../paginate.ts';
import {
  ActivateUserDocument,
  AddGroupMembersDocument,
  AuditEventsDocument,
  ChangePasswordDocument,
  CreateGroupDocument,
  CreatePackageIndexDocument,
  CreateTokenDocument,
  CreateUserDocument,
  DeactivateUserDocument,
  DeleteGroupDocument,
  DeletePackageIndexDocument,
  DeleteUserDocument,
  EndAllSessionsDocument,
  EndSessionDocument,
  EndUserSessionsDocument,
  GroupDocument,
  GroupMembersDocument,
  GroupsDocument,
  PackageIndexDocument,
  PackageIndexesDocument,
  ProjectsDocument,
  RedeemLinkDocument,
  ReleasesDocument,
  RemoveGroupMembersDocument,
  RenewSessionDocument,
  ResetPasswordDocument,
  RevokeTokenDocument,
  ServerDocument,
  SessionsDocument,
  SetServicePasswordDocument,
  SignInDocument,
  SignOutDocument,
  TokensDocument,
  UpdateGroupDocument,
  UpdatePackageIndexDocument,
  UpdateProfileDocument,
  UpdateUserDocument,
  UserDocument,
  UsersDocument,
  ViewerDocument,
  type ActivateUserInput,
  type ActivateUserMutation,
  type AddGroupMembersInput,
  type AddGroupMembersMutation,
  type AuditEventsQueryVariables,
  type ChangePasswordInput,
  type ChangePasswordMutation,
  type CreateGroupInput,
  type CreateGroupMutation,
  type CreatePackageIndexInput,
  type CreatePackageIndexMutation,
  type CreateTokenInput,
  type CreateTokenMutation,
  type CreateUserInput,
  type CreateUserMutation,
  type DeactivateUserInput,
  type DeactivateUserMutation,
  type DeleteGroupInput,
  type DeleteGroupMutation,
  type DeletePackageIndexInput,
  type DeletePackageIndexMutation,
  type DeleteUserInput,
  type DeleteUserMutation,
  type EndAllSessionsInput,
  type EndAllSessionsMutation,
  type EndSessionInput,
  type EndSessionMutation,
  type EndUserSessionsInput,
  type EndUserSessionsMutation,
  type GroupMembersQueryVariables,
  type GroupQuery,
  type GroupQueryVariables,
  type PackageIndexQuery,
  type PackageIndexQueryVariables,
  type ProjectsQueryVariables,
  type RedeemLinkInput,
  type RedeemLinkMutation,
  type ReleasesQueryVariables,
  type RemoveGroupMembersInput,
  type RemoveGroupMembersMutation,
  type RenewSessionInput,
  type RenewSessionMutation,
  type ResetPasswordInput,
  type ResetPasswordMutation,
  type RevokeTokenInput,
  type RevokeTokenMutation,
  type ServerQuery,
  type SetServicePasswordInput,
  type SetServicePasswordMutation,
  type SignInInput,
  type SignInMutation,
  type SignOutMutation,
  type UpdateGroupInput,
  type UpdateGroupMutation,
  type UpdatePackageIndexInput,
  type UpdatePackageIndexMutation,
  type UpdateProfileInput,
  type UpdateProfileMutation,
  type UpdateUserInput,
  type UpdateUserMutation,
  type UserQuery,
  type UserQueryVariables,
  type UsersQueryVariables,
  type ViewerQuery,
} from './graphql.ts';

/** Sends one document and gives its data, with what the server's log knows the request by, or rejects with a WheelhouseError. */
export type Send = <Data, Variables extends Record<string, unknown>>(
  kind: 'query' | 'mutation',
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
) => Promise<{ data: Data; requestId: string | undefined }>;

export type Methods = ReturnType<typeof methodsOver>;

export type ActivateUserPayload = Payload<ActivateUserMutation['activateUser'], 'ActivateUserPayload'>;
export type AddGroupMembersPayload = Payload<
  AddGroupMembersMutation['addGroupMembers'],
  'AddGroupMembersPayload'
>;
export type ChangePasswordPayload = Payload<
  ChangePasswordMutation['changePassword'],
  'ChangePasswordPayload'
>;
export type CreateGroupPayload = Payload<CreateGroupMutation['createGroup'], 'CreateGroupPayload'>;
export type CreatePackageIndexPayload = Payload<
  CreatePackageIndexMutation['createPackageIndex'],
  'CreatePackageIndexPayload'
>;
export type CreateTokenPayload = Payload<CreateTokenMutation['createToken'], 'CreateTokenPayload'>;
export type CreateUserPayload = Payload<CreateUserMutation['createUser'], 'CreateUserPayload'>;
export type DeactivateUserPayload = Payload<
  DeactivateUserMutation['deactivateUser'],
  'DeactivateUserPayload'
>;
export type DeleteGroupPayload = Payload<DeleteGroupMutation['deleteGroup'], 'DeleteGroupPayload'>;
export type DeletePackageIndexPayload = Payload<
  DeletePackageIndexMutation['deletePackageIndex'],
  'DeletePackageIndexPayload'
>;
export type DeleteUserPayload = Payload<DeleteUserMutation['deleteUser'], 'DeleteUserPayload'>;
export type EndAllSessionsPayload = Payload<
  EndAllSessionsMutation['endAllSessions'],
  'EndAllSessionsPayload'
>;
export type EndSessionPayload = Payload<EndSessionMutation['endSession'], 'EndSessionPayload'>;
export type EndUserSessionsPayload = Payload<
  EndUserSessionsMutation['endUserSessions'],
  'EndUserSessionsPayload'
>;
export type RedeemLinkPayload = Payload<RedeemLinkMutation['redeemLink'], 'RedeemLinkPayload'>;
export type RemoveGroupMembersPayload = Payload<
  RemoveGroupMembersMutation['removeGroupMembers'],
  'RemoveGroupMembersPayload'
>;
export type RenewSessionPayload = Payload<RenewSessionMutation['renewSession'], 'RenewSessionPayload'>;
export type ResetPasswordPayload = Payload<ResetPasswordMutation['resetPassword'], 'ResetPasswordPayload'>;
export type RevokeTokenPayload = Payload<RevokeTokenMutation['revokeToken'], 'RevokeTokenPayload'>;
export type SetServicePasswordPayload = Payload<
  SetServicePasswordMutation['setServicePassword'],
  'SetServicePasswordPayload'
>;
export type SignInPayload = Payload<SignInMutation['signIn'], 'SignInPayload'>;
export type SignOutPayload = Payload<SignOutMutation['signOut'], 'SignOutPayload'>;
export type UpdateGroupPayload = Payload<UpdateGroupMutation['updateGroup'], 'UpdateGroupPayload'>;
export type UpdatePackageIndexPayload = Payload<
  UpdatePackageIndexMutation['updatePackageIndex'],
  'UpdatePackageIndexPayload'
>;
export type UpdateProfilePayload = Payload<UpdateProfileMutation['updateProfile'], 'UpdateProfilePayload'>;
export type UpdateUserPayload = Payload<UpdateUserMutation['updateUser'], 'UpdateUserPayload'>;

export function methodsOver(send: Send) {
  return {
    /** Ends the deactivation of a user; one who is active stays so. Requires an admin’s session. */
    async activateUser(input: ActivateUserInput): Promise<ActivateUserPayload> {
      const { data, requestId } = await send('mutation', ActivateUserDocument, { input });
      return unwrap(data.activateUser, 'ActivateUserPayload', requestId);
    },

    /** Takes users into a group, all of them or none. Requires an admin’s session. */
    async addGroupMembers(input: AddGroupMembersInput): Promise<AddGroupMembersPayload> {
      const { data, requestId } = await send('mutation', AddGroupMembersDocument, { input });
      return unwrap(data.addGroupMembers, 'AddGroupMembersPayload', requestId);
    },

    /** The audit trail, the newest first. An admin sees all of it, others what they did themselves and what was done to what is theirs. Requires a session or a token. */
    auditEvents(variables: Omit<AuditEventsQueryVariables, 'after'> = {}) {
      return new Pages(async (after) => {
        const { data } = await send('query', AuditEventsDocument, { ...variables, after });
        return data.auditEvents;
      });
    },

    /** Sets the viewer’s own password, ends all their sessions, and goes on with a new one. Their tokens stay. Requires a session. */
    async changePassword(input: ChangePasswordInput): Promise<ChangePasswordPayload> {
      const { data, requestId } = await send('mutation', ChangePasswordDocument, { input });
      return unwrap(data.changePassword, 'ChangePasswordPayload', requestId);
    },

    /** Creates a group with nobody in it. Requires an admin’s session. */
    async createGroup(input: CreateGroupInput): Promise<CreateGroupPayload> {
      const { data, requestId } = await send('mutation', CreateGroupDocument, { input });
      return unwrap(data.createGroup, 'CreateGroupPayload', requestId);
    },

    /** Creates an empty index of the kind STAGE. Requires a session or a token. */
    async createPackageIndex(input: CreatePackageIndexInput): Promise<CreatePackageIndexPayload> {
      const { data, requestId } = await send('mutation', CreatePackageIndexDocument, { input });
      return unwrap(data.createPackageIndex, 'CreatePackageIndexPayload', requestId);
    },

    /** Mints a token, which may do at most what its owner may do at the moment of use. The sign-in must be fresh. Requires a session. */
    async createToken(input: CreateTokenInput): Promise<CreateTokenPayload> {
      const { data, requestId } = await send('mutation', CreateTokenDocument, { input });
      return unwrap(data.createToken, 'CreateTokenPayload', requestId);
    },

    /** Creates a person or a service account. Requires an admin’s session. */
    async createUser(input: CreateUserInput): Promise<CreateUserPayload> {
      const { data, requestId } = await send('mutation', CreateUserDocument, { input });
      return unwrap(data.createUser, 'CreateUserPayload', requestId);
    },

    /** Refuses every credential of a user from the next request on, and ends the sessions; one who is deactivated stays so. Requires an admin’s session. */
    async deactivateUser(input: DeactivateUserInput): Promise<DeactivateUserPayload> {
      const { data, requestId } = await send('mutation', DeactivateUserDocument, { input });
      return unwrap(data.deactivateUser, 'DeactivateUserPayload', requestId);
    },

    /** Deletes a group; refused while lists of package indexes name it. Requires an admin’s session. */
    async deleteGroup(input: DeleteGroupInput): Promise<DeleteGroupPayload> {
      const { data, requestId } = await send('mutation', DeleteGroupDocument, { input });
      return unwrap(data.deleteGroup, 'DeleteGroupPayload', requestId);
    },

    /** Deletes an index with everything in it, for good; its owner and admins may. Requires a session or a token. */
    async deletePackageIndex(input: DeletePackageIndexInput): Promise<DeletePackageIndexPayload> {
      const { data, requestId } = await send('mutation', DeletePackageIndexDocument, { input });
      return unwrap(data.deletePackageIndex, 'DeletePackageIndexPayload', requestId);
    },

    /** Deletes a user for good; refused while the user owns package indexes. Requires an admin’s session. */
    async deleteUser(input: DeleteUserInput): Promise<DeleteUserPayload> {
      const { data, requestId } = await send('mutation', DeleteUserDocument, { input });
      return unwrap(data.deleteUser, 'DeleteUserPayload', requestId);
    },

    /** Ends the viewer’s own sessions everywhere. Requires a session. */
    async endAllSessions(input: EndAllSessionsInput): Promise<EndAllSessionsPayload> {
      const { data, requestId } = await send('mutation', EndAllSessionsDocument, { input });
      return unwrap(data.endAllSessions, 'EndAllSessionsPayload', requestId);
    },

    /** Ends one of the viewer’s own sessions, such as that of a lost device. Requires a session. */
    async endSession(input: EndSessionInput): Promise<EndSessionPayload> {
      const { data, requestId } = await send('mutation', EndSessionDocument, { input });
      return unwrap(data.endSession, 'EndSessionPayload', requestId);
    },

    /** Ends all sessions of a user, without deactivating the user. Requires an admin’s session. */
    async endUserSessions(input: EndUserSessionsInput): Promise<EndUserSessionsPayload> {
      const { data, requestId } = await send('mutation', EndUserSessionsDocument, { input });
      return unwrap(data.endUserSessions, 'EndUserSessionsPayload', requestId);
    },

    /** One group. Null when there is none of this name. Requires an admin’s session. */
    async group(variables: GroupQueryVariables): Promise<GroupQuery['group']> {
      const { data } = await send('query', GroupDocument, variables);
      return data.group;
    },

    /** Who is in it, in the order of their names. */
    groupMembers(variables: Omit<GroupMembersQueryVariables, 'after'>) {
      return new Pages(async (after) => {
        const { data } = await send('query', GroupMembersDocument, { ...variables, after });
        return data.group?.members;
      }, 'group');
    },

    /** All groups, in the order of their names. Requires an admin’s session. */
    groups() {
      return new Pages(async (after) => {
        const { data } = await send('query', GroupsDocument, { after });
        return data.groups;
      });
    },

    /** One index. Null when there is none of this path that the viewer may see. Requires a session or a token. */
    async packageIndex(variables: PackageIndexQueryVariables): Promise<PackageIndexQuery['packageIndex']> {
      const { data } = await send('query', PackageIndexDocument, variables);
      return data.packageIndex;
    },

    /** The indexes that the viewer may see, in the order of their paths. Requires a session or a token. */
    packageIndexes() {
      return new Pages(async (after) => {
        const { data } = await send('query', PackageIndexesDocument, { after });
        return data.packageIndexes;
      });
    },

    /** What it holds, in the order of the normalised names. Null when the viewer may not read the index. */
    projects(variables: Omit<ProjectsQueryVariables, 'after'>) {
      return new Pages(async (after) => {
        const { data } = await send('query', ProjectsDocument, { ...variables, after });
        return data.packageIndex?.projects;
      }, 'package index');
    },

    /** Uses a one-time link up: makes the first admin or sets a password, ends that user’s other sessions, and signs in. Open to everybody, with or without a credential. */
    async redeemLink(input: RedeemLinkInput): Promise<RedeemLinkPayload> {
      const { data, requestId } = await send('mutation', RedeemLinkDocument, { input });
      return unwrap(data.redeemLink, 'RedeemLinkPayload', requestId);
    },

    /** Its versions, the one that came last first. */
    releases(variables: Omit<ReleasesQueryVariables, 'after'>) {
      return new Pages(async (after) => {
        const { data } = await send('query', ReleasesDocument, { ...variables, after });
        return data.packageIndex?.project?.releases;
      }, 'package index or project');
    },

    /** Takes users out of a group, all of them or none. Requires an admin’s session. */
    async removeGroupMembers(input: RemoveGroupMembersInput): Promise<RemoveGroupMembersPayload> {
      const { data, requestId } = await send('mutation', RemoveGroupMembersDocument, { input });
      return unwrap(data.removeGroupMembers, 'RemoveGroupMembersPayload', requestId);
    },

    /** Takes the password again for a sign-in that is fresh, 15 minutes long: ends the session that asks and opens another, with the same carrier and for the same time. Requires a session. */
    async renewSession(input: RenewSessionInput): Promise<RenewSessionPayload> {
      const { data, requestId } = await send('mutation', RenewSessionDocument, { input });
      return unwrap(data.renewSession, 'RenewSessionPayload', requestId);
    },

    /** Makes a one-time link with which a person sets a password anew. Requires an admin’s session. */
    async resetPassword(input: ResetPasswordInput): Promise<ResetPasswordPayload> {
      const { data, requestId } = await send('mutation', ResetPasswordDocument, { input });
      return unwrap(data.resetPassword, 'ResetPasswordPayload', requestId);
    },

    /** Revokes one’s own token for good; an admin revokes anybody’s. Requires a session. */
    async revokeToken(input: RevokeTokenInput): Promise<RevokeTokenPayload> {
      const { data, requestId } = await send('mutation', RevokeTokenDocument, { input });
      return unwrap(data.revokeToken, 'RevokeTokenPayload', requestId);
    },

    /** The server that answers. Open to everybody, with or without a credential. */
    async server(): Promise<ServerQuery['server']> {
      const { data } = await send('query', ServerDocument, {});
      return data.server;
    },

    /** The viewer’s own open sessions, the newest first. Requires a session. */
    sessions() {
      return new Pages(async (after) => {
        const { data } = await send('query', SessionsDocument, { after });
        return data.viewer?.sessions;
      }, 'viewer');
    },

    /** Sets the password of a service account and ends its sessions; its tokens stay. A person gets a link instead. Requires an admin’s session. */
    async setServicePassword(input: SetServicePasswordInput): Promise<SetServicePasswordPayload> {
      const { data, requestId } = await send('mutation', SetServicePasswordDocument, { input });
      return unwrap(data.setServicePassword, 'SetServicePasswordPayload', requestId);
    },

    /** Opens a session for at most 7 days, which ends after 12 hours without a request, unless settings say otherwise. Open to everybody, with or without a credential. */
    async signIn(input: SignInInput): Promise<SignInPayload> {
      const { data, requestId } = await send('mutation', SignInDocument, { input });
      return unwrap(data.signIn, 'SignInPayload', requestId);
    },

    /** Ends the session that asks; others of the same user go on. Requires a session. */
    async signOut(): Promise<SignOutPayload> {
      const { data, requestId } = await send('mutation', SignOutDocument, {});
      return unwrap(data.signOut, 'SignOutPayload', requestId);
    },

    /** The viewer’s own tokens in every state, the newest first. Requires a session or a token. */
    tokens() {
      return new Pages(async (after) => {
        const { data } = await send('query', TokensDocument, { after });
        return data.tokens;
      });
    },

    /** Changes the description of a group. Requires an admin’s session. */
    async updateGroup(input: UpdateGroupInput): Promise<UpdateGroupPayload> {
      const { data, requestId } = await send('mutation', UpdateGroupDocument, { input });
      return unwrap(data.updateGroup, 'UpdateGroupPayload', requestId);
    },

    /** Changes the description and the lists of an index; its owner and admins may. Requires a session or a token. */
    async updatePackageIndex(input: UpdatePackageIndexInput): Promise<UpdatePackageIndexPayload> {
      const { data, requestId } = await send('mutation', UpdatePackageIndexDocument, { input });
      return unwrap(data.updatePackageIndex, 'UpdatePackageIndexPayload', requestId);
    },

    /** Changes what people read of the viewer, and where mail goes. Requires a session. */
    async updateProfile(input: UpdateProfileInput): Promise<UpdateProfilePayload> {
      const { data, requestId } = await send('mutation', UpdateProfileDocument, { input });
      return unwrap(data.updateProfile, 'UpdateProfilePayload', requestId);
    },

    /** Changes what people read of a user, where mail goes, and the role. Requires an admin’s session. */
    async updateUser(input: UpdateUserInput): Promise<UpdateUserPayload> {
      const { data, requestId } = await send('mutation', UpdateUserDocument, { input });
      return unwrap(data.updateUser, 'UpdateUserPayload', requestId);
    },

    /** One user. Null when nobody of this name has an account. Requires an admin’s session. */
    async user(variables: UserQueryVariables): Promise<UserQuery['user']> {
      const { data } = await send('query', UserDocument, variables);
      return data.user;
    },

    /** Everybody who has an account, deactivated ones included, in the order of their names. Requires an admin’s session. */
    users(variables: Omit<UsersQueryVariables, 'after'> = {}) {
      return new Pages(async (after) => {
        const { data } = await send('query', UsersDocument, { ...variables, after });
        return data.users;
      });
    },

    /** Who is asking. Null when the request carries no credential. Open to everybody, with or without a credential. */
    async viewer(): Promise<ViewerQuery['viewer']> {
      const { data } = await send('query', ViewerDocument, {});
      return data.viewer;
    },
  };
}
