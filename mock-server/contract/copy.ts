import { type Static, Type } from 'typebox';
import { DocumentSlug, Instant, Kode, PageNumber } from './fields.ts';

const Figure = Type.Union([Type.Integer({ minimum: 0 }), Type.Null()], {
  description: 'Null where the box is blank.',
});

export const CopyParams = Type.Object({ token: Type.String({ description: 'Of a confirmation’s answer.' }) });
export type CopyParams = Static<typeof CopyParams>;

/** The witnesses' copy of a C.Hasil as it was confirmed; field names are those of the page. */
export const WitnessCopy = Type.Object({
  simulasi: Type.String({ description: 'That nothing of it is real.' }),
  kode: Kode,
  dokumen: DocumentSlug,
  judul: Type.String(),
  dikonfirmasi: Instant,
  keputusan: Type.Integer({ minimum: 1, description: 'Which confirmation of this form it is.' }),
  angka: Type.Array(
    Type.Object({ id: Type.String(), label: Type.String(), nilai: Figure, dikoreksi: Type.Boolean() }),
    { description: 'In the order of the form.' },
  ),
  catatan: Type.Array(Type.Object({ kode: Type.String(), isi: Type.String() }), {
    description: 'Rules that the paper breaks, as the KPPS said.',
  }),
  foto: Type.Array(
    Type.Object({
      halaman: PageNumber,
      sha256: Type.String({ description: 'Of the photo that was compared.' }),
    }),
  ),
  diubah: Type.Union(
    [
      Type.Object({
        oleh: Type.Enum(['konfirmasi-baru', 'foto-baru']),
        sejak: Type.Union([Instant, Type.Null()], { description: 'Null for a photo.' }),
      }),
      Type.Null(),
    ],
    { description: 'Whether the form was amended since; the figures here stay as they were confirmed.' },
  ),
});
export type WitnessCopy = Static<typeof WitnessCopy>;
