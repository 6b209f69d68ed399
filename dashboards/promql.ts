import { METRICS } from '../mock-server/metrics/names.ts';
import { COUNTER_LOOKBACK, RUN_SELECTOR } from './config.ts';
import { K6, type Trend } from './metric-names.ts';

/** A panel's window, at least four samples wide; Grafana fills it in. */
const WINDOW = '$__rate_interval';
const WINDOW_SECONDS = '($__rate_interval_ms / 1000)';

interface Grouping {
  by?: readonly string[];
  /** Further matchers, e.g. `name="upload"`. */
  where?: string;
}

/** What k6 has counted so far. */
export function total(counter: string, { by = [], where }: Grouping = {}): string {
  return `${sumBy(by)}(${lastValue(counter, where)})`;
}

/**
 * Exact growth per second of a k6 counter. Not `rate()`: k6 sends a counter only when it changes, and a counter that
 * is born with its first failure has no zero before it, so `rate()` would lose exactly the first burst of an outage.
 */
export function perSecond(counter: string, grouping: Grouping = {}): string {
  const { by = [], where } = grouping;
  return `${sumBy(by)}(${growth(counter, where)}) / ${WINDOW_SECONDS}`;
}

/** Requests k6 sent, per second and operation, under the label `operation` like our own metrics. */
export function attemptsPerSecond(where: string): string {
  const renamed = `label_replace(${growth(K6.httpRequests, where)}, "operation", "$1", "name", "(.+)")`;
  return `sum by (operation) (${renamed}) / ${WINDOW_SECONDS}`;
}

/** Growth per second of a counter that is scraped, and so is there from the start and at every step. */
export function scrapedPerSecond(counter: string, { by = [], where }: Grouping = {}): string {
  return `${sumBy(by)}(rate(${counter}${selector([where])}[${WINDOW}]))`;
}

/**
 * A quantile of a k6 trend by operation: of the panel's window where k6 sends native histograms, else of the whole
 * run so far, which the legend then says.
 */
export function trendQuantile(trend: Trend, quantile: number, where: string): string {
  const { base, operationLabel } = trend;
  const labels = selector([RUN_SELECTOR, where]);
  const windowed = `histogram_quantile(${quantile}, sum by (${operationLabel}) (rate(${base}_seconds${labels}[${WINDOW}])))`;
  // Percentiles cannot be added up: of several series with one operation, the slowest stands for all.
  const soFar = `max by (${operationLabel}) (last_over_time(${base}_p${percent(quantile)}${labels}[${COUNTER_LOOKBACK}]))`;
  return `${windowed} or label_replace(${soFar}, "${operationLabel}", "$1 (sejak awal)", "${operationLabel}", "(.+)")`;
}

/** A quantile of a classic histogram that is scraped. */
export function histogramQuantile(
  histogram: string,
  quantile: number,
  { by = [], where }: Grouping = {},
): string {
  const buckets = `${histogram}_bucket${selector([where])}[${WINDOW}]`;
  return `histogram_quantile(${quantile}, sum by (${['le', ...by].join(', ')}) (rate(${buckets})))`;
}

/** The mean of a classic histogram that is scraped. */
export function histogramMean(histogram: string): string {
  return `sum(rate(${histogram}_sum[${WINDOW}])) / sum(rate(${histogram}_count[${WINDOW}]))`;
}

/**
 * `query`, or one zero with these labels while it has nothing to say: an operator wants 0, not "No data". Only while
 * k6 reports at all: a zero from a run that is not connected would be a false comfort.
 */
export function orZero(query: string, labels: Record<string, string> = {}): string {
  return orElse(query, `count(${lastValue(K6.vus)}) * 0`, labels);
}

/** The same for the server: zero only where it is scraped. */
export function orScrapedZero(query: string, labels: Record<string, string> = {}): string {
  return orElse(query, `count(${METRICS.httpRequestsInFlight}) * 0`, labels);
}

function orElse(query: string, zero: string, labels: Record<string, string>): string {
  const labelled = Object.entries(labels).reduce(
    (inner, [name, value]) => `label_replace(${inner}, "${name}", "${value}", "", "")`,
    zero,
  );
  return `(${query}) or on () ${labelled}`;
}

/** `p95` as it is spoken: 95 for 0.95. */
export function percent(quantile: number): number {
  return Math.round(quantile * 100);
}

function growth(counter: string, where?: string): string {
  const now = lastValue(counter, where);
  const then = lastValue(counter, where, WINDOW);
  // A run without the run label continues the series of the run before it and starts again at zero.
  return `clamp_min(${now} - (${then} or ${now} * 0), 0)`;
}

function lastValue(counter: string, where?: string, offset?: string): string {
  const range = `${counter}${selector([RUN_SELECTOR, where])}[${COUNTER_LOOKBACK}]`;
  return `last_over_time(${range}${offset === undefined ? '' : ` offset ${offset}`})`;
}

function selector(matchers: (string | undefined)[]): string {
  const given = matchers.filter((matcher) => matcher !== undefined && matcher !== '');
  return given.length === 0 ? '' : `{${given.join(', ')}}`;
}

function sumBy(labels: readonly string[]): string {
  return labels.length === 0 ? 'sum' : `sum by (${labels.join(', ')}) `;
}
