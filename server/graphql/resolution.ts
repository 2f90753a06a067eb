// How an index answers: the order of its layers, what became of each for one name, and the project as installers get it
// from all of them together. Decided in `domain/packages/repository.ts`, by the very resolver of the simple pages. A
// layer that the viewer may not see is told as hidden.

import { InvalidInput } from '../domain/errors.ts';
import { maySeeThrough } from '../domain/indexes/access.ts';
import { readableLayers, type Layer, type LayerPlan } from '../domain/indexes/layers.ts';
import { quote } from '../domain/names.ts';
import { isProjectName, normalizeProjectName } from '../domain/packages/filenames.ts';
import {
  LAYER_VERDICTS,
  RESOLUTION_OUTCOMES,
  resolverOf,
  type LayerReport,
  type PageFile,
  type ProjectPage,
  type ResolutionReport,
} from '../domain/packages/repository.ts';
import { inBatches } from './batches.ts';
import { builder, type FieldsOf } from './builder.ts';
import type { GraphQLContext } from './context.ts';
import { layerIndex } from './layer-indexes.ts';
import { readersOnly } from './package-index-contents.ts';
import { IndexKindEnum, PackageIndexType } from './package-index.ts';
import { FileKindEnum, ProjectStatusEnum } from './package.ts';

const LayerVerdictEnum = builder.enumType('LayerVerdict', {
  description: 'What became of a layer when a name was looked up.',
  values: described(LAYER_VERDICTS),
});

const ResolutionOutcomeEnum = builder.enumType('ResolutionOutcome', {
  description: 'What came of looking up a name.',
  values: described(RESOLUTION_OUTCOMES),
});

function described<Name extends string>(meanings: Readonly<Record<Name, string>>) {
  return Object.fromEntries(
    Object.entries<string>(meanings).map(([name, description]) => [name, { description }]),
  ) as Record<Name, { description: string }>;
}

const HIDDEN = 'Null when the viewer may not see it.';

interface PlacedLayer {
  readonly layer: Layer | null;
  readonly via: readonly string[];
  readonly isReadable: boolean;
}

const ResolutionLayerType = builder.objectRef<PlacedLayer>('ResolutionLayer').implement({
  description: 'An index that answers for another one, and its place in the order.',
  fields: (t) => ({
    ...layerFields(t),
    via: t.stringList({
      description:
        'The paths from the index that is asked to this one, those left out that the viewer may not see.',
      resolve: ({ via }) => [...via],
    }),
    isReadable: t.exposeBoolean('isReadable', {
      description: 'Whether it contributes to what the viewer is answered.',
    }),
  }),
});

/** Which layer it is, alike wherever one is told of. */
function layerFields<Shape extends { readonly layer: Layer | null }>(t: FieldsOf<Shape>) {
  return {
    packageIndex: t.prismaField({
      type: PackageIndexType,
      nullable: true,
      description: `The layer. ${HIDDEN}`,
      resolve: (query, { layer }, _args, context, { fieldNodes: [place] }) =>
        layerIndex(context, place, layer?.id, { ...query }),
    }),
    path: t.string({
      nullable: true,
      description: `Written owner/name. ${HIDDEN}`,
      resolve: ({ layer }) => layer?.path ?? null,
    }),
    kind: t.field({
      type: IndexKindEnum,
      nullable: true,
      description: `Whether it holds uploads or mirrors an upstream. ${HIDDEN}`,
      resolve: ({ layer }) => layer?.kind ?? null,
    }),
  };
}

const LayerReportType = builder.objectRef<LayerReport>('LayerReport').implement({
  description: 'What became of one layer.',
  fields: (t) => ({
    ...layerFields(t),
    verdict: t.expose('verdict', { type: LayerVerdictEnum, description: 'Whether it answers, or why not.' }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Sentences that name rules and circumstances. Null when the verdict says it all.',
    }),
    files: t.exposeInt('files', {
      description: 'How many it contributes, those counted that a nearer layer has too.',
    }),
    versions: t.exposeInt('versions', { description: 'How many it contributes, counted in the same way.' }),
  }),
});

const ResolutionReportType = builder.objectRef<ResolutionReport>('ResolutionReport').implement({
  description: 'Why a name is answered as it is, or not at all.',
  fields: (t) => ({
    project: t.exposeString('project', { description: 'The name that was looked up, normalised (PEP 503).' }),
    outcome: t.expose('outcome', { type: ResolutionOutcomeEnum, description: 'What installers get.' }),
    layers: t.field({
      type: [LayerReportType],
      description: 'All of them, in the order in which they are asked.',
      resolve: ({ layers }) => [...layers],
    }),
  }),
});

interface ResolvedFile extends PageFile {
  readonly plan: LayerPlan;
}

const ResolvedFileType = builder.objectRef<ResolvedFile>('ResolvedFile').implement({
  description: 'A file that an index answers, out of whichever layer.',
  fields: (t) => ({
    filename: t.exposeString('filename', { description: 'As its layer or its upstream calls it.' }),
    kind: t.expose('kind', { type: FileKindEnum, description: 'Whether it is built or has to be built.' }),
    version: t.exposeString('version', { description: 'The release that it belongs to.' }),
    sizeBytes: t.expose('sizeBytes', {
      type: 'ByteCount',
      nullable: true,
      description: 'How much there is to download. Null when the upstream does not tell.',
    }),
    sha256: t.expose('sha256', {
      type: 'Sha256',
      nullable: true,
      description: 'Of its bytes. Null while neither the upstream tells it nor anybody has fetched it.',
    }),
    requiresPython: t.exposeString('requiresPython', {
      nullable: true,
      description: 'The Python versions it declares to run on, such as >=3.9. Null when it declares none.',
    }),
    uploadedAt: t.expose('uploadedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it came to its layer or its upstream. Null when the upstream does not tell.',
    }),
    isYanked: t.boolean({
      description: 'Whether installers pass over it unless it is pinned.',
      resolve: ({ yanked }) => yanked !== null,
    }),
    yankReason: t.string({
      nullable: true,
      description: 'Why it was yanked. Null when it is not, or when nobody said.',
      resolve: ({ yanked }) => yanked || null,
    }),
    url: t.string({
      description: 'Where it is downloaded, through the index that was asked.',
      resolve: ({ plan, address, filename }, _args, { baseUrl }) =>
        `${baseUrl}/${plan.layers[0]!.path}/files/${address}/${encodeURIComponent(filename)}`,
    }),
    layer: t.prismaField({
      type: PackageIndexType,
      nullable: true,
      description: 'The index that holds or mirrors it. Null when the viewer may only read it.',
      resolve: (query, { layerId }, _args, context, { fieldNodes: [place] }) =>
        layerIndex(context, place, layerId, { ...query }),
    }),
    path: t.string({
      description: 'The path of that index, written owner/name.',
      resolve: ({ plan, layerId }) => plan.layers.find(({ id }) => id === layerId)!.path,
    }),
  }),
});

interface ResolvedProject extends ProjectPage {
  readonly plan: LayerPlan;
}

const ResolvedProjectType = builder.objectRef<ResolvedProject>('ResolvedProject').implement({
  description: 'A project as an index answers it, out of all its layers.',
  fields: (t) => ({
    normalizedName: t.exposeString('normalizedName', {
      description: 'Lower case, with one "-" for each run of "-", "_" and "." (PEP 503).',
    }),
    status: t.expose('status', {
      type: ProjectStatusEnum,
      description: 'In the nearest stage that holds it, else at the upstream.',
    }),
    statusReason: t.exposeString('statusReason', {
      nullable: true,
      description: 'Why it has this status. Null when nobody said.',
    }),
    isStale: t.exposeBoolean('isStale', {
      description: 'True: an upstream failed just now, and this is what it said before.',
    }),
    versions: t.stringList({
      description: 'Those that have files, and those that an upstream names without; in no order.',
      resolve: ({ versions }) => [...versions],
    }),
    files: t.field({
      type: [ResolvedFileType],
      description: 'What installers are offered: layer by layer, each in the order of upload.',
      resolve: ({ files, plan }) => files.map((file) => ({ ...file, plan })),
    }),
  }),
});

builder.prismaObjectFields(PackageIndexType, (t) => ({
  resolutionOrder: t.field({
    type: [ResolutionLayerType],
    description:
      'Who answers for it: itself, then its stages level by level, then mirrors, whatever the order of the bases.',
    resolve: async ({ id }, _args, context) => {
      const plan = await plans(context, plans, id, null);
      return plan === undefined ? [] : placedLayers(context, plan);
    },
  }),

  why: t.field({
    ...readersOnly,
    type: ResolutionReportType,
    description: 'Why a name is answered as it is. Null when the viewer may not read the index.',
    args: {
      project: t.arg.string({ required: true, description: 'In any spelling that normalises to the name.' }),
    },
    resolve: async ({ id }, { project }, { world, caller }) => {
      if (!isProjectName(project)) {
        throw new InvalidInput('INVALID_INPUT', `${quote(project)} is not the name of a project.`, [
          'project',
        ]);
      }
      const plan = await world.layers.planOf(id);
      return resolverOf(world, plan, caller.actor).why(normalizeProjectName(project));
    },
  }),

  resolvedProject: t.field({
    ...readersOnly,
    type: ResolvedProjectType,
    description:
      'One project as installers get it. Null when no layer answers the name, or when the viewer may not read the index.',
    args: {
      name: t.arg.string({ required: true, description: 'In any spelling that normalises to the name.' }),
    },
    resolve: async ({ id }, { name }, { world, caller }) => {
      const plan = await world.layers.planOf(id);
      const page = await resolverOf(world, plan, caller.actor).projectPage(normalizeProjectName(name));
      return page && { ...page, plan };
    },
  }),
}));

const plans = inBatches(({ world }, indexIds) => world.layers.plansOf(indexIds));

function placedLayers({ caller: { actor } }: GraphQLContext, plan: LayerPlan): PlacedLayer[] {
  const readable = readableLayers(actor, plan);
  const isSeen = (layer: Layer, place: number) => place === 0 || maySeeThrough(actor, layer);
  const seen = new Set(plan.layers.filter(isSeen).map(({ path }) => path));
  return plan.layers.map((layer, place) => ({
    layer: seen.has(layer.path) ? layer : null,
    via: layer.via.filter((path) => seen.has(path)),
    isReadable: readable[place] === '1',
  }));
}
