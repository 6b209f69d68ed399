import type pg from 'pg';
import { ApiError } from '../../contract/api-error.ts';
import { type EventRow, type PageRow, toAnswer, toEvent, toPage, toUpload, type UploadRow } from '../rows.ts';
import type { StoredPage, StoreReader } from '../types.ts';
import { whileRecovering } from './connection.ts';
import { isConnectionLost } from './refused.ts';
import { SCHEMA } from './schema.ts';

/** Rows of one query of a walk through the whole table. */
const WALK = 10_000;

const PAGES = `SELECT document, page, count(*)::integer AS uploads,
    encode((array_agg(sha256 ORDER BY seq DESC))[1], 'hex') AS sha256,
    (array_agg(stored_at ORDER BY seq DESC))[1]::float8 AS stored_at
  FROM ${SCHEMA}.upload WHERE tps = $1 GROUP BY document, page ORDER BY document, page`;
const OF_RUN = `SELECT seq::float8 AS seq, key, tps, document, page, encode(sha256, 'hex') AS sha256,
    bytes::float8 AS bytes, stored_at::float8 AS stored_at
  FROM ${SCHEMA}.upload
  WHERE tps >= $1 AND tps < $1 || ':' AND run = $2 AND seq > $3 ORDER BY seq LIMIT $4`;
const EVERY_PAGE = `SELECT tps, document, page, count(*)::integer AS uploads,
    encode((array_agg(sha256 ORDER BY seq DESC))[1], 'hex') AS sha256
  FROM ${SCHEMA}.upload WHERE (tps, document, page) > ($1, $2, $3)
  GROUP BY tps, document, page ORDER BY tps, document, page LIMIT ${WALK}`;
const RECORD = `key, tps, document, page, encode(sha256, 'hex') AS sha256, bytes::float8 AS bytes,
    stored_at::float8 AS stored_at`;
const PHOTOS = `SELECT ${RECORD}, account FROM ${SCHEMA}.upload WHERE tps = $1 AND document = $2 ORDER BY seq`;
const BY_KEY = `SELECT ${RECORD} FROM ${SCHEMA}.upload WHERE key = ANY($1)`;
const DIGESTS = `SELECT seq::float8 AS seq, encode(sha256, 'hex') AS sha256 FROM ${SCHEMA}.upload
  WHERE seq > $1 ORDER BY seq LIMIT ${WALK}`;

const EVENT = 'id, subject, revision, kind, account, body, stored_at::float8 AS stored_at';

const EVENTS_OF = `SELECT ${EVENT} FROM ${SCHEMA}.event WHERE subject = $1 ORDER BY revision`;

const EVENTS = `SELECT seq::float8 AS seq, ${EVENT} FROM ${SCHEMA}.event WHERE seq > $1 ORDER BY seq LIMIT ${WALK}`;

/** The store's queries; a database that is away for a moment is waited for. @throws ApiError STORE_FAILED when it stays away */
export function createReader(pool: pg.Pool): StoreReader {
  async function read<Row extends pg.QueryResultRow>(name: string, text: string, values: unknown[]) {
    try {
      return (await whileRecovering(() => pool.query<Row>({ name, text, values }))).rows;
    } catch (error) {
      throw isConnectionLost(error) ? new ApiError('STORE_FAILED') : error;
    }
  }

  /** Every row of a query by `seq`, a part of the table at a time. */
  async function* walk<Row extends { seq: number }>(name: string, text: string): AsyncGenerator<Row> {
    for (let after = 0; ; ) {
      const rows = await read<Row>(name, text, [after]);
      yield* rows;
      const last = rows.at(-1);
      if (!last || rows.length < WALK) return;
      after = last.seq;
    }
  }

  return {
    pagesOf: async (kode) => (await read<PageRow>('pages', PAGES, [kode])).map(toPage),
    uploadsOf: async (run, scope, after, limit) => {
      const values = [scope, run, after, limit + 1];
      return toAnswer(await read<UploadRow & { seq: number }>('of-run', OF_RUN, values), limit);
    },
    storedPages: async function* () {
      let after: unknown[] = ['', '', 0];
      for (;;) {
        const rows = await read<StoredPage & pg.QueryResultRow>('every-page', EVERY_PAGE, after);
        yield* rows;
        const last = rows.at(-1);
        if (!last || rows.length < WALK) return;
        after = [last.tps, last.document, last.page];
      }
    },
    photosOf: async (kode, document) =>
      (await read<UploadRow & { account: string }>('photos', PHOTOS, [kode, document])).map((row) => ({
        ...toUpload(row),
        account: row.account,
      })),
    uploadsByKey: async (keys) => (await read<UploadRow>('by-key', BY_KEY, [keys])).map(toUpload),
    eventsOf: async (subject) => (await read<EventRow>('events-of', EVENTS_OF, [subject])).map(toEvent),
    events: async function* () {
      for await (const row of walk<EventRow & { seq: number }>('events', EVENTS)) yield toEvent(row);
    },
    storedDigests: async function* () {
      for await (const { sha256 } of walk<{ seq: number; sha256: string }>('digests', DIGESTS)) yield sha256;
    },
  };
}
