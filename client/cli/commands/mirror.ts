/**
 * mirror: make a mirror ask its upstream again, and remove copies that its rule removes. How a mirror is set up is
 * `index create` and `index update`.
 */
import type { Command } from 'commander';

import type { MirrorRetentionQuery } from '../../_generated/graphql.ts';
import { NotFound } from '../../errors.ts';
import { confirmDeletion, type DeletionFlags } from '../confirm-deletion.ts';
import { connect } from '../connect.ts';
import { count, formatBytes, formatTime, notice, printJson, printTable } from '../output.ts';
import type { GlobalFlags, Shell } from '../shell.ts';

interface RetentionFlags extends DeletionFlags {
  apply?: boolean;
}

type Mirror = NonNullable<NonNullable<MirrorRetentionQuery['packageIndex']>['mirror']>;

export function addMirrorCommands(program: Command, shell: Shell): void {
  const mirror = program.command('mirror').description('Refresh mirrors and tidy up what they copied.');
  mirror
    .command('refresh <owner/name> [project]')
    .summary('ask the upstream again')
    .description(
      'Make a mirror ask its upstream again, before its pages are old enough: for one project, or for all.',
    )
    .option('--json', 'print the payload as JSON')
    .action((path: string, project: string | undefined, _: unknown, command: Command) =>
      refresh(shell, path, project, command.optsWithGlobals()),
    );
  mirror
    .command('retention <owner/name>')
    .summary('count the copies that the rule of a mirror removes, or remove them')
    .description(
      'Count the copies that keepDays and keepBytes of a mirror would remove now. The server applies them once a day.',
    )
    .option('--apply', 'remove them, after asking for the path of the mirror')
    .option('--yes', 'do not ask')
    .option('--json', 'print the counts, or with --apply the payload, as JSON')
    .action((path: string, _: unknown, command: Command) =>
      retention(shell, path, command.optsWithGlobals()),
    );
}

async function refresh(
  shell: Shell,
  path: string,
  project: string | undefined,
  flags: GlobalFlags,
): Promise<void> {
  const client = await connect(shell, flags);
  const payload = await client.refreshMirror({ path, ...(project !== undefined && { project }) });
  if (flags.json) return printJson(shell, payload);
  notice(
    shell,
    `${path} asks its upstream again for ${project ?? 'everything'}: ${count(payload.pages, 'page')} of it ${payload.pages === 1 ? 'is' : 'are'} remembered.`,
  );
}

async function retention(shell: Shell, path: string, flags: RetentionFlags): Promise<void> {
  const client = await connect(shell, flags);
  const found = await client.mirrorRetention({ path });
  const removed = found?.mirrorRetentionPreview;
  if (!found?.mirror || !removed) {
    throw new NotFound(`There is no mirror ${path}, or none that you may tidy up.`, { code: 'NOT_FOUND' });
  }
  if (flags.json && !flags.apply) return printJson(shell, removed);
  if (!flags.json) {
    const { mirror } = found;
    notice(shell, `${path} ${told(mirror)}.`);
    printTable(shell, flags, [
      { copies: 'all', files: String(mirror.cachedFiles), size: formatBytes(mirror.cachedBytes) },
      { copies: 'to be removed', files: String(removed.files), size: formatBytes(removed.bytes) },
    ]);
    if (mirror.lastFailure) {
      notice(
        shell,
        `Its upstream failed: ${mirror.lastFailure}. It last answered: ${formatTime(mirror.lastContactAt, 'never')}.`,
      );
    }
  }
  if (!flags.apply) return;
  notice(
    shell,
    `Removing ${count(removed.files, 'file')}; they are fetched again when somebody asks for them.`,
  );
  await confirmDeletion(shell, flags, path);
  const payload = await client.applyMirrorRetention({ path, expectedFiles: removed.files });
  if (flags.json) return printJson(shell, payload);
  notice(shell, `Removed ${count(payload.deletedFiles, 'file')} (${formatBytes(payload.deletedBytes)}).`);
}

function told({ keepDays, keepBytes }: Mirror): string {
  const kept = [
    ...(keepDays === null ? [] : [`what somebody asked for within ${count(keepDays, 'day')}`]),
    ...(keepBytes === null ? [] : [`at most ${formatBytes(keepBytes)}`]),
  ];
  return kept.length === 0 ? 'keeps every copy' : `keeps ${kept.join(', and ')}`;
}
