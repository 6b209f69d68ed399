import { defineRound } from './round.ts';

/**
 * Round 1: the login storm, then every TPS exactly once on the plan's curve.
 *
 *     k6 run -e PLAN=plans/palembang -e TARGET=http://127.0.0.1:8080 -e SPEED=400 \
 *       --log-format raw --console-output journal.ndjson scenarios/round-1.ts
 */
const round = defineRound('round-1', false);

export const options = round.options;
export const login = round.login;
export const upload = round.upload;
