// A token from its making to its end on the command line, with the whole server behind it.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { createTestApp, type TestApp } from '../support/app.ts';
import { holder, type Person } from '../support/people.ts';
import { openTerminal, type Outcome, type Terminal } from './terminal.ts';

const BOTH = ['--scope', 'read', '--scope', 'upload'];
const TEXT = /wh_pat_[0-9A-Za-z]{22}_[0-9A-Za-z]{49}/;

let app: TestApp;
let alice: Person;
let terminal: Terminal;

beforeEach(async () => {
  app = await createTestApp();
  alice = await app.person('alice', { role: 'ADMIN' });
  await alice.createIndex('alice/prod');
  terminal = await terminalOf(alice);
});
afterEach(async () => {
  await terminal.remove();
  await app.close();
});

test('a token cannot create tokens, and the command says what does', async () => {
  const text = await mint();
  const withToken = await openTerminal(fetch, { WHEELHOUSE_SERVER: app.url, WHEELHOUSE_TOKEN: text });
  const args = [
    'token',
    'create',
    '--name',
    'more',
    '--index',
    'alice/prod',
    '--scope',
    'read',
    '--no-color',
  ];
  expect(await withToken.run(args)).toMatchObject({
    exitCode: 4,
    stdout: '',
    stderr: expect.stringContaining(
      'error: A token cannot do this: sign in and use a session.\nWHEELHOUSE_TOKEN is set and was used. Unset it to use your session.\n',
    ) as string,
  });
  await withToken.remove();
});

test('a token is made with every limit there is, and shown with them', async () => {
  const end = new Date(Date.now() + 5 * 86_400_000).toISOString();
  const begin = new Date(Date.now() + 86_400_000).toISOString();
  const args = [
    ...['token', 'create', '--name', 'ci', '--all-indexes', '--scope', 'upload', '--project', 'Acme_*'],
    ...['--address', '10.0.0.0/8', '--expires', end, '--not-before', begin, '--description', 'For builds.'],
    ...['--attenuable', '--json'],
  ];
  const { plaintext, token } = JSON.parse((await terminal.run(args)).stdout) as {
    plaintext: string;
    token: { tokenId: string };
  };
  expect(plaintext).toMatch(/^whm-[\w-]+$/);
  const { stdout } = await terminal.run(['token', 'show', token.tokenId.slice(0, 6)]);
  expect(stdout.split('\n').map((line) => line.replace(/: +/, ': '))).toEqual([
    `id: ${token.tokenId}`,
    'name: ci',
    'description: For builds.',
    'kind: attenuable',
    'state: pending',
    'owner: alice',
    'issued by: alice',
    'scopes: upload',
    'indexes: all',
    'projects: acme-*',
    'addresses: 10.0.0.0/8',
    expect.stringMatching(/^created: /),
    'created from: 127.0.0.1',
    `not before: ${minute(begin)}`,
    `expires: ${minute(end)}`,
    'last used: never',
    '',
  ]);
});

test('a token is rotated with a grace, and the text is printed as for a new one', async () => {
  const old = holder(app.url, await mint());
  const rotated = await terminal.run([
    'token',
    'rotate',
    old.tokenId.slice(0, 8),
    '--grace',
    '1h',
    '--pip-conf',
  ]);
  expect(rotated.exitCode).toBe(0);
  const [text = ''] = TEXT.exec(rotated.stdout) ?? [];
  expect(text).not.toBe(old.plaintext);
  for (const each of [old, holder(app.url, text)]) {
    expect((await each.get('/alice/prod/simple/')).status).toBe(200);
  }
  expect((await tokens()).map(({ state }) => state)).toEqual(['ACTIVE', 'ROTATING']);
});

test('a rotation is not begun for a text that the new token would not have', async () => {
  const { tokenId } = holder(app.url, await mint());
  const args = ['token', 'rotate', tokenId, '--pypirc', '--no-color'];
  expect(await terminal.run(args)).toMatchObject({
    exitCode: 2,
    stderr: 'error: --pypirc is for a token that uploads, and this one would not. Nothing was done.\n',
  });
  expect((await tokens()).map(({ state }) => state)).toEqual(['ACTIVE']);
});

test('a token is renamed, described, narrowed, paused and resumed', async () => {
  const { tokenId } = holder(app.url, await mint(...BOTH));
  expect(await terminal.run(['token', 'rename', tokenId])).toMatchObject({ exitCode: 2 });
  expect(await terminal.run(['token', 'rename', tokenId, 'laptop', '--description', 'Mine.'])).toMatchObject({
    exitCode: 0,
    stderr: `${tokenId} is called laptop.\n`,
  });
  expect(await terminal.run(['token', 'narrow', tokenId])).toMatchObject({ exitCode: 2 });
  const narrowed = await terminal.run([
    'token',
    'narrow',
    tokenId,
    '--scope',
    'read',
    '--project',
    'acme-*',
    '--json',
  ]);
  expect(JSON.parse(narrowed.stdout)).toMatchObject({
    token: { name: 'laptop', description: 'Mine.', scopes: ['index:read'], projects: ['acme-*'] },
  });
  expect(await terminal.run(['token', 'narrow', tokenId, '--scope', 'upload'])).toMatchObject({
    exitCode: 2,
  });
  expect(await terminal.run(['token', 'pause', tokenId])).toMatchObject({
    exitCode: 0,
    stderr: `Paused laptop (${tokenId}).\n`,
  });
  expect((await tokens('--state', 'disabled')).map((token) => token.tokenId)).toEqual([tokenId]);
  expect(await terminal.run(['token', 'resume', tokenId])).toMatchObject({
    exitCode: 0,
    stderr: `Resumed laptop (${tokenId}).\n`,
  });
  expect(await tokens('--state', 'disabled')).toEqual([]);
});

test('a token shows itself, and gives itself up', async () => {
  const text = await mint();
  const { tokenId } = holder(app.url, text);
  expect(await terminal.run(['token', 'self'])).toMatchObject({ exitCode: 2 });
  const withToken = await openTerminal(fetch, { WHEELHOUSE_SERVER: app.url, WHEELHOUSE_TOKEN: text });
  const { stdout } = await withToken.run(['token', 'self', '--json']);
  expect(JSON.parse(stdout)).toMatchObject({ tokenId, state: 'ACTIVE' });
  expect(await withToken.run(['token', 'self', '--revoke'])).toEqual({
    exitCode: 0,
    stdout: '',
    stderr: `Revoked ci (${tokenId}).\n`,
  });
  expect(await withToken.run(['token', 'self'])).toMatchObject({ exitCode: 4 });
  await withToken.remove();
});

describe('revoking', () => {
  test('takes several ids', async () => {
    const ids = [await mint(), await mint('--name', 'other')].map((text) => holder(app.url, text).tokenId);
    expect(await terminal.run(['token', 'revoke', ...ids])).toEqual({
      exitCode: 0,
      stdout: '',
      stderr: `Revoked ci (${ids[0]}).\nRevoked other (${ids[1]}).\n`,
    });
  });

  test('all of them asks for the name once more', async () => {
    await mint();
    expect(await terminal.run(['token', 'revoke', '--all', '--no-color'])).toMatchObject({
      exitCode: 2,
      stderr: 'error: There is nobody to ask: give --yes to revoke without a question.\n',
    });
    expect(await terminal.converse(['token', 'revoke', '--all'], ['Type alice', 'bob\r'])).toMatchObject({
      exitCode: 2,
    });
    expect((await tokens('--state', 'active')).length).toBe(1);
    const outcome = await terminal.converse(['token', 'revoke', '--all'], ['Type alice', 'alice\r']);
    expect(outcome.stderr).toContain('This revokes all tokens of alice, for good.');
    expect(outcome.stderr).toContain('Revoked 1 token.');
    expect(await tokens('--state', 'active')).toEqual([]);
  });

  test('those of an index keeps what is for others too', async () => {
    await alice.createIndex('alice/dev');
    await mint();
    await mint('--name', 'both', '--index', 'alice/dev');
    expect(await terminal.run(['token', 'revoke', '--all', '--index', 'alice/prod', '--yes'])).toMatchObject({
      exitCode: 0,
      stderr: 'Revoked 1 token. 1 token kept, for other things too.\n',
    });
  });
});

test('tokens are listed by index and by user, with their owners', async () => {
  const bob = await app.person('bob');
  await alice.createIndex('alice/team', { readers: ['bob'] });
  await bob.mintToken({ name: 'of bob', scopes: ['index:read'], indexes: ['alice/team'] });
  await mint();
  expect((await tokens('--user', 'bob')).map(({ name }) => name)).toEqual(['of bob']);
  expect((await tokens('--everybody')).map(({ name }) => name)).toEqual(['ci', 'of bob']);
  expect((await tokens('--index', 'alice/team', '--project', 'acme')).map(({ name }) => name)).toEqual([
    'of bob',
  ]);
  expect((await terminal.run(['token', 'list', '--index', 'alice/team', '--no-color'])).stdout).toMatch(
    /^ID +NAME +OWNER +KIND +STATE +SCOPES +INDEXES +EXPIRES +LAST USED\n\w{22} +of bob +bob +opaque +active +read +alice\/team +/,
  );
  expect(await terminal.run(['token', 'list', '--project', 'acme'])).toMatchObject({ exitCode: 2 });
});

test('a leak is reported by whoever finds it, from a file or standard input, and never in an argument', async () => {
  const text = await mint();
  const stranger = await openTerminal(fetch, { WHEELHOUSE_SERVER: app.url });
  const thanks = {
    exitCode: 0,
    stdout: '',
    stderr: 'Thank you. If it is a token of this server, it is revoked.\n',
  };
  expect(await stranger.run(['token', 'report-leak'], 'wh_pat_nothing')).toEqual({
    exitCode: 2,
    stdout: '',
    stderr: 'error: There is no token in it, nor anything that looks like one.\n',
  });
  expect(await stranger.run(['token', 'report-leak', text])).toMatchObject({ exitCode: 2 });
  expect((await tokens()).map(({ state }) => state)).toEqual(['ACTIVE']);
  expect(await stranger.run(['token', 'report-leak'], `[pypi]\npassword = ${text}\n# mine\n`)).toEqual(
    thanks,
  );
  expect((await tokens()).map(({ state, revokeReason }) => [state, revokeReason])).toEqual([
    ['REVOKED', 'LEAK'],
  ]);
  await stranger.remove();
});

test('a copy that was narrowed offline does that much less, and dies with the token', async () => {
  const text = await mint(...BOTH, '--attenuable');
  const derived = await terminal.run(['token', 'derive', '--allow', 'upload', '--index', 'alice/prod'], text);
  const copy = holder(app.url, derived.stdout.trim());
  expect((await holder(app.url, text).get('/alice/prod/simple/')).status).toBe(200);
  expect((await copy.get('/alice/prod/simple/')).status).toBe(403);
  const withCopy = await openTerminal(fetch, {
    WHEELHOUSE_SERVER: app.url,
    WHEELHOUSE_TOKEN: copy.plaintext,
  });
  expect(await withCopy.run(['token', 'self'])).toMatchObject({
    exitCode: 0,
    stderr: 'This copy was narrowed further: "wheelhouse token inspect" shows how.\n',
  });
  await withCopy.remove();
  await terminal.run(['token', 'revoke', copy.tokenId]);
  expect((await copy.get('/alice/prod/simple/')).status).toBe(401);
});

async function terminalOf({ name, password }: Person): Promise<Terminal> {
  const opened = await openTerminal(fetch);
  await opened.run(['login', '--server', app.url, '--user', name, '--password-file', '-'], password);
  return opened;
}

/** The text of a new token of alice, which reads alice/prod unless the flags say more. */
async function mint(...flags: string[]): Promise<string> {
  const named = flags.includes('--name') ? [] : ['--name', 'ci'];
  const scoped = flags.includes('--scope') ? [] : ['--scope', 'read'];
  const outcome: Outcome = await terminal.run([
    ...['token', 'create', '--index', 'alice/prod', '--raw'],
    ...named,
    ...scoped,
    ...flags,
  ]);
  if (outcome.exitCode !== 0) throw new Error(outcome.stderr);
  return outcome.stdout.trim();
}

interface ListedToken {
  tokenId: string;
  name: string;
  state: string;
  revokeReason: string | null;
}

async function tokens(...flags: string[]): Promise<ListedToken[]> {
  return JSON.parse((await terminal.run(['token', 'list', ...flags, '--json'])).stdout) as ListedToken[];
}

function minute(time: string): string {
  return `${time.slice(0, 16).replace('T', ' ')} UTC`;
}
