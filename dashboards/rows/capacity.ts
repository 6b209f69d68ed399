import { RequestsPerSecond, Seconds, Short } from '@grafana/grafana-foundation-sdk/units';
import { METRICS } from '../../mock-server/metrics/names.ts';
import { QUANTILES } from '../config.ts';
import { timeSeries } from '../panel-defaults.ts';
import { histogramQuantile, orScrapedZero, percent, scrapedPerSecond } from '../promql.ts';
import type { Row } from '../row.ts';

/** The model of a system that saturates: how full it is, how long it lets wait, what it turns away. */
export const capacity: Row = {
  title: 'Kapasitas server tiruan',
  panels: [
    timeSeries({
      title: 'Pekerja dan antrean kapasitas',
      description: 'Nol pekerja berarti tanpa batas kapasitas. (Workers of the capacity model; 0: no limit.)',
      unit: Short,
      decimals: 0,
      width: 8,
      queries: [
        { expr: `sum(${METRICS.capacityWorkers})`, legend: 'pekerja' },
        { expr: `sum(${METRICS.capacityBusy})`, legend: 'sibuk' },
        { expr: `sum(${METRICS.capacityQueue})`, legend: 'antre' },
      ],
    }),
    timeSeries({
      title: 'Waktu tunggu pekerja',
      description: 'Termasuk yang menunggu sia-sia. (Wait for a worker, also in vain.)',
      unit: Seconds,
      width: 8,
      queries: QUANTILES.map((quantile) => ({
        expr: histogramQuantile(METRICS.capacityWait, quantile),
        legend: `p${percent(quantile)}`,
      })),
    }),
    timeSeries({
      title: 'Ditolak karena kapasitas per detik',
      description: 'Antrean penuh, tunggu habis, atau sambungan terlalu banyak. (Refused by reason.)',
      unit: RequestsPerSecond,
      width: 8,
      queries: [
        {
          expr: orScrapedZero(scrapedPerSecond(METRICS.capacityRefused, { by: ['reason'] })),
          legend: '{{reason}}',
        },
      ],
    }),
  ],
};
