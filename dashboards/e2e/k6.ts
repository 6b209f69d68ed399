import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Far beyond what the short rounds of the test take. */
const KILLED_AFTER_MS = 120_000;

/** What the test needs of a journal line; the whole of it stands in `scenarios/journal-line.ts`. */
interface Attempt {
  kind: string;
  phase: string;
  session: number;
  operation: string;
  acknowledged: boolean;
  errorClass: string | null;
  complete?: boolean;
}

/** k6's latency as Prometheus can take it. */
export type LatencyMode = 'native histograms' | 'trend stats';

export interface WatchedRun {
  runId: string;
  /** What k6 itself wrote down, request by request. */
  attempts: Attempt[];
  /** Epoch seconds. */
  start: number;
  end: number;
}

/** Runs the smoke scenario with remote write, as `docs/dashboards.md` says. */
export async function runSmoke(options: {
  k6: string;
  project: string;
  folder: string;
  plan: string;
  target: string;
  remoteWriteUrl: string;
  mode: LatencyMode;
  runId: string;
  speed: number;
}): Promise<WatchedRun> {
  const { k6, project, folder, runId, mode } = options;
  const journal = join(folder, 'journal.ndjson');
  const start = Date.now() / 1000;
  const environment = {
    PLAN: options.plan,
    TARGET: options.target,
    SPEED: `${options.speed}`,
    RUN_ID: runId,
  };
  const child = spawn(
    k6,
    [
      'run',
      '--quiet',
      ...Object.entries(environment).flatMap(([name, value]) => ['-e', `${name}=${value}`]),
      ...['--log-format', 'raw', '--console-output', journal],
      ...['-o', 'experimental-prometheus-rw', '--tag', `testid=${runId}`],
      ...(mode === 'native histograms' ? ['--features', 'native-histograms'] : []),
      join(project, 'scenarios/smoke.ts'),
    ],
    {
      env: {
        ...process.env,
        K6_NO_USAGE_REPORT: 'true',
        K6_AUTO_EXTENSION_RESOLUTION: 'false',
        K6_PROMETHEUS_RW_SERVER_URL: options.remoteWriteUrl,
        K6_PROMETHEUS_RW_PUSH_INTERVAL: '1s',
        ...(mode === 'trend stats' ? { K6_PROMETHEUS_RW_TREND_STATS: 'p(50),p(95),p(99)' } : {}),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: KILLED_AFTER_MS,
      killSignal: 'SIGKILL',
    },
  );
  const output: string[] = [];
  child.stdout.on('data', (data: Buffer) => output.push(data.toString()));
  child.stderr.on('data', (data: Buffer) => output.push(data.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  // 99: a threshold was missed, as it must be when faults make uploads fail.
  if (code !== 0 && code !== 99) throw new Error(`k6 ended with ${code}:\n${output.join('')}`);
  const refused = output.join('').match(/Failed to send the time series.*/);
  if (refused !== null) throw new Error(`k6 could not write to Prometheus: ${refused[0]}`);
  const lines = readFileSync(journal, 'utf8').trimEnd().split('\n');
  const attempts = lines.map((line) => JSON.parse(line) as Attempt).filter(({ kind }) => kind === 'attempt');
  return { runId, attempts, start, end: Date.now() / 1000 };
}
