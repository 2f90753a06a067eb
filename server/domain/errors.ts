// The catalogue of refusals: every reason for which the product says no, with its stable code.
// Transports map a refusal in one place each: `server/http/errors.ts`, `server/graphql/errors.ts`.
// `docs/errors.md` has a section for every code; a test holds the two together.

/** What a code means: its HTTP status on the data plane, and the sentence in `docs/errors.md`. */
export const ERROR_CODES = {
  INVALID_NAME: { status: 400, meaning: 'A name breaks the rules for its kind.' },
  INVALID_PATH: { status: 400, meaning: 'An index path is not of the form owner/name.' },
  INVALID_EMAIL: { status: 400, meaning: 'An e-mail address has no local part or no domain.' },
  INVALID_PASSWORD: { status: 400, meaning: 'A password is too short or too long.' },
  PASSWORD_TOO_COMMON: { status: 400, meaning: 'A password is among those that are tried first.' },
  INVALID_PRINCIPAL: { status: 400, meaning: 'A reader or uploader list names somebody who does not exist.' },
  INVALID_SCOPE: { status: 400, meaning: 'A token was asked for with a scope that does not exist, or none.' },
  INVALID_EXPIRY: { status: 400, meaning: 'A token would end before it begins, in the past, or too late.' },
  INVALID_PATTERN: {
    status: 400,
    meaning: 'A project pattern is neither a name nor the beginning of names.',
  },
  INVALID_ADDRESS: { status: 400, meaning: 'An address range is neither an address nor a network.' },
  INVALID_BASE: { status: 400, meaning: 'A base does not exist, is named twice, or would close a circle.' },
  INVALID_RULE: { status: 400, meaning: 'A rule is neither a requirement nor a pattern of names.' },
  INVALID_UPSTREAM: { status: 400, meaning: 'The address of an upstream is none that a mirror may ask.' },
  INVALID_SETTING: { status: 400, meaning: 'A setting does not fit the kind of the index, or its limits.' },
  WOULD_WIDEN: {
    status: 400,
    meaning: 'A token would reach further than it does; only a new token can.',
  },
  INVALID_INPUT: { status: 400, meaning: 'An input breaks a rule that has no code of its own.' },
  NAME_TAKEN: { status: 409, meaning: 'The name is in use, or was used by a user who is gone.' },
  NOT_FOUND: { status: 404, meaning: 'There is no such thing, or none that the caller may know of.' },
  NOT_ALLOWED: { status: 403, meaning: 'The caller may see the thing and may not do this to it.' },
  LAST_ADMIN: { status: 409, meaning: 'It would leave the server without an active admin.' },
  OWN_ACCOUNT: {
    status: 409,
    meaning: 'Nobody demotes, deactivates or deletes themselves, or makes a link to their own account.',
  },
  OWNS_INDEXES: { status: 409, meaning: 'A user who still owns package indexes cannot be deleted.' },
  GROUP_IN_USE: {
    status: 409,
    meaning: 'A group that lists of package indexes still name cannot be deleted.',
  },
  INDEX_IN_USE: { status: 409, meaning: 'An index that is a base of others cannot be deleted.' },
  INDEX_KEEPS_FILES: {
    status: 403,
    meaning: 'The index is not volatile: what it holds is deleted only on purpose.',
  },
  RELEASE_CONFLICT: {
    status: 409,
    meaning: 'The target of a promotion holds, or held, other bytes under one of the file names.',
  },
  SIGN_IN_FAILED: { status: 401, meaning: 'The name and the password do not open a session.' },
  RATE_LIMITED: {
    status: 429,
    meaning: 'Too many wrong passwords or secrets, new tokens or reports came of late; wait, then try again.',
  },
  LINK_INVALID: { status: 400, meaning: 'A one-time link is unknown, used or expired.' },
  CONFIRMATION_MISMATCH: { status: 400, meaning: 'What was confirmed is not what would happen now.' },
  UNAUTHENTICATED: { status: 401, meaning: 'A credential is needed, or the one presented is not valid.' },
  FORBIDDEN: { status: 403, meaning: 'The credential is valid and does not allow this.' },
  FRESH_SIGN_IN_REQUIRED: {
    status: 403,
    meaning: 'This needs a session whose password was shown in the last 15 minutes.',
  },
  FORM_INVALID: {
    status: 400,
    meaning: 'An upload form lacks a field, repeats one, or holds a wrong value.',
  },
  ACTION_GONE: { status: 410, meaning: 'An action of uploaders that package indexes gave up long ago.' },
  FILENAME_INVALID: { status: 400, meaning: 'A file name is not that of a wheel or a source distribution.' },
  ARCHIVE_INVALID: { status: 400, meaning: 'A distribution is truncated, damaged or not an archive.' },
  METADATA_INVALID: { status: 400, meaning: 'A distribution has no readable core metadata.' },
  METADATA_DISAGREES: { status: 400, meaning: 'File name, form and metadata name different things.' },
  DIGEST_MISMATCH: { status: 400, meaning: 'The received bytes do not have the digest that was sent along.' },
  FILE_TOO_LARGE: { status: 400, meaning: 'The file is above the upload limit of this server.' },
  FILE_EXISTS: { status: 409, meaning: 'The index holds other bytes under this file name.' },
  INDEX_TAKES_NO_UPLOADS: { status: 403, meaning: 'The index is a mirror: nobody uploads to it.' },
  PROJECT_CLOSED: { status: 403, meaning: 'The project is archived or quarantined, and takes no files.' },
  NAME_SERVED_UPSTREAM: {
    status: 403,
    meaning: 'A new name was to be created that a mirror among the bases answers already.',
  },
  QUOTA_EXCEEDED: { status: 403, meaning: 'The file does not fit into the quota of the index.' },
  DISK_LOW: { status: 400, meaning: 'The disk of the server is nearly full, and takes no more files.' },
  FILENAME_USED: { status: 400, meaning: 'The file name was used before and its file was deleted.' },
  PATH_NOT_FOUND: { status: 404, meaning: 'No route of this server has this path.' },
  METHOD_NOT_ALLOWED: { status: 405, meaning: 'The route exists and does not take this method.' },
  NOT_ACCEPTABLE: { status: 406, meaning: 'None of the representations that the client accepts is offered.' },
  RANGE_NOT_SATISFIABLE: { status: 416, meaning: 'The requested range lies outside the file.' },
  FOREIGN_HOST: {
    status: 421,
    meaning: 'The request names a host that is not the public URL of this server.',
  },
  BAD_REQUEST: { status: 400, meaning: 'The request itself is malformed.' },
  CSRF: {
    status: 403,
    meaning: 'A request with the session cookie lacks the header that proves its origin.',
  },
  DOCUMENT_NOT_TRUSTED: {
    status: 403,
    meaning: 'A request with the session cookie sends a document that is not one of the web page’s.',
  },
  BAD_USER_INPUT: { status: 400, meaning: 'A GraphQL document or its variables do not fit the schema.' },
  LIMIT_EXCEEDED: {
    status: 400,
    meaning: 'A GraphQL document is longer, deeper or costlier, or asks for longer pages, than allowed.',
  },
  TIMEOUT: { status: 503, meaning: 'The answer took longer than allowed.' },
  INTERNAL: { status: 500, meaning: 'Something unplanned happened; the log has it under the request id.' },
  UPSTREAM_UNAVAILABLE: {
    status: 502,
    meaning: 'The upstream of a mirror did not answer, or not rightly, and nothing is remembered of it.',
  },
  UNAVAILABLE: { status: 503, meaning: 'The server cannot answer right now; try again after Retry-After.' },
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

/** A deliberate no. `message` is public; `path` names the input field it is about, empty for none. */
export abstract class Refusal extends Error {
  abstract readonly code: ErrorCode;
  readonly path: readonly string[];

  constructor(message: string, path: readonly string[] = []) {
    super(message);
    this.name = new.target.name;
    this.path = path;
  }
}

type InvalidInputCode = Extract<ErrorCode, `INVALID_${string}` | 'PASSWORD_TOO_COMMON' | 'WOULD_WIDEN'>;

export class InvalidInput extends Refusal {
  readonly code: InvalidInputCode;

  constructor(code: InvalidInputCode, message: string, path: readonly string[] = []) {
    super(message, path);
    this.code = code;
  }
}

export class NameTaken extends Refusal {
  readonly code = 'NAME_TAKEN';

  constructor(
    readonly takenName: string,
    message: string,
    path: readonly string[] = ['name'],
  ) {
    super(message, path);
  }
}

export class NotFound extends Refusal {
  readonly code = 'NOT_FOUND';
}

export class NotAllowed extends Refusal {
  readonly code = 'NOT_ALLOWED';
}

/** Somebody has to be left who can administer the server. */
export class LastAdmin extends Refusal {
  readonly code = 'LAST_ADMIN';
}

export class OwnAccount extends Refusal {
  readonly code = 'OWN_ACCOUNT';
}

export class OwnsIndexes extends Refusal {
  readonly code = 'OWNS_INDEXES';

  constructor(
    /** Their paths. */
    readonly indexes: readonly string[],
    message: string,
  ) {
    super(message, ['name']);
  }
}

export class GroupInUse extends Refusal {
  readonly code = 'GROUP_IN_USE';

  constructor(
    /** The paths of those that name it. */
    readonly indexes: readonly string[],
    message: string,
  ) {
    super(message, ['name']);
  }
}

/** Names that its dependants got from it would be asked of their other bases at once. */
export class IndexInUse extends Refusal {
  readonly code = 'INDEX_IN_USE';

  constructor(
    /** The paths of those that have it as a base, as far as the caller may know of them. */
    readonly indexes: readonly string[],
    message: string,
  ) {
    super(message, ['path']);
  }
}

/** Done all the same when it is asked for with `force`. */
export class IndexKeepsFiles extends Refusal {
  readonly code = 'INDEX_KEEPS_FILES';
}

export class ReleaseConflict extends Refusal {
  readonly code = 'RELEASE_CONFLICT';

  constructor(
    /** The file names that stand in the way. */
    readonly files: readonly string[],
    message: string,
  ) {
    super(message);
  }
}

/** Never told as "there is none": who asked next would answer instead. */
export class UpstreamUnavailable extends Refusal {
  readonly code = 'UPSTREAM_UNAVAILABLE';

  constructor(
    message: string,
    readonly retryAfterSeconds = 30,
  ) {
    super(message);
  }
}

export class SignInFailed extends Refusal {
  readonly code = 'SIGN_IN_FAILED';

  constructor(
    message = 'The name or the password is wrong, or the user is deactivated.',
    path: readonly string[] = [],
  ) {
    super(message, path);
  }
}

/** Nothing was checked or done: whether a password is right is not told. */
export class RateLimited extends Refusal {
  readonly code = 'RATE_LIMITED';

  constructor(
    readonly retryAfterSeconds: number,
    what = 'Too many wrong passwords of late',
  ) {
    super(`${what}. Try again in ${inWords(retryAfterSeconds)}.`);
  }
}

function inWords(seconds: number): string {
  const [count, unit] = seconds < 60 ? [seconds, 'second'] : [Math.ceil(seconds / 60), 'minute'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

export class LinkInvalid extends Refusal {
  readonly code = 'LINK_INVALID';

  constructor() {
    super('This link is unknown, was used already or has expired. Ask for a new one.');
  }
}

export class ConfirmationMismatch extends Refusal {
  readonly code = 'CONFIRMATION_MISMATCH';
}

/** A credential is missing (anonymous) or was presented and is not valid. */
export class Unauthenticated extends Refusal {
  readonly code = 'UNAUTHENTICATED';
}

/** The credential is valid and its rights do not reach. */
export class Forbidden extends Refusal {
  readonly code = 'FORBIDDEN';
}

/** The session may do this, and its password was last shown too long ago. */
export class FreshSignInRequired extends Refusal {
  readonly code = 'FRESH_SIGN_IN_REQUIRED';

  constructor() {
    super('Your sign-in is older than 15 minutes: confirm your password, and try again.');
  }
}

type UploadCode = Extract<
  ErrorCode,
  | 'FORM_INVALID'
  | 'ACTION_GONE'
  | 'FILENAME_INVALID'
  | 'ARCHIVE_INVALID'
  | 'METADATA_INVALID'
  | 'METADATA_DISAGREES'
  | 'DIGEST_MISMATCH'
  | 'FILE_TOO_LARGE'
  | 'FILE_EXISTS'
  | 'FILENAME_USED'
  | 'INDEX_TAKES_NO_UPLOADS'
  | 'PROJECT_CLOSED'
  | 'NAME_SERVED_UPSTREAM'
  | 'QUOTA_EXCEEDED'
  | 'DISK_LOW'
>;

export class UploadRefused extends Refusal {
  readonly code: UploadCode;

  constructor(code: UploadCode, message: string) {
    super(message);
    this.code = code;
  }
}

type RequestCode = Extract<
  ErrorCode,
  | 'PATH_NOT_FOUND'
  | 'METHOD_NOT_ALLOWED'
  | 'NOT_ACCEPTABLE'
  | 'RANGE_NOT_SATISFIABLE'
  | 'FOREIGN_HOST'
  | 'BAD_REQUEST'
  | 'CSRF'
  | 'DOCUMENT_NOT_TRUSTED'
  | 'UNAVAILABLE'
>;

/** The request does not fit the route, before any rule of the domain was asked. */
export class RequestRefused extends Refusal {
  readonly code: RequestCode;
  /** What HTTP wants told beside the status: names and values in turn. */
  readonly headers: readonly string[];

  constructor(code: RequestCode, message: string, headers: readonly string[] = []) {
    super(message);
    this.code = code;
    this.headers = headers;
  }
}

/** Of Prisma: a transaction that did not begin or end in time, a pool without a free connection, a lock that was not had. */
const BUSY_CODES: ReadonlySet<unknown> = new Set(['P2028', 'P2024', 'P1008']);

/** No refusal of a rule, and no fault: whoever asks again may be lucky. */
export function isDatabaseBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && BUSY_CODES.has(error.code);
}
