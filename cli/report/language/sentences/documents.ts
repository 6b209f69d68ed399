import type { Pair } from '../lang.ts';

/** What became of documents, areas and accounts, and every single discrepancy. */
export const DOCUMENT_SENTENCES = {
  'documents.title': { id: 'Pertanggungjawaban dokumen', en: 'Every document accounted for' },
  'documents.lead': {
    id: 'Tiap unggahan adalah satu halaman satu dokumen dalam satu tahap. Masing-masing mendapat tepat satu nasib.',
    en: 'An upload is one page of one document in one phase. Each has exactly one outcome.',
  },
  'documents.caption': {
    id: 'Nasib tiap unggahan yang direncanakan',
    en: 'What became of each planned upload',
  },
  'documents.outcome': { id: 'Nasib', en: 'Outcome' },
  'documents.uploads': { id: 'Unggahan', en: 'Uploads' },
  'documents.share': { id: 'Bagian', en: 'Share' },
  'documents.planned': { id: 'Direncanakan', en: 'Planned' },
  'documents.notAsked': { id: 'tidak pernah dikirim', en: 'never sent' },
  'documents.storedUnacknowledged': {
    id: 'ternyata tersimpan juga',
    en: 'stored all the same',
  },
  'documents.unexpected': { id: 'Di luar rencana', en: 'In no plan' },
  'documents.unexpected.meaning': {
    id: 'Ada di sasaran dengan kunci uji ini, tetapi tidak ada dalam rencana; tidak ikut dijumlahkan.',
    en: 'On the target under this run’s keys but in no plan; not part of the sum.',
  },
  'documents.phases': { id: 'Per tahap', en: 'By phase' },
  'documents.phase': { id: 'Tahap', en: 'Phase' },
  'documents.stored': { id: 'Tersimpan utuh', en: 'Stored intact' },
  'documents.readback': {
    id: 'Dibaca kembali dari sasaran pada {moment}: {uploads} unggahan.',
    en: 'Read back from the target on {moment}: {uploads} uploads.',
  },

  'areas.title': { id: 'Kemajuan per kecamatan', en: 'Progress by kecamatan' },
  'areas.lead': {
    id: 'TPS yang semua dokumennya sudah tersimpan, dari waktu ke waktu. Garis tipis di atas adalah semua TPS kecamatan itu.',
    en: 'TPS with every document stored, over time. The thin line on top is all TPS of that kecamatan.',
  },
  'areas.caption': { id: 'TPS lengkap per kecamatan', en: 'TPS complete by kecamatan' },
  'areas.kelurahan.caption': { id: 'TPS lengkap per kelurahan/desa', en: 'TPS complete by kelurahan/desa' },
  'areas.kelurahan': { id: 'Semua {count} kelurahan/desa', en: 'All {count} kelurahan/desa' },
  'areas.kecamatan': { id: 'Kecamatan', en: 'Kecamatan' },
  'areas.kelurahan.head': { id: 'Kelurahan/desa', en: 'Kelurahan/desa' },
  'areas.tps': { id: 'TPS', en: 'TPS' },
  'areas.complete': { id: 'Lengkap', en: 'Complete' },
  'areas.missing': { id: 'Kurang', en: 'Missing' },
  'areas.all': { id: 'lengkap', en: 'complete' },
  'areas.short': { id: 'kurang {count}', en: '{count} missing' },
  'areas.chart': {
    id: '{name}: {complete} dari {planned} TPS lengkap',
    en: '{name}: {complete} of {planned} TPS complete',
  },

  'accounts.title': { id: 'Akun', en: 'Accounts' },
  'accounts.lead': {
    id: '{used} dari {handedOut} akun yang dibagikan berhasil masuk ({share}).',
    en: '{used} of {handedOut} accounts handed out logged in ({share}).',
  },
  'accounts.unused': {
    id: '{count} akun tidak pernah terpakai.',
    en: '{count} accounts were never used.',
  },
  'accounts.notStarted': {
    id: 'Sesi yang direncanakan tetapi tidak pernah dimulai: {list}.',
    en: 'Sessions planned but never started: {list}.',
  },

  'findings.title': { id: 'Temuan satu per satu', en: 'Findings, one by one' },
  'findings.none': { id: 'Tidak ada temuan.', en: 'There are no findings.' },
  'findings.shown': {
    id: '{shown} dari {total} temuan ditampilkan; semuanya ada di {file}.',
    en: '{shown} of {total} findings are shown; all of them are in {file}.',
  },
  'findings.all': { id: '{total} temuan.', en: '{total} findings.' },
  'findings.finding': { id: 'Temuan', en: 'Finding' },
  'findings.document': { id: 'Dokumen', en: 'Document' },
  'findings.page': { id: 'hlm. {page}', en: 'p. {page}' },
  'findings.account': { id: 'Akun', en: 'Account' },
  'findings.list': { id: 'Daftar temuan', en: 'List of findings' },
} as const satisfies Record<string, Pair>;
