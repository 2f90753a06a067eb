// The one way to change replicated state (STATE 6, 7). The first statement takes the next serial and is
// the lock of all writers; after it every rule sees the last commit. Whatever is written leaves an
// after-image; a transaction that wrote none is rolled back and takes no serial.
// Nothing slow may happen inside: no network, no hashing of passwords, no parsing of archives.

import type { Prisma, PrismaClient } from './_generated/sqlite/client.ts';
import { afterImage, chainChange, type ChangeOperation, type Row } from './change-log.ts';
import type { LocalModel, ReplicatedModel } from './classes.ts';
import type { Commits } from './commits.ts';
import type { Database } from './database.ts';
import { findRows, type RowOf, type Wanted } from './sql/find-rows.ts';
import { insertRows, wholeRow } from './sql/insert-rows.ts';
import { setHeadHash, takeSerial } from './sql/log-head.ts';
import type { Statements } from './statements.ts';

/** How long a writer waits for its turn, and how long it may then take, in milliseconds. */
export const WRITER_LIMITS = { maxWait: 30_000, timeout: 30_000 } as const;

type Operations<Model extends Prisma.ModelName> = Prisma.TypeMap['model'][Model]['operations'];
type CreateData<Model extends Prisma.ModelName> = Extract<
  Operations<Model>['create']['args']['data'],
  { [Key in keyof RowOf<Model>]?: unknown }
>;
type UpdateData<Model extends Prisma.ModelName> = Partial<RowOf<Model>>;
type UniqueWhere<Model extends Prisma.ModelName> = Operations<Model>['findUniqueOrThrow']['args']['where'];

type ReadMethod =
  | 'findUnique'
  | 'findUniqueOrThrow'
  | 'findFirst'
  | 'findFirstOrThrow'
  | 'findMany'
  | 'count'
  | 'aggregate'
  | 'groupBy';

/** A client that finds and counts, and cannot write. */
export type ReadClient = {
  [Model in Uncapitalize<Prisma.ModelName>]: Pick<PrismaClient[Model], ReadMethod>;
};

/** Whole delegates of the models that no replica follows. */
export type LocalClient = Pick<Prisma.TransactionClient, Uncapitalize<LocalModel>>;

/** What a use case holds inside its transaction. */
export interface Write {
  /** The serial this change will have. */
  readonly serial: bigint;
  /** The moment of this change. */
  readonly at: Date;
  readonly read: ReadClient;
  readonly local: LocalClient;
  /** Rows whose columns equal these values, or one of them where a list is given; without the query compiler. */
  find<Model extends Prisma.ModelName>(model: Model, wanted: Wanted<Model>): Promise<RowOf<Model>[]>;
  create<Model extends ReplicatedModel>(model: Model, data: CreateData<Model>): Promise<RowOf<Model>>;
  /** Several rows in one statement. */
  createAll<Model extends ReplicatedModel>(
    model: Model,
    rows: readonly CreateData<Model>[],
  ): Promise<RowOf<Model>[]>;
  /** The same for rows that no replica follows, such as audit events. */
  addLocal<Model extends LocalModel>(model: Model, rows: readonly RowOf<Model>[]): Promise<void>;
  update<Model extends ReplicatedModel>(
    model: Model,
    where: UniqueWhere<Model>,
    data: UpdateData<Model>,
  ): Promise<RowOf<Model>>;
  remove<Model extends ReplicatedModel>(model: Model, where: UniqueWhere<Model>): Promise<void>;
  /** Says that pages of this project, in normalised form, changed. */
  touchProject(normalizedName: string): void;
}

export interface Committed<Result> {
  readonly result: Result;
  /** Of this change; of the last one when nothing changed. */
  readonly serial: bigint;
}

export interface Writer {
  readonly database: Database;
  readonly commits: Commits;
  readonly clock: () => Date;
}

/**
 * Runs `work` in a transaction with the next serial, tells the commit, then answers.
 * A refusal thrown by `work` rolls everything back.
 */
export async function transact<Result>(
  writer: Writer,
  work: (write: Write) => Promise<Result>,
): Promise<Committed<Result>> {
  try {
    const done = await writer.database.db.$transaction(
      async (tx) => attempt(tx, writer, work),
      WRITER_LIMITS,
    );
    writer.commits.tell(done.commit);
    return { result: done.result, serial: done.commit.serial };
  } catch (error) {
    if (error instanceof NothingChanged) return { result: error.result as Result, serial: error.headSerial };
    throw error;
  }
}

async function attempt<Result>(
  tx: Prisma.TransactionClient,
  { database, clock }: Writer,
  work: (write: Write) => Promise<Result>,
) {
  const head = await takeSerial(tx);
  const recorder = new Recorder(tx, database.writing, head.serial, clock());
  const result = await work(recorder);
  if (recorder.images.length === 0) throw new NothingChanged(result, head.serial - 1n);

  const parts = chainChange(
    { serial: head.serial, epoch: head.epoch, previousHash: head.hash, committedAt: recorder.at },
    recorder.images,
  );
  await recorder.addLocal('Change', parts);
  await setHeadHash(database.writing, parts.at(-1)!.hash);
  return { result, commit: { serial: head.serial, models: recorder.models, projects: recorder.projects } };
}

class NothingChanged extends Error {
  constructor(
    readonly result: unknown,
    readonly headSerial: bigint,
  ) {
    super('Nothing changed.');
  }
}

/** The few methods of a Prisma delegate that the recorder drives, whatever the model. */
interface Delegate {
  update(args: { where: unknown; data: unknown }): Promise<Row>;
  delete(args: { where: unknown }): Promise<Row>;
}

class Recorder implements Write {
  readonly images: string[] = [];
  readonly models = new Set<ReplicatedModel>();
  readonly projects = new Set<string>();
  readonly read: ReadClient;
  readonly local: LocalClient;
  readonly #tx: Prisma.TransactionClient;
  readonly #writing: Statements;

  constructor(
    tx: Prisma.TransactionClient,
    writing: Statements,
    readonly serial: bigint,
    readonly at: Date,
  ) {
    this.#tx = tx;
    this.#writing = writing;
    this.read = tx;
    this.local = tx;
  }

  find<Model extends Prisma.ModelName>(model: Model, wanted: Wanted<Model>): Promise<RowOf<Model>[]> {
    return findRows(this.#writing, model, wanted);
  }

  async create<Model extends ReplicatedModel>(model: Model, data: CreateData<Model>): Promise<RowOf<Model>> {
    return (await this.createAll(model, [data]))[0]!;
  }

  async createAll<Model extends ReplicatedModel>(
    model: Model,
    rows: readonly CreateData<Model>[],
  ): Promise<RowOf<Model>[]> {
    if (rows.length === 0) return [];
    const whole = rows.map((row) => wholeRow(model, row as Row));
    await insertRows(this.#writing, model, whole);
    return whole.map((row) => this.#record(model, 'put', row));
  }

  async addLocal<Model extends LocalModel>(model: Model, rows: readonly RowOf<Model>[]): Promise<void> {
    await insertRows(this.#writing, model, rows);
  }

  async update<Model extends ReplicatedModel>(
    model: Model,
    where: UniqueWhere<Model>,
    data: UpdateData<Model>,
  ): Promise<RowOf<Model>> {
    return this.#record(model, 'put', await this.#delegate(model).update({ where, data }));
  }

  async remove<Model extends ReplicatedModel>(model: Model, where: UniqueWhere<Model>): Promise<void> {
    this.#record(model, 'delete', await this.#delegate(model).delete({ where }));
  }

  touchProject(normalizedName: string): void {
    this.projects.add(normalizedName);
  }

  #delegate(model: ReplicatedModel): Delegate {
    const key = (model.charAt(0).toLowerCase() + model.slice(1)) as Uncapitalize<ReplicatedModel>;
    return this.#tx[key];
  }

  #record<Model extends ReplicatedModel>(model: Model, operation: ChangeOperation, row: Row): RowOf<Model> {
    this.images.push(afterImage(model, operation, row));
    this.models.add(model);
    return row as RowOf<Model>;
  }
}
