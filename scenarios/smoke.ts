import { defineScenario } from './scenario.ts';
import { WHOLE } from './whole.ts';

/**
 * Smoke: a few sessions of the flow in well under a minute at a speed of 60 or more, for CI.
 *
 *     k6 run -e PLAN=plans/palembang -e TARGET=http://127.0.0.1:8080 -e SPEED=400 -e FLOW=kpps \
 *       --log-format raw --console-output journal.ndjson scenarios/smoke.ts
 */
const scenario = defineScenario('smoke', WHOLE);

export const options = scenario.options;
export const { login, upload, twin, read, pleno } = scenario;
