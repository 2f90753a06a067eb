/**
 * From flags, environment and kept sessions to a client that is ready to be asked.
 */
import { createClient, type ClientOptions, type WheelhouseClient } from '../client.ts';
import { WheelhouseError } from '../errors.ts';
import { chooseCredential, chooseServer, isTokenEmpty, readSessions, writeSessions } from './config.ts';
import { confirmingPassword } from './confirming-password.ts';
import { notice, warn } from './output.ts';
import { askSecret, canAsk } from './prompt.ts';
import type { GlobalFlags, Shell } from './shell.ts';

/** @throws NotAuthenticated when no server or no credential is known. */
export async function connect(shell: Shell, flags: GlobalFlags): Promise<WheelhouseClient> {
  const { server, credential } = await chosen(shell, flags);
  const client = clientFor(shell, flags, server, credential);
  return 'session' in credential && canAsk(shell, flags)
    ? confirmingPassword(client, () => confirmPassword(shell, flags, server, client))
    : client;
}

/** The same for a document that no method of the client has. */
export async function connectionOptions(shell: Shell, flags: GlobalFlags): Promise<ClientOptions> {
  const { server, credential } = await chosen(shell, flags);
  return optionsFor(shell, flags, server, credential);
}

async function chosen(shell: Shell, flags: GlobalFlags) {
  const sessions = await readSessions(shell.env);
  const server = chooseServer(flags.server, shell.env, sessions);
  const credential = chooseCredential(server, shell.env, sessions);
  if (isTokenEmpty(shell.env)) warn(shell, 'WHEELHOUSE_TOKEN is empty, so your session is used instead.');
  return { server, credential };
}

/** Shows the password again, and goes on with the session that comes for it. */
async function confirmPassword(
  shell: Shell,
  flags: GlobalFlags,
  server: string,
  client: WheelhouseClient,
): Promise<WheelhouseClient> {
  notice(shell, 'This needs your password again: your sign-in is older than 15 minutes.');
  const sessions = await readSessions(shell.env);
  const user = sessions.servers[server]?.user ?? 'you';
  const password = await askSecret(shell, `Password of ${user} at ${server}: `);
  const { viewer, bearer, expiresAt } = await client.renewSession({ password });
  if (!bearer) throw new WheelhouseError('The server gave no session.', { code: 'INTERNAL' });
  sessions.servers[server] = { user: viewer.name, bearer, expiresAt };
  await writeSessions(shell.env, sessions);
  return clientFor(shell, flags, server, { session: bearer });
}

export function clientFor(
  shell: Shell,
  flags: GlobalFlags,
  server: string,
  credential: { token?: string; session?: string } = {},
): WheelhouseClient {
  return createClient(optionsFor(shell, flags, server, credential));
}

function optionsFor(
  shell: Shell,
  flags: GlobalFlags,
  server: string,
  credential: { token?: string; session?: string },
): ClientOptions {
  if (sendsInTheClear(server)) {
    warn(
      shell,
      `${server} is reached without encryption: passwords and tokens can be read on the way. Use https.`,
    );
  }
  return { url: server, ...credential, fetch: shell.fetch, timeoutMs: flags.timeout * 1000 };
}

/** Plain http is fine as long as it stays on this machine. */
export function sendsInTheClear(server: string): boolean {
  const { protocol, hostname } = new URL(server);
  const onThisMachine = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
  return protocol === 'http:' && !onThisMachine;
}
