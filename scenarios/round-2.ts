import { defineRound } from './round.ts';

/**
 * Round 2: first what failed in round 1 (RETEST), then all of it again while the plan's disturbances are played.
 *
 *     k6 run -e PLAN=plans/palembang -e TARGET=http://127.0.0.1:8080 -e SPEED=400 \
 *       --log-format raw --console-output journal.ndjson scenarios/round-2.ts
 */
const round = defineRound('round-2', true);

export const options = round.options;
export const login = round.login;
export const upload = round.upload;
export const retest = round.retest;
