import { defineScenario } from './scenario.ts';
import { WHOLE } from './whole.ts';

/**
 * Average load: the plan's mean rate, for half an hour of the plan.
 *
 *     k6 run -e PLAN=plans/palembang -e TARGET=http://127.0.0.1:8080 -e SPEED=400 -e FLOW=kpps \
 *       --log-format raw --console-output journal.ndjson scenarios/average-load.ts
 */
const scenario = defineScenario('average-load', WHOLE);

export const options = scenario.options;
export const { login, upload, twin, read, pleno } = scenario;
