// The structured log: one line of JSON for each request and each thing an operator wants to know. Bodies, query
// strings and headers are never logged; should one slip in, the names below are struck out.

import pino, { type Logger } from 'pino';
import type { Settings } from './config.ts';

export type Log = Logger;

const REDACTED = [
  'authorization',
  'cookie',
  'password',
  'secret',
  'token',
  'plaintext',
  'bearer',
  'set-cookie',
];

/** What is told of a request, and nothing else is. */
export interface RequestLine {
  readonly requestId: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** From the head of the request to the end of the answer, in milliseconds. */
  readonly ms: number;
  /** Null when it was not known. */
  readonly address: string | null;
  /** Absent for anonymous callers. */
  readonly user?: string | undefined;
  /** The public part of a token. */
  readonly credential?: string | undefined;
  /** Of the refusals that the answer holds; absent when it holds none. */
  readonly codes?: readonly string[] | undefined;
  /** False when the client left before its answer's end. */
  readonly isComplete: boolean;
}

export type TellRequest = (line: RequestLine) => void;

export interface Logs {
  /** For what happens: whatever is handed to it, the names above are struck out. */
  readonly log: Log;
  /** For the one line of each request. */
  readonly tellRequest: TellRequest;
  /** Writes what is pending, and ends the gathering. */
  readonly flush: () => void;
}

/** Lines are gathered and written in portions, on standard error. */
export function createLog(level: Settings['logLevel']): Logs {
  const destination = pino.destination({ dest: 2, sync: false, minLength: 12 * 1024 });
  const timestamp = isoTime();
  const paths = REDACTED.flatMap((name) => [`["${name}"]`, `*["${name}"]`]);
  const log = pino(
    {
      level,
      base: undefined,
      timestamp,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths, censor: '[redacted]' },
    },
    destination,
  );
  const timer = setInterval(() => destination.flush(), 500);
  timer.unref();
  return {
    log,
    tellRequest: log.isLevelEnabled('info')
      ? (line) => destination.write(requestText(timestamp(), line))
      : () => undefined,
    flush() {
      clearInterval(timer);
      destination.flushSync();
    },
  };
}

/** Put together by hand: a general serialiser costs a tenth of a warm page. Only the path may need escapes. */
function requestText(time: string, line: RequestLine): string {
  const address = line.address === null ? '' : `,"address":"${line.address}"`;
  const user = line.user === undefined ? '' : `,"user":"${line.user}"`;
  const credential = line.credential === undefined ? '' : `,"credential":"${line.credential}"`;
  const codes = line.codes === undefined ? '' : `,"codes":${JSON.stringify(line.codes)}`;
  return (
    `{"level":"info"${time},"requestId":"${line.requestId}","method":"${line.method}",` +
    `"path":${JSON.stringify(line.path)},"status":${line.status},"ms":${line.ms}` +
    `${address}${user}${credential}${codes}${line.isComplete ? '' : ',"isComplete":false'}}\n`
  );
}

/** RFC 3339 in UTC; the text of a second is made once. */
function isoTime(): () => string {
  let second = -1;
  let text = '';
  return () => {
    const now = Date.now();
    const currentSecond = Math.floor(now / 1000);
    if (currentSecond !== second) {
      second = currentSecond;
      text = `,"time":"${new Date(second * 1000).toISOString().slice(0, 20)}`;
    }
    return `${text}${String(now % 1000).padStart(3, '0')}Z"`;
  };
}
