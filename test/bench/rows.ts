// What is measured, in order, and what is wanted of it: the table to read before the numbers. Names of warm pages
// begin with `page`.

import { askFor, header, query, type Ask } from './api.ts';
import { HTML_PAGE, indexesPage, JSON_PAGE, type DataSet } from './data-set.ts';
import {
  moving,
  readingCold,
  readingList,
  readingMirror,
  readingThroughBases,
  searching,
} from './large-rounds.ts';
import type { Target } from './outcome.ts';
import {
  checking,
  lookingForFreshness,
  reading,
  uploadingLarge,
  uploadingSmall,
  type Measure,
} from './rounds.ts';

export interface Row {
  readonly name: string;
  readonly measure: Measure;
  readonly target: Target;
}

const page: Target = { ratio: 0.7, ratioOnPostgresql: 0.4 };
const get = (path: string, headers: Record<string, string>): Ask => ({ method: 'GET', path, headers });
const viewer = ({ bearer }: DataSet) => query('{ viewer { name } }', {}, bearer);

export const rows: readonly Row[] = [
  {
    name: 'page json, anonymous',
    measure: reading(({ publicPage }) => get(publicPage, { accept: JSON_PAGE })),
    target: page,
  },
  {
    name: 'page html, anonymous',
    measure: reading(({ publicPage }) => get(publicPage, { accept: HTML_PAGE })),
    target: page,
  },
  {
    name: 'page json, opaque token',
    measure: reading(({ privatePage, readerAuthorization }) =>
      get(privatePage, { accept: JSON_PAGE, authorization: readerAuthorization }),
    ),
    target: page,
  },
  {
    name: 'page json, attenuable token',
    measure: reading(({ privatePage, attenuableAuthorization }) =>
      get(privatePage, { accept: JSON_PAGE, authorization: attenuableAuthorization }),
    ),
    target: page,
  },
  {
    name: 'page json, four caveats',
    measure: reading(({ privatePage, narrowedAuthorization }) =>
      get(privatePage, { accept: JSON_PAGE, authorization: narrowedAuthorization }),
    ),
    target: { ratio: 0.5, ratioOnPostgresql: 0.4 },
  },
  {
    name: 'page json, gzip',
    measure: reading(({ publicPage }) =>
      get(publicPage, { accept: JSON_PAGE, 'accept-encoding': 'gzip, deflate' }),
    ),
    target: page,
  },
  {
    name: 'page json, unknown encoding',
    measure: reading(({ publicPage }) =>
      get(publicPage, { accept: JSON_PAGE, 'accept-encoding': 'x-unheard-of' }),
    ),
    target: page,
  },
  {
    name: 'page 304',
    measure: reading(
      async ({ publicPage }, origin) => {
        const current = await askFor(200, origin, get(publicPage, { accept: JSON_PAGE }));
        return get(publicPage, { accept: JSON_PAGE, 'if-none-match': header(current, 'etag') ?? '' });
      },
      { status: 304 },
    ),
    target: { ratio: 0.7 },
  },
  {
    name: 'file of 20 kB',
    measure: reading(({ filePath }) => get(filePath, {})),
    target: { ratio: 0.4 },
  },
  { name: 'first check, opaque', measure: checking('opaque'), target: {} },
  { name: 'first check, attenuable', measure: checking('attenuable'), target: {} },
  { name: 'first check, four caveats', measure: checking('attenuable with four caveats'), target: {} },
  {
    name: 'graphql viewer, of node:http',
    measure: reading(viewer),
    target: { ratio: 0.15 },
  },
  {
    name: 'graphql viewer, of plain Yoga',
    measure: reading(viewer, { against: 'yoga' }),
    target: { ratio: 0.6 },
  },
  {
    name: 'graphql page of indexes',
    measure: async (contenders, plan) => {
      const measured = await reading(({ bearer }) => indexesPage(bearer, 8))(contenders, plan);
      return { ...measured, ...(contenders.dataSet.sql && { sql: contenders.dataSet.sql }) };
    },
    target: { sqlConstant: true },
  },
  {
    name: 'upload of small wheels',
    measure: uploadingSmall,
    target: { perSecond: 250, ratio: 0.3 },
  },
  {
    name: 'upload of 300 MiB',
    measure: uploadingLarge,
    target: { ratio: 0.4, growthBelowMiB: 64 },
  },
  {
    name: 'upload, then its page',
    measure: lookingForFreshness,
    target: { fresh: true },
  },
  { name: 'cold page of 5 files', measure: readingCold(5), target: { blockedBelowMs: 20 } },
  { name: 'cold page of 500 files', measure: readingCold(500), target: { blockedBelowMs: 20 } },
  {
    name: 'cold page of 5,000 files',
    measure: readingCold(5_000, { perFile: true }),
    target: { p50BelowMs: 100, blockedBelowMs: 20, perFileAtMost: 1 },
  },
  { name: 'cold page, three bases', measure: readingThroughBases, target: { blockedBelowMs: 20 } },
  { name: 'mirror page, miss', measure: readingMirror('miss'), target: {} },
  { name: 'mirror page, hit', measure: readingMirror('hit'), target: {} },
  // The bare column is the same search among 1,000 projects.
  { name: 'search of 100,000 projects', measure: searching, target: { ratio: 0.5 } },
  {
    name: 'list of 100,000 projects',
    measure: readingList,
    target: { p50BelowMs: 1_000, blockedBelowMs: 20, growthBelowMiB: 200 },
  },
  { name: 'upload of 1 GiB', measure: moving('upload'), target: { growthBelowMiB: 64 } },
  { name: 'download of 1 GiB', measure: moving('download'), target: { growthBelowMiB: 64 } },
];
