/** Limits of the contract. Each number stands here only. */
export const LIMITS = {
  /** Bytes of one photo. */
  photoBytes: 10 * 1024 * 1024,
  /**
   * Pixels of the shorter side: the narrowest box of C.Hasil is 38 of 1000 units wide (fixtures/photos/layout), so a digit has 9
   * pixels. Assumed: fewer cannot be read; no limit of the real system is published.
   */
  photoSideMin: 240,
  /** Pixels of the longer side: the largest sensors of phones, 200 megapixels, give 16,320 x 12,240. */
  photoSideMax: 16_384,
  /** Photos in one manifest of a phone: 70 TPS with 7 pages each, more than any operator of a PPS helps (A: assumed). */
  syncItems: 500,
  /** Photos in one batch: every page of a handful of TPS (A: assumed, small enough to arrive within the time of a request). */
  batchParts: 50,
  /** Bytes of one batch: 50 photos of the 2 MB that a phone takes. */
  batchBytes: 100 * 1024 * 1024,
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
  /** Entries in one answer of a document's history. */
  historyEntries: 1000,
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
