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

/** A finished multipart body, in either form in which k6 takes one: to be passed on as it is, within the call. Its memory is used again. */
export type UploadBody = Uint8Array | ArrayBuffer;
