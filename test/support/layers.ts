// Puts indexes behind each other, straight into the rows: bases, rules, reservations, grants and mirrors as an
// administrator would have set them, each in one committed change.

import { newId } from '../../server/domain/world.ts';
import { resolverOf, type Repository } from '../../server/domain/packages/repository.ts';
import type { Actor } from '../../server/domain/actor.ts';
import { ANONYMOUS } from '../../server/domain/actor.ts';
import type { Mirror, Project } from '../../server/storage/_generated/sqlite/client.ts';
import { transact, type Write } from '../../server/storage/transact.ts';
import type { TestApp } from './app.ts';

export async function idOf({ app: { world } }: TestApp, livePath: string): Promise<string> {
  return (await world.readDb.packageIndex.findUniqueOrThrow({ where: { livePath } })).id;
}

/** What answers for an index; to nobody in particular unless told. */
export async function resolverFor(app: TestApp, path: string, actor: Actor = ANONYMOUS): Promise<Repository> {
  const { world } = app.app;
  return resolverOf(world, await world.layers.planOf(await idOf(app, path)), actor);
}

export async function setBases(app: TestApp, path: string, bases: readonly string[]): Promise<void> {
  const indexId = await idOf(app, path);
  const baseIds = await Promise.all(bases.map((base) => idOf(app, base)));
  await change(app, async (write) => {
    for (const { id } of await write.find('IndexBase', { indexId })) await write.remove('IndexBase', { id });
    for (const [position, baseId] of baseIds.entries()) {
      await write.create('IndexBase', { id: newId(app.app.world), indexId, baseId, position });
    }
  });
}

export async function setRules(
  app: TestApp,
  path: string,
  { allow = [], deny = [] }: { readonly allow?: readonly string[]; readonly deny?: readonly string[] },
): Promise<void> {
  const indexId = await idOf(app, path);
  const rules = [
    ...allow.map((pattern) => ({ effect: 'ALLOW' as const, pattern })),
    ...deny.map((pattern) => ({ effect: 'DENY' as const, pattern })),
  ];
  await change(app, async (write) => {
    for (const { id } of await write.find('IndexRule', { indexId })) await write.remove('IndexRule', { id });
    for (const [position, rule] of rules.entries()) {
      await write.create('IndexRule', { id: newId(app.app.world), indexId, position, ...rule });
    }
  });
}

export async function reserve(app: TestApp, path: string, pattern: string): Promise<void> {
  const indexId = await idOf(app, path);
  await change(app, (write) =>
    write.create('NameReservation', { id: newId(app.app.world), indexId, pattern, createdAt: write.at }),
  );
}

/** `minutes`: for how long it holds; absent for ever. */
export async function grantUpstream(
  app: TestApp,
  path: string,
  {
    project,
    mirror,
    minutes,
  }: { readonly project: string; readonly mirror: string; readonly minutes?: number },
): Promise<void> {
  const indexId = await idOf(app, path);
  const mirrorId = await idOf(app, mirror);
  await change(app, (write) =>
    write.create('UpstreamGrant', {
      id: newId(app.app.world),
      indexId,
      normalizedName: project,
      mirrorId,
      reason: 'We publish both.',
      createdAt: write.at,
      expiresAt: minutes === undefined ? null : new Date(write.at.getTime() + minutes * 60_000),
    }),
  );
}

/** Below a user that is there; readable by everybody unless told. */
export async function createMirror(
  app: TestApp,
  path: string,
  upstreamUrl: string,
  options: Partial<Mirror> & { readonly isPublic?: boolean } = {},
): Promise<string> {
  const { isPublic = true, ...settings } = options;
  const [owner = '', name = ''] = path.split('/');
  const { id: ownerId } = await app.app.world.readDb.user.findUniqueOrThrow({ where: { name: owner } });
  const id = newId(app.app.world);
  await change(app, async (write) => {
    await write.create('PackageIndex', {
      id,
      ownerId,
      name,
      path,
      livePath: path,
      kind: 'MIRROR',
      isVolatile: false,
      uploadChecks: 'LENIENT',
      maxAgeSeconds: 0,
      createdAt: write.at,
    });
    const principal = isPublic ? ':anonymous:' : ownerId;
    await write.create('IndexGrant', {
      id: newId(app.app.world),
      indexId: id,
      right: 'READ',
      principal,
      userId: isPublic ? null : ownerId,
      createdAt: write.at,
    });
    await write.create('Mirror', {
      indexId: id,
      upstreamUrl,
      freshSeconds: 600,
      staleSeconds: 604_800,
      timeoutSeconds: 2,
      minAgeDays: 0,
      isOffline: false,
      allowsPrivateAddresses: true,
      ...settings,
    });
  });
  return id;
}

/** As a use case would change the row. */
export async function changeProject(
  app: TestApp,
  path: string,
  normalizedName: string,
  data: Partial<Project>,
): Promise<void> {
  const indexId = await idOf(app, path);
  await change(app, async (write) => {
    const [project] = await write.find('Project', { indexId, normalizedName });
    await write.update('Project', { id: project!.id }, data);
    write.touchProject(normalizedName);
  });
}

async function change(app: TestApp, work: (write: Write) => Promise<unknown>): Promise<void> {
  await transact(app.app.world, work);
}

export async function namesOf(repository: Repository): Promise<string[]> {
  const names: string[] = [];
  for await (const portion of repository.projectNames()) names.push(...portion);
  return names;
}
