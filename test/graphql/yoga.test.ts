// The endpoint itself, in front of a world that fails as it is told: which errors are told, which are masked, and how
// they look over HTTP.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ANONYMOUS } from '../../server/domain/actor.ts';
import { Forbidden } from '../../server/domain/errors.ts';
import type { World } from '../../server/domain/world.ts';
import { createGraphQLHandler } from '../../server/graphql/yoga.ts';

let url: string;
let server: Server;
/** Stands for an answer that does not come. */
const NEVER = new Error('Not in this test’s time.');
const TIME_LIMIT = 1_000;
let failure: Error | null = null;
let statements = 0;
const logged: unknown[] = [];
const refusals: string[] = [];

/** The one statement that `server { setupNeeded }` takes. */
const world = {
  readDb: {
    user: {
      findFirst: () => {
        statements += 1;
        if (failure === NEVER) return new Promise(() => undefined);
        return failure === null ? Promise.resolve(null) : Promise.reject(failure);
      },
    },
  },
  sessionLimits: { idleMilliseconds: 1, lifeMilliseconds: 1 },
} as unknown as World;

beforeAll(async () => {
  const handle = createGraphQLHandler({
    world,
    version: '1.2.3',
    log: { error: (details, sentence) => logged.push({ ...details, sentence }) },
    sql: () => statements,
    timeLimitMilliseconds: TIME_LIMIT,
  });
  server = createServer((req, res) => {
    const answer = async () => {
      const body = req.method === 'POST' ? await json(req) : undefined;
      await handle(Object.assign(req, { body }), res, {
        caller: { actor: ANONYMOUS, requestId: 'req-1', address: null, client: null },
        baseUrl: 'https://packages.example',
        requestId: 'req-1',
        setSessionCookie: () => undefined,
        clearSessionCookie: () => undefined,
        noteRefusal: (code) => refusals.push(code),
      });
    };
    void answer();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const QUESTION = '{ server { version setupNeeded publicUrl } }';
const MINT_UNTIL = `mutation ($time: DateTime) {
  createToken(input: { name: "n", scopes: ["index:read"], expiresAt: $time }) { __typename }
}`;

describe('a failure', () => {
  it('that nobody planned is told to the log whole, and to the caller as a request id', async () => {
    failure = new Error('password of the database: hunter2');
    const { status, text, body } = await ask(QUESTION);
    expect([status, body]).toEqual([
      200,
      {
        data: null,
        errors: [
          {
            message: 'Something went wrong here. Tell the operator the request id req-1.',
            locations: [{ line: 1, column: 20 }],
            path: ['server', 'setupNeeded'],
            extensions: { code: 'INTERNAL', requestId: 'req-1' },
          },
        ],
        extensions: { cost: { requested: 1, limit: 2000 } },
      },
    ]);
    expect(text).not.toContain('hunter2');
    expect(logged.splice(0)).toEqual([
      { requestId: 'req-1', err: failure, sentence: 'A GraphQL field failed.' },
    ]);
  });

  it.each(['P2028', 'P2024', 'P1008'])(
    'of a writer or reader whose turn did not come (%s) asks to try again',
    async (code) => {
      failure = Object.assign(new Error('Unable to start a transaction in the given time.'), { code });
      const { status, headers, body } = await ask(QUESTION);
      expect([status, headers.get('retry-after'), body.errors?.[0]?.extensions]).toEqual([
        503,
        '5',
        { code: 'UNAVAILABLE' },
      ]);
      expect(logged.splice(0)).toEqual([]);
    },
  );

  it('to answer in time gives the query up, and tells that', async () => {
    failure = NEVER;
    const begun = performance.now();
    const { status, body } = await ask(QUESTION);
    expect(performance.now() - begun).toBeGreaterThan(TIME_LIMIT - 50);
    expect([status, body]).toEqual([
      503,
      {
        errors: [
          {
            message: 'This took longer than 1 seconds and was given up. Ask for less at once.',
            extensions: { code: 'TIMEOUT' },
          },
        ],
        extensions: { cost: { requested: 1, limit: 2000 } },
      },
    ]);
    expect(logged.splice(0)).toEqual([]);
  });

  it('that is a refusal of the credential keeps its words and its code', async () => {
    failure = new Forbidden('Not with this credential.');
    const { body } = await ask(QUESTION);
    expect(body.errors).toMatchObject([
      { message: 'Not with this credential.', extensions: { code: 'FORBIDDEN' } },
    ]);
  });

  it('is told by its code to whoever writes the request down, also where it is a mutation’s own answer', async () => {
    refusals.length = 0;
    failure = null;
    await ask(
      'mutation { a: signIn(input: { name: "a", password: "b", carrier: BEARER, lifeMinutes: 0 }) { __typename } }',
    );
    await ask('{ viewer { name } }');
    await ask('{ users { totalCount } }');
    await ask('{ nothing }');
    expect(refusals).toEqual(['INVALID_INPUT', 'UNAUTHENTICATED', 'BAD_USER_INPUT']);
  });
});

describe('a document', () => {
  beforeAll(() => {
    failure = null;
  });

  it('that fits is answered, with the number of statements it took where they are counted', async () => {
    const { status, headers, body } = await ask(QUESTION);
    expect([status, headers.get('x-sql-statements'), body]).toEqual([
      200,
      '1',
      {
        data: { server: { version: '1.2.3', setupNeeded: true, publicUrl: 'https://packages.example' } },
        extensions: { cost: { requested: 1, limit: 2000 } },
      },
    ]);
  });

  it.each([
    ['that does not parse', '{ server {', {}],
    ['that says nothing', '', {}],
    ['that asks for what there is not', '{ server { secrets } }', {}],
    [
      'whose variables do not fit',
      'query ($n: Int!) { packageIndexes(first: $n) { totalCount } }',
      { n: 'many' },
    ],
    ['that writes a time without an offset', MINT_UNTIL, { time: '2026-11-22T18:49:00' }],
  ])('%s is the caller’s mistake', async (_what, query, variables) => {
    const { status, body } = await ask(query, variables, 'application/graphql-response+json');
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
    expect(logged).toEqual([]);
  });

  it('may ask for the schema, whoever sends it', async () => {
    const { body } = await ask('{ __schema { queryType { name } } }');
    expect(body.data).toEqual({ __schema: { queryType: { name: 'Query' } } });
  });
});

describe('the playground', () => {
  it('is one page with everything in it, which may reach its own origin and no other', async () => {
    const response = await fetch(url, { headers: { accept: 'text/html' } });
    const html = await response.text();
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const page = html.replaceAll(/<(script|style)>[\s\S]*?<\/\1>/g, '');
    expect(page.match(/(src|href)="(?!data:)[^"]*"/g)).toBeNull();
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy.replaceAll(/'sha256-[^']+'/g, 'HASH')).toBe(
      "default-src 'none'; script-src HASH HASH; style-src 'unsafe-inline'; worker-src blob:; connect-src 'self'; " +
        "font-src data:; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(html).toContain('"credentials":"omit"');
  });

  it('signs in for one hour', async () => {
    const html = await (await fetch(url, { headers: { accept: 'text/html' } })).text();
    const tab = html.slice(html.lastIndexOf('"defaultTabs":'));
    const variables = JSON.parse(/"variables":("(?:[^"\\]|\\.)*")/.exec(tab)![1]!) as string;
    const { input } = JSON.parse(variables) as { input: object };
    expect(input).toEqual({ name: '', password: '', carrier: 'BEARER', lifeMinutes: 60 });
  });

  it('is sent again only when it is another', async () => {
    const first = await fetch(url, { headers: { accept: 'text/html' } });
    const etag = first.headers.get('etag') ?? '';
    await first.arrayBuffer();
    const again = await fetch(url, { headers: { accept: 'text/html', 'if-none-match': etag } });
    expect([etag.length, again.status, await again.text()]).toEqual([66, 304, '']);
  });
});

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
}

async function ask(query: string, variables: object = {}, accept = 'application/json') {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: JSON.parse(text) as Answer };
}
