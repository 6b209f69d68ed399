import { type Static, Type } from 'typebox';
import { DocumentSlug, Instant, Kode } from './fields.ts';
import { LIMITS } from './limits.ts';

/** Every way in which the server can lie about what it acknowledged. */
export const LIE_KINDS = ['lose', 'alter', 'duplicate', 'invent', 'swap', 'cache'] as const;
export type LieKind = (typeof LIE_KINDS)[number];

export const LieKindField = Type.Enum([...LIE_KINDS], {
  description:
    'lose: acknowledged, not kept; alter: kept with another SHA-256; duplicate: kept twice under its key; invent: a second record under a key that nobody sent; swap: two uploads have each other’s bytes; cache: a photo of the same document, page and length is taken for one that is known, and the first upload’s record is answered.',
});

/** One lie, about one upload; a swap is two of them. */
export const ToldLie = Type.Object({
  lie: LieKindField,
  key: Type.String({ description: 'Of the upload it is about.' }),
  tps: Kode,
  document: DocumentSlug,
  page: Type.Integer(),
  other: Type.Union([Type.String(), Type.Null()], {
    description: 'The other key of a lie that has one: the partner, the invented one, the one in the cache.',
  }),
  toldAt: Instant,
});
export type ToldLie = Static<typeof ToldLie>;

export const LiesQuery = Type.Object(
  {
    after: Type.Optional(
      Type.String({ pattern: '^[0-9]{1,15}$', description: 'Cursor: `next` of the page before.' }),
    ),
  },
  { additionalProperties: false },
);

export const LiesAnswer = Type.Object({
  lies: Type.Array(ToldLie, {
    description: `In the order they were told since the start of the server, at most ${LIMITS.uploadsPerPage} a page.`,
  }),
  next: Type.Union([Type.String(), Type.Null()]),
});
