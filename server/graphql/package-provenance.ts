// Where a file comes from: who brought it to its index, and the way it took before. Whoever may read the index sees names
// of users; tokens are told to those who administer the index where one was used, and an index on the way to those who
// may know that it exists.

import type { ProvenanceKind } from '../storage/_generated/sqlite/client.ts';
import { indexesVisibleTo, mayAdminister } from '../domain/indexes/access.ts';
import { stepsOf, type Step } from '../domain/packages/provenance.ts';
import { inBatches } from './batches.ts';
import { builder } from './builder.ts';
import { FileType } from './package.ts';

const ProvenanceKindEnum = builder.enumType('ProvenanceKind', {
  description: 'How a file came to an index.',
  values: {
    UPLOADED: { description: 'Somebody uploaded it.' },
    MIRRORED: { description: 'A mirror copied it from its upstream.' },
    PROMOTED: { description: 'Somebody copied it from another index.' },
  } satisfies Record<ProvenanceKind, object>,
});

interface ToldStep extends Step {
  /** What the viewer may know of the indexes that the step names. */
  readonly known: ReadonlyMap<string, KnownIndex>;
  /** Where the file is, which its readers know. */
  readonly here: string;
}

interface KnownIndex {
  readonly id: string;
  readonly ownerId: string;
  readonly path: string;
}

const ProvenanceStepType = builder.objectRef<ToldStep>('ProvenanceStep').implement({
  description: 'One step of the way of a file to its index.',
  fields: (t) => ({
    kind: t.expose('kind', { type: ProvenanceKindEnum, description: 'What happened.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When it happened.' }),
    indexPath: t.string({
      nullable: true,
      description: 'The index that the file came to, owner/name. Null when the viewer may not know of it.',
      resolve: (step) => knownPath(step, step.indexPath),
    }),
    fromPath: t.string({
      nullable: true,
      description:
        'The index that it came from, owner/name. Null when it came from none, or from one that the viewer may not know of.',
      resolve: (step) => (step.fromPath === null ? null : knownPath(step, step.fromPath)),
    }),
    sourceUrl: t.string({
      nullable: true,
      description:
        'Where the upstream had it, without credentials and query. Null when it was not mirrored, or by a mirror that the viewer may not know of.',
      resolve: (step) => (knownPath(step, step.indexPath) === null ? null : step.sourceUrl),
    }),
    by: t.exposeString('actorName', {
      description:
        'The user who did it, the name then; ":anonymous:" for nobody known, ":system:" for the server.',
    }),
    tokenId: t.string({
      nullable: true,
      description:
        'The token with which it was done. Null when it was none, and to those who do not administer the index of this step.',
      resolve: ({ known, indexPath, tokenId }, _args, { caller }) => {
        const index = known.get(indexPath);
        return index !== undefined && mayAdminister(caller.actor, index) ? tokenId : null;
      },
    }),
  }),
});

function knownPath({ known, here }: ToldStep, path: string): string | null {
  return path === here || known.has(path) ? path : null;
}

/** As far as the viewer may know of them; an index that is gone is known to nobody. */
const knownIndexes = inBatches(async ({ world, caller }, paths) => {
  const rows = await world.readDb.packageIndex.findMany({
    where: { AND: [{ livePath: { in: [...paths] } }, indexesVisibleTo(caller.actor)] },
    select: { id: true, ownerId: true, path: true },
  });
  return new Map(rows.map((row) => [row.path, row]));
});

const userNames = inBatches(async ({ world }, ids) => {
  const where = { id: { in: [...ids] } };
  const rows = await world.readDb.user.findMany({ where, select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [id, name]));
});

builder.prismaObjectFields(FileType, (t) => ({
  uploadedBy: t.string({
    nullable: true,
    description: 'The user who brought it to this index. Null when nobody was signed in.',
    select: { uploadedById: true },
    resolve: async ({ uploadedById }, _args, context) =>
      uploadedById === null ? null : ((await userNames(context, userNames, uploadedById, null)) ?? null),
  }),
  uploadedTokenId: t.string({
    nullable: true,
    description:
      'The token with which it was brought here. Null when it was none, and to those who do not administer the index.',
    select: { uploadedTokenId: true, index: { select: { id: true, ownerId: true } } },
    resolve: ({ uploadedTokenId, index }, _args, { caller }) =>
      mayAdminister(caller.actor, index) ? uploadedTokenId : null,
  }),
  provenance: t.field({
    type: [ProvenanceStepType],
    description: 'Its way to this index, the first step first; a file that was uploaded here has one step.',
    select: {
      uploadedAt: true,
      uploadedById: true,
      uploadedTokenId: true,
      index: { select: { path: true } },
      provenance: true,
    },
    resolve: async (file, _args, context) => {
      const { uploadedById, provenance } = file;
      const here = file.index.path;
      const uploader =
        uploadedById === null || provenance.length > 0
          ? null
          : await userNames(context, userNames, uploadedById, null);
      const steps = stepsOf(file, provenance, { indexPath: here, uploaderName: uploader ?? ':anonymous:' });
      const paths = [...new Set(steps.flatMap(({ indexPath, fromPath }) => [indexPath, fromPath ?? here]))];
      const known = new Map<string, KnownIndex>();
      await Promise.all(
        paths.map(async (path) => {
          const index = await knownIndexes(context, knownIndexes, path, null);
          if (index !== undefined) known.set(path, index);
        }),
      );
      return steps.map((step) => ({ ...step, known, here }));
    },
  }),
}));
