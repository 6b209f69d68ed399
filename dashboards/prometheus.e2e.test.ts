import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { locateK6 } from '../cli/k6/locate.ts';
import { generatePlan } from '../fixtures/plan/generate.ts';
import type { Plan } from '../fixtures/plan/types.ts';
import { loadRegion } from '../fixtures/regions/catalog.ts';
import { applyPreset } from '../mock-server/presets/apply-preset.ts';
import { loadPreset } from '../mock-server/presets/load-preset.ts';
import { DEFAULT_RECOGNITION } from '../mock-server/recognition/settings.ts';
import { type RunningServer, startServer } from '../mock-server/server.ts';
import { phasesOf } from '../scenarios/workloads/index.ts';
import { loadOf } from '../scenarios/workloads/load.ts';
import { RUN_LABEL } from './config.ts';
import { playFaults } from './e2e/faults.ts';
import { dashboardQueries, interpolate, labelVariables, panelQuery } from './e2e/grafana.ts';
import { type LatencyMode, runSmoke, type WatchedRun } from './e2e/k6.ts';
import { type Prometheus, requirePrometheus, type Series, startPrometheus } from './e2e/prometheus.ts';

/** Plan seconds per second: the smoke scenario's 50 minutes in about 25 seconds. */
const SPEED = 120;
/** What a panel would ask with `prometheus.yml` as committed. */
const STEP_SECOND = 5;

const project = fileURLToPath(new URL('..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'sirekap-dashboard-'));
let plan: Plan;
let server: RunningServer;
const stopLater: (() => Promise<void>)[] = [];

beforeAll(async () => {
  requirePrometheus();
  plan = await generatePlan({
    region: loadRegion('palembang'),
    seed: 20241012,
    out: join(scratch, 'plan'),
    photos: { mode: 'pool', size: 2, sensor: 'published' },
    toolkit: { name: 'sirekap-uji-beban', version: 'test' },
  });
  server = await startServer({
    planDir: join(scratch, 'plan'),
    port: 0,
    storePath: join(scratch, 'store.sqlite'),
    // With everything on that a panel shows.
    recognition: { ...DEFAULT_RECOGNITION, seed: 1 },
    capacity: applyPreset(loadPreset('healthy'), plan, SPEED, 1).capacity,
  });
  stopLater.push(() => server.close());
});

afterAll(async () => {
  for (const stop of stopLater.reverse()) await stop();
  rmSync(scratch, { recursive: true, force: true });
});

/** One round under faults, watched by a Prometheus of its own. */
interface Watched {
  prometheus: Prometheus;
  run: WatchedRun;
}

const modes: LatencyMode[] = ['native histograms', 'trend stats'];

describe('every query of the dashboard, asked of a real Prometheus after a real round with faults', () => {
  const watched = new Map<LatencyMode, Watched>();

  beforeAll(async () => {
    const k6 = await locateK6({ build: false });
    await playFaults(server.url, Date.now() + 1_000);
    // Both rounds at once: the second costs little, and the faults are the same for both.
    const runs = modes.map(async (mode, index) => {
      const folder = join(scratch, mode.replace(' ', '-'));
      mkdirSync(folder);
      const prometheus = await startPrometheus({
        folder,
        target: new URL(server.url).host,
        nativeHistograms: mode === 'native histograms',
      });
      stopLater.push(() => prometheus.stop());
      const run = await runSmoke({
        k6: k6.path,
        project,
        folder,
        plan: join(scratch, 'plan'),
        target: server.url,
        remoteWriteUrl: prometheus.remoteWriteUrl,
        mode,
        runId: `panel-${index + 1}`,
        speed: SPEED,
      });
      // One more scrape, so that the server's side has the end of the round too.
      await sleep(1_500);
      watched.set(mode, { prometheus, run });
    });
    await Promise.all(runs);
  });

  /** What a panel would show over the round. */
  async function shown(mode: LatencyMode, expr: string): Promise<Series[]> {
    const { prometheus, run } = watched.get(mode) as Watched;
    const query = interpolate(expr, STEP_SECOND, STEP_SECOND, run.runId);
    return prometheus.queryRange(query, { start: run.start, end: run.end + 1.5, step: 1 });
  }

  test.each(modes)('%s: each returns a series with a finite value', async (mode) => {
    const queries = dashboardQueries();
    const silent: string[] = [];
    for (const { name, expr } of queries) {
      const finite = await shown(mode, expr).then(
        (series) => series.some(({ values }) => values.some(([, value]) => Number.isFinite(value))),
        (error: Error) => error.message,
      );
      if (finite !== true) silent.push(finite === false ? `${name}: no data` : `${name}: ${finite}`);
    }
    expect(queries.length).toBeGreaterThan(40);
    expect(silent).toEqual([]);
  });

  test.each(modes)('%s: the variables list the run', async (mode) => {
    const { prometheus, run } = watched.get(mode) as Watched;
    const variables = labelVariables();
    expect(variables.map(({ name }) => name)).toEqual(['run']);
    for (const { metric, label } of variables) {
      expect(label).toBe(RUN_LABEL);
      expect(await prometheus.labelValues(metric, label)).toEqual([run.runId]);
    }
  });

  test.each(modes)('%s: the figures are those of the journal', async (mode) => {
    const { attempts } = (watched.get(mode) as Watched).run;
    const count = (keep: (attempt: (typeof attempts)[number]) => boolean) => attempts.filter(keep).length;
    const failed = count(({ acknowledged }) => !acknowledged);
    expect(failed).toBeGreaterThan(0);
    const uploads = count(({ operation, acknowledged }) => operation === 'upload' && acknowledged);
    expect(await last(mode, 'Dokumen diakui')).toBe(uploads);
    expect(await last(mode, 'TPS tuntas')).toBe(count(({ complete }) => complete === true));
    expect(await last(mode, 'Login berhasil')).toBe(
      count(({ operation, acknowledged }) => operation === 'login' && acknowledged),
    );
    expect(await last(mode, 'Percobaan gagal')).toBe(failed);
    expect(await last(mode, 'Bagian gagal')).toBeCloseTo(failed / attempts.length, 6);
    const planned = phasesOf({ workload: 'smoke', flow: 'kpps', readers: false }, loadOf(plan)).reduce(
      (sum, phase) => sum + phase.count,
      0,
    );
    const begun = new Set(attempts.map(({ phase, session }) => `${phase} ${session}`)).size;
    expect(await last(mode, 'Sesi terlewat')).toBe(planned - begun);
  });

  test.each(modes)(
    '%s: failures are shown by operation and class, and as zero before the first',
    async (mode) => {
      const series = await shown(mode, panelQuery('Jumlah kegagalan menurut operasi dan jenis'));
      const { attempts } = (watched.get(mode) as Watched).run;
      const expected = Map.groupBy(
        attempts.filter(({ errorClass }) => errorClass !== null),
        ({ operation, errorClass }) => `${operation} ${errorClass}`,
      );
      const found = new Map(
        series.map(({ metric, values }) => [`${metric.operation} ${metric.error_class}`, values.at(-1)?.[1]]),
      );
      expect(found.get('semua operasi tanpa kegagalan')).toBe(0);
      found.delete('semua operasi tanpa kegagalan');
      expect(found).toEqual(new Map([...expected].map(([name, lines]) => [name, lines.length])));
      const [first] = await shown(mode, panelQuery('Percobaan gagal'));
      expect(first?.values[0]?.[1]).toBe(0);
    },
  );

  test.each(modes)(
    '%s: every kecamatan is shown by its name, those without a complete TPS as zero',
    async (mode) => {
      const series = await shown(mode, panelQuery('Bagian TPS tuntas per kecamatan'));
      const names = plan.area.kecamatan.map(({ name }) => name);
      expect(series.map(({ metric }) => metric.name).sort()).toEqual(names.sort());
      expect(series.every(({ values }) => values.every(([, value]) => value >= 0 && value <= 1))).toBe(true);
    },
  );

  test.each(modes)('%s: no failure is missing from the failures per second', async (mode) => {
    const { prometheus, run } = watched.get(mode) as Watched;
    const window = 4 * STEP_SECOND;
    const query = interpolate(
      panelQuery('Kegagalan per detik menurut operasi dan jenis'),
      STEP_SECOND,
      STEP_SECOND,
      run.runId,
    );
    // Windows that touch but do not overlap: what they add up to is everything, the first failure included.
    const windows = Math.ceil((run.end - run.start) / window);
    const range = { start: run.start, end: run.start + windows * window, step: window };
    const series = await prometheus.queryRange(query, range);
    const perSecond = series.flatMap(({ values }) => values.map(([, value]) => value));
    const failed = run.attempts.filter(({ acknowledged }) => !acknowledged).length;
    expect(perSecond.reduce((sum, value) => sum + value * window, 0)).toBeCloseTo(failed, 6);
  });

  async function last(mode: LatencyMode, title: string): Promise<number | undefined> {
    const [series] = await shown(mode, panelQuery(title));
    return series?.values.at(-1)?.[1];
  }
});
