import { PLAN_FORMAT_VERSION } from '../../fixtures/plan/types.ts';

/** Format version of each JSON file in a run folder, by its `kind`; a reader refuses any other. */
export const FORMAT_VERSIONS = {
  run: 3,
  plan: PLAN_FORMAT_VERSION,
  audit: 2,
  verdict: 2,
  report: 3,
} as const;
