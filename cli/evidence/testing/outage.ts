import type { AttemptLine } from '../../../scenarios/journal-line.ts';
import { ANSWER_MS, RUN_ID, SPEED, ZERO } from './synthetic-constants.ts';
import type { SyntheticRun } from './synthetic-run.ts';

/** The operators try again this long after an outage. */
const LATER_MS = 100;

/**
 * An outage that the plan has, the target plays and everybody recovers from: every attempt in it fails once. Times are real ms from the
 * start of the run.
 * @returns the attempts that failed
 */
export function addOutage(run: SyntheticRun, fromMs: number, toMs: number, name = 'padam'): AttemptLine[] {
  const [startsAt, endsAt] = [ZERO + fromMs, ZERO + toMs];
  const uploads = run.phases.find(({ phase }) => phase === 'upload')?.startedAt ?? ZERO;
  run.plan.plan.workload.disturbances.push({
    name,
    type: 'outage',
    atSecond: ((startsAt - uploads) * SPEED) / 1000,
    durationSecond: ((endsAt - startsAt) * SPEED) / 1000,
  });
  run.disturbances.push({
    v: 1,
    kind: 'disturbance',
    run: RUN_ID,
    name,
    type: 'outage',
    startsAt,
    endsAt,
    accepted: true,
  });
  const hit = run.attempts.filter(({ startedAt }) => startedAt > startsAt - ANSWER_MS && startedAt <= endsAt);
  for (const line of hit) {
    run.attempts.push({ ...line, attempt: 2, startedAt: endsAt + LATER_MS });
    Object.assign(line, { acknowledged: false, errorClass: 'connection', status: 0, final: false });
  }
  return hit;
}
