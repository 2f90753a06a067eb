// Answers for an index out of its layers, to somebody whose rights to each layer were decided before. Taking the first
// file of a name from one of several mirrors pins the name to it.

import { findProjectsOfFile } from '../../storage/sql/find-held.ts';
import type { Actor } from '../actor.ts';
import type { Layer, LayerPlan } from '../indexes/layers.ts';
import type { MirroredFile } from '../mirrors/page.ts';
import { projectsInFilename } from './filename-projects.ts';
import { isProjectName } from './filenames.ts';
import { pinOrigin } from './origin-pins.ts';
import { mergedNames } from './repository-names.ts';
import { resolveName, type Resolution } from './repository-page.ts';
import { reportOf } from './repository-why.ts';
import type {
  FoundFile,
  PageFile,
  ProjectPage,
  Repository,
  RepositoryWorld,
  ResolutionReport,
} from './repository.ts';
import { tellShadowed } from './shadowed-files.ts';

export class LayeredRepository implements Repository {
  readonly #world: RepositoryWorld;
  readonly #plan: LayerPlan;
  readonly #actor: Actor;
  readonly #readable: string;

  /** `readable`: as `readableLayers` says of the actor. */
  constructor(world: RepositoryWorld, plan: LayerPlan, actor: Actor, readable: string) {
    this.#world = world;
    this.#plan = plan;
    this.#actor = actor;
    this.#readable = readable;
  }

  projectNames(): AsyncIterable<readonly string[]> {
    return mergedNames(this.#world, this.#plan, this.#readable);
  }

  async projectPage(normalizedName: string): Promise<ProjectPage | null> {
    if (!isProjectName(normalizedName)) return null;
    return (await this.#resolve(normalizedName, null)).page;
  }

  async file(
    address: string,
    filename: string,
    isWanted: (normalizedName: string) => boolean = () => true,
  ): Promise<FoundFile | null> {
    if (!/^[0-9a-f]{64}$/.test(address)) return null;
    const readable = this.#plan.layers.filter((_, place) => this.#readable[place] === '1');
    const stageIds = readable.filter(({ kind }) => kind === 'STAGE').map(({ id }) => id);
    const { reading } = this.#world.database;
    const held = await findProjectsOfFile(reading, stageIds, filename, address);
    const mirrored = stageIds.length < readable.length ? projectsInFilename(filename) : [];
    for (const project of new Set([...held, ...mirrored])) {
      if (!isWanted(project)) continue;
      const found = await this.#fileOf(project, address, filename);
      if (found !== null) return found;
    }
    return null;
  }

  async why(normalizedName: string): Promise<ResolutionReport> {
    const resolution = await this.#resolve(normalizedName, null, 'TOLD');
    return reportOf(this.#actor, normalizedName, resolution);
  }

  /** By the very rules of the page, so that what a page does not show cannot be fetched. */
  async #fileOf(project: string, address: string, filename: string): Promise<FoundFile | null> {
    const resolution = await this.#resolve(project, filename);
    const file = resolution.page?.files.find(
      (each) => each.address === address && each.filename === filename,
    );
    if (file === undefined) return null;
    const layer = this.#plan.layers.find(({ id }) => id === file.layerId)!;
    if (layer.kind === 'STAGE')
      return { file, project, layer, hosted: true, upstream: null, changesAt: null };
    if (this.#isFirstTaken(resolution, layer)) {
      const mirrorId = await pinOrigin(this.#world, this.#actor, this.#plan, project, layer);
      if (mirrorId !== layer.id) return null;
    }
    const { changesAt } = resolution.page!;
    return { file, project, layer, hosted: false, upstream: asMirrored(file), changesAt };
  }

  /**
   * Only once every mirror before it was asked and does not have the name: who reads fewest of them, or comes while one
   * is offline, does not decide for all others.
   */
  #isFirstTaken({ ownership, pinnedTo, outcomes }: Resolution, taken: Layer): boolean {
    const mirrors = outcomes.filter(({ layer }) => layer.kind === 'MIRROR');
    const place = mirrors.findIndex(({ layer }) => layer.id === taken.id);
    const wereAsked = mirrors
      .slice(0, place)
      .every(({ layer, verdict }) => verdict === 'EMPTY' && layer.mirror?.isOffline === false);
    return mirrors.length > 1 && ownership.closers.length === 0 && pinnedTo === null && wereAsked;
  }

  async #resolve(
    normalizedName: string,
    filename: string | null,
    failures: 'THROWN' | 'TOLD' = 'THROWN',
  ): Promise<Resolution> {
    const resolution = await resolveName({
      world: this.#world,
      plan: this.#plan,
      readable: this.#readable,
      normalizedName,
      filename,
      failures,
    });
    tellShadowed(this.#world, this.#plan, normalizedName, resolution.shadowed);
    return resolution;
  }
}

/** What a mirror contributes came from its upstream's page. */
function asMirrored(file: PageFile): MirroredFile {
  if (!('url' in file)) throw new Error(`${file.filename} has no address at its upstream.`);
  return file as MirroredFile;
}
