// What goes out by mail, as plain text: names and addresses of others are never markup. How it goes is decided by who
// is handed in.

import type { LinkPurpose, User } from '../../storage/_generated/sqlite/client.ts';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface Mailer {
  /** Whether the mail server took it. Never rejects. */
  send(mail: Mail): Promise<boolean>;
}

const LIFE: Record<Exclude<LinkPurpose, 'FIRST_ADMIN'>, string> = {
  SET_PASSWORD: '72 hours',
  RESET_PASSWORD: 'one hour',
};

export function passwordMail(
  { name, email }: { readonly name: string; readonly email: string },
  purpose: keyof typeof LIFE,
  url: string,
): Mail {
  const isFirst = purpose === 'SET_PASSWORD';
  return {
    to: email,
    subject: isFirst ? 'Your account on Wheelhouse' : 'Set another password on Wheelhouse',
    text: [
      `Hello ${name},`,
      '',
      isFirst
        ? `an admin made an account for you. Your user name is ${name}. Set its password here:`
        : 'an admin made a link with which you set another password:',
      '',
      url,
      '',
      `The link works once, for ${LIFE[purpose]}. ${isFirst ? '' : 'Until you use it your present password goes on. '}`.trim(),
      'If you did not expect this, tell your admin.',
      '',
    ].join('\n'),
  };
}

/** Where mail to the user goes; null when there is nowhere. */
export function addressee({ name, email }: Pick<User, 'name' | 'email'>) {
  return email === null ? null : { name, email };
}
