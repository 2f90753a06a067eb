// Remembers what was computed for a project's page or file, until the project or any index changes, or time alone
// changes it (STATE 13). One computation at a time for a key; one that began before a drop is never stored after it,
// nor joined by whoever comes after it. Bounded in bytes.

import { LRUCache } from 'lru-cache';
import { touches, type Commits } from '../../storage/commits.ts';

/** For a computation that learns only at its end of which project it told. */
export const UNKNOWN_PROJECT = Symbol('not known yet');

interface Known<Value> {
  readonly project: string;
  readonly value: Value;
  /** On the clock, in milliseconds; null while nothing but a change ends it. */
  readonly until: number | null;
}

interface Running<Value> {
  readonly project: string | typeof UNKNOWN_PROJECT;
  readonly promise: Promise<Value>;
  isOutdated: boolean;
}

const DROPS_ALL = [
  'PackageIndex',
  'IndexBase',
  'IndexGrant',
  'IndexRule',
  'NameReservation',
  'UpstreamGrant',
  'Mirror',
  'MirrorFileHost',
] as const;

export class Recall<Value extends object> {
  readonly #known: LRUCache<string, Known<Value>>;
  readonly #keysOf = new Map<string, Set<string>>();
  readonly #running = new Map<string, Running<Value>>();

  readonly #projectOf: (value: Value) => string | null;
  readonly #changesAt: (value: Value) => Date | null;
  readonly #clock: () => Date;

  constructor(
    { commits, clock }: { readonly commits: Commits; readonly clock: () => Date },
    options: {
      readonly maxBytes: number;
      readonly bytesOf: (value: Value) => number;
      /** The project whose change drops the value; null for a value that must not be remembered. */
      readonly projectOf: (value: Value) => string | null;
      /** The next moment at which time alone makes another value of it; null: never. */
      readonly changesAt: (value: Value) => Date | null;
    },
  ) {
    this.#projectOf = options.projectOf;
    this.#changesAt = options.changesAt;
    this.#clock = clock;
    this.#known = new LRUCache({
      maxSize: options.maxBytes,
      sizeCalculation: ({ value }, key) => options.bytesOf(value) + key.length + 200,
      dispose: ({ project }, key) => this.#forgetKey(project, key),
    });
    commits.listen((commit) => {
      if (touches(commit, DROPS_ALL)) this.dropAll();
      else for (const project of commit.projects) this.drop(project);
    });
  }

  /** Without a promise when it is remembered: the hot path of an installer. */
  get(
    key: string,
    project: Running<Value>['project'],
    compute: () => Promise<Value>,
  ): Value | Promise<Value> {
    const known = this.#known.get(key);
    if (known !== undefined && (known.until === null || known.until > this.#clock().getTime()))
      return known.value;
    const running = this.#running.get(key);
    if (running !== undefined) return running.promise;
    return this.#start(key, project, compute);
  }

  drop(project: string): void {
    for (const key of [...(this.#keysOf.get(project) ?? [])]) this.#known.delete(key);
    for (const [key, running] of this.#running) {
      if (running.project === project || running.project === UNKNOWN_PROJECT) this.#outdate(key, running);
    }
  }

  dropAll(): void {
    this.#known.clear();
    for (const [key, running] of this.#running) this.#outdate(key, running);
  }

  #start(key: string, project: Running<Value>['project'], compute: () => Promise<Value>): Promise<Value> {
    const promise = compute().then(
      (value) => {
        this.#end(key, running);
        if (!running.isOutdated) this.#store(key, value);
        return value;
      },
      (error: unknown) => {
        this.#end(key, running);
        throw error;
      },
    );
    const running: Running<Value> = { project, promise, isOutdated: false };
    this.#running.set(key, running);
    return promise;
  }

  #store(key: string, value: Value): void {
    const project = this.#projectOf(value);
    if (project === null) return;
    const until = this.#changesAt(value)?.getTime() ?? null;
    this.#known.set(key, { project, value, until });
    const keys = this.#keysOf.get(project);
    if (keys === undefined) this.#keysOf.set(project, new Set([key]));
    else keys.add(key);
  }

  #outdate(key: string, running: Running<Value>): void {
    running.isOutdated = true;
    this.#running.delete(key);
  }

  #end(key: string, running: Running<Value>): void {
    if (this.#running.get(key) === running) this.#running.delete(key);
  }

  #forgetKey(project: string, key: string): void {
    const keys = this.#keysOf.get(project);
    keys?.delete(key);
    if (keys?.size === 0) this.#keysOf.delete(project);
  }
}
