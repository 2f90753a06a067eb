/**
 * index retention: which releases the rule of an index removes, and removing them. Nothing goes before it was shown.
 */
import type { Command } from 'commander';

import type { RetentionPreviewQuery } from '../../_generated/graphql.ts';
import { NotFound } from '../../errors.ts';
import { confirmDeletion, type DeletionFlags } from '../confirm-deletion.ts';
import { connect } from '../connect.ts';
import { count, formatBytes, formatTime, notice, printJson, printTable } from '../output.ts';
import type { Shell } from '../shell.ts';

interface RetentionFlags extends DeletionFlags {
  apply?: boolean;
}

type Rule = NonNullable<NonNullable<RetentionPreviewQuery['packageIndex']>['retention']>;

/** Below `index`, which has to be there. */
export function addRetentionCommand(program: Command, shell: Shell): void {
  program.commands
    .find((command) => command.name() === 'index')!
    .command('retention <owner/name>')
    .summary('list the releases that the rule of an index removes, or remove them')
    .description(
      'List the releases that the rule of an index would remove now. The server applies the rule once a day.',
    )
    .option('--apply', 'remove them, after asking for the path of the index')
    .option('--yes', 'do not ask')
    .option('--json', 'print the releases, or with --apply the payload, as JSON')
    .action((path: string, _: unknown, command: Command) =>
      retention(shell, path, command.optsWithGlobals()),
    );
}

async function retention(shell: Shell, path: string, flags: RetentionFlags): Promise<void> {
  const client = await connect(shell, flags);
  const found = await client.retentionPreview({ path });
  if (!found) {
    throw new NotFound(`There is no index ${path}, or none that you may see.`, { code: 'NOT_FOUND' });
  }
  const releases = found.retentionPreview;
  if (flags.json && !flags.apply) return printJson(shell, releases);
  if (!flags.json) {
    notice(shell, found.retention ? `${path} ${told(found.retention)}.` : `${path} has no retention rule.`);
    printTable(
      shell,
      flags,
      releases.map(({ project, version, lastUploadAt, isYanked, files, bytes }) => ({
        project,
        version,
        'last upload': formatTime(lastUploadAt, ''),
        yanked: isYanked ? 'yes' : '',
        files: String(files),
        size: formatBytes(bytes),
      })),
    );
  }
  if (!flags.apply) return;
  notice(shell, `Removing ${count(releases.length, 'release')} from ${path} cannot be undone.`);
  await confirmDeletion(shell, flags, path);
  const payload = await client.applyRetention({ path, expectedReleases: releases.length });
  if (flags.json) return printJson(shell, payload);
  const { deletedReleases, deletedFiles, deletedBytes } = payload;
  notice(
    shell,
    `Removed ${count(deletedReleases, 'release')} with ${count(deletedFiles, 'file')} (${formatBytes(deletedBytes)}).`,
  );
}

function told({ keepReleases, keepDays, prereleasesOnly }: Rule): string {
  const kept = [
    ...(keepReleases === null ? [] : [`the highest ${count(keepReleases, 'release')} of a project`]),
    ...(keepDays === null ? [] : [`what is younger than ${count(keepDays, 'day')}`]),
    ...(prereleasesOnly ? ['everything but pre-releases'] : []),
  ];
  return kept.length === 0 ? 'keeps everything' : `keeps ${kept.join(', and ')}`;
}
