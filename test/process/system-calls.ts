// What a process asked of the system, as strace recorded it, call by call with the paths of its files.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { canRun } from './launch.ts';

export interface SystemCall {
  readonly name: string;
  /** As strace writes them: `12</srv/wheels/lock>, "text"..., 4`. */
  readonly text: string;
  /** Places in the order of everything that was recorded; between them the call was under way. */
  readonly begun: number;
  readonly ended: number;
}

/** Whether calls can be recorded here; where they cannot the run says so, and in a CI that installs strace it fails. */
export function canTrace(): boolean {
  if (process.platform === 'linux' && canRun('strace', '-f', '-o', '/dev/null', 'true')) return true;
  const installs = readFileSync(fileURLToPath(new URL('../../.ci/run', import.meta.url)), 'utf8').includes(
    'strace',
  );
  if (process.env.CI !== undefined && installs)
    throw new Error('strace is missing, or may not trace processes here.');
  console.warn(
    'SKIPPED: the order of system calls, because there is no strace that may trace processes here.',
  );
  return false;
}

const RECORDED = 'write,writev,pwrite64,pwritev,fsync,fdatasync,mkdir,mkdirat,rename,renameat,renameat2';

/** What to run Node through. The process stays our child: whoever waits for it, waits for the record too. */
export function recordingTo(file: string): string[] {
  return ['strace', '-D', '-f', '-y', '-s', '160', '-o', file, '-e', `trace=${RECORDED}`, '--'];
}

/** What to run Node through so that it is killed in place of its first call of one of these names on the path. */
export function killedAt(names: string, path: string): string[] {
  const inject = `inject=${names}:signal=SIGKILL:when=1`;
  return ['strace', '-D', '-f', '-o', '/dev/null', '-P', path, '-e', `trace=${names}`, '-e', inject, '--'];
}

export function readCalls(file: string): SystemCall[] {
  const calls: SystemCall[] = [];
  const unfinished = new Map<string, { name: string; text: string; begun: number }>();
  readFileSync(file, 'utf8')
    .split('\n')
    .forEach((line, place) => {
      const [, thread = '', rest = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
      const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest);
      const begun = resumed === null ? /^(\w+)\((.*)$/.exec(rest) : null;
      if (resumed !== null) {
        const call = unfinished.get(thread);
        if (call !== undefined) calls.push({ ...call, text: call.text + resumed[1]!, ended: place });
        unfinished.delete(thread);
      } else if (begun !== null) {
        const [, name = '', text = ''] = begun;
        if (text.endsWith('<unfinished ...>')) {
          unfinished.set(thread, { name, text: text.slice(0, -'<unfinished ...>'.length), begun: place });
        } else {
          calls.push({ name, text, begun: place, ended: place });
        }
      }
    });
  return calls;
}
