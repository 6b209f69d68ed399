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

  'areas.worst': {
    id: '{shown} dari {total} ditampilkan, yang paling kurang lebih dahulu; semuanya ada di {file}.',
    en: '{shown} of {total} are shown, those that are shortest first; all of them are in {file}.',
  },

  'ways.title': { id: 'Cara pengiriman', en: 'Ways of submission' },
  'ways.lead': {
    id: 'Setiap TPS mengirim dengan tepat satu cara. Lengkap berarti semua dokumennya tersimpan utuh.',
    en: 'Each TPS submits in exactly one way. Complete means that all its documents are stored intact.',
  },
  'ways.way': { id: 'Cara', en: 'Way' },
  'ways.among': { id: 'Di antaranya', en: 'Among them' },
  'ways.weakSignal': { id: 'TPS bersinyal lemah', en: 'TPS with weak signal' },
  'ways.specialTps': { id: 'TPS di lokasi khusus', en: 'TPS at special locations' },
  'ways.specialTps.meaning': {
    id: 'Lapas, rumah sakit, dan sejenisnya; bernomor 901 ke atas.',
    en: 'Prisons, hospitals and the like; numbered 901 and up.',
  },

  'mistakes.title': { id: 'Kesalahan yang direncanakan', en: 'Planned mistakes' },
  'mistakes.lead': {
    id: 'Rencana berisi kesalahan seperti yang terjadi pada malam sebenarnya. Ditemui berarti: unggahan yang memuat kesalahan itu tersimpan di sasaran, sekali dan dengan isi yang direncanakan.',
    en: 'The plan holds mistakes as they happen on the real night. Met means: the upload that shows the mistake is stored at the target, once and with the planned bytes.',
  },
  'mistakes.none': {
    id: 'Tidak ada kesalahan yang direncanakan pada TPS yang diuji ini.',
    en: 'No mistake was planned at the TPS of this run.',
  },
  'mistakes.pool': {
    id: 'Foto uji ini berasal dari kumpulan yang dipakai bersama dan tidak memuat angka TPS-nya: kesalahan tulis dan baca serta lembar TPS lain ada dalam rencana, tetapi tidak terlihat di unggahan mana pun, jadi tidak dapat ditemui. Rencana dengan --photos unique memuatnya.',
    en: 'The photos of this run come from a shared pool and carry no figures of their TPS: writing and reading mistakes and sheets of another TPS stand in the plan, but no upload shows them, so they cannot be met. A plan made with --photos unique carries them.',
  },
  'mistakes.kind': { id: 'Kesalahan', en: 'Mistake' },
  'mistakes.met': { id: 'Ditemui', en: 'Met' },
  'mistakes.hidden': {
    id: 'Dalam rencana, tetapi tidak terlihat di unggahan',
    en: 'In the plan, but shown by no upload',
  },

  'accounts.title': { id: 'Akun', en: 'Accounts' },
  'accounts.lead': {
    id: '{used} dari {handedOut} akun yang dibagikan berhasil masuk ({share}).',
    en: '{used} of {handedOut} accounts handed out logged in ({share}).',
  },
  'accounts.none': { id: 'Uji ini tidak memakai akun.', en: 'This run used no accounts.' },
  'accounts.unused': {
    id: '{count} akun tidak pernah terpakai.',
    en: '{count} accounts were never used.',
  },
  'accounts.roles': { id: 'Akun yang dibagikan per peran', en: 'Accounts handed out by role' },
  'accounts.roles.plan': { id: 'Akun dalam rencana per peran', en: 'Accounts of the plan by role' },
  'accounts.role': { id: 'Peran', en: 'Role' },
  'accounts.count': { id: 'Akun', en: 'Accounts' },
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
