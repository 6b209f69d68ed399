import { Counter, Trend } from 'k6/metrics';

/** k6's own view of the round, for its summary and for Grafana. Tags are bounded: never a TPS, an account or a URL. */

/** Uploads acknowledged, by kecamatan. */
export const documentsAcknowledged = new Counter('documents_acknowledged');

/** TPS whose every document the target says it has, by kecamatan. */
export const tpsComplete = new Counter('tps_complete');

/** Planned logins that worked; not those of accounts that were thrown out. */
export const loginsAccepted = new Counter('logins_accepted');

/** Files of the published results that were given, unchanged ones included. */
export const filesRead = new Counter('files_read');

/** C.Hasil that the KPPS confirmed, by kecamatan. */
export const formsConfirmed = new Counter('forms_confirmed');

/** Forms (a TPS and an election each) that were saved in a pleno, by kecamatan. */
export const plenoFormsSaved = new Counter('pleno_forms_saved');

/** Plenaries that were published. */
export const plenosPublished = new Counter('plenos_published');

/** Attempts that failed, by operation and error class. */
export const attemptsFailed = new Counter('attempts_failed');

/** Attempts over a link, by link, by kecamatan where its signal is disturbed, and by result; nothing without links. */
export const linkAttempts = new Counter('link_attempts');

/** From the planned start of an operation to its success, by operation. */
export const latencyFromPlan = new Trend('latency_from_plan', true);
