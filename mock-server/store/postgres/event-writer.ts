import type pg from 'pg';
import { toEvent } from '../rows.ts';
import type { AppendResult, NewEvent } from '../types.ts';
import { SCHEMA } from './schema.ts';

const INSERT = {
  name: 'insert-events',
  text: `INSERT INTO ${SCHEMA}.event (id, subject, revision, kind, account, body, stored_at)
    SELECT id, subject, revision, kind, account, body, $7
    FROM unnest($1::text[], $2::text[], $3::integer[], $4::text[], $5::text[], $6::text[])
      WITH ORDINALITY AS new (id, subject, revision, kind, account, body, place)
    ORDER BY place
    ON CONFLICT (subject, revision) DO NOTHING`,
};

const FIND = {
  name: 'find-events',
  text: `SELECT id, stored_at::float8 AS stored_at FROM ${SCHEMA}.event
    WHERE (subject, revision) IN (SELECT * FROM unnest($1::text[], $2::integer[]))`,
};

/**
 * Appends one batch: a single INSERT, and so a transaction of its own. An event that an attempt whose answer was lost has
 * stored is known by its id.
 * @throws pg's errors
 */
export async function appendBatch(
  client: pg.Client,
  events: readonly NewEvent[],
  now: number,
): Promise<AppendResult[]> {
  const column = <K extends keyof NewEvent>(name: K) => events.map((event) => event[name]);
  await client.query(INSERT, [
    column('id'),
    column('subject'),
    column('revision'),
    column('kind'),
    column('account'),
    events.map(({ body }) => JSON.stringify(body)),
    now,
  ]);
  return (await findEvents(client, events)).map((found) => found ?? { outcome: 'conflict', event: null });
}

/** Which of these events are stored; null where one is not. @throws pg's errors */
export async function findEvents(
  client: pg.Client,
  events: readonly NewEvent[],
): Promise<(AppendResult | null)[]> {
  const subjects = events.map(({ subject }) => subject);
  const revisions = events.map(({ revision }) => revision);
  const { rows } = await client.query<{ id: string; stored_at: number }>(FIND, [subjects, revisions]);
  const times = new Map(rows.map(({ id, stored_at }) => [id, stored_at]));
  return events.map((event) => {
    const time = times.get(event.id);
    if (time === undefined) return null;
    return {
      outcome: 'stored',
      event: toEvent({ ...event, body: JSON.stringify(event.body), stored_at: time }),
    };
  });
}
