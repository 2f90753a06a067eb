/* eslint-disable */
// Generated from client/operations by client/method-generator.ts: npm run codegen. Never edited.
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';

import { unwrap, type Payload } from '../errors.ts';
import { Pages } from '../paginate.ts';
import {
  ActivateUserDocument,
  AddGroupMembersDocument,
  ApplyMirrorRetentionDocument,
  ApplyRetentionDocument,
  AuditEventsDocument,
  ChangePasswordDocument,
  CreateGroupDocument,
  CreatePackageIndexDocument,
  CreateTokenDocument,
  CreateUserDocument,
  DeactivateUserDocument,
  DeleteFileDocument,
  DeleteGroupDocument,
  DeletePackageIndexDocument,
  DeleteProjectDocument,
  DeleteReleaseDocument,
  DeleteUserDocument,
  DeletionRuleDocument,
  EndAllSessionsDocument,
  EndSessionDocument,
  EndUserSessionsDocument,
  GrantUpstreamDocument,
  GroupDocument,
  GroupMembersDocument,
  GroupsDocument,
  MirrorRetentionDocument,
  NarrowTokenDocument,
  PackageIndexDocument,
  PackageIndexesDocument,
  PauseTokenDocument,
  ProjectDocument,
  ProjectsDocument,
  PromoteReleaseDocument,
  RedeemLinkDocument,
  RefreshMirrorDocument,
  ReleaseNameDocument,
  ReleasesDocument,
  RemoveGroupMembersDocument,
  RenewSessionDocument,
  ReportLeakedTokenDocument,
  ReserveNameDocument,
  ResetPasswordDocument,
  ResolutionOrderDocument,
  ResolvedProjectDocument,
  ResumeTokenDocument,
  RetentionPreviewDocument,
  RevokeOwnTokenDocument,
  RevokeTokenDocument,
  RevokeTokensDocument,
  RevokeUpstreamGrantDocument,
  RotateTokenDocument,
  SearchDocument,
  ServerDocument,
  SessionsDocument,
  SetProjectStatusDocument,
  SetServicePasswordDocument,
  SignInDocument,
  SignOutDocument,
  TokenDocument,
  TokensDocument,
  UnpinOriginDocument,
  UnreserveNameDocument,
  UnyankFileDocument,
  UnyankReleaseDocument,
  UpdateGroupDocument,
  UpdatePackageIndexDocument,
  UpdateProfileDocument,
  UpdateTokenDocument,
  UpdateUserDocument,
  UserDocument,
  UsersDocument,
  ViewerDocument,
  ViewerTokenDocument,
  WhyDocument,
  YankFileDocument,
  YankReleaseDocument,
  type ActivateUserInput,
  type ActivateUserMutation,
  type AddGroupMembersInput,
  type AddGroupMembersMutation,
  type ApplyMirrorRetentionInput,
  type ApplyMirrorRetentionMutation,
  type ApplyRetentionInput,
  type ApplyRetentionMutation,
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
  type DeleteFileInput,
  type DeleteFileMutation,
  type DeleteGroupInput,
  type DeleteGroupMutation,
  type DeletePackageIndexInput,
  type DeletePackageIndexMutation,
  type DeleteProjectInput,
  type DeleteProjectMutation,
  type DeleteReleaseInput,
  type DeleteReleaseMutation,
  type DeleteUserInput,
  type DeleteUserMutation,
  type DeletionRuleQuery,
  type DeletionRuleQueryVariables,
  type EndAllSessionsInput,
  type EndAllSessionsMutation,
  type EndSessionInput,
  type EndSessionMutation,
  type EndUserSessionsInput,
  type EndUserSessionsMutation,
  type GrantUpstreamInput,
  type GrantUpstreamMutation,
  type GroupMembersQueryVariables,
  type GroupQuery,
  type GroupQueryVariables,
  type MirrorRetentionQuery,
  type MirrorRetentionQueryVariables,
  type NarrowTokenInput,
  type NarrowTokenMutation,
  type PackageIndexQuery,
  type PackageIndexQueryVariables,
  type PauseTokenInput,
  type PauseTokenMutation,
  type ProjectQuery,
  type ProjectQueryVariables,
  type ProjectsQueryVariables,
  type PromoteReleaseInput,
  type PromoteReleaseMutation,
  type RedeemLinkInput,
  type RedeemLinkMutation,
  type RefreshMirrorInput,
  type RefreshMirrorMutation,
  type ReleaseNameInput,
  type ReleaseNameMutation,
  type ReleasesQueryVariables,
  type RemoveGroupMembersInput,
  type RemoveGroupMembersMutation,
  type RenewSessionInput,
  type RenewSessionMutation,
  type ReportLeakedTokenInput,
  type ReportLeakedTokenMutation,
  type ReserveNameInput,
  type ReserveNameMutation,
  type ResetPasswordInput,
  type ResetPasswordMutation,
  type ResolutionOrderQuery,
  type ResolutionOrderQueryVariables,
  type ResolvedProjectQuery,
  type ResolvedProjectQueryVariables,
  type ResumeTokenInput,
  type ResumeTokenMutation,
  type RetentionPreviewQuery,
  type RetentionPreviewQueryVariables,
  type RevokeOwnTokenMutation,
  type RevokeTokenInput,
  type RevokeTokenMutation,
  type RevokeTokensInput,
  type RevokeTokensMutation,
  type RevokeUpstreamGrantInput,
  type RevokeUpstreamGrantMutation,
  type RotateTokenInput,
  type RotateTokenMutation,
  type SearchQueryVariables,
  type ServerQuery,
  type SetProjectStatusInput,
  type SetProjectStatusMutation,
  type SetServicePasswordInput,
  type SetServicePasswordMutation,
  type SignInInput,
  type SignInMutation,
  type SignOutMutation,
  type TokenQuery,
  type TokenQueryVariables,
  type TokensQueryVariables,
  type UnpinOriginInput,
  type UnpinOriginMutation,
  type UnreserveNameInput,
  type UnreserveNameMutation,
  type UnyankFileInput,
  type UnyankFileMutation,
  type UnyankReleaseInput,
  type UnyankReleaseMutation,
  type UpdateGroupInput,
  type UpdateGroupMutation,
  type UpdatePackageIndexInput,
  type UpdatePackageIndexMutation,
  type UpdateProfileInput,
  type UpdateProfileMutation,
  type UpdateTokenInput,
  type UpdateTokenMutation,
  type UpdateUserInput,
  type UpdateUserMutation,
  type UserQuery,
  type UserQueryVariables,
  type UsersQueryVariables,
  type ViewerQuery,
  type ViewerTokenQuery,
  type WhyQuery,
  type WhyQueryVariables,
  type YankFileInput,
  type YankFileMutation,
  type YankReleaseInput,
  type YankReleaseMutation,
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
export type ApplyMirrorRetentionPayload = Payload<
  ApplyMirrorRetentionMutation['applyMirrorRetention'],
  'ApplyMirrorRetentionPayload'
>;
export type ApplyRetentionPayload = Payload<
  ApplyRetentionMutation['applyRetention'],
  'ApplyRetentionPayload'
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
export type DeleteFilePayload = Payload<DeleteFileMutation['deleteFile'], 'DeleteFilePayload'>;
export type DeleteGroupPayload = Payload<DeleteGroupMutation['deleteGroup'], 'DeleteGroupPayload'>;
export type DeletePackageIndexPayload = Payload<
  DeletePackageIndexMutation['deletePackageIndex'],
  'DeletePackageIndexPayload'
>;
export type DeleteProjectPayload = Payload<DeleteProjectMutation['deleteProject'], 'DeleteProjectPayload'>;
export type DeleteReleasePayload = Payload<DeleteReleaseMutation['deleteRelease'], 'DeleteReleasePayload'>;
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
export type GrantUpstreamPayload = Payload<GrantUpstreamMutation['grantUpstream'], 'GrantUpstreamPayload'>;
export type NarrowTokenPayload = Payload<NarrowTokenMutation['narrowToken'], 'NarrowTokenPayload'>;
export type PauseTokenPayload = Payload<PauseTokenMutation['pauseToken'], 'PauseTokenPayload'>;
export type PromoteReleasePayload = Payload<
  PromoteReleaseMutation['promoteRelease'],
  'PromoteReleasePayload'
>;
export type RedeemLinkPayload = Payload<RedeemLinkMutation['redeemLink'], 'RedeemLinkPayload'>;
export type RefreshMirrorPayload = Payload<RefreshMirrorMutation['refreshMirror'], 'RefreshMirrorPayload'>;
export type ReleaseNamePayload = Payload<ReleaseNameMutation['releaseName'], 'ReleaseNamePayload'>;
export type RemoveGroupMembersPayload = Payload<
  RemoveGroupMembersMutation['removeGroupMembers'],
  'RemoveGroupMembersPayload'
>;
export type RenewSessionPayload = Payload<RenewSessionMutation['renewSession'], 'RenewSessionPayload'>;
export type ReportLeakedTokenPayload = Payload<
  ReportLeakedTokenMutation['reportLeakedToken'],
  'ReportLeakedTokenPayload'
>;
export type ReserveNamePayload = Payload<ReserveNameMutation['reserveName'], 'ReserveNamePayload'>;
export type ResetPasswordPayload = Payload<ResetPasswordMutation['resetPassword'], 'ResetPasswordPayload'>;
export type ResumeTokenPayload = Payload<ResumeTokenMutation['resumeToken'], 'ResumeTokenPayload'>;
export type RevokeOwnTokenPayload = Payload<
  RevokeOwnTokenMutation['revokeOwnToken'],
  'RevokeOwnTokenPayload'
>;
export type RevokeTokenPayload = Payload<RevokeTokenMutation['revokeToken'], 'RevokeTokenPayload'>;
export type RevokeTokensPayload = Payload<RevokeTokensMutation['revokeTokens'], 'RevokeTokensPayload'>;
export type RevokeUpstreamGrantPayload = Payload<
  RevokeUpstreamGrantMutation['revokeUpstreamGrant'],
  'RevokeUpstreamGrantPayload'
>;
export type RotateTokenPayload = Payload<RotateTokenMutation['rotateToken'], 'RotateTokenPayload'>;
export type SetProjectStatusPayload = Payload<
  SetProjectStatusMutation['setProjectStatus'],
  'SetProjectStatusPayload'
>;
export type SetServicePasswordPayload = Payload<
  SetServicePasswordMutation['setServicePassword'],
  'SetServicePasswordPayload'
>;
export type SignInPayload = Payload<SignInMutation['signIn'], 'SignInPayload'>;
export type SignOutPayload = Payload<SignOutMutation['signOut'], 'SignOutPayload'>;
export type UnpinOriginPayload = Payload<UnpinOriginMutation['unpinOrigin'], 'UnpinOriginPayload'>;
export type UnreserveNamePayload = Payload<UnreserveNameMutation['unreserveName'], 'UnreserveNamePayload'>;
export type UnyankFilePayload = Payload<UnyankFileMutation['unyankFile'], 'UnyankFilePayload'>;
export type UnyankReleasePayload = Payload<UnyankReleaseMutation['unyankRelease'], 'UnyankReleasePayload'>;
export type UpdateGroupPayload = Payload<UpdateGroupMutation['updateGroup'], 'UpdateGroupPayload'>;
export type UpdatePackageIndexPayload = Payload<
  UpdatePackageIndexMutation['updatePackageIndex'],
  'UpdatePackageIndexPayload'
>;
export type UpdateProfilePayload = Payload<UpdateProfileMutation['updateProfile'], 'UpdateProfilePayload'>;
export type UpdateTokenPayload = Payload<UpdateTokenMutation['updateToken'], 'UpdateTokenPayload'>;
export type UpdateUserPayload = Payload<UpdateUserMutation['updateUser'], 'UpdateUserPayload'>;
export type YankFilePayload = Payload<YankFileMutation['yankFile'], 'YankFilePayload'>;
export type YankReleasePayload = Payload<YankReleaseMutation['yankRelease'], 'YankReleasePayload'>;

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

    /** Removes the copies that keepDays and keepBytes of a mirror remove; the server does so once a day by itself. Requires a session, or a token with the scope index:delete. */
    async applyMirrorRetention(input: ApplyMirrorRetentionInput): Promise<ApplyMirrorRetentionPayload> {
      const { data, requestId } = await send('mutation', ApplyMirrorRetentionDocument, { input });
      return unwrap(data.applyMirrorRetention, 'ApplyMirrorRetentionPayload', requestId);
    },

    /** Removes what the retention rule of an index removes, at most 1,000 releases; the server does so once a day by itself. Requires a session, or a token with the scope index:delete. */
    async applyRetention(input: ApplyRetentionInput): Promise<ApplyRetentionPayload> {
      const { data, requestId } = await send('mutation', ApplyRetentionDocument, { input });
      return unwrap(data.applyRetention, 'ApplyRetentionPayload', requestId);
    },

    /** The audit trail, the newest first. An admin sees all of it, others what they did themselves and what was done to what is theirs. Requires a session, or a token with the scope audit:read. */
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

    /** Creates an index that holds nothing yet. Requires a session, or a token for all indexes with the scope indexes:write. */
    async createPackageIndex(input: CreatePackageIndexInput): Promise<CreatePackageIndexPayload> {
      const { data, requestId } = await send('mutation', CreatePackageIndexDocument, { input });
      return unwrap(data.createPackageIndex, 'CreatePackageIndexPayload', requestId);
    },

    /** Mints a token, which may do at most what its owner may do at the moment of use. The sign-in must be fresh. Requires a session. */
    async createToken(input: CreateTokenInput): Promise<CreateTokenPayload> {
      const { data, requestId } = await send('mutation', CreateTokenDocument, { input });
      return unwrap(data.createToken, 'CreateTokenPayload', requestId);
    },

    /** Creates a person or a service account. Requires an admin’s session, or an admin’s token with the scope users:write. */
    async createUser(input: CreateUserInput): Promise<CreateUserPayload> {
      const { data, requestId } = await send('mutation', CreateUserDocument, { input });
      return unwrap(data.createUser, 'CreateUserPayload', requestId);
    },

    /** Refuses every credential of a user from the next request on, and ends the sessions; one who is deactivated stays so. Requires an admin’s session, or an admin’s token with the scope users:write. */
    async deactivateUser(input: DeactivateUserInput): Promise<DeactivateUserPayload> {
      const { data, requestId } = await send('mutation', DeactivateUserDocument, { input });
      return unwrap(data.deactivateUser, 'DeactivateUserPayload', requestId);
    },

    /** Deletes a file, for good. Requires a session, or a token with the scope index:delete. */
    async deleteFile(input: DeleteFileInput): Promise<DeleteFilePayload> {
      const { data, requestId } = await send('mutation', DeleteFileDocument, { input });
      return unwrap(data.deleteFile, 'DeleteFilePayload', requestId);
    },

    /** Deletes a group; refused while lists of package indexes name it. Requires an admin’s session. */
    async deleteGroup(input: DeleteGroupInput): Promise<DeleteGroupPayload> {
      const { data, requestId } = await send('mutation', DeleteGroupDocument, { input });
      return unwrap(data.deleteGroup, 'DeleteGroupPayload', requestId);
    },

    /** Deletes an index that is no base of others, with everything in it, for good; its owner and admins may. Requires a session, or a token with the scope indexes:delete. */
    async deletePackageIndex(input: DeletePackageIndexInput): Promise<DeletePackageIndexPayload> {
      const { data, requestId } = await send('mutation', DeletePackageIndexDocument, { input });
      return unwrap(data.deletePackageIndex, 'DeletePackageIndexPayload', requestId);
    },

    /** Deletes a project with all its releases, for good; no mirror answers its name after that. Requires a session, or a token with the scope index:delete. */
    async deleteProject(input: DeleteProjectInput): Promise<DeleteProjectPayload> {
      const { data, requestId } = await send('mutation', DeleteProjectDocument, { input });
      return unwrap(data.deleteProject, 'DeleteProjectPayload', requestId);
    },

    /** Deletes a release with all its files, for good. Requires a session, or a token with the scope index:delete. */
    async deleteRelease(input: DeleteReleaseInput): Promise<DeleteReleasePayload> {
      const { data, requestId } = await send('mutation', DeleteReleaseDocument, { input });
      return unwrap(data.deleteRelease, 'DeleteReleasePayload', requestId);
    },

    /** Deletes a user for good; refused while the user owns package indexes. Requires an admin’s session. */
    async deleteUser(input: DeleteUserInput): Promise<DeleteUserPayload> {
      const { data, requestId } = await send('mutation', DeleteUserDocument, { input });
      return unwrap(data.deleteUser, 'DeleteUserPayload', requestId);
    },

    /** One index. Null when there is none of this path that the viewer may see. Requires a session, or a token with the scope indexes:read. */
    async deletionRule(variables: DeletionRuleQueryVariables): Promise<DeletionRuleQuery['packageIndex']> {
      const { data } = await send('query', DeletionRuleDocument, variables);
      return data.packageIndex;
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

    /** Lets a mirror add to a name that a stage holds or reserves; the owner of the stage and admins may. Requires a session, or a token with the scope indexes:write. */
    async grantUpstream(input: GrantUpstreamInput): Promise<GrantUpstreamPayload> {
      const { data, requestId } = await send('mutation', GrantUpstreamDocument, { input });
      return unwrap(data.grantUpstream, 'GrantUpstreamPayload', requestId);
    },

    /** One group. Null when there is none of this name. Requires an admin’s session, or an admin’s token with the scope users:read. */
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

    /** All groups, in the order of their names. Requires an admin’s session, or an admin’s token with the scope users:read. */
    groups() {
      return new Pages(async (after) => {
        const { data } = await send('query', GroupsDocument, { after });
        return data.groups;
      });
    },

    /** One index. Null when there is none of this path that the viewer may see. Requires a session, or a token with the scope indexes:read. */
    async mirrorRetention(
      variables: MirrorRetentionQueryVariables,
    ): Promise<MirrorRetentionQuery['packageIndex']> {
      const { data } = await send('query', MirrorRetentionDocument, variables);
      return data.packageIndex;
    },

    /** Takes away from what a token may do, at once and for every copy of it; nothing ever widens one. Requires a session. */
    async narrowToken(input: NarrowTokenInput): Promise<NarrowTokenPayload> {
      const { data, requestId } = await send('mutation', NarrowTokenDocument, { input });
      return unwrap(data.narrowToken, 'NarrowTokenPayload', requestId);
    },

    /** One index. Null when there is none of this path that the viewer may see. Requires a session, or a token with the scope indexes:read. */
    async packageIndex(variables: PackageIndexQueryVariables): Promise<PackageIndexQuery['packageIndex']> {
      const { data } = await send('query', PackageIndexDocument, variables);
      return data.packageIndex;
    },

    /** The indexes that the viewer may see, in the order of their paths. Requires a session, or a token with the scope indexes:read. */
    packageIndexes() {
      return new Pages(async (after) => {
        const { data } = await send('query', PackageIndexesDocument, { after });
        return data.packageIndexes;
      });
    },

    /** Refuses a token for the time being. Requires an admin’s session. */
    async pauseToken(input: PauseTokenInput): Promise<PauseTokenPayload> {
      const { data, requestId } = await send('mutation', PauseTokenDocument, { input });
      return unwrap(data.pauseToken, 'PauseTokenPayload', requestId);
    },

    /** One index. Null when there is none of this path that the viewer may see. Requires a session, or a token with the scope indexes:read. */
    async project(variables: ProjectQueryVariables): Promise<ProjectQuery['packageIndex']> {
      const { data } = await send('query', ProjectDocument, variables);
      return data.packageIndex;
    },

    /** What it holds, in the order of the normalised names, also what its rules hide from installers. Null when the viewer may not read the index. */
    projects(variables: Omit<ProjectsQueryVariables, 'after'>) {
      return new Pages(async (after) => {
        const { data } = await send('query', ProjectsDocument, { ...variables, after });
        return data.packageIndex?.projects;
      }, 'package index');
    },

    /** Copies a release with all its files, its yank and its way so far to another index, or nothing of it. Requires a session, or a token with the scope index:upload. */
    async promoteRelease(input: PromoteReleaseInput): Promise<PromoteReleasePayload> {
      const { data, requestId } = await send('mutation', PromoteReleaseDocument, { input });
      return unwrap(data.promoteRelease, 'PromoteReleasePayload', requestId);
    },

    /** Uses a one-time link up: makes the first admin or sets a password, ends that user’s other sessions, and signs in. Open to everybody, with or without a credential. */
    async redeemLink(input: RedeemLinkInput): Promise<RedeemLinkPayload> {
      const { data, requestId } = await send('mutation', RedeemLinkDocument, { input });
      return unwrap(data.redeemLink, 'RedeemLinkPayload', requestId);
    },

    /** Makes a mirror ask its upstream again, before its pages are old enough. Requires a session, or a token with the scope index:refresh. */
    async refreshMirror(input: RefreshMirrorInput): Promise<RefreshMirrorPayload> {
      const { data, requestId } = await send('mutation', RefreshMirrorDocument, { input });
      return unwrap(data.refreshMirror, 'RefreshMirrorPayload', requestId);
    },

    /** Lets a name go that an index claimed by mistake, once it has no files of it: mirrors may answer it again. Requires an admin’s session. */
    async releaseName(input: ReleaseNameInput): Promise<ReleaseNamePayload> {
      const { data, requestId } = await send('mutation', ReleaseNameDocument, { input });
      return unwrap(data.releaseName, 'ReleaseNamePayload', requestId);
    },

    /** Its versions, the highest first (PEP 440). */
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

    /** Revokes a token that was found where it does not belong: whoever has its whole text may. Open to everybody, with or without a credential. */
    async reportLeakedToken(input: ReportLeakedTokenInput): Promise<ReportLeakedTokenPayload> {
      const { data, requestId } = await send('mutation', ReportLeakedTokenDocument, { input });
      return unwrap(data.reportLeakedToken, 'ReportLeakedTokenPayload', requestId);
    },

    /** Closes a name, or the beginning of names, against the mirrors behind a stage; its owner and admins may. Requires a session, or a token with the scope indexes:write. */
    async reserveName(input: ReserveNameInput): Promise<ReserveNamePayload> {
      const { data, requestId } = await send('mutation', ReserveNameDocument, { input });
      return unwrap(data.reserveName, 'ReserveNamePayload', requestId);
    },

    /** Makes a one-time link with which a person sets a password anew. Requires an admin’s session. */
    async resetPassword(input: ResetPasswordInput): Promise<ResetPasswordPayload> {
      const { data, requestId } = await send('mutation', ResetPasswordDocument, { input });
      return unwrap(data.resetPassword, 'ResetPasswordPayload', requestId);
    },

    /** One index. Null when there is none of this path that the viewer may see. Requires a session, or a token with the scope indexes:read. */
    async resolutionOrder(
      variables: ResolutionOrderQueryVariables,
    ): Promise<ResolutionOrderQuery['packageIndex']> {
      const { data } = await send('query', ResolutionOrderDocument, variables);
      return data.packageIndex;
    },

    /** One index. Null when there is none of this path that the viewer may see. Requires a session, or a token with the scope indexes:read. */
    async resolvedProject(
      variables: ResolvedProjectQueryVariables,
    ): Promise<ResolvedProjectQuery['packageIndex']> {
      const { data } = await send('query', ResolvedProjectDocument, variables);
      return data.packageIndex;
    },

    /** Ends the pause of a token. Requires an admin’s session. */
    async resumeToken(input: ResumeTokenInput): Promise<ResumeTokenPayload> {
      const { data, requestId } = await send('mutation', ResumeTokenDocument, { input });
      return unwrap(data.resumeToken, 'ResumeTokenPayload', requestId);
    },

    /** One index. Null when there is none of this path that the viewer may see. Requires a session, or a token with the scope indexes:read. */
    async retentionPreview(
      variables: RetentionPreviewQueryVariables,
    ): Promise<RetentionPreviewQuery['packageIndex']> {
      const { data } = await send('query', RetentionPreviewDocument, variables);
      return data.packageIndex;
    },

    /** Revokes the token that the request is made with, and with it each of its copies. Requires a session or a token. */
    async revokeOwnToken(): Promise<RevokeOwnTokenPayload> {
      const { data, requestId } = await send('mutation', RevokeOwnTokenDocument, {});
      return unwrap(data.revokeOwnToken, 'RevokeOwnTokenPayload', requestId);
    },

    /** Revokes a token for good. Requires a session. */
    async revokeToken(input: RevokeTokenInput): Promise<RevokeTokenPayload> {
      const { data, requestId } = await send('mutation', RevokeTokenDocument, { input });
      return unwrap(data.revokeToken, 'RevokeTokenPayload', requestId);
    },

    /** Revokes all live tokens of a user, or all that are bound to one index alone. Requires a session. */
    async revokeTokens(input: RevokeTokensInput): Promise<RevokeTokensPayload> {
      const { data, requestId } = await send('mutation', RevokeTokensDocument, { input });
      return unwrap(data.revokeTokens, 'RevokeTokensPayload', requestId);
    },

    /** Closes a name against a mirror again; the owner of the stage and admins may. Requires a session, or a token with the scope indexes:write. */
    async revokeUpstreamGrant(input: RevokeUpstreamGrantInput): Promise<RevokeUpstreamGrantPayload> {
      const { data, requestId } = await send('mutation', RevokeUpstreamGrantDocument, { input });
      return unwrap(data.revokeUpstreamGrant, 'RevokeUpstreamGrantPayload', requestId);
    },

    /** Mints a token of the same name and limits in the place of one that works. The sign-in must be fresh. Requires a session. */
    async rotateToken(input: RotateTokenInput): Promise<RotateTokenPayload> {
      const { data, requestId } = await send('mutation', RotateTokenDocument, { input });
      return unwrap(data.rotateToken, 'RotateTokenPayload', requestId);
    },

    /** Finds projects by their names, else by words of their summaries and keywords, wherever the viewer may read. Null when there is no such index, or none that the viewer may read. What was uploaded is found a moment later. Requires a session, or a token with the scope indexes:read. */
    search(variables: Omit<SearchQueryVariables, 'after'>) {
      return new Pages(async (after) => {
        const { data } = await send('query', SearchDocument, { ...variables, after });
        return data.search;
      });
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

    /** Says how it stands with a project (PEP 792). Requires a session, or a token with the scope index:yank. */
    async setProjectStatus(input: SetProjectStatusInput): Promise<SetProjectStatusPayload> {
      const { data, requestId } = await send('mutation', SetProjectStatusDocument, { input });
      return unwrap(data.setProjectStatus, 'SetProjectStatusPayload', requestId);
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

    /** One token. Null when there is none of this id that the viewer may see. Requires a session or a token. */
    async token(variables: TokenQueryVariables): Promise<TokenQuery['token']> {
      const { data } = await send('query', TokenDocument, variables);
      return data.token;
    },

    /** Tokens in every state, the newest first: without a filter the viewer’s own, and of a token itself alone. Requires a session or a token. */
    tokens(variables: Omit<TokensQueryVariables, 'after'> = {}) {
      return new Pages(async (after) => {
        const { data } = await send('query', TokensDocument, { ...variables, after });
        return data.tokens;
      });
    },

    /** Sets a name free that its first file bound to one of several mirrors; the owner of the index and admins may. Requires a session, or a token with the scope indexes:write. */
    async unpinOrigin(input: UnpinOriginInput): Promise<UnpinOriginPayload> {
      const { data, requestId } = await send('mutation', UnpinOriginDocument, { input });
      return unwrap(data.unpinOrigin, 'UnpinOriginPayload', requestId);
    },

    /** Takes a reservation of names back; the owner of the index and admins may. Requires a session, or a token with the scope indexes:write. */
    async unreserveName(input: UnreserveNameInput): Promise<UnreserveNamePayload> {
      const { data, requestId } = await send('mutation', UnreserveNameDocument, { input });
      return unwrap(data.unreserveName, 'UnreserveNamePayload', requestId);
    },

    /** Takes the yank of a file back; not of one that is yanked with its release. Requires a session, or a token with the scope index:yank. */
    async unyankFile(input: UnyankFileInput): Promise<UnyankFilePayload> {
      const { data, requestId } = await send('mutation', UnyankFileDocument, { input });
      return unwrap(data.unyankFile, 'UnyankFilePayload', requestId);
    },

    /** Takes the yank of a release back; files that were yanked by themselves stay so. Requires a session, or a token with the scope index:yank. */
    async unyankRelease(input: UnyankReleaseInput): Promise<UnyankReleasePayload> {
      const { data, requestId } = await send('mutation', UnyankReleaseDocument, { input });
      return unwrap(data.unyankRelease, 'UnyankReleasePayload', requestId);
    },

    /** Changes the description of a group. Requires an admin’s session. */
    async updateGroup(input: UpdateGroupInput): Promise<UpdateGroupPayload> {
      const { data, requestId } = await send('mutation', UpdateGroupDocument, { input });
      return unwrap(data.updateGroup, 'UpdateGroupPayload', requestId);
    },

    /** Changes the settings, the bases, the rules and the lists of an index; its owner and admins may. Requires a session, or a token with the scope indexes:write. */
    async updatePackageIndex(input: UpdatePackageIndexInput): Promise<UpdatePackageIndexPayload> {
      const { data, requestId } = await send('mutation', UpdatePackageIndexDocument, { input });
      return unwrap(data.updatePackageIndex, 'UpdatePackageIndexPayload', requestId);
    },

    /** Changes what people read of the viewer, and where mail goes. Requires a session. */
    async updateProfile(input: UpdateProfileInput): Promise<UpdateProfilePayload> {
      const { data, requestId } = await send('mutation', UpdateProfileDocument, { input });
      return unwrap(data.updateProfile, 'UpdateProfilePayload', requestId);
    },

    /** Renames a token, or describes it anew. Requires a session. */
    async updateToken(input: UpdateTokenInput): Promise<UpdateTokenPayload> {
      const { data, requestId } = await send('mutation', UpdateTokenDocument, { input });
      return unwrap(data.updateToken, 'UpdateTokenPayload', requestId);
    },

    /** Changes what people read of a user, where mail goes, and the role. Requires an admin’s session, or an admin’s token with the scope users:write. */
    async updateUser(input: UpdateUserInput): Promise<UpdateUserPayload> {
      const { data, requestId } = await send('mutation', UpdateUserDocument, { input });
      return unwrap(data.updateUser, 'UpdateUserPayload', requestId);
    },

    /** One user. Null when nobody of this name has an account. Requires an admin’s session, or an admin’s token with the scope users:read. */
    async user(variables: UserQueryVariables): Promise<UserQuery['user']> {
      const { data } = await send('query', UserDocument, variables);
      return data.user;
    },

    /** Everybody who has an account, deactivated ones included, in the order of their names. Requires an admin’s session, or an admin’s token with the scope users:read. */
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

    /** Who is asking. Null when the request carries no credential. Open to everybody, with or without a credential. */
    async viewerToken(): Promise<ViewerTokenQuery['viewer']> {
      const { data } = await send('query', ViewerTokenDocument, {});
      return data.viewer;
    },

    /** One index. Null when there is none of this path that the viewer may see. Requires a session, or a token with the scope indexes:read. */
    async why(variables: WhyQueryVariables): Promise<WhyQuery['packageIndex']> {
      const { data } = await send('query', WhyDocument, variables);
      return data.packageIndex;
    },

    /** Yanks one file of a release; one that is yanked gets the new reason. Requires a session, or a token with the scope index:yank. */
    async yankFile(input: YankFileInput): Promise<YankFilePayload> {
      const { data, requestId } = await send('mutation', YankFileDocument, { input });
      return unwrap(data.yankFile, 'YankFilePayload', requestId);
    },

    /** Yanks a release with all its files, those that come later too; one that is yanked gets the new reason. Requires a session, or a token with the scope index:yank. */
    async yankRelease(input: YankReleaseInput): Promise<YankReleasePayload> {
      const { data, requestId } = await send('mutation', YankReleaseDocument, { input });
      return unwrap(data.yankRelease, 'YankReleasePayload', requestId);
    },
  };
}
