import { readFileSync } from 'node:fs';
import { DASHBOARD_FILE } from '../generate.ts';

/** One query as Grafana would send it, but for its variables. */
export interface DashboardQuery {
  /** `<panel> (<refId>)`. */
  name: string;
  expr: string;
}

interface DashboardFile {
  panels: { title: string; targets?: { refId: string; expr: string; hide?: boolean }[] }[];
  templating: { list: { name: string; type: string; query: string }[] };
  annotations: { list: { name: string; expr: string }[] };
}

const committed = JSON.parse(readFileSync(DASHBOARD_FILE, 'utf8')) as DashboardFile;

/** Every query of every panel and annotation of the committed dashboard. */
export function dashboardQueries(): DashboardQuery[] {
  return [
    ...committed.panels.flatMap(({ title, targets = [] }) =>
      targets.map(({ refId, expr }) => ({ name: `${title} (${refId})`, expr })),
    ),
    ...committed.annotations.list.map(({ name, expr }) => ({ name: `anotasi ${name}`, expr })),
  ];
}

/** The one query of the panel with this title. */
export function panelQuery(title: string): string {
  const [target, ...more] = committed.panels.find((panel) => panel.title === title)?.targets ?? [];
  if (target === undefined || more.length > 0) throw new Error(`${title} is no panel with exactly one query`);
  return target.expr;
}

/** Variables that are filled by asking Prometheus for the values of a label. */
export function labelVariables(): { name: string; metric: string; label: string }[] {
  return committed.templating.list
    .filter(({ type }) => type === 'query')
    .map(({ name, query }) => {
      const [, metric, label] = /^label_values\((\w+), (\w+)\)$/.exec(query) ?? [];
      if (metric === undefined || label === undefined) throw new Error(`variable ${name} asks ${query}`);
      return { name, metric, label };
    });
}

/**
 * Fills in what Grafana fills in. `$__rate_interval` by Grafana's rule: the larger of four samples, and one step
 * and a sample. Source: Grafana documentation, Prometheus data source, "$__rate_interval".
 */
export function interpolate(expr: string, stepSecond: number, sampleSecond: number, run: string): string {
  const window = Math.max(stepSecond + sampleSecond, 4 * sampleSecond);
  const textBoxes = committed.templating.list.filter(({ type }) => type === 'textbox');
  const filled = textBoxes.reduce(
    (text, { name, query }) => text.replaceAll(`$${name}`, query),
    expr
      .replaceAll('$__rate_interval_ms', `${window * 1000}`)
      .replaceAll('$__rate_interval', `${window}s`)
      .replaceAll('$run', run),
  );
  const left = /\$\w+/.exec(filled.replaceAll('"$1"', '').replaceAll('"$1 (sejak awal)"', ''));
  if (left !== null) throw new Error(`the test does not know the variable ${left[0]} of: ${expr}`);
  return filled;
}
