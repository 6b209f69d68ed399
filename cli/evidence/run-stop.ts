import type { RunRecord } from '../run-folder/types.ts';
import { JournalReader, journalFiles } from './journal.ts';

/** Where a breakpoint stopped: its one phase, and how far the plan had come by then. */
export interface RunStop {
  phase: string;
  /** Plan seconds from the phase's start. */
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
  let phase: { name: string; startedAt: number } | null = null;
  let at: number | null = null;
  for await (const line of new JournalReader(journalFiles(runDir), run.runId).lines()) {
    // The first phase; a second phone's begins later and ends with it.
    if (line.kind === 'phase' && phase === null) phase = { name: line.phase, startedAt: line.startedAt };
    if (line.kind === 'end') at = line.at;
  }
  if (phase === null || at === null) return null;
  return { phase: phase.name, second: ((at - phase.startedAt) / 1000) * run.speed, at };
}
