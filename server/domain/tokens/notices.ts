// What owners are told of their tokens by mail: that one was reported as leaked, that a rotated one came back, and that
// some end soon. All of it is best effort, after the commit, and nobody waits for it.

import type { Token } from '../../storage/_generated/sqlite/client.ts';
import { addressee, type Mail } from '../users/mail.ts';
import type { World } from '../world.ts';

type NoticedToken = Pick<Token, 'id' | 'name' | 'ownerId'>;

export function tellOwnerOfLeak(world: World, token: NoticedToken): void {
  tellOwner(world, token, (owner) => leakMail(owner, token));
}

/** `revoked` is how many tokens of its family were revoked. */
export function tellOwnerOfReuse(world: World, token: NoticedToken, revoked: number): void {
  tellOwner(world, token, (owner) => reuseMail(owner, token, revoked));
}

interface Addressee {
  readonly name: string;
  readonly email: string;
}

/** Returns at once: whoever reported or presented the token learns nothing from how long the answer takes. */
function tellOwner(
  { mailer, readDb }: World,
  { ownerId }: NoticedToken,
  mailTo: (owner: Addressee) => Mail,
): void {
  if (mailer === null) return;
  const tell = async () => {
    const owner = await readDb.user.findUnique({ where: { id: ownerId } });
    const to = owner === null ? null : addressee(owner);
    if (to !== null) await mailer.send(mailTo(to));
  };
  // The audit trail has it anyway, and a mail that does not go out is in the log.
  tell().catch(() => undefined);
}

function leakMail(owner: Addressee, token: NoticedToken): Mail {
  return {
    to: owner.email,
    subject: 'A token of yours on Wheelhouse was revoked: it leaked',
    text: letter(owner, [
      `somebody found the text of your token ${nameOf(token)} where it does not belong, and reported it.`,
      'Whoever reported it had the whole text, so the token was revoked at once.',
      '',
      'Look in the audit trail what was done with it, and create another token for whatever used it.',
    ]),
  };
}

function reuseMail(owner: Addressee, token: NoticedToken, revoked: number): Mail {
  return {
    to: owner.email,
    subject: 'Tokens of yours on Wheelhouse were revoked: an old one came back',
    text: letter(owner, [
      `your token ${nameOf(token)} was rotated, and its old text was presented after its grace was over.`,
      'Either something of yours was not given the new text, or somebody else has the old one.',
      `As nobody can tell which, ${revoked === 1 ? 'the token that replaced it was' : `all ${revoked} tokens that came from it were`} revoked.`,
      '',
      'Look in the audit trail from where it came, and create another token.',
    ]),
  };
}

export interface EndingToken extends NoticedToken {
  readonly expiresAt: Date;
}

/** One mail for all of somebody's tokens that end soon. */
export function expiryMail(owner: Addressee, tokens: readonly EndingToken[]): Mail {
  const isOne = tokens.length === 1;
  return {
    to: owner.email,
    subject: `${isOne ? 'A token' : `${tokens.length} tokens`} of yours on Wheelhouse ${isOne ? 'ends' : 'end'} soon`,
    text: letter(owner, [
      `${isOne ? 'this token' : 'these tokens'} of yours will be refused from the time on that is given here:`,
      '',
      ...tokens.map((token) => `  ${minuteOf(token.expiresAt)}  ${nameOf(token)}`),
      '',
      `Rotate ${isOne ? 'it' : 'them'}, or create another, before whatever uses ${isOne ? 'it' : 'them'} stops working.`,
      'What nobody needs any more may just end.',
    ]),
  };
}

function letter({ name }: Addressee, lines: readonly string[]): string {
  return [`Hello ${name},`, '', ...lines, ''].join('\n');
}

function nameOf({ id, name }: NoticedToken): string {
  return `"${name}" (${id})`;
}

function minuteOf(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
