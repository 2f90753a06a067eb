/**
 * Which server a command talks to and with which credential: flag before environment before what `login` kept. The
 * file of kept sessions is readable by its owner alone and replaced in one step, so it is never half-written.
 */
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';

import { serverUrl } from '../client.ts';
import { NotAuthenticated } from '../errors.ts';

/** What a command may read: WHEELHOUSE_SERVER, WHEELHOUSE_TOKEN, XDG_CONFIG_HOME, what terminals agree on, and npm's own. */
export type Environment = Readonly<Record<string, string | undefined>>;

export function processEnvironment(): Environment {
  return process.env;
}

/** Everything `login` keeps, by server. */
export interface Sessions {
  /** The server that was signed in to last; commands go there unless told otherwise. */
  current: string | null;
  servers: Record<string, KeptSession>;
}

export interface KeptSession {
  user: string;
  /** The secret. */
  bearer: string;
  expiresAt: string;
}

/** @throws NotAuthenticated when neither flag, environment nor an earlier login names a server. */
export function chooseServer(flag: string | undefined, env: Environment, sessions: Sessions): string {
  const chosen = flag ?? (env['WHEELHOUSE_SERVER'] || sessions.current);
  if (!chosen) {
    const sentence =
      tokenOf(env) === null
        ? 'You are not signed in to any server.'
        : 'No server is named: set WHEELHOUSE_SERVER to the one that WHEELHOUSE_TOKEN is for, or pass --server.';
    throw new NotAuthenticated(sentence, { code: 'UNAUTHENTICATED' });
  }
  return addressOf(chosen);
}

/** The form under which a server is kept and shown: no slash at its end. */
export function addressOf(server: string): string {
  return serverUrl(server).href.replace(/\/$/, '');
}

/**
 * A kept session goes to the server that issued it and to no other.
 * @throws NotAuthenticated when there is neither a token nor a session for this server.
 */
export function chooseCredential(
  server: string,
  env: Environment,
  sessions: Sessions,
): { token: string } | { session: string } {
  const token = tokenOf(env);
  if (token !== null) return { token };
  const kept = sessions.servers[server];
  if (kept) return { session: kept.bearer };
  const why = isTokenEmpty(env) ? 'WHEELHOUSE_TOKEN is empty, and you' : 'You';
  throw new NotAuthenticated(`${why} are not signed in to ${server}.`, { code: 'UNAUTHENTICATED' });
}

/** Null when there is none, or only white space: an empty variable counts as absent. */
export function tokenOf(env: Environment): string | null {
  return env['WHEELHOUSE_TOKEN']?.trim() || null;
}

/** A script whose secret did not arrive looks like this. */
export function isTokenEmpty(env: Environment): boolean {
  return env['WHEELHOUSE_TOKEN'] !== undefined && tokenOf(env) === null;
}

/** `$XDG_CONFIG_HOME/wheelhouse/sessions.json`; a relative XDG_CONFIG_HOME is invalid and ignored, as its standard says. */
export function sessionsFile(env: Environment): string {
  const configured = env['XDG_CONFIG_HOME'];
  const folder =
    configured && isAbsolute(configured) ? configured : join(env['HOME'] || homedir(), '.config');
  return join(folder, 'wheelhouse', 'sessions.json');
}

/** No file is no session. */
export async function readSessions(env: Environment): Promise<Sessions> {
  const file = sessionsFile(env);
  try {
    const kept = JSON.parse(await readFile(file, 'utf8')) as Partial<Sessions>;
    return { current: kept.current ?? null, servers: kept.servers ?? {} };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { current: null, servers: {} };
    if (!(error instanceof SyntaxError)) throw error;
    throw new Error(`${file} is damaged. Delete it and sign in again.`, { cause: error });
  }
}

export async function writeSessions(env: Environment, sessions: Sessions): Promise<void> {
  const file = sessionsFile(env);
  const folder = dirname(file);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    await writeFile(draft, `${JSON.stringify(sessions, null, 2)}\n`, {
      mode: 0o600,
      flag: 'wx',
      flush: true,
    });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
