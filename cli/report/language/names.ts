import type {
  AccountRole,
  AreaLevel,
  DisturbanceType,
  MistakeKind,
  Way,
} from '../../../fixtures/plan/types.ts';
import type { FlowName } from '../../../scenarios/flows/catalog.ts';
import type { ErrorClass, Operation } from '../../../scenarios/journal-line.ts';
import type { LinkName } from '../../../scenarios/signal/links-file.ts';
import type { Phase, WorkloadName } from '../../../scenarios/workloads/phase.ts';
import type { Change } from '../../evidence/comparison-types.ts';
import type { Finding, Outcome, VerdictWord } from '../../evidence/types.ts';
import type { RunRecord, StopCause } from '../../run-folder/types.ts';
import type { Pair } from './lang.ts';

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
  'average-load': { id: 'Uji beban rata-rata', en: 'Average-load test' },
  stress: { id: 'Uji tekanan', en: 'Stress test' },
  spike: { id: 'Uji lonjakan', en: 'Spike test' },
  soak: { id: 'Uji ketahanan', en: 'Soak test' },
  breakpoint: { id: 'Uji titik patah', en: 'Breakpoint test' },
};

/** Who did what. The rounds' own flow goes without saying. */
export const FLOW_TITLES: Record<FlowName, Pair> = {
  kpps: { id: 'KPPS mengunggah', en: 'KPPS uploading' },
  'kpps-double-tap': {
    id: 'KPPS mengunggah, setiap unggahan terkirim dua kali sekaligus',
    en: 'KPPS uploading, every upload sent twice at once',
  },
  'kpps-two-phones': {
    id: 'KPPS mengunggah, akun yang sama di dua ponsel',
    en: 'KPPS uploading, the same account on two phones',
  },
  'kpps-retake': {
    id: 'KPPS mengunggah, setiap halaman difoto ulang',
    en: 'KPPS uploading, every page photographed again',
  },
  pps: {
    id: 'operator PPS mengunggah untuk TPS di kelurahannya',
    en: 'PPS operators uploading for the TPS of their kelurahan',
  },
  'kpps-confirm': {
    id: 'KPPS mengunggah, lalu mencocokkan dan mengonfirmasi C.Hasil',
    en: 'KPPS uploading, then comparing and confirming C.Hasil',
  },
  'kpps-offline': {
    id: 'KPPS masuk sehari sebelumnya, bekerja luring, lalu mengirim sekaligus',
    en: 'KPPS logged in the day before, working offline, then sending in batches',
  },
  login: { id: 'hanya masuk (login)', en: 'logins only' },
  ppk: { id: 'rapat pleno PPK', en: 'plenary of the PPK' },
  'ppk-two-operators': {
    id: 'rapat pleno PPK, dua operator menyimpan formulir yang sama',
    en: 'plenary of the PPK, two operators saving the same forms',
  },
  readers: { id: 'pembaca hasil', en: 'readers of the results' },
};

export const UNITS: Record<string, Pair> = {
  uploads: { id: 'unggahan', en: 'uploads' },
  forms: { id: 'C.Hasil', en: 'C.Hasil' },
};

export const RUN_STATES: Record<RunRecord['state'], Pair> = {
  running: { id: 'terputus sebelum selesai', en: 'stopped before it ended' },
  finished: { id: 'selesai', en: 'finished' },
  interrupted: { id: 'dihentikan', en: 'interrupted' },
  stopped: { id: 'dihentikan sebelum selesai', en: 'stopped before its end' },
  failed: { id: 'gagal', en: 'failed' },
};

/** Where the passwords came from. */
export const CREDENTIALS: Record<RunRecord['credentials'], Pair> = {
  plan: { id: 'sandi sintetis dari rencana', en: 'synthetic passwords of the plan' },
  'secrets-file': { id: 'berkas rahasia', en: 'a secrets file' },
  environment: { id: 'variabel lingkungan', en: 'a variable of the environment' },
};

/** What stopped a run before its end. */
export const STOP_CAUSES: Record<StopCause, Pair> = {
  file: { id: 'berkas penghenti', en: 'the stop file' },
  key: { id: 'tombol penghenti', en: 'the stop key' },
  failures: { id: 'terlalu banyak percobaan gagal', en: 'too many failed attempts' },
  window: { id: 'waktu izin habis', en: 'the end of the authorised window' },
  rate: { id: 'laju melebihi izin', en: 'a rate above the authorised one' },
  accounts: { id: 'akun melebihi izin', en: 'more accounts than authorised' },
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
  reads: { id: 'Baca hasil', en: 'Reads of results' },
  recovery: { id: 'Pemulihan', en: 'Recovery' },
  forms: { id: 'Konfirmasi C.Hasil', en: 'Confirmation of C.Hasil' },
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
  confirmedShare: { id: 'C.Hasil terkonfirmasi', en: 'C.Hasil confirmed' },
  drainedShare: { id: 'Gangguan yang pulih', en: 'Disturbances recovered from' },
  'drainSecond.max': { id: 'Pemulihan terlama', en: 'Slowest recovery' },
};

export const PHASES: Record<Phase['name'], Pair> = {
  relogin: { id: 'tahap masuk ulang', en: 'phase of failed logins again' },
  retest: { id: 'tahap uji ulang', en: 're-test phase' },
  login: { id: 'tahap masuk', en: 'login phase' },
  upload: { id: 'tahap unggah', en: 'upload phase' },
  twin: { id: 'tahap ponsel kedua', en: 'second phones' },
  read: { id: 'tahap pembaca', en: 'readers' },
  pleno: { id: 'tahap pleno', en: 'pleno phase' },
};

export const OPERATIONS: Record<Operation, Pair> = {
  login: { id: 'masuk (login)', en: 'log in' },
  list: { id: 'daftar TPS', en: 'list TPS' },
  upload: { id: 'unggah dokumen', en: 'upload document' },
  status: { id: 'periksa status', en: 'check status' },
  read: { id: 'baca hasil', en: 'read results' },
  reading: { id: 'lihat hasil baca', en: 'look at reading' },
  confirm: { id: 'konfirmasi C.Hasil', en: 'confirm C.Hasil' },
  manifest: { id: 'daftar foto', en: 'list of photos' },
  batch: { id: 'kirim sekaligus', en: 'send a batch' },
  'pleno-open': { id: 'buka pleno', en: 'open pleno' },
  'pleno-look': { id: 'cocokkan TPS', en: 'compare TPS' },
  'pleno-save': { id: 'simpan TPS', en: 'save TPS' },
  'pleno-import': { id: 'impor pleno', en: 'import pleno' },
  'pleno-finalise': { id: 'finalisasi', en: 'finalise' },
  'pleno-document': { id: 'unggah D.Hasil', en: 'upload D.Hasil' },
  'pleno-publish': { id: 'publikasi', en: 'publish' },
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
  PLENO_DIFFERS: { id: 'Jumlah pleno berbeda', en: 'Sum of the pleno differs' },
  PLENO_MISSING: { id: 'Pleno tidak lengkap', en: 'Pleno not complete' },
  LOGIN_GIVEN_UP: { id: 'Akun menyerah di tahap masuk', en: 'Account gave up a login' },
  UNCONFIRMED: { id: 'C.Hasil tidak terkonfirmasi', en: 'C.Hasil not confirmed' },
};

export const DISTURBANCES: Record<DisturbanceType, Pair> = {
  outage: { id: 'layanan mati', en: 'outage' },
  slow: { id: 'layanan lambat', en: 'slow service' },
  errors: { id: 'galat beruntun', en: 'error burst' },
  'signal-outage': { id: 'kecamatan tanpa sinyal', en: 'kecamatan without signal' },
  'signal-weak': { id: 'sinyal kecamatan buruk', en: 'bad signal in a kecamatan' },
};

/** What requests went over. */
export const LINK_NAMES: Record<LinkName, Pair> = {
  good: { id: 'Sinyal baik', en: 'Good signal' },
  '4g-congested': { id: '4G padat', en: '4G, congested' },
  '3g': { id: '3G', en: '3G' },
  edge: { id: 'EDGE', en: 'EDGE' },
  none: { id: 'Tanpa sinyal', en: 'No signal' },
};

export const FIGURE_MARKS: Record<'S' | 'V' | 'D' | 'A', Pair> = {
  S: { id: 'dinyatakan', en: 'stated' },
  V: { id: 'sumber terbuka', en: 'public source' },
  D: { id: 'diturunkan', en: 'derived' },
  A: { id: 'asumsi', en: 'assumed' },
};

export const AREA_LEVELS: Record<AreaLevel, Pair> = {
  nasional: { id: 'nasional', en: 'nation' },
  provinsi: { id: 'provinsi', en: 'province' },
  kabupaten: { id: 'kabupaten', en: 'kabupaten' },
  kota: { id: 'kota', en: 'kota' },
  kecamatan: { id: 'kecamatan', en: 'kecamatan' },
};

export const ACCOUNT_ROLES: Record<AccountRole, Pair> = {
  kpps: { id: 'KPPS', en: 'KPPS' },
  'pps-operator': { id: 'Operator PPS', en: 'PPS operator' },
  'ppk-admin': { id: 'Admin PPK', en: 'PPK admin' },
  'ppk-operator': { id: 'Operator PPK', en: 'PPK operator' },
  'kabkota-admin': { id: 'Admin kabupaten/kota', en: 'Kabupaten/kota admin' },
};

/** How a TPS submits. */
export const WAY_NAMES: Record<Way, Pair> = {
  online: { id: 'Daring', en: 'Online' },
  offline: { id: 'Luring, pindah desa', en: 'Offline, other village' },
  'offline-online': { id: 'Luring, lalu daring', en: 'Offline, online later' },
  kecamatan: { id: 'Di kecamatan', en: 'At the kecamatan' },
};

export const WAY_MEANINGS: Record<Way, Pair> = {
  online: {
    id: 'Setiap lembar dikirim begitu difoto.',
    en: 'Each sheet is sent as it is photographed.',
  },
  offline: {
    id: 'Tanpa sinyal di TPS: ponsel dibawa ke desa lain yang bersinyal, semua foto dikirim sekaligus.',
    en: 'No signal at the TPS: the phone is carried to another village that has it, all photos leave in one batch.',
  },
  'offline-online': {
    id: 'Foto disimpan di ponsel dan dikirim sekaligus pada malam hari atau keesokan harinya.',
    en: 'Photos are kept on the phone and leave in one batch in the evening or the next day.',
  },
  kecamatan: {
    id: 'Dikirim dari kecamatan oleh operator PPK.',
    en: 'Sent from the kecamatan by an operator of the PPK.',
  },
};

/** What goes wrong on purpose. */
export const MISTAKE_NAMES: Record<MistakeKind, Pair> = {
  'sum-mismatch': { id: 'Jumlah tidak cocok', en: 'Totals that do not add up' },
  'over-cap': { id: 'Melebihi batas pemilih TPS', en: 'Over the cap of the TPS' },
  'blank-box': { id: 'Kotak angka kosong', en: 'Blank digit box' },
  'x-box': { id: 'Kotak angka bertanda X', en: 'X in a digit box' },
  overwritten: { id: 'Angka dicoret dan ditimpa', en: 'Figure struck out and overwritten' },
  'read-1-as-9': { id: '1 terbaca 9 (105 menjadi 905)', en: '1 reads as 9 (105 as 905)' },
  'read-8-appended': {
    id: 'Terbaca dengan 8 di belakang (74 menjadi 748)',
    en: 'Reads with an 8 behind (74 as 748)',
  },
  'read-0-appended': {
    id: 'Terbaca dengan 0 di belakang (16 menjadi 160)',
    en: 'Reads with a 0 behind (16 as 160)',
  },
  'read-3-as-8': { id: '3 terbaca 8', en: '3 reads as 8' },
  'read-2-as-7': { id: '2 terbaca 7', en: '2 reads as 7' },
  blurred: { id: 'Foto kabur', en: 'Blurred photo' },
  rotated: { id: 'Foto terputar', en: 'Rotated photo' },
  dark: { id: 'Foto gelap', en: 'Dark photo' },
  'cut-off': { id: 'Foto terpotong', en: 'Cut-off photo' },
  'wrong-sheet': { id: 'Lembar dokumen lain', en: 'Sheet of another document' },
  'other-tps': { id: 'Lembar TPS lain', en: 'Sheet of another TPS' },
  'same-sheet-twice': { id: 'Lembar yang sama dikirim dua kali', en: 'The same sheet sent twice' },
};

/** Topics of the plan's figures, by the first word of a figure's name. */
export const FIGURE_TOPICS: Record<string, Pair> = {
  areas: { id: 'Wilayah dan TPS', en: 'Areas and TPS' },
  voters: { id: 'Pemilih', en: 'Voters' },
  ballots: { id: 'Surat suara', en: 'Ballots' },
  elections: { id: 'Pemilihan dan bobot suara', en: 'Elections and vote shares' },
  accounts: { id: 'Akun', en: 'Accounts' },
  documents: { id: 'Dokumen dan foto', en: 'Documents and photos' },
  submission: { id: 'Cara pengiriman', en: 'Ways of submission' },
  mistakes: { id: 'Kesalahan', en: 'Mistakes' },
  workload: { id: 'Beban', en: 'Load' },
  signal: { id: 'Sinyal', en: 'Signal' },
  other: { id: 'Lainnya', en: 'Others' },
};
