// Retention: which releases a rule removes, that nothing else goes, and that nothing goes unseen.

import { beforeAll, describe, expect, it } from 'vitest';

import { removableReleases, type Rule } from '../../../server/domain/packages/retention-rule.ts';
import { applyAllRetention } from '../../../server/domain/packages/retention.ts';
import { ask } from '../../graphql/ask.ts';
import { change, codeOfChange } from '../../graphql/change.ts';
import type { TestApp } from '../../support/app.ts';
import { makeWheel } from '../../support/distributions.ts';
import { eachApp } from '../../support/each-app.ts';
import type { Person } from '../../support/people.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const DAY = 24 * 60 * 60 * 1000;

/** Versions with the age of their last upload, in days. */
const AGES: Record<string, number> = {
  '1.9': 40,
  '1.10': 30,
  '2.0rc1': 20,
  '2.0': 10,
  '2.1.dev3': 5,
  '2.1a1': 1,
};

const NO_RULE: Rule = { keepReleases: null, keepDays: null, prereleasesOnly: false };

describe('a rule removes what falls under each part that is set', () => {
  it.each<[string, Partial<Rule>, string[]]>([
    ['without any part: nothing', {}, []],
    ['all but the highest versions by PEP 440', { keepReleases: 3 }, ['1.9', '1.10', '2.0rc1']],
    ['nothing while there are no more than stay', { keepReleases: 6 }, []],
    ['what is old enough, to the day', { keepDays: 20 }, ['1.9', '1.10', '2.0rc1']],
    ['pre-releases and development releases', { prereleasesOnly: true }, ['2.0rc1', '2.1.dev3', '2.1a1']],
    ['what is both old and not among the highest', { keepReleases: 1, keepDays: 25 }, ['1.9', '1.10']],
    [
      'old pre-releases that are not among the highest',
      { keepReleases: 1, keepDays: 5, prereleasesOnly: true },
      ['2.0rc1', '2.1.dev3'],
    ],
  ])('%s', (_title, parts, expected) => {
    const releases = Object.entries(AGES).map(([version, days]) => ({
      version,
      lastUploadAt: new Date(NOW.getTime() - days * DAY),
    }));
    const removed = removableReleases({ ...NO_RULE, ...parts }, releases.toReversed(), NOW);
    expect(removed.map(({ version }) => version)).toEqual(expected);
  });
});

eachApp('retention', (open) => {
  let app: TestApp;
  let alice: Person;
  let bob: Person;
  let made = 0;

  beforeAll(async () => {
    app = await open();
    [alice, bob] = [await app.person('alice'), await app.person('bob')];
  });

  /** An index that keeps one release of a project, with three versions of each of two. */
  const freshIndex = async (more: object = {}): Promise<string> => {
    made += 1;
    const path = `alice/kept${made}`;
    await alice.createIndex(path, { readers: ['alice', 'bob'], retention: { keepReleases: 1 }, ...more });
    for (const name of ['ant', 'bee']) {
      for (const version of ['1.9', '1.10', '1.2']) {
        const wheel = makeWheel({ name, version });
        expect((await alice.withPassword.upload(path, wheel)).status).toBe(200);
      }
    }
    return path;
  };
  const preview = async (by: Person, path: string) =>
    (
      await ask<{ retentionPreview: { project: string; version: string }[] }>(
        by,
        `{ packageIndex(path: "${path}") { retentionPreview { project version files isYanked } } }`,
      )
    ).retentionPreview.map(({ project, version }) => `${project} ${version}`);
  const versions = async (path: string) =>
    (
      await app.app.world.readDb.file.findMany({
        where: { index: { path }, deletedAt: null },
        orderBy: { filename: 'asc' },
      })
    ).map(({ filename }) => filename.replace('-py3-none-any.whl', ''));

  const ALL_BUT_HIGHEST = ['ant 1.2', 'ant 1.9', 'bee 1.2', 'bee 1.9'];

  it('shows what goes, and removes exactly that, with an event', async () => {
    const path = await freshIndex({ isVolatile: true });
    await codeOfChange(alice, 'yankRelease', { path, project: 'ant', version: '1.10' });
    expect(await preview(alice, path)).toEqual(ALL_BUT_HIGHEST);
    const done = await change(
      alice,
      'applyRetention',
      { path, expectedReleases: 4 },
      'deletedReleases deletedFiles',
    );
    expect(done).toMatchObject({ deletedReleases: 4, deletedFiles: 4 });
    expect(await versions(path)).toEqual(['ant-1.10', 'bee-1.10']);
    expect(await preview(alice, path)).toEqual([]);
    const [event] = await app.app.world.readDb.auditEvent.findMany({
      where: { action: 'index.retained', subjectName: path },
    });
    expect(event!.actorName).toBe('alice');
    expect(JSON.parse(event!.detail)).toMatchObject({ releases: 4, files: 4 });
    const again = makeWheel({ name: 'ant', version: '1.2', description: 'Other bytes.' });
    expect((await alice.withPassword.upload(path, again)).status).toBe(200);
  });

  it('of an index that keeps its files leaves tombstones', async () => {
    const path = await freshIndex();
    expect(await codeOfChange(alice, 'applyRetention', { path, expectedReleases: 4 })).toBeNull();
    expect(await versions(path)).toEqual(['ant-1.10', 'bee-1.10']);
    const again = await alice.withPassword.upload(path, makeWheel({ name: 'ant', version: '1.2' }));
    expect(again.headers.get('x-error-code')).toBe('FILENAME_USED');
  });

  it('is refused when the number is another one by now, and removes nothing', async () => {
    const path = await freshIndex();
    await alice.withPassword.upload(path, makeWheel({ name: 'ant', version: '2.0' }));
    expect(await change(alice, 'applyRetention', { path, expectedReleases: 4 })).toMatchObject({
      code: 'CONFIRMATION_MISMATCH',
      path: ['expectedReleases'],
      message: `The rule of ${path} removes 5 releases now, not 4. Look again before you apply it.`,
    });
    expect(await versions(path)).toHaveLength(7);
  });

  it('is applied by the server itself, to indexes with a rule alone', async () => {
    const [path, without] = [await freshIndex(), await freshIndex({ retention: null })];
    await applyAllRetention(app.app.world, () => false);
    expect(await versions(path)).toEqual(['ant-1.10', 'bee-1.10']);
    expect(await versions(without)).toHaveLength(6);
    const [event] = await app.app.world.readDb.auditEvent.findMany({
      where: { action: 'index.retained', subjectName: path },
    });
    expect(event!.actorName).toBe(':system:');
  });

  it('is shown to and applied by uploaders, the owner and admins; a token needs index:delete', async () => {
    const path = await freshIndex();
    const input = { path, expectedReleases: 4 };
    expect(await preview(bob, path)).toEqual([]);
    expect(await codeOfChange(bob, 'applyRetention', input)).toBe('NOT_ALLOWED');
    expect(await codeOfChange(app.nobody, 'applyRetention', input)).toBe('UNAUTHENTICATED');
    const mint = (scopes: string[], more = {}) => alice.mintToken({ scopes, indexes: [path], ...more });
    expect(await codeOfChange(await mint(['index:upload']), 'applyRetention', input)).toBe('FORBIDDEN');
    const ofProject = await mint(['index:delete'], { projects: ['ant'] });
    expect(await codeOfChange(ofProject, 'applyRetention', input)).toBe('FORBIDDEN');
    expect(await versions(path)).toHaveLength(6);
    expect(await codeOfChange(await mint(['index:delete']), 'applyRetention', input)).toBeNull();
  });
});
