/* eslint-disable */
// Generated from client/operations by client/method-generator.ts: npm run codegen. Never edited.
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';

import { unwrap, type Payload } from '../errors.ts';
import { Pages } from '../paginate.ts';
import {
  CreatePackageIndexDocument,
  CreateTokenDocument,
  CreateUserDocument,
  DeletePackageIndexDocument,
  PackageIndexDocument,
  PackageIndexesDocument,
  ProjectsDocument,
  RedeemLinkDocument,
  ReleasesDocument,
  RevokeTokenDocument,
  ServerDocument,
  SignInDocument,
  SignOutDocument,
  TokensDocument,
  UpdatePackageIndexDocument,
  UsersDocument,
  ViewerDocument,
  type CreatePackageIndexInput,
  type CreatePackageIndexMutation,
  type CreateTokenInput,
  type CreateTokenMutation,
  type CreateUserInput,
  type CreateUserMutation,
  type DeletePackageIndexInput,
  type DeletePackageIndexMutation,
  type PackageIndexQuery,
  type PackageIndexQueryVariables,
  type ProjectsQueryVariables,
  type RedeemLinkInput,
  type RedeemLinkMutation,
  type ReleasesQueryVariables,
  type RevokeTokenInput,
  type RevokeTokenMutation,
  type ServerQuery,
  type SignInInput,
  type SignInMutation,
  type SignOutMutation,
  type UpdatePackageIndexInput,
  type UpdatePackageIndexMutation,
  type ViewerQuery,
} from './graphql.ts';

/** Sends one document and gives its data, with what the server's log knows the request by, or rejects with a WheelhouseError. */
export type Send = <Data, Variables extends Record<string, unknown>>(
  kind: 'query' | 'mutation',
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
) => Promise<{ data: Data; requestId: string | undefined }>;

export type Methods = ReturnType<typeof methodsOver>;

export type CreatePackageIndexPayload = Payload<
  CreatePackageIndexMutation['createPackageIndex'],
  'CreatePackageIndexPayload'
>;
export type CreateTokenPayload = Payload<CreateTokenMutation['createToken'], 'CreateTokenPayload'>;
export type CreateUserPayload = Payload<CreateUserMutation['createUser'], 'CreateUserPayload'>;
export type DeletePackageIndexPayload = Payload<
  DeletePackageIndexMutation['deletePackageIndex'],
  'DeletePackageIndexPayload'
>;
export type RedeemLinkPayload = Payload<RedeemLinkMutation['redeemLink'], 'RedeemLinkPayload'>;
export type RevokeTokenPayload = Payload<RevokeTokenMutation['revokeToken'], 'RevokeTokenPayload'>;
export type SignInPayload = Payload<SignInMutation['signIn'], 'SignInPayload'>;
export type SignOutPayload = Payload<SignOutMutation['signOut'], 'SignOutPayload'>;
export type UpdatePackageIndexPayload = Payload<
  UpdatePackageIndexMutation['updatePackageIndex'],
  'UpdatePackageIndexPayload'
>;

export function methodsOver(send: Send) {
  return {
    /** Creates an empty index of the kind STAGE. Requires a session. */
    async createPackageIndex(input: CreatePackageIndexInput): Promise<CreatePackageIndexPayload> {
      const { data, requestId } = await send('mutation', CreatePackageIndexDocument, { input });
      return unwrap(data.createPackageIndex, 'CreatePackageIndexPayload', requestId);
    },

    /** Mints a token, which may do at most what its owner may do at the moment of use. Requires a session. */
    async createToken(input: CreateTokenInput): Promise<CreateTokenPayload> {
      const { data, requestId } = await send('mutation', CreateTokenDocument, { input });
      return unwrap(data.createToken, 'CreateTokenPayload', requestId);
    },

    /** Creates a person or a service account. Requires an admin’s session. */
    async createUser(input: CreateUserInput): Promise<CreateUserPayload> {
      const { data, requestId } = await send('mutation', CreateUserDocument, { input });
      return unwrap(data.createUser, 'CreateUserPayload', requestId);
    },

    /** Deletes an index with everything in it, for good; its owner and admins may. Requires a session. */
    async deletePackageIndex(input: DeletePackageIndexInput): Promise<DeletePackageIndexPayload> {
      const { data, requestId } = await send('mutation', DeletePackageIndexDocument, { input });
      return unwrap(data.deletePackageIndex, 'DeletePackageIndexPayload', requestId);
    },

    /** One index. Null when there is none of this path that the viewer may see. Requires a session. */
    async packageIndex(variables: PackageIndexQueryVariables): Promise<PackageIndexQuery['packageIndex']> {
      const { data } = await send('query', PackageIndexDocument, variables);
      return data.packageIndex;
    },

    /** The indexes that the viewer may see, in the order of their paths. Requires a session. */
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

    /** Opens a session for at most 7 days, which ends after 12 hours without a request. Open to everybody, with or without a credential. */
    async signIn(input: SignInInput): Promise<SignInPayload> {
      const { data, requestId } = await send('mutation', SignInDocument, { input });
      return unwrap(data.signIn, 'SignInPayload', requestId);
    },

    /** Ends the session that asks; others of the same user go on. Requires a session. */
    async signOut(): Promise<SignOutPayload> {
      const { data, requestId } = await send('mutation', SignOutDocument, {});
      return unwrap(data.signOut, 'SignOutPayload', requestId);
    },

    /** The viewer’s own tokens in every state, the newest first. Requires a session. */
    tokens() {
      return new Pages(async (after) => {
        const { data } = await send('query', TokensDocument, { after });
        return data.tokens;
      });
    },

    /** Changes the description and the lists of an index; its owner and admins may. Requires a session. */
    async updatePackageIndex(input: UpdatePackageIndexInput): Promise<UpdatePackageIndexPayload> {
      const { data, requestId } = await send('mutation', UpdatePackageIndexDocument, { input });
      return unwrap(data.updatePackageIndex, 'UpdatePackageIndexPayload', requestId);
    },

    /** Everybody who has an account, deactivated ones included, in the order of their names. Requires an admin’s session. */
    users() {
      return new Pages(async (after) => {
        const { data } = await send('query', UsersDocument, { after });
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
