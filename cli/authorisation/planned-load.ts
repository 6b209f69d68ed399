import { OperatorError } from '../../fixtures/operator-error.ts';
import { ARRIVAL_TIME_UNIT_SECOND } from '../../fixtures/plan/types.ts';
import type { Permission } from '../../scenarios/permission/permission.ts';
import type { Phase } from '../../scenarios/workloads/phase.ts';

/** What a plan asks of a target at most. */
export interface PlannedLoad {
  /** Real ones. */
  requestsPerSecond: number;
  accounts: number;
}

/** The part of a phase that decides how much it asks, and when. */
export type AskingPhase = Pick<Phase, 'startSecond' | 'durationSecond' | 'knots' | 'count'> &
  Partial<Pick<Phase, 'plenary'>>;

/**
 * The highest rate that phases can ask at: at each moment the peak arrivals of those under way, each with all requests of a
 * session. Sessions spread their requests, so this is never too little; repeated attempts come on top.
 * @param requestsOf requests of one session of a phase, first attempts only
 * @param sessionSecond plan seconds a session goes on after it was started
 * @param accounts that the plan hands out
 */
export function plannedLoad<P extends AskingPhase>(
  phases: readonly P[],
  requestsOf: (phase: P) => number,
  sessionSecond: (phase: P) => number,
  speed: number,
  accounts: number,
): PlannedLoad {
  const rate = (at: number) =>
    phases
      .filter(
        (phase) =>
          at >= phase.startSecond && at < phase.startSecond + phase.durationSecond + sessionSecond(phase),
      )
      .reduce((sum, phase) => sum + peakArrivals(phase) * requestsOf(phase), 0);
  const highest = Math.max(0, ...phases.map(({ startSecond }) => rate(startSecond)));
  return {
    requestsPerSecond: highest * speed,
    accounts: Math.min(
      accounts,
      // Of a plenary its admin and the operators.
      phases.reduce((sum, { count, plenary }) => sum + count * (1 + (plenary?.operators ?? 0)), 0),
    ),
  };
}

/** Arrivals per plan second at the highest knot; between knots the rate is a straight line. */
function peakArrivals({ knots }: Pick<Phase, 'knots'>): number {
  return Math.max(0, ...knots.map(({ rate }) => rate)) / ARRIVAL_TIME_UNIT_SECOND;
}

/** @throws OperatorError TARGET_NOT_AUTHORISED where a plan asks for more than is permitted */
export function refuseTooMuch({ maximum, reference }: Permission, planned: PlannedLoad, speed: number): void {
  if (planned.requestsPerSecond > maximum.requestsPerSecond) {
    const slower = Math.floor((speed * maximum.requestsPerSecond * 100) / planned.requestsPerSecond) / 100;
    throw new OperatorError(
      'TARGET_NOT_AUTHORISED',
      `at speed ${speed} the plan asks for up to ${Math.ceil(planned.requestsPerSecond)} requests a second, authorisation ${reference} permits ${maximum.requestsPerSecond}; nothing was sent`,
      slower > 0
        ? `run it at --speed ${slower} or slower, or ask for an authorisation of a higher rate`
        : 'ask for an authorisation of a higher rate',
    );
  }
  if (planned.accounts > maximum.accounts) {
    throw new OperatorError(
      'TARGET_NOT_AUTHORISED',
      `the plan uses ${planned.accounts} accounts, authorisation ${reference} permits ${maximum.accounts}; nothing was sent`,
      'run a smaller workload, or ask for an authorisation of more accounts',
    );
  }
}
