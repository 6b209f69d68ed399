import type { DisturbanceLine } from '../../scenarios/journal-line.ts';
import { JournalReader, journalFiles } from './journal.ts';
import { PhaseClock } from './phase-clock.ts';
import type { PlannedRun } from './planned-run.ts';

/** What must be known of a whole journal before its attempts can be placed in time. */
export interface Survey {
  clock: PhaseClock;
  disturbances: DisturbanceLine[];
  attempts: number;
  /** Of the journals joined. */
  sha256: string;
  /** Epoch ms of the end of the last answer; null without attempts. */
  lastEnd: number | null;
}

/** Reads the journal once. With several generators a phase starts when the first of them started it. */
export async function surveyJournal(runDir: string, planned: PlannedRun): Promise<Survey> {
  const starts = new Map<string, number>();
  // Of one whose end was written too, the later line replaces the one from its beginning.
  const disturbances = new Map<string, DisturbanceLine>();
  let lastEnd: number | null = null;
  const reader = new JournalReader(journalFiles(runDir), planned.run.runId);
  for await (const line of reader.lines()) {
    if (line.kind === 'phase') {
      starts.set(line.phase, Math.min(line.startedAt, starts.get(line.phase) ?? Number.POSITIVE_INFINITY));
    } else if (line.kind === 'disturbance') {
      disturbances.set(`${line.type} ${line.name}`, line);
    } else if (line.kind === 'attempt') {
      lastEnd = Math.max(line.startedAt + line.durationMs, lastEnd ?? 0);
    }
  }
  const { attempts, sha256 } = reader.facts;
  return {
    clock: new PhaseClock(planned, starts),
    disturbances: [...disturbances.values()].sort((a, b) => a.startsAt - b.startsAt),
    attempts,
    sha256,
    lastEnd,
  };
}
