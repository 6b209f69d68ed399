import { type Static, Type } from 'typebox';
import {
  AreaCode,
  PAIR_ID,
  Progress,
  ProgressShare,
  Psu,
  PublishedAt,
  Votes,
  Written,
} from './public-fields.ts';

const whole = { additionalProperties: false } as const;
const withPairs = { ...whole, patternProperties: { [PAIR_ID]: Votes } };

/** /wilayah/pilkada/… : what lies directly below an area. */
export const WilayahRows = Type.Array(
  Type.Object(
    {
      nama: Type.String({ examples: ['KOTA PALEMBANG'] }),
      id: Type.Integer({ minimum: 0, description: 'Of no use to a reader; the same for a code always.' }),
      kode: AreaCode,
      tingkat: Type.Integer({ minimum: 1, maximum: 5, description: '1 provinsi to 5 TPS.' }),
    },
    whole,
  ),
);
export type WilayahRows = Static<typeof WilayahRows>;

/** /pilkada/paslon/… : pairs by the code of the provinsi (pkwkp) or kab/kota (pkwkk) that elects, then by id. */
export const PaslonFile = Type.Record(
  Type.String({ pattern: '^([0-9]{2}|[0-9]{4})$' }),
  Type.Record(
    Type.String({ pattern: PAIR_ID }),
    Type.Object(
      {
        nama: Type.String(),
        nomor_urut: Type.Integer({ minimum: 1 }),
        warna: Type.String({ pattern: '^#[0-9A-F]{6}$' }),
      },
      whole,
    ),
  ),
);
export type PaslonFile = Static<typeof PaslonFile>;

/** /pilkada/hhcw/… of an area: its own sums, and those of what lies directly below it by code. */
export const AreaResult = Type.Object(
  {
    mode: Type.Literal('hhcw'),
    tungsura: Type.Object(
      {
        chart: Type.Object({ progres: ProgressShare }, withPairs),
        table: Type.Record(
          AreaCode,
          Type.Object(
            {
              psu: Psu,
              progres: ProgressShare,
              status_progress: Type.Boolean({ description: 'Whether any TPS of it is in.' }),
            },
            withPairs,
          ),
        ),
      },
      whole,
    ),
    psu: Psu,
    progres: Progress,
    ts: PublishedAt,
  },
  whole,
);
export type AreaResult = Static<typeof AreaResult>;

const bySex = <Name extends string>(name: Name) =>
  ({ [`${name}_l`]: Written, [`${name}_p`]: Written, [`${name}_j`]: Written }) as Record<
    `${Name}_${'l' | 'p' | 'j'}`,
    typeof Written
  >;

/** The figures of C.Hasil beside the votes. */
export const Administrasi = Type.Object(
  {
    suara_sah: Written,
    suara_tidak_sah: Written,
    suara_total: Written,
    ...bySex('pemilih_dpt'),
    ...bySex('pengguna_dpt'),
    ...bySex('pengguna_dptb'),
    ...bySex('pengguna_non_dpt'),
    ...bySex('pengguna_total'),
  },
  whole,
);
export type Administrasi = Static<typeof Administrasi>;

/** /pilkada/hhcw/… of a TPS; null for a TPS that is not in. */
export const TpsResult = Type.Object(
  {
    mode: Type.Literal('hhcw'),
    tungsura: Type.Object(
      {
        chart: Type.Union([
          Type.Object({}, { ...whole, patternProperties: { [PAIR_ID]: Written } }),
          Type.Null(),
        ]),
        administrasi: Type.Union([Administrasi, Type.Null()]),
      },
      whole,
    ),
    psu: Psu,
    status_suara: Type.Boolean({ description: 'Whether the votes are in.' }),
    status_adm: Type.Boolean({ description: 'Whether `administrasi` is in.' }),
    images: Type.Array(Type.Null(), {
      description: 'An entry a page of C.Hasil; null, for the mock keeps no photos.',
    }),
    ts: PublishedAt,
  },
  whole,
);
export type TpsResult = Static<typeof TpsResult>;
