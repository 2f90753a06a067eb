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

/** Lines are gathered and written in portions; `flush` writes what is pending. */
export function createLog(level: Settings['logLevel']): { log: Log; flush: () => void } {
  const destination = pino.destination({ dest: 2, sync: false, minLength: 4096 });
  const log = pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: REDACTED.flatMap((name) => [`["${name}"]`, `*["${name}"]`]), censor: '[redacted]' },
    },
    destination,
  );
  const timer = setInterval(() => destination.flush(), 500);
  timer.unref();
  return {
    log,
    flush() {
      clearInterval(timer);
      destination.flushSync();
    },
  };
}
