// What each caveat leaves of an attenuable token, on the routes of installers and uploaders.

import { beforeAll, expect, it } from 'vitest';

import type { TestApp } from '../support/app.ts';
import { makeWheel } from '../support/distributions.ts';
import { eachApp } from '../support/each-app.ts';
import { narrowed } from '../support/narrowed.ts';
import { holder, type Person, type TokenHolder } from '../support/people.ts';

const MINUTE = 60 * 1000;
const DEMO = '/alice/prod/simple/demo/';
const OTHER = '/alice/prod/simple/other/';
const SECOND = '/alice/second/simple/demo/';

eachApp('a copy of an attenuable token', (open) => {
  let app: TestApp;
  let alice: Person;
  let whole: TokenHolder;
  let uploads = 0;

  beforeAll(async () => {
    app = await open();
    alice = await app.person('alice');
    for (const index of ['alice/prod', 'alice/second']) {
      await alice.createIndex(index);
      for (const name of ['demo', 'other']) {
        const uploaded = await alice.withPassword.upload(index, makeWheel({ name, version: '1.0' }));
        expect(uploaded.status).toBe(200);
      }
    }
    const scopes = ['index:read', 'index:upload'];
    whole = await alice.mintToken({ scopes, allIndexes: true, wire: 'ATTENUABLE' });
  });

  const copyWith = (...caveats: string[]) => holder(app.url, narrowed(whole.plaintext, ...caveats));
  const statusOf = async (token: TokenHolder, path = DEMO) => (await token.get(path)).status;
  const seconds = (minutes: number) =>
    Math.floor((app.app.world.clock().getTime() + minutes * MINUTE) / 1000);
  const uploadOf = async (token: TokenHolder, name: string) => {
    const version = `1.${(uploads += 1)}`;
    return (await token.upload('alice/prod', makeWheel({ name, version }))).status;
  };

  it('reaches what its caveats let pass, in each of the ways in which there are caveats', async () => {
    const { id } = await app.app.world.readDb.user.findUniqueOrThrow({ where: { name: 'alice' } });
    const project = await app.app.world.readDb.project.findFirstOrThrow({
      where: { normalizedName: 'demo', index: { livePath: 'alice/prod' } },
    });
    const reach = async (...caveats: string[]) => {
      const copy = copyWith(...caveats);
      return [
        await statusOf(copy),
        await statusOf(copy, OTHER),
        await statusOf(copy, SECOND),
        await uploadOf(copy, 'demo'),
      ];
    };
    const all = [200, 200, 200, 200];
    const none = [401, 401, 401, 401];
    const demo = [200, 403, 200, 200];
    const reading = [200, 200, 200, 403];
    const outcomes: [string[], number[]][] = [
      [[], all],
      [[`[0,${seconds(5)},${seconds(-5)}]`], all],
      [[`[0, ${seconds(-1)}, ${seconds(-5)}]`], none],
      [[`{"nbf": ${seconds(1)}, "exp": ${seconds(5)}}`], none],
      [['[1, ["Demo"]]'], demo],
      [['{"version": 1, "permissions": {"projects": ["demo"]}}'], demo],
      [[`[2,["${project.id}"]]`], [200, 403, 403, 200]],
      [[`{"project_ids": ["${project.id}"]}`], [200, 403, 403, 200]],
      [[`[3,"${id}"]`], all],
      [[`[3,"${project.id}"]`], none],
      [[`[4,"${id}",null]`], none],
      [['{"version": 1, "permissions": "user"}'], all],
      [['allowed=pkg_read'], reading],
      [['allowed=upload'], [403, 403, 403, 200]],
      [['allowed=pkg_read,upload', 'allowed=pkg_read,del_entry'], reading],
      [['allowed=read'], none],
      [['indexes=alice/prod'], [200, 200, 403, 200]],
      [
        ['indexes=alice/prod', 'indexes=alice/second'],
        [403, 403, 403, 403],
      ],
      [['projects=demo'], demo],
      [[`expires=${seconds(5)}`, `not_before=${seconds(-5)}`], all],
      [[`expires=${seconds(5)}`, `expires=${seconds(-5)}`], none],
      [['expires=never'], all],
      [['anything=else'], none],
      [['[5,"what nobody knows"]'], none],
    ];
    for (const [caveats, expected] of outcomes)
      expect([caveats, await reach(...caveats)]).toEqual([caveats, expected]);
  });

  it('ends of itself when a caveat says so, also while it is remembered', async () => {
    const copy = copyWith(`expires=${seconds(2)}`);
    expect(await statusOf(copy)).toBe(200);
    app.advance(2 * MINUTE);
    expect(await statusOf(copy)).toBe(401);
    expect(await statusOf(whole)).toBe(200);
  });

  it('names an index by its path as of now', async () => {
    const copy = copyWith('indexes=alice/later');
    const page = '/alice/later/simple/';
    expect(await statusOf(copy, page)).toBe(403);
    await alice.createIndex('alice/later');
    expect(await statusOf(copy, page)).toBe(200);
  });
});
