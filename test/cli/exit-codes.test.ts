// The numbers that scripts branch on.
import { CommanderError } from 'commander';
import { expect, test } from 'vitest';

import { exitCodeOf, Interrupted, UsageError } from '../../client/cli/exit-codes.ts';
import { wheelhouseError } from '../../client/errors.ts';

/** Scripts branch on these numbers, so they are frozen here. */
test.each<[number, string, unknown]>([
  [0, 'help', new CommanderError(0, 'commander.helpDisplayed', '')],
  [2, 'an unknown command', new CommanderError(1, 'commander.unknownCommand', '')],
  [2, 'a missing flag', new UsageError('Give --user NAME.')],
  [2, 'a value that breaks a rule', failure('INVALID_NAME')],
  [3, 'what is not there', failure('NOT_FOUND')],
  [4, 'nobody signed in', failure('UNAUTHENTICATED')],
  [4, 'a wrong password', failure('SIGN_IN_FAILED')],
  [4, 'somebody who may not', failure('NOT_ALLOWED')],
  [5, 'a name that is taken', failure('NAME_TAKEN')],
  [5, 'a change in between', failure('CONFIRMATION_MISMATCH')],
  [6, 'no answer', failure('UNREACHABLE', 503)],
  [6, 'too many attempts', failure('RATE_LIMITED')],
  [130, 'Ctrl-C', new Interrupted()],
  [1, 'a fault of the server', failure('INTERNAL', 500)],
  [1, 'anything else', new Error('disk full')],
])('%i is for %s', (code, _, error) => {
  expect(exitCodeOf(error)).toBe(code);
});

function failure(code: string, status?: number): Error {
  return wheelhouseError('No.', { code, status });
}
