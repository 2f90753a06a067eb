// What hangs on an index beside its lists of people: bases, rules, what a mirror copies, what is kept. Each part that
// is given is compared with what is there, and only what became different is written and told.

import type { PackageIndex } from '../../storage/_generated/sqlite/client.ts';
import type { Write } from '../../storage/transact.ts';
import type { Actor } from '../actor.ts';
import { InvalidInput } from '../errors.ts';
import type { World } from '../world.ts';
import { replaceBases } from './bases.ts';
import { replaceMirror, type MirrorInput } from './mirror-input.ts';
import { replaceRules } from './rule-lists.ts';
import {
  invalidSetting,
  parseRetention,
  toldSettings,
  type Retention,
  type RetentionInput,
  type SettingsInput,
} from './settings.ts';

/** Absent: as it is. */
export interface Configuration extends SettingsInput {
  /** Paths, in order: the whole new list. */
  readonly bases?: readonly string[] | undefined;
  /** Rules, the whole new list. */
  readonly allow?: readonly string[] | undefined;
  readonly deny?: readonly string[] | undefined;
  readonly mirror?: MirrorInput | undefined;
  /** The whole new rule; null: none. */
  readonly retention?: RetentionInput | null | undefined;
}

/** As the trail tells it; what stayed is absent. */
export interface ToldConfiguration {
  readonly bases?: string[];
  readonly allow?: string[];
  readonly deny?: string[];
  readonly upstreamUrl?: string;
  readonly settings?: string[];
}

/**
 * Everything but the columns of the index itself. `isNew`: a mirror has no rows yet.
 * @throws {InvalidInput} @throws {NotAllowed}
 */
export async function configure(
  world: World,
  write: Write,
  actor: Actor,
  index: PackageIndex,
  { bases, allow, deny, mirror, retention }: Configuration,
  isNew = false,
): Promise<ToldConfiguration> {
  refuseForeignMirror(index, mirror);
  const areBases =
    bases !== undefined && (await replaceBases(world, write, actor, index, bases))
      ? { bases: [...bases] }
      : {};
  const allowed = allow && (await replaceRules(world, write, index.id, 'ALLOW', allow));
  const denied = deny && (await replaceRules(world, write, index.id, 'DENY', deny));
  const isMirrored = mirror !== undefined || (isNew && index.kind === 'MIRROR');
  const { upstreamUrl, settings: mirrored = [] } = isMirrored
    ? await replaceMirror(world, write, actor, index.id, mirror ?? {})
    : {};
  const retained = retention === undefined ? [] : await replaceRetention(write, index, retention);
  const settings = [...mirrored, ...retained];
  return {
    ...areBases,
    ...(allowed && { allow: allowed }),
    ...(denied && { deny: denied }),
    ...(upstreamUrl !== undefined && { upstreamUrl }),
    ...(settings.length > 0 && { settings }),
  };
}

function refuseForeignMirror({ kind, path }: PackageIndex, mirror: MirrorInput | undefined): void {
  if (kind === 'MIRROR' || mirror === undefined) return;
  throw new InvalidInput(
    'INVALID_SETTING',
    `${path} is a stage and has no upstream: make a mirror, and have it as a base.`,
    ['mirror'],
  );
}

/** What of the rule became different. */
async function replaceRetention(
  write: Write,
  { id: indexId, kind }: PackageIndex,
  input: RetentionInput | null,
): Promise<string[]> {
  const present = (await write.find('RetentionRule', { indexId }))[0];
  if (input === null) {
    if (present === undefined) return [];
    await write.remove('RetentionRule', { indexId });
    return ['retention=none'];
  }
  const wanted = parseRetention(kind, input);
  const changes = Object.fromEntries(
    Object.entries(wanted).filter(([name, value]) => value !== (present?.[name as keyof Retention] ?? null)),
  );
  if (present === undefined) await write.create('RetentionRule', { indexId, ...wanted });
  else if (Object.keys(changes).length > 0) await write.update('RetentionRule', { indexId }, changes);
  return toldSettings(changes);
}

/** Of the trail: no setting is told that did not change. */
export function joinSettings(settings: readonly string[], told: ToldConfiguration): ToldConfiguration {
  const all = [...settings, ...(told.settings ?? [])];
  return all.length === 0 ? told : { ...told, settings: all };
}

export function refuseUploaders(kind: PackageIndex['kind'], uploaders: readonly string[] | undefined): void {
  if (kind === 'STAGE' || uploaders === undefined || uploaders.length === 0) return;
  throw invalidSetting('uploaders', 'Nobody uploads to a mirror: leave its list of uploaders empty.');
}
