import { type Committed, createGroupCommit } from './group-commit.ts';
import type { AddResult, AppendResult, CommitObserver, NewEvent, NewUpload, UploadStore } from './types.ts';

/** Milliseconds the first of a batch waits for company, so that many share one commit. */
const COMMIT_WINDOW_MS = 3;

/** What commits batches durably; may be asked for a batch of each kind at once. */
export interface BatchWriter {
  commitUploads(uploads: readonly NewUpload[]): Promise<Committed<AddResult>>;
  commitEvents(events: readonly NewEvent[]): Promise<Committed<AppendResult>>;
}

/** Uploads and events each gather into batches of their own, so neither waits for the other's company. */
export function createCommitLanes(
  writer: BatchWriter,
  observe: CommitObserver = () => {},
): Pick<UploadStore, 'add' | 'append' | 'close'> {
  const uploads = createGroupCommit<NewUpload, AddResult>({
    commit: writer.commitUploads,
    failed: { outcome: 'failed', record: null },
    windowMs: COMMIT_WINDOW_MS,
    observe: (seconds, records) => observe({ of: 'uploads', seconds, records }),
  });
  const events = createGroupCommit<NewEvent, AppendResult>({
    commit: writer.commitEvents,
    failed: { outcome: 'failed', event: null },
    windowMs: COMMIT_WINDOW_MS,
    observe: (seconds, records) => observe({ of: 'events', seconds, records }),
  });
  return {
    add: uploads.add,
    append: events.add,
    close: async () => {
      await Promise.all([uploads.close(), events.close()]);
    },
  };
}
