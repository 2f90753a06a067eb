/**
 * What outlasts a session needs a sign-in of the last 15 minutes. Where somebody can be asked, the call that is refused
 * for that is made once more after the password was shown.
 */
import type { WheelhouseClient } from '../client.ts';
import { WheelhouseError } from '../errors.ts';

/** The same client; `confirm` shows the password and gives the client to go on with. */
export function confirmingPassword(
  first: WheelhouseClient,
  confirm: () => Promise<WheelhouseClient>,
): WheelhouseClient {
  let client = first;
  const callTwice = (name: keyof WheelhouseClient, args: unknown[]): unknown => {
    const answer = call(client, name, args);
    // Lists come in pages and are only read; nothing that is only read needs the password.
    if (!(answer instanceof Promise)) return answer;
    return answer.catch(async (error: unknown) => {
      if (!(error instanceof WheelhouseError) || error.code !== 'FRESH_SIGN_IN_REQUIRED') throw error;
      client = await confirm();
      return call(client, name, args);
    });
  };
  const names = Object.keys(first) as (keyof WheelhouseClient)[];
  return Object.fromEntries(
    names.map((name) => [name, (...args: unknown[]) => callTwice(name, args)]),
  ) as WheelhouseClient;
}

function call(client: WheelhouseClient, name: keyof WheelhouseClient, args: unknown[]): unknown {
  return (client[name] as (...args: unknown[]) => unknown)(...args);
}
