import type { Answer } from '../targets/target.ts';
import type { TaskLine } from './task-line.ts';

/** Writes one line of a task's answer. */
export function writeLine(line: TaskLine): void {
  console.log(JSON.stringify(line));
}

/** Writes that a call of the target failed. */
export function writeFailure(operation: string, { status, errorClass, errorCode }: Answer): void {
  writeLine({ kind: 'failed', operation, status, errorClass: errorClass ?? 'bad-answer', errorCode });
}
