import {
  BytesIEC,
  PercentUnit,
  RequestsPerSecond,
  Seconds,
  Short,
} from '@grafana/grafana-foundation-sdk/units';
import { METRICS } from '../../mock-server/metrics/names.ts';
import { OWN_ROUTES_EXCLUDED, QUANTILES, THRESHOLDS } from '../config.ts';
import { timeSeries } from '../panel-defaults.ts';
import { histogramMean, histogramQuantile, orScrapedZero, percent, scrapedPerSecond } from '../promql.ts';
import type { Row } from '../row.ts';

/** Metrics of prom-client itself, under the server's prefix. */
const processMetric = (name: string) => `${METRICS.processPrefix}${name}`;

/** The simulator from inside: what it was asked, how it stores, what it costs, and which faults are on. */
export const mockServer: Row = {
  title: 'Server tiruan (simulator)',
  panels: [
    timeSeries({
      title: 'Permintaan per detik menurut rute dan status',
      description:
        'Seperti yang dilihat server; aborted berarti jawaban tidak sempat keluar. (Requests as the server saw them.)',
      unit: RequestsPerSecond,
      width: 12,
      stacked: true,
      queries: [
        {
          expr: scrapedPerSecond(METRICS.httpRequests, {
            by: ['route', 'status'],
            where: OWN_ROUTES_EXCLUDED,
          }),
          legend: '{{route}} · {{status}}',
        },
      ],
    }),
    timeSeries({
      title: 'p95 waktu jawab menurut rute',
      description: 'Diukur di server. (Answer time measured in the server.)',
      unit: Seconds,
      width: 12,
      queries: [
        {
          expr: histogramQuantile(METRICS.httpRequestDuration, 0.95, {
            by: ['route'],
            where: OWN_ROUTES_EXCLUDED,
          }),
          legend: '{{route}}',
        },
      ],
    }),
    timeSeries({
      title: 'Unggahan per detik: disimpan, berulang, ditolak',
      description:
        'Berulang: kunci yang sama sudah tersimpan, tidak disimpan dua kali. (Uploads stored, repeated, rejected.)',
      unit: RequestsPerSecond,
      width: 8,
      queries: [
        { expr: orScrapedZero(scrapedPerSecond(METRICS.uploadsStored)), legend: 'disimpan' },
        { expr: orScrapedZero(scrapedPerSecond(METRICS.uploadsRepeated)), legend: 'berulang' },
        {
          expr: orScrapedZero(scrapedPerSecond(METRICS.uploadsRejected, { by: ['reason'] }), {
            reason: 'semua sebab',
          }),
          legend: 'ditolak · {{reason}}',
        },
      ],
    }),
    timeSeries({
      title: 'Waktu commit penyimpanan',
      description:
        'Satu commit termasuk fsync; unggahan baru diakui sesudahnya. (One durable commit, fsync included.)',
      unit: Seconds,
      width: 8,
      queries: QUANTILES.map((quantile) => ({
        expr: histogramQuantile(METRICS.storeCommitDuration, quantile),
        legend: `p${percent(quantile)}`,
      })),
    }),
    timeSeries({
      title: 'Unggahan per commit',
      description: 'Makin padat beban, makin besar kelompoknya. (Uploads in one group commit.)',
      unit: Short,
      decimals: 1,
      width: 8,
      queries: [
        { expr: histogramMean(METRICS.storeCommitUploads), legend: 'rata-rata' },
        { expr: histogramQuantile(METRICS.storeCommitUploads, 0.95), legend: 'p95' },
      ],
    }),
    timeSeries({
      title: 'Keterlambatan event loop',
      description:
        'Bila tinggi, server tiruan sendiri yang menjadi hambatan. (How late timers come; when high, the mock itself is the bottleneck.)',
      unit: Seconds,
      width: 6,
      thresholds: THRESHOLDS.eventLoopSecond,
      queries: [
        ...QUANTILES.map((quantile) => ({
          expr: histogramQuantile(METRICS.eventLoopLag, quantile),
          legend: `p${percent(quantile)}`,
        })),
      ],
    }),
    timeSeries({
      title: 'Permintaan sedang dilayani',
      description:
        'Permintaan yang belum dijawab menurut rute, dan sambungan terbuka. (Requests in flight by route; open connections.)',
      unit: Short,
      width: 6,
      queries: [
        {
          expr: `topk(5, sum by (route) (${METRICS.httpRequestsInFlight}{${OWN_ROUTES_EXCLUDED}}))`,
          legend: '{{route}}',
        },
        { expr: `sum(${METRICS.httpRequestsInFlight})`, legend: 'semua' },
        { expr: `sum(${METRICS.httpConnections})`, legend: 'sambungan' },
      ],
    }),
    timeSeries({
      title: 'CPU dan memori server',
      description: '100% adalah satu inti penuh. (CPU: 100% is one full core; resident memory on the right.)',
      unit: PercentUnit,
      width: 6,
      queries: [
        { expr: scrapedPerSecond(processMetric('process_cpu_seconds_total')), legend: 'CPU' },
        { expr: `sum(${processMetric('process_resident_memory_bytes')})`, legend: 'memori' },
      ],
    }).overrideByName('memori', [
      { id: 'unit', value: BytesIEC },
      { id: 'custom.axisPlacement', value: 'right' },
    ]),
    timeSeries({
      title: 'Gangguan aktif',
      description:
        'Gangguan simulasi putaran 2 yang sedang berlangsung menurut jenis. (Simulated faults that are on.)',
      unit: Short,
      decimals: 0,
      width: 6,
      queries: [
        {
          expr: orScrapedZero(`max by (type) (${METRICS.faultsActive})`, { type: 'tidak ada' }),
          legend: '{{type}}',
        },
      ],
    }),
  ],
};
