// A module of this folder as a process of its own, whose functions are called over the channel between parent and
// child. Decides nothing about what is measured; a child ends when its parent is gone, however that happened.

import { fork } from 'node:child_process';
import { once } from 'node:events';

/** What a process answers to: functions of one argument, by name. */
type Calls = Record<string, (argument: never) => unknown>;

interface Call {
  readonly id: number;
  readonly name: string;
  readonly argument: unknown;
}

interface Answer {
  readonly id: number;
  readonly value?: unknown;
  readonly failure?: string;
}

export interface RunningProcess<C extends Calls> {
  readonly pid: number;
  call<N extends keyof C & string>(
    name: N,
    argument: Parameters<C[N]>[0],
  ): Promise<Awaited<ReturnType<C[N]>>>;
  /** Lets go of the process and waits until it has ended. */
  end(): Promise<void>;
}

/** @param module The file name of a module of this folder that calls `answerCalls`. */
export function startProcess<C extends Calls>(module: string): RunningProcess<C> {
  const child = fork(new URL(module, import.meta.url), { serialization: 'advanced' });
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const exited = once(child, 'exit');
  let calls = 0;

  child.on('message', (message) => {
    const answer = message as Answer;
    const caller = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.failure === undefined) caller?.resolve(answer.value);
    else caller?.reject(new Error(answer.failure));
  });
  child.on('exit', (code, signal) => {
    for (const caller of waiting.values()) {
      caller.reject(new Error(`The process of ${module} ended early (${String(signal ?? code)}).`));
    }
    waiting.clear();
  });

  return {
    pid: child.pid ?? 0,
    call: (name, argument) =>
      new Promise((resolve, reject) => {
        const call: Call = { id: ++calls, name, argument };
        waiting.set(call.id, { resolve, reject });
        child.send(call);
      }),
    async end() {
      if (child.connected) child.disconnect();
      await exited;
    },
  };
}

/** The child's side. @param abandoned Runs when the parent has let go; the process ends after it. */
export function answerCalls(calls: Calls, abandoned: () => Promise<void> = async () => {}): void {
  process.on(
    'message',
    (message) => void answer(calls as Record<string, (argument: unknown) => unknown>, message as Call),
  );
  process.on('disconnect', () => void abandoned().finally(() => process.exit()));
}

async function answer(calls: Record<string, (argument: unknown) => unknown>, call: Call): Promise<void> {
  const reply: Answer = await Promise.resolve()
    .then(() => calls[call.name]?.(call.argument))
    .then(
      (value) => ({ id: call.id, value }),
      (error: unknown) => ({ id: call.id, failure: error instanceof Error ? error.message : String(error) }),
    );
  if (process.connected) process.send?.(reply);
}
