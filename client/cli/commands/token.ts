/**
 * token …: credentials for installers, uploaders and automation. What mints is in `token-create.ts`, what looks in
 * `token-browse.ts`, what takes away in `token-changes.ts` and `token-revoke.ts`, what needs no server in
 * `token-offline.ts`.
 */
import type { Command } from 'commander';

import type { Shell } from '../shell.ts';
import { addTokenBrowsingCommands } from './token-browse.ts';
import { addTokenChangeCommands } from './token-changes.ts';
import { addTokenTextCommands } from './token-create.ts';
import { addTokenOfflineCommands } from './token-offline.ts';
import { addTokenRevokeCommand } from './token-revoke.ts';

export function addTokenCommands(program: Command, shell: Shell): void {
  const token = program.command('token').description('credentials for installers, uploaders and automation');
  addTokenTextCommands(token, shell);
  addTokenBrowsingCommands(token, shell);
  addTokenRevokeCommand(token, shell);
  addTokenChangeCommands(token, shell);
  addTokenOfflineCommands(token, shell);
}
