// One SQLite connection behind Prisma, in turns: whoever has the transaction has the connection. The stock
// adapter takes its mutex for transactions alone, so that a statement from elsewhere runs inside the open one,
// reads what is not committed, and is lost when that one rolls back.
// Who opens which connection, and with which transaction limits, is decided in `database.ts`.
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import {
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlDriverAdapterFactory,
  type SqlQuery,
  type Transaction,
} from '@prisma/driver-adapter-utils';

/** What a connection is for: `write` begins transactions with the write lock, `read` refuses to write. */
export type SqliteConnectionUse = 'write' | 'read';

/** How long a statement waits for another process that holds the file's lock, in milliseconds. */
const busyTimeoutMs = 5_000;

/** What the SQLite of better-sqlite3 is compiled for, and PostgreSQL takes as well; Prisma would assume 999. */
const maxBindValues = 32_766;

/**
 * A Prisma driver adapter factory with one connection to `file`, whose statements and transactions wait for
 * each other in the order they came. Inside a transaction's callback use its own handle only: the outer client
 * would wait for the transaction it is called from, until that one times out.
 */
export function sqliteInTurns(file: string, use: SqliteConnectionUse): SqlDriverAdapterFactory {
  const stock = new PrismaBetterSqlite3({ url: file, timeout: busyTimeoutMs });
  return {
    provider: stock.provider,
    adapterName: stock.adapterName,
    async connect() {
      const connection = await stock.connect();
      await connection.executeScript(connectionPragmas[use]);
      return inTurns(connection, use);
    },
  };
}

const connectionPragmas: Record<SqliteConnectionUse, string> = {
  write: 'PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;',
  read: 'PRAGMA query_only = ON;',
};

function inTurns(connection: SqlDriverAdapter, use: SqliteConnectionUse): SqlDriverAdapter {
  const takeTurn = createTurns();
  const alone = async <T>(work: () => Promise<T>): Promise<T> => {
    const endTurn = await takeTurn();
    try {
      return await work();
    } finally {
      endTurn();
    }
  };
  return {
    provider: connection.provider,
    adapterName: connection.adapterName,
    queryRaw: (query) => alone(() => connection.queryRaw(query)),
    executeRaw: (query) => alone(() => connection.executeRaw(query)),
    executeScript: (script) => alone(() => connection.executeScript(script)),
    getConnectionInfo: () => ({ maxBindValues, supportsRelationJoins: false }),
    dispose: () => alone(() => connection.dispose()),
    async startTransaction(isolationLevel) {
      if (isolationLevel !== undefined && isolationLevel !== 'SERIALIZABLE') {
        throw new DriverAdapterError({ kind: 'InvalidIsolationLevel', level: isolationLevel });
      }
      const endTurn = await takeTurn();
      try {
        // IMMEDIATE: a transaction that reads first must not find at its first write that the file moved on.
        await connection.executeRaw(statement(use === 'write' ? 'BEGIN IMMEDIATE' : 'BEGIN'));
      } catch (error) {
        endTurn();
        throw error;
      }
      return transactionOf(connection, endTurn);
    },
  };
}

/** Prisma sends COMMIT or ROLLBACK as statements, and calls the method of that name afterwards. */
function transactionOf(connection: SqlDriverAdapter, endTurn: () => void): Transaction {
  let ended = false;
  const end = () => {
    ended = true;
    endTurn();
  };
  // A query plan may still be sending statements when its transaction times out; by then the connection
  // belongs to somebody else.
  const whileOpen = async <T>(work: () => Promise<T>): Promise<T> => {
    if (ended) throw new DriverAdapterError({ kind: 'TransactionAlreadyClosed', cause: 'it has ended' });
    return work();
  };
  const execute = async (sql: string) => {
    await whileOpen(() => connection.executeRaw(statement(sql)));
  };
  return {
    provider: connection.provider,
    adapterName: connection.adapterName,
    options: { usePhantomQuery: false },
    queryRaw: (query) => whileOpen(() => connection.queryRaw(query)),
    executeRaw: (query) => whileOpen(() => connection.executeRaw(query)),
    createSavepoint: (name) => execute(`SAVEPOINT ${name}`),
    rollbackToSavepoint: (name) => execute(`ROLLBACK TO ${name}`),
    releaseSavepoint: (name) => execute(`RELEASE SAVEPOINT ${name}`),
    commit() {
      end();
      return Promise.resolve();
    },
    async rollback() {
      // After a COMMIT that failed Prisma sends no ROLLBACK, and SQLite keeps the transaction open.
      try {
        await execute('ROLLBACK');
      } catch {
        // It was rolled back already.
      }
      end();
    },
  };
}

/** Hands out turns one after the other; each call resolves to the function that ends its turn. */
function createTurns(): () => Promise<() => void> {
  let lastTurn = Promise.resolve();
  return async () => {
    const turnBefore = lastTurn;
    let endTurn = () => {};
    lastTurn = new Promise((resolve) => (endTurn = resolve));
    await turnBefore;
    return endTurn;
  };
}

function statement(sql: string): SqlQuery {
  return { sql, args: [], argTypes: [] };
}
