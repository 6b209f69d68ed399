import { SharedArray } from 'k6/data';
import { PLAN_FORMAT_VERSION, type Plan } from '../fixtures/plan/types.ts';
import type { PlannedPlenary } from './workloads/load.ts';
import { plannedPlenary } from './workloads/planned-plenary.ts';

/** The part of plan.json that every VU needs; the rest would be copied into each of them. */
export type PlanCore = Pick<Plan, 'workload' | 'counts' | 'documentProfile' | 'shards'> & {
  /** Codes under which the elections are published. */
  elections: string[];
  /** Of the whole plan. */
  plenary: PlannedPlenary;
};

/** plan.json, trimmed. */
export function loadPlanCore(folder: string): PlanCore {
  const shared = new SharedArray('plan', () => {
    const plan = JSON.parse(open(`${folder}/plan.json`)) as Plan;
    if (plan.formatVersion !== PLAN_FORMAT_VERSION) {
      throw new Error(
        `${folder}/plan.json has format ${plan.formatVersion}; this scenario reads format ${PLAN_FORMAT_VERSION}. ` +
          'Generate the plan anew with this toolkit.',
      );
    }
    if (plan.photos === null) {
      throw new Error(
        `${folder} was generated with --photos none and cannot be run; generate it with --photos pool:24.`,
      );
    }
    const { workload, counts, documentProfile, shards } = plan;
    const elections = plan.elections.map(({ code }) => code);
    return [{ workload, counts, documentProfile, shards, elections, plenary: plannedPlenary(plan, null) }];
  });
  return shared[0] as PlanCore;
}

/** What may stand in a journal line as it is. */
export const PLAIN = /^[\w.-]+$/;
