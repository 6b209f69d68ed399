import { setFlagsFromString } from 'node:v8';

/**
 * Has V8's young generation collected by the thread that serves, without helpers; to be called by a process that serves. Little of what requests
 * allocate outlives a collection: a millisecond's work, for which waking threads costs more than they save, a tenth of the CPU of a public read, and takes
 * a processor from whoever makes the load. See docs/benchmarks.md.
 */
export function collectYoungAlone(): void {
  setFlagsFromString('--no-parallel-scavenge');
}
