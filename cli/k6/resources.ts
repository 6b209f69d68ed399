import { appendFileSync } from 'node:fs';
import pidusage from 'pidusage';
import type { ResourceSample } from '../run-folder/types.ts';

const EVERY_MS = 1000;

/** Writes what a process uses of the machine to an NDJSON file, once a second, until stopped. */
export function sampleResources(pid: number, file: string): { stop(): void } {
  const timer = setInterval(async () => {
    try {
      const { cpu, memory, timestamp } = await pidusage(pid);
      const sample: ResourceSample = { at: timestamp, cpuPercent: cpu, rssBytes: memory };
      appendFileSync(file, `${JSON.stringify(sample)}\n`);
    } catch {
      // the process has just ended, or the disk is full: missing samples are a finding of the verdict
    }
  }, EVERY_MS);
  return {
    stop() {
      clearInterval(timer);
      pidusage.clear();
    },
  };
}
