import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ResourceSample, RUN_FILES, type RunRecord } from '../run-folder/types.ts';
import { readLines } from './lines.ts';
import type { Measurements } from './types.ts';
import { WorstSeconds } from './worst-seconds.ts';

/**
 * k6's own use of the machine from resources.ndjson. CPU is the share of all cores, so that 1 is a machine with nothing
 * left. Lines that cannot be read, as after a crash, are passed over; without any sample the figures are null.
 */
export async function readGenerator(
  runDir: string,
  cpus: number,
): Promise<Pick<Measurements, 'generatorCpu' | 'generatorRssBytes'>> {
  const path = join(runDir, RUN_FILES.resources);
  let samples = 0;
  let sum = 0;
  let max = 0;
  let rss = 0;
  const worst = new WorstSeconds(10);
  if (existsSync(path)) {
    for await (const { text } of readLines(path)) {
      const sample = parseSample(text);
      if (sample === null) continue;
      samples++;
      sum += sample.cpuPercent;
      max = Math.max(max, sample.cpuPercent);
      worst.add(sample.at, sample.cpuPercent);
      rss = Math.max(rss, sample.rssBytes);
    }
  }
  if (samples === 0) return { generatorCpu: null, generatorRssBytes: null };
  const all = 100 * cpus;
  const worst10s = worst.worst === null ? null : worst.worst / all;
  return { generatorCpu: { mean: sum / samples / all, max: max / all, worst10s }, generatorRssBytes: rss };
}

function parseSample(text: string): ResourceSample | null {
  try {
    const sample = JSON.parse(text) as ResourceSample | null;
    return Number.isFinite(sample?.cpuPercent) && Number.isFinite(sample?.rssBytes) ? sample : null;
  } catch {
    return null;
  }
}

interface K6Summary {
  metrics?: Record<string, { count?: number }>;
}

/**
 * The counts of k6's `--summary-export`, added up where several generators left a `k6-summary-<name>.json` each.
 * k6 leaves a counter out that nothing was ever added to, so a missing one is 0; a missing file is null, not 0.
 */
export function readK6Counts(runDir: string, run: RunRecord): Measurements['k6'] {
  const exitCode = run.k6.exitCode;
  const several = readdirSync(runDir).filter((name) => /^k6-summary-.+\.json$/.test(name));
  const files = [RUN_FILES.k6Summary as string, ...several].map((name) => join(runDir, name));
  const summaries = files.filter((path) => existsSync(path)).map(readSummary);
  if (summaries.length === 0 || summaries.includes(null)) {
    return { httpRequests: null, droppedIterations: null, iterations: null, exitCode };
  }
  const total = (metric: string) =>
    summaries.reduce((sum, metrics) => sum + (metrics?.[metric]?.count ?? 0), 0);
  return {
    httpRequests: total('http_reqs'),
    droppedIterations: total('dropped_iterations'),
    iterations: total('iterations'),
    exitCode,
  };
}

function readSummary(path: string): K6Summary['metrics'] | null {
  try {
    return (JSON.parse(readFileSync(path, 'utf8')) as K6Summary | null)?.metrics ?? null;
  } catch {
    return null;
  }
}
