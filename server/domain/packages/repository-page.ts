// How a name is resolved over the layers of an index: what each stage holds, whether that closes the name, which mirror
// adds to it or answers it, and what rules, states and ages hide. Nearer layers win a file name. Pages, files and the
// report of why are all made of this.

import {
  findHeldFiles,
  findHeldProjects,
  findUsedNames,
  type HeldFile,
  type HeldProject,
  type UsedNames,
} from '../../storage/sql/find-held.ts';
import { UpstreamUnavailable } from '../errors.ts';
import type { Layer, LayerPlan } from '../indexes/layers.ts';
import { whyNameHidden, type Hidden } from '../indexes/rules.ts';
import type { MirroredPage } from '../mirrors/page.ts';
import { letOthersIn } from '../turn-of-others.ts';
import { mirrorContribution, stageContribution, type Contribution } from './contributions.ts';
import { earliest, ownershipOf, type Ownership } from './ownership.ts';
import { pinnedMirror } from './origin-pins.ts';
import type { LayerVerdict, PageFile, ProjectPage, RepositoryWorld } from './repository.ts';

/** What became of one layer. */
export interface LayerOutcome {
  readonly layer: Layer;
  readonly verdict: LayerVerdict;
  /** By which rule the whole name is hidden; null when none hides it. */
  readonly denied?: Hidden | null;
  readonly contribution?: Contribution;
  /** What the upstream of a mirror answers. */
  readonly page?: MirroredPage;
  /** Why a mirror could not be asked. */
  readonly failure?: string;
}

export interface Shadowed {
  readonly file: PageFile;
  readonly layer: Layer;
}

export interface Resolution {
  readonly page: ProjectPage | null;
  readonly ownership: Ownership;
  /** In resolution order. */
  readonly outcomes: readonly LayerOutcome[];
  /** Files that were passed over although they have other bytes than the nearer one of the same name. */
  readonly shadowed: readonly Shadowed[];
  /** The id of the mirror to which the name is pinned; null when it is not, or when nobody asked because it is closed. */
  readonly pinnedTo: string | null;
}

export interface Question {
  readonly world: RepositoryWorld;
  readonly plan: LayerPlan;
  /** As `readableLayers` says. */
  readonly readable: string;
  readonly normalizedName: string;
  /** Of the stages only files of this name in any case are loaded; null: all. */
  readonly filename: string | null;
  /** What to do when a mirror fails: refuse, or tell it as an outcome. */
  readonly failures: 'THROWN' | 'TOLD';
}

/** @throws {UpstreamUnavailable} */
export async function resolveName(question: Question): Promise<Resolution> {
  const { world, plan, normalizedName } = question;
  const now = world.clock();
  const stages = plan.layers.filter(({ kind }) => kind === 'STAGE');
  const projects = await findHeldProjects(
    world.database.reading,
    stages.map(({ id }) => id),
    normalizedName,
  );
  const held = new Map(
    projects.filter(({ isReleased }) => !isReleased).map((project) => [project.indexId, project]),
  );
  const ownership = ownershipOf(plan, normalizedName, new Set(held.keys()), now);
  const ofStages = await resolveStages(question, stages, held);
  const {
    outcomes: ofMirrors,
    pages,
    pinnedTo,
  } = await resolveMirrors(question, ownership, ofStages, held, now);
  const outcomes = inOrder(plan, [...ofStages, ...ofMirrors]);
  const { files, shadowed } = union(outcomes);
  const nearest = outcomes.find(({ layer, verdict }) => held.has(layer.id) && hasPage(verdict));
  const status = nearest === undefined ? pages[0] : held.get(nearest.layer.id);
  return {
    page:
      status === undefined
        ? null
        : {
            normalizedName,
            status: status.status,
            statusReason: status.statusReason,
            files,
            versions: versionsOf(outcomes),
            isStale: pages.some(({ isStale }) => isStale),
            changesAt: earliest([
              ownership.changesAt,
              ...pages.map(({ freshUntil }) => freshUntil),
              ...outcomes.map(({ contribution }) => contribution?.changesAt ?? null),
            ]),
          },
    ownership,
    outcomes,
    shadowed,
    pinnedTo,
  };
}

function hasPage(verdict: LayerVerdict): boolean {
  return verdict === 'ANSWERS' || verdict === 'QUARANTINED';
}

async function resolveStages(
  question: Question,
  stages: readonly Layer[],
  held: ReadonlyMap<string, HeldProject>,
): Promise<LayerOutcome[]> {
  const { world, normalizedName, filename } = question;
  const outcomes = stages.map((layer) => stageOutcome(question, layer, held.get(layer.id)));
  const nearest = outcomes.find(({ verdict }) => verdict === 'ANSWERS');
  const isQuarantined = (layer: Layer) => held.get(layer.id)?.status === 'QUARANTINED';
  const settled = outcomes.map((outcome): LayerOutcome =>
    outcome.verdict === 'ANSWERS' && (isQuarantined(outcome.layer) || isQuarantined(nearest!.layer))
      ? { ...outcome, verdict: 'QUARANTINED' }
      : outcome,
  );
  const answering = settled.filter(({ verdict }) => verdict === 'ANSWERS');
  const found = await findHeldFiles(
    world.database.reading,
    answering.map(({ layer }) => held.get(layer.id)!),
    filename,
  );
  if (found.length >= MANY_FILES) await letOthersIn();
  const byProject = new Map<string, HeldFile[]>(answering.map(({ layer }) => [held.get(layer.id)!.id, []]));
  for (const file of found) byProject.get(file.projectId)!.push(file);
  return settled.map((outcome) => {
    if (outcome.verdict !== 'ANSWERS') return outcome;
    const files = byProject.get(held.get(outcome.layer.id)!.id)!;
    return { ...outcome, contribution: stageContribution(outcome.layer, normalizedName, files.sort(byAge)) };
  });
}

const MANY_FILES = 500;

/** Ids grow with time. */
function byAge(one: HeldFile, other: HeldFile): number {
  return one.id < other.id ? -1 : 1;
}

function stageOutcome(
  { plan, readable, normalizedName }: Question,
  layer: Layer,
  project: HeldProject | undefined,
): LayerOutcome {
  if (!isReadable(plan, readable, layer)) return { layer, verdict: 'UNREADABLE' };
  if (project === undefined) return { layer, verdict: 'EMPTY' };
  if (project.isDeleted) return { layer, verdict: 'DELETED' };
  const denied = whyNameHidden(layer.ruleSets, normalizedName);
  return denied === null ? { layer, verdict: 'ANSWERS' } : { layer, verdict: 'DENIED', denied };
}

function isReadable({ layers }: LayerPlan, readable: string, layer: Layer): boolean {
  return readable[layers.indexOf(layer)] === '1';
}

interface MirrorsAnswer {
  readonly outcomes: readonly LayerOutcome[];
  /** Of those that answer, in resolution order. */
  readonly pages: readonly MirroredPage[];
  readonly pinnedTo: string | null;
}

async function resolveMirrors(
  question: Question,
  ownership: Ownership,
  stages: readonly LayerOutcome[],
  held: ReadonlyMap<string, HeldProject>,
  now: Date,
): Promise<MirrorsAnswer> {
  const { world, plan, readable, normalizedName } = question;
  const mirrors = plan.layers.filter(({ kind }) => kind === 'MIRROR');
  const isClosed = ownership.closers.length > 0;
  const isQuarantined = stages.find(({ verdict }) => hasPage(verdict))?.verdict === 'QUARANTINED';
  const pin =
    !isClosed && mirrors.length > 1
      ? await pinnedMirror(world.database.reading, plan.rootId, normalizedName)
      : null;
  // Taking a mirror out of the bases is said aloud; what was bound to it is free then.
  const pinnedTo = mirrors.some(({ id }) => id === pin) ? pin : null;
  let used: UsedNames | null = null;
  const outcomes: LayerOutcome[] = [];
  const pages: MirroredPage[] = [];
  let isSettled = false;
  for (const layer of mirrors) {
    const refused = mirrorRefusal(layer, isReadable(plan, readable, layer));
    if (refused !== null) {
      outcomes.push(refused);
      continue;
    }
    const asked = await askMirror(question, layer);
    if (asked === null) {
      outcomes.push({ layer, verdict: 'EMPTY' });
      isSettled = false;
      continue;
    }
    if (asked instanceof UpstreamUnavailable) {
      outcomes.push({ layer, verdict: 'FAILED', failure: asked.message });
      isSettled = true;
      continue;
    }
    pages.push(asked);
    isSettled = !isClosed;
    if (asked.status === 'QUARANTINED' || isQuarantined) {
      outcomes.push({ layer, verdict: 'QUARANTINED', page: asked });
      continue;
    }
    if (isClosed) {
      used ??= await findUsedNames(
        world.database.reading,
        [...held.values()].map(({ id }) => id),
      );
    }
    const contribution = mirrorContribution(layer, normalizedName, asked, used, now);
    if (asked.files.length >= MANY_FILES) await letOthersIn();
    outcomes.push({ layer, verdict: 'ANSWERS', contribution, page: asked });
  }
  return { outcomes, pages, pinnedTo };

  /** Why it is not asked. */
  function mirrorRefusal(layer: Layer, mayRead: boolean): LayerOutcome | null {
    if (isClosed && !ownership.granted.includes(layer)) return { layer, verdict: 'CLOSED' };
    if (!mayRead) return { layer, verdict: 'UNREADABLE' };
    if (isSettled) return { layer, verdict: 'PASSED_OVER' };
    if (pinnedTo !== null && pinnedTo !== layer.id) return { layer, verdict: 'PINNED_ELSEWHERE' };
    const denied = whyNameHidden(layer.ruleSets, normalizedName);
    return denied === null ? null : { layer, verdict: 'DENIED', denied };
  }
}

async function askMirror(
  { world, normalizedName, failures }: Question,
  { mirror }: Layer,
): Promise<MirroredPage | null | UpstreamUnavailable> {
  try {
    return await world.mirrors.page(mirror!, normalizedName);
  } catch (error) {
    if (failures === 'TOLD' && error instanceof UpstreamUnavailable) return error;
    throw error;
  }
}

function inOrder({ layers }: LayerPlan, outcomes: readonly LayerOutcome[]): LayerOutcome[] {
  const byLayer = new Map(outcomes.map((outcome) => [outcome.layer, outcome]));
  return layers.map((layer) => byLayer.get(layer)!);
}

function union(outcomes: readonly LayerOutcome[]): { files: PageFile[]; shadowed: Shadowed[] } {
  const files = new Map<string, PageFile>();
  const shadowed: Shadowed[] = [];
  for (const { layer, contribution } of outcomes) {
    for (const file of contribution?.files ?? []) {
      const fold = file.filename.toLowerCase();
      const nearer = files.get(fold);
      if (nearer === undefined) files.set(fold, file);
      else if (file.sha256 !== null && nearer.sha256 !== file.sha256) shadowed.push({ file, layer });
    }
    for (const file of contribution?.shadowed ?? []) shadowed.push({ file, layer });
  }
  return { files: [...files.values()], shadowed };
}

function versionsOf(outcomes: readonly LayerOutcome[]): string[] {
  return [...new Set(outcomes.flatMap(({ contribution }) => contribution?.versions ?? []))];
}
