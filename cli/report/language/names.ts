import type { ErrorClass, Operation } from '../../../scenarios/journal-line.ts';
import type { Phase, WorkloadName } from '../../../scenarios/workloads/phase.ts';
import type { Change } from '../../evidence/comparison-types.ts';
import type { Finding, Outcome, VerdictWord } from '../../evidence/types.ts';
import type { RunRecord } from '../../run-folder/types.ts';
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
