import type { ErrorClass } from '../journal-line.ts';
import type { Answer } from './answers.ts';
import type { Upload } from './upload.ts';

/** What a target says of one photo on a phone. */
export interface HeldUpload {
  key: string;
  /** stored: durable there, with these bytes; wanted: not there; refused: it cannot be sent. */
  state: 'stored' | 'wanted' | 'refused';
  /** The target's code for a refusal. */
  errorCode: string | null;
}

export interface ManifestAnswer extends Answer {
  /** Every upload that was asked about; empty where the call failed. */
  held: readonly HeldUpload[];
}

/** What became of one photo of a batch. */
export interface PartAnswer {
  key: string;
  /** null: stored with the bytes that were sent. */
  errorClass: ErrorClass | null;
  errorCode: string | null;
}

export interface BatchAnswer extends Answer {
  /** Every upload of the batch; empty where the batch as a whole was not answered. */
  parts: readonly PartAnswer[];
}

/** For phones that were offline: what is missing, and many photos in one request. */
export interface OfflinePart {
  /** Which of the phone's photos the target has. */
  manifest(token: string, uploads: readonly Upload[]): ManifestAnswer;
  /** Header lines of the part that carries an upload, each ended by CRLF; at least its content-disposition. */
  partHead(upload: Upload): string;
  /**
   * Submits several pages at once. Each is stored once, whatever becomes of the others, and what had arrived when the connection
   * broke stays.
   * @param form the complete multipart body, `contentType` its header
   */
  batch(token: string, uploads: readonly Upload[], form: Uint8Array, contentType: string): BatchAnswer;
}
