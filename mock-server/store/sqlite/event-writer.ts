import type { DatabaseSync } from 'node:sqlite';
import { toEvent } from '../rows.ts';
import type { AppendResult, NewEvent } from '../types.ts';
import type { Transaction } from './transaction.ts';

/** Appends one batch in one transaction; returns a result for each event, in order. */
export function createEventWriter(
  database: DatabaseSync,
  transaction: Transaction,
): (events: readonly NewEvent[]) => AppendResult[] {
  const insert = database.prepare(
    `INSERT INTO event (id, subject, revision, kind, account, body, stored_at)
     VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (subject, revision) DO NOTHING`,
  );

  function append(event: NewEvent, now: number): AppendResult {
    const { id, subject, revision, kind, account } = event;
    const body = JSON.stringify(event.body);
    const { changes } = insert.run(id, subject, revision, kind, account, body, now);
    if (changes === 0) return { outcome: 'conflict', event: null };
    return { outcome: 'stored', event: toEvent({ ...event, body, stored_at: now }) };
  }

  return (events) => {
    const results = transaction(() => {
      const now = Date.now();
      return events.map((event) => append(event, now));
    });
    return typeof results === 'string' ? events.map(() => ({ outcome: results, event: null })) : results;
  };
}
