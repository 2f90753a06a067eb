// What the system says of a running process: resident memory and processor time. Linux tells it cheaply below
// /proc; elsewhere `ps` knows the memory, and the processor time is left out.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const SAMPLE_MS = 50;
const MS_PER_TICK = 10; // USER_HZ is 100 on every Linux that Node.js runs on

export function residentMiB(pid: number): number {
  const status = `/proc/${pid}/status`;
  const kibibytes = existsSync(status)
    ? /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8'))?.[1]
    : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Number(kibibytes) / 1024;
}

/** Samples the memory from now on. Returns what ends it and tells by how many MiB it grew at most. */
export function watchGrowth(pid: number): () => number {
  const before = residentMiB(pid);
  let most = before;
  const look = () => (most = Math.max(most, residentMiB(pid)));
  const timer = setInterval(look, SAMPLE_MS);
  return () => {
    clearInterval(timer);
    look();
    return most - before;
  };
}

/** Counts from now on. Returns the share of one processor that the process has used since; null when unknown. */
export function watchProcessor(pid: number): () => number | null {
  const before = processorMs(pid);
  const began = performance.now();
  return () => {
    const after = processorMs(pid);
    return before === null || after === null ? null : (after - before) / (performance.now() - began);
  };
}

function processorMs(pid: number): number | null {
  const stat = `/proc/${pid}/stat`;
  if (!existsSync(stat)) return null;
  // The second field is the command in parentheses, which may hold spaces; utime and stime are fields 14 and 15.
  const fields = readFileSync(stat, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK;
}
