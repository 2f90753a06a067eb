// Tokens of another system: taken over by the operator whole or not at all, good for what they were good for, and good
// for nothing else: no code path mints, renames, narrows, rotates or extends one.

import { readdirSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';

import { importTokens } from '../../../server/domain/tokens/legacy.ts';
import { readLegacyLines } from '../../../server/domain/tokens/legacy-lines.ts';
import { change, codeOfChange } from '../../graphql/change.ts';
import type { TestApp } from '../../support/app.ts';
import { makeWheel } from '../../support/distributions.ts';
import { eachApp } from '../../support/each-app.ts';
import { basic, type Person } from '../../support/people.ts';

const SECRET = 'a-secret-of-the-other-system_0123456789';
const HASH = createHash('sha256').update(SECRET).digest('hex');

let made = 0;
function line(rest: object = {}) {
  made += 1;
  const id = `legacy_-${String(made).padStart(14, '0')}`;
  return { id, user: 'alice', index: 'alice/prod', scope: 'read', hash: HASH, expires: null, label: `old ${made}`, ...rest };
} // prettier-ignore

const jsonLines = (...rows: object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
const textOf = ({ id }: { id: string }) => `adm_${id}.${SECRET}`;

describe('the lines of an import', () => {
  it.each([
    ['seconds since 1970', 1_800_000_000, '2027-01-15T08:00:00.000Z'],
    ['a time', '2027-01-15T09:00:00+01:00', '2027-01-15T08:00:00.000Z'],
    ['never', null, null],
  ])('tell an end as %s', (_words, expires, expected) => {
    const { lines, mistakes } = readLegacyLines(jsonLines(line({ expires })));
    expect([lines[0]?.expiresAt?.toISOString() ?? null, mistakes]).toEqual([expected, []]);
  });

  it.each([
    ['no JSON', '{', 'This is no JSON object.'],
    ['a list', '[]', 'This is no JSON object.'],
    ['a member that nobody knows', line({ secret: SECRET }), /^Only id, user, /],
    ['a whole token in place of the id', line({ id: textOf(line()) }), /^id has to be/],
    ['a short id', line({ id: 'short' }), /^id has to be/],
    ['a number for a user', line({ user: 7 }), /^user and index/],
    ['a scope of ours', line({ scope: 'index:read' }), /^scope has to be read or upload/],
    ['a scope of every object', line({ scope: 'constructor' }), /^scope has to be read or upload/],
    ['a secret in place of its hash', line({ hash: SECRET }), /^hash has to be SHA-256/],
    ['an end that is none', line({ expires: 'soon' }), /^expires has to be/],
    ['an end before there was time', line({ expires: -1 }), /^expires has to be/],
    ['a label with a line break', line({ label: 'a\nb' }), /^label has to be/],
  ])('are refused for %s, without repeating it', (_words, row, expected) => {
    const { lines, mistakes } = readLegacyLines(typeof row === 'string' ? row : jsonLines(row));
    expect(lines).toEqual([]);
    expect(mistakes).toEqual([{ line: 1, sentence: expect.stringMatching(expected) as string }]);
    expect(mistakes[0]!.sentence).not.toContain(SECRET);
  });

  it('are counted from one, with those that are empty', () => {
    const twice = line();
    const { mistakes } = readLegacyLines(`\n${jsonLines(twice)}\n${jsonLines(twice)}nothing`);
    expect(mistakes).toEqual([
      { line: 4, sentence: 'Its id is that of line 2 already.' },
      { line: 5, sentence: 'This is no JSON object.' },
    ]);
  });
});

eachApp('a token that was taken over', (open) => {
  let app: TestApp;
  let ada: Person;
  let alice: Person;

  beforeAll(async () => {
    app = await open();
    ada = await app.person('ada', { role: 'ADMIN' });
    alice = await app.person('alice');
    await app.person('bert');
    await alice.createIndex('alice/prod');
    await alice.withPassword.upload('alice/prod', makeWheel({ name: 'demo', version: '1.0' }));
  });

  const take = async (...rows: object[]) => (await importTokens(app.app.world, jsonLines(...rows))).result;
  const asked = async (authorization: string, path = '/alice/prod/simple/') =>
    (await app.nobody.get(path, { authorization })).status;
  const upload = async (authorization: string, version: string) => {
    const wheel = makeWheel({ name: 'demo', version });
    const form = new FormData();
    const fields = { ':action': 'file_upload', protocol_version: '1', name: 'demo', version, filetype: 'bdist_wheel', pyversion: 'py3', metadata_version: '2.1', sha256_digest: wheel.sha256 };
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('content', new Blob([new Uint8Array(wheel.bytes)]), wheel.filename);
    return (await app.nobody.request('/alice/prod/', { method: 'POST', body: form, headers: { authorization } })).status;
  }; // prettier-ignore

  it('works on as it did: as a bearer, and as the password of its owner', async () => {
    const [reads, uploads] = [line(), line({ scope: 'upload' })];
    expect(await take(reads, uploads)).toEqual({ imported: 2, skipped: 0 });
    for (const row of [reads, uploads]) {
      expect(await asked(`Bearer ${textOf(row)}`)).toBe(200);
      expect(await asked(basic('alice', textOf(row)))).toBe(200);
      expect(await asked(basic('bert', textOf(row)))).toBe(401);
      expect(await asked(`Bearer ${textOf(row)}x`)).toBe(401);
    }
    expect(await upload(`Bearer ${textOf(reads)}`, '2.0')).toBe(403);
    expect(await upload(`Bearer ${textOf(uploads)}`, '2.0')).toBe(200);
  });

  it('is one row with a seal, told by an event', async () => {
    const row = line({ label: 'build', expires: 4_102_444_800 });
    await take(row);
    const token = await app.app.world.readDb.token.findUniqueOrThrow({
      where: { id: row.id },
      include: { scopes: true, indexes: true },
    });
    expect(token).toMatchObject({
      wire: 'LEGACY',
      origin: 'IMPORT',
      name: 'build',
      secretHash: HASH,
      allIndexes: false,
      expiresAt: new Date('2100-01-01T00:00:00Z'),
      scopes: [{ scope: 'index:read' }],
      indexes: [{ tokenId: row.id }],
    });
    expect(token.seal).toMatch(/^[0-9a-f]{64}$/);
    const event = await app.app.world.readDb.auditEvent.findFirstOrThrow({ where: { subjectId: row.id } });
    expect([event.action, event.actorName, JSON.parse(event.detail)]).toEqual([
      'token.imported',
      ':system:',
      { scopes: ['index:read'], indexes: ['alice/prod'], expiresAt: '2100-01-01T00:00:00.000Z' },
    ]);
  });

  it('is not taken over twice, nor brought back once it is revoked', async () => {
    const [one, other] = [line(), line()];
    await take(one);
    await alice.revoke({ tokenId: one.id });
    expect(await take(one, other)).toEqual({ imported: 1, skipped: 1 });
    expect([await asked(`Bearer ${textOf(one)}`), await asked(`Bearer ${textOf(other)}`)]).toEqual([
      401, 200,
    ]);
  });

  it('has a name of its own where its label is taken', async () => {
    const [one, other] = [line({ label: 'Nightly' }), line({ label: 'nightly' })];
    await take(one, other);
    const names = await app.app.world.readDb.token.findMany({
      where: { id: { in: [one.id, other.id] } },
      orderBy: { id: 'asc' },
    });
    expect(names.map(({ name }) => name)).toEqual(['Nightly', `nightly (adm_${other.id})`]);
  });

  it('is taken over with all others or not at all, and every mistake has its line', async () => {
    const { tokenId } = await alice.mintToken({ scopes: ['index:read'], allIndexes: true });
    const before = await app.counts();
    await expect(
      take(line(), line({ user: 'nobody' }), line({ index: 'alice/absent' }), line({ id: tokenId }), {
        id: 1,
      }),
    ).rejects.toThrow(
      new RegExp(
        '^Line 2: There is no user "nobody"\\.\n' +
          'Line 3: There is no package index "alice/absent"\\.\n' +
          `Line 4: A token of this server has the id "${tokenId}"\\.\n` +
          'Line 5: id has to be [^\n]+$',
      ),
    );
    expect(await app.counts()).toEqual(before);
  });

  it('of nobody is nothing, and nothing is written', async () => {
    expect(await take()).toEqual({ imported: 0, skipped: 0 });
  });

  it('can be paused and revoked, and changed in no other way', async () => {
    const row = line();
    await take(row);
    const tokenId = row.id;
    const refused = [];
    for (const [name, input] of [
      ['rotateToken', { tokenId }],
      ['updateToken', { tokenId, name: 'new' }],
      ['updateToken', { tokenId, description: 'new' }],
      ['narrowToken', { tokenId, projects: ['demo'] }],
      ['narrowToken', { tokenId, expiresAt: '2099-01-01T00:00:00Z' }],
    ] as const) {
      for (const by of [alice, ada]) refused.push(await codeOfChange(by, name, input));
    }
    expect(new Set(refused)).toEqual(new Set(['NOT_ALLOWED']));
    const input = { name: 'mine', scopes: ['index:read'], allIndexes: true, wire: 'LEGACY' };
    expect(await codeOfChange(alice, 'createToken', input)).toBe('INVALID_INPUT');

    await change(ada, 'pauseToken', { tokenId });
    expect(await asked(`Bearer ${textOf(row)}`)).toBe(401);
    await change(ada, 'resumeToken', { tokenId });
    expect(await asked(`Bearer ${textOf(row)}`)).toBe(200);
    await app.nobody.graphql(
      'mutation ($t: String!) { reportLeakedToken(input: { token: $t }) { __typename } }',
      {
        t: textOf(row),
      },
    );
    expect(await asked(`Bearer ${textOf(row)}`)).toBe(401);
  });
});

describe('the code', () => {
  const sources = readdirSync('server', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.includes('_generated'))
    .map((path) => ({ path, text: readFileSync(`server/${path}`, 'utf8') }));
  const containing = (pattern: RegExp) =>
    sources
      .filter(({ text }) => pattern.test(text))
      .map(({ path }) => path.replace('domain/tokens/', ''))
      .sort();

  it('makes rows of tokens in two places, and a legacy one in the import alone', () => {
    expect(containing(/create(All)?\(\s*'Token'/)).toEqual(['legacy.ts', 'mint.ts']);
    expect(containing(/\btoken\.(create|update|upsert|delete)\w*\(/)).toEqual([]);
    const minted = /export type MintableWire = (.*);/.exec(
      sources.find(({ path }) => path.endsWith('/mint.ts'))!.text,
    );
    expect(minted?.[1]).toBe("'OPAQUE' | 'ATTENUABLE'");
    expect(containing(/importTokens/)).toEqual(['legacy.ts', 'main.ts']);
  });

  it('looks whose kind a token is wherever it changes one, but for pauses and the end', () => {
    const changing = containing(/update\(\s*'Token'/);
    expect(changing).toEqual(['change.ts', 'narrow.ts', 'pause.ts', 'revoke.ts', 'rotate.ts']);
    const looking = containing(/requireOurs\(token\)/);
    expect(changing.filter((path) => !looking.includes(path))).toEqual(['pause.ts', 'revoke.ts']);
  });
});
