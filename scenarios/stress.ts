import { defineScenario } from './scenario.ts';
import { WHOLE } from './whole.ts';

/**
 * Stress: half as much again as the plan's peak, for half an hour of the plan.
 *
 *     k6 run -e PLAN=plans/palembang -e TARGET=http://127.0.0.1:8080 -e SPEED=400 -e FLOW=kpps \
 *       --log-format raw --console-output journal.ndjson scenarios/stress.ts
 */
const scenario = defineScenario('stress', WHOLE);

export const options = scenario.options;
export const { login, upload, twin, read, pleno } = scenario;
