import type { AttemptLine } from '../../scenarios/journal-line.ts';
import type { PlannedRun, PlannedUpload } from './planned-run.ts';

/** An attempt at a planned upload. */
export interface UploadAttempt {
  /** As if the upload had been sent by itself. */
  line: AttemptLine;
  /** null where no plan knows its key. */
  upload: PlannedUpload | null;
}

/**
 * The attempts at uploads that a line tells of: itself, where it is an upload; the parts of a batch, and what a manifest says is
 * there or cannot be sent. Each of these has the line's times and its exchange's number as attempt.
 */
export function uploadsIn(planned: PlannedRun, line: AttemptLine): UploadAttempt[] {
  if (line.operation === 'upload') return [{ line, upload: planned.uploadByKey(line.key ?? '') }];
  return (line.parts ?? []).map(({ key, sha256, acknowledged, errorClass, errorCode }) => {
    const upload = planned.uploadByKey(key);
    const { document, page, bytes } = upload ?? { document: null, page: null, bytes: 0 };
    // What a manifest says cost no bytes.
    const sent = line.operation === 'batch' ? bytes : 0;
    const attempt = (line.exchange ?? 0) + 1;
    const of = { key, sha256, acknowledged, errorClass, errorCode, document, page };
    return { line: { ...line, ...of, operation: 'upload', bytes: sent, attempt }, upload };
  });
}
