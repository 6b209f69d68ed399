import { type Static, Type } from 'typebox';
import { DocumentSlug, Instant, Kode, PageNumber, PageParameter, RunId, Sha256 } from './fields.ts';
import { LIMITS } from './limits.ts';

export const UploadParams = Type.Object({ kode: Kode, type: DocumentSlug, page: PageParameter });
export type UploadParams = Static<typeof UploadParams>;

/** The record of one stored upload: the acknowledgement and the read-back say the same. */
export const StoredUpload = Type.Object({
  key: Type.String({ description: 'The Idempotency-Key of the upload.' }),
  tps: Kode,
  document: DocumentSlug,
  page: PageNumber,
  sha256: Sha256,
  bytes: Type.Integer({ minimum: 1, description: 'Bytes of the photo.' }),
  storedAt: Instant,
});
export type StoredUpload = Static<typeof StoredUpload>;

/** For the documentation only: the body is streamed, never validated as a whole. */
export const UploadBody = Type.Object({
  photo: Type.String({
    contentMediaType: 'image/jpeg',
    format: 'binary',
    description: `A whole JPEG, or a whole PDF of the scanned page, of at most ${LIMITS.photoBytes} bytes.`,
  }),
});

export const ReadbackQuery = Type.Object(
  {
    run: RunId,
    after: Type.Optional(
      Type.String({ pattern: '^[0-9]{1,15}$', description: 'Cursor: `next` of the page before.' }),
    ),
    limit: Type.Optional(
      Type.String({
        pattern: '^([1-9][0-9]{0,2}|[1-4][0-9]{3}|5000)$',
        description: `1 to ${LIMITS.uploadsPerPage}, the default.`,
      }),
    ),
  },
  { additionalProperties: false },
);
export type ReadbackQuery = Static<typeof ReadbackQuery>;

export const ReadbackAnswer = Type.Object({
  uploads: Type.Array(StoredUpload),
  next: Type.Union([Type.String(), Type.Null()], {
    description: 'Cursor of the next page, null after the last.',
  }),
});
export type ReadbackAnswer = Static<typeof ReadbackAnswer>;
