/**
 * What the exit code of a command tells the script that ran it, and which failure has which. Scripts branch on these
 * numbers: they are never reassigned.
 */
import { CommanderError } from 'commander';

import { Conflict, InvalidInput, NotAllowed, NotAuthenticated, NotFound, Unavailable } from '../errors.ts';

export const EXIT_CODES = {
  ok: { code: 0, meaning: 'done' },
  failure: { code: 1, meaning: 'failed for a reason that has no code of its own' },
  usage: { code: 2, meaning: 'a flag, an argument or a value is wrong or missing' },
  notFound: { code: 3, meaning: 'there is no such thing, or none that you may see' },
  notAllowed: { code: 4, meaning: 'not signed in, or not allowed' },
  conflict: { code: 5, meaning: 'it exists already, or changed since it was looked at' },
  unavailable: { code: 6, meaning: 'the server cannot be reached or is too busy; try again' },
  interrupted: { code: 130, meaning: 'interrupted' },
} as const;

/** A flag is missing or makes no sense; the sentence names it. */
export class UsageError extends Error {}

/** Ctrl-C, or the end of the input, at a question. */
export class Interrupted extends Error {
  constructor() {
    super('Interrupted.');
  }
}

export function exitCodeOf(error: unknown): number {
  return EXIT_CODES[reasonOf(error)].code;
}

function reasonOf(error: unknown): keyof typeof EXIT_CODES {
  // Help and version end by an exception too, with the code 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 'ok' : 'usage';
  if (error instanceof UsageError || error instanceof InvalidInput) return 'usage';
  if (error instanceof NotFound) return 'notFound';
  if (error instanceof NotAuthenticated || error instanceof NotAllowed) return 'notAllowed';
  if (error instanceof Conflict) return 'conflict';
  if (error instanceof Unavailable) return 'unavailable';
  if (error instanceof Interrupted) return 'interrupted';
  return 'failure';
}
