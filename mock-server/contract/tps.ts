import { type Static, Type } from 'typebox';
import { DocumentSlug, Instant, Kode, PageNumber, Sha256 } from './fields.ts';

export const KodeParams = Type.Object({ kode: Kode });
export type KodeParams = Static<typeof KodeParams>;

export const TpsListQuery = Type.Object(
  { after: Type.Optional(Kode) },
  { additionalProperties: false, description: '`after`: the last kode of the page before.' },
);
export type TpsListQuery = Static<typeof TpsListQuery>;

export const DocumentStatusField = Type.Integer({
  minimum: 0,
  maximum: 3,
  description:
    'Of the whole document, as the icons on the phone show it. 0: nothing known. 1, camera: announced by a manifest, or some pages here. 2, cloud: every page here. 3, check: C.Hasil confirmed with the photos that are here; other documents show the right sheets.',
});

export const TpsListAnswer = Type.Object({
  tps: Type.Array(
    Type.Object({
      kode: Kode,
      documents: Type.Array(
        Type.Object({
          type: DocumentSlug,
          page: PageNumber,
          stored: Type.Boolean(),
          status: DocumentStatusField,
        }),
      ),
    }),
  ),
});
export type TpsListAnswer = Static<typeof TpsListAnswer>;

export const StatusAnswer = Type.Object({
  kode: Kode,
  documents: Type.Array(
    Type.Object({
      type: DocumentSlug,
      page: PageNumber,
      uploads: Type.Integer({ minimum: 0, description: 'Distinct uploads (keys) of this page.' }),
      sha256: Type.Union([Sha256, Type.Null()], { description: 'Of the latest upload.' }),
      storedAt: Type.Union([Instant, Type.Null()], { description: 'Of the latest upload.' }),
      status: DocumentStatusField,
    }),
  ),
  complete: Type.Boolean({ description: 'Every page of every document of the TPS is stored.' }),
});
export type StatusAnswer = Static<typeof StatusAnswer>;
