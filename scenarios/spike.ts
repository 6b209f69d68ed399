import { defineScenario } from './scenario.ts';
import { WHOLE } from './whole.ts';

/**
 * Spike: five times the plan's peak, reached within two minutes of the plan and left within one.
 *
 *     k6 run -e PLAN=plans/palembang -e TARGET=http://127.0.0.1:8080 -e SPEED=400 -e FLOW=kpps \
 *       --log-format raw --console-output journal.ndjson scenarios/spike.ts
 */
const scenario = defineScenario('spike', WHOLE);

export const options = scenario.options;
export const { login, upload, twin, read, pleno } = scenario;
