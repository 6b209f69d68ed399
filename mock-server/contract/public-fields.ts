import { Type } from 'typebox';

/** Fields that several files of the public read API share. Names are the real site's. */
export const AreaCode = Type.String({
  pattern: '^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{10}|[0-9]{13})$',
  description: 'Provinsi (2 digits), kab/kota (4), kecamatan (6), kelurahan or desa (10), TPS (13).',
  examples: ['1671'],
});

export const Psu = Type.Enum(
  [
    'Reguler',
    'Penghitungan Suara Ulang',
    'Penghitungan Suara Susulan',
    'Pemungutan Suara Ulang',
    'Pemungutan Suara Susulan',
    'Pemungutan Suara Lanjutan',
  ],
  { description: 'The mock plays regular votes only: always `Reguler`.' },
);

export const PublishedAt = Type.String({
  pattern: '^\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}$',
  description: 'Time of publication, WIB.',
  examples: ['2024-11-28 09:45:00'],
});

export const Votes = Type.Integer({ minimum: 0, description: 'Votes.' });

/** A figure of C.Hasil. */
export const Written = Type.Union([Votes, Type.Null()]);

/** Ids of the pairs are keys of the object they stand in, beside its own fields. */
export const PAIR_ID = '^[0-9]+$';

const count = Type.Integer({ minimum: 0, description: 'TPS.' });

export const Progress = Type.Object(
  { total: count, progres: count },
  { additionalProperties: false, description: 'TPS, and those of them in the results.' },
);

export const ProgressShare = Type.Object(
  {
    total: count,
    persen: Type.Number({ minimum: 0, maximum: 100, description: 'Per cent, two decimals.' }),
    progres: count,
  },
  { additionalProperties: false, description: 'TPS, and those of them in the results.' },
);
