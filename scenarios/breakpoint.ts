import { defineScenario } from './scenario.ts';
import { WHOLE } from './whole.ts';

/**
 * Breakpoint: a rate that rises until the target breaks; k6 then stops.
 *
 *     k6 run -e PLAN=plans/palembang -e TARGET=http://127.0.0.1:8080 -e SPEED=400 -e FLOW=kpps \
 *       --log-format raw --console-output journal.ndjson scenarios/breakpoint.ts
 */
const scenario = defineScenario('breakpoint', WHOLE);

export const options = scenario.options;
export const { login, upload, twin, read, pleno, teardown } = scenario;
