import type { ErrorClass, Operation } from '../../../scenarios/journal-line.ts';
import type { Phase, WorkloadName } from '../../../scenarios/workloads/phase.ts';
import type { Change } from '../../evidence/comparison-types.ts';
import type { Finding, Outcome, VerdictWord } from '../../evidence/types.ts';
import type { RunRecord } from '../../run-folder/types.ts';

/** The languages of the reports: Bahasa Indonesia first, English on request. */
export type Lang = 'id' | 'en';
export const LANGS = ['id', 'en'] as const satisfies readonly Lang[];

type Pair = Record<Lang, string>;

export const VERDICT_WORDS: Record<VerdictWord, Pair> = {
  PASS: { id: 'LULUS', en: 'PASS' },
  FAIL: { id: 'TIDAK LULUS', en: 'FAIL' },
  INCONCLUSIVE: { id: 'BELUM MEYAKINKAN', en: 'INCONCLUSIVE' },
  INVALID: { id: 'TIDAK SAH', en: 'INVALID' },
};

export const WORKLOADS: Record<WorkloadName, Pair> = {
  'round-1': { id: 'Uji beban putaran 1', en: 'Load test round 1' },
  'round-2': { id: 'Uji beban putaran 2', en: 'Load test round 2' },
  smoke: { id: 'Uji asap', en: 'Smoke test' },
};

export const UNITS: Record<string, Pair> = {
  uploads: { id: 'unggahan', en: 'uploads' },
};

export const RUN_STATES: Record<RunRecord['state'], Pair> = {
  running: { id: 'terputus sebelum selesai', en: 'stopped before it ended' },
  finished: { id: 'selesai', en: 'finished' },
  interrupted: { id: 'dihentikan', en: 'interrupted' },
  failed: { id: 'gagal', en: 'failed' },
};

export const OUTCOMES: Record<Outcome, Pair> = {
  stored: { id: 'Tersimpan utuh', en: 'Stored intact' },
  lost: { id: 'Hilang', en: 'Lost' },
  altered: { id: 'Berubah isi', en: 'Altered' },
  duplicated: { id: 'Tersimpan ganda', en: 'Duplicated' },
  unacknowledged: { id: 'Tidak pernah dikonfirmasi', en: 'Never acknowledged' },
};

export const OUTCOME_MEANINGS: Record<Outcome, Pair> = {
  stored: {
    id: 'Dikonfirmasi server, dan dibaca kembali dengan isi yang sama.',
    en: 'Acknowledged by the server and read back with the same bytes.',
  },
  lost: {
    id: 'Dikonfirmasi server, tetapi tidak ada ketika dibaca kembali.',
    en: 'Acknowledged by the server, but absent from the read-back.',
  },
  altered: {
    id: 'Ada, tetapi isinya berbeda dari yang dikirim.',
    en: 'Present, but with other bytes than were sent.',
  },
  duplicated: { id: 'Tersimpan lebih dari sekali.', en: 'Stored more than once.' },
  unacknowledged: {
    id: 'Server tidak pernah memberi konfirmasi, juga setelah diulang.',
    en: 'The server never acknowledged it, retries included.',
  },
};

export const CHANGES: Record<Change, Pair> = {
  better: { id: 'lebih baik', en: 'better' },
  worse: { id: 'lebih buruk', en: 'worse' },
  same: { id: 'sama', en: 'same' },
  'within-noise': { id: 'dalam derau', en: 'within noise' },
  unknown: { id: 'tak dinilai', en: 'not judged' },
};

/** Metrics by the first word of their name. */
export const METRIC_GROUPS: Record<string, Pair> = {
  documents: { id: 'Dokumen, TPS, dan akun', en: 'Documents, TPS and accounts' },
  logins: { id: 'Masuk (login)', en: 'Logins' },
  uploads: { id: 'Unggah dokumen', en: 'Uploads' },
  recovery: { id: 'Pemulihan', en: 'Recovery' },
};

/** Metrics by what follows the first word. */
export const METRIC_NAMES: Record<string, Pair> = {
  storedShare: OUTCOMES.stored,
  lost: OUTCOMES.lost,
  altered: OUTCOMES.altered,
  duplicated: OUTCOMES.duplicated,
  unacknowledged: OUTCOMES.unacknowledged,
  unexpected: { id: 'Di luar rencana', en: 'In no plan' },
  completeShare: { id: 'TPS lengkap', en: 'TPS complete' },
  usedShare: { id: 'Akun terpakai', en: 'Accounts used' },
  throughputShare: { id: 'Laju terhadap rencana', en: 'Throughput against plan' },
  firstAttemptShare: { id: 'Berhasil percobaan pertama', en: 'First-attempt success' },
  afterRetryShare: { id: 'Berhasil setelah diulang', en: 'Success after retries' },
  failedAttemptShare: { id: 'Percobaan gagal', en: 'Failed attempts' },
  'latencyFromPlan.p50': { id: 'Waktu tanggap p50', en: 'Latency p50' },
  'latencyFromPlan.p90': { id: 'Waktu tanggap p90', en: 'Latency p90' },
  'latencyFromPlan.p95': { id: 'Waktu tanggap p95', en: 'Latency p95' },
  'latencyFromPlan.p99': { id: 'Waktu tanggap p99', en: 'Latency p99' },
  'latencyFromPlan.max': { id: 'Waktu tanggap maks', en: 'Latency max' },
  drainedShare: { id: 'Gangguan yang pulih', en: 'Disturbances recovered from' },
  'drainSecond.max': { id: 'Pemulihan terlama', en: 'Slowest recovery' },
};

export const PHASES: Record<Phase['name'], Pair> = {
  retest: { id: 'tahap uji ulang', en: 're-test phase' },
  login: { id: 'tahap masuk', en: 'login phase' },
  upload: { id: 'tahap unggah', en: 'upload phase' },
};

export const OPERATIONS: Record<Operation, Pair> = {
  login: { id: 'masuk (login)', en: 'log in' },
  list: { id: 'daftar TPS', en: 'list TPS' },
  upload: { id: 'unggah dokumen', en: 'upload document' },
  status: { id: 'periksa status', en: 'check status' },
};

export const ERROR_CLASSES: Record<ErrorClass, Pair> = {
  connection: { id: 'sambungan putus', en: 'connection' },
  timeout: { id: 'batas waktu habis', en: 'timeout' },
  'rate-limited': { id: 'dibatasi (429)', en: 'rate limited (429)' },
  unauthorised: { id: 'akses ditolak (401/403)', en: 'unauthorised (401/403)' },
  'http-4xx': { id: 'ditolak (4xx)', en: 'rejected (4xx)' },
  'http-5xx': { id: 'galat server (5xx)', en: 'server error (5xx)' },
  'bad-answer': { id: 'jawaban keliru', en: 'wrong answer' },
};

export const FINDING_CODES: Record<Finding['code'], Pair> = {
  LOST: { id: 'Hilang setelah dikonfirmasi', en: 'Lost after acknowledgement' },
  ALTERED: { id: 'Isi berubah', en: 'Altered' },
  DUPLICATED: { id: 'Tersimpan ganda', en: 'Duplicated' },
  UNACKNOWLEDGED: { id: 'Tidak pernah dikonfirmasi', en: 'Never acknowledged' },
  STORED_UNACKNOWLEDGED: { id: 'Tersimpan tanpa konfirmasi', en: 'Stored without acknowledgement' },
  NOT_ASKED: { id: 'Tidak pernah dikirim', en: 'Never sent' },
  UNEXPECTED: { id: 'Di luar rencana', en: 'In no plan' },
  LOGIN_FAILED: { id: 'Akun gagal masuk', en: 'Account could not log in' },
};

export const DISTURBANCES: Record<'outage' | 'slow' | 'errors', Pair> = {
  outage: { id: 'layanan mati', en: 'outage' },
  slow: { id: 'layanan lambat', en: 'slow service' },
  errors: { id: 'galat beruntun', en: 'error burst' },
};

export const FIGURE_MARKS: Record<'S' | 'V' | 'D' | 'A', Pair> = {
  S: { id: 'dinyatakan', en: 'stated' },
  V: { id: 'sumber terbuka', en: 'public source' },
  D: { id: 'diturunkan', en: 'derived' },
  A: { id: 'asumsi', en: 'assumed' },
};

/** Everything else the reports say. A key with one language missing does not compile. */
export const SENTENCES = {
  'product.title': { id: 'Laporan uji beban', en: 'Load test report' },
  'exercise.notice': {
    id: 'LATIHAN – bukan sertifikat kesiapan',
    en: 'EXERCISE (LATIHAN) – not a certificate of readiness',
  },
  'exercise.word': { id: 'LATIHAN', en: 'EXERCISE' },
  'exercise.denial': { id: 'bukan sertifikat kesiapan', en: 'LATIHAN – not a certificate of readiness' },
  'exercise.why': {
    id: 'Sasaran uji adalah simulator atau berjalan di mesin pembangkit beban sendiri. Hasilnya tidak membuktikan kesiapan sistem yang sebenarnya.',
    en: 'The target is a simulator or runs on the load generator’s own machine. The result proves nothing about the real system’s readiness.',
  },
  'nav.label': { id: 'Isi laporan', en: 'Contents' },
  of: { id: '{part} dari {whole}', en: '{part} of {whole}' },
  none: { id: 'tidak ada', en: 'none' },
  unknown: { id: 'tidak diketahui', en: 'unknown' },
  total: { id: 'Total', en: 'Total' },
  'total.lower': { id: 'total', en: 'total' },

  'conclusion.PASS': {
    id: 'Semua {planned} unggahan tersimpan utuh dan semua {criteria} kriteria terpenuhi.',
    en: 'All {planned} uploads are stored intact and all {criteria} criteria are met.',
  },
  'conclusion.PASS.partial': {
    id: '{stored} dari {planned} unggahan tersimpan utuh dan semua {criteria} kriteria terpenuhi.',
    en: '{stored} of {planned} uploads are stored intact and all {criteria} criteria are met.',
  },
  'conclusion.FAIL': {
    id: '{missing} dari {planned} unggahan tidak tersimpan utuh; {failed} dari {criteria} kriteria tidak terpenuhi.',
    en: '{missing} of {planned} uploads are not stored intact; {failed} of {criteria} criteria are not met.',
  },
  'conclusion.FAIL.criteria': {
    id: 'Semua {planned} unggahan tersimpan utuh, tetapi {failed} dari {criteria} kriteria tidak terpenuhi.',
    en: 'All {planned} uploads are stored intact, but {failed} of {criteria} criteria are not met.',
  },
  'conclusion.INCONCLUSIVE.none': {
    id: 'Bukti belum cukup untuk memutuskan: tidak ada kriteria yang menentukan.',
    en: 'There is too little evidence to decide: no criterion decides.',
  },
  'conclusion.INVALID.none': {
    id: 'Uji ini tidak boleh dijadikan dasar penilaian.',
    en: 'This run must not be judged by.',
  },
  'conclusion.INCONCLUSIVE': {
    id: 'Bukti belum cukup untuk memutuskan: {unmeasured} dari {criteria} kriteria tidak memiliki cukup sampel.',
    en: 'There is too little evidence to decide: {unmeasured} of {criteria} criteria lack samples.',
  },
  'conclusion.INVALID': {
    id: 'Uji ini tidak boleh dijadikan dasar penilaian: {invalid} dari {checks} syarat keabsahan tidak terpenuhi.',
    en: 'This run must not be judged by: {invalid} of {checks} validity checks failed.',
  },

  'tested.title': { id: 'Yang diuji', en: 'What was tested' },
  'tested.region': { id: 'Wilayah', en: 'Region' },
  'tested.scope': {
    id: '{kecamatan} kecamatan, {kelurahan} kelurahan/desa, {tps} TPS, {voters} pemilih',
    en: '{kecamatan} kecamatan, {kelurahan} kelurahan/desa, {tps} TPS, {voters} voters',
  },
  'tested.round': { id: 'Uji', en: 'Test' },
  'tested.after': {
    id: 'setelah {run}, {count} TPS diuji ulang',
    en: 'after {run}, {count} TPS tested again',
  },
  'tested.time': { id: 'Waktu', en: 'Time' },
  'tested.until': { id: '{start} sampai {end}', en: '{start} until {end}' },
  'tested.compression': { id: 'Pemampatan waktu', en: 'Time compression' },
  'tested.compression.none': { id: 'tidak ada, waktu nyata', en: 'none, real time' },
  'tested.compression.speed': {
    id: '{speed}× – satu detik uji mewakili {speed} detik rencana; waktu tanggap dan batas waktu tidak dimampatkan',
    en: '{speed}× – one test second stands for {speed} planned seconds; latencies and timeouts are not compressed',
  },
  'tested.target': { id: 'Sasaran', en: 'Target' },
  'tested.simulator': { id: 'simulator', en: 'simulator' },
  'tested.clock': { id: 'Selisih jam sasaran', en: 'Target clock skew' },
  'tested.plan': { id: 'Rencana', en: 'Plan' },
  'tested.seed': { id: 'seed {seed}', en: 'seed {seed}' },
  'tested.documents': { id: 'Dokumen per TPS', en: 'Documents per TPS' },
  'tested.pages': { id: '{pages} halaman', en: '{pages} pages' },
  'tested.photos': { id: 'Foto', en: 'Photos' },
  'tested.photos.pool': {
    id: '{size} foto sintetis {width} × {height} piksel, tiap unggahan dibuat berbeda isinya',
    en: '{size} synthetic photos of {width} × {height} pixels, every upload made to differ',
  },
  'tested.criteria': { id: 'Kriteria', en: 'Criteria' },
  'tested.versions': { id: 'Versi', en: 'Versions' },
  'tested.machine': { id: 'Mesin pembangkit beban', en: 'Load generator' },
  'tested.cpus': { id: '{cpus} CPU', en: '{cpus} CPUs' },
  'tested.run': { id: 'Nomor uji', en: 'Run' },

  'figures.title': { id: 'Angka kunci', en: 'Key figures' },
  'figures.stored': { id: 'Unggahan tersimpan utuh', en: 'Uploads stored intact' },
  'figures.tps': { id: 'TPS lengkap', en: 'TPS complete' },
  'figures.accounts': { id: 'Akun terpakai', en: 'Accounts used' },
  'figures.accounts.of': { id: 'dari {handedOut} akun dibagikan', en: 'of {handedOut} handed out' },
  'figures.of': { id: 'dari {whole}', en: 'of {whole}' },
  'figures.throughput': { id: 'Laju unggah berhasil', en: 'Upload throughput' },
  'figures.throughput.of': { id: 'dari rencana {planned} per detik', en: 'of {planned} a second planned' },
  'figures.perSecond': { id: '/dtk', en: '/s' },
  'figures.first': { id: 'Berhasil pada percobaan pertama', en: 'First-attempt success' },
  'figures.retried': { id: '{share} setelah diulang', en: '{share} after retries' },
  'figures.p95': { id: 'Unggah selesai, p95', en: 'Upload finished, p95' },
  'figures.p95.of': { id: 'sejak waktu rencana; median {p50}', en: 'from the planned start; median {p50}' },
  'figures.recovery': { id: 'Pemulihan terlama', en: 'Slowest recovery' },
  'figures.recovery.of': { id: 'dari {count} gangguan', en: 'of {count} disturbances' },
  'figures.recovery.never': { id: 'tidak pulih', en: 'not recovered' },
  'figures.cpu': { id: 'CPU pembangkit beban', en: 'Load generator CPU' },
  'figures.cpu.of': { id: 'rata-rata; tertinggi {max}', en: 'mean; {max} at most' },

  'reasons.title': { id: 'Mengapa demikian', en: 'Why' },
  'reasons.none': {
    id: 'Tidak ada yang menyimpang: semua syarat keabsahan dan semua kriteria terpenuhi.',
    en: 'Nothing deviates: every validity check and every criterion is met.',
  },
  'reasons.validity': { id: 'Tidak sah: {title}', en: 'Not valid: {title}' },
  'reasons.criterion': {
    id: '{title}: diharapkan {expected}, didapat {found}',
    en: '{title}: expected {expected}, found {found}',
  },
  'reasons.samples': {
    id: '{title}: hanya {samples} sampel, perlu {minimum}',
    en: '{title}: only {samples} samples, {minimum} needed',
  },
  'reasons.documents': { id: '{label}: {count} unggahan', en: '{label}: {count} uploads' },
  'reasons.tps': {
    id: '{count} TPS tidak lengkap dari {planned}',
    en: '{count} TPS incomplete of {planned}',
  },
  'reasons.recorded': { id: 'Alasan seperti tercatat', en: 'Reasons as recorded' },
  'reasons.disagree': {
    id: 'Jumlah tidak cocok: {what} – rincian {rows}, total {total}',
    en: 'Totals disagree: {what} – rows add up to {rows}, the total says {total}',
  },
  'reasons.levels': {
    id: 'Jumlah per kelurahan, kecamatan, dan wilayah tidak cocok',
    en: 'The sums of kelurahan, kecamatan and region do not agree',
  },

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

  'throughput.title': { id: 'Laju dari waktu ke waktu', en: 'Throughput over time' },
  'throughput.lead': {
    id: 'Yang direncanakan, yang benar-benar dikirim, dan yang berhasil. Bidang bernomor menandai gangguan.',
    en: 'What was planned, what was really sent, and what worked. Numbered areas are disturbances.',
  },
  'throughput.uploads': { id: 'Unggahan per detik', en: 'Uploads a second' },
  'throughput.logins': { id: 'Masuk (login) per detik', en: 'Logins a second' },
  'throughput.failures': { id: 'Percobaan gagal per detik', en: 'Failed attempts a second' },
  'throughput.chart': {
    id: '{title}: puncak rencana {planned}, puncak berhasil {achieved}, rata-rata per {step}',
    en: '{title}: planned peak {planned}, achieved peak {achieved}, means over {step}',
  },
  'throughput.failures.chart': {
    id: 'Percobaan gagal per detik: puncak {peak}, seluruhnya {total}',
    en: 'Failed attempts a second: {peak} at the peak, {total} in all',
  },
  'series.planned': { id: 'Rencana', en: 'Planned' },
  'series.offered': { id: 'Dikirim', en: 'Offered' },
  'series.achieved': { id: 'Berhasil', en: 'Achieved' },
  'axis.elapsed': {
    id: 'Waktu sejak uji dimulai (menit:detik)',
    en: 'Time since the run started (minutes:seconds)',
  },
  'chart.empty': { id: 'Tidak ada data untuk digambar.', en: 'There is nothing to draw.' },

  'latency.title': { id: 'Waktu tanggap unggah', en: 'Upload latency' },
  'latency.lead': {
    id: 'Sejak saat petugas menurut rencana mulai mengunggah sampai dokumen dikonfirmasi, termasuk menunggu dan mengulang. Skala logaritmik.',
    en: 'From the moment the plan has the operator start until the document is acknowledged, waiting and retries included. Logarithmic scale.',
  },
  'latency.axis': { id: 'Lama sampai dikonfirmasi', en: 'Time until acknowledged' },
  'latency.p50': { id: 'Median (p50)', en: 'Median (p50)' },
  'latency.p95': { id: 'p95', en: 'p95' },
  'latency.chart': {
    id: 'Waktu tanggap unggah sejak waktu rencana: p95 tertinggi {peak}',
    en: 'Upload latency from the planned start: p95 peaks at {peak}',
  },

  'operations.title': { id: 'Rincian per operasi', en: 'By operation' },
  'operations.throughput': { id: 'Laju dan keberhasilan', en: 'Throughput and success' },
  'operations.latency': { id: 'Waktu tanggap', en: 'Latency' },
  'operations.failures': { id: 'Percobaan gagal menurut sebab', en: 'Failed attempts by cause' },
  'operations.failures.none': { id: 'Tidak ada percobaan yang gagal.', en: 'No attempt failed.' },
  'operations.operation': { id: 'Operasi', en: 'Operation' },
  'operations.planned': { id: 'Rencana', en: 'Planned' },
  'operations.offered': { id: 'Dikirim', en: 'Offered' },
  'operations.achieved': { id: 'Berhasil', en: 'Achieved' },
  'operations.count': { id: 'Jumlah', en: 'Count' },
  'operations.rate': { id: 'Per detik', en: 'A second' },
  'operations.success': { id: 'Berhasil', en: 'Success' },
  'operations.first': { id: 'percobaan pertama', en: 'first attempt' },
  'operations.retried': { id: 'setelah diulang', en: 'after retries' },
  'operations.attempts': { id: 'Percobaan', en: 'Attempts' },
  'operations.bytes': { id: 'Data terkirim', en: 'Data sent' },
  'operations.fromPlan': { id: 'Sejak waktu rencana', en: 'From the planned start' },
  'operations.ofAttempt': { id: 'Percobaan itu saja', en: 'Of the attempt alone' },
  'operations.lag': { id: 'Terlambat mulai', en: 'Start lag' },
  'operations.max': { id: 'maks', en: 'max' },
  'operations.refused': { id: 'tak terkirim, login ditolak', en: 'not sent, login refused' },
  'operations.allPhases': { id: 'semua tahap', en: 'all phases' },
  'operations.failed': { id: 'Gagal', en: 'Failed' },

  'recovery.title': { id: 'Gangguan dan pemulihan', en: 'Disturbances and recovery' },
  'recovery.none': { id: 'Tidak ada gangguan dalam uji ini.', en: 'This run had no disturbances.' },
  'recovery.caption': { id: 'Gangguan dan pemulihannya', en: 'Disturbances and how the system recovered' },
  'recovery.name': { id: 'Gangguan', en: 'Disturbance' },
  'recovery.type': { id: 'Jenis', en: 'Kind' },
  'recovery.window': { id: 'Mulai–selesai', en: 'From–to' },
  'recovery.failed': { id: 'Percobaan gagal', en: 'Failed attempts' },
  'recovery.backlog': { id: 'Tertunda saat usai', en: 'Backlog at its end' },
  'recovery.drain': { id: 'Pulih dalam', en: 'Recovered in' },
  'recovery.never': { id: 'tidak pulih', en: 'never' },
  'recovery.refused': { id: 'tidak dijalankan sasaran', en: 'not played by the target' },
  'recovery.absent': { id: 'tidak terasa', en: 'not felt' },
  'recovery.lead': {
    id: 'Pulih berarti semua unggahan yang tertunda saat gangguan usai sudah dikonfirmasi.',
    en: 'Recovered means that every upload pending when the disturbance ended has been acknowledged.',
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

  'validity.title': { id: 'Syarat keabsahan', en: 'Validity checks' },
  'validity.lead': {
    id: 'Hanya uji yang memenuhi semua syarat ini boleh dinilai.',
    en: 'Only a run that passes all of these may be judged.',
  },
  'validity.check': { id: 'Syarat', en: 'Check' },
  'validity.finding': { id: 'Temuan', en: 'Finding' },
  result: { id: 'Hasil', en: 'Result' },
  'result.ok': { id: 'terpenuhi', en: 'met' },
  'result.failed': { id: 'tidak terpenuhi', en: 'not met' },
  'result.noSamples': { id: 'kurang sampel', en: 'too few samples' },

  'criteria.title': { id: 'Kriteria', en: 'Criteria' },
  'criteria.lead': {
    id: 'Kriteria “{name}”, ditetapkan sebelum uji dimulai.',
    en: 'Criteria “{name}”, fixed before the run started.',
  },
  'criteria.criterion': { id: 'Kriteria', en: 'Criterion' },
  'criteria.expected': { id: 'Diharapkan', en: 'Expected' },
  'criteria.found': { id: 'Didapat', en: 'Found' },
  'criteria.samples': { id: 'Sampel', en: 'Samples' },
  'criteria.samples.of': { id: '{samples} (perlu {minimum})', en: '{samples} ({minimum} needed)' },
  'criteria.endless': { id: 'tidak pernah selesai', en: 'it never came to an end' },
  'criteria.warn': { id: 'peringatan, tidak menentukan', en: 'warning, does not decide' },
  'criteria.none': { id: 'Tidak ada kriteria.', en: 'There are no criteria.' },

  'assumptions.title': { id: 'Sumber dan asumsi', en: 'Sources and assumptions' },
  'assumptions.lead': {
    id: '{count} angka membentuk beban uji ini; {assumed} di antaranya asumsi.',
    en: '{count} figures shape this load; {assumed} of them are assumed.',
  },
  'assumptions.figure': { id: 'Angka', en: 'Figure' },
  'assumptions.value': { id: 'Nilai', en: 'Value' },
  'assumptions.mark': { id: 'Tanda', en: 'Mark' },
  'assumptions.source': { id: 'Sumber', en: 'Source' },
  'assumptions.sourced': { id: '{count} angka yang bersumber', en: '{count} sourced figures' },
  'assumptions.assumed': { id: '{count} angka yang diasumsikan', en: '{count} assumed figures' },

  'limits.title': { id: 'Batas dan hal yang membatalkan', en: 'Limits, and what voids this result' },
  'limits.limits': { id: 'Yang tidak dibuktikan', en: 'What it does not prove' },
  'limits.exercise': {
    id: 'Sasarannya simulator atau mesin yang sama: angka laju dan waktu tanggap berlaku untuk simulator itu saja.',
    en: 'The target is a simulator or the same machine: throughput and latency hold for that simulator only.',
  },
  'limits.speed': {
    id: 'Waktu dimampatkan {speed}×: beban per detik {speed} kali lebih padat daripada malam yang sebenarnya, sedangkan lama gangguan dan jeda antarulang ikut dimampatkan.',
    en: 'Time is compressed {speed}×: the load a second is {speed} times denser than the real night, and disturbances and pauses between retries are compressed too.',
  },
  'limits.photos': {
    id: 'Foto bersifat sintetis. Pembacaan angka oleh sistem tidak diuji.',
    en: 'Photos are synthetic. The system’s reading of digits is not tested.',
  },
  'limits.simulator': {
    id: 'Simulator menyimpan sidik yang dihitung saat menerima, bukan isi fotonya, dan setiap kunci hanya ada satu kali: dokumen berubah atau ganda tidak dapat timbul di sana, jadi kedua kriteria itu hanya membuktikan sisi pengirim.',
    en: 'The simulator keeps digests computed while receiving, not the photos, and each key once: altered or duplicated documents cannot arise there, so these two criteria prove the client side only.',
  },
  'limits.network': {
    id: 'Beban berasal dari satu mesin. Jaringan seluler antara TPS dan server tidak diuji.',
    en: 'The load comes from one machine. The mobile network between TPS and server is not tested.',
  },
  'limits.scope': {
    id: 'Hanya jalur unggah yang diuji: bukan rapat pleno, bukan publikasi, bukan keamanan.',
    en: 'Only the upload path is tested: not the recap plenary, not publication, not security.',
  },
  'limits.voids': { id: 'Yang membatalkan hasil ini', en: 'What voids it' },
  'limits.void.software': {
    id: 'Perubahan perangkat lunak, konfigurasi, atau kapasitas sasaran setelah {moment}.',
    en: 'Any change of the target’s software, configuration or capacity after {moment}.',
  },
  'limits.void.hashes': {
    id: 'Sidik berkas bukti yang berbeda dari daftar di bawah.',
    en: 'Evidence whose hashes differ from the list below.',
  },
  'limits.void.plan': {
    id: 'Rencana lain: jumlah TPS, akun, dokumen, atau kurva kedatangan yang berubah.',
    en: 'Another plan: a change in TPS, accounts, documents or the arrival curve.',
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

  'evidence.title': { id: 'Sidik bukti', en: 'Evidence' },
  'evidence.lead': {
    id: 'SHA-256 dari berkas yang mendasari laporan ini. Siapa pun yang memegang folder uji dapat memeriksanya.',
    en: 'SHA-256 of the files this report rests on. Whoever holds the run folder can check them.',
  },
  'evidence.file': { id: 'Berkas', en: 'File' },
  'evidence.journal': {
    id: 'Jurnal: {lines} baris, {attempts} percobaan, {malformed} baris rusak.',
    en: 'Journal: {lines} lines, {attempts} attempts, {malformed} malformed.',
  },
  'evidence.unplanned': {
    id: '{count} percobaan dalam jurnal tidak ada dalam rencana.',
    en: '{count} attempts in the journal are in no plan.',
  },
  'evidence.copies': {
    id: 'Salinan rencana yang berbeda dari catatan: {files}.',
    en: 'Plan copies that differ from what was recorded: {files}.',
  },
  'evidence.truncated': { id: 'Jurnal terpotong.', en: 'The journal is truncated.' },
  'evidence.attribution': { id: 'Atribusi data', en: 'Data attribution' },

  'compare.title': { id: 'Perbandingan dua uji', en: 'Two runs compared' },
  'compare.first': { id: 'Uji pertama', en: 'First run' },
  'compare.second': { id: 'Uji kedua', en: 'Second run' },
  'compare.round': { id: 'Putaran {round}', en: 'Round {round}' },
  'compare.conclusion': {
    id: 'Terbukti membaik: {better} angka. Terbukti memburuk: {worse}. Dari {failed} unggahan yang gagal pada uji pertama, {again} gagal lagi; {anew} kegagalan baru.',
    en: 'Proven better: {better} figures. Proven worse: {worse}. Of {failed} uploads that failed in the first run, {again} failed again; {anew} new failures.',
  },
  'compare.incomparable': {
    id: 'Salah satu uji tidak sah: angkanya ditampilkan, tetapi tidak ada perubahan yang dinyatakan.',
    en: 'One of the runs is not valid: its figures are shown, but no change is claimed.',
  },
  'compare.notes': { id: 'Sebelum membaca selisihnya', en: 'Before reading the differences' },
  'compare.figures': { id: 'Angka berdampingan', en: 'Figures side by side' },
  'compare.figures.lead': {
    id: 'Selisih yang tidak lebih besar daripada derau tidak dinyatakan sebagai perubahan.',
    en: 'A difference no larger than noise is not called a change.',
  },
  'compare.metric': { id: 'Angka', en: 'Figure' },
  'compare.difference': { id: 'Selisih', en: 'Difference' },
  'compare.change': { id: 'Perubahan', en: 'Change' },
  'compare.points': { id: '{points} poin', en: '{points} points' },
  'compare.fates': { id: 'Nasib kegagalan uji pertama', en: 'What became of the first run’s failures' },
  'compare.fates.none': {
    id: 'Tidak ada kegagalan uji pertama yang dapat ditelusuri.',
    en: 'The first run has no failures to follow.',
  },
  'compare.fates.lead': {
    id: '{failed} unggahan tidak tersimpan utuh pada uji pertama. Uji ulang: {retest}. Tahap utama: {main}.',
    en: '{failed} uploads were not stored intact in the first run. Re-test: {retest}. Main phase: {main}.',
  },
  'compare.fates.stored': {
    id: '{stored} dari {tested} tersimpan utuh',
    en: '{stored} of {tested} stored intact',
  },
  'compare.fates.untested': { id: 'tidak diuji', en: 'not tested' },
  'compare.fates.first': { id: 'Uji pertama', en: 'First run' },
  'compare.fates.retest': { id: 'Uji ulang', en: 'Re-test' },
  'compare.fates.main': { id: 'Tahap utama', en: 'Main phase' },
  'compare.fates.list': { id: 'Satu per satu', en: 'One by one' },
  'compare.shown': {
    id: '{shown} dari {total} ditampilkan.',
    en: '{shown} of {total} are shown.',
  },
  'compare.anew': { id: 'Kegagalan baru', en: 'New failures' },
  'compare.anew.none': { id: 'Tidak ada kegagalan baru.', en: 'There are no new failures.' },
  'compare.anew.lead': {
    id: '{count} temuan pada uji kedua yang tidak ada pada uji pertama.',
    en: '{count} findings of the second run that the first did not have.',
  },
  'compare.samePlan': { id: 'Rencana yang sama', en: 'The same plan' },
  'compare.otherPlan': { id: 'Rencana yang berbeda', en: 'Different plans' },

  'terminal.documents': { id: 'Dokumen', en: 'Documents' },
  'terminal.reach': { id: 'Cakupan', en: 'Coverage' },
  'terminal.rates': { id: 'Laju dan keberhasilan', en: 'Throughput and success' },
  'terminal.first': { id: 'percobaan 1', en: 'first try' },
  'terminal.retried': { id: 'setelah ulang', en: 'after retries' },
  'terminal.latency': { id: 'Waktu tanggap', en: 'Latency' },
  'terminal.latency.plan': { id: 'sejak waktu rencana', en: 'from planned start' },
  'terminal.latency.attempt': { id: 'percobaan itu saja', en: 'attempt alone' },
  'terminal.failures': { id: 'Percobaan gagal', en: 'Failed attempts' },
  'terminal.recovery': { id: 'Pemulihan', en: 'Recovery' },
  'terminal.recovery.in': { id: 'pulih dalam {time}', en: 'recovered in {time}' },
  'terminal.recovery.backlog': { id: '{backlog} tertunda', en: '{backlog} pending' },
  'terminal.reasons': { id: 'Alasan', en: 'Reasons' },
  'terminal.files': { id: 'Berkas', en: 'Files' },
  'terminal.more': { id: '… dan {count} lagi', en: '… and {count} more' },
  'terminal.compression': { id: 'waktu dimampatkan\u00a0{speed}×', en: 'time compressed\u00a0{speed}×' },
} as const satisfies Record<string, Pair>;

export type SentenceKey = keyof typeof SENTENCES;
