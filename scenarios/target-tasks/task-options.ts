import type { Options } from 'k6/options';
import type { Environment } from '../init-stage/environment.ts';
import { networkOptions } from '../init-stage/network-options.ts';

/** k6's options for something that is asked of a target once, outside any load. */
export function taskOptions({ permitted }: Environment): Options {
  return {
    scenarios: {
      // As long as it takes: the records of a nation are read back in minutes.
      task: { executor: 'shared-iterations', exec: 'task', vus: 1, iterations: 1, maxDuration: '24h' },
    },
    ...networkOptions(permitted),
  };
}
