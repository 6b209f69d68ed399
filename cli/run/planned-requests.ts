import { ARRIVAL_TIME_UNIT_SECOND, type WorkloadModel } from '../../fixtures/plan/types.ts';
import { PLENO_OPERATIONS } from '../../scenarios/journal-line.ts';
import { MEAN_VISIT_READS } from '../../scenarios/readers/visit.ts';
import type { Phase, PlenaryTerms } from '../../scenarios/workloads/phase.ts';
import { longestOpenSecond, usualRequests } from '../../scenarios/workloads/phase-schedule.ts';
import { formSecondOf, longestPlenoSecond, plenoSteps } from '../../scenarios/workloads/pleno-schedule.ts';

/** First attempts over all sessions of all phases. @param pages of a TPS @param forms C.Hasil of a TPS */
export function plannedOperations(phases: readonly Phase[], pages: number, forms: number): number {
  return phases.reduce((sum, phase) => sum + phase.count * requestsOf(phase, pages, forms), 0);
}

/**
 * Requests of a session as far as they may meet those of others at one moment: all of them, but of a pleno, whose forms are
 * spread over hours, as many as make up the rate at which all its kecamatan together go through their forms.
 */
export function requestsAtOnce(phase: Phase, pages: number, forms: number): number {
  const { plenary, count, knots } = phase;
  if (plenary === null) return requestsOf(phase, pages, forms);
  const arrivals = Math.max(...knots.map(({ rate }) => rate)) / ARRIVAL_TIME_UNIT_SECOND;
  const rate = (count * 2 * plenary.hands) / formSecondOf(plenary.mostForms);
  return rate / arrivals + besideForms(plenary);
}

/** Plan seconds that a session of a phase is planned to last at most. @param pages of a TPS @param forms C.Hasil of a TPS */
export function longestSecond(phase: Phase, workload: WorkloadModel, pages: number, forms: number): number {
  const { kind, plenary, takes } = phase;
  if (plenary !== null) return longestPlenoSecond(plenary);
  return kind === 'session' ? longestOpenSecond(phase, workload, pages * takes.length, forms) : 0;
}

/** First attempts of an iteration of a phase. */
function requestsOf(phase: Phase, pages: number, forms: number): number {
  const { kind, takes, taps, plenary } = phase;
  if (plenary !== null) return besideForms(plenary) + 2 * plenary.hands * plenary.mostForms;
  if (kind === 'reader') return Math.ceil(MEAN_VISIT_READS);
  return kind === 'session' ? usualRequests(phase, pages * takes.length * taps, forms) : 1;
}

/** Logins, opening and close of a plenary. */
function besideForms(terms: PlenaryTerms): number {
  const shape = { forms: 0, offline: false };
  return ['login' as const, ...PLENO_OPERATIONS].reduce(
    (sum, operation) => sum + plenoSteps(operation, shape, terms),
    0,
  );
}
