import { readFileSync } from 'node:fs';
import type { Panel, RowPanel } from '@grafana/grafana-foundation-sdk/dashboard';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { describe, expect, test, vi } from 'vitest';
import { METRICS } from '../mock-server/metrics/names.ts';
import { DASHBOARD_FILE, dashboardJson } from './generate.ts';
import { K6, TRENDS } from './metric-names.ts';
import { roundDashboard } from './round.ts';

/** What `scenarios/metrics.ts` declares, as it would tell k6. */
const declared = vi.hoisted(() => [] as { name: string; type: 'counter' | 'trend' }[]);

vi.mock('k6/metrics', () => {
  const recorder = (type: 'counter' | 'trend') =>
    class {
      constructor(name: string) {
        declared.push({ name, type });
      }
    };
  return { Counter: recorder('counter'), Trend: recorder('trend') };
});
await import('../scenarios/metrics.ts');

/** k6's own. Source: k6 documentation, "Built-in metrics". */
const K6_BUILT_IN = [
  { name: 'iterations', type: 'counter' },
  { name: 'dropped_iterations', type: 'counter' },
  { name: 'http_reqs', type: 'counter' },
  { name: 'data_sent', type: 'counter' },
  { name: 'data_received', type: 'counter' },
  { name: 'vus', type: 'gauge' },
  { name: 'vus_max', type: 'gauge' },
  { name: 'http_req_duration', type: 'trend' },
] as const;

const dashboard = roundDashboard();
const all = dashboard.panels ?? [];
const panels = all.filter((panel): panel is Panel => panel.type !== 'row');
const rows = all.filter((panel): panel is RowPanel => panel.type === 'row');

interface Target {
  refId: string;
  expr: string;
  legendFormat: string;
  datasource: { uid: string };
}
const targetsOf = (panel: Panel) => (panel.targets ?? []) as unknown as Target[];
const expressions = [
  ...panels.flatMap((panel) => targetsOf(panel).map(({ expr }) => expr)),
  ...(dashboard.templating.list ?? []).map(({ query }) => String(query)),
  ...(dashboard.annotations.list ?? []).map(({ expr }) => expr ?? ''),
];

describe('the committed dashboard', () => {
  test('is what the code generates; run `node dashboards/generate.ts` after a change', () => {
    expect(readFileSync(DASHBOARD_FILE, 'utf8')).toBe(dashboardJson());
  });

  test('is the same however often it is generated', () => {
    expect(roundDashboard()).toEqual(roundDashboard());
  });
});

describe('what Grafana expects', () => {
  test('a schema version, an id of its own for every import, and open rows', () => {
    expect(dashboard.schemaVersion).toBeGreaterThanOrEqual(36);
    expect(dashboard.uid).toMatch(/^[a-z0-9-]{8,40}$/);
    expect(dashboard.id).toBeUndefined();
    expect(rows.map(({ collapsed }) => collapsed)).toEqual(rows.map(() => false));
  });

  test('panel ids are unique', () => {
    const ids = all.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('no two panels lie over each other or beyond the grid', () => {
    const taken = new Map<string, string>();
    for (const { title, gridPos } of all) {
      const { x, y, w, h } = gridPos ?? { x: 0, y: 0, w: 0, h: 0 };
      expect(w * h, `size of ${title}`).toBeGreaterThan(0);
      expect(x + w, `right edge of ${title}`).toBeLessThanOrEqual(24);
      for (let column = x; column < x + w; column++) {
        for (let line = y; line < y + h; line++) {
          const cell = `${column},${line}`;
          expect(taken.get(cell), `${title} lies over another panel at ${cell}`).toBeUndefined();
          taken.set(cell, title ?? '');
        }
      }
    }
  });

  test.each(panels.map((panel) => [panel.title, panel] as const))('%s is complete', (_, panel) => {
    expect(panel.description).toMatch(/\(.+\)$/);
    expect(panel.fieldConfig?.defaults.unit).toBeTruthy();
    expect(panel.fieldConfig?.defaults.thresholds?.steps[0]?.value).toBeNull();
    expect(panel.datasource?.uid).toBe('$datasource');
    const targets = targetsOf(panel);
    expect(targets.length).toBeGreaterThan(0);
    expect(new Set(targets.map(({ refId }) => refId)).size).toBe(targets.length);
    for (const { refId, legendFormat, datasource } of targets) {
      expect(refId).toMatch(/^[A-Z]$/);
      expect(legendFormat).toBeTruthy();
      expect(datasource.uid).toBe('$datasource');
    }
  });

  test('panels have titles of their own, so that a failing query can be named', () => {
    const titles = panels.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });
});

describe('metrics', () => {
  test('every metric asked for is one that k6 or the server has', async () => {
    const known = new Set([...k6Names(), ...(await serverNames())]);
    const used = expressions.flatMap((expr) => expr.match(/\b(?:k6|sirekap)_[a-z0-9_]+/g) ?? []);
    expect(used.length).toBeGreaterThan(50);
    expect([...new Set(used)].filter((name) => !known.has(name))).toEqual([]);
  });

  test('every metric of the scenarios is shown', () => {
    const text = expressions.join('\n');
    const missing = declared.filter(({ name }) => !new RegExp(`\\bk6_${name}_`).test(text));
    expect(declared.length).toBeGreaterThan(0);
    expect(missing).toEqual([]);
  });

  test('every name the dashboard keeps is used', () => {
    const text = expressions.join('\n');
    const names = [...Object.values(K6), ...Object.values(TRENDS).map(({ base }) => base)];
    expect(names.filter((name) => !text.includes(name))).toEqual([]);
  });
});

function k6Names(): string[] {
  const names = { counter: ['_total'], gauge: [''], trend: ['_seconds', '_p50', '_p95', '_p99'] };
  return [...K6_BUILT_IN, ...declared].flatMap(({ name, type }) =>
    names[type].map((ending) => `k6_${name}${ending}`),
  );
}

async function serverNames(): Promise<string[]> {
  const register = new Registry();
  collectDefaultMetrics({ register, prefix: METRICS.processPrefix });
  const own = Object.values(METRICS).flatMap((name) => [
    name,
    `${name}_bucket`,
    `${name}_sum`,
    `${name}_count`,
  ]);
  return [...own, ...(await register.getMetricsAsJSON()).map(({ name }) => name)];
}
