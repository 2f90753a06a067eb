// The environment to one frozen, validated object; the only reader of process.env in the server.
// Every mistake is a sentence that names the setting. `docs/settings.md` has a row for each; a test checks it.

import { BlockList, isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';

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
  { name: 'WHEELHOUSE_TRUSTED_PROXIES', standard: 'none', description: 'Addresses or networks, separated by commas, whose X-Forwarded-For is believed.' },
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
  WHEELHOUSE_TRUSTED_PROXIES: proxies.default(new BlockList()),
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
  readonly trustedProxies: BlockList;
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
    trustedProxies: values.WHEELHOUSE_TRUSTED_PROXIES,
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

function firstAdmin(name: string | undefined, passwordFile: string | undefined) {
  if (name === undefined && passwordFile === undefined) return null;
  if (name === undefined || passwordFile === undefined) {
    throw new SettingsRefused(
      'WHEELHOUSE_ADMIN and WHEELHOUSE_ADMIN_PASSWORD_FILE are set together or not at all.',
    );
  }
  return { name, passwordFile: resolve(passwordFile) };
}
