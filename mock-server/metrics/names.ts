/** Names of every metric of this server; the dashboards import them. Conventions: https://prometheus.io/docs/practices/naming/ */
export const METRICS = {
  /** Counter; labels route, method, status (2xx, 4xx, 5xx, or aborted where no answer got out). */
  httpRequests: 'sirekap_http_requests_total',
  /** Histogram of seconds; labels route, status: a refusal in no time must not make a route look fast. */
  httpRequestDuration: 'sirekap_http_request_duration_seconds',
  /** Gauge; label route (waiting: for a worker, or held by a fault, before its route is reached). */
  httpRequestsInFlight: 'sirekap_http_requests_in_flight',
  /** Gauge of connections open. */
  httpConnections: 'sirekap_http_connections_open',
  /** Histogram of seconds a timer of the serving thread came late, over the whole life of the process. */
  eventLoopLag: 'sirekap_event_loop_lag_seconds',
  /** Counter of uploads stored; label document. */
  uploadsStored: 'sirekap_uploads_stored_total',
  /** Counter of uploads answered from what was stored before. */
  uploadsRepeated: 'sirekap_uploads_repeated_total',
  /** Counter of uploads that were not stored; label reason (conflict, full, failed). */
  uploadsRejected: 'sirekap_uploads_rejected_total',
  /** Counter of bytes of the photos stored. */
  uploadBytes: 'sirekap_upload_bytes_total',
  /** Histogram of seconds; label of (uploads, events). */
  storeCommitDuration: 'sirekap_store_commit_duration_seconds',
  /** Histogram of uploads per commit. */
  storeCommitUploads: 'sirekap_store_commit_uploads',
  /** Counter; label result (accepted, rejected, locked, elsewhere: on another device). */
  logins: 'sirekap_logins_total',
  /** Gauge of TPS whose every page is stored; labels kecamatan (code), name. */
  tpsComplete: 'sirekap_tps_complete',
  /** Gauge of TPS in the plan; labels kecamatan (code), name. */
  tpsPlanned: 'sirekap_tps_planned',
  /** Gauge of kecamatan by how far their pleno is; label state (not-opened, open, finalised, published). */
  plenos: 'sirekap_plenos',
  /** Counter of forms (one election at one TPS) saved in plenos; repeats of a save do not count. */
  plenoSaves: 'sirekap_pleno_saves_total',
  /** Counter of figures corrected by these saves. */
  plenoCorrections: 'sirekap_pleno_corrections_total',
  /** Counter of saves refused since somebody else had saved the form meanwhile. */
  plenoConflicts: 'sirekap_pleno_conflicts_total',
  /** Gauge of faults that are on at this moment; label type. */
  faultsActive: 'sirekap_faults_active',
  /** Gauge of requests that wait for a worker of the capacity model. */
  capacityQueue: 'sirekap_capacity_queue_requests',
  /** Gauge of workers in service. */
  capacityBusy: 'sirekap_capacity_busy_workers',
  /** Gauge of workers there are, 0 without a capacity model. */
  capacityWorkers: 'sirekap_capacity_workers',
  /** Histogram of seconds waited for a worker, also in vain. */
  capacityWait: 'sirekap_capacity_wait_seconds',
  /** Counter; label reason (full, timeout, connections). */
  capacityRefused: 'sirekap_capacity_refused_total',
  /** Gauge of photos that wait to be read. */
  recognitionQueue: 'sirekap_recognition_queue_photos',
  /** Gauge of photos that are being read. */
  recognitionBusy: 'sirekap_recognition_busy_workers',
  /** Gauge of workers that read, 0 where all is read at once. */
  recognitionWorkers: 'sirekap_recognition_workers',
  /** Histogram of seconds a photo waited for a worker. */
  recognitionWait: 'sirekap_recognition_wait_seconds',
  /** Histogram of seconds a worker took for a photo. */
  recognitionService: 'sirekap_recognition_service_seconds',
  /** Counter of photos looked at; label outcome (read, unreadable, wrong-sheet). */
  recognitionResults: 'sirekap_recognition_results_total',
  /** Gauge of documents; labels kecamatan (code), name, status (0 nothing, 1 camera, 2 cloud, 3 check). */
  documents: 'sirekap_documents',
  /** Prefix of prom-client's own metrics of the process, e.g. sirekap_process_cpu_seconds_total. */
  processPrefix: 'sirekap_',
} as const;
