// A subscription as an answer of HTTP: server-sent events in the answer to the POST that asked, one connection for each.
// GraphQL over Server-Sent Events, "distinct connections mode"; the form of events: HTML, section 9.2.

import type { ServerResponse } from 'node:http';
import type { ExecutionResult } from 'graphql';

/** Keeps proxies from taking the silence for an end, and finds out who is gone. */
const SIGN_OF_LIFE_MILLISECONDS = 15_000;

export function acceptsEvents(accept: string | undefined): boolean {
  return (accept ?? '')
    .toLowerCase()
    .split(',')
    .some((range) => range.split(';', 1)[0]!.trim() === 'text/event-stream');
}

export function isStream(
  result: ExecutionResult | AsyncIterable<ExecutionResult>,
): result is AsyncIterable<ExecutionResult> {
  return Symbol.asyncIterator in result;
}

/** Sends every result as it comes, and resolves when there are no more or nobody reads them. */
export async function sendEvents(
  res: ServerResponse,
  results: AsyncIterable<ExecutionResult>,
  ownHeaders: Readonly<Record<string, string | number>>,
): Promise<void> {
  const iterator = results[Symbol.asyncIterator]();
  res.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    // For a proxy that would collect the answer before it hands it on.
    'x-accel-buffering': 'no',
    ...ownHeaders,
  });
  res.flushHeaders();
  const signsOfLife = setInterval(() => res.write(':\n\n'), SIGN_OF_LIFE_MILLISECONDS);
  const stop = () => void iterator.return?.();
  res.once('close', stop);
  try {
    for (let step = await iterator.next(); step.done !== true; step = await iterator.next()) {
      res.write(`event: next\ndata: ${JSON.stringify(step.value)}\n\n`);
    }
    res.end('event: complete\ndata:\n\n');
  } finally {
    clearInterval(signsOfLife);
    res.off('close', stop);
    res.end();
  }
}

/** For who accepts nothing but events and asked for one result. */
export async function* single(result: ExecutionResult): AsyncIterable<ExecutionResult> {
  yield result;
}
