import type { HealthAnswer, PlenoSum } from '../targets/target.ts';
import type { CheckStep } from './check-step.ts';

/**
 * What a task writes to k6's console, a line each; a read-back's uploads stand between them as they are. The last one is `end`:
 * without it the task broke off.
 */
export type TaskLine =
  | { kind: 'adapter'; name: string; parts: string[] }
  | { kind: 'health'; answer: HealthAnswer; askedAt: number; answeredAt: number }
  | { kind: 'step'; step: CheckStep }
  | ({ kind: 'sum' } & PlenoSum)
  | { kind: 'failed'; operation: string; status: number; errorClass: string; errorCode: string | null }
  | { kind: 'end' };
