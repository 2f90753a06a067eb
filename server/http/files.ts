// Downloads and metadata sidecars: which bytes an address of an index leads to, and whether the caller may have them.
// How they are sent is `send-file.ts`; those that a mirror copies are `mirrored-files.ts`.

import { Forbidden, NotFound } from '../domain/errors.ts';
import { mayRead } from '../domain/indexes/access.ts';
import type { OpenIndex } from '../domain/indexes/directory.ts';
import { readableLayers, type LayerPlan } from '../domain/indexes/layers.ts';
import { Recall, UNKNOWN_PROJECT } from '../domain/packages/recall.ts';
import { resolverOf } from '../domain/packages/repository.ts';
import { openStored } from '../domain/packages/stored-bytes.ts';
import type { World } from '../domain/world.ts';
import type { Exchange } from './exchange.ts';
import { answerMirrored, type MirroredPart } from './mirrored-files.ts';
import { limitsKey } from './page-memory.ts';
import { FILE_TYPE, sendWhole, sharedHeaders, SIDECAR_TYPE } from './send-file.ts';

const SIDECAR = '.metadata';
const FILE_MEMORY_BYTES = 8 * 1024 * 1024;

interface FileAnswer {
  readonly project: string;
  /** The index that holds or mirrors it. */
  readonly layerId: string;
  /** Null: not here, or not at all. */
  readonly blob: { readonly sha256: string; readonly sizeBytes: number; readonly type: string } | null;
  /** Null: not at an upstream. */
  readonly mirrored: MirroredPart | null;
  readonly changesAt: Date | null;
  /** The name is of a project that the token is not for, and nobody was asked for it. */
  readonly isForbidden: boolean;
}

const NO_FILE: FileAnswer = {
  project: '',
  layerId: '',
  blob: null,
  mirrored: null,
  changesAt: null,
  isForbidden: false,
};

export class Downloads {
  readonly #world: World;
  readonly #answers: Recall<FileAnswer>;

  constructor(world: World) {
    this.#world = world;
    this.#answers = new Recall(world, {
      maxBytes: FILE_MEMORY_BYTES,
      bytesOf: () => 200,
      projectOf: ({ project, blob, mirrored }) => ((blob ?? mirrored) ? project : null),
      changesAt: ({ changesAt }) => changesAt,
    });
  }

  /** @throws {NotFound} @throws {Forbidden} @throws {UpstreamUnavailable} @throws {RequestRefused} RANGE_NOT_SATISFIABLE */
  file(exchange: Exchange, index: OpenIndex, address: string, filename: string): void | Promise<void> {
    const plan = this.#world.layers.planOf(index.id);
    // It is remembered by then, and nothing that is newer comes in between.
    if (plan instanceof Promise) return plan.then(() => this.file(exchange, index, address, filename));
    const { actor } = exchange;
    const key = `${index.id} ${readableLayers(actor, plan)} ${limitsKey(actor)} ${address} ${filename}`;
    const found = this.#answers.get(key, UNKNOWN_PROJECT, () =>
      this.#look(exchange, index, plan, address, filename),
    );
    if (found instanceof Promise)
      return found.then((looked) => this.#answer(exchange, index, plan, looked, filename));
    return this.#answer(exchange, index, plan, found, filename);
  }

  async #look(
    { actor }: Exchange,
    index: OpenIndex,
    plan: LayerPlan,
    address: string,
    filename: string,
  ): Promise<FileAnswer> {
    const isSidecar = filename.endsWith(SIDECAR);
    const name = isSidecar ? filename.slice(0, -SIDECAR.length) : filename;
    let isForbidden = false;
    // Before it is looked up: that may tell an upstream the name, and bind it to one.
    const found = await resolverOf(this.#world, plan, actor).file(address, name, (project) => {
      const isWanted = mayRead(actor, index, project);
      isForbidden ||= !isWanted;
      return isWanted;
    });
    if (found === null) return { ...NO_FILE, isForbidden };
    const { file, project, layer, upstream, changesAt } = found;
    const layerId = layer.id;
    if (isSidecar && file.metadataSha256 === null) return NO_FILE;
    if (upstream !== null && layer.mirror !== null) {
      const part = isSidecar ? 'sidecar' : 'file';
      return {
        ...NO_FILE,
        project,
        layerId,
        mirrored: { mirror: layer.mirror, file: upstream, part },
        changesAt,
      };
    }
    const sha256 = isSidecar ? file.metadataSha256! : address;
    const sizeBytes = isSidecar ? await this.#world.blobs.sizeBytes(sha256) : file.sizeBytes;
    if (sizeBytes === null) throw new Error(`The blob ${sha256} of ${filename} is missing.`);
    const type = isSidecar ? SIDECAR_TYPE : FILE_TYPE;
    return { ...NO_FILE, project, layerId, blob: { sha256, sizeBytes, type }, changesAt };
  }

  #answer(
    exchange: Exchange,
    index: OpenIndex,
    plan: LayerPlan,
    { project, layerId, blob, mirrored, isForbidden }: FileAnswer,
    filename: string,
  ): void | Promise<void> {
    const isMissing = blob === null && mirrored === null;
    if (isMissing && !isForbidden) throw new NotFound('There is no such file in this index.');
    if (isMissing || !mayRead(exchange.actor, index, project))
      throw new Forbidden('This token is not for the project of this file.');
    const visibility = plan.layers.every(({ isPublic }) => isPublic) ? 'public' : 'private';
    const isFile = mirrored?.part === 'file' || blob?.type === FILE_TYPE;
    const onWhole = () => {
      if (isFile) this.#world.downloads.note(layerId, project, filename);
    };
    if (mirrored !== null) return answerMirrored(this.#world, exchange, visibility, { ...mirrored, onWhole });
    return sendWhole(exchange, sharedHeaders(blob!.type, visibility, blob!.sha256), {
      ...blob!,
      open: (range) => openStored(this.#world, blob!.sha256, blob!.sizeBytes, range),
      onWhole,
    });
  }
}
