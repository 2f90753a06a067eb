// A refusal to a status, headers and a body; the only place of the data plane that maps errors.
// twine and pip show the reason phrase, uv the JSON member `code`: all three say the same sentence.

import { STATUS_CODES } from 'node:http';
import {
  ERROR_CODES,
  isDatabaseBusy,
  RateLimited,
  Refusal,
  RequestRefused,
  UpstreamUnavailable,
} from '../domain/errors.ts';
import type { Log } from '../log.ts';
import type { Exchange } from './exchange.ts';

const REASON_CHARACTERS = 200;
/** What the header of a 503 says. */
export const RETRY_AFTER_SECONDS = 5;

/** Answers with the refusal; an error that was not deliberate is 503 or 500, with a line in the log. */
export function answerError(exchange: Exchange, error: unknown, log: Log): void {
  const { res, requestId } = exchange;
  if (res.headersSent) {
    if (!res.writableEnded) res.destroy();
    if (!isDisconnect(error)) log.error({ requestId, err: error }, 'The answer broke off.');
    return;
  }
  const planned = refusalOf(error);
  if (planned === null) log.error({ requestId, err: error }, 'A request failed.');
  const refusal = planned ?? (exchange.readsPackages ? layerFailed(requestId) : null);
  if (refusal === null) {
    sendError(
      exchange,
      500,
      'INTERNAL',
      `Something went wrong here. Tell the operator the request id ${requestId}.`,
    );
    return;
  }
  const headers = headersOf(refusal);
  sendError(exchange, ERROR_CODES[refusal.code].status, refusal.code, refusal.message, headers);
}

function headersOf(refusal: Refusal): readonly string[] {
  // Always a number: poetry cannot read a date.
  if (refusal instanceof RateLimited || refusal instanceof UpstreamUnavailable)
    return ['retry-after', String(refusal.retryAfterSeconds)];
  return refusal instanceof RequestRefused ? refusal.headers : [];
}

function sendError(
  exchange: Exchange,
  status: number,
  code: string,
  message: string,
  headers: readonly string[] = [],
): void {
  const title = STATUS_CODES[status] ?? 'Error';
  const wantsJson = (exchange.req.headers.accept ?? '').includes('application/json');
  const body = wantsJson
    ? JSON.stringify({
        code: `${status} ${message}`,
        message,
        title,
        error: code,
        requestId: exchange.requestId,
      })
    : `${message}\n`;
  exchange.noteRefusal(code);
  exchange.res.statusMessage = reasonPhrase(message);
  exchange.send(
    status,
    [
      // uv compares the type for equality: no charset behind it.
      'content-type', wantsJson ? 'application/json' : 'text/plain; charset=utf-8',
      'content-length', Buffer.byteLength(body),
      'cache-control', 'no-store',
      'x-content-type-options', 'nosniff',
      'x-error-code', code,
      ...headers,
      ...(status === 401 ? ['www-authenticate', 'Basic realm="wheelhouse", charset="UTF-8"'] : []),
      ...(status === 503 && !headers.includes('retry-after') ? ['retry-after', RETRY_AFTER_SECONDS] : []),
    ], // prettier-ignore
    body,
  );
}

function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  if (isDatabaseBusy(error)) {
    return new RequestRefused('UNAVAILABLE', 'Too many writers are waiting. Try again in a moment.');
  }
  return null;
}

/**
 * 503 to installers, who take any other answer for "there is none" or give up, and never do to look elsewhere. Not to
 * uploaders, who would send everything again.
 */
function layerFailed(requestId: string): Refusal {
  return new RequestRefused(
    'UNAVAILABLE',
    `This index cannot be read right now. Try again in a moment, or tell the operator the request id ${requestId}.`,
  );
}

function isDisconnect(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    ['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'EPIPE'].includes(String(error.code))
  );
}

/** One line of Latin-1, as RFC 9112 wants it. */
function reasonPhrase(message: string): string {
  return message.replace(/[^\x20-\x7e\xa0-\xff]/g, '?').slice(0, REASON_CHARACTERS);
}
