import { Type } from 'typebox';

/** Fields that several messages share. Path and query values are strings by nature, so whole numbers are patterns there. */
export const Kode = Type.String({
  pattern: '^[0-9]{13}$',
  description: 'TPS code: kelurahan (10 digits) and TPS number (3).',
  examples: ['1671011001001'],
});

export const DocumentSlug = Type.String({
  pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
  maxLength: 64,
  description: 'Document type of the plan.',
  examples: ['c-hasil-gubernur'],
});

export const PageNumber = Type.Integer({ minimum: 1, maximum: 999, description: '1-based page.' });

export const PageParameter = Type.String({ pattern: '^[1-9][0-9]{0,2}$', description: '1-based page.' });

export const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of the photo in hex.' });

export const Instant = Type.String({ format: 'date-time', description: "UTC, the server's clock." });

export const RunId = Type.String({
  pattern: '^[A-Za-z0-9_-]{1,100}$',
  description: 'The run: what stands before the first dot of an Idempotency-Key.',
});
