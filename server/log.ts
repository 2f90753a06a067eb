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

export interface Logs {
  /** For what happens: whatever is handed to it, the names above are struck out. */
  readonly log: Log;
  /** For the one line of each request, whose fields are few and fixed: nothing is searched in them. */
  readonly requestLog: Log;
  /** Writes what is pending, and ends the gathering. */
  readonly flush: () => void;
}

/** Lines are gathered and written in portions, on standard error. */
export function createLog(level: Settings['logLevel']): Logs {
  const destination = pino.destination({ dest: 2, sync: false, minLength: 4096 });
  const options = {
    level,
    base: undefined,
    timestamp: isoTime(),
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const paths = REDACTED.flatMap((name) => [`["${name}"]`, `*["${name}"]`]);
  const timer = setInterval(() => destination.flush(), 500);
  timer.unref();
  return {
    log: pino({ ...options, redact: { paths, censor: '[redacted]' } }, destination),
    requestLog: pino(options, destination),
    flush() {
      clearInterval(timer);
      destination.flushSync();
    },
  };
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
