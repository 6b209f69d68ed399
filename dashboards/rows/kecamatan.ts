import { PercentUnit, Short } from '@grafana/grafana-foundation-sdk/units';
import { METRICS } from '../../mock-server/metrics/names.ts';
import { THRESHOLDS } from '../config.ts';
import { K6 } from '../metric-names.ts';
import { barGauge, timeSeries } from '../panel-defaults.ts';
import { total } from '../promql.ts';
import type { Row } from '../row.ts';

/** TPS in the plan; carries the names, which k6's series do not have. */
const planned = `max by (kecamatan, name) (${METRICS.tpsPlanned})`;
const completeByCode = total(K6.tpsComplete, { by: ['kecamatan'] });
/** Names where the server is scraped and zero where no TPS is complete yet; else at least the codes. */
const complete =
  `(${completeByCode} * on (kecamatan) group_left (name) (${planned} > bool 0))` +
  ` or on (kecamatan) ${planned} * 0` +
  ` or on (kecamatan) label_replace(${completeByCode}, "name", "$1", "kecamatan", "(.+)")`;

/** Where the round stands in each kecamatan. */
export const kecamatan: Row = {
  title: 'TPS tuntas per kecamatan',
  panels: [
    barGauge({
      title: 'Bagian TPS tuntas per kecamatan',
      description:
        'TPS tuntas dibagi TPS dalam rencana kecamatan itu. (Complete TPS as a share of the kecamatan’s plan.)',
      unit: PercentUnit,
      decimals: 0,
      width: 12,
      height: 16,
      max: 1,
      thresholds: THRESHOLDS.progress,
      queries: [{ expr: `(${complete}) / on (kecamatan, name) ${planned}`, legend: '{{name}}' }],
    }),
    timeSeries({
      title: 'Jumlah TPS tuntas per kecamatan',
      description:
        'Sejak awal putaran; kode kecamatan muncul bila server tidak dipantau Prometheus. ' +
        '(Since the start of the round; codes instead of names when the server is not scraped.)',
      unit: Short,
      width: 12,
      height: 16,
      queries: [{ expr: complete, legend: '{{name}}' }],
    }),
  ],
};
