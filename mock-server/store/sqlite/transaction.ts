import type { DatabaseSync } from 'node:sqlite';
import { SQLITE, sqliteCode } from './errors.ts';

/** Does work in one durable transaction: either all of it is on disk when this returns, or none of it ever is. */
export type Transaction = <Result>(work: () => Result) => Result | 'full' | 'failed';

/** @param database opened for writing and used by nobody else */
export function createTransaction(database: DatabaseSync): Transaction {
  const begin = database.prepare('BEGIN IMMEDIATE');
  const commit = database.prepare('COMMIT');

  return (work) => {
    try {
      begin.run();
      const result = work();
      commit.run();
      return result;
    } catch (error) {
      // SQLite may have rolled back by itself already.
      if (database.isTransaction) database.exec('ROLLBACK');
      return sqliteCode(error) === SQLITE.full ? 'full' : 'failed';
    }
  };
}
