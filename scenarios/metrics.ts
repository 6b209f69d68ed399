import { Counter, Trend } from 'k6/metrics';

/**
 * k6's own view of the round, for its summary and for Grafana. Tags are bounded: never a TPS, an account or a URL. Each is marked as free of
 * side effects: a script that is made for one run leaves out those it never adds to, which k6 would keep for every VU.
 */

/** Uploads acknowledged, by kecamatan. */
export const documentsAcknowledged = /* @__PURE__ */ new Counter('documents_acknowledged');

/** TPS whose every document the target says it has, by kecamatan. */
export const tpsComplete = /* @__PURE__ */ new Counter('tps_complete');

/** Planned logins that worked; not those of accounts that were thrown out. */
export const loginsAccepted = /* @__PURE__ */ new Counter('logins_accepted');

/** Files of the published results that were given, unchanged ones included. */
export const filesRead = /* @__PURE__ */ new Counter('files_read');

/** C.Hasil that the KPPS confirmed, by kecamatan. */
export const formsConfirmed = /* @__PURE__ */ new Counter('forms_confirmed');

/** Forms (a TPS and an election each) that were saved in a pleno, by kecamatan. */
export const plenoFormsSaved = /* @__PURE__ */ new Counter('pleno_forms_saved');

/** Plenaries that were published. */
export const plenosPublished = /* @__PURE__ */ new Counter('plenos_published');

/** Attempts that failed, by operation and error class. */
export const attemptsFailed = /* @__PURE__ */ new Counter('attempts_failed');

/** Attempts over a link, by link, by kecamatan where its signal is disturbed, and by result; nothing without links. */
export const linkAttempts = /* @__PURE__ */ new Counter('link_attempts');

/** From the planned start of an operation to its success, by operation. */
export const latencyFromPlan = /* @__PURE__ */ new Trend('latency_from_plan', true);
