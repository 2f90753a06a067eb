// How a result of GraphQL travels over HTTP: which type a client gets, and what the status says.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { GraphQLError, type ExecutionResult } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { chooseResultType, sendResult, type ResultType } from '../../server/graphql/over-http.ts';

const JSON_TYPE = 'application/json';
const RESPONSE_TYPE = 'application/graphql-response+json';

describe('a client that accepts', () => {
  it.each([
    [undefined, JSON_TYPE],
    ['', JSON_TYPE],
    ['*/*', JSON_TYPE],
    ['application/*;q=0.5', JSON_TYPE],
    ['application/json', JSON_TYPE],
    ['APPLICATION/JSON; charset=utf-8', JSON_TYPE],
    ['application/graphql-response+json, application/json, text/event-stream', RESPONSE_TYPE],
    ['text/event-stream, multipart/mixed, application/json', JSON_TYPE],
    ['application/graphql+json, application/graphql-response+json;charset=utf-8', RESPONSE_TYPE],
    ['text/html', null],
    ['application/jsonx', null],
    ['__proto__', null],
    ['constructor', null],
  ])('%j gets %s', (accept, type) => {
    expect(chooseResultType(accept)).toBe(type);
  });
});

describe('a result', () => {
  let result: ExecutionResult;
  let type: ResultType;
  const server = createServer((_, res) => sendResult(res, result, type, { 'x-own': 1 }));
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const send = async (sent: ExecutionResult, as: ResultType) => {
    result = sent;
    type = as;
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    return { status: response.status, headers: response.headers, body: (await response.json()) as unknown };
  };
  const failed = (http: object) => new GraphQLError('No.', { extensions: { code: 'X', http } });

  it('that failed before it ran is 400 in GraphQL’s own type, and 200 in plain JSON', async () => {
    const errors = [failed({ spec: true, status: 400 })];
    expect((await send({ errors }, RESPONSE_TYPE)).status).toBe(400);
    expect((await send({ errors }, JSON_TYPE)).status).toBe(200);
  });

  it('that a busy server could not give has its status and headers in both', async () => {
    const errors = [
      failed({ status: 503, headers: { 'retry-after': '5' } }),
      failed({ spec: true, status: 400 }),
    ];
    for (const as of [RESPONSE_TYPE, JSON_TYPE] as const) {
      const { status, headers } = await send({ errors }, as);
      expect([status, headers.get('retry-after'), headers.get('x-own')]).toEqual([503, '5', '1']);
    }
  });

  it('tells neither the status nor the headers in its text', async () => {
    const { body, headers } = await send({ data: { a: 'é' }, errors: [failed({ status: 503 })] }, JSON_TYPE);
    expect(body).toEqual({ data: { a: 'é' }, errors: [{ message: 'No.', extensions: { code: 'X' } }] });
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
  });
});
