import { defineScenario } from './scenario.ts';
import { WHOLE } from './whole.ts';

/**
 * Round 2: first what failed in round 1 (RETEST), then all of it again while the plan's disturbances are played.
 *
 *     k6 run -e PLAN=plans/palembang -e TARGET=http://127.0.0.1:8080 -e SPEED=400 -e FLOW=kpps \
 *       --log-format raw --console-output journal.ndjson scenarios/round-2.ts
 */
const scenario = defineScenario('round-2', WHOLE);

export const options = scenario.options;
export const { relogin, login, upload, retest, twin, read, pleno } = scenario;
