import type { Answer } from '../targets/target.ts';

/** `kept`: as the contract says. `broken`: otherwise. `skipped`: the adapter lacks the part. `not-reached`: a step before it broke. */
export type StepResult = 'kept' | 'broken' | 'skipped' | 'not-reached';

/** One step of `target check`. English, as all output of the commands. */
export interface CheckStep {
  name: string;
  /** The adapter's method that was called. */
  call: string;
  expected: string;
  result: StepResult;
  /** What came instead or as expected; why, where nothing was called. */
  came: string;
  /** HTTP status, 0 without an answer; null where nothing was called. */
  status: number | null;
  durationMs: number | null;
}

/** A step that is still to be made. */
export interface PlannedStep {
  name: string;
  call: string;
  expected: string;
}

/** A step whose answer is there. @param remark what else came, or how the promise was broken */
export function madeStep(planned: PlannedStep, answer: Answer, kept: boolean, remark: string): CheckStep {
  const { status, durationMs, errorClass, errorCode } = answer;
  const outcome =
    errorClass === null ? 'worked' : `${errorClass}${errorCode === null ? '' : ` ${errorCode}`}`;
  return {
    ...planned,
    result: kept ? 'kept' : 'broken',
    came: `${status === 0 ? 'no answer' : `status ${status}`}, ${outcome}${remark === '' ? '' : `; ${remark}`}`,
    status,
    durationMs,
  };
}

/** A step for which nothing was called. */
export function omittedStep(planned: PlannedStep, result: 'skipped' | 'not-reached', why: string): CheckStep {
  return { ...planned, result, came: why, status: null, durationMs: null };
}
