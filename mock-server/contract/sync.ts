import { type Static, Type } from 'typebox';
import { Instant, Sha256 } from './fields.ts';
import { KEY_MAX_LENGTH } from './idempotency-key.ts';
import { LIMITS } from './limits.ts';
import { StoredUpload } from './upload.ts';

const strict = { additionalProperties: false } as const;

/** What a phone holds that was offline, or whose link broke. */
export const SyncManifest = Type.Object(
  {
    items: Type.Array(
      Type.Object(
        {
          key: Type.String({
            minLength: 1,
            maxLength: KEY_MAX_LENGTH,
            description: 'The Idempotency-Key under which the photo is uploaded.',
          }),
          sha256: Sha256,
          bytes: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
        },
        strict,
      ),
      { minItems: 1, maxItems: LIMITS.syncItems },
    ),
  },
  strict,
);
export type SyncManifest = Static<typeof SyncManifest>;

export const SyncState = Type.Enum(['stored', 'wanted', 'conflict', 'refused'], {
  description:
    'stored: durable here, with these bytes. wanted: not here, send it. conflict: the key holds other bytes. refused: it cannot be sent; `code` says why.',
});

const Code = Type.Union([Type.String(), Type.Null()], {
  description: 'Of the table of error codes; null where nothing is wrong.',
});

export const SyncAnswer = Type.Object({
  items: Type.Array(
    Type.Object({
      key: Type.String(),
      state: SyncState,
      code: Code,
      storedAt: Type.Union([Instant, Type.Null()], { description: 'Null where it is not stored.' }),
    }),
    { description: 'In the order of the manifest.' },
  ),
});
export type SyncAnswer = Static<typeof SyncAnswer>;

export const BatchAnswer = Type.Object({
  parts: Type.Array(
    Type.Object({
      key: Type.Union([Type.String(), Type.Null()], { description: 'The name of the part.' }),
      status: Type.Integer({ description: 'As the single upload would have been answered, e.g. 201.' }),
      code: Code,
      message: Type.Union([Type.String(), Type.Null()]),
      upload: Type.Union([StoredUpload, Type.Null()], {
        description: 'What is stored, where status is 200 or 201.',
      }),
    }),
    { description: 'In the order of the parts.' },
  ),
});
export type BatchAnswer = Static<typeof BatchAnswer>;

/** For the documentation only: the body is streamed. */
export const BatchBody = Type.Record(
  Type.String({ description: 'Idempotency-Key' }),
  Type.String({
    contentMediaType: 'image/jpeg',
    format: 'binary',
    description: `A photo as in the single upload; the part may carry X-Content-SHA256 and Content-Type.`,
  }),
  {
    description: `At most ${LIMITS.batchParts} file parts and ${LIMITS.batchBytes} bytes, each part named by its key.`,
  },
);
