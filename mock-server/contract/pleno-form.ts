import { type Static, Type } from 'typebox';
import { DocumentSlug, Instant, Kode, PageNumber, Sha256 } from './fields.ts';
import {
  ElectionSlug,
  FieldId,
  Findings,
  FormRevision,
  KecamatanCode,
  PlenoFigure,
  PlenoReason,
  Username,
} from './pleno-fields.ts';

const Known = Type.Union([Type.Integer({ minimum: 0 }), Type.Null()]);

export const PlenoFormParams = Type.Object({
  kecamatan: KecamatanCode,
  kode: Kode,
  election: ElectionSlug,
});
export type PlenoFormParams = Static<typeof PlenoFormParams>;

/** One election at one TPS: photo, reading, what the KPPS confirmed, and D.Hasil, side by side. */
export const PlenoForm = Type.Object({
  tps: Kode,
  election: ElectionSlug,
  photos: Type.Array(
    Type.Object({ document: DocumentSlug, page: PageNumber, sha256: Sha256, storedAt: Instant }),
    { description: 'The newest upload of each page of C.Hasil.' },
  ),
  cHasil: Type.Object({
    source: Type.Enum(['none', 'reading', 'kpps'], {
      description: 'Where its figures come from: nowhere yet, the machine, or the KPPS.',
    }),
    revision: Type.Integer({ minimum: 0, description: 'Decisions of the KPPS about it.' }),
    confirmedAt: Type.Union([Instant, Type.Null()]),
    findings: Findings,
  }),
  dHasil: Type.Union([
    Type.Object({
      revision: FormRevision,
      savedBy: Username,
      savedAt: Instant,
      source: Type.Enum(['none', 'reading', 'kpps', 'file'], {
        description: 'What it was taken over from; file: an offline kecamatan’s.',
      }),
      note: Type.Union([Type.String(), Type.Null()], {
        description: 'Why figures that do not add up stand so.',
      }),
      cHasilChangedSince: Type.Boolean(),
      findings: Findings,
    }),
    Type.Null(),
  ]),
  figures: Type.Array(
    Type.Object({
      field: FieldId,
      reading: Known,
      confirmed: Known,
      dHasil: Known,
      differs: Type.Boolean({ description: 'Two of the three are known and not the same.' }),
      reason: Type.Union([Type.String(), Type.Null()], { description: 'Why D.Hasil has another figure.' }),
    }),
  ),
});

export const SaveRequest = Type.Object(
  {
    revision: FormRevision,
    figures: Type.Optional(
      Type.Record(FieldId, PlenoFigure, {
        additionalProperties: false,
        maxProperties: 200,
        description:
          'D.Hasil, as far as it is another than C.Hasil as the KPPS confirmed it or, before that, as it was read. What is left out is taken over.',
      }),
    ),
    reason: Type.Optional({
      ...PlenoReason,
      description: 'Why: for each figure without a reason of its own, and for figures that do not add up.',
    }),
    reasons: Type.Optional(
      Type.Record(FieldId, PlenoReason, { additionalProperties: false, maxProperties: 200 }),
    ),
  },
  {
    additionalProperties: false,
    examples: [
      { revision: 0 },
      { revision: 1, figures: { 'votes.1': 105 }, reason: 'Salah baca: 905 adalah 105' },
    ],
  },
);
export type SaveRequest = Static<typeof SaveRequest>;
