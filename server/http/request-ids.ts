// What a request is known by in its answer, in the log and in the audit trail.

import { randomBytes } from 'node:crypto';

/** Unique across restarts and nodes, and cheap: a random beginning and a counter. */
export function requestIds(): () => string {
  const beginning = randomBytes(6).toString('hex');
  let count = 0;
  return () => {
    count += 1;
    return `${beginning}-${count.toString(36)}`;
  };
}
