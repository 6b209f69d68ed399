import { join } from 'node:path';
import type { Phase } from '../../scenarios/workloads/phase.ts';
import { readyVusOf } from '../k6/inspect.ts';
import { launchK6 } from '../k6/launch.ts';
import { sampleResources } from '../k6/resources.ts';
import type { K6Binary } from '../k6/version.ts';
import { saveRunRecord } from '../run-folder/create.ts';
import { RUN_FILES, type RunRecord } from '../run-folder/types.ts';
import type { PlayedSignal } from '../signal/play-signal.ts';
import { JournalProgress, type Progress } from './progress.ts';
import { recordStop } from './watch/record-stop.ts';
import type { RunWatch } from './watch/watch-run.ts';

const PROGRESS_EVERY_MS = 1000;

export interface DriveOptions {
  folder: string;
  /** Gets how the run ended. */
  record: RunRecord;
  k6: K6Binary;
  phases: Phase[];
  /** Pages of a TPS. */
  pages: number;
  watch: RunWatch;
  signal: PlayedSignal;
  options: {
    signal: AbortSignal;
    onOutput: (text: string) => void;
    onProgress: (progress: Progress) => void;
  };
}

/**
 * Lets k6 do the work of a run that is ready, and writes into its record how it ended.
 * @returns k6's own exit code; null when it was killed
 */
export async function driveK6(of: DriveOptions): Promise<number | null> {
  const { folder, record, k6, phases, pages, watch, signal, options } = of;
  const progress = new JournalProgress(join(folder, RUN_FILES.journal), phases, pages);
  const ticker = setInterval(() => options.onProgress(progress.read()), PROGRESS_EVERY_MS);
  let resources: { stop(): void } | undefined;
  try {
    const code = await launchK6({
      k6,
      arguments: record.k6.arguments,
      logFile: join(folder, RUN_FILES.k6Log),
      onOutput: options.onOutput,
      onStart: (pid) => {
        resources = sampleResources(pid, join(folder, RUN_FILES.resources));
      },
      signal: options.signal,
      readyVus: readyVusOf(record.effectiveOptions),
      halt: AbortSignal.any([watch.halt, signal.broken]),
    });
    record.k6.exitCode = code;
    record.endedAt = new Date().toISOString();
    Object.assign(record, endOf(code, options.signal.aborted));
    if (signal.broken.aborted) {
      record.state = 'failed';
      record.stateReason = `toxiproxy ended while links were played over it; its words are in ${RUN_FILES.toxiproxyLog}`;
    }
    recordStop(record, watch);
    // Nothing that a link still holds may go on to the target.
    await signal.stop();
    saveRunRecord(folder, record);
    options.onProgress(progress.read());
    return code;
  } finally {
    clearInterval(ticker);
    resources?.stop();
  }
}

/** k6's exit codes of a run that went to its end: thresholds held, or some did not. Source: k6 `errext/exitcodes`. */
const RAN_TO_ITS_END = [0, 99];

function endOf(code: number | null, interrupted: boolean): Pick<RunRecord, 'state' | 'stateReason'> {
  if (interrupted) return { state: 'interrupted', stateReason: 'stopped by the operator' };
  if (code === null) return { state: 'failed', stateReason: 'k6 was killed by a signal' };
  if (RAN_TO_ITS_END.includes(code)) return { state: 'finished', stateReason: null };
  return {
    state: 'failed',
    stateReason: `k6 ended with exit code ${code}; its words are in ${RUN_FILES.k6Log}`,
  };
}
