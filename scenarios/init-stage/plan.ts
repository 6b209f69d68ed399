import { PLAN_FORMAT_VERSION, type Plan } from '../../fixtures/plan/types.ts';

/** plan.json. @throws Error for a plan that cannot be run */
export function readPlan(folder: string): Plan {
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
  return plan;
}

/** What may stand in a journal line as it is. */
export const PLAIN = /^[\w.-]+$/;
