// The client by its contract, schema.graphql, as a script uses it.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { describe, expect, test } from 'vitest';

import { createClient } from '../../client/client.ts';
import {
  Conflict,
  InvalidInput,
  NotAllowed,
  NotAuthenticated,
  NotFound,
  Unavailable,
  WheelhouseError,
} from '../../client/errors.ts';
import { alice, packageIndex, serveSchema, SESSION } from './schema-server.ts';

describe('a script', () => {
  test('signs in and uses what it got, without a document, a header or a cursor', async () => {
    const server = serveSchema();
    const anonymous = createClient(server);
    const { bearer } = await anonymous.signIn({
      name: 'alice',
      password: 'correct horse',
      carrier: 'BEARER',
    });
    const client = createClient({ ...server, session: bearer });

    expect(await client.viewer()).toMatchObject({ name: 'alice', user: alice });
    const paths: string[] = [];
    for await (const index of client.packageIndexes()) paths.push(index.path);
    expect(paths).toEqual(['team/prod', 'team/dev', 'team/mirror', 'bob/private']);
  });

  test('gets a payload without the name of its type', async () => {
    const client = createClient({ ...serveSchema(), session: SESSION });
    const payload = await client.createUser({ name: 'bob', email: 'bob@packages.example' });
    expect(payload).toEqual({
      user: { ...alice, name: 'bob' },
      setupLink: 'https://packages.example/ui/link#secret',
      emailSent: false,
      serial: 7,
    });
  });

  test('reads null for an index that is not there', async () => {
    const client = createClient(serveSchema());
    expect(await client.packageIndex({ path: 'team/none' })).toBeNull();
    expect(await client.packageIndex({ path: 'team/dev' })).toMatchObject({
      path: packageIndex('team/dev').path,
    });
  });

  test('sends every operation by POST, to /graphql below the address, with the credential it was given', async () => {
    const server = serveSchema();
    await createClient({ ...server, session: SESSION }).viewer();
    await createClient({ ...server, token: 'wh_pat_x' }).viewer();
    await createClient({ ...server, url: `${server.url}/` }).viewer();
    expect(server.seen.map(({ method, url, authorization }) => [method, url, authorization])).toEqual([
      ['POST', 'https://packages.example/graphql', `Bearer ${SESSION}`],
      ['POST', 'https://packages.example/graphql', 'Bearer wh_pat_x'],
      ['POST', 'https://packages.example/graphql', null],
    ]);
  });

  test('tells "leave it as it is" from "clear it"', async () => {
    const server = serveSchema();
    const client = createClient({ ...server, session: SESSION });
    await client.createToken({ name: 'a', scopes: ['index:read'], indexes: ['team/prod'] });
    await client.createToken({ name: 'b', scopes: ['index:read'], indexes: ['team/prod'], expiresAt: null });
    expect(server.seen.map(({ variables }) => variables['input'])).toEqual([
      { name: 'a', scopes: ['index:read'], indexes: ['team/prod'] },
      { name: 'b', scopes: ['index:read'], indexes: ['team/prod'], expiresAt: null },
    ]);
  });
});

describe('a list of 250', () => {
  test('comes whole and in order from toArray', async () => {
    const client = createClient({ ...serveSchema({ tokens: 250 }), session: SESSION });
    const names = (await client.tokens().toArray()).map(({ name }) => name);
    expect(names).toEqual(Array.from({ length: 250 }, (_, number) => `ci-${number}`));
  });

  test('is asked for only as far as it is read', async () => {
    const server = serveSchema({ tokens: 250 });
    const client = createClient({ ...server, session: SESSION });
    for await (const { name } of client.tokens()) if (name === 'ci-120') break;
    expect(server.seen.map(({ variables }) => variables)).toEqual([{}, { after: '99' }]);
  });

  test('below an index that nobody may read is refused, not empty', async () => {
    const client = createClient({ ...serveSchema(), session: SESSION });
    expect(await client.projects({ path: 'team/prod' }).toArray()).toMatchObject([
      { name: 'Django' },
      { name: 'torch' },
    ]);
    const sentence = 'There is no such package index, or none that you may read.';
    await expect(client.projects({ path: 'bob/private' }).toArray()).rejects.toThrow(
      new NotFoundWith(sentence),
    );
    await expect(client.projects({ path: 'no/where' }).toArray()).rejects.toThrow(new NotFoundWith(sentence));
  });
});

describe('a failure', () => {
  test('that the result names is thrown as its category, with code, sentence, field and request id', async () => {
    const client = createClient({ ...serveSchema(), session: SESSION });
    const error = await failureOf(client.createPackageIndex({ path: 'team/prod' }));
    expect(error).toBeInstanceOf(Conflict);
    expect(error).toMatchObject({
      name: 'Conflict',
      code: 'NAME_TAKEN',
      message: 'There is an index team/prod.',
      path: ['path'],
      requestId: 'answer-1',
    });
  });

  test('of one request has its request id and not that of another', async () => {
    const client = createClient({ ...serveSchema(), session: SESSION });
    const refused = await Promise.all([
      failureOf(client.createPackageIndex({ path: 'team/prod' })),
      failureOf(client.createPackageIndex({ path: 'team/prod', description: 'once more' })),
    ]);
    expect(refused.map(({ requestId }) => requestId)).toEqual(['answer-1', 'answer-2']);
  });

  test('of the credential is NotAuthenticated, with status and request id', async () => {
    const client = createClient({ ...serveSchema(), session: 'wh_ses_old' });
    const error = await failureOf(client.tokens().toArray());
    expect(error).toBeInstanceOf(NotAuthenticated);
    expect(error).toMatchObject({ code: 'UNAUTHENTICATED', status: 401, requestId: 'request-1' });
  });

  test('inside the server has no category and keeps the request id', async () => {
    const client = createClient({
      url: 'https://packages.example',
      fetch: async () =>
        Response.json(
          { errors: [{ message: 'Unexpected error.', extensions: { code: 'INTERNAL' } }], data: null },
          {
            status: 500,
            headers: { 'x-request-id': 'request-2' },
          },
        ),
    });
    const error = await failureOf(client.viewer());
    expect(error.constructor).toBe(WheelhouseError);
    expect(error).toMatchObject({ code: 'INTERNAL', status: 500, requestId: 'request-2' });
  });

  test('to connect is Unavailable and names the address and the reason', async () => {
    const port = await portThatNobodyListensOn();
    const error = await failureOf(createClient({ url: `http://127.0.0.1:${port}` }).viewer());
    expect(error).toBeInstanceOf(Unavailable);
    expect(error).toMatchObject({
      code: 'UNREACHABLE',
      message: `http://127.0.0.1:${port} cannot be reached (ECONNREFUSED). Is the address right, and the server running?`,
    });
  });

  test('to answer in time is Unavailable', async () => {
    const silent = createServer(() => undefined).listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    const { port } = silent.address() as AddressInfo;
    const error = await failureOf(createClient({ url: `http://127.0.0.1:${port}`, timeoutMs: 50 }).viewer());
    silent.closeAllConnections();
    silent.close();
    expect(error).toBeInstanceOf(Unavailable);
    expect(error.code).toBe('TIMEOUT');
  });

  test('before GraphQL begins keeps the sentence and the code that the server gave', async () => {
    const client = createClient({
      url: 'https://packages.example',
      fetch: async () =>
        new Response('Use the public address.\n', {
          status: 421,
          statusText: 'Use the public address.',
          headers: {
            'content-type': 'text/plain',
            'x-error-code': 'FOREIGN_HOST',
            'x-request-id': 'request-3',
          },
        }),
    });
    const error = await failureOf(client.viewer());
    expect(error).toBeInstanceOf(NotAllowed);
    expect(error).toMatchObject({
      message: 'Use the public address.',
      code: 'FOREIGN_HOST',
      status: 421,
      requestId: 'request-3',
    });
  });

  test.each([
    [502, Unavailable],
    [404, NotFound],
    [200, WheelhouseError],
  ])('to speak GraphQL with the status %i is read by the status', async (status, category) => {
    const client = createClient({
      url: 'https://packages.example',
      fetch: async () => new Response('<h1>Hello</h1>', { status, headers: { 'content-type': 'text/html' } }),
    });
    const error = await failureOf(client.viewer());
    expect(error.constructor).toBe(category);
    expect(error).toMatchObject({ code: `HTTP_${status}`, status });
  });
});

describe('options that make no sense are refused before anything is sent:', () => {
  test.each([
    ['no address', { url: 'packages' }],
    ['another protocol', { url: 'file:///etc/passwd' }],
    ['a password in the address', { url: 'https://alice:secret@packages.example' }],
    ['two credentials', { url: 'https://packages.example', session: 'a', token: 'b' }],
    ['an empty token', { url: 'https://packages.example', token: '' }],
    ['an empty session beside a token', { url: 'https://packages.example', session: ' ', token: 'b' }],
  ])('%s', (_, options) => {
    expect(() => createClient(options)).toThrow(InvalidInput);
  });
});

class NotFoundWith extends NotFound {
  constructor(message: string) {
    super(message, { code: 'NOT_FOUND' });
    this.name = 'NotFound';
  }
}

async function failureOf(promise: Promise<unknown>): Promise<WheelhouseError> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof WheelhouseError) return error;
  throw new Error(`A WheelhouseError was expected, and this came: ${String(error)}`);
}

async function portThatNobodyListensOn(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
