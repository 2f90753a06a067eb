// The bare server: `node:http` and one answer, the same bytes and headers as the measured one, whatever is asked.

import { createServer, type ServerResponse } from 'node:http';

import type { Answer } from './api.ts';
import { listen } from './listen.ts';
import { answerCalls } from './process-calls.ts';

let given: Answer = { status: 503, headers: [], body: Buffer.alloc(0) };

const server = createServer((request, response) => {
  if (request.method === 'GET') give(response);
  else request.resume().on('end', () => give(response));
});

const calls = {
  listen: () => listen(server),

  giveAlways(answer: Answer): void {
    given = { ...answer, body: Buffer.from(answer.body) };
  },
};

export type BareCalls = typeof calls;

answerCalls(calls);

function give(response: ServerResponse): void {
  response.writeHead(given.status, given.headers as string[]);
  response.end(given.body);
}
