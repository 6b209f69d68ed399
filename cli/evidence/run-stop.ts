import type { RunRecord } from '../run-folder/types.ts';
import { readK6Counts } from './generator.ts';
import { JournalReader, journalFiles } from './journal.ts';

/** Where a breakpoint stopped: how far the plan had come by then. */
export interface RunStop {
  /** Plan seconds from the start of the run. */
  second: number;
  /** Epoch ms. */
  at: number;
  /** Whether a session had started by then. */
  started(phase: string, session: number): boolean;
}

/**
 * When k6 stopped a breakpoint, by the journal; null for other workloads, where every session came to its end, and
 * where the run was killed before it could write a line of it.
 * @param planned sessions in all
 */
export async function readStop(runDir: string, run: RunRecord, planned: number): Promise<RunStop | null> {
  if (run.workload !== 'breakpoint') return null;
  const { iterations } = readK6Counts(runDir, run);
  if (iterations === null || iterations >= planned) return null;
  const sessions = new Set<string>();
  let startedAt: number | null = null;
  let at: number | null = null;
  for await (const line of new JournalReader(journalFiles(runDir), run.runId).lines()) {
    // A breakpoint's first phase starts with the run; a second phone's begins later.
    if (line.kind === 'phase') startedAt ??= line.startedAt;
    if (line.kind === 'start') sessions.add(`${line.phase} ${line.session}`);
    if (line.kind === 'end') at = Math.min(at ?? line.at, line.at);
  }
  if (startedAt === null || at === null) return null;
  return {
    second: ((at - startedAt) / 1000) * run.speed,
    at,
    started: (phase, session) => sessions.has(`${phase} ${session}`),
  };
}
