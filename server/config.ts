// The environment to one frozen, validated object; the only reader of process.env in the server.
// Every mistake is a sentence that names the setting. `docs/settings.md` has a row for each; a test checks it.

import { BlockList, isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { TokenPolicy } from './domain/tokens/policy.ts';
import type { ThrottleLimits } from './domain/users/throttle-rule.ts';

export class SettingsRefused extends Error {}

export interface Setting {
  readonly name: string;
  readonly description: string;
  /** As the documentation shows it. */
  readonly standard: string;
}

export const SETTINGS: readonly Setting[] = [
  { name: 'WHEELHOUSE_HOST', standard: '127.0.0.1', description: 'The address to listen on.' },
  { name: 'WHEELHOUSE_PORT', standard: '3141', description: 'The TCP port to listen on; 0 takes a free one.' },
  { name: 'WHEELHOUSE_DATA', standard: './wheelhouse-data', description: 'The folder for the database, blobs and keys.' },
  { name: 'WHEELHOUSE_PUBLIC_URL', standard: 'none', description: 'The URL that clients use, such as https://index.example; requests for another host are then refused.' },
  { name: 'WHEELHOUSE_SECRET_FILE', standard: 'server.key in the data folder', description: 'The server key; required with PostgreSQL, else created with mode 0600.' },
  { name: 'WHEELHOUSE_MAX_UPLOAD', standard: '2GiB', description: 'The largest file that may be uploaded: bytes, or a number with KiB, MiB or GiB.' },
  { name: 'WHEELHOUSE_MIN_FREE_DISK', standard: '1GiB', description: 'Uploads and copies of mirrors that would leave less than this on the disk are refused: bytes, KiB, MiB or GiB; 0 for no limit.' },
  { name: 'WHEELHOUSE_TRUSTED_PROXIES', standard: 'none', description: 'Addresses or networks, separated by commas, whose X-Forwarded-For is believed.' },
  { name: 'WHEELHOUSE_SESSION_IDLE', standard: '12h', description: 'A session ends so long after its last request: 1m to 365d, as a number with m, h or d.' },
  { name: 'WHEELHOUSE_SESSION_LIFE', standard: '7d', description: 'A session ends so long after its sign-in, however often it is used: 1m to 365d, as a number with m, h or d.' },
  { name: 'WHEELHOUSE_SMTP_URL', standard: 'none: nothing is mailed', description: 'The mail server for links that set a password: smtp://user:password@host:port, or smtps:// for TLS from the first byte.' },
  { name: 'WHEELHOUSE_MAIL_FROM', standard: 'none', description: 'The sender of mail, as name@domain; required with WHEELHOUSE_SMTP_URL.' },
  { name: 'WHEELHOUSE_SIGN_IN_LIMIT_PER_ADDRESS', standard: '5', description: 'How many wrong passwords may come from one address within the window, 1 to 10000.' },
  { name: 'WHEELHOUSE_SIGN_IN_LIMIT_PER_ACCOUNT', standard: '10', description: 'How many wrong passwords may be tried for one user within the window, 1 to 10000.' },
  { name: 'WHEELHOUSE_SIGN_IN_WINDOW', standard: '15m', description: 'For how long a wrong password counts: 1m to 1d, as a number with m, h or d.' },
  { name: 'WHEELHOUSE_TOKEN_MAX_LIFE', standard: '365d', description: 'The longest life of a token: 1m to 36500d, as a number with m, h or d; never also allows tokens that never expire.' },
  { name: 'WHEELHOUSE_TOKENS_PER_HOUR', standard: '20', description: 'How many tokens a user may be given within an hour, 1 to 10000.' },
  { name: 'WHEELHOUSE_AUDIT_RETENTION', standard: '400d', description: 'How long audit events are kept: 1d to 36500d, as a number with m, h or d.' },
  { name: 'WHEELHOUSE_LOG_LEVEL', standard: 'info', description: 'One of trace, debug, info, warn, error, fatal and silent.' },
  { name: 'DATABASE_URL', standard: 'none: SQLite in the data folder', description: 'postgresql://… selects PostgreSQL.' },
  { name: 'WHEELHOUSE_ADMIN', standard: 'none', description: 'The name of the first admin, for a first start without a browser; ignored once there is an admin.' },
  { name: 'WHEELHOUSE_ADMIN_PASSWORD_FILE', standard: 'none', description: 'The file with the first admin’s password; its last line break is not part of it.' },
]; // prettier-ignore

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const UNITS: Record<string, number> = { '': 1, KIB: 2 ** 10, MIB: 2 ** 20, GIB: 2 ** 30 };

const bytes = z.string().transform((text, context) => {
  const match = /^([0-9]{1,15})\s*(KiB|MiB|GiB)?$/i.exec(text.trim());
  const size = match === null ? 0 : Number(match[1]) * UNITS[(match[2] ?? '').toUpperCase()]!;
  if (size < 1 || !Number.isSafeInteger(size)) {
    context.addIssue('must be a number of bytes above 0, or a number with KiB, MiB or GiB, such as 2GiB');
    return z.NEVER;
  }
  return size;
});

const bytesOrNone = z
  .literal('0')
  .transform(() => 0)
  .or(bytes);

const UNIT_MILLISECONDS: Record<string, number> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** To milliseconds. */
const duration = (least: string, most: string, example: string) =>
  z.string().transform((text, context) => {
    const milliseconds = millisecondsIn(text.trim());
    if (milliseconds >= millisecondsIn(least) && milliseconds <= millisecondsIn(most)) return milliseconds;
    context.addIssue(`must be a number with m, h or d, from ${least} to ${most}, such as ${example}`);
    return z.NEVER;
  });

/** 0 for what is none. */
function millisecondsIn(text: string): number {
  const [, amount = '0', unit = 'd'] = /^([0-9]{1,6})([mhd])$/.exec(text) ?? [];
  return Number(amount) * UNIT_MILLISECONDS[unit]!;
}

const sessionTime = duration('1m', '365d', '12h');

/** Null: however long. */
const tokenLife = z.string().transform((text, context) => {
  if (text.trim() === 'never') return null;
  const milliseconds = millisecondsIn(text.trim());
  if (milliseconds >= millisecondsIn('1m') && milliseconds <= millisecondsIn('36500d')) return milliseconds;
  context.addIssue('must be a number with m, h or d, from 1m to 36500d, such as 365d, or never');
  return z.NEVER;
});

const attempts = z
  .string()
  .regex(/^[0-9]{1,5}$/, 'must be a number from 1 to 10000')
  .transform(Number)
  .refine((count) => count >= 1 && count <= 10_000, 'must be a number from 1 to 10000');

const attemptWindow = duration('1m', '1d', '15m');

const publicUrl = z.string().transform((text, context) => {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isPlain =
    url !== null &&
    url.pathname === '/' &&
    url.search === '' &&
    url.hash === '' &&
    url.username === '' &&
    url.password === '';
  if (!isPlain || !['http:', 'https:'].includes(url.protocol)) {
    context.addIssue(
      'must be http:// or https:// with a host and, if need be, a port, and nothing behind them',
    );
    return z.NEVER;
  }
  return url;
});

const proxies = z.string().transform((text, context) => {
  const list = new BlockList();
  for (const entry of text.split(',').map((part) => part.trim()).filter((part) => part !== '')) {
    const [address = '', prefix] = entry.split('/');
    const version = isIP(address);
    const bits = Number(prefix);
    if (version === 0 || (prefix !== undefined && !(/^[0-9]{1,3}$/.test(prefix) && bits <= (version === 4 ? 32 : 128)))) {
      context.addIssue(`holds ${JSON.stringify(entry)}, which is neither an address nor a network such as 10.0.0.0/8`);
      return z.NEVER;
    }
    const family = version === 4 ? 'ipv4' : 'ipv6';
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, bits, family);
  }
  return list;
}); // prettier-ignore

function isSmtpUrl(text: string): boolean {
  if (!/^smtps?:\/\//.test(text) || !URL.canParse(text)) return false;
  const { hostname, pathname, search, hash } = new URL(text);
  return hostname !== '' && ['', '/'].includes(pathname) && search === '' && hash === '';
}

/** A host may be left out, as for a local socket. */
function isPostgresqlUrl(text: string): boolean {
  return /^postgres(ql)?:\/\//.test(text) && URL.canParse(text) && new URL(text).pathname.length > 1;
}

const environment = z.object({
  WHEELHOUSE_HOST: z.string().default('127.0.0.1'),
  WHEELHOUSE_PORT: z
    .string()
    .regex(/^[0-9]{1,5}$/, 'must be a port number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be a port number from 0 to 65535')
    .default(3141),
  WHEELHOUSE_DATA: z.string().default('wheelhouse-data'),
  WHEELHOUSE_PUBLIC_URL: publicUrl.optional(),
  WHEELHOUSE_SECRET_FILE: z.string().optional(),
  WHEELHOUSE_MAX_UPLOAD: bytes.default(2 * 2 ** 30),
  WHEELHOUSE_MIN_FREE_DISK: bytesOrNone.default(2 ** 30),
  WHEELHOUSE_TRUSTED_PROXIES: proxies.default(new BlockList()),
  WHEELHOUSE_SESSION_IDLE: sessionTime.default(12 * 3_600_000),
  WHEELHOUSE_SESSION_LIFE: sessionTime.default(7 * 86_400_000),
  WHEELHOUSE_SMTP_URL: z
    .string()
    .refine(isSmtpUrl, 'must be smtp:// or smtps:// with a host and, if need be, user, password and port')
    .optional(),
  WHEELHOUSE_MAIL_FROM: z
    .string()
    .regex(/^[^\s@<>,;]{1,64}@[^\s@<>,;]{1,189}$/, 'must be an address of the form name@domain')
    .optional(),
  WHEELHOUSE_SIGN_IN_LIMIT_PER_ADDRESS: attempts.default(5),
  WHEELHOUSE_SIGN_IN_LIMIT_PER_ACCOUNT: attempts.default(10),
  WHEELHOUSE_SIGN_IN_WINDOW: attemptWindow.default(15 * 60_000),
  WHEELHOUSE_TOKEN_MAX_LIFE: tokenLife.default(365 * 86_400_000),
  WHEELHOUSE_TOKENS_PER_HOUR: attempts.default(20),
  WHEELHOUSE_AUDIT_RETENTION: duration('1d', '36500d', '400d').default(400 * 86_400_000),
  WHEELHOUSE_LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
  DATABASE_URL: z
    .string()
    .refine(isPostgresqlUrl, 'must be postgresql://user:password@host:port/database; leave it out for SQLite')
    .optional(),
  WHEELHOUSE_ADMIN: z.string().optional(),
  WHEELHOUSE_ADMIN_PASSWORD_FILE: z.string().optional(),
});

export interface Settings {
  readonly host: string;
  readonly port: number;
  readonly dataFolder: string;
  readonly publicUrl: URL | null;
  readonly secretFile: string | null;
  readonly maxUploadBytes: number;
  readonly minFreeDiskBytes: number;
  readonly trustedProxies: BlockList;
  readonly sessionLimits: { readonly idleMilliseconds: number; readonly lifeMilliseconds: number };
  /** Null: nothing is mailed. */
  readonly smtp: { readonly url: string; readonly from: string } | null;
  readonly throttleLimits: ThrottleLimits;
  readonly tokenPolicy: TokenPolicy;
  readonly auditRetentionMilliseconds: number;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly databaseUrl: string | null;
  readonly firstAdmin: { readonly name: string; readonly passwordFile: string } | null;
}

/** Empty variables count as absent. @throws {SettingsRefused} with a sentence for each mistake */
export function readSettings(
  variables: Readonly<Record<string, string | undefined>> = process.env,
): Settings {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );
  const unknown = unknownNames(given);
  const parsed = environment.safeParse(given);
  if (!parsed.success || unknown.length > 0) {
    const issues = parsed.error?.issues ?? [];
    const mistakes = [
      ...unknown.map((name) => `${name} is not a setting; docs/settings.md lists those there are.`),
      ...issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`),
    ];
    throw new SettingsRefused(mistakes.join('\n'));
  }
  const values = parsed.data;
  if (values.DATABASE_URL !== undefined && values.WHEELHOUSE_SECRET_FILE === undefined) {
    throw new SettingsRefused(
      'WHEELHOUSE_SECRET_FILE is required with PostgreSQL: all nodes share one server key.',
    );
  }
  return Object.freeze({
    host: values.WHEELHOUSE_HOST,
    port: values.WHEELHOUSE_PORT,
    dataFolder: resolve(values.WHEELHOUSE_DATA),
    publicUrl: values.WHEELHOUSE_PUBLIC_URL ?? null,
    secretFile: values.WHEELHOUSE_SECRET_FILE === undefined ? null : resolve(values.WHEELHOUSE_SECRET_FILE),
    maxUploadBytes: values.WHEELHOUSE_MAX_UPLOAD,
    minFreeDiskBytes: values.WHEELHOUSE_MIN_FREE_DISK,
    trustedProxies: values.WHEELHOUSE_TRUSTED_PROXIES,
    sessionLimits: {
      idleMilliseconds: values.WHEELHOUSE_SESSION_IDLE,
      lifeMilliseconds: values.WHEELHOUSE_SESSION_LIFE,
    },
    smtp: smtp(values),
    throttleLimits: {
      perAddress: values.WHEELHOUSE_SIGN_IN_LIMIT_PER_ADDRESS,
      perAccount: values.WHEELHOUSE_SIGN_IN_LIMIT_PER_ACCOUNT,
      windowMilliseconds: values.WHEELHOUSE_SIGN_IN_WINDOW,
    },
    tokenPolicy: {
      maxLifeMilliseconds: values.WHEELHOUSE_TOKEN_MAX_LIFE,
      perHour: values.WHEELHOUSE_TOKENS_PER_HOUR,
      location: values.WHEELHOUSE_PUBLIC_URL?.host ?? '',
    },
    auditRetentionMilliseconds: values.WHEELHOUSE_AUDIT_RETENTION,
    logLevel: values.WHEELHOUSE_LOG_LEVEL,
    databaseUrl: values.DATABASE_URL ?? null,
    firstAdmin: firstAdmin(values.WHEELHOUSE_ADMIN, values.WHEELHOUSE_ADMIN_PASSWORD_FILE),
  });
}

/** Names that other parts of the product read. */
const FOREIGN_NAMES = ['WHEELHOUSE_SERVER', 'WHEELHOUSE_TOKEN'];

function unknownNames(given: Readonly<Record<string, unknown>>): string[] {
  const known = new Set([...SETTINGS.map(({ name }) => name), ...FOREIGN_NAMES]);
  return Object.keys(given).filter(
    (name) => name.startsWith('WHEELHOUSE_') && !name.startsWith('WHEELHOUSE_TEST_') && !known.has(name),
  );
}

/** A mailed link leads to the public URL: the name in an admin's request may be any that reaches this server. */
function smtp(values: z.infer<typeof environment>): Settings['smtp'] {
  const { WHEELHOUSE_SMTP_URL: url, WHEELHOUSE_MAIL_FROM: from, WHEELHOUSE_PUBLIC_URL: publicUrl } = values;
  if (url === undefined && from === undefined) return null;
  if (url === undefined || from === undefined || publicUrl === undefined) {
    throw new SettingsRefused(
      'WHEELHOUSE_SMTP_URL and WHEELHOUSE_MAIL_FROM are set together, and with WHEELHOUSE_PUBLIC_URL, to which mailed links lead.',
    );
  }
  return { url, from };
}

function firstAdmin(name: string | undefined, passwordFile: string | undefined) {
  if (name === undefined && passwordFile === undefined) return null;
  if (name === undefined || passwordFile === undefined) {
    throw new SettingsRefused(
      'WHEELHOUSE_ADMIN and WHEELHOUSE_ADMIN_PASSWORD_FILE are set together or not at all.',
    );
  }
  return { name, passwordFile: resolve(passwordFile) };
}
