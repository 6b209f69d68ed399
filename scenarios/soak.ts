import { defineScenario } from './scenario.ts';
import { WHOLE } from './whole.ts';

/**
 * Soak: the plan's mean rate, for eight hours of the plan.
 *
 *     k6 run -e PLAN=plans/palembang -e TARGET=http://127.0.0.1:8080 -e SPEED=400 -e FLOW=kpps \
 *       --log-format raw --console-output journal.ndjson scenarios/soak.ts
 */
const scenario = defineScenario('soak', WHOLE);

export const options = scenario.options;
export const { login, upload, twin, read, pleno } = scenario;
