// The refusals that a mutation answers with: members of its result union, each implementing UserError. The classes
// are those of `domain/errors.ts`; a mutation lists the ones it can meet in its `errors` option.

import {
  ConfirmationMismatch,
  FreshSignInRequired,
  GroupInUse,
  IndexInUse,
  IndexKeepsFiles,
  InvalidInput,
  LastAdmin,
  LinkInvalid,
  NameTaken,
  NotAllowed,
  NotFound,
  OwnAccount,
  OwnsIndexes,
  RateLimited,
  ReleaseConflict,
  SignInFailed,
  UpstreamUnavailable,
  type Refusal,
} from '../domain/errors.ts';
import { builder } from './builder.ts';

const UserError = builder.interfaceRef<Refusal>('UserError').implement({
  description:
    'A deliberate no. Select it in every mutation, and a refusal that is added later is understood too.',
  fields: (t) => ({
    message: t.exposeString('message', {
      description: 'A full sentence for people: what is wrong, and what to do.',
    }),
    code: t.exposeString('code', {
      description: 'Stable, such as NAME_TAKEN; docs/errors.md has a section for each.',
    }),
    path: t.stringList({
      description: 'The input field it is about, from the outside inwards. Empty when it is about none.',
      resolve: ({ path }) => path,
    }),
  }),
});

builder.objectType(InvalidInput, {
  name: 'InvalidInputError',
  interfaces: [UserError],
  description:
    'An input breaks a rule. The code says which: INVALID_NAME, INVALID_PATH, INVALID_PASSWORD and so on.',
});

builder.objectType(NameTaken, {
  name: 'NameTakenError',
  interfaces: [UserError],
  description: 'The name is in use already, or must never be used again.',
  fields: (t) => ({
    name: t.exposeString('takenName', {
      description: 'The name as it was asked for, or the path for an index.',
    }),
  }),
});

builder.objectType(NotFound, {
  name: 'NotFoundError',
  interfaces: [UserError],
  description:
    'There is no such thing, or none that the viewer may know of: the two are told in the same words.',
});

builder.objectType(NotAllowed, {
  name: 'NotAllowedError',
  interfaces: [UserError],
  description: 'The viewer may see the thing and may not do this to it.',
});

builder.objectType(SignInFailed, {
  name: 'SignInFailedError',
  interfaces: [UserError],
  description: 'The name and the password open no session; which of the two is wrong is not told.',
});

builder.objectType(RateLimited, {
  name: 'RateLimitedError',
  interfaces: [UserError],
  description:
    'Too many wrong passwords, new tokens or reports came of late from this address or for this user. Nothing was ' +
    'checked or done, so a right password waits too.',
  fields: (t) => ({
    retryAfterSeconds: t.exposeInt('retryAfterSeconds', {
      description: 'In how many seconds there is room for one more attempt; at least 1.',
    }),
  }),
});

builder.objectType(LinkInvalid, {
  name: 'LinkInvalidError',
  interfaces: [UserError],
  description: 'The one-time link is unknown, was used already or has expired.',
});

builder.objectType(ConfirmationMismatch, {
  name: 'ConfirmationMismatchError',
  interfaces: [UserError],
  description: 'What was confirmed is not what would happen now. Look again, and confirm what you see.',
});

builder.objectType(FreshSignInRequired, {
  name: 'FreshSignInRequiredError',
  interfaces: [UserError],
  description:
    'The viewer may do this, and showed the password more than 15 minutes ago. Call renewSession, then try again.',
});

builder.objectType(LastAdmin, {
  name: 'LastAdminError',
  interfaces: [UserError],
  description: 'Afterwards nobody could administer the server. Make somebody else an admin before.',
});

builder.objectType(OwnAccount, {
  name: 'OwnAccountError',
  interfaces: [UserError],
  description: 'Nobody takes their own role, deactivates or deletes themselves. Another admin can.',
});

builder.objectType(OwnsIndexes, {
  name: 'OwnsIndexesError',
  interfaces: [UserError],
  description: 'The user owns package indexes, which would be nobody’s afterwards.',
  fields: (t) => ({
    indexes: t.exposeStringList('indexes', { description: 'Their paths, in order; at least one.' }),
  }),
});

builder.objectType(GroupInUse, {
  name: 'GroupInUseError',
  interfaces: [UserError],
  description: 'Lists of package indexes name the group.',
  fields: (t) => ({
    indexes: t.exposeStringList('indexes', {
      description: 'The paths of the indexes whose lists do, in order; at least one.',
    }),
  }),
});

builder.objectType(IndexInUse, {
  name: 'IndexInUseError',
  interfaces: [UserError],
  description: 'Other indexes have it as a base. Take it out of theirs first.',
  fields: (t) => ({
    indexes: t.exposeStringList('indexes', {
      description: 'The paths of those that the viewer may see, in order; empty when there are only others.',
    }),
  }),
});

builder.objectType(IndexKeepsFiles, {
  name: 'IndexKeepsFilesError',
  interfaces: [UserError],
  description: 'The index is not volatile: ask again with force, and the name of the file stays used.',
});

builder.objectType(ReleaseConflict, {
  name: 'ReleaseConflictError',
  interfaces: [UserError],
  description: 'The target holds, or held, other bytes under one of the file names.',
  fields: (t) => ({
    files: t.exposeStringList('files', { description: 'The file names, in order; at least one.' }),
  }),
});

builder.objectType(UpstreamUnavailable, {
  name: 'UpstreamUnavailableError',
  interfaces: [UserError],
  description: 'The upstream of a mirror did not answer, or not rightly.',
  fields: (t) => ({
    retryAfterSeconds: t.exposeInt('retryAfterSeconds', {
      description: 'In how many seconds it is worth another attempt; at least 1.',
    }),
  }),
});
