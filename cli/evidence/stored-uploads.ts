import type { StoredUpload } from '../run-folder/types.ts';
import type { PlannedRun, PlannedUpload } from './planned-run.ts';

const MOST_RECORDS = 255;

/** What the target gave back, held against every planned upload, a byte each and a line for each fault. */
export class StoredUploads {
  readonly #planned: PlannedRun;
  readonly #records: Uint8Array;
  readonly #altered = new Map<number, string>();
  /** Records under this run's keys that no plan knows. */
  readonly unexpected: StoredUpload[] = [];
  /** Records under this run's keys. */
  count = 0;

  constructor(planned: PlannedRun) {
    this.#planned = planned;
    this.#records = new Uint8Array(planned.uploadCount);
  }

  /** Records of other runs on the same target are none of ours and are passed over. */
  add(record: StoredUpload): void {
    if (!record.key.startsWith(`${this.#planned.run.runId}.`)) return;
    this.count++;
    const upload = this.#planned.uploadByKey(record.key);
    if (upload === null) {
      this.unexpected.push(record);
      return;
    }
    this.#records[upload.index] = Math.min(MOST_RECORDS, (this.#records[upload.index] ?? 0) + 1);
    const difference = differenceOf(record, upload);
    if (difference !== null && !this.#altered.has(upload.index)) this.#altered.set(upload.index, difference);
  }

  records(upload: PlannedUpload): number {
    return this.#records[upload.index] ?? 0;
  }

  /** The target has the upload once and as planned, whether it acknowledged it or not. */
  isIntact(upload: PlannedUpload): boolean {
    return this.records(upload) === 1 && this.alteration(upload) === null;
  }

  /** In what a record of the upload differs from what was planned and sent, or null. */
  alteration(upload: PlannedUpload): string | null {
    return this.#altered.get(upload.index) ?? null;
  }
}

function differenceOf(record: StoredUpload, upload: PlannedUpload): string | null {
  const differences: string[] = [];
  const compare = (what: string, found: string | number, planned: string | number) => {
    if (found !== planned) differences.push(`${what} ${found} instead of ${planned}`);
  };
  compare('SHA-256', record.sha256, upload.sha256);
  compare('bytes', record.bytes, upload.bytes);
  compare('TPS', record.tps, upload.tps.kode);
  compare('document', record.document, upload.document);
  compare('page', record.page, upload.page);
  return differences.length === 0 ? null : differences.join(', ');
}
