/** Limits of the contract. Each number stands here only. */
export const LIMITS = {
  /** Bytes of one photo. */
  photoBytes: 10 * 1024 * 1024,
  /** Bytes of a JSON body. */
  jsonBytes: 256 * 1024,
  /** Bytes of D.Hasil as PDF: some hundred scanned pages (A). */
  pdfBytes: 20 * 1024 * 1024,
  /** Bytes of an offline kecamatan's file: the largest kecamatan has 753 TPS, of some 1.6 kB each. */
  plenoFileBytes: 4 * 1024 * 1024,
  /** Faults, differences or missing forms that one error names. */
  named: 100,
  /** Events in one answer of a pleno's history. */
  eventsPerPage: 100,
  /** TPS in one answer of the list. */
  tpsPerPage: 100,
  /** Uploads in one answer of the read-back. */
  uploadsPerPage: 5000,
  /** Characters of a path parameter; longer is 414. */
  parameterLength: 100,
  /** Milliseconds within which a whole request must have arrived. */
  requestTimeoutMs: 120_000,
  /** Seconds a token lives. */
  tokenSecond: 12 * 60 * 60,
  /** Seconds a refresh token lives, and with it its session. Assumed: login the day before the vote, upload the night after it. */
  refreshSecond: 48 * 60 * 60,
  /** Characters of a device's id. */
  deviceLength: 100,
  /** Logins of one session whose refresh tokens are followed at once; the one that refreshed longest ago is given up. */
  refreshedLogins: 100,
  /** Entries of a timeline of faults. */
  faults: 100,
  /** Milliseconds the fault `slow` may add. */
  faultDelayMs: 600_000,
} as const;
