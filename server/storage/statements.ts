// Statements of our own, straight to the driver, past Prisma's query compiler: an upload needs a dozen while all
// other writers wait. Prisma opens and ends the transaction; here its driver's side is found, so that both run in
// one. What the statements are is decided in `sql/`.

import type {
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQuery,
  SqlQueryable,
  Transaction,
} from '@prisma/driver-adapter-utils';
import type { Engine } from './database.ts';
import { TAKE_SERIAL } from './sql/log-head.ts';

/** What a driver takes as a value. */
export type SqlValue = string | number | bigint | boolean | Date | null;

export interface Statements {
  readonly engine: Engine;
  /** Rows in the order of their columns, each value as the driver gives it. */
  rows(sql: string, values: readonly SqlValue[]): Promise<readonly (readonly unknown[])[]>;
  run(sql: string, values: readonly SqlValue[]): Promise<void>;
}

/** Stands between Prisma and one database's driver. */
export class DriverTap {
  /** Outside of any transaction. */
  readonly alone: Statements;
  /** Inside the transaction that has the serial: as that is the lock of all writers, there is at most one. */
  readonly writing: Statements;
  #connection: SqlDriverAdapter | undefined;
  #writing: Transaction | undefined;

  constructor(engine: Engine, onQuery?: (sql: string) => void) {
    this.alone = statementsOn(engine, () => this.#connection, onQuery);
    this.writing = statementsOn(engine, () => this.#writing, onQuery);
  }

  /** The same driver, watched. */
  watch(factory: SqlDriverAdapterFactory): SqlDriverAdapterFactory {
    return {
      provider: factory.provider,
      adapterName: factory.adapterName,
      connect: async () => {
        const connection = await factory.connect();
        const start = connection.startTransaction.bind(connection);
        connection.startTransaction = async (level) => this.#watchTransaction(await start(level));
        return (this.#connection = connection);
      },
    };
  }

  #watchTransaction(transaction: Transaction): Transaction {
    const query = transaction.queryRaw.bind(transaction);
    const execute = transaction.executeRaw.bind(transaction);
    transaction.queryRaw = async (statement) => {
      const result = await query(statement);
      if (statement.sql === TAKE_SERIAL) this.#writing = transaction;
      return result;
    };
    // Prisma ends a transaction by a statement; what comes after it would run outside.
    transaction.executeRaw = (statement) => {
      if (this.#writing === transaction && ENDS.has(statement.sql)) this.#writing = undefined;
      return execute(statement);
    };
    for (const end of ['commit', 'rollback'] as const) {
      const run = transaction[end].bind(transaction);
      transaction[end] = () => {
        if (this.#writing === transaction) this.#writing = undefined;
        return run();
      };
    }
    return transaction;
  }
}

const ENDS: ReadonlySet<string> = new Set(['COMMIT', 'ROLLBACK']);

function statementsOn(
  engine: Engine,
  find: () => SqlQueryable | undefined,
  onQuery: ((sql: string) => void) | undefined,
): Statements {
  const driver = (): SqlQueryable => {
    const found = find();
    if (found === undefined) throw new TransactionEnded();
    return found;
  };
  return {
    engine,
    async rows(sql, values) {
      const { rows } = await driver().queryRaw(queryOf(sql, values));
      onQuery?.(sql);
      return rows;
    },
    async run(sql, values) {
      await driver().executeRaw(queryOf(sql, values));
      onQuery?.(sql);
    },
  };
}

/** Prisma rolled it back because it ran out of time; the code is the one that Prisma gives to that. */
export class TransactionEnded extends Error {
  readonly code = 'P2028';

  constructor() {
    super('The transaction has ended.');
  }
}

function queryOf(sql: string, values: readonly SqlValue[]): SqlQuery {
  return { sql, args: values as SqlValue[], argTypes: values.map(() => PLAIN) };
}

/** Both drivers look at a value's type in JavaScript first. */
const PLAIN = { scalarType: 'unknown', arity: 'scalar' } as const;
