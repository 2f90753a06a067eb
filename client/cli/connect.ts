/**
 * From flags, environment and kept sessions to a client that is ready to be asked.
 */
import { createClient, type WheelhouseClient } from '../client.ts';
import { chooseCredential, chooseServer, isTokenEmpty, readSessions } from './config.ts';
import { warn } from './output.ts';
import type { GlobalFlags, Shell } from './shell.ts';

/** @throws NotAuthenticated when no server or no credential is known. */
export async function connect(shell: Shell, flags: GlobalFlags): Promise<WheelhouseClient> {
  const sessions = await readSessions(shell.env);
  const server = chooseServer(flags.server, shell.env, sessions);
  const credential = chooseCredential(server, shell.env, sessions);
  if (isTokenEmpty(shell.env)) warn(shell, 'WHEELHOUSE_TOKEN is empty, so your session is used instead.');
  return clientFor(shell, flags, server, credential);
}

export function clientFor(
  shell: Shell,
  flags: GlobalFlags,
  server: string,
  credential: { token?: string; session?: string } = {},
): WheelhouseClient {
  if (sendsInTheClear(server)) {
    warn(
      shell,
      `${server} is reached without encryption: passwords and tokens can be read on the way. Use https.`,
    );
  }
  return createClient({ url: server, ...credential, fetch: shell.fetch, timeoutMs: flags.timeout * 1000 });
}

/** Plain http is fine as long as it stays on this machine. */
export function sendsInTheClear(server: string): boolean {
  const { protocol, hostname } = new URL(server);
  const onThisMachine = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
  return protocol === 'http:' && !onThisMachine;
}
