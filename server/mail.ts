// Mail over SMTP. A mail that does not go out is a line in the log and never a failure of the request: the admin has
// the link on the screen.

import { createTransport } from 'nodemailer';
import type { Settings } from './config.ts';
import type { Mailer } from './domain/users/mail.ts';
import type { Log } from './log.ts';

/** An admin waits for the answer. */
const PATIENCE_MILLISECONDS = 10_000;

/** Null when no mail server is set up. */
export function createMailer({ smtp }: Pick<Settings, 'smtp'>, log: Log): Mailer | null {
  if (smtp === null) return null;
  const transport = createTransport({
    url: smtp.url,
    connectionTimeout: PATIENCE_MILLISECONDS,
    greetingTimeout: PATIENCE_MILLISECONDS,
    socketTimeout: PATIENCE_MILLISECONDS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ to, subject, text }) {
      try {
        // As an object, the address is not parsed: a comma in it does not make two of it.
        await transport.sendMail({ from: smtp.from, to: { name: '', address: to }, subject, text });
        return true;
      } catch (error) {
        log.warn({ reason: reasonOf(error) }, 'A mail did not go out.');
        return false;
      }
    },
  };
}

/** The mail server's words may hold the address, and the mail holds a secret: the log has neither. */
function reasonOf(error: unknown): string {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  return [code, responseCode].filter((part) => part !== undefined).join(' ') || 'unknown';
}
