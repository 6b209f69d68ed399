/** The run id of synthetic runs. */
export const RUN_ID = 'uji-1';

/** Epoch ms of plan second 0 of a synthetic run. */
export const ZERO = Date.parse('2024-10-12T06:00:02.000Z');

/** Plan seconds per real second. */
export const SPEED = 60;

/** Every answer of a perfect run takes this long. */
export const ANSWER_MS = 40;
