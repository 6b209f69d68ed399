import { Type } from 'typebox';
import { ElectionSlug, FieldId, Findings, StateOfPleno } from './pleno-fields.ts';

export const SumsParams = Type.Object({
  code: Type.String({
    pattern: '^[0-9]{4}([0-9]{2})?$',
    description: 'Kab/kota (4 digits) or kecamatan (6).',
    examples: ['1671'],
  }),
});

const TpsCount = Type.Object({
  due: Type.Integer({ minimum: 0, description: 'TPS at which the election is held.' }),
  saved: Type.Integer({ minimum: 0, description: 'Those of them that are in the sums.' }),
});

const Sums = Type.Record(FieldId, Type.Integer({ minimum: 0 }), { description: 'Sums by figure.' });

export const AreaSums = Type.Object({
  code: Type.String({ description: 'Kecamatan (6 digits) or kelurahan (10).' }),
  name: Type.String(),
  state: { ...StateOfPleno, description: 'Of the pleno of its kecamatan.' },
  tps: TpsCount,
  figures: Sums,
});

/** D.Hasil summed up over an area. */
export const SumsAnswer = Type.Object({
  code: Type.String(),
  complete: Type.Boolean({ description: 'Every pleno in it is finalised.' }),
  elections: Type.Array(
    Type.Object({
      election: ElectionSlug,
      tps: TpsCount,
      figures: Sums,
      findings: Findings,
      areas: Type.Array(AreaSums, { description: 'What lies directly below.' }),
    }),
  ),
});
