// Every model's class (STATE 1). REPLICATED rows change only through `transact()`, which logs them;
// LOCAL rows belong to one node. A model of `schema.prisma` without a class fails a test.
// `withheld` columns never enter the change log, so they never leave the primary (STATE 3).

import type { Prisma } from './_generated/sqlite/client.ts';

interface Replicated {
  readonly class: 'REPLICATED';
  /** The columns that identify a row. */
  readonly key: readonly string[];
  readonly withheld?: readonly string[];
}
interface Local {
  readonly class: 'LOCAL';
  readonly why: string;
}

export const MODEL_CLASSES = {
  User: { class: 'REPLICATED', key: ['id'] },
  Password: { class: 'REPLICATED', key: ['userId'] },
  Group: { class: 'REPLICATED', key: ['id'] },
  GroupMember: { class: 'REPLICATED', key: ['id'] },
  Session: { class: 'LOCAL', why: 'A sign-in belongs to the node that checked it.' },
  OneTimeLink: { class: 'LOCAL', why: 'Only the node that made a link redeems it.' },
  PackageIndex: { class: 'REPLICATED', key: ['id'] },
  IndexBase: { class: 'REPLICATED', key: ['id'] },
  IndexGrant: { class: 'REPLICATED', key: ['id'] },
  Token: { class: 'REPLICATED', key: ['id'], withheld: ['seal', 'salt'] },
  TokenScope: { class: 'REPLICATED', key: ['id'] },
  TokenIndex: { class: 'REPLICATED', key: ['id'] },
  TokenProject: { class: 'REPLICATED', key: ['id'] },
  TokenAddress: { class: 'REPLICATED', key: ['id'] },
  TokenActivity: { class: 'LOCAL', why: 'Use is noted where it happens, and takes no serial.' },
  // The password of an upstream never leaves the primary.
  Mirror: { class: 'REPLICATED', key: ['indexId'], withheld: ['sealedPassword'] },
  MirrorFileHost: { class: 'REPLICATED', key: ['id'] },
  IndexRule: { class: 'REPLICATED', key: ['id'] },
  NameReservation: { class: 'REPLICATED', key: ['id'] },
  UpstreamGrant: { class: 'REPLICATED', key: ['id'] },
  OriginPin: { class: 'REPLICATED', key: ['id'] },
  RetentionRule: { class: 'REPLICATED', key: ['indexId'] },
  MirrorPage: { class: 'LOCAL', why: 'Each node asks the upstream for itself.' },
  MirrorFile: { class: 'LOCAL', why: 'Each node copies what is asked of it.' },
  SearchEntry: { class: 'LOCAL', why: 'Derived from projects, and made anew on each node.' },
  SearchGram: { class: 'LOCAL', why: 'Derived from projects, and made anew on each node.' },
  SearchProgress: { class: 'LOCAL', why: 'How far this node’s search has come.' },
  RenderedReadme: { class: 'LOCAL', why: 'Derived from metadata, by the renderer of this node.' },
  DownloadCount: { class: 'LOCAL', why: 'Downloads are counted where they happen, and take no serial.' },
  Project: { class: 'REPLICATED', key: ['id'] },
  Release: { class: 'REPLICATED', key: ['id'] },
  File: { class: 'REPLICATED', key: ['id'] },
  ProvenanceStep: { class: 'REPLICATED', key: ['id'] },
  Blob: { class: 'REPLICATED', key: ['sha256'] },
  Change: { class: 'LOCAL', why: 'The log itself; each node writes what it applied.' },
  LogHead: { class: 'LOCAL', why: 'Where this node’s log ends.' },
  Throttle: { class: 'LOCAL', why: 'Attempts are counted where they are made.' },
  AuditEvent: { class: 'LOCAL', why: 'Who did what is told where it was done.' },
} as const satisfies Record<Prisma.ModelName, Replicated | Local>;

export type ReplicatedModel = {
  [Model in Prisma.ModelName]: (typeof MODEL_CLASSES)[Model]['class'] extends 'REPLICATED' ? Model : never;
}[Prisma.ModelName];

export type LocalModel = Exclude<Prisma.ModelName, ReplicatedModel>;
