import { type Static, Type } from 'typebox';
import { Administrasi } from './public.ts';
import { AreaCode, PAIR_ID, Progress, PublishedAt, Votes } from './public-fields.ts';

/** Where the real pages had D.Hasil is not known to this project: path and shape of these files are its own (A). */
const whole = { additionalProperties: false } as const;
const withPairs = { ...whole, patternProperties: { [PAIR_ID]: Votes } };
const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);

const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of the PDF in hex.' });

const Chart = Type.Object({}, withPairs);

/** /pilkada/dhasil/… of a kecamatan: what its pleno published; nulls before that. */
export const DHasilKecamatan = Type.Object(
  {
    mode: Type.Literal('dhasil'),
    kode: AreaCode,
    nama: Type.String(),
    status: Type.Boolean({ description: 'Whether the pleno has published D.Hasil.' }),
    finalisasi: nullable(PublishedAt),
    dokumen: nullable(Type.Object({ sha256: Sha256, bytes: Type.Integer({ minimum: 1 }) }, whole)),
    tungsura: Type.Object(
      {
        chart: nullable(Chart),
        administrasi: nullable(Administrasi),
        table: Type.Record(AreaCode, Chart, { description: 'By TPS; empty before D.Hasil is published.' }),
      },
      whole,
    ),
    progres: { ...Progress, description: 'TPS, and those of them in D.Hasil.' },
    ts: PublishedAt,
  },
  whole,
);
export type DHasilKecamatan = Static<typeof DHasilKecamatan>;

/** /pilkada/dhasil/… of a kab/kota: sums over the kecamatan that have published. */
export const DHasilKabkota = Type.Object(
  {
    mode: Type.Literal('dhasil'),
    kode: AreaCode,
    nama: Type.String(),
    status: Type.Boolean({ description: 'Whether every kecamatan has published D.Hasil.' }),
    tungsura: Type.Object(
      {
        chart: Chart,
        administrasi: Administrasi,
        table: Type.Record(
          AreaCode,
          Type.Object(
            { status: Type.Boolean(), finalisasi: nullable(PublishedAt), sha256: nullable(Sha256) },
            withPairs,
          ),
        ),
      },
      whole,
    ),
    progres: { ...Progress, description: 'Kecamatan, and those of them that have published.' },
    ts: PublishedAt,
  },
  whole,
);
export type DHasilKabkota = Static<typeof DHasilKabkota>;
