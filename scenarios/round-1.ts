import { defineScenario } from './scenario.ts';
import { WHOLE } from './whole.ts';

/**
 * Round 1: the login storm, then every TPS exactly once on the plan's curve.
 *
 *     k6 run -e PLAN=plans/palembang -e TARGET=http://127.0.0.1:8080 -e SPEED=400 -e FLOW=kpps \
 *       --log-format raw --console-output journal.ndjson scenarios/round-1.ts
 */
const scenario = defineScenario('round-1', WHOLE);

export const options = scenario.options;
export const { login, upload, twin, read } = scenario;
