// Settings of an index as they are typed: key=value, and of lists += and -=. What is sent is compared whole, because
// what is left out stays as it is.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { serveSchema, type SchemaServer } from '../client/schema-server.ts';
import { openTerminal, signIn, type Terminal } from './terminal.ts';

let server: SchemaServer;
let terminal: Terminal;

beforeEach(async () => {
  server = serveSchema();
  terminal = await openTerminal(server.fetch);
  await signIn(terminal, server);
});
afterEach(() => terminal.remove());

const sent = () => server.seen.at(-1)?.variables['input'];

describe('whoever creates an index', () => {
  test('says its settings, and nothing else is sent', async () => {
    const args = [
      'bases=team/a, team/b',
      'isVolatile=yes',
      'uploadchecks=strict',
      'quotaBytes=5GB',
      'deny=flask>=2,<3,corp-*',
      'keepDays=30',
    ];
    expect((await terminal.run(['index', 'create', 'team/new', ...args])).exitCode).toBe(0);
    expect(sent()).toEqual({
      path: 'team/new',
      bases: ['team/a', 'team/b'],
      isVolatile: true,
      uploadChecks: 'STRICT',
      quotaBytes: 5_000_000_000,
      deny: ['flask>=2,<3', 'corp-*'],
      retention: { keepReleases: null, keepDays: 30, prereleasesOnly: false },
    });
  });

  test('makes a mirror with an upstream, whose password comes from a file', async () => {
    const args = [
      'upstreamUrl=https://upstream.example/simple/',
      'username=alice',
      'keepDays=30',
      'keepBytes=1GiB',
    ];
    const command = ['index', 'create', 'team/new', ...args, '--upstream-password-file', '-'];
    expect((await terminal.run(command, 'the secret\n')).exitCode).toBe(0);
    expect(sent()).toEqual({
      path: 'team/new',
      kind: 'MIRROR',
      mirror: {
        upstreamUrl: 'https://upstream.example/simple/',
        username: 'alice',
        password: 'the secret',
        keepDays: 30,
        keepBytes: 2 ** 30,
      },
    });
  });
});

describe('whoever changes an index', () => {
  test('changes one setting without looking at the others', async () => {
    await terminal.run(['index', 'update', 'team/prod', 'maxAgeSeconds=60', 'quotaBytes=']);
    expect(server.seen.map(({ operation }) => operation)).toEqual(['updatePackageIndex']);
    expect(sent()).toEqual({ path: 'team/prod', maxAgeSeconds: 60, quotaBytes: null });
  });

  test('adds to lists and takes from them', async () => {
    const edits = ['bases+=team/more', 'bases-=team/prod', 'allow-=Flask >= 2, < 3', 'deny+=left-pad'];
    await terminal.run(['index', 'update', 'team/dev', ...edits]);
    expect(sent()).toEqual({
      path: 'team/dev',
      bases: ['team/mirror', 'team/more'],
      allow: ['corp-*'],
      deny: ['flask==2.1', 'left-pad'],
    });
  });

  test('hears what was so already, and what was never there', async () => {
    const edits = ['bases-=team/moer', 'deny+=Flask==2.1', 'readers+=bob'];
    const { stderr } = await terminal.run(['index', 'update', 'team/prod', ...edits]);
    expect(stderr).toBe(
      [
        'team/moer was not among the bases.',
        'Flask==2.1 is among the deny rules already.',
        'Updated team/prod.',
        '',
      ].join('\n'),
    );
  });

  test('changes one part of what is kept, and the others stay', async () => {
    await terminal.run(['index', 'update', 'team/prod', 'keepReleases=']);
    expect(sent()).toEqual({
      path: 'team/prod',
      retention: { keepReleases: null, keepDays: 30, prereleasesOnly: true },
    });
    await terminal.run(['index', 'update', 'team/prod', 'keepReleases=', 'keepDays=']);
    expect(sent()).toEqual({ path: 'team/prod', retention: null });
    await terminal.run(['index', 'update', 'team/prod', 'retention=']);
    expect(sent()).toEqual({ path: 'team/prod', retention: null });
  });

  test('puts the default of a number or a switch back, and takes away what may be absent', async () => {
    const cleared = ['staleSeconds=', 'isOffline=', 'maxFileBytes=', 'maxAgeSeconds='];
    await terminal.run(['index', 'update', 'team/mirror', ...cleared]);
    expect(sent()).toEqual({
      path: 'team/mirror',
      maxAgeSeconds: 0,
      mirror: { staleSeconds: 604_800, isOffline: false, maxFileBytes: null },
    });
  });

  test('says of a mirror for how long copies are kept, with the same word', async () => {
    await terminal.run(['index', 'update', 'team/mirror', 'keepDays=7', 'fileHosts+=b.example', 'password=']);
    expect(sent()).toEqual({
      path: 'team/mirror',
      mirror: { keepDays: 7, fileHosts: ['files.example', 'b.example'], password: null },
    });
  });

  test.each([
    [['speed=9'], '"speed" is no setting; there are description, isVolatile,'],
    [['isVolatile'], '"isVolatile" is no setting: write key=value'],
    [['isVolatile+=true'], 'isVolatile is no list: write isVolatile=value.'],
    [['isVolatile=maybe'], 'isVolatile: "maybe" is neither true nor false.'],
    [['isVolatile=true', 'isVolatile=false'], 'isVolatile is given twice.'],
    [['bases=a/b', 'bases=c/d'], 'bases is given twice: write all of it behind one "=", with commas.'],
    [['bases+=a/b', 'bases-=a/b'], 'a/b cannot be added to the bases and removed from them.'],
    [['uploadChecks=some'], 'uploadChecks: "some" is none; use one of lenient, strict.'],
    [['maxAgeSeconds=soon'], 'maxAgeSeconds: "soon" is no whole number.'],
    [['quotaBytes=5XB'], 'quotaBytes: "5XB" is no size; write 500MB, 2GiB or a number of bytes.'],
    [['readers=bob', '--add-read', 'carol'], 'The readers are given as a setting and as a flag'],
    [['password=secret'], 'A password on the command line is seen by others'],
    [['retention=5'], 'retention= takes the rule away'],
    [['upstreamUrl='], 'A mirror needs an upstream'],
  ])('with %j is refused before anything is changed', async (args, sentence) => {
    const outcome = await terminal.run(['index', 'update', 'team/prod', ...args]);
    expect({ exitCode: outcome.exitCode, stdout: outcome.stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(outcome.stderr).toContain(sentence);
    expect(server.seen.map(({ operation }) => operation)).not.toContain('updatePackageIndex');
  });
});

test('a mirror is shown with its upstream, and without a place to upload to', async () => {
  expect((await terminal.run(['index', 'show', 'team/mirror'])).stdout).toBe(
    [
      'path:                    team/mirror',
      'kind:                    mirror',
      'description:             (none)',
      'install from:            https://packages.example/team/mirror/simple/',
      'readers:                 :authenticated:',
      'maxAgeSeconds:           0',
      'on disk:                 4.2 MB',
      'allow:                   (everything)',
      'deny:                    (nothing)',
      'upstreamUrl:             https://upstream.example/simple/',
      'username:                alice',
      'password:                (kept)',
      'freshSeconds:            600',
      'staleSeconds:            604800',
      'timeoutSeconds:          10',
      'minAgeDays:              3',
      'isOffline:               false',
      'allowsPrivateAddresses:  false',
      'fileHosts:               files.example',
      'maxFileBytes:            (none)',
      'keepDays:                30',
      'keepBytes:               (none)',
      'holds:                   2 projects, 12 files (4.1 MB)',
      'created:                 2026-11-22 12:00 UTC',
      '',
    ].join('\n'),
  );
});

describe('whoever closes names', () => {
  test.each([
    [
      ['reserve', 'team/prod', 'corp-*', '--reason', 'Ours.'],
      { path: 'team/prod', pattern: 'corp-*', reason: 'Ours.' },
      'team/prod closes corp-* against mirrors.\n',
    ],
    [
      ['unreserve', 'team/prod', 'corp-*'],
      { path: 'team/prod', pattern: 'corp-*' },
      'team/prod reserves corp-* no more.\n',
    ],
    [
      ['grant-upstream', 'team/prod', 'demo', 'team/mirror', '--reason', 'Moves.', '--expires', '30d'],
      {
        path: 'team/prod',
        project: 'demo',
        mirror: 'team/mirror',
        reason: 'Moves.',
        expiresAt: '2026-12-22T12:00:00.000Z',
      },
      'team/mirror may add to demo in team/prod until 2026-12-22 12:00 UTC.\n',
    ],
    [
      ['revoke-upstream', 'team/prod', 'demo', 'team/mirror'],
      { path: 'team/prod', project: 'demo', mirror: 'team/mirror' },
      'team/prod closes demo against team/mirror again.\n',
    ],
    [
      ['unpin', 'team/prod', 'flask'],
      { path: 'team/prod', project: 'flask' },
      'Any mirror of team/prod may answer flask again.\n',
    ],
  ])('with index %j sends what was typed, and hears what it means', async (args, input, sentence) => {
    expect(await terminal.run(['index', ...args])).toEqual({ exitCode: 0, stdout: '', stderr: sentence });
    expect(sent()).toEqual(input);
    const { stdout } = await terminal.run(['index', ...args, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ packageIndex: { path: 'team/prod' }, serial: 15 });
  });

  test('needs a reason for a grant', async () => {
    const { exitCode, stderr } = await terminal.run(['index', 'grant-upstream', 'a/b', 'demo', 'a/m']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("required option '--reason <text>' not specified");
  });
});
