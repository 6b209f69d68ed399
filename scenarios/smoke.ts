import { defineRound } from './round.ts';

/**
 * Smoke: a few accounts and TPS of the plan in well under a minute, for CI.
 *
 *     k6 run -e PLAN=plans/palembang -e TARGET=http://127.0.0.1:8080 -e SPEED=400 \
 *       --log-format raw --console-output journal.ndjson scenarios/smoke.ts
 */
const round = defineRound('smoke', false);

export const options = round.options;
export const login = round.login;
export const upload = round.upload;
