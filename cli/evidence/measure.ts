import { SIGNAL_DISTURBANCES } from '../../fixtures/plan/types.ts';
import type { AttemptLine, DisturbanceLine } from '../../scenarios/journal-line.ts';
import { breakpointOf } from './breakpoint.ts';
import { readGenerator, readK6Counts } from './generator.ts';
import { JournalReader, journalFiles } from './journal.ts';
import { keptByLink } from './kept-by-link.ts';
import { lastPlannedSecond } from './last-planned.ts';
import { LinkBook } from './link-book.ts';
import { OperationBook } from './operation-book.ts';
import type { PhaseClock } from './phase-clock.ts';
import { plannedDisturbances } from './planned-disturbances.ts';
import type { PlannedPhase, PlannedRun, PlannedUpload } from './planned-run.ts';
import { PlenoBook } from './pleno-book.ts';
import { RecoveryBook } from './recovery.ts';
import { surveyJournal } from './survey.ts';
import { TimelineBuilder } from './timeline.ts';
import type { TpsEntry } from './tps-table.ts';
import type { Measurements } from './types.ts';
import { UploadTimes } from './upload-times.ts';
import { uploadsIn } from './uploads-in.ts';

/**
 * What the journal of a run says, held against its plan. Reads the journal twice, line by line; keeps sixteen
 * bytes an upload. Works on a folder whose run was killed: what it did not write is missing from the figures, never invented.
 * @param unsafe keys of the acknowledged uploads that the audit did not find safely stored; null without an audit
 */
export async function measure(
  runDir: string,
  planned: PlannedRun,
  unsafe: ReadonlySet<string> | null = null,
): Promise<Measurements> {
  const { run, plan } = planned;
  const { clock, disturbances, attempts, sha256, lastEnd } = await surveyJournal(runDir, planned);
  const end = Math.max(lastEnd ?? 0, lastPlanned(planned, clock));
  const areas = plan.area.kecamatan.map(({ code }) => code);
  const timeline = new TimelineBuilder(clock.zero, end, areas);
  const book = new OperationBook(planned, clock);
  const recoveryBook = new RecoveryBook(
    disturbances,
    plannedDisturbances(planned, clock),
    clock.zero,
    unsafe,
  );
  const linkBook = new LinkBook(run);
  const times = new UploadTimes(planned, clock);
  const plenoBook = new PlenoBook(planned);
  const statusAnswers = { answered: 0, complete: 0 };
  let planDeviationMs: number | null = null;
  let earlyStartMs: number | null = null;

  function take(line: AttemptLine, upload: PlannedUpload | null, isRequest: boolean): void {
    const second = planned.attemptSecond(line, upload);
    if (second === null) return;
    const plannedAt = clock.at(line.phase, second);
    const effect = book.add(line, upload, plannedAt);
    timeline.addAttempt(line, plannedAt, effect);
    plenoBook.add(line);
    // Only first attempts: when an operator tries again is no plan's business. Of a batch the request is looked at.
    if (effect.offered && isRequest) {
      planDeviationMs = Math.max(planDeviationMs ?? 0, Math.abs(line.plannedAt - plannedAt));
      earlyStartMs = Math.max(earlyStartMs ?? 0, plannedAt - line.startedAt);
    }
    // Where two phones send the same, the first acknowledgement is the upload's.
    if (effect.achieved && upload !== null && Number.isNaN(times.acknowledgedAt[upload.index]))
      times.acknowledgedAt[upload.index] = line.startedAt + line.durationMs;
    if (effect.achieved && line.operation === 'status') {
      statusAnswers.answered++;
      if (line.complete === true) statusAnswers.complete++;
    }
  }

  for await (const line of new JournalReader(journalFiles(runDir), run.runId).lines()) {
    if (line.kind !== 'attempt') continue;
    const index = line.tps === null ? -1 : planned.table.indexOf(line.tps);
    const tps = planned.table.entries[index] ?? null;
    recoveryBook.addAttempt(line, tps?.sendsFrom ?? null);
    if (tps !== null) linkBook.add(line, index, tps);
    const isUpload = line.operation === 'upload';
    // The photos of a batch are counted where its uploads are.
    if (!isUpload) take(line.operation === 'batch' ? { ...line, bytes: 0 } : line, null, true);
    for (const { line: one, upload } of uploadsIn(planned, line)) take(one, upload, isUpload);
  }

  for (const phase of planned.phases) walkPhase(planned, phase, clock, times, timeline, recoveryBook);
  const recoveries = recoveryBook.recoveries();
  const steps = timeline.timeline();
  return {
    workload: run.workload,
    flow: run.flow,
    speed: run.speed,
    durationSecond: lastEnd === null ? 0 : Math.max(0, lastEnd - firstPlanned(planned, clock)) / 1000,
    ...book.measurements(),
    timeline: steps,
    recoveries,
    signal: linkBook.measurement(askedTps(planned)),
    undisturbedUploads: times.undisturbed(recoveries),
    peakQuarter: times.peakQuarter(),
    pleno: plenoBook.measurement(),
    breakpoint: breakpointOf(planned, steps),
    ...(await readGenerator(runDir, run.machine.cpus)),
    sessionsNotStarted: book.sessionsNotStarted(),
    planDeviationMs,
    earlyStartMs,
    statusAnswers,
    journalSha256: sha256,
    requests: { attempts, control: controlRequests(disturbances) },
    k6: readK6Counts(runDir, run),
  };
}

/** The TPS of the phase that uploads every TPS once. */
function* askedTps(planned: PlannedRun): Generator<TpsEntry> {
  const phase = planned.mainPhase;
  for (const turn of phase?.tps?.keys() ?? []) {
    const tps = phase === null ? null : planned.sessionTps(phase, turn);
    if (tps !== null) yield tps;
  }
}

/** All faults of the target's own timeline are asked for at once; those of the signal ask nothing of it. */
function controlRequests(disturbances: readonly DisturbanceLine[]): number {
  const signal: readonly string[] = SIGNAL_DISTURBANCES;
  return disturbances.some(({ type }) => !signal.includes(type)) ? 1 : 0;
}

/** What is planned, on the real clock: arrivals for the timeline, backlogs for the recoveries, TPS that are complete. */
function walkPhase(
  planned: PlannedRun,
  phase: PlannedPhase,
  clock: PhaseClock,
  times: UploadTimes,
  timeline: TimelineBuilder,
  recoveries: RecoveryBook,
): void {
  const plan = (kind: 'logins' | 'uploads' | 'reads' | 'confirms' | 'saves', second: number) => {
    if (planned.isDue(phase, second)) timeline.plan(kind, clock.at(phase.phase.name, second));
  };
  const repeats = phase.phase.repeats !== null;
  for (const [session, start] of phase.startSecond.entries()) {
    for (const { second } of phase.visits?.reads(session, start) ?? []) plan('reads', second);
    for (const second of phase.plenos?.seconds(session, start, 'login') ?? []) plan('logins', second);
    for (const second of phase.plenos?.seconds(session, start, 'pleno-save') ?? []) plan('saves', second);
    if (phase.visits === null && phase.plenos === null) plan('logins', start);
  }
  for (const turn of phase.tps?.keys() ?? []) {
    const kept = keptByLink(planned, phase, turn);
    let completeAt = Number.NEGATIVE_INFINITY;
    for (const upload of planned.uploadsOfSession(phase, turn)) {
      const plannedAt = clock.at(phase.phase.name, upload.second);
      const at = times.acknowledgedAt[upload.index] ?? Number.NaN;
      if (!repeats) times.plannedAt[upload.index] = plannedAt;
      plan('uploads', upload.second);
      if (repeats) continue;
      recoveries.addUpload(upload, plannedAt, at, kept);
      // NaN, an upload never acknowledged, makes the maximum NaN: such a TPS is not complete.
      completeAt = Math.max(completeAt, at);
    }
    for (const { document } of planned.forms.ofSession(planned, phase, turn))
      plan('confirms', planned.formSecond(phase, turn, document, 'confirm', 0) ?? 0);
    const tps = planned.sessionTps(phase, turn);
    if (phase === planned.mainPhase && tps !== null && Number.isFinite(completeAt)) {
      timeline.addComplete(tps.kecamatan, completeAt);
    }
  }
}

function firstPlanned(planned: PlannedRun, clock: PhaseClock): number {
  const starts = planned.phases.map(({ phase, startSecond }) => clock.at(phase.name, startSecond[0] ?? 0));
  return Math.min(...starts);
}

function lastPlanned(planned: PlannedRun, clock: PhaseClock): number {
  const ends = planned.phases.map((phase) => {
    const { name, durationSecond } = phase.phase;
    return clock.at(name, Math.max(durationSecond, lastPlannedSecond(planned, phase, lastOperation(phase))));
  });
  return Math.max(...ends);
}

/** The operation with which each session of a phase ends. */
function lastOperation({ phase, plenos }: PlannedPhase): 'confirm' | 'status' | 'pleno-publish' {
  if (plenos !== null) return 'pleno-publish';
  return phase.confirms ? 'confirm' : 'status';
}
