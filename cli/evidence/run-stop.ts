import type { RunRecord } from '../run-folder/types.ts';
import { JournalReader, journalFiles } from './journal.ts';

/** Where a breakpoint stopped: how far the plan had come by then. */
export interface RunStop {
  /** Plan seconds from the start of the run. */
  second: number;
  /** Epoch ms. */
  at: number;
}

/**
 * When k6 stopped a breakpoint, by the journal's last line; null for other workloads, and where the run was killed before it
 * could write one. Whether that was before the plan's end is the caller's to see.
 */
export async function readStop(runDir: string, run: RunRecord): Promise<RunStop | null> {
  if (run.workload !== 'breakpoint') return null;
  let startedAt: number | null = null;
  let at: number | null = null;
  for await (const line of new JournalReader(journalFiles(runDir), run.runId).lines()) {
    // A breakpoint's first phase starts with the run; a second phone's begins later.
    if (line.kind === 'phase') startedAt ??= line.startedAt;
    if (line.kind === 'end') at = line.at;
  }
  if (startedAt === null || at === null) return null;
  return { second: ((at - startedAt) / 1000) * run.speed, at };
}
