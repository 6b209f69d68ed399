/**
 * k6's metrics as its Prometheus remote write names them: prefix `k6_`, counters end in `_total`, gauges keep their
 * name. Trends have no name of their own: see {@link Trend}. The custom ones come from `scenarios/metrics.ts`, which
 * only k6 can import; a test holds the two together.
 */
export const K6 = {
  /** Counter; labels scenario, phase. */
  iterations: 'k6_iterations_total',
  /** Counter, born with the first iteration that no VU was free for; label scenario. */
  droppedIterations: 'k6_dropped_iterations_total',
  /** Counter; labels name (operation), method, status, error_code, expected_response. */
  httpRequests: 'k6_http_reqs_total',
  /** Counter of bytes. */
  dataSent: 'k6_data_sent_total',
  /** Counter of bytes. */
  dataReceived: 'k6_data_received_total',
  /** Gauge. */
  vus: 'k6_vus',
  /** Gauge. */
  vusMax: 'k6_vus_max',
  /** Counter of ours; label kecamatan (code). */
  documentsAcknowledged: 'k6_documents_acknowledged_total',
  /** Counter of ours; label kecamatan (code). */
  tpsComplete: 'k6_tps_complete_total',
  /** Counter of ours. */
  loginsAccepted: 'k6_logins_accepted_total',
  /** Counter of ours: files of the published results. */
  filesRead: 'k6_files_read_total',
  /** Counter of ours, only where KPPS confirm; label kecamatan (code). */
  formsConfirmed: 'k6_forms_confirmed_total',
  /** Counter of ours; label kecamatan (code). */
  plenoFormsSaved: 'k6_pleno_forms_saved_total',
  /** Counter of ours; label kecamatan (code). */
  plenosPublished: 'k6_plenos_published_total',
  /** Counter of ours, born with the first failure of its kind; labels operation, error_class. */
  attemptsFailed: 'k6_attempts_failed_total',
  /** Counter of ours, only where links are played; labels link, kecamatan (code, or empty), result (ok, failed). */
  linkAttempts: 'k6_link_attempts_total',
} as const;

/**
 * A k6 Trend of times. With native histograms it is one series `<base>_seconds`; with trend stats it is a gauge
 * `<base>_p95` for each configured statistic.
 */
export interface Trend {
  base: string;
  /** The label that holds the operation. */
  operationLabel: string;
}

export const TRENDS = {
  /** Ours: from the planned start of an operation to its success. */
  latencyFromPlan: { base: 'k6_latency_from_plan', operationLabel: 'operation' },
  /** k6's own: one attempt, from sending to the end of the answer. */
  attemptDuration: { base: 'k6_http_req_duration', operationLabel: 'name' },
} as const satisfies Record<string, Trend>;
