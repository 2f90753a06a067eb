// token derive and inspect: what a holder does without a server. The signatures are checked against the chain, as a
// server checks them.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { createMacaroon, isSignedWith } from '../../server/domain/tokens/macaroon/chain.ts';
import { decodeMacaroon, encodeMacaroon, type Macaroon } from '../../server/domain/tokens/macaroon/wire.ts';
import { openTerminal, type Terminal } from './terminal.ts';

const ID = '0123456789ABCDEFGHIJKL';
const rootKey = Buffer.alloc(32, 7);
const macaroon = encodeMacaroon(createMacaroon(rootKey, ID, 'index.example.test'));
const SECRET = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ';
const opaque = `wh_pat_${ID}_${SECRET}2JcdTz`;

let terminal: Terminal;

beforeEach(async () => {
  terminal = await openTerminal(() => Promise.reject(new Error('Nobody is asked.')));
});
afterEach(() => terminal.remove());

const derive = (...args: string[]) => terminal.run(['token', 'derive', ...args], `${macaroon}\n`);
const inspect = (text: string) => terminal.run(['token', 'inspect'], text);

describe('a derived token', () => {
  test('has what was asked for as caveats that other tools write too, and is signed', async () => {
    const { exitCode, stdout, stderr } = await derive(
      ...['--allow', 'upload,read', '--index', 'team/prod', '--index', 'team/dev'],
      ...['--project', 'Acme_Tools', '--project', 'acme.greeting'],
      ...['--expires', '2026-11-23T12:00:00.900Z', '--not-before', '2026-11-22T18:00:00.100Z'],
    );
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const derived = read(stdout.trim());
    expect(derived.caveats.map(String)).toEqual([
      'allowed=pkg_read,upload',
      'indexes=team/dev,team/prod',
      '[1,["acme-greeting","acme-tools"]]',
      '[0,1795435200,1795370401]',
    ]);
    expect(isSignedWith(derived, rootKey)).toBe(true);
    expect(stdout).toBe(`${encodeMacaroon(derived)}\n`);
  });

  test.each([
    [['--expires', '2026-11-23T12:00:00Z'], 'expires=1795435200'],
    [['--not-before', '2026-11-23'], 'not_before=1795392000'],
    [['--allow', 'del_project'], 'allowed=del_project'],
  ])('with %j alone has the caveat %s', async (args, caveat) => {
    expect(read((await derive(...args)).stdout.trim()).caveats.map(String)).toEqual([caveat]);
  });

  test('can be narrowed further', async () => {
    const once = (await derive('--allow', 'upload')).stdout.trim();
    const twice = await terminal.run(['token', 'derive', '--expires', '30d'], once);
    const derived = read(twice.stdout.trim());
    expect(derived.caveats.map(String)).toEqual(['allowed=upload', 'expires=1797940800']);
    expect(isSignedWith(derived, rootKey)).toBe(true);
  });

  test('comes from WHEELHOUSE_TOKEN where no file is named, and that is said', async () => {
    const withToken = await openTerminal(fetch, { WHEELHOUSE_TOKEN: macaroon });
    const { stdout, stderr } = await withToken.run(['token', 'derive', '--allow', 'read'], 'not looked at');
    expect(read(stdout.trim()).caveats).toHaveLength(1);
    expect(stderr).toBe('This is about the token in WHEELHOUSE_TOKEN.\n');
    await withToken.remove();
  });

  test.each([
    [[], /^error: Say how to narrow it: /],
    [['--allow', 'everything'], /^error: --allow: "everything" is not one of read, upload and del_entry/],
    [['--project', 'acme-*'], /^error: --project: write a whole project name/],
    [['--index', 'Team'], /^error: --index: write an index as owner\/name/],
    [['--expires', 'never'], /^error: --expires: a token is not narrowed by never expiring/],
    [['--project', `a${'b'.repeat(1100)}`], /^error: A caveat has 1 to 1024 bytes\. Narrow it less/],
    [[macaroon], /^error: too many arguments/],
  ])('is not made with %j', async (args, sentence) => {
    const outcome = await derive(...args);
    expect(outcome).toMatchObject({ exitCode: 2, stdout: '' });
    expect(outcome.stderr).toMatch(sentence);
    expect(outcome.stderr).not.toContain(macaroon);
  });

  test('is made of an attenuable token alone, and the refusal shows none of it', async () => {
    for (const text of [opaque, macaroon.slice(0, -4), 'no token at all']) {
      const outcome = await terminal.run(['token', 'derive', '--allow', 'read'], text);
      expect(outcome).toMatchObject({ exitCode: 2, stdout: '' });
      expect(outcome.stderr).not.toContain(text.slice(8));
    }
  });
});

describe('an inspected token', () => {
  test('that is attenuable shows where it is for, its id and how it was narrowed, and not its signature', async () => {
    const derived = (
      await derive('--allow', 'upload', '--project', 'acme', '--expires', '2026-11-23T12:00:00Z')
    ).stdout.trim();
    const outcome = await inspect(derived);
    expect(outcome).toEqual({
      exitCode: 0,
      stdout: [
        'kind:         attenuable, a macaroon',
        `id:           ${ID}`,
        'location:     index.example.test',
        'narrowed to:  the permissions upload',
        'narrowed to:  the projects acme',
        'narrowed to:  until 2026-11-23 12:00 UTC',
        '',
      ].join('\n'),
      stderr: 'Whether it is valid, and what it may do, the server alone knows.\n',
    });
    const { signature } = read(derived);
    const { stdout } = await terminal.run(['token', 'inspect', '--json'], derived);
    for (const form of [signature.toString('hex'), signature.toString('base64url').slice(2, -2)]) {
      expect(stdout).not.toContain(form);
    }
    expect(JSON.parse(stdout)).toMatchObject({
      id: ID,
      caveats: [
        { text: 'allowed=upload', meaning: 'the permissions upload' },
        { text: '[1,["acme"]]', meaning: 'the projects acme' },
        { text: 'expires=1795435200', meaning: 'until 2026-11-23 12:00 UTC' },
      ],
    });
  });

  test.each([
    [opaque, 'opaque, for a person’s own tools', 'whole'],
    [opaque.replace('_pat_', '_ci_'), 'opaque, for automation', 'damaged'],
    [opaque.slice(0, 50), 'opaque, for a person’s own tools', 'damaged'],
  ])(
    'that is opaque, %s, shows its kind, its id and whether it is whole, and not its secret',
    async (text, kind, form) => {
      const outcome = await inspect(text);
      expect(outcome.stdout).toBe(`kind:  ${kind}\nid:    ${ID}\nform:  ${form}\n`);
      expect(`${outcome.stdout}${outcome.stderr}`).not.toContain(SECRET.slice(0, 10));
    },
  );

  test('of another system shows its id', async () => {
    expect((await inspect(`adm_${ID}.${SECRET}`)).stdout).toBe(
      `kind:  legacy, of another system\nid:    ${ID}\n`,
    );
  });

  test('that is an attenuable one cut off is damaged', async () => {
    expect((await inspect(macaroon.slice(0, 40))).stdout).toBe(
      'kind:  attenuable, a macaroon\nform:  damaged\n',
    );
  });

  test.each(['', 'pypi-AgEIcHlwaS5vcmc', SECRET])('that is none of ours, %j, is not shown', async (text) => {
    const outcome = await inspect(text);
    expect(outcome).toMatchObject({ exitCode: 2, stdout: '' });
    if (text !== '') expect(outcome.stderr).not.toContain(text);
  });
});

function read(text: string): Macaroon {
  const decoded = decodeMacaroon(text);
  if (decoded === null) throw new Error('This is no macaroon.');
  return decoded;
}
