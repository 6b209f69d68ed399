import { SharedArray } from 'k6/data';
import type { Plan } from '../fixtures/plan/types.ts';
import { type FormPlan, formPlanOf } from './form-plan.ts';

/** What plan.json says of forms. k6's init stage only. */
export function loadFormPlan(folder: string): FormPlan {
  const shared = new SharedArray('form-plan', () => {
    const plan = JSON.parse(open(`${folder}/plan.json`)) as Plan;
    return [formPlanOf(plan)];
  });
  return shared[0] as FormPlan;
}
