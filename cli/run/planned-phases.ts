import { OperatorError } from '../../fixtures/operator-error.ts';
import { phasesOf, type RetestCounts, type ScenarioChoice } from '../../scenarios/workloads/index.ts';
import type { PlannedLoad } from '../../scenarios/workloads/load.ts';
import type { Phase } from '../../scenarios/workloads/phase.ts';
import { WorkloadRefused } from '../../scenarios/workloads/refused.ts';

/** {@link phasesOf} for the person at the keyboard. @throws OperatorError USAGE where the load cannot be asked for this */
export function plannedPhases(choice: ScenarioChoice, load: PlannedLoad, again: RetestCounts): Phase[] {
  try {
    return phasesOf(choice, load, again);
  } catch (error) {
    if (!(error instanceof WorkloadRefused)) throw error;
    throw new OperatorError('USAGE', error.message, error.remedy, { cause: error });
  }
}
