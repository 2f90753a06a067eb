// The read contract of an index: three questions, and why they are answered so. One resolver over all layers answers
// simple pages, sidecars, downloads, the JSON API and GraphQL, so that they cannot disagree. How a name is resolved is
// `repository-page.ts`, how lists are merged `repository-names.ts`, and when a name is closed against mirrors
// `ownership.ts`.

import type { FileKind, ProjectStatus } from '../../storage/_generated/sqlite/client.ts';
import type { Actor } from '../actor.ts';
import { readableLayers, type Layer, type LayerPlan } from '../indexes/layers.ts';
import type { MirroredFile } from '../mirrors/page.ts';
import type { World } from '../world.ts';
import { LayeredRepository } from './layered-repository.ts';

export interface PageFile {
  readonly filename: string;
  readonly kind: FileKind;
  /** 64 hexadecimal digits, part of its URL: the digest of its bytes, or of its upstream's URL where none is known. */
  readonly address: string;
  /** Null when the upstream does not tell and nobody has fetched it yet. */
  readonly sha256: string | null;
  /** Null when the upstream does not tell. */
  readonly sizeBytes: number | null;
  readonly requiresPython: string | null;
  /** Null: it has no sidecar. */
  readonly metadataSha256: string | null;
  /** Null when the upstream does not tell. */
  readonly uploadedAt: Date | null;
  /** Null: not yanked. Empty: yanked without a reason. */
  readonly yanked: string | null;
  readonly version: string;
  /** The index that holds or mirrors it. */
  readonly layerId: string;
}

export interface ProjectPage {
  readonly normalizedName: string;
  readonly status: ProjectStatus;
  readonly statusReason: string | null;
  /** Layer by layer, each in the order of upload. */
  readonly files: readonly PageFile[];
  /** Those of the files, and those that an upstream names without files; no duplicates, in no order. */
  readonly versions: readonly string[];
  /** An upstream failed, and this is what it said before. */
  readonly isStale: boolean;
  /** The next moment at which time alone may make it another page; null: never. */
  readonly changesAt: Date | null;
}

export interface FoundFile {
  readonly file: PageFile;
  /** Normalised. */
  readonly project: string;
  readonly layer: Layer;
  /** True: its bytes are a blob. False: `upstream` says where they come from. */
  readonly hosted: boolean;
  readonly upstream: MirroredFile | null;
  /** The next moment at which time alone may close it, or make it another one; null: never. */
  readonly changesAt: Date | null;
}

export const LAYER_VERDICTS = {
  ANSWERS: 'What it has of the name is answered.',
  EMPTY: 'It does not have the name.',
  HIDDEN: 'The viewer may not see this layer, and is not told more.',
  UNREADABLE: 'The viewer may not read this layer, so it contributes nothing.',
  DENIED: 'A rule hides the name.',
  DELETED: 'It held the name; the project was deleted there, and the name stays closed.',
  QUARANTINED: 'The project is quarantined, and its files are not offered.',
  CLOSED: 'A mirror that is not asked, because a stage holds or reserves the name.',
  PASSED_OVER: 'A mirror that is not asked, because one before it answers.',
  PINNED_ELSEWHERE: 'A mirror that is not asked, because files of the name were taken from another one.',
  FAILED: 'It could not be asked.',
} as const;

export type LayerVerdict = keyof typeof LAYER_VERDICTS;

/** What became of one layer when a name was looked up. */
export interface LayerReport {
  /** Null when the viewer may not see it. */
  readonly layer: Layer | null;
  readonly verdict: LayerVerdict;
  /** A sentence that names the rule, the status or the circumstance; null when the verdict says it all. */
  readonly reason: string | null;
  /** How many it contributes. */
  readonly files: number;
  readonly versions: number;
}

export const RESOLUTION_OUTCOMES = {
  ANSWERED: 'There is a page for the name.',
  CLOSED: 'No layer answers; a stage holds or reserves the name, so no mirror was asked.',
  NOT_FOUND: 'No layer has the name, or none that the viewer may read.',
  FAILED: 'A layer could not be asked, so the whole answer is an error.',
} as const;

export type ResolutionOutcome = keyof typeof RESOLUTION_OUTCOMES;

export interface ResolutionReport {
  /** Normalised. */
  readonly project: string;
  readonly outcome: ResolutionOutcome;
  /** In resolution order. */
  readonly layers: readonly LayerReport[];
}

export interface Repository {
  /** Normalised names in binary order, in portions. @throws {UpstreamUnavailable} */
  projectNames(): AsyncIterable<readonly string[]>;
  /**
   * Null: no layer answers the name; not to be remembered where the plan has a mirror, for the upstream may have it a
   * moment later. A project without files has a page. @throws {UpstreamUnavailable}
   */
  projectPage(normalizedName: string): Promise<ProjectPage | null>;
  /**
   * Null: no layer answers this file at this address. A project that `isWanted` says no to is not looked up, and no
   * upstream is asked for it. @throws {UpstreamUnavailable}
   */
  file(
    address: string,
    filename: string,
    isWanted?: (normalizedName: string) => boolean,
  ): Promise<FoundFile | null>;
  why(normalizedName: string): Promise<ResolutionReport>;
}

export type RepositoryWorld = Pick<World, 'database' | 'readDb' | 'commits' | 'clock' | 'random' | 'mirrors'>;

/** What answers for an index to somebody who was let in to it. */
export function resolverOf(world: RepositoryWorld, plan: LayerPlan, actor: Actor): Repository {
  return new LayeredRepository(world, plan, actor, readableLayers(actor, plan));
}
