/** One upload, ready to be sent. */
export interface Upload {
  tps: string;
  document: string;
  page: number;
  key: string;
  /** Hex SHA-256 of the photo. */
  sha256: string;
  photoBytes: number;
}
