// The part of autocannon 9 that the bench uses; the package ships no types.

declare module 'autocannon' {
  import type { EventEmitter } from 'node:events';

  interface Client {
    /** Collects what a response holds. */
    readonly pipelinedRequests: { addBody(data: Buffer): void };
  }

  interface Options {
    readonly url: string;
    readonly method?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
    readonly connections: number;
    /** Seconds. */
    readonly duration: number;
    /** Milliseconds between looks at whether the time is over. */
    readonly sampleInt?: number;
    readonly setupClient?: (client: Client) => void;
  }

  interface Result {
    readonly errors: number;
    readonly timeouts: number;
    readonly statusCodeStats: Readonly<Record<string, { readonly count: number }>>;
  }

  interface Run extends EventEmitter<{
    response: [client: Client, status: number, bytes: number, ms: number];
  }> {
    then: Promise<Result>['then'];
  }

  function autocannon(options: Options): Run;
  export { autocannon as default };
}
