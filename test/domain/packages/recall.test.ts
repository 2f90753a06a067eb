// What is remembered of pages and files: never more than its bytes, never what a change made old, and computed once.

import { beforeEach, expect, it } from 'vitest';

import { Recall, UNKNOWN_PROJECT } from '../../../server/domain/packages/recall.ts';
import type { ReplicatedModel } from '../../../server/storage/classes.ts';
import { Commits } from '../../../server/storage/commits.ts';

interface Page {
  readonly project: string | null;
  readonly text: string;
  readonly changesAt: Date | null;
}

let now: Date;
let commits: Commits;
let recall: Recall<Page>;
let computed: string[];
beforeEach(() => {
  now = new Date('2026-03-01T12:00:00Z');
  commits = new Commits();
  computed = [];
  recall = new Recall<Page>(
    { commits, clock: () => now },
    {
      maxBytes: 10_000,
      bytesOf: ({ text }) => text.length,
      projectOf: ({ project }) => project,
      changesAt: ({ changesAt }) => changesAt,
    },
  );
});

const page = (text: string, more: Partial<Page> = {}): Page => ({
  project: 'acme',
  text,
  changesAt: null,
  ...more,
});
/** What is remembered, or else what `made` computes now. */
const ask = async (key: string, made: Page = page(key)) =>
  (
    await recall.get(key, made.project ?? 'acme', async () => {
      computed.push(key);
      return Promise.resolve(made);
    })
  ).text;
/** A computation that ends when it is told to. */
const slow = () => {
  let finish: (made: Page) => void = () => {};
  let fail: (error: Error) => void = () => {};
  const promise = new Promise<Page>((resolve, reject) => {
    finish = resolve;
    fail = reject;
  });
  return { promise, finish, fail };
};
const tell = (projects: readonly string[], models: readonly ReplicatedModel[] = []) =>
  commits.tell({ serial: commits.lastSerial + 1n, models: new Set(models), projects: new Set(projects) });

it('is given again without a promise, and without being computed', async () => {
  expect(await ask('a')).toBe('a');
  expect(recall.get('a', 'acme', () => Promise.reject(new Error('It is known.')))).toEqual(page('a'));
});

it('never holds more bytes than it may, and gives up what was asked for longest ago', async () => {
  const big = 'x'.repeat(2_800);
  for (const key of ['a', 'b', 'c']) await ask(key, page(big));
  await ask('a');
  await ask('d', page(big));
  computed = [];
  for (const key of ['a', 'c', 'd']) await ask(key, page(big));
  expect(computed).toEqual([]);
  await ask('b', page(big));
  expect(computed).toEqual(['b']);
});

it('does not keep what alone is larger than all it may hold', async () => {
  await ask('huge', page('x'.repeat(20_000)));
  await ask('huge', page('x'.repeat(20_000)));
  expect(computed).toEqual(['huge', 'huge']);
});

it('counts small things with what it costs to know them, so that their number has a bound as well', async () => {
  for (let number = 0; number < 100; number += 1) await ask(`key ${number}`, page(''));
  computed = [];
  await ask('key 99');
  await ask('key 0');
  expect(computed).toEqual(['key 0']);
});

it('is computed once for all who ask meanwhile', async () => {
  const { promise, finish } = slow();
  const answers = Array.from({ length: 20 }, async () =>
    recall.get('a', 'acme', () => {
      computed.push('a');
      return promise;
    }),
  );
  finish(page('once'));
  expect((await Promise.all(answers)).map(({ text }) => text)).toEqual(Array(20).fill('once'));
  expect(computed).toEqual(['a']);
});

it.each([
  ['its project changes', 'acme', () => tell(['acme'])],
  ['a project changes while it is not known of which it tells', UNKNOWN_PROJECT, () => tell(['other'])],
  ['an index changes', 'acme', () => tell([], ['IndexRule'])],
  ['it is not known what changed', 'acme', () => commits.tellAllUpTo({ ...UNBOUNDED, serial: 1n })],
] as const)(
  'is not kept when %s while it is computed, nor joined by who asks then',
  async (_, project, happen) => {
    const [old, young] = [slow(), slow()];
    const before = recall.get('a', project, () => old.promise);
    happen();
    const after = recall.get('a', project, () => young.promise);
    young.finish(page('new'));
    expect((await after).text).toBe('new');
    old.finish(page('old'));
    expect((await before).text).toBe('old');
    expect(await ask('a', page('newer'))).toBe('new');
  },
);

it('is kept when another project changes while it is computed', async () => {
  const { promise, finish } = slow();
  const asked = recall.get('a', 'acme', () => promise);
  tell(['other']);
  finish(page('kept'));
  await asked;
  expect(await ask('a', page('new'))).toBe('kept');
});

it('is dropped with its project, in all its forms, and others stay', async () => {
  await ask('acme json');
  await ask('acme html');
  await ask('other', page('other', { project: 'other' }));
  computed = [];
  tell(['acme']);
  for (const key of ['acme json', 'acme html']) await ask(key);
  await ask('other', page('other', { project: 'other' }));
  expect(computed).toEqual(['acme json', 'acme html']);
});

it.each([
  'PackageIndex',
  'IndexBase',
  'IndexGrant',
  'IndexRule',
  'NameReservation',
  'UpstreamGrant',
  'Mirror',
  'MirrorFileHost',
] as const)('is dropped whatever it tells when a row of %s changes', async (model) => {
  await ask('a');
  tell([], [model]);
  await ask('a');
  expect(computed).toEqual(['a', 'a']);
});

it('stays when what changes has nothing to do with pages', async () => {
  await ask('a');
  tell([], ['Token', 'Password']);
  await ask('a');
  expect(computed).toEqual(['a']);
});

it('ends at the moment at which time alone changes it, and not before', async () => {
  const changesAt = new Date(now.getTime() + 1000);
  await ask('a', page('first', { changesAt }));
  now = new Date(changesAt.getTime() - 1);
  expect(await ask('a', page('second'))).toBe('first');
  now = changesAt;
  expect(await ask('a', page('second'))).toBe('second');
  now = new Date(changesAt.getTime() + 1e9);
  expect(await ask('a', page('third'))).toBe('second');
});

it('does not keep what must not be remembered, nor a failure', async () => {
  await ask('a', page('none', { project: null }));
  await ask('a', page('none', { project: null }));
  expect(computed).toEqual(['a', 'a']);
  const { promise, fail } = slow();
  const failed = recall.get('b', 'acme', () => promise);
  fail(new Error('The disk is away.'));
  await expect(failed).rejects.toThrow('The disk is away.');
  expect(await ask('b', page('back'))).toBe('back');
});

const UNBOUNDED = { models: new Set<ReplicatedModel>(), projects: new Set<string>(), isUnbounded: true };
