import { figureLabels } from '../../fixtures/form/printed-tables.ts';
import type { App } from '../app-types.ts';
import { ApiError } from '../contract/api-error.ts';
import { CopyParams, WitnessCopy } from '../contract/copy.ts';
import { errorResponses } from '../contract/error-body.ts';
import { VALIDATION_CODES, type ValidationCode } from '../contract/validation-codes.ts';
import type { CopyPlace, createCopyLinks } from '../copies/copy-link.ts';
import { copyPage } from '../copies/copy-page.ts';
import type { Directory, Tps } from '../directory/types.ts';
import type { Confirmed } from '../forms/confirm-form.ts';
import { formSubject, isConfirmation } from '../forms/form-event.ts';
import type { FormRecords } from '../forms/types.ts';
import type { UploadStore } from '../store/types.ts';

interface CopyOptions {
  directory: Directory;
  book: FormRecords;
  store: UploadStore;
  links: ReturnType<typeof createCopyLinks>;
}

const SIMULATION = 'SIMULASI – bukan dokumen asli. Semua nama, angka, dan foto dibuat untuk uji beban.';

/** What a witness takes home of a C.Hasil: for whoever has the link, without login. */
export function witnessCopyRoute(app: App, { directory, book, store, links }: CopyOptions): void {
  /** @throws ApiError COPY_UNKNOWN */
  async function find({ kode, document, decision }: CopyPlace) {
    const tps = directory.tps(kode);
    const profile = directory.documentProfile[document - 1];
    const election = profile ? book.layout.electionOf(profile.type) : -1;
    if (!tps || !profile || election === -1) throw new ApiError('COPY_UNKNOWN');
    const events = (await store.eventsOf(formSubject(kode, profile.type))).filter(isConfirmation);
    const event = events.find(({ revision }) => revision === decision);
    if (!event) throw new ApiError('COPY_UNKNOWN');
    return { tps, profile, election, event, next: events.find(({ revision }) => revision > decision) };
  }

  function amended(tps: Tps, election: number, next: Confirmed | undefined): WitnessCopy['diubah'] {
    if (next) return { oleh: 'konfirmasi-baru', sejak: next.storedAt };
    return book.isConfirmed(tps, election) ? null : { oleh: 'foto-baru', sejak: null };
  }

  const schema = {
    summary: 'The witnesses’ copy of a confirmed C.Hasil',
    description:
      'Public for whoever has the link, which cannot be guessed. As JSON, or as a page for `Accept: text/html`. An amended form’s old link keeps the old figures and says so.',
    tags: ['public'],
    params: CopyParams,
    response: {
      200: {
        description: 'Figures and photo digests as they were confirmed.',
        content: { 'application/json': { schema: WitnessCopy }, 'text/html': { schema: { type: 'string' } } },
      },
      ...errorResponses('COPY_UNKNOWN'),
    },
  };
  app.get('/salinan/:token', { schema }, async (request, reply) => {
    const place = links.read((request.params as CopyParams).token);
    if (!place) throw new ApiError('COPY_UNKNOWN');
    const { tps, profile, election, event, next } = await find(place);
    const { figures, corrected, despite, photos } = event.body;
    const labels = figureLabels(directory.elections[election]?.pairs.length ?? 0);
    const copy: WitnessCopy = {
      simulasi: SIMULATION,
      kode: tps.kode,
      dokumen: profile.type,
      judul: profile.title,
      dikonfirmasi: event.storedAt,
      keputusan: event.revision,
      angka: [...labels].map(([id, label], i) => ({
        id,
        label,
        nilai: figures[i] ?? null,
        dikoreksi: Object.hasOwn(corrected, id),
      })),
      catatan: despite.map((code) => ({ kode: code, isi: VALIDATION_CODES[code as ValidationCode].id })),
      foto: photos.map(({ page, sha256 }) => ({ halaman: page, sha256 })),
      diubah: amended(tps, election, next),
    };
    reply.headers({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
      vary: 'accept',
    });
    if (!(request.headers.accept ?? '').includes('text/html'))
      return reply.type('application/json; charset=utf-8').send(copy);
    reply.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'");
    return reply.type('text/html; charset=utf-8').send(copyPage(copy));
  });
}
