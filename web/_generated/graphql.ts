/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** The index to create. */
export type CreatePackageIndexInput = {
  /** For people, at most 500 characters. Absent or null: none. */
  description?: string | null | undefined;
  /** Written owner/name; in both parts 1 to 50 of a-z, 0-9, ".", "_" and "-". A member’s owner is the member. */
  path: string;
  /** Who may read: at most 100 of user names, ":authenticated:" for every user, ":anonymous:" for everybody. Absent or null: the owner alone. */
  readers?: Array<string> | null | undefined;
  /** Who may upload: at most 100 of user names, ":authenticated:" for every user, ":anonymous:" for everybody. Absent or null: the owner alone. */
  uploaders?: Array<string> | null | undefined;
};

/** The token to mint. What is asked for and not allowed is refused by name, never trimmed. */
export type CreateTokenInput = {
  /** True reaches every index of the owner, later ones too, and indexes stays out. Absent or null: false. */
  allIndexes?: boolean | null | undefined;
  /** Absent: in 30 days. Null: it never expires. */
  expiresAt?: string | null | undefined;
  /** 1 to 100 index paths, written owner/name. Absent or null: allIndexes has to be true. */
  indexes?: Array<string> | null | undefined;
  /** PAT or CI; REP is refused here. Absent or null: PAT. */
  kind?: TokenKind | null | undefined;
  /** 1 to 100 characters; it differs from the owner’s other tokens that are not revoked. */
  name: string;
  /** Absent or null: valid at once. */
  notBefore?: string | null | undefined;
  /** For whom it acts: an admin names a member or a service account. Absent or null: the viewer. */
  owner?: string | null | undefined;
  /** At most 100 project names, or their beginning and a final "*". Absent or null: every project. Empty: none. */
  projects?: Array<string> | null | undefined;
  /** At least one of index:read and index:upload. */
  scopes: Array<string>;
};

/** The index to delete, and what its deletion was confirmed to mean. */
export type DeletePackageIndexInput = {
  /** The same path, as the person who confirms typed it. */
  confirmPath: string;
  /** The number of files that deletionConsequences showed; another number now refuses the deletion. */
  expectedFiles: number;
  /** Which index, written owner/name. */
  path: string;
};

/** The form of a distribution. */
export type FileKind =
  /** The sources, built where they are installed: .tar.gz or .zip. */
  | 'SDIST'
  /** Built, ready to be unpacked: .whl. */
  | 'WHEEL';

/** What a package index holds. */
export type IndexKind =
  /** Copies of what an upstream index offers. */
  | 'MIRROR'
  /** Distributions that were uploaded to it. */
  | 'STAGE';

/** A one-time link, and what it needs to be used. */
export type RedeemLinkInput = {
  /** How the session shall travel. */
  carrier: SessionCarrier;
  /** The first admin’s address: required for a FIRST_ADMIN link, and left out for a SET_PASSWORD link. */
  email?: string | null | undefined;
  /** The first admin’s user name: required for a FIRST_ADMIN link, and left out for a SET_PASSWORD link. */
  name?: string | null | undefined;
  /** At least 12 characters and at most 1024 bytes, taken exactly as given. */
  password: string;
  /** What follows the # of the link. */
  secret: string;
};

/** The token to revoke. */
export type RevokeTokenInput = {
  /** Its 22 characters; never the token’s own text. */
  tokenId: string;
};

/** What a user may do beyond what is theirs. */
export type Role =
  /** Administers every user and every index; reads and uploads only where listed. */
  | 'ADMIN'
  /** Administers the indexes below their own name, and nothing else. */
  | 'MEMBER';

/** How a session travels. */
export type SessionCarrier =
  /** Returned once as text for the Authorization header; for the command line and scripts. */
  | 'BEARER'
  /** Set as a cookie that scripts of a page cannot read; for the browser. */
  | 'COOKIE';

/** Who signs in. */
export type SignInInput = {
  /** How the session shall travel. */
  carrier: SessionCarrier;
  /** When the session ends at the latest, 1 to 10080 minutes from now. Absent or null: 10080, 7 days. */
  lifeMinutes?: number | null | undefined;
  /** The user’s name, in lower case as it was created. */
  name: string;
  /** Taken exactly as given, white space included. */
  password: string;
};

/** What a token was made for; part of its text. */
export type TokenKind =
  /** For automation; its text begins with wh_ci_. */
  | 'CI'
  /** For a person’s own tools; its text begins with wh_pat_. */
  | 'PAT'
  /** For a replica, which alone it admits; its text begins with wh_rep_. */
  | 'REP';

/** Whether a token works now; computed when it is read. */
export type TokenState =
  /** It is accepted, and does what its owner may do now within its scopes. */
  | 'ACTIVE'
  /** It is refused as long as its owner is deactivated. */
  | 'DISABLED'
  /** It is refused since its expiresAt. */
  | 'EXPIRED'
  /** It is refused until its notBefore. */
  | 'PENDING'
  /** It is refused for good since its revokedAt. */
  | 'REVOKED';

/** The index to change, and what shall be different. */
export type UpdatePackageIndexInput = {
  /** At most 500 characters. Absent: it stays. Null: it is cleared. */
  description?: string | null | undefined;
  /** Which index, written owner/name; the path itself never changes. */
  path: string;
  /** The whole new list: at most 100 of user names, ":authenticated:" for every user, ":anonymous:" for everybody. Absent or null: it stays. Empty: nobody. */
  readers?: Array<string> | null | undefined;
  /** The whole new list: at most 100 of user names, ":authenticated:" for every user, ":anonymous:" for everybody. Absent or null: it stays. Empty: nobody. */
  uploaders?: Array<string> | null | undefined;
};

export type CreateIndexDialog_CreateMutationVariables = Exact<{
  input: CreatePackageIndexInput;
}>;


export type CreateIndexDialog_CreateMutation = { createPackageIndex:
    | { __typename: 'CreatePackageIndexPayload', packageIndex: { id: string, path: string, name: string, owner: { id: string, name: string } } }
    | { __typename: 'InvalidInputError', message: string, code: string, path: Array<string> }
    | { __typename: 'NameTakenError', message: string, code: string, path: Array<string> }
    | { __typename: 'NotAllowedError', message: string, code: string, path: Array<string> }
    | { __typename: 'NotFoundError', message: string, code: string, path: Array<string> }
   };

export type DeleteIndex_ConsequencesQueryVariables = Exact<{
  path: string;
}>;


export type DeleteIndex_ConsequencesQuery = { packageIndex: { id: string, deletionConsequences: { projects: number, files: number, bytes: number, tokens: number, dependants: number } | null } | null };

export type DeleteIndex_DeleteMutationVariables = Exact<{
  input: DeletePackageIndexInput;
}>;


export type DeleteIndex_DeleteMutation = { deletePackageIndex:
    | { __typename: 'ConfirmationMismatchError', message: string, code: string, path: Array<string> }
    | { __typename: 'DeletePackageIndexPayload', serial: number }
    | { __typename: 'InvalidInputError', message: string, code: string, path: Array<string> }
    | { __typename: 'NotAllowedError', message: string, code: string, path: Array<string> }
    | { __typename: 'NotFoundError', message: string, code: string, path: Array<string> }
   };

export type EditAccess_UpdateMutationVariables = Exact<{
  input: UpdatePackageIndexInput;
}>;


export type EditAccess_UpdateMutation = { updatePackageIndex:
    | { __typename: 'InvalidInputError', message: string, code: string, path: Array<string> }
    | { __typename: 'NotAllowedError', message: string, code: string, path: Array<string> }
    | { __typename: 'NotFoundError', message: string, code: string, path: Array<string> }
    | { __typename: 'UpdatePackageIndexPayload', packageIndex: { id: string, viewerCanRead: boolean, viewerCanUpload: boolean, viewerCanAdminister: boolean, readers: Array<{ name: string }>, uploaders: Array<{ name: string }> } }
   };

export type Layout_SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type Layout_SignOutMutation = { signOut: { __typename: 'SignOutPayload', serial: number } };

export type ReleasesQueryVariables = Exact<{
  path: string;
  project: string;
  after?: string | null | undefined;
}>;


export type ReleasesQuery = { packageIndex: { id: string, project: { id: string, releases: { nodes: Array<{ id: string, version: string, summary: string | null, files: Array<{ id: string, filename: string, kind: FileKind, sizeBytes: number, sha256: string, requiresPython: string | null, uploadedAt: string, url: string }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null } | null };

export type RevokeToken_RevokeMutationVariables = Exact<{
  input: RevokeTokenInput;
}>;


export type RevokeToken_RevokeMutation = { revokeToken:
    | { __typename: 'InvalidInputError', message: string, code: string, path: Array<string> }
    | { __typename: 'NotFoundError', message: string, code: string, path: Array<string> }
    | { __typename: 'RevokeTokenPayload', token: { id: string, state: TokenState, revokedAt: string | null } }
   };

export type TokenForm_IndexesQueryVariables = Exact<{
  path: string;
  named: boolean;
}>;


export type TokenForm_IndexesQuery = { packageIndexes: { nodes: Array<{ id: string, path: string, url: string, simpleUrl: string, viewerCanRead: boolean, viewerCanUpload: boolean, viewerCanAdminister: boolean }>, pageInfo: { hasNextPage: boolean } }, packageIndex?: { id: string, path: string, url: string, simpleUrl: string, viewerCanRead: boolean, viewerCanUpload: boolean, viewerCanAdminister: boolean } | null };

export type TokenForm_CreateMutationVariables = Exact<{
  input: CreateTokenInput;
}>;


export type TokenForm_CreateMutation = { createToken:
    | { __typename: 'CreateTokenPayload', plaintext: string, token: { id: string, tokenId: string, name: string, scopes: Array<string>, allIndexes: boolean, indexes: Array<{ id: string, path: string, url: string, simpleUrl: string, viewerCanRead: boolean, viewerCanUpload: boolean, viewerCanAdminister: boolean }> } }
    | { __typename: 'InvalidInputError', message: string, code: string, path: Array<string> }
    | { __typename: 'NameTakenError', message: string, code: string, path: Array<string> }
    | { __typename: 'NotAllowedError', message: string, code: string, path: Array<string> }
    | { __typename: 'NotFoundError', message: string, code: string, path: Array<string> }
   };

export type OneTimeLink_CanRedeemQueryVariables = Exact<{
  secret: string;
}>;


export type OneTimeLink_CanRedeemQuery = { canRedeemLink: boolean };

export type OneTimeLink_RedeemMutationVariables = Exact<{
  input: RedeemLinkInput;
}>;


export type OneTimeLink_RedeemMutation = { redeemLink:
    | { __typename: 'InvalidInputError', message: string, code: string, path: Array<string> }
    | { __typename: 'LinkInvalidError', message: string, code: string, path: Array<string> }
    | { __typename: 'NameTakenError', message: string, code: string, path: Array<string> }
    | { __typename: 'RedeemLinkPayload', expiresAt: string }
   };

export type IndexesPageQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type IndexesPageQuery = { packageIndexes: { nodes: Array<{ id: string, path: string, name: string, description: string | null, createdAt: string, viewerCanRead: boolean, viewerCanUpload: boolean, viewerCanAdminister: boolean, owner: { id: string, name: string } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type PackageIndexPageQueryVariables = Exact<{
  path: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type PackageIndexPageQuery = { packageIndex: { id: string, path: string, kind: IndexKind, description: string | null, url: string, simpleUrl: string, viewerCanRead: boolean, viewerCanUpload: boolean, viewerCanAdminister: boolean, readers: Array<{ name: string }>, uploaders: Array<{ name: string }>, projects: { totalCount: number, nodes: Array<{ id: string, name: string, normalizedName: string, releases: { totalCount: number, nodes: Array<{ id: string, version: string, summary: string | null, createdAt: string }> } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null } | null };

export type SignInPage_SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInPage_SignInMutation = { signIn:
    | { __typename: 'InvalidInputError', message: string, code: string, path: Array<string> }
    | { __typename: 'SignInFailedError', message: string, code: string, path: Array<string> }
    | { __typename: 'SignInPayload', expiresAt: string }
   };

export type TokensPageQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type TokensPageQuery = { tokens: { nodes: Array<{ id: string, tokenId: string, name: string, scopes: Array<string>, allIndexes: boolean, state: TokenState, createdAt: string, expiresAt: string | null, indexes: Array<{ id: string, path: string }> }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type SessionQueryVariables = Exact<{ [key: string]: never; }>;


export type SessionQuery = { viewer: { name: string, canCreateIndexes: boolean, user: { id: string, role: Role } } | null, server: { version: string, setupNeeded: boolean, publicUrl: string } };


export const CreateIndexDialog_CreateDocument = {"__meta__":{"hash":"sha256:cdf4dffb14eaed8aa439a8dda500f54252a910480a5997f3cc8cafba6c880b34"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateIndexDialog_Create"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreatePackageIndexInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createPackageIndex"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreatePackageIndexPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"packageIndex"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<CreateIndexDialog_CreateMutation, CreateIndexDialog_CreateMutationVariables>;
export const DeleteIndex_ConsequencesDocument = {"__meta__":{"hash":"sha256:c36fe2619bf2ed3f0b6816b1cd0bf5537a7b971947ebce6bdfdf7a2738ec8a8d"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DeleteIndex_Consequences"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"path"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"packageIndex"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"path"},"value":{"kind":"Variable","name":{"kind":"Name","value":"path"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"deletionConsequences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"projects"}},{"kind":"Field","name":{"kind":"Name","value":"files"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}},{"kind":"Field","name":{"kind":"Name","value":"tokens"}},{"kind":"Field","name":{"kind":"Name","value":"dependants"}}]}}]}}]}}]} as unknown as DocumentNode<DeleteIndex_ConsequencesQuery, DeleteIndex_ConsequencesQueryVariables>;
export const DeleteIndex_DeleteDocument = {"__meta__":{"hash":"sha256:96962d454d0691f1fb1e80560a22143b42667d7acae07c19ad027cd8899a9f48"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteIndex_Delete"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeletePackageIndexInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deletePackageIndex"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DeletePackageIndexPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"serial"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<DeleteIndex_DeleteMutation, DeleteIndex_DeleteMutationVariables>;
export const EditAccess_UpdateDocument = {"__meta__":{"hash":"sha256:a9d4bfeea3230fd6ab8750af82ab7edf66aca98fd840fd48a2d61a181e87197c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EditAccess_Update"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdatePackageIndexInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updatePackageIndex"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UpdatePackageIndexPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"packageIndex"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"readers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"uploaders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanRead"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanUpload"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanAdminister"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<EditAccess_UpdateMutation, EditAccess_UpdateMutationVariables>;
export const Layout_SignOutDocument = {"__meta__":{"hash":"sha256:437ab6b2fdacf688b338cfaaae9d1cf417f6697a9ee715546e86a515a45b9f4d"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Layout_SignOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignOutPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"serial"}}]}}]}}]}}]} as unknown as DocumentNode<Layout_SignOutMutation, Layout_SignOutMutationVariables>;
export const ReleasesDocument = {"__meta__":{"hash":"sha256:b580b09aac179ab20e7e6b19ddbbd450a709f6b9377a3886e331f2ffec8700bc"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Releases"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"path"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"packageIndex"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"path"},"value":{"kind":"Variable","name":{"kind":"Name","value":"path"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"name"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"releases"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"files"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"filename"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"sizeBytes"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"requiresPython"}},{"kind":"Field","name":{"kind":"Name","value":"uploadedAt"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ReleasesQuery, ReleasesQueryVariables>;
export const RevokeToken_RevokeDocument = {"__meta__":{"hash":"sha256:5503896e727b45bd9b355fb41277dab225f548b94d6ad4e23ebee8db49e03039"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeToken_Revoke"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RevokeTokenInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeToken"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RevokeTokenPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"token"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"revokedAt"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<RevokeToken_RevokeMutation, RevokeToken_RevokeMutationVariables>;
export const TokenForm_IndexesDocument = {"__meta__":{"hash":"sha256:aa0fd7036d1fbba4a557364967d3b9b10f9027f2031150ac3d78caf6cea4fcd8"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TokenForm_Indexes"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"path"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"named"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"packageIndexes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"simpleUrl"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanRead"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanUpload"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanAdminister"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"packageIndex"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"path"},"value":{"kind":"Variable","name":{"kind":"Name","value":"path"}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"named"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"simpleUrl"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanRead"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanUpload"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanAdminister"}}]}}]}}]} as unknown as DocumentNode<TokenForm_IndexesQuery, TokenForm_IndexesQueryVariables>;
export const TokenForm_CreateDocument = {"__meta__":{"hash":"sha256:5abcf0cc04c3bb7a232d5feee45daab4298ec4d07dbd38844a2e271589ac643d"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TokenForm_Create"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateTokenInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createToken"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateTokenPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"token"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"tokenId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"allIndexes"}},{"kind":"Field","name":{"kind":"Name","value":"indexes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"simpleUrl"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanRead"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanUpload"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanAdminister"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"plaintext"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<TokenForm_CreateMutation, TokenForm_CreateMutationVariables>;
export const OneTimeLink_CanRedeemDocument = {"__meta__":{"hash":"sha256:4dde9348a34ac73d53e9f3ab69bbc394df94483f82f7aea890c49762fd1d7e93"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OneTimeLink_CanRedeem"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"secret"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"canRedeemLink"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"secret"},"value":{"kind":"Variable","name":{"kind":"Name","value":"secret"}}}]}]}}]} as unknown as DocumentNode<OneTimeLink_CanRedeemQuery, OneTimeLink_CanRedeemQueryVariables>;
export const OneTimeLink_RedeemDocument = {"__meta__":{"hash":"sha256:77d2549e1fce9484348be16fb0a4c5c65934490c4af7a933d21d78f658790e6c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"OneTimeLink_Redeem"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RedeemLinkInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"redeemLink"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RedeemLinkPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<OneTimeLink_RedeemMutation, OneTimeLink_RedeemMutationVariables>;
export const IndexesPageDocument = {"__meta__":{"hash":"sha256:9a3e427954a2be138bb3a5fed64b6d14a2cc12eb5cf75d318fd34c1b1b7c98e9"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"IndexesPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"packageIndexes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanRead"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanUpload"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanAdminister"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<IndexesPageQuery, IndexesPageQueryVariables>;
export const PackageIndexPageDocument = {"__meta__":{"hash":"sha256:00daf6e9a0059db430afa99d005cc00736cab427df46a8753c9066cb68b3e894"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PackageIndexPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"path"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"packageIndex"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"path"},"value":{"kind":"Variable","name":{"kind":"Name","value":"path"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"simpleUrl"}},{"kind":"Field","name":{"kind":"Name","value":"readers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"uploaders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanRead"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanUpload"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanAdminister"}},{"kind":"Field","name":{"kind":"Name","value":"projects"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"normalizedName"}},{"kind":"Field","name":{"kind":"Name","value":"releases"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]}}]} as unknown as DocumentNode<PackageIndexPageQuery, PackageIndexPageQueryVariables>;
export const SignInPage_SignInDocument = {"__meta__":{"hash":"sha256:849e9b0b83a521f6ac9b49d42338a32f4fd8715393cbd9e6a8a84bf7a07d2888"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignInPage_SignIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignInInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignInPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<SignInPage_SignInMutation, SignInPage_SignInMutationVariables>;
export const TokensPageDocument = {"__meta__":{"hash":"sha256:36608ac37bf6bc1cb81d48e664db9496d403a465e34dfd373bc887a5cf398ca8"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TokensPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tokens"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"tokenId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"allIndexes"}},{"kind":"Field","name":{"kind":"Name","value":"indexes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<TokensPageQuery, TokensPageQueryVariables>;
export const SessionDocument = {"__meta__":{"hash":"sha256:b2d9ebe722d4f7fd065e5aebbe173d0ba0c7c2a53439df7cdb77473430f67fd5"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Session"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"canCreateIndexes"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"server"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"setupNeeded"}},{"kind":"Field","name":{"kind":"Name","value":"publicUrl"}}]}}]}}]} as unknown as DocumentNode<SessionQuery, SessionQueryVariables>;