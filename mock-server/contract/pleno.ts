import { type Static, Type } from 'typebox';
import { Instant, Kode, Sha256 } from './fields.ts';
import {
  ElectionSlug,
  FieldId,
  FormRevision,
  KecamatanCode,
  PlenoReason,
  StateOfPleno,
  Username,
} from './pleno-fields.ts';

const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);

export const PlenoParams = Type.Object({ kecamatan: KecamatanCode });
export type PlenoParams = Static<typeof PlenoParams>;

const Act = Type.Object({ by: Username, at: Instant });

const count = Type.Integer({ minimum: 0 });

/** How far the plenary of a kecamatan is. */
export const PlenoStatus = Type.Object({
  kecamatan: KecamatanCode,
  name: Type.String(),
  state: StateOfPleno,
  revision: Type.Integer({ minimum: 0, description: 'Events so far; see its history.' }),
  opened: nullable(Act),
  finalised: nullable(Act),
  published: nullable(Act),
  document: nullable(
    Type.Object({ by: Username, at: Instant, sha256: Sha256, bytes: Type.Integer({ minimum: 1 }) }),
  ),
  elections: Type.Array(
    Type.Object({
      election: ElectionSlug,
      tps: Type.Object({ due: count, saved: count, corrected: count }),
    }),
  ),
});
export type PlenoStatus = Static<typeof PlenoStatus>;

export const ReopenRequest = Type.Object({ reason: PlenoReason }, { additionalProperties: false });
export type ReopenRequest = Static<typeof ReopenRequest>;

export const PlenoTpsAnswer = Type.Object({
  tps: Type.Array(
    Type.Object({
      kode: Kode,
      forms: Type.Array(
        Type.Object({
          election: ElectionSlug,
          cHasil: Type.Object({
            source: Type.Enum(['none', 'reading', 'kpps']),
            confirmedAt: nullable(Instant),
          }),
          revision: FormRevision,
          savedBy: nullable(Username),
          savedAt: nullable(Instant),
          corrections: Type.Integer({ minimum: 0, description: 'Figures that were corrected.' }),
          cHasilChangedSince: Type.Boolean({
            description: 'The KPPS have decided again since it was saved.',
          }),
        }),
      ),
    }),
  ),
});
export type PlenoTpsAnswer = Static<typeof PlenoTpsAnswer>;

export const HistoryQuery = Type.Object(
  {
    after: Type.Optional(
      Type.String({ pattern: '^[0-9]{1,9}$', description: 'Revision: `next` of the page before.' }),
    ),
  },
  { additionalProperties: false },
);
export type HistoryQuery = Static<typeof HistoryQuery>;

/** A figure that a save changed. */
export const FigureChange = Type.Object({
  field: FieldId,
  from: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()], {
    description: 'Of the save before; of a first save what was known of C.Hasil.',
  }),
  to: Type.Integer({ minimum: 0 }),
  reason: nullable(Type.String()),
});

export const HistoryAnswer = Type.Object({
  events: Type.Array(
    Type.Object({
      revision: Type.Integer({ minimum: 1, description: 'Of the pleno.' }),
      kind: Type.Enum(['opened', 'saved', 'imported', 'finalised', 'reopened', 'document', 'published']),
      by: Username,
      at: Instant,
      tps: Type.Optional(Kode),
      election: Type.Optional(ElectionSlug),
      figures: Type.Optional(Type.Array(FigureChange, { description: 'saved: what it changed.' })),
      reason: Type.Optional(
        Type.String({ description: 'reopened: why; saved: why figures that do not add up stand so.' }),
      ),
      sha256: Type.Optional({ ...Sha256, description: 'Of the file or PDF.' }),
      closedBy: Type.Optional({ ...Username, description: 'imported: who closed the pleno, says the file.' }),
      forms: Type.Optional(Type.Integer({ minimum: 0, description: 'imported: forms that were taken in.' })),
      corrections: Type.Optional(Type.Integer({ minimum: 0, description: 'imported: figures corrected.' })),
      sums: Type.Optional(
        Type.Record(ElectionSlug, Type.Array(Type.Integer({ minimum: 0 })), {
          description: 'finalised: the sums by election, in the order of the form.',
        }),
      ),
    }),
  ),
  next: nullable(Type.String()),
});
export type HistoryAnswer = Static<typeof HistoryAnswer>;
