import { Seconds } from '@grafana/grafana-foundation-sdk/units';
import { OPERATIONS, QUANTILES, THRESHOLDS } from '../config.ts';
import { TRENDS, type Trend } from '../metric-names.ts';
import { timeSeries } from '../panel-defaults.ts';
import { percent, trendQuantile } from '../promql.ts';
import type { Row } from '../row.ts';

const FROM_PLAN =
  'Dihitung dari waktu menurut rencana, sehingga antrean dan pengulangan ikut terhitung. ' +
  '(From the planned start, so waiting and retries count.)';
const ONE_ATTEMPT =
  'Satu percobaan, dari mengirim sampai akhir jawaban, yang gagal pun dihitung. ' +
  '(One attempt from sending to the end of the answer, failed ones included.)';

/** How long an operator waits, and how long the target takes. */
export const latency: Row = {
  title: 'Latensi',
  panels: [
    quantilesOfUploads('Unggah: dari waktu rencana sampai diakui', FROM_PLAN, TRENDS.latencyFromPlan),
    p95ByOperation('p95 dari waktu rencana menurut operasi', FROM_PLAN, TRENDS.latencyFromPlan),
    quantilesOfUploads('Unggah: satu percobaan', ONE_ATTEMPT, TRENDS.attemptDuration),
    p95ByOperation('p95 satu percobaan menurut operasi', ONE_ATTEMPT, TRENDS.attemptDuration),
  ],
};

function quantilesOfUploads(title: string, description: string, trend: Trend) {
  const queries = QUANTILES.map((quantile) => ({
    expr: trendQuantile(trend, quantile, `${trend.operationLabel}="upload"`),
    legend: `p${percent(quantile)} {{${trend.operationLabel}}}`,
  }));
  return secondsOverTime(title, description, queries);
}

function p95ByOperation(title: string, description: string, trend: Trend) {
  const expr = trendQuantile(trend, 0.95, `${trend.operationLabel}=~"${OPERATIONS}"`);
  return secondsOverTime(title, description, [{ expr, legend: `{{${trend.operationLabel}}}` }]);
}

function secondsOverTime(title: string, description: string, queries: { expr: string; legend: string }[]) {
  const thresholds = THRESHOLDS.latencySecond;
  return timeSeries({ title, description, unit: Seconds, width: 12, thresholds, queries });
}
