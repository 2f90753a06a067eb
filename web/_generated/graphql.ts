/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Whom to activate. */
export type ActivateUserInput = {
  /** The user’s name, in lower case. */
  name: string;
};

/** The group, and who comes in. */
export type AddGroupMembersInput = {
  /** The group’s name, without the colon that stands before it in lists. */
  name: string;
  /** 1 to 100 names of users. Who is in it already stays. */
  users: Array<string>;
};

/** What was done. */
export type AuditAction =
  /** Events older than the retention were removed from the trail. */
  | 'AUDIT_TRIMMED'
  /** A credential was presented and refused, once or more often within a minute. */
  | 'CREDENTIAL_REFUSED'
  /** A file was deleted. */
  | 'FILE_DELETED'
  /** An upstream sent other bytes than it had announced; they were thrown away. */
  | 'FILE_MISMATCHED'
  /** A file of a base was passed over, because a nearer layer has other bytes under its name. */
  | 'FILE_SHADOWED'
  /** A file is not yanked any more. */
  | 'FILE_UNYANKED'
  /** A distribution was uploaded. */
  | 'FILE_UPLOADED'
  /** A file was yanked. */
  | 'FILE_YANKED'
  /** A group was created. */
  | 'GROUP_CREATED'
  /** A group was deleted. */
  | 'GROUP_DELETED'
  /** Users came into a group. */
  | 'GROUP_MEMBERS_ADDED'
  /** Users were taken out of a group. */
  | 'GROUP_MEMBERS_REMOVED'
  /** The description of a group changed. */
  | 'GROUP_UPDATED'
  /** A package index was created. */
  | 'INDEX_CREATED'
  /** A package index was deleted. */
  | 'INDEX_DELETED'
  /** A name, or the beginning of names, was closed against mirrors. */
  | 'INDEX_NAME_RESERVED'
  /** A reservation of names ended. */
  | 'INDEX_NAME_UNRESERVED'
  /** The first file of a name was taken from a mirror, which alone answers it from now on. */
  | 'INDEX_ORIGIN_PINNED'
  /** A name may be answered by another mirror again. */
  | 'INDEX_ORIGIN_UNPINNED'
  /** A mirror was told to ask its upstream again. */
  | 'INDEX_REFRESHED'
  /** Releases were removed by the rule of the index. */
  | 'INDEX_RETAINED'
  /** The lists or the description of a package index changed. */
  | 'INDEX_UPDATED'
  /** A mirror was allowed to add to a name that a stage holds. */
  | 'INDEX_UPSTREAM_GRANTED'
  /** A mirror may no longer add to a name that a stage holds. */
  | 'INDEX_UPSTREAM_REVOKED'
  /** A project was deleted; the index still holds its name. */
  | 'PROJECT_DELETED'
  /** A name was released: the index does not hold it any more. */
  | 'PROJECT_RELEASED'
  /** The status of a project changed. */
  | 'PROJECT_STATUS_SET'
  /** A release was deleted. */
  | 'RELEASE_DELETED'
  /** A release was copied from another index. */
  | 'RELEASE_PROMOTED'
  /** A release is not yanked any more. */
  | 'RELEASE_UNYANKED'
  /** A release was yanked. */
  | 'RELEASE_YANKED'
  /** Several sessions of a user were ended. */
  | 'SESSIONS_ENDED'
  /** A session was ended. */
  | 'SESSION_ENDED'
  /** Somebody signed in. */
  | 'SESSION_OPENED'
  /** A sign-in failed. */
  | 'SESSION_REFUSED'
  /** Somebody confirmed the password and went on with a new session. */
  | 'SESSION_RENEWED'
  /** The name or the description of a token changed. */
  | 'TOKEN_CHANGED'
  /** A token was minted. */
  | 'TOKEN_CREATED'
  /** A token of another system was taken over on the server’s machine. */
  | 'TOKEN_IMPORTED'
  /** A token was reported as leaked, by somebody who had its text, and revoked. */
  | 'TOKEN_LEAKED'
  /** A token was narrowed. */
  | 'TOKEN_NARROWED'
  /** An admin paused a token. */
  | 'TOKEN_PAUSED'
  /** An admin ended the pause of a token. */
  | 'TOKEN_RESUMED'
  /** A token was presented after it had been rotated, and its whole family revoked. */
  | 'TOKEN_REUSED'
  /** A token was revoked. */
  | 'TOKEN_REVOKED'
  /** A token was replaced by another one with the same limits. */
  | 'TOKEN_ROTATED'
  /** A user was activated again. */
  | 'USER_ACTIVATED'
  /** A user was created. */
  | 'USER_CREATED'
  /** A user was deactivated. */
  | 'USER_DEACTIVATED'
  /** A user was deleted. */
  | 'USER_DELETED'
  /** A password was set. */
  | 'USER_PASSWORD_SET'
  /** A one-time link to set a password was made on the server’s machine. */
  | 'USER_RECOVERY_LINKED'
  /** A one-time link to set a password was made by an admin. */
  | 'USER_RESET_LINKED'
  /** The name, the address or the role of a user changed. */
  | 'USER_UPDATED';

/** What something was done with, or what was presented and refused. */
export type AuditCredential =
  /** A one-time link. */
  | 'LINK'
  /** No credential at all. */
  | 'NONE'
  /** A user name and a password. */
  | 'PASSWORD'
  /** A session, by cookie or bearer. */
  | 'SESSION'
  /** The server itself, or its operator. */
  | 'SYSTEM'
  /** A token, by its public id. */
  | 'TOKEN'
  /** Something that the server does not know. */
  | 'UNKNOWN';

/** Which events to read: those for which everything holds that is given. */
export type AuditFilterInput = {
  /** Absent or null: every action. */
  action?: AuditAction | null | undefined;
  /** Done by this user, :anonymous: or :system:. Absent or null: by anybody. */
  actor?: string | null | undefined;
  /** With this session or token, by its public part. Absent or null: with whatever. */
  credentialId?: string | null | undefined;
  /** Happened in an index that has or had this path, owner/name. Absent or null: anywhere. */
  packageIndex?: string | null | undefined;
  /** At this moment or later. Absent or null: from the beginning. */
  since?: string | null | undefined;
  /** The name or the subjectId of a thing. Absent or null: every thing. */
  subject?: string | null | undefined;
  /** Absent or null: every kind of thing. */
  subjectKind?: AuditSubjectKind | null | undefined;
  /** Before this moment. Absent or null: up to now. */
  until?: string | null | undefined;
};

/** The kind of thing that something was done to. */
export type AuditSubjectKind =
  /** The trail itself. */
  | 'AUDIT'
  /** What was presented as a credential and is none that the server knows. */
  | 'CREDENTIAL'
  /** A file of a release. */
  | 'FILE'
  /** A group of users. */
  | 'GROUP'
  /** A package index. */
  | 'INDEX'
  /** A project of a package index. */
  | 'PROJECT'
  /** A version of a project; its name is project and version. */
  | 'RELEASE'
  /** A session; its name is that of its user. */
  | 'SESSION'
  /** A token; its name is what its owner calls it. */
  | 'TOKEN'
  /** A person or a service account. */
  | 'USER';

/** The viewer’s current password, and the one to come. */
export type ChangePasswordInput = {
  /** Taken exactly as given; a wrong one counts like a sign-in that fails. */
  currentPassword: string;
  /** At least 12 characters and at most 1024 bytes, taken exactly as given, and none of those that are guessed first. */
  newPassword: string;
};

/** The group to create. */
export type CreateGroupInput = {
  /** For people, at most 500 characters. Absent or null: none. */
  description?: string | null | undefined;
  /** 1 to 50 of a-z, 0-9, ".", "_" and "-", beginning and ending with a letter or a digit. */
  name: string;
};

/** The index to create. */
export type CreatePackageIndexInput = {
  /** What may be seen through it, and nothing else: at most 500 requirements such as "flask<3" (PEP 508, without extras and markers) or names with "*". Absent or null: none. */
  allow?: Array<string> | null | undefined;
  /** The paths of at most 32 indexes in which names are looked up as well, in order; the caller reads each of them, or is an admin. Absent or null: none. */
  bases?: Array<string> | null | undefined;
  /** What is hidden, whatever is allowed: at most 500 requirements such as "flask<3" (PEP 508, without extras and markers) or names with "*". Absent or null: none. */
  deny?: Array<string> | null | undefined;
  /** For people, at most 500 characters. Absent or null: none. */
  description?: string | null | undefined;
  /** True: files may be replaced, and their names be used again. False when absent or null. */
  isVolatile?: boolean | null | undefined;
  /** STAGE holds uploads, MIRROR copies an upstream and needs mirror. It never changes. Absent: STAGE. */
  kind?: IndexKind | null | undefined;
  /** For how long installers may keep a project page, 0 to 86400. 0 when absent or null. */
  maxAgeSeconds?: number | null | undefined;
  /** What it copies, and how. For a mirror alone, which needs it. Absent or null: for a stage. */
  mirror?: MirrorInput | null | undefined;
  /** Written owner/name; in both parts 1 to 50 of a-z, 0-9, ".", "_" and "-". A member’s owner is the member. */
  path: string;
  /** How many bytes its files may have together. Absent or null: as many as the disk takes. */
  quotaBytes?: number | null | undefined;
  /** Who may read: at most 100 of user names, ":authenticated:" for every user, ":anonymous:" for everybody. Absent or null: the owner alone. */
  readers?: Array<string> | null | undefined;
  /** Which releases are removed by themselves. Absent or null: none. */
  retention?: RetentionInput | null | undefined;
  /** How much is asked of uploads. LENIENT when absent or null. */
  uploadChecks?: UploadChecks | null | undefined;
  /** Who may upload: at most 100 of user names, ":authenticated:" for every user, ":anonymous:" for everybody. Absent or null: the owner alone, and nobody for a mirror. */
  uploaders?: Array<string> | null | undefined;
};

/** The token to mint. What is asked for and not allowed is refused by name, never trimmed. */
export type CreateTokenInput = {
  /** At most 100 addresses or networks from which it is accepted, such as 10.0.0.0/8. Absent or null: every address. Empty: none. */
  addresses?: Array<string> | null | undefined;
  /** True reaches every index of the owner, later ones too, and indexes stays out. Absent or null: false. */
  allIndexes?: boolean | null | undefined;
  /** What it is for, at most 500 characters. Absent, null or empty: none. */
  description?: string | null | undefined;
  /** At most a year ahead, or as far as WHEELHOUSE_TOKEN_MAX_LIFE allows. Absent: in 30 days. Null: it never expires, where that is allowed. */
  expiresAt?: string | null | undefined;
  /** 1 to 100 index paths, written owner/name. Absent or null: allIndexes has to be true, or no scope is about indexes. */
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
  /** At least one, such as index:read; docs/permissions.md has them all. Each needs the right of the owner on each index that is named, and some need an admin. */
  scopes: Array<string>;
  /** OPAQUE or ATTENUABLE; LEGACY is refused here. Absent or null: OPAQUE. */
  wire?: TokenWire | null | undefined;
};

/** Whom to create. */
export type CreateUserInput = {
  /** At most 200 characters. Absent or null: the name is shown. */
  displayName?: string | null | undefined;
  /** Where mail goes, as name@domain. Absent or null: none is known. */
  email?: string | null | undefined;
  /** Absent or null: HUMAN. */
  kind?: UserKind | null | undefined;
  /** 1 to 50 of a-z, 0-9, ".", "_" and "-", beginning and ending with a letter or a digit. Never changes. */
  name: string;
  /** At least 12 characters, at most 1024 bytes. Absent or null: a link to set one is made for a human. Refused with a token. */
  password?: string | null | undefined;
  /** Absent or null: MEMBER. Refused with a token. */
  role?: Role | null | undefined;
};

/** Whom to deactivate. */
export type DeactivateUserInput = {
  /** The user’s name, in lower case. */
  name: string;
};

/** The group to delete. */
export type DeleteGroupInput = {
  /** The group’s name, without the colon that stands before it in lists. */
  name: string;
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

/** The user to delete. */
export type DeleteUserInput = {
  /** The same name, as the person who confirms typed it. */
  confirmName: string;
  /** The user’s name, in lower case. */
  name: string;
};

/** Which of the viewer’s own sessions to end. */
export type EndAllSessionsInput = {
  /** True: the session that asks goes on, and all others end. Absent or null: false, it ends too. */
  keepThis?: boolean | null | undefined;
};

/** The session to end. */
export type EndSessionInput = {
  /** Its 22 characters; never the session’s own text. */
  sessionId: string;
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

/** What a mirror copies, and how. What is absent stays, or is what its description says. */
export type MirrorInput = {
  /** True: the upstream may have a private address. For admins alone, and from then on so are upstreamUrl and fileHosts. Absent or null: it stays, false for a new mirror. */
  allowsPrivateAddresses?: boolean | null | undefined;
  /** The whole list of hosts from which it takes files, at most 100, with :port where it is not the usual one. Empty: any. Absent or null: it stays. */
  fileHosts?: Array<string> | null | undefined;
  /** For how long a page is answered without asking again, at most 86400. Absent or null: it stays, 600 for a new mirror. */
  freshSeconds?: number | null | undefined;
  /** True: never ask the upstream; what was copied is answered. Absent or null: it stays, false for a new mirror. */
  isOffline?: boolean | null | undefined;
  /** When copied files have more bytes together, remove those that nobody asked for the longest. Absent: it stays. Null: never for size. */
  keepBytes?: number | null | undefined;
  /** Remove copied files that nobody asked for in so many days. Absent: it stays. Null: never for age. */
  keepDays?: number | null | undefined;
  /** The largest file that is copied. Absent: it stays. Null: the upload limit of the server holds. */
  maxFileBytes?: number | null | undefined;
  /** Hide files that the upstream has for fewer days, or for nobody knows how long, at most 365. Absent or null: it stays, 0 for a new mirror. */
  minAgeDays?: number | null | undefined;
  /** The password for it; it is kept encrypted and never shown. Absent: it stays. Null: it is taken away. */
  password?: string | null | undefined;
  /** For how long it is answered when the upstream fails, at most a year. Absent or null: it stays, 604800 for a new mirror. */
  staleSeconds?: number | null | undefined;
  /** How long the upstream may take to answer, 1 to 120. Absent or null: it stays, 10 for a new mirror. */
  timeoutSeconds?: number | null | undefined;
  /** The simple index to copy, such as https://index.example/simple/, without credentials. Absent or null: it stays; a new mirror needs it. At another host the password has to be given anew. */
  upstreamUrl?: string | null | undefined;
  /** The name for the upstream’s Basic authentication. Null: none, and no password. Absent: none for a new mirror. */
  username?: string | null | undefined;
};

/** A one-time link, and what it needs to be used. */
export type RedeemLinkInput = {
  /** How the session shall travel. */
  carrier: SessionCarrier;
  /** The first admin’s address: required for a FIRST_ADMIN link, and left out for a SET_PASSWORD link. */
  email?: string | null | undefined;
  /** The first admin’s user name: required for a FIRST_ADMIN link, and left out for a SET_PASSWORD link. */
  name?: string | null | undefined;
  /** At least 12 characters and at most 1024 bytes, taken exactly as given, and none of those that are guessed first. */
  password: string;
  /** What follows the # of the link. */
  secret: string;
};

/** The group, and who goes out. */
export type RemoveGroupMembersInput = {
  /** The group’s name, without the colon that stands before it in lists. */
  name: string;
  /** 1 to 100 names of users. Who is not in it is passed over. */
  users: Array<string>;
};

/** The viewer’s password, shown again. */
export type RenewSessionInput = {
  /** Taken exactly as given, white space included. */
  password: string;
};

/** Who shall set a password anew. */
export type ResetPasswordInput = {
  /** The user’s name, in lower case. */
  name: string;
};

/** Which releases of a stage are removed by themselves, the whole rule; one of keepReleases and keepDays is needed. */
export type RetentionInput = {
  /** Releases whose last file is younger stay. Absent or null: age protects none. */
  keepDays?: number | null | undefined;
  /** So many releases of a project stay, the highest versions. Absent or null: any number. */
  keepReleases?: number | null | undefined;
  /** True: pre-releases and development releases alone are removed. Absent or null: false. */
  prereleasesOnly?: boolean | null | undefined;
};

/** Why a token no longer works. */
export type RevokeReason =
  /** An admin revoked it. */
  | 'ADMIN'
  /** The only index it was bound to was deleted. */
  | 'INDEX_DELETED'
  /** The owner of all indexes it was bound to revoked it. */
  | 'INDEX_OWNER'
  /** It was reported as leaked. */
  | 'LEAK'
  /** Its owner revoked it. */
  | 'OWNER'
  /** Nobody used it for a year. */
  | 'POLICY'
  /** It or one of its family was used after it was rotated. */
  | 'REUSE'
  /** Another one took its place, and its grace is over. */
  | 'ROTATED'
  /** Whoever held it gave it up. */
  | 'SELF'
  /** Its owner was deleted. */
  | 'USER_DELETED';

/** The token to revoke. */
export type RevokeTokenInput = {
  /** Its 22 characters; never the token’s own text. */
  tokenId: string;
};

/** Whose tokens to revoke; exactly one of the two is given. */
export type RevokeTokensInput = {
  /** A user’s name: all live tokens of this user. Absent or null: not by user. */
  owner?: string | null | undefined;
  /** An index’s path: the live tokens that are bound to it and do nothing beside. Absent or null: not by index. */
  packageIndex?: string | null | undefined;
};

/** What a user may do beyond what is theirs. */
export type Role =
  /** Administers every user and every index; reads and uploads only where listed. */
  | 'ADMIN'
  /** Administers the indexes below their own name, and nothing else. */
  | 'MEMBER';

/** The token to replace. */
export type RotateTokenInput = {
  /** Absent: as long a life as the old one had. Null: it never expires, where that is allowed. */
  expiresAt?: string | null | undefined;
  /** For so many seconds, 86400 at most, the old text works on. Absent or null: 0, and it is refused at once. */
  graceSeconds?: number | null | undefined;
  /** Its 22 characters; never the token’s own text. */
  tokenId: string;
};

/** What a rule does with what it matches. */
export type RuleEffect =
  /** Lets it through. With one such rule, whatever none of them matches is hidden. */
  | 'ALLOW'
  /** Hides it, whatever else lets it through. */
  | 'DENY';

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
  /** When the session ends at the latest, from 1 minute on. Absent or null: as late as WHEELHOUSE_SESSION_LIFE allows, 7 days unless it is set; more is refused. */
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
  /** It is refused as long as its owner is deactivated, or an admin has it paused. */
  | 'DISABLED'
  /** It is refused since its expiresAt. */
  | 'EXPIRED'
  /** It is refused until its notBefore. */
  | 'PENDING'
  /** It is refused for good since its revokedAt. */
  | 'REVOKED'
  /** It was rotated, and is accepted until its graceUntil. */
  | 'ROTATING';

/** What takes a token. */
export type TokenTool =
  /** Variables for pip, uv and twine, or for the command line and scripts. */
  | 'ENVIRONMENT'
  /** Whatever reads ~/.netrc, such as pip, uv and curl. */
  | 'NETRC'
  /** PDM, by variables and pyproject.toml. */
  | 'PDM'
  /** pip, by its configuration file. */
  | 'PIP'
  /** Poetry, by variables and pyproject.toml. */
  | 'POETRY'
  /** twine, by its configuration file. */
  | 'TWINE'
  /** uv, by variables or its configuration file. */
  | 'UV';

/** The form of a token’s text, and with it who could make it again. */
export type TokenWire =
  /** A macaroon: whoever holds it can narrow a copy offline, and whoever has both the server key and the database could make it again. */
  | 'ATTENUABLE'
  /** Made by another system, and good as long as nobody revokes it: it cannot be changed, rotated or extended here. */
  | 'LEGACY'
  /** Only a hash of it is stored: nobody, not even the server, can make it again; it can be narrowed only here. */
  | 'OPAQUE';

/** The index to change, and what shall be different. */
export type UpdatePackageIndexInput = {
  /** What may be seen through it, and nothing else: at most 500 requirements such as "flask<3" (PEP 508, without extras and markers) or names with "*". The whole new list. Absent or null: it stays. Empty: none. */
  allow?: Array<string> | null | undefined;
  /** The paths of at most 32 indexes in which names are looked up as well, in order; the caller reads each of them, or is an admin. The whole new list. Absent or null: it stays. Empty: none. */
  bases?: Array<string> | null | undefined;
  /** What is hidden, whatever is allowed: at most 500 requirements such as "flask<3" (PEP 508, without extras and markers) or names with "*". The whole new list. Absent or null: it stays. Empty: none. */
  deny?: Array<string> | null | undefined;
  /** At most 500 characters. Absent: it stays. Null: it is cleared. */
  description?: string | null | undefined;
  /** True: files may be replaced, and their names be used again. Absent or null: it stays. */
  isVolatile?: boolean | null | undefined;
  /** For how long installers may keep a project page, 0 to 86400. Absent or null: it stays. */
  maxAgeSeconds?: number | null | undefined;
  /** What it copies, and how. For a mirror alone, what shall be different. Absent or null: all stays. */
  mirror?: MirrorInput | null | undefined;
  /** Which index, written owner/name; the path itself never changes. */
  path: string;
  /** How many bytes its files may have together. Absent: it stays. Null: as many as the disk takes. */
  quotaBytes?: number | null | undefined;
  /** The whole new list: at most 100 of user names, ":authenticated:" for every user, ":anonymous:" for everybody. Absent or null: it stays. Empty: nobody. */
  readers?: Array<string> | null | undefined;
  /** Which releases are removed by themselves. Absent: it stays. Null: none are removed. */
  retention?: RetentionInput | null | undefined;
  /** How much is asked of uploads. Absent or null: it stays. */
  uploadChecks?: UploadChecks | null | undefined;
  /** The whole new list: at most 100 of user names, ":authenticated:" for every user, ":anonymous:" for everybody. Absent or null: it stays. Empty: nobody. */
  uploaders?: Array<string> | null | undefined;
};

/** What shall be different about oneself. */
export type UpdateProfileInput = {
  /** At most 200 characters. Absent: it stays. Null or blank: the name is shown. */
  displayName?: string | null | undefined;
  /** Written name@domain. Absent: it stays. Null: none is known. */
  email?: string | null | undefined;
};

/** What the token is called from now on. */
export type UpdateTokenInput = {
  /** At most 500 characters. Absent: as it is. Null or empty: none. */
  description?: string | null | undefined;
  /** 1 to 100 characters, unlike the owner’s other tokens. Absent or null: as it is. */
  name?: string | null | undefined;
  /** Its 22 characters; never the token’s own text. */
  tokenId: string;
};

/** The user to change, and what shall be different. */
export type UpdateUserInput = {
  /** At most 200 characters. Absent: it stays. Null or blank: the name is shown. */
  displayName?: string | null | undefined;
  /** Written name@domain. Absent: it stays. Null: none is known. Refused with a token. */
  email?: string | null | undefined;
  /** The user’s name, in lower case. The name itself never changes. */
  name: string;
  /** Absent or null: it stays. Another one ends the user’s sessions. Refused with a token. */
  role?: Role | null | undefined;
};

/** How much an index asks of what is uploaded to it. */
export type UploadChecks =
  /** What is unusual is taken, with a warning in the answer. */
  | 'LENIENT'
  /** What is unusual is refused. */
  | 'STRICT';

/** Which users to list: those to whom everything applies that is given. */
export type UserFilterInput = {
  /** Absent or null: any. */
  role?: Role | null | undefined;
  /** Absent or null: any. */
  state?: UserState | null | undefined;
  /** A part of the name, the display name or the address, a to z in either case. Absent, null or blank: any. Only the first 10,000 that have it are listed. */
  text?: string | null | undefined;
};

/** Whether a person or a machine stands behind a user. */
export type UserKind =
  /** A person, who signs in with a password. */
  | 'HUMAN'
  /** A service account, which lives by tokens that admins mint for it. */
  | 'SERVICE';

/** Whether the credentials of a user work. */
export type UserState =
  /** They work. */
  | 'ACTIVE'
  /** Every one of them is refused. */
  | 'DEACTIVATED';

export type ChangePassword_ChangeMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type ChangePassword_ChangeMutation = { __typename: 'Mutation', changePassword:
    | { __typename: 'ChangePasswordPayload', expiresAt: string }
    | { __typename: 'InvalidInputError', message: string, code: string, path: Array<string> }
    | { __typename: 'RateLimitedError', message: string, code: string, path: Array<string> }
    | { __typename: 'SignInFailedError', message: string, code: string, path: Array<string> }
   };

export type ConfirmPassword_RenewMutationVariables = Exact<{
  input: RenewSessionInput;
}>;


export type ConfirmPassword_RenewMutation = { __typename: 'Mutation', renewSession:
    | { __typename: 'RateLimitedError', message: string, code: string, path: Array<string> }
    | { __typename: 'RenewSessionPayload', expiresAt: string }
    | { __typename: 'SignInFailedError', message: string, code: string, path: Array<string> }
   };

export type CreateGroupDialog_CreateMutationVariables = Exact<{
  input: CreateGroupInput;
}>;


export type CreateGroupDialog_CreateMutation = { __typename: 'Mutation', createGroup:
    | { __typename: 'CreateGroupPayload', group: { __typename: 'Group', id: string, name: string } }
    | { __typename: 'FreshSignInRequiredError', message: string, code: string, path: Array<string> }
    | { __typename: 'InvalidInputError', message: string, code: string, path: Array<string> }
    | { __typename: 'NameTakenError', message: string, code: string, path: Array<string> }
   };

export type CreateIndexDialog_CreateMutationVariables = Exact<{
  input: CreatePackageIndexInput;
}>;


export type CreateIndexDialog_CreateMutation = { __typename: 'Mutation', createPackageIndex:
    | { __typename: 'CreatePackageIndexPayload', packageIndex: { __typename: 'PackageIndex', id: string, path: string, name: string, owner: { __typename: 'User', id: string, name: string } } }
    | { __typename: 'InvalidInputError', message: string, code: string, path: Array<string> }
    | { __typename: 'NameTakenError', message: string, code: string, path: Array<string> }
    | { __typename: 'NotAllowedError', message: string, code: string, path: Array<string> }
    | { __typename: 'NotFoundError', message: string, code: string, path: Array<string> }
   };

export type CreateUserDialog_CreateMutationVariables = Exact<{
  input: CreateUserInput;
}>;


export type CreateUserDialog_CreateMutation = { __typename: 'Mutation', createUser:
    | { __typename: 'CreateUserPayload', setupLink: string | null, emailSent: boolean, user: { __typename: 'User', id: string, name: string } }
    | { __typename: 'FreshSignInRequiredError', message: string, code: string, path: Array<string> }
    | { __typename: 'InvalidInputError', message: string, code: string, path: Array<string> }
    | { __typename: 'NameTakenError', message: string, code: string, path: Array<string> }
    | { __typename: 'NotAllowedError', message: string, code: string, path: Array<string> }
   };

export type DeleteGroup_DeleteMutationVariables = Exact<{
  input: DeleteGroupInput;
}>;


export type DeleteGroup_DeleteMutation = { __typename: 'Mutation', deleteGroup:
    | { __typename: 'DeleteGroupPayload', deletedName: string }
    | { __typename: 'FreshSignInRequiredError', message: string, code: string, path: Array<string> }
    | { __typename: 'GroupInUseError', message: string, code: string, path: Array<string> }
    | { __typename: 'NotFoundError', message: string, code: string, path: Array<string> }
   };

export type DeleteIndex_ConsequencesQueryVariables = Exact<{
  path: string;
}>;


export type DeleteIndex_ConsequencesQuery = { __typename: 'Query', packageIndex: { __typename: 'PackageIndex', id: string, deletionConsequences: { __typename: 'DeletionConsequences', projects: number, files: number, bytes: number, tokens: number, dependants: number } | null } | null };

export type DeleteIndex_DeleteMutationVariables = Exact<{
  input: DeletePackageIndexInput;
}>;


export type DeleteIndex_DeleteMutation = { __typename: 'Mutation', deletePackageIndex:
    | { __typename: 'ConfirmationMismatchError', message: string, code: string, path: Array<string> }
    | { __typename: 'DeletePackageIndexPayload', serial: number }
    | { __typename: 'IndexInUseError', message: string, code: string, path: Array<string> }
    | { __typename: 'InvalidInputError', message: string, code: string, path: Array<string> }
    | { __typename: 'NotAllowedError', message: string, code: string, path: Array<string> }
    | { __typename: 'NotFoundError', message: string, code: string, path: Array<string> }
   };

export type DeleteUser_DeleteMutationVariables = Exact<{
  input: DeleteUserInput;
}>;


export type DeleteUser_DeleteMutation = { __typename: 'Mutation', deleteUser:
    | { __typename: 'ConfirmationMismatchError', message: string, code: string, path: Array<string> }
    | { __typename: 'DeleteUserPayload', deletedName: string }
    | { __typename: 'FreshSignInRequiredError', message: string, code: string, path: Array<string> }
    | { __typename: 'LastAdminError', message: string, code: string, path: Array<string> }
    | { __typename: 'NotFoundError', message: string, code: string, path: Array<string> }
    | { __typename: 'OwnAccountError', message: string, code: string, path: Array<string> }
    | { __typename: 'OwnsIndexesError', message: string, code: string, path: Array<string> }
   };

export type EditAccess_UpdateMutationVariables = Exact<{
  input: UpdatePackageIndexInput;
}>;


export type EditAccess_UpdateMutation = { __typename: 'Mutation', updatePackageIndex:
    | { __typename: 'InvalidInputError', message: string, code: string, path: Array<string> }
    | { __typename: 'NotAllowedError', message: string, code: string, path: Array<string> }
    | { __typename: 'NotFoundError', message: string, code: string, path: Array<string> }
    | { __typename: 'UpdatePackageIndexPayload', packageIndex: { __typename: 'PackageIndex', id: string, viewerCanRead: boolean, viewerCanUpload: boolean, viewerCanAdminister: boolean, readers: Array<{ __typename: 'IndexPrincipal', name: string }>, uploaders: Array<{ __typename: 'IndexPrincipal', name: string }> } }
   };

export type GroupMembers_AddMutationVariables = Exact<{
  input: AddGroupMembersInput;
}>;


export type GroupMembers_AddMutation = { __typename: 'Mutation', addGroupMembers:
    | { __typename: 'AddGroupMembersPayload', group: { __typename: 'Group', id: string } }
    | { __typename: 'FreshSignInRequiredError', message: string, code: string, path: Array<string> }
    | { __typename: 'InvalidInputError', message: string, code: string, path: Array<string> }
    | { __typename: 'NotFoundError', message: string, code: string, path: Array<string> }
   };

export type GroupMembers_RemoveMutationVariables = Exact<{
  input: RemoveGroupMembersInput;
}>;


export type GroupMembers_RemoveMutation = { __typename: 'Mutation', removeGroupMembers:
    | { __typename: 'FreshSignInRequiredError', message: string, code: string, path: Array<string> }
    | { __typename: 'InvalidInputError', message: string, code: string, path: Array<string> }
    | { __typename: 'NotFoundError', message: string, code: string, path: Array<string> }
    | { __typename: 'RemoveGroupMembersPayload', group: { __typename: 'Group', id: string } }
   };

export type Layout_SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type Layout_SignOutMutation = { __typename: 'Mutation', signOut: { __typename: 'SignOutPayload', serial: number } };

export type OwnSessionsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type OwnSessionsQuery = { __typename: 'Query', viewer: { __typename: 'Viewer', sessions: { __typename: 'ViewerSessionsConnection', totalCount: number, nodes: Array<{ __typename: 'Session', id: string, sessionId: string, isCurrent: boolean, carrier: SessionCarrier, createdAt: string, lastSeenAt: string, address: string | null, client: string | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } } | null };

export type OwnSessions_EndMutationVariables = Exact<{
  input: EndSessionInput;
}>;


export type OwnSessions_EndMutation = { __typename: 'Mutation', endSession:
    | { __typename: 'EndSessionPayload', serial: number }
    | { __typename: 'NotFoundError', message: string, code: string, path: Array<string> }
   };

export type OwnSessions_EndOthersMutationVariables = Exact<{
  input: EndAllSessionsInput;
}>;


export type OwnSessions_EndOthersMutation = { __typename: 'Mutation', endAllSessions: { __typename: 'EndAllSessionsPayload', count: number } };

export type ProfileForm_UpdateMutationVariables = Exact<{
  input: UpdateProfileInput;
}>;


export type ProfileForm_UpdateMutation = { __typename: 'Mutation', updateProfile:
    | { __typename: 'FreshSignInRequiredError', message: string, code: string, path: Array<string> }
    | { __typename: 'InvalidInputError', message: string, code: string, path: Array<string> }
    | { __typename: 'NotFoundError', message: string, code: string, path: Array<string> }
    | { __typename: 'UpdateProfilePayload', user: { __typename: 'User', id: string, displayName: string | null, email: string | null } }
   };

export type ReleasesQueryVariables = Exact<{
  path: string;
  project: string;
  after?: string | null | undefined;
}>;


export type ReleasesQuery = { __typename: 'Query', packageIndex: { __typename: 'PackageIndex', id: string, project: { __typename: 'Project', id: string, releases: { __typename: 'ProjectReleasesConnection', nodes: Array<{ __typename: 'Release', id: string, version: string, summary: string | null, files: Array<{ __typename: 'File', id: string, filename: string, kind: FileKind, sizeBytes: number, sha256: string, requiresPython: string | null, uploadedAt: string, url: string }> }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } } | null } | null };

export type ResetPassword_ResetMutationVariables = Exact<{
  input: ResetPasswordInput;
}>;


export type ResetPassword_ResetMutation = { __typename: 'Mutation', resetPassword:
    | { __typename: 'FreshSignInRequiredError', message: string, code: string, path: Array<string> }
    | { __typename: 'NotAllowedError', message: string, code: string, path: Array<string> }
    | { __typename: 'NotFoundError', message: string, code: string, path: Array<string> }
    | { __typename: 'OwnAccountError', message: string, code: string, path: Array<string> }
    | { __typename: 'ResetPasswordPayload', link: string, emailSent: boolean }
   };

export type RevokeToken_RevokeMutationVariables = Exact<{
  input: RevokeTokenInput;
}>;


export type RevokeToken_RevokeMutation = { __typename: 'Mutation', revokeToken:
    | { __typename: 'InvalidInputError', message: string, code: string, path: Array<string> }
    | { __typename: 'NotFoundError', message: string, code: string, path: Array<string> }
    | { __typename: 'RevokeTokenPayload', token: { __typename: 'Token', id: string, state: TokenState, revokedAt: string | null, revokeReason: RevokeReason | null, viewerCanRevoke: boolean, viewerCanChange: boolean } }
   };

export type RevokeTokens_LiveQueryVariables = Exact<{
  owner: string;
}>;


export type RevokeTokens_LiveQuery = { __typename: 'Query', active: { __typename: 'QueryTokensConnection', totalCount: number }, pending: { __typename: 'QueryTokensConnection', totalCount: number }, rotating: { __typename: 'QueryTokensConnection', totalCount: number }, disabled: { __typename: 'QueryTokensConnection', totalCount: number } };

export type RevokeTokens_RevokeMutationVariables = Exact<{
  input: RevokeTokensInput;
}>;


export type RevokeTokens_RevokeMutation = { __typename: 'Mutation', revokeTokens:
    | { __typename: 'InvalidInputError', message: string, code: string, path: Array<string> }
    | { __typename: 'NotAllowedError', message: string, code: string, path: Array<string> }
    | { __typename: 'NotFoundError', message: string, code: string, path: Array<string> }
    | { __typename: 'RevokeTokensPayload', revoked: number }
   };

export type RotateToken_RotateMutationVariables = Exact<{
  input: RotateTokenInput;
}>;


export type RotateToken_RotateMutation = { __typename: 'Mutation', rotateToken:
    | { __typename: 'FreshSignInRequiredError', message: string, code: string, path: Array<string> }
    | { __typename: 'InvalidInputError', message: string, code: string, path: Array<string> }
    | { __typename: 'NotAllowedError', message: string, code: string, path: Array<string> }
    | { __typename: 'NotFoundError', message: string, code: string, path: Array<string> }
    | { __typename: 'RateLimitedError', message: string, code: string, path: Array<string> }
    | { __typename: 'RotateTokenPayload', plaintext: string, token: { __typename: 'Token', id: string, name: string, scopes: Array<string> }, configurations: Array<{ __typename: 'TokenConfiguration', packageIndex: string | null, tool: TokenTool, parts: Array<{ __typename: 'TokenConfigurationPart', title: string, place: string, text: string }> }> }
   };

export type TokenDetails_UpdateMutationVariables = Exact<{
  input: UpdateTokenInput;
}>;


export type TokenDetails_UpdateMutation = { __typename: 'Mutation', updateToken:
    | { __typename: 'InvalidInputError', message: string, code: string, path: Array<string> }
    | { __typename: 'NameTakenError', message: string, code: string, path: Array<string> }
    | { __typename: 'NotAllowedError', message: string, code: string, path: Array<string> }
    | { __typename: 'NotFoundError', message: string, code: string, path: Array<string> }
    | { __typename: 'UpdateTokenPayload', token: { __typename: 'Token', id: string, name: string, description: string | null } }
   };

export type TokenForm_IndexesQueryVariables = Exact<{
  path: string;
  named: boolean;
}>;


export type TokenForm_IndexesQuery = { __typename: 'Query', packageIndexes: { __typename: 'QueryPackageIndexesConnection', nodes: Array<{ __typename: 'PackageIndex', id: string, path: string, viewerCanRead: boolean, viewerCanUpload: boolean, viewerCanAdminister: boolean }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean } }, packageIndex?: { __typename: 'PackageIndex', id: string, path: string, viewerCanRead: boolean, viewerCanUpload: boolean, viewerCanAdminister: boolean } | null };

export type TokenForm_CreateMutationVariables = Exact<{
  input: CreateTokenInput;
}>;


export type TokenForm_CreateMutation = { __typename: 'Mutation', createToken:
    | { __typename: 'CreateTokenPayload', plaintext: string, token: { __typename: 'Token', id: string, name: string, scopes: Array<string> }, configurations: Array<{ __typename: 'TokenConfiguration', packageIndex: string | null, tool: TokenTool, parts: Array<{ __typename: 'TokenConfigurationPart', title: string, place: string, text: string }> }> }
    | { __typename: 'FreshSignInRequiredError', message: string, code: string, path: Array<string> }
    | { __typename: 'InvalidInputError', message: string, code: string, path: Array<string> }
    | { __typename: 'NameTakenError', message: string, code: string, path: Array<string> }
    | { __typename: 'NotAllowedError', message: string, code: string, path: Array<string> }
    | { __typename: 'NotFoundError', message: string, code: string, path: Array<string> }
    | { __typename: 'RateLimitedError', message: string, code: string, path: Array<string> }
   };

export type TokenRowFragment = { __typename: 'Token', id: string, tokenId: string, name: string, description: string | null, wire: TokenWire, scopes: Array<string>, allIndexes: boolean, allProjects: boolean, projects: Array<string>, allAddresses: boolean, addresses: Array<string>, state: TokenState, createdAt: string, createdAddress: string | null, notBefore: string | null, expiresAt: string | null, graceUntil: string | null, revokeReason: RevokeReason | null, rotatedFrom: string | null, lastUsedAt: string | null, lastUsedAddress: string | null, lastUsedClient: string | null, viewerCanRevoke: boolean, viewerCanChange: boolean, indexes: Array<{ __typename: 'PackageIndex', id: string, path: string }>, owner: { __typename: 'User', id: string, name: string }, issuer: { __typename: 'User', id: string, name: string } };

export type UnusableScopesQueryVariables = Exact<{
  path: string;
}>;


export type UnusableScopesQuery = { __typename: 'Query', packageIndex: { __typename: 'PackageIndex', id: string, path: string, viewerCanRead: boolean, viewerCanUpload: boolean, viewerCanAdminister: boolean } | null };

export type UserDetails_UpdateMutationVariables = Exact<{
  input: UpdateUserInput;
}>;


export type UserDetails_UpdateMutation = { __typename: 'Mutation', updateUser:
    | { __typename: 'FreshSignInRequiredError', message: string, code: string, path: Array<string> }
    | { __typename: 'InvalidInputError', message: string, code: string, path: Array<string> }
    | { __typename: 'LastAdminError', message: string, code: string, path: Array<string> }
    | { __typename: 'NotAllowedError', message: string, code: string, path: Array<string> }
    | { __typename: 'NotFoundError', message: string, code: string, path: Array<string> }
    | { __typename: 'OwnAccountError', message: string, code: string, path: Array<string> }
    | { __typename: 'UpdateUserPayload', user: { __typename: 'User', id: string, displayName: string | null, email: string | null, role: Role } }
   };

export type UserState_DeactivateMutationVariables = Exact<{
  input: DeactivateUserInput;
}>;


export type UserState_DeactivateMutation = { __typename: 'Mutation', deactivateUser:
    | { __typename: 'DeactivateUserPayload', user: { __typename: 'User', id: string, deactivatedAt: string | null, deactivatedBy: { __typename: 'User', id: string, name: string } | null } }
    | { __typename: 'FreshSignInRequiredError', message: string, code: string, path: Array<string> }
    | { __typename: 'LastAdminError', message: string, code: string, path: Array<string> }
    | { __typename: 'NotAllowedError', message: string, code: string, path: Array<string> }
    | { __typename: 'NotFoundError', message: string, code: string, path: Array<string> }
    | { __typename: 'OwnAccountError', message: string, code: string, path: Array<string> }
   };

export type UserState_ActivateMutationVariables = Exact<{
  input: ActivateUserInput;
}>;


export type UserState_ActivateMutation = { __typename: 'Mutation', activateUser:
    | { __typename: 'ActivateUserPayload', user: { __typename: 'User', id: string, deactivatedAt: string | null, deactivatedBy: { __typename: 'User', id: string, name: string } | null } }
    | { __typename: 'FreshSignInRequiredError', message: string, code: string, path: Array<string> }
    | { __typename: 'NotFoundError', message: string, code: string, path: Array<string> }
   };

export type UserTokensQueryVariables = Exact<{
  owner: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type UserTokensQuery = { __typename: 'Query', tokens: { __typename: 'QueryTokensConnection', nodes: Array<{ __typename: 'Token', id: string, tokenId: string, name: string, description: string | null, wire: TokenWire, scopes: Array<string>, allIndexes: boolean, allProjects: boolean, projects: Array<string>, allAddresses: boolean, addresses: Array<string>, state: TokenState, createdAt: string, createdAddress: string | null, notBefore: string | null, expiresAt: string | null, graceUntil: string | null, revokeReason: RevokeReason | null, rotatedFrom: string | null, lastUsedAt: string | null, lastUsedAddress: string | null, lastUsedClient: string | null, viewerCanRevoke: boolean, viewerCanChange: boolean, indexes: Array<{ __typename: 'PackageIndex', id: string, path: string }>, owner: { __typename: 'User', id: string, name: string }, issuer: { __typename: 'User', id: string, name: string } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type OneTimeLink_CanRedeemQueryVariables = Exact<{
  secret: string;
}>;


export type OneTimeLink_CanRedeemQuery = { __typename: 'Query', canRedeemLink: boolean };

export type OneTimeLink_RedeemMutationVariables = Exact<{
  input: RedeemLinkInput;
}>;


export type OneTimeLink_RedeemMutation = { __typename: 'Mutation', redeemLink:
    | { __typename: 'InvalidInputError', message: string, code: string, path: Array<string> }
    | { __typename: 'LinkInvalidError', message: string, code: string, path: Array<string> }
    | { __typename: 'NameTakenError', message: string, code: string, path: Array<string> }
    | { __typename: 'RedeemLinkPayload', expiresAt: string }
   };

export type AccountPageQueryVariables = Exact<{ [key: string]: never; }>;


export type AccountPageQuery = { __typename: 'Query', viewer: { __typename: 'Viewer', user: { __typename: 'User', id: string, displayName: string | null, email: string | null } } | null };

export type AuditPageQueryVariables = Exact<{
  filter?: AuditFilterInput | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type AuditPageQuery = { __typename: 'Query', auditEvents: { __typename: 'QueryAuditEventsConnection', nodes: Array<{ __typename: 'AuditEvent', id: string, at: string, action: AuditAction, actor: string, credential: AuditCredential, credentialId: string | null, subject: string, address: string | null, detail: { __typename: 'AuditDetail', members: Array<string>, addresses: Array<string>, allIndexes: boolean | null, code: string | null, displayName: boolean | null, email: boolean | null, expiresAt: string | null, graceUntil: string | null, indexes: Array<string>, name: string | null, nameBefore: string | null, notBefore: string | null, owner: string | null, patterns: Array<string>, readers: Array<string>, reason: string | null, role: string | null, roleBefore: string | null, scopes: Array<string>, times: number | null, to: string | null, tokens: number | null, uploaders: Array<string>, users: Array<string>, version: string | null, wire: string | null } | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type GroupPageQueryVariables = Exact<{
  name: string;
}>;


export type GroupPageQuery = { __typename: 'Query', group: { __typename: 'Group', id: string, name: string, description: string | null, indexes: Array<string>, members: { __typename: 'GroupMembersConnection', totalCount: number, nodes: Array<{ __typename: 'GroupMember', id: string, createdAt: string, user: { __typename: 'User', id: string, name: string } }> } } | null };

export type GroupsPageQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type GroupsPageQuery = { __typename: 'Query', groups: { __typename: 'QueryGroupsConnection', nodes: Array<{ __typename: 'Group', id: string, name: string, description: string | null, indexes: Array<string>, members: { __typename: 'GroupMembersConnection', totalCount: number } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type IndexesPageQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type IndexesPageQuery = { __typename: 'Query', packageIndexes: { __typename: 'QueryPackageIndexesConnection', nodes: Array<{ __typename: 'PackageIndex', id: string, path: string, name: string, description: string | null, createdAt: string, viewerCanRead: boolean, viewerCanUpload: boolean, viewerCanAdminister: boolean, owner: { __typename: 'User', id: string, name: string } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type PackageIndexPageQueryVariables = Exact<{
  path: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type PackageIndexPageQuery = { __typename: 'Query', packageIndex: { __typename: 'PackageIndex', id: string, path: string, kind: IndexKind, description: string | null, url: string, simpleUrl: string, isVolatile: boolean, uploadChecks: UploadChecks, maxAgeSeconds: number, quotaBytes: number | null, sizeBytes: number | null, viewerCanRead: boolean, viewerCanUpload: boolean, viewerCanAdminister: boolean, readers: Array<{ __typename: 'IndexPrincipal', name: string }>, uploaders: Array<{ __typename: 'IndexPrincipal', name: string }>, bases: Array<{ __typename: 'PackageIndex', id: string, path: string, kind: IndexKind }>, rules: Array<{ __typename: 'IndexRule', effect: RuleEffect, pattern: string }>, reservations: Array<{ __typename: 'NameReservation', pattern: string }>, upstreamGrants: Array<{ __typename: 'UpstreamGrant', project: string, mirror: string | null, reason: string }>, mirror: { __typename: 'Mirror', upstreamUrl: string, username: string | null, hasPassword: boolean, freshSeconds: number, staleSeconds: number, minAgeDays: number, isOffline: boolean, allowsPrivateAddresses: boolean, fileHosts: Array<string> } | null, retention: { __typename: 'RetentionRule', keepReleases: number | null, keepDays: number | null, prereleasesOnly: boolean } | null, projects: { __typename: 'PackageIndexProjectsConnection', totalCount: number, nodes: Array<{ __typename: 'Project', id: string, name: string, normalizedName: string, releases: { __typename: 'ProjectReleasesConnection', totalCount: number, nodes: Array<{ __typename: 'Release', id: string, version: string, summary: string | null, createdAt: string }> } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null } | null };

export type SignInPage_SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInPage_SignInMutation = { __typename: 'Mutation', signIn:
    | { __typename: 'InvalidInputError', message: string, code: string, path: Array<string> }
    | { __typename: 'RateLimitedError', message: string, code: string, path: Array<string> }
    | { __typename: 'SignInFailedError', message: string, code: string, path: Array<string> }
    | { __typename: 'SignInPayload', expiresAt: string }
   };

export type TokensPageQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type TokensPageQuery = { __typename: 'Query', tokens: { __typename: 'QueryTokensConnection', nodes: Array<{ __typename: 'Token', id: string, tokenId: string, name: string, description: string | null, wire: TokenWire, scopes: Array<string>, allIndexes: boolean, allProjects: boolean, projects: Array<string>, allAddresses: boolean, addresses: Array<string>, state: TokenState, createdAt: string, createdAddress: string | null, notBefore: string | null, expiresAt: string | null, graceUntil: string | null, revokeReason: RevokeReason | null, rotatedFrom: string | null, lastUsedAt: string | null, lastUsedAddress: string | null, lastUsedClient: string | null, viewerCanRevoke: boolean, viewerCanChange: boolean, indexes: Array<{ __typename: 'PackageIndex', id: string, path: string }>, owner: { __typename: 'User', id: string, name: string }, issuer: { __typename: 'User', id: string, name: string } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type UserPageQueryVariables = Exact<{
  name: string;
}>;


export type UserPageQuery = { __typename: 'Query', user: { __typename: 'User', id: string, name: string, displayName: string | null, email: string | null, kind: UserKind, role: Role, deactivatedAt: string | null, deactivatedBy: { __typename: 'User', id: string, name: string } | null, groups: Array<{ __typename: 'Group', id: string, name: string }> } | null };

export type UsersPageQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  filter?: UserFilterInput | null | undefined;
}>;


export type UsersPageQuery = { __typename: 'Query', users: { __typename: 'QueryUsersConnection', totalCount: number, nodes: Array<{ __typename: 'User', id: string, name: string, displayName: string | null, email: string | null, kind: UserKind, role: Role, createdAt: string, deactivatedAt: string | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } };

export type SessionWatchSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type SessionWatchSubscription = { viewerChanged: { __typename: 'Viewer', name: string, user: { __typename: 'User', id: string, role: Role, displayName: string | null, email: string | null } } };

export type SessionQueryVariables = Exact<{ [key: string]: never; }>;


export type SessionQuery = { __typename: 'Query', viewer: { __typename: 'Viewer', name: string, canCreateIndexes: boolean, user: { __typename: 'User', id: string, role: Role } } | null, server: { __typename: 'Server', version: string, setupNeeded: boolean, publicUrl: string } };

export const TokenRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TokenRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Token"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"tokenId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"wire"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"allIndexes"}},{"kind":"Field","name":{"kind":"Name","value":"indexes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"Field","name":{"kind":"Name","value":"allProjects"}},{"kind":"Field","name":{"kind":"Name","value":"projects"}},{"kind":"Field","name":{"kind":"Name","value":"allAddresses"}},{"kind":"Field","name":{"kind":"Name","value":"addresses"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAddress"}},{"kind":"Field","name":{"kind":"Name","value":"notBefore"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"graceUntil"}},{"kind":"Field","name":{"kind":"Name","value":"revokeReason"}},{"kind":"Field","name":{"kind":"Name","value":"rotatedFrom"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAddress"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedClient"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"issuer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanRevoke"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanChange"}}]}}]} as unknown as DocumentNode<TokenRowFragment, unknown>;
export const ChangePassword_ChangeDocument = {"__meta__":{"hash":"sha256:f1a98502b0f78d0c189d4d3f64428da9db6dca11a97e6115952977b923d76e86"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangePassword_Change"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ChangePasswordInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"changePassword"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ChangePasswordPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<ChangePassword_ChangeMutation, ChangePassword_ChangeMutationVariables>;
export const ConfirmPassword_RenewDocument = {"__meta__":{"hash":"sha256:3e589c2ac1071060a53f9345c22407e83375d44339ec55b2a5817e826eb82d8a"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConfirmPassword_Renew"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RenewSessionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"renewSession"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RenewSessionPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<ConfirmPassword_RenewMutation, ConfirmPassword_RenewMutationVariables>;
export const CreateGroupDialog_CreateDocument = {"__meta__":{"hash":"sha256:37ba88fa5043fd03f6f230eb9e25d22084b1a5ba9e0b452031c46ab607a9c8ea"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateGroupDialog_Create"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateGroupInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"createGroup"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateGroupPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"group"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<CreateGroupDialog_CreateMutation, CreateGroupDialog_CreateMutationVariables>;
export const CreateIndexDialog_CreateDocument = {"__meta__":{"hash":"sha256:dcfbb3a06c0b49501d466fd09d57d2597510e91f998cfdcf56bfbbdaeecead46"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateIndexDialog_Create"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreatePackageIndexInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"createPackageIndex"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreatePackageIndexPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"packageIndex"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<CreateIndexDialog_CreateMutation, CreateIndexDialog_CreateMutationVariables>;
export const CreateUserDialog_CreateDocument = {"__meta__":{"hash":"sha256:66a360628dd0a2121802fc7aae61c3b6b7659ab691883cf9c0beb92a92ac29f7"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateUserDialog_Create"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateUserInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"createUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateUserPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"setupLink"}},{"kind":"Field","name":{"kind":"Name","value":"emailSent"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<CreateUserDialog_CreateMutation, CreateUserDialog_CreateMutationVariables>;
export const DeleteGroup_DeleteDocument = {"__meta__":{"hash":"sha256:f006a78340eb7d291bc2bc1d17244fc3d481b7cdb8903a0db0324233522e3303"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteGroup_Delete"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteGroupInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"deleteGroup"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteGroupPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"deletedName"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<DeleteGroup_DeleteMutation, DeleteGroup_DeleteMutationVariables>;
export const DeleteIndex_ConsequencesDocument = {"__meta__":{"hash":"sha256:1844de68e72e297aa7324bf5340d0ce3cc1ac28774b1c47158cd43f8f7ba9592"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DeleteIndex_Consequences"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"path"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"packageIndex"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"path"},"value":{"kind":"Variable","name":{"kind":"Name","value":"path"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"deletionConsequences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"projects"}},{"kind":"Field","name":{"kind":"Name","value":"files"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}},{"kind":"Field","name":{"kind":"Name","value":"tokens"}},{"kind":"Field","name":{"kind":"Name","value":"dependants"}}]}}]}}]}}]} as unknown as DocumentNode<DeleteIndex_ConsequencesQuery, DeleteIndex_ConsequencesQueryVariables>;
export const DeleteIndex_DeleteDocument = {"__meta__":{"hash":"sha256:394abe4787251e175ec81ec3e3ab853bbfbffca279d96437d0a1f63df7a9214e"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteIndex_Delete"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeletePackageIndexInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"deletePackageIndex"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DeletePackageIndexPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"serial"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<DeleteIndex_DeleteMutation, DeleteIndex_DeleteMutationVariables>;
export const DeleteUser_DeleteDocument = {"__meta__":{"hash":"sha256:ed3de35daf9f3a4cebb952a06126e7940d872fa796953bdf27ba334fa5f6f103"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteUser_Delete"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteUserInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"deleteUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteUserPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"deletedName"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<DeleteUser_DeleteMutation, DeleteUser_DeleteMutationVariables>;
export const EditAccess_UpdateDocument = {"__meta__":{"hash":"sha256:f1fe6021e6bca449319f7eeb4bc5973f2e92873f4cd4ffe6dcf3a5b994d24f28"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EditAccess_Update"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdatePackageIndexInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"updatePackageIndex"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UpdatePackageIndexPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"packageIndex"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"readers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"uploaders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanRead"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanUpload"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanAdminister"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<EditAccess_UpdateMutation, EditAccess_UpdateMutationVariables>;
export const GroupMembers_AddDocument = {"__meta__":{"hash":"sha256:d9444b8b0c6dda4d7c9e7bb412a4e78472736d64cdf28b1b61d9aad99b017e89"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"GroupMembers_Add"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AddGroupMembersInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"addGroupMembers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AddGroupMembersPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"group"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<GroupMembers_AddMutation, GroupMembers_AddMutationVariables>;
export const GroupMembers_RemoveDocument = {"__meta__":{"hash":"sha256:3a6151dc04e693561004f2c908a7eacfd08be780931650b22bc0ac59635efcf6"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"GroupMembers_Remove"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RemoveGroupMembersInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"removeGroupMembers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RemoveGroupMembersPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"group"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<GroupMembers_RemoveMutation, GroupMembers_RemoveMutationVariables>;
export const Layout_SignOutDocument = {"__meta__":{"hash":"sha256:a460e25b6830cc0ec7bd160973fcfa16099ab0fdac6ff022805527a286a4f54b"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Layout_SignOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"signOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignOutPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"serial"}}]}}]}}]}}]} as unknown as DocumentNode<Layout_SignOutMutation, Layout_SignOutMutationVariables>;
export const OwnSessionsDocument = {"__meta__":{"hash":"sha256:d4e5baf36d9b8fb279fb4547a6d6409863c76e379bce091576d62d50ced56be6"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OwnSessions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sessions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"sessionId"}},{"kind":"Field","name":{"kind":"Name","value":"isCurrent"}},{"kind":"Field","name":{"kind":"Name","value":"carrier"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastSeenAt"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"client"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<OwnSessionsQuery, OwnSessionsQueryVariables>;
export const OwnSessions_EndDocument = {"__meta__":{"hash":"sha256:3298044079ebecd9dd6f4eb548765b652cd634993d2aaa1363bdb5261296c683"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"OwnSessions_End"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EndSessionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"endSession"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EndSessionPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"serial"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<OwnSessions_EndMutation, OwnSessions_EndMutationVariables>;
export const OwnSessions_EndOthersDocument = {"__meta__":{"hash":"sha256:8bddcd64c87dfc1ffb6461ac5b5515e6860dde4dc922bed145b7e31a98982669"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"OwnSessions_EndOthers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EndAllSessionsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"endAllSessions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EndAllSessionsPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}}]}}]}}]} as unknown as DocumentNode<OwnSessions_EndOthersMutation, OwnSessions_EndOthersMutationVariables>;
export const ProfileForm_UpdateDocument = {"__meta__":{"hash":"sha256:63d77bdfcacf49388d4a32ecbefbaeb2d8e10dc6c7e0c26a23fc07d7ac207591"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ProfileForm_Update"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateProfileInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"updateProfile"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateProfilePayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<ProfileForm_UpdateMutation, ProfileForm_UpdateMutationVariables>;
export const ReleasesDocument = {"__meta__":{"hash":"sha256:4cc203a3db1863eede86e8d3148220c187ed73d4973011d2e61f77baaf4aa6c2"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Releases"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"path"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"project"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"packageIndex"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"path"},"value":{"kind":"Variable","name":{"kind":"Name","value":"path"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"project"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"name"},"value":{"kind":"Variable","name":{"kind":"Name","value":"project"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"releases"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"files"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"filename"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"sizeBytes"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"requiresPython"}},{"kind":"Field","name":{"kind":"Name","value":"uploadedAt"}},{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ReleasesQuery, ReleasesQueryVariables>;
export const ResetPassword_ResetDocument = {"__meta__":{"hash":"sha256:def053571e47126671fef2bbe4a0aa838a9c8ea48011dc3a5cede5600ee69e13"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResetPassword_Reset"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ResetPasswordInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"resetPassword"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ResetPasswordPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"link"}},{"kind":"Field","name":{"kind":"Name","value":"emailSent"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<ResetPassword_ResetMutation, ResetPassword_ResetMutationVariables>;
export const RevokeToken_RevokeDocument = {"__meta__":{"hash":"sha256:cefe5676d4acd3e835fff59c6d1c94325bf1fa6b409e6d1475369217155cf849"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeToken_Revoke"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RevokeTokenInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"revokeToken"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RevokeTokenPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"token"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"revokedAt"}},{"kind":"Field","name":{"kind":"Name","value":"revokeReason"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanRevoke"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanChange"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<RevokeToken_RevokeMutation, RevokeToken_RevokeMutationVariables>;
export const RevokeTokens_LiveDocument = {"__meta__":{"hash":"sha256:e132bbd023d61699f2f3179d733fb634c9f6948a69e34c857ea35175bf823747"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RevokeTokens_Live"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"owner"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","alias":{"kind":"Name","value":"active"},"name":{"kind":"Name","value":"tokens"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"owner"},"value":{"kind":"Variable","name":{"kind":"Name","value":"owner"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"state"},"value":{"kind":"EnumValue","value":"ACTIVE"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"pending"},"name":{"kind":"Name","value":"tokens"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"owner"},"value":{"kind":"Variable","name":{"kind":"Name","value":"owner"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"state"},"value":{"kind":"EnumValue","value":"PENDING"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"rotating"},"name":{"kind":"Name","value":"tokens"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"owner"},"value":{"kind":"Variable","name":{"kind":"Name","value":"owner"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"state"},"value":{"kind":"EnumValue","value":"ROTATING"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"disabled"},"name":{"kind":"Name","value":"tokens"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"owner"},"value":{"kind":"Variable","name":{"kind":"Name","value":"owner"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"state"},"value":{"kind":"EnumValue","value":"DISABLED"}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<RevokeTokens_LiveQuery, RevokeTokens_LiveQueryVariables>;
export const RevokeTokens_RevokeDocument = {"__meta__":{"hash":"sha256:c1891d1b66248347b7a697b8f3c523345d698ae4b1783b748cf23c4c968339c7"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeTokens_Revoke"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RevokeTokensInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"revokeTokens"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RevokeTokensPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"revoked"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<RevokeTokens_RevokeMutation, RevokeTokens_RevokeMutationVariables>;
export const RotateToken_RotateDocument = {"__meta__":{"hash":"sha256:235b02fef6f204be7d5e6a8a2808fd57754fc74877961adfb2c254530e1e02e1"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RotateToken_Rotate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RotateTokenInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"rotateToken"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RotateTokenPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"token"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"plaintext"}},{"kind":"Field","name":{"kind":"Name","value":"configurations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"packageIndex"}},{"kind":"Field","name":{"kind":"Name","value":"tool"}},{"kind":"Field","name":{"kind":"Name","value":"parts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<RotateToken_RotateMutation, RotateToken_RotateMutationVariables>;
export const TokenDetails_UpdateDocument = {"__meta__":{"hash":"sha256:bed98cced9d7aac413e977b1718edb48f011919394cbc96df15ba7e3ba790259"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TokenDetails_Update"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateTokenInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"updateToken"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateTokenPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"token"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<TokenDetails_UpdateMutation, TokenDetails_UpdateMutationVariables>;
export const TokenForm_IndexesDocument = {"__meta__":{"hash":"sha256:f8b9b18a88e5b1f2e2aac1e98b386652b0760bffbc8388e0c2cdd21d684cb6e8"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TokenForm_Indexes"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"path"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"named"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"packageIndexes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanRead"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanUpload"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanAdminister"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"packageIndex"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"path"},"value":{"kind":"Variable","name":{"kind":"Name","value":"path"}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"named"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanRead"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanUpload"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanAdminister"}}]}}]}}]} as unknown as DocumentNode<TokenForm_IndexesQuery, TokenForm_IndexesQueryVariables>;
export const TokenForm_CreateDocument = {"__meta__":{"hash":"sha256:c1a420430fce2e7bdf11ea0865c73f21377a03ebed2dde475e46815e071c8a78"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TokenForm_Create"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateTokenInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"createToken"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreateTokenPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"token"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}}]}},{"kind":"Field","name":{"kind":"Name","value":"plaintext"}},{"kind":"Field","name":{"kind":"Name","value":"configurations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"packageIndex"}},{"kind":"Field","name":{"kind":"Name","value":"tool"}},{"kind":"Field","name":{"kind":"Name","value":"parts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<TokenForm_CreateMutation, TokenForm_CreateMutationVariables>;
export const UnusableScopesDocument = {"__meta__":{"hash":"sha256:177b6e52aebc878796baab69567881c1922d6d72461616c7bf6afba45d70508d"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"UnusableScopes"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"path"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"packageIndex"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"path"},"value":{"kind":"Variable","name":{"kind":"Name","value":"path"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanRead"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanUpload"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanAdminister"}}]}}]}}]} as unknown as DocumentNode<UnusableScopesQuery, UnusableScopesQueryVariables>;
export const UserDetails_UpdateDocument = {"__meta__":{"hash":"sha256:d00e220d7e084e910acfafdf6ab2496fad84b9c1fc95929c53c8b455ccaa1451"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UserDetails_Update"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateUserInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"updateUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateUserPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"role"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<UserDetails_UpdateMutation, UserDetails_UpdateMutationVariables>;
export const UserState_DeactivateDocument = {"__meta__":{"hash":"sha256:154f5daceca6678de8e1ca7950efcba5d0a87767638c32950ed9b95213786fa0"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UserState_Deactivate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeactivateUserInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"deactivateUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DeactivateUserPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"deactivatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deactivatedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<UserState_DeactivateMutation, UserState_DeactivateMutationVariables>;
export const UserState_ActivateDocument = {"__meta__":{"hash":"sha256:9a50dc7a05e99fcdc76caef33d72c7e66eb8ac3f4cdbe19602936d0004356938"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UserState_Activate"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ActivateUserInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"activateUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ActivateUserPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"deactivatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deactivatedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<UserState_ActivateMutation, UserState_ActivateMutationVariables>;
export const UserTokensDocument = {"__meta__":{"hash":"sha256:49b4dfb1c4fcb904e6bd63c8129aec5939400b00c647785e2e2cb8b3c3f95b9a"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"UserTokens"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"owner"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"tokens"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"owner"},"value":{"kind":"Variable","name":{"kind":"Name","value":"owner"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"TokenRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TokenRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Token"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"tokenId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"wire"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"allIndexes"}},{"kind":"Field","name":{"kind":"Name","value":"indexes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"Field","name":{"kind":"Name","value":"allProjects"}},{"kind":"Field","name":{"kind":"Name","value":"projects"}},{"kind":"Field","name":{"kind":"Name","value":"allAddresses"}},{"kind":"Field","name":{"kind":"Name","value":"addresses"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAddress"}},{"kind":"Field","name":{"kind":"Name","value":"notBefore"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"graceUntil"}},{"kind":"Field","name":{"kind":"Name","value":"revokeReason"}},{"kind":"Field","name":{"kind":"Name","value":"rotatedFrom"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAddress"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedClient"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"issuer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanRevoke"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanChange"}}]}}]} as unknown as DocumentNode<UserTokensQuery, UserTokensQueryVariables>;
export const OneTimeLink_CanRedeemDocument = {"__meta__":{"hash":"sha256:0dbed316eb751e08a027f12e4a1630c42291a74869665c45754403e5f5e52a73"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OneTimeLink_CanRedeem"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"secret"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"canRedeemLink"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"secret"},"value":{"kind":"Variable","name":{"kind":"Name","value":"secret"}}}]}]}}]} as unknown as DocumentNode<OneTimeLink_CanRedeemQuery, OneTimeLink_CanRedeemQueryVariables>;
export const OneTimeLink_RedeemDocument = {"__meta__":{"hash":"sha256:5c76c5c34c5eb286d14ead408631e393b36428febbe1a3542c3a56cd5e871958"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"OneTimeLink_Redeem"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RedeemLinkInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"redeemLink"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RedeemLinkPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<OneTimeLink_RedeemMutation, OneTimeLink_RedeemMutationVariables>;
export const AccountPageDocument = {"__meta__":{"hash":"sha256:573106fe2ae1c350adf39f4852643dc9247749ae012d1162c74c6ca4bc22ce19"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AccountPage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]}}]}}]} as unknown as DocumentNode<AccountPageQuery, AccountPageQueryVariables>;
export const AuditPageDocument = {"__meta__":{"hash":"sha256:418b052b4a34eb7173fa4d95d85c753eab74f72944646ccfd0ff32b330b82ed5"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AuditPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AuditFilterInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"auditEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"actor"}},{"kind":"Field","name":{"kind":"Name","value":"credential"}},{"kind":"Field","name":{"kind":"Name","value":"credentialId"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"address"}},{"kind":"Field","name":{"kind":"Name","value":"detail"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"members"}},{"kind":"Field","name":{"kind":"Name","value":"addresses"}},{"kind":"Field","name":{"kind":"Name","value":"allIndexes"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"graceUntil"}},{"kind":"Field","name":{"kind":"Name","value":"indexes"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameBefore"}},{"kind":"Field","name":{"kind":"Name","value":"notBefore"}},{"kind":"Field","name":{"kind":"Name","value":"owner"}},{"kind":"Field","name":{"kind":"Name","value":"patterns"}},{"kind":"Field","name":{"kind":"Name","value":"readers"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"roleBefore"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"times"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"tokens"}},{"kind":"Field","name":{"kind":"Name","value":"uploaders"}},{"kind":"Field","name":{"kind":"Name","value":"users"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"wire"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<AuditPageQuery, AuditPageQueryVariables>;
export const GroupPageDocument = {"__meta__":{"hash":"sha256:54986cf1134f548b1da68d7e56584aa86eec0a40de7ec819a094de0223cef612"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"GroupPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"name"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"group"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"name"},"value":{"kind":"Variable","name":{"kind":"Name","value":"name"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"indexes"}},{"kind":"Field","name":{"kind":"Name","value":"members"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<GroupPageQuery, GroupPageQueryVariables>;
export const GroupsPageDocument = {"__meta__":{"hash":"sha256:60880f3164f666dfe1d02fd0b2401bda45601a7c9d56f280a18dde708c8ba26c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"GroupsPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"groups"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"indexes"}},{"kind":"Field","name":{"kind":"Name","value":"members"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<GroupsPageQuery, GroupsPageQueryVariables>;
export const IndexesPageDocument = {"__meta__":{"hash":"sha256:186a529ace8a3712d46a3f0abb5ad7f7af55edf405c3d2d15c196e389c424b01"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"IndexesPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"packageIndexes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanRead"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanUpload"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanAdminister"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<IndexesPageQuery, IndexesPageQueryVariables>;
export const PackageIndexPageDocument = {"__meta__":{"hash":"sha256:52f27c7cb07e312612a1589f4110c7dbf9313f3bb27460d1207e1e4ca8c22f5c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PackageIndexPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"path"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"packageIndex"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"path"},"value":{"kind":"Variable","name":{"kind":"Name","value":"path"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"simpleUrl"}},{"kind":"Field","name":{"kind":"Name","value":"readers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"uploaders"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"bases"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}},{"kind":"Field","name":{"kind":"Name","value":"isVolatile"}},{"kind":"Field","name":{"kind":"Name","value":"uploadChecks"}},{"kind":"Field","name":{"kind":"Name","value":"maxAgeSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"quotaBytes"}},{"kind":"Field","name":{"kind":"Name","value":"sizeBytes"}},{"kind":"Field","name":{"kind":"Name","value":"rules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"effect"}},{"kind":"Field","name":{"kind":"Name","value":"pattern"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reservations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"pattern"}}]}},{"kind":"Field","name":{"kind":"Name","value":"upstreamGrants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"project"}},{"kind":"Field","name":{"kind":"Name","value":"mirror"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"mirror"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"upstreamUrl"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"hasPassword"}},{"kind":"Field","name":{"kind":"Name","value":"freshSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"staleSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"minAgeDays"}},{"kind":"Field","name":{"kind":"Name","value":"isOffline"}},{"kind":"Field","name":{"kind":"Name","value":"allowsPrivateAddresses"}},{"kind":"Field","name":{"kind":"Name","value":"fileHosts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"retention"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"keepReleases"}},{"kind":"Field","name":{"kind":"Name","value":"keepDays"}},{"kind":"Field","name":{"kind":"Name","value":"prereleasesOnly"}}]}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanRead"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanUpload"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanAdminister"}},{"kind":"Field","name":{"kind":"Name","value":"projects"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"normalizedName"}},{"kind":"Field","name":{"kind":"Name","value":"releases"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]}}]} as unknown as DocumentNode<PackageIndexPageQuery, PackageIndexPageQueryVariables>;
export const SignInPage_SignInDocument = {"__meta__":{"hash":"sha256:efe07a55bb8939be52333073a5fb063d3738740307c2e52fddf2c40ebd81cf60"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignInPage_SignIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignInInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"signIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SignInPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}}]}}]}}]} as unknown as DocumentNode<SignInPage_SignInMutation, SignInPage_SignInMutationVariables>;
export const TokensPageDocument = {"__meta__":{"hash":"sha256:15322adaf9c3b77d0994f740e2d2edcd98a6b887026005585959bd3383f94ef8"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TokensPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"tokens"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"TokenRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TokenRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Token"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"tokenId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"wire"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"allIndexes"}},{"kind":"Field","name":{"kind":"Name","value":"indexes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"path"}}]}},{"kind":"Field","name":{"kind":"Name","value":"allProjects"}},{"kind":"Field","name":{"kind":"Name","value":"projects"}},{"kind":"Field","name":{"kind":"Name","value":"allAddresses"}},{"kind":"Field","name":{"kind":"Name","value":"addresses"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAddress"}},{"kind":"Field","name":{"kind":"Name","value":"notBefore"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"graceUntil"}},{"kind":"Field","name":{"kind":"Name","value":"revokeReason"}},{"kind":"Field","name":{"kind":"Name","value":"rotatedFrom"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedAddress"}},{"kind":"Field","name":{"kind":"Name","value":"lastUsedClient"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"issuer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanRevoke"}},{"kind":"Field","name":{"kind":"Name","value":"viewerCanChange"}}]}}]} as unknown as DocumentNode<TokensPageQuery, TokensPageQueryVariables>;
export const UserPageDocument = {"__meta__":{"hash":"sha256:24a26c0a9cc74e2a16b9054839552b14f72b7b49815464140c7f97d22c1a32f3"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"UserPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"name"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"name"},"value":{"kind":"Variable","name":{"kind":"Name","value":"name"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"deactivatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"deactivatedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<UserPageQuery, UserPageQueryVariables>;
export const UsersPageDocument = {"__meta__":{"hash":"sha256:2d55d2ea612d3571dc6ca872fb2c74f376b05a54044e11ef45a7657791850db8"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"UsersPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"last"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"before"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"UserFilterInput"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"users"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"Variable","name":{"kind":"Name","value":"last"}}},{"kind":"Argument","name":{"kind":"Name","value":"before"},"value":{"kind":"Variable","name":{"kind":"Name","value":"before"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"deactivatedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<UsersPageQuery, UsersPageQueryVariables>;
export const SessionWatchDocument = {"__meta__":{"hash":"sha256:ef48346e330e4f7a8c9de3d4e86b64e166dadf238f804a54ea23a5e5cd04b518"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"SessionWatch"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewerChanged"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]}}]}}]} as unknown as DocumentNode<SessionWatchSubscription, SessionWatchSubscriptionVariables>;
export const SessionDocument = {"__meta__":{"hash":"sha256:6cfc5e15f3a4181c64609ec4fd0c3030576cc99be3cd16d382b94cb699325a27"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Session"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"canCreateIndexes"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"role"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"server"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"setupNeeded"}},{"kind":"Field","name":{"kind":"Name","value":"publicUrl"}}]}}]}}]} as unknown as DocumentNode<SessionQuery, SessionQueryVariables>;