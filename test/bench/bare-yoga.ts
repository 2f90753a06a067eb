// Plain Yoga with a schema of the same shape as `viewer { name }`, no plugins, no database; the body is read and
// parsed before Yoga sees the request, which spares it the slow way through a Fetch body.

import { createServer } from 'node:http';

import { createSchema, createYoga } from 'graphql-yoga';

import { listen } from './listen.ts';
import { answerCalls } from './process-calls.ts';

const yoga = createYoga({
  logging: false,
  schema: createSchema({
    typeDefs: 'type Query { viewer: Viewer } type Viewer { name: String! }',
    resolvers: { Query: { viewer: () => ({ name: 'ada' }) } },
  }),
});

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    Object.assign(request, { body: JSON.parse(Buffer.concat(chunks).toString()) as unknown });
    void yoga(request, response);
  });
});

const calls = { listen: () => listen(server) };

export type YogaCalls = typeof calls;

answerCalls(calls);
