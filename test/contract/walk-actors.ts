// The eight who walk through the whole server, and what they find there: three indexes of alice, each with the project
// `demo` in it. Every call that changes something makes its own victim, so that calls do not depend on their order.

import { createTestApp, type TestApp } from '../support/app.ts';
import { makeWheel } from '../support/distributions.ts';
import { signedIn, type Anonymous, type Person, type TokenHolder } from '../support/people.ts';

export const ACTORS = [
  'anonymous',
  'member',
  'owner',
  'read token',
  'upload token',
  'admin',
  'reader token',
  'writer token',
] as const;
export type ActorName = (typeof ACTORS)[number];
export type Verdicts = Record<ActorName, string>;

export const TOKENS = ['read token', 'upload token', 'reader token', 'writer token'] as const;
type TokenName = (typeof TOKENS)[number];

/** The reader and the writer are tokens of the admin, the other two of the owner. */
export const SCOPES_OF: Record<TokenName, readonly string[]> = {
  'read token': ['index:read'],
  'upload token': ['index:upload'],
  'reader token': ['users:read', 'audit:read', 'indexes:read'],
  'writer token': ['users:write', 'indexes:write', 'indexes:delete'],
};

/** What each of them is on the page that a person reads. */
export const WHO: Record<ActorName, string> = {
  anonymous: 'nobody: no credential',
  member: 'bob, a member who is in no list of these indexes',
  owner: 'alice, a member who owns them',
  'read token': 'a token of alice for these indexes with `index:read`',
  'upload token': 'a token of alice for these indexes with `index:upload`',
  admin: 'ada, an admin who is in no list of these indexes',
  'reader token': forAll('reader token'),
  'writer token': forAll('writer token'),
};

export const INDEXES = {
  'alice/prod': 'alice alone reads and uploads',
  'alice/open': 'everybody reads, alice uploads',
  'alice/drop': 'alice reads, every user uploads',
} as const;
/** A mirror of alice that never asks its upstream. */
export const MIRROR = 'alice/copies';
export const ABSENT_INDEX = 'alice/absent';

export const WHEEL = makeWheel({ name: 'demo', version: '1.0' });

export class Stage {
  #made = 0;

  constructor(
    readonly app: TestApp,
    /** With a session on the API and a password on the data plane. */
    readonly people: Readonly<Record<'member' | 'owner' | 'admin', Person>>,
    readonly tokens: Readonly<Record<TokenName, TokenHolder>>,
  ) {}

  static async open(engine: 'sqlite' | 'postgresql'): Promise<Stage> {
    const app = await createTestApp({ engine });
    const [alice, bob, ada] = [
      await app.person('alice'),
      await app.person('bob'),
      await app.person('ada', { role: 'ADMIN' }),
    ];
    await app.person('carol');
    await send(ada, 'createGroup', { name: 'walkers' });
    await send(ada, 'addGroupMembers', { name: 'walkers', users: ['bob'] });
    await alice.createIndex('alice/prod');
    await alice.createIndex('alice/open', { readers: [':anonymous:'] });
    await alice.createIndex('alice/drop', { uploaders: [':authenticated:'] });
    const indexes = Object.keys(INDEXES);
    for (const index of indexes) {
      // The drop box has its own list of uploaders, in which alice is by being a user.
      const { status } = await alice.withPassword.upload(index, WHEEL);
      if (status !== 200) throw new Error(`${index} did not take the wheel of the walk: ${status}.`);
    }
    await alice.createIndex(MIRROR, {
      kind: 'MIRROR',
      mirror: { upstreamUrl: 'https://upstream.example/simple/', isOffline: true },
    });
    const settings = { deny: ['never-walked'], retention: { keepReleases: 100 } };
    await send(alice, 'updatePackageIndex', { path: 'alice/open', ...settings });
    await send(alice, 'reserveName', { path: 'alice/open', pattern: 'walked-*' });
    const grant = { path: 'alice/open', project: 'walked', mirror: MIRROR, reason: 'For the walk.' };
    await send(alice, 'grantUpstream', grant);
    const reach = { owner: { indexes }, admin: { allIndexes: true } };
    const mint = (by: Person, name: TokenName, to: object) =>
      by.mintToken({ name: name.split(' ')[0]!, scopes: SCOPES_OF[name], ...to });
    const tokens = {
      'read token': await mint(alice, 'read token', reach.owner),
      'upload token': await mint(alice, 'upload token', reach.owner),
      'reader token': await mint(ada, 'reader token', reach.admin),
      'writer token': await mint(ada, 'writer token', reach.admin),
    };
    return new Stage(app, { member: bob, owner: alice, admin: ada }, tokens);
  }

  /** Session or token on the API. */
  onApi(actor: ActorName): Anonymous {
    if (actor === 'anonymous') return this.app.nobody;
    return isPerson(actor) ? this.people[actor] : this.tokens[actor];
  }

  /** Password or token on the data plane. */
  onDataPlane(actor: ActorName): Anonymous {
    return isPerson(actor) ? this.people[actor].withPassword : this.onApi(actor);
  }

  /** The name below which the actor would make an index. */
  nameOf(actor: ActorName): string {
    if (isPerson(actor)) return this.people[actor].name;
    return isOfAdmin(actor) ? this.people.admin.name : this.people.owner.name;
  }

  /** The same people with sessions that may be ended. */
  async withFreshSession(actor: ActorName): Promise<Anonymous> {
    if (!isPerson(actor)) return this.onApi(actor);
    const { name, password } = this.people[actor];
    return signedIn(this.app.url, name, password);
  }

  /** Another person of the same role, or another token of the same reach, whose sessions or text nobody else uses. */
  async twinOf(actor: ActorName): Promise<Anonymous> {
    if (actor === 'anonymous') return this.app.nobody;
    if (!isPerson(actor)) {
      const by = isOfAdmin(actor) ? this.people.admin : this.people.owner;
      return by.mintToken({ name: this.fresh('twin'), scopes: SCOPES_OF[actor], allIndexes: true });
    }
    return this.app.person(this.fresh('twin'), { role: actor === 'admin' ? 'ADMIN' : 'MEMBER' });
  }

  /** A name that nothing has yet. */
  fresh(word: string): string {
    this.#made += 1;
    return `${word}-${this.#made}`;
  }

  async freshIndex(lists: { readers?: string[] } = {}): Promise<string> {
    const path = `alice/${this.fresh('victim')}`;
    await this.people.owner.createIndex(path, lists);
    return path;
  }

  /** Of an index that alice has below it. */
  async freshBase(): Promise<string> {
    const path = await this.freshIndex();
    await this.people.owner.createIndex(`alice/${this.fresh('heir')}`, { bases: [path] });
    return path;
  }

  async freshReservation(): Promise<string> {
    const pattern = this.fresh('name');
    await send(this.people.owner, 'reserveName', { path: 'alice/open', pattern });
    return pattern;
  }

  async freshUpstreamGrant(): Promise<string> {
    const project = this.fresh('name');
    const grant = { path: 'alice/open', project, mirror: MIRROR, reason: 'Walked.' };
    await send(this.people.owner, 'grantUpstream', grant);
    return project;
  }

  /** As the first file does that is taken from one of several mirrors. */
  async pin(livePath: string, normalizedName: string): Promise<void> {
    const { db } = this.app.app.world.database;
    const idAt = async (path: string) =>
      (await db.packageIndex.findUniqueOrThrow({ where: { livePath: path } })).id;
    const [indexId, mirrorId] = [await idAt(livePath), await idAt(MIRROR)];
    const id = this.fresh('pin');
    await db.originPin.create({ data: { id, indexId, mirrorId, normalizedName, createdAt: new Date() } });
  }

  async freshTokenOfAlice(): Promise<string> {
    const { tokenId } = await this.people.owner.mintToken({ scopes: ['index:read'], allIndexes: true });
    return tokenId;
  }

  async freshUser(): Promise<string> {
    const name = this.fresh('user');
    await send(this.people.admin, 'createUser', { name });
    return name;
  }

  async freshGroup(): Promise<string> {
    const name = this.fresh('group');
    await send(this.people.admin, 'createGroup', { name });
    return name;
  }

  /** The secret of a link that sets the first password of a new user. */
  async freshLink(): Promise<string> {
    const answer = await this.people.admin.graphql(
      `mutation ($input: CreateUserInput!) { createUser(input: $input) { ... on CreateUserPayload { setupLink } } }`,
      { input: { name: this.fresh('newcomer') } },
    );
    const { setupLink } = (answer.data as { createUser: { setupLink: string } }).createUser;
    return setupLink.slice(setupLink.indexOf('#') + 1);
  }
}

async function send(by: Person, mutation: string, input: object): Promise<void> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
  const document = `mutation ($input: ${type}) { ${mutation}(input: $input) { ... on UserError { message } } }`;
  const answer = await by.graphql(document, { input });
  const refusal = (answer.data as Record<string, { message?: string }> | null)?.[mutation]?.message;
  if (answer.errors !== undefined || refusal !== undefined) {
    throw new Error(refusal ?? answer.errors?.[0]?.message);
  }
}

export function isPerson(actor: ActorName): actor is keyof Stage['people'] {
  return actor === 'member' || actor === 'owner' || actor === 'admin';
}

function isOfAdmin(actor: ActorName): boolean {
  return actor === 'reader token' || actor === 'writer token';
}

function forAll(token: TokenName): string {
  return `a token of ada for all indexes with ${SCOPES_OF[token].map((scope) => `\`${scope}\``).join(', ')}`;
}

/** All eight at once. */
export async function askAll(ask: (actor: ActorName) => Promise<string>): Promise<Verdicts> {
  const entries = await Promise.all(ACTORS.map(async (actor) => [actor, await ask(actor)] as const));
  return Object.fromEntries(entries) as Verdicts;
}
