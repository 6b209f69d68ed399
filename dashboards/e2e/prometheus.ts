import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Both come with Debian's package prometheus. */
const PROMETHEUS = 'prometheus';
const PROMTOOL = 'promtool';

const READY_WITHIN_MS = 20_000;

/** One series of a range query: its labels and its values by epoch second. */
export interface Series {
  metric: Record<string, string>;
  values: [second: number, value: number][];
}

interface TimeRange {
  /** Epoch seconds. */
  start: number;
  end: number;
  /** Seconds. */
  step: number;
}

/** A Prometheus of our own, with nothing in it but what the test sends. */
export interface Prometheus {
  remoteWriteUrl: string;
  /** @throws Error with Prometheus' own words when it refuses the query */
  queryRange(query: string, range: TimeRange): Promise<Series[]>;
  labelValues(metric: string, label: string): Promise<string[]>;
  stop(): Promise<void>;
}

/** @throws Error that says how to get Prometheus, where there is none */
export function requirePrometheus(): void {
  for (const program of [PROMETHEUS, PROMTOOL]) {
    if (spawnSync(program, ['--version']).status === 0) continue;
    throw new Error(
      `The program ${program} was not found. This test asks a real Prometheus; on Debian: apt-get install -y prometheus`,
    );
  }
}

/** Starts Prometheus with the committed `prometheus.yml`, pointed at another target and sampling faster. */
export async function startPrometheus(options: {
  folder: string;
  /** host:port of the mock server. */
  target: string;
  nativeHistograms: boolean;
}): Promise<Prometheus> {
  const { folder, target, nativeHistograms } = options;
  const committed = readFileSync(new URL('../prometheus.yml', import.meta.url), 'utf8');
  const config = join(folder, 'prometheus.yml');
  writeFileSync(
    config,
    committed.replace('127.0.0.1:8080', target).replace('scrape_interval: 5s', 'scrape_interval: 1s'),
  );
  const check = spawnSync(PROMTOOL, ['check', 'config', config], { encoding: 'utf8' });
  if (check.status !== 0)
    throw new Error(`promtool refuses dashboards/prometheus.yml:\n${check.stdout}${check.stderr}`);

  const url = `http://127.0.0.1:${await freePort()}`;
  const child = spawn(
    PROMETHEUS,
    [
      `--config.file=${config}`,
      `--web.listen-address=${new URL(url).host}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
      '--web.enable-remote-write-receiver',
      ...(nativeHistograms ? ['--enable-feature=native-histograms'] : []),
      '--log.level=warn',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const log: string[] = [];
  child.stderr.on('data', (data: Buffer) => log.push(data.toString()));
  await ready(url, child, log);

  return {
    remoteWriteUrl: `${url}/api/v1/write`,
    async queryRange(query, { start, end, step }) {
      const body = new URLSearchParams({ query, start: `${start}`, end: `${end}`, step: `${step}` });
      const { result } = await ask<{ result: { metric: Series['metric']; values: [number, string][] }[] }>(
        `${url}/api/v1/query_range`,
        body,
      );
      return result.map(({ metric, values }) => ({
        metric,
        values: values.map(([second, value]) => [second, Number(value)]),
      }));
    },
    labelValues: (metric, label) =>
      ask(`${url}/api/v1/label/${label}/values?${new URLSearchParams({ 'match[]': metric })}`),
    async stop() {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

async function ask<T>(url: string, body?: URLSearchParams): Promise<T> {
  const response = await fetch(url, body ? { method: 'POST', body } : {});
  const answer = (await response.json()) as { status: string; error?: string; data: T };
  if (answer.status !== 'success') throw new Error(answer.error ?? `HTTP ${response.status}`);
  return answer.data;
}

async function ready(url: string, child: ChildProcess, log: string[]): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until && child.exitCode === null) {
    const isReady = await fetch(`${url}/-/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await sleep(100);
  }
  child.kill('SIGKILL');
  throw new Error(`Prometheus did not get ready at ${url}:\n${log.join('')}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
