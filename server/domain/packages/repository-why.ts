// Puts into words how a name was resolved: which layer answers, which are passed over, and by which rule. A layer that
// whoever asks may not see is told as hidden, and its path in no reason.

import type { Actor } from '../actor.ts';
import { maySeeThrough } from '../indexes/access.ts';
import type { Layer } from '../indexes/layers.ts';
import type { Hidden } from '../indexes/rules.ts';
import type { LayerOutcome, Resolution } from './repository-page.ts';
import type { LayerReport, ResolutionOutcome, ResolutionReport } from './repository.ts';

export function reportOf(actor: Actor, normalizedName: string, resolution: Resolution): ResolutionReport {
  const { outcomes } = resolution;
  const isSeen = (layer: Layer) => layer === outcomes[0]?.layer || maySeeThrough(actor, layer);
  const seen = new Set(outcomes.filter(({ layer }) => isSeen(layer)).map(({ layer }) => layer.path));
  return {
    project: normalizedName,
    outcome: outcomeOf(resolution),
    layers: outcomes.map((outcome) =>
      seen.has(outcome.layer.path) ? layerReport(outcome, resolution, seen) : HIDDEN_LAYER,
    ),
  };
}

const HIDDEN_LAYER: LayerReport = { layer: null, verdict: 'HIDDEN', reason: null, files: 0, versions: 0 };

function outcomeOf({ page, ownership, outcomes }: Resolution): ResolutionOutcome {
  if (outcomes.some(({ verdict }) => verdict === 'FAILED')) return 'FAILED';
  if (page !== null) return 'ANSWERED';
  const isDenied = outcomes.some(({ verdict }) => verdict === 'DENIED');
  return ownership.closers.length > 0 && !isDenied ? 'CLOSED' : 'NOT_FOUND';
}

function layerReport(outcome: LayerOutcome, resolution: Resolution, seen: ReadonlySet<string>): LayerReport {
  const { layer, verdict, contribution } = outcome;
  const sentences = [...circumstances(outcome, resolution, seen), ...hidings(outcome, seen)];
  return {
    layer,
    verdict,
    reason: sentences.length === 0 ? null : sentences.join(' '),
    files: contribution?.files.length ?? 0,
    versions: contribution?.versions.length ?? 0,
  };
}

function circumstances(
  { layer, verdict, denied, failure, page }: LayerOutcome,
  { ownership, outcomes, pinnedTo }: Resolution,
  seen: ReadonlySet<string>,
): string[] {
  if (denied) return [`The name is hidden by ${ruleIn(denied, seen)}.`];
  if (verdict === 'CLOSED') {
    const closers = ownership.closers.filter(({ path }) => seen.has(path));
    if (closers.length === 0) return ['A stage that you may not see holds or reserves the name.'];
    return closers.map(
      ({ id, path }) => `${path} ${ownership.holders.has(id) ? 'holds' : 'reserves'} the name.`,
    );
  }
  if (failure !== undefined) return [failure];
  if (verdict === 'PINNED_ELSEWHERE') {
    const path = outcomes.find((each) => each.layer.id === pinnedTo)?.layer.path;
    const where = path !== undefined && seen.has(path) ? path : 'another mirror';
    return [`Files of the name were taken from ${where}, which alone answers it.`];
  }
  if (page?.isStale) return ['Its upstream failed just now, and this is what it said before.'];
  if (verdict === 'EMPTY' && ownership.closers.includes(layer)) return ['It reserves the name.'];
  return [];
}

function hidings({ layer, contribution, page }: LayerOutcome, seen: ReadonlySet<string>): string[] {
  if (contribution === undefined) return [];
  const { hidden, tooYoung, displaced } = contribution;
  return [
    ...hidden.map((each) => `${filesAre(each.files)} hidden by ${ruleIn(each, seen)}.`),
    ...(tooYoung > 0
      ? [`${filesAre(tooYoung)} hidden until the upstream has them for ${layer.mirror!.minAgeDays} days.`]
      : []),
    ...hostHidings(page),
    ...(displaced > 0 ? [`${filesAre(displaced)} left out, because a stage has their name or version.`] : []),
  ];
}

function hostHidings(page: LayerOutcome['page']): string[] {
  const { ofOtherHosts = 0, uncopied = 0 } = page ?? {};
  return [
    ...(ofOtherHosts > 0 ? [`${filesAre(ofOtherHosts)} hidden, because fileHosts names other hosts.`] : []),
    ...(uncopied > 0
      ? [`${filesAre(uncopied)} hidden, because the mirror is offline and copied none before.`]
      : []),
  ];
}

function filesAre(files: number): string {
  return files === 1 ? '1 file is' : `${files} files are`;
}

function ruleIn({ indexPath, rule }: Hidden, seen: ReadonlySet<string>): string {
  if (!seen.has(indexPath)) return 'a rule of an index that you may not see';
  return rule === null ? `${indexPath}, of which no allow matches` : `the rule "${rule}" of ${indexPath}`;
}
