import { BACKOFF_SPREAD, type WorkloadModel } from '../fixtures/plan/types.ts';
import type { ErrorClass } from './journal-line.ts';

/** Failures that another attempt with the same key may heal; the rest are the operator's own mistakes. */
const WORTH_RETRYING: readonly ErrorClass[] = [
  'connection',
  'timeout',
  'rate-limited',
  'http-5xx',
  'bad-answer',
];

/** Whether an operator tries again after this failure. */
export function isWorthRetrying(errorClass: ErrorClass): boolean {
  return WORTH_RETRYING.includes(errorClass);
}

/**
 * Plan seconds an operator waits after failed attempt `attempt` (1-based): exponential, spread by a quarter to both
 * sides so that operators who failed together do not come back together. Deterministic in `salt` and `attempt`.
 */
export function backoffSecond(operator: WorkloadModel['operator'], attempt: number, salt: number): number {
  // Knuth's multiplicative hash: enough to spread neighbours, and the same on every machine.
  const spread = (((salt * 31 + attempt) * 2654435761) >>> 0) / 2 ** 32;
  return baseSecond(operator, attempt) * (1 - BACKOFF_SPREAD + 2 * BACKOFF_SPREAD * spread);
}

/** Plan seconds that all waits of one operation can add up to. */
export function longestBackoffSecond(operator: WorkloadModel['operator']): number {
  let sum = 0;
  for (let attempt = 1; attempt < operator.attempts; attempt++) {
    sum += baseSecond(operator, attempt) * (1 + BACKOFF_SPREAD);
  }
  return sum;
}

function baseSecond(operator: WorkloadModel['operator'], attempt: number): number {
  return operator.firstBackoffSecond * operator.backoffFactor ** (attempt - 1);
}
