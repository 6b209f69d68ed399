import { readEnvironment } from '../init-stage/environment.ts';
import { selectedAdapter } from '../targets/selected.ts';
import { taskOptions } from './task-options.ts';
import { taskTarget } from './task-target.ts';
import { writeLine } from './write-line.ts';

/** Seconds after which a target counts as down. */
const PATIENCE_SECOND = 15;

/** Asks a target who it is, before anything else is asked of it. */
const environment = readEnvironment(__ENV);
const { target, parts } = taskTarget(environment, PATIENCE_SECOND);

export const options = taskOptions(environment);

export function task(): void {
  writeLine({ kind: 'adapter', name: selectedAdapter().name, parts });
  if (target.health !== undefined) {
    const askedAt = Date.now();
    const answer = target.health();
    writeLine({ kind: 'health', answer, askedAt, answeredAt: Date.now() });
  }
  writeLine({ kind: 'end' });
}
