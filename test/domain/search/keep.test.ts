// What a search finds follows what is committed, also over a restart, and never holds up an upload.

import { beforeAll, expect, it } from 'vitest';

import { keepSearch, keepWholeSearch, SearchUpkeep } from '../../../server/domain/search/keep.ts';
import { INDEXER_VERSION } from '../../../server/domain/search/match.ts';
import { transact } from '../../../server/storage/transact.ts';
import type { TestApp } from '../../support/app.ts';
import { makeWheel } from '../../support/distributions.ts';
import { eachApp } from '../../support/each-app.ts';
import type { Person } from '../../support/people.ts';
import { makeProjects } from '../../support/projects.ts';

eachApp('what a search finds', (open) => {
  let app: TestApp;
  let alice: Person;

  beforeAll(async () => {
    app = await open();
    alice = await app.person('alice');
    await alice.createIndex('alice/dev');
    await makeProjects(app.app, 'alice/dev', [{ name: 'first', summary: 'One thing' }, { name: 'second' }]);
    await keepSearch(app.app.world);
  });

  const entries = async () =>
    (await app.app.world.readDb.searchEntry.findMany({ orderBy: { id: 'asc' } })).map(
      ({ id, latestVersion }) => `${id} ${latestVersion}`,
    );
  const gramCount = () => app.app.world.readDb.searchGram.count();
  /** The same database in a process that starts anew. */
  const restarted = () => ({ ...app.app.world, searchUpkeep: new SearchUpkeep(app.app.world.commits) });

  it('is what was committed before', async () => {
    expect(await entries()).toEqual(['first alice/dev 1.0', 'second alice/dev 1.0']);
  });

  it('is not written by the upload itself', async () => {
    app.takeStatements();
    await alice.withPassword.upload('alice/dev', makeWheel({ name: 'first', version: '2.0' }));
    expect(app.takeStatements().filter((sql) => sql.includes('Search'))).toEqual([]);
    await keepSearch(app.app.world);
    expect(await entries()).toEqual(['first alice/dev 2.0', 'second alice/dev 1.0']);
  });

  it('is caught up with after a restart, by the change log', async () => {
    await makeProjects(app.app, 'alice/dev', [{ name: 'third' }]);
    const world = restarted();
    app.takeStatements();
    await keepSearch(world);
    expect(await entries()).toContain('third alice/dev 1.0');
    expect(app.takeStatements().filter((sql) => /FROM .*Project.* ORDER BY/.test(sql))).toEqual([]);
    app.takeStatements();
    await keepSearch(restarted());
    expect(app.takeStatements().filter((sql) => /^INSERT/.test(sql) && sql.includes('Gram'))).toEqual([]);
  });

  it('is made anew when another version of the indexer made it', async () => {
    const { db } = app.app.world.database;
    const before = await gramCount();
    await db.searchGram.deleteMany();
    await db.searchEntry.updateMany({ data: { latestVersion: 'old' } });
    await db.searchProgress.updateMany({ data: { indexerVersion: INDEXER_VERSION - 1 } });
    await keepSearch(restarted());
    expect([await gramCount(), await entries()]).toEqual([
      before,
      ['first alice/dev 2.0', 'second alice/dev 1.0', 'third alice/dev 1.0'],
    ]);
  });

  it('loses a project that is deleted or released, and one whose rows are gone', async () => {
    const { db } = app.app.world.database;
    const deleted = await db.project.findFirstOrThrow({ where: { normalizedName: 'third' } });
    await transact(app.app.world, async (write) => {
      await write.update('Project', { id: deleted.id }, { deletedAt: write.at });
      write.touchProject('third');
    });
    await keepSearch(app.app.world);
    expect(await entries()).toEqual(['first alice/dev 2.0', 'second alice/dev 1.0']);
    const second = await db.project.findFirstOrThrow({ where: { normalizedName: 'second' } });
    for (const model of ['file', 'release'] as const)
      await (db[model] as typeof db.file).deleteMany({ where: { projectId: second.id } });
    await db.project.delete({ where: { id: second.id } });
    await keepWholeSearch(app.app.world);
    expect(await entries()).toEqual(['first alice/dev 2.0']);
  });

  it('hides what a project in quarantine says of itself, and prefers what is not yanked', async () => {
    const { db } = app.app.world.database;
    await db.release.updateMany({ where: { version: '2.0' }, data: { yankedAt: new Date() } });
    await keepWholeSearch(app.app.world);
    expect(await entries()).toEqual(['first alice/dev 1.0']);
    await db.project.updateMany({ data: { status: 'QUARANTINED' } });
    await keepWholeSearch(app.app.world);
    expect(await entries()).toEqual(['first alice/dev null']);
  });

  it('loses what a deleted index held, also below a path that is used again', async () => {
    const { db } = app.app.world.database;
    await db.packageIndex.updateMany({ data: { deletedAt: new Date(), livePath: null } });
    await keepSearch(restarted());
    expect([await entries(), await gramCount()]).toEqual([[], 0]);
  });
});
