// What a mirror may ask, and what it shows of itself.

import { inspect } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { isPrivateAddress } from '../../../server/domain/mirrors/addresses.ts';
import { openUpstreamPassword, sealUpstreamPassword } from '../../../server/domain/mirrors/sealing.ts';
import type { MirrorSettings } from '../../../server/domain/mirrors/settings.ts';
import { openDatabase, type Database } from '../../../server/storage/database.ts';
import { ServerKey } from '../../../server/storage/server-key.ts';
import { freshAddress } from '../../support/database.ts';
import { makeWheel } from '../../support/distributions.ts';
import { migrationsFolder } from '../../support/postgres.ts';
import { startUpstream, type Upstream } from '../../support/upstream.ts';
import { mirrorOf, mirrorWorld, type MirrorWorld } from './mirror-world.ts';

const wheel = makeWheel({ name: 'acme', version: '1.0' });
const PRIVATE = 'it has a private address, and this mirror may not ask it';

describe('asking an upstream', () => {
  let database: Database;
  let removeDatabase: () => void;
  let world: MirrorWorld;
  let upstream: Upstream;
  let elsewhere: Upstream;
  /** What DNS answers in these tests. */
  let answers: { address: string; family: number }[] = [];

  beforeAll(async () => {
    const { address, remove } = await freshAddress('sqlite');
    removeDatabase = remove;
    database = await openDatabase({ ...address, migrationsFolder });
    world = mirrorWorld(database, {
      lookup: (_, options, callback) =>
        options.all ? callback(null, answers) : callback(null, answers[0]!.address, answers[0]!.family),
    });
    upstream = await startUpstream();
    elsewhere = await startUpstream();
  });

  beforeEach(() => {
    for (const each of [upstream, elsewhere]) {
      each.take();
      each.answers.clear();
      each.projects.clear();
      each.credentials = null;
    }
    upstream.add('acme', wheel);
    elsewhere.add('acme', wheel);
    world.advance(10_000);
  });

  afterAll(async () => {
    await world.close();
    await upstream.close();
    await elsewhere.close();
    await database.close();
    removeDatabase();
  });

  it.each([
    '127.0.0.1', '10.1.2.3', '172.31.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1', '::', '::1',
    '::ffff:127.0.0.1', '::ffff:a9fe:a9fe', '::127.0.0.1', '64:ff9b::7f00:1', '2002:7f00:1::', 'fd00:ec2::254', 'fe80::1', 'fe80::1%eth0',
  ])('%s is a private address', (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  }); // prettier-ignore

  it.each(['8.8.8.8', '1.1.1.1', '2606:4700::1111', '172.32.0.1', 'index.example', ''])(
    '%s is none',
    (address) => {
      expect(isPrivateAddress(address)).toBe(false);
    },
  );

  it.each(['127.0.0.1', '[::1]', '[::ffff:127.0.0.1]', '127.1', '0x7f.1', '2130706433'])(
    'refuses a private address, however it is spelled: %s',
    async (host) => {
      const url = upstream.url.replace('127.0.0.1', host);
      const mirror = mirrorOf(url, { allowsPrivateAddresses: false });
      await expect(world.mirrors.page(mirror, 'acme')).rejects.toThrow(PRIVATE);
      expect(upstream.requests).toEqual([]);
    },
  );

  it.each([
    [[{ address: '127.0.0.1', family: 4 }]],
    [[{ address: '::ffff:127.0.0.1', family: 6 }]],
    [[{ address: '93.184.215.14', family: 4 }, { address: '127.0.0.1', family: 4 }]],
  ])('refuses a name that leads to a private address, also beside another: %j', async (found) => {
    answers = found;
    const url = upstream.url.replace('127.0.0.1', 'upstream.example');
    await expect(
      world.mirrors.page(mirrorOf(url, { allowsPrivateAddresses: false }), 'acme'),
    ).rejects.toThrow(PRIVATE);
    expect(upstream.requests).toEqual([]);
  }); // prettier-ignore

  it('follows five redirects, with the URLs of the page relative to the last', async () => {
    for (let hop = 1; hop <= 5; hop += 1) {
      const from = hop === 1 ? '/simple/acme/' : `/hop/${hop}/`;
      const to = hop === 5 ? `${elsewhere.origin}/simple/acme/` : `/hop/${hop + 1}/`;
      upstream.answers.set(from, (_, res) => void res.writeHead(302, { location: to }).end());
    }
    const bound = mirrorOf(upstream.url, { fileHosts: [new URL(elsewhere.url).host] });
    const page = await world.mirrors.page(bound, 'acme');
    expect(page?.files[0]?.url).toBe(`${elsewhere.origin}/files/${wheel.filename}`);

    upstream.answers.set('/hop/5/', (_, res) => void res.writeHead(302, { location: '/hop/2/' }).end());
    await expect(world.mirrors.page(mirrorOf(upstream.url), 'acme')).rejects.toThrow('more than 5 times');
    upstream.answers.set('/simple/acme/', (_, res) => void res.writeHead(302, { location: 'file:///etc/passwd' }).end());
    await expect(world.mirrors.page(mirrorOf(upstream.url), 'acme')).rejects.toThrow('neither http nor https');
  }); // prettier-ignore

  it('sends credentials to their own origin alone, and shows them nowhere', async () => {
    upstream.credentials = 'alice:top secret';
    const fileHosts = [new URL(elsewhere.url).host];
    const named = mirrorOf(upstream.url, { username: 'alice', fileHosts });
    const mirror = withPassword(world.serverKey, named, 'top secret');
    upstream.projects.clear();
    upstream.add('acme', { ...wheel, url: `${elsewhere.origin}/files/${wheel.filename}` });
    upstream.add('other', makeWheel({ name: 'other', version: '1.0' }));

    const page = await world.mirrors.page(mirror, 'acme');
    await world.mirrors.openFile(mirror, page!.files[0]!, 'file');
    upstream.answers.set('/simple/moved/', (_, res) => void res.writeHead(307, { location: `${elsewhere.url.replace('http://', 'http://alice:x@')}acme/` }).end());
    await world.mirrors.page(mirror, 'moved');

    expect(upstream.requests.map(({ headers }) => headers.authorization)).toEqual([
      `Basic ${Buffer.from('alice:top secret').toString('base64')}`,
      `Basic ${Buffer.from('alice:top secret').toString('base64')}`,
    ]);
    expect(elsewhere.requests.map(({ headers }) => headers.authorization)).toEqual([undefined, undefined]);
    upstream.credentials = 'alice:another';
    const error: unknown = await world.mirrors.page(mirror, 'other').catch((caught: unknown) => caught);
    expect(inspect([error, world.mirrors.contactOf(mirror.indexId)], { depth: 9 })).toContain('it answers 401');
    expect(inspect([error, world.mirrors, mirror], { depth: 9, showHidden: true })).not.toMatch(/top secret|dG9wIHNlY3JldA|YWxpY2U6/);
  }); // prettier-ignore

  it('asks for files at their own hosts, redirects included', async () => {
    const mirror = mirrorOf(upstream.url);
    const page = await world.mirrors.page(mirror, 'acme');
    const { host } = new URL(upstream.url);
    upstream.answers.set(
      `/files/${wheel.filename}`,
      (_, res) => void res.writeHead(302, { location: `${elsewhere.origin}/files/${wheel.filename}` }).end(),
    );
    const bound = { ...mirror, fileHosts: [host] };
    await expect(world.mirrors.openFile(bound, page!.files[0]!, 'file')).rejects.toThrow('file hosts');
    expect(elsewhere.requests).toEqual([]);
  });

  it('gives up a page that unpacks to more than is bounded, or is packed in another way', async () => {
    const { gzipSync } = await import('node:zlib');
    const headers = { 'content-type': 'text/html', 'content-encoding': 'gzip' };
    const bomb = gzipSync(Buffer.alloc(80 * 1024 * 1024, ' '));
    upstream.answers.set('/simple/acme/', (_, res) => void res.writeHead(200, headers).end(bomb));
    await expect(world.mirrors.page(mirrorOf(upstream.url), 'acme')).rejects.toThrow('longer than');
    upstream.answers.set('/simple/acme/', (_, res) => void res.writeHead(200, { ...headers, 'content-encoding': 'br' }).end(bomb));
    await expect(world.mirrors.page(mirrorOf(upstream.url), 'acme')).rejects.toThrow('packed in a way');
    upstream.answers.set('/simple/acme/', (_, res) => void res.writeHead(200, headers).end('not gzip'));
    await expect(world.mirrors.page(mirrorOf(upstream.url), 'acme')).rejects.toThrow('broke off');
  }); // prettier-ignore
});

describe('a sealed password', () => {
  const key = new ServerKey(new Map([[1, Buffer.alloc(32, 1)]]));
  const mirror = mirrorOf('https://index.example/simple/');
  const sealed = withPassword(key, mirror, 'pässword');

  it('opens for its index and origin, and says nothing of itself', () => {
    expect(openUpstreamPassword(key, sealed)).toBe('pässword');
    expect(openUpstreamPassword(key, { ...sealed, upstreamUrl: 'https://index.example/other/' })).toBe(
      'pässword',
    );
    expect(Buffer.from(sealed.sealedPassword!, 'base64').toString('latin1')).not.toContain('ssword');
    expect(withPassword(key, mirror, 'pässword').sealedPassword).not.toBe(sealed.sealedPassword);
  });

  it.each([
    ['another index', { indexId: 'another' }],
    ['another origin', { upstreamUrl: 'https://attacker.example/simple/' }],
    ['http instead of https', { upstreamUrl: 'http://index.example/simple/' }],
    ['a lost key', { sealedKeyVersion: 2 }],
    ['an altered text', { sealedPassword: Buffer.alloc(40).toString('base64') }],
    ['a short text', { sealedPassword: 'AAAA' }],
  ])('does not open for %s', (_, change) => {
    expect(() => openUpstreamPassword(key, { ...sealed, ...change })).toThrow();
  });
});

function withPassword(key: ServerKey, mirror: MirrorSettings, password: string): MirrorSettings {
  const random = (bytes: number) => Buffer.from(crypto.getRandomValues(new Uint8Array(bytes)));
  return { ...mirror, ...sealUpstreamPassword(key, random, mirror, password) };
}
