import { PercentUnit, Seconds, Short } from '@grafana/grafana-foundation-sdk/units';
import { METRICS } from '../../mock-server/metrics/names.ts';
import { OPERATIONS, THRESHOLDS } from '../config.ts';
import { K6, TRENDS } from '../metric-names.ts';
import { stat } from '../panel-defaults.ts';
import { orScrapedZero, orZero, total, trendQuantile } from '../promql.ts';
import type { Row } from '../row.ts';

const plannedTps = `sum(${METRICS.tpsPlanned})`;
const acknowledged = orZero(total(K6.documentsAcknowledged));
const complete = orZero(total(K6.tpsComplete));
const failed = orZero(total(K6.attemptsFailed));

/** How the round stands, in ten figures. */
export const overview: Row = {
  title: 'Ikhtisar putaran',
  panels: [
    stat({
      title: 'Dokumen diakui',
      description:
        'Unggahan yang diakui server, menurut k6. (Uploads acknowledged by the target, as k6 counted them.)',
      unit: Short,
      width: 4,
      sparkline: true,
      queries: [{ expr: acknowledged, legend: 'diakui' }],
    }),
    stat({
      title: 'Dokumen diakui dari rencana',
      description:
        'Bagian dari seluruh unggahan dalam rencana: TPS menurut server kali unggahan per TPS (variabel di atas). ' +
        '(Share of all planned uploads.)',
      unit: PercentUnit,
      decimals: 1,
      width: 4,
      thresholds: THRESHOLDS.progress,
      queries: [{ expr: `(${acknowledged}) / (${plannedTps} * $unggahan_per_tps)`, legend: 'dari rencana' }],
    }),
    stat({
      title: 'TPS tuntas',
      description:
        'TPS yang seluruh dokumennya sudah ada menurut server, dilihat operator di akhir sesi. ' +
        '(TPS whose every document the target says it has.)',
      unit: Short,
      width: 4,
      sparkline: true,
      queries: [{ expr: complete, legend: 'tuntas' }],
    }),
    stat({
      title: 'TPS tuntas dari rencana',
      description: 'Bagian dari seluruh TPS dalam rencana. (Share of all planned TPS.)',
      unit: PercentUnit,
      decimals: 1,
      width: 4,
      thresholds: THRESHOLDS.progress,
      queries: [{ expr: `(${complete}) / ${plannedTps}`, legend: 'dari rencana' }],
    }),
    stat({
      title: 'Login berhasil',
      description:
        'Akun yang berhasil masuk, di awal putaran dan di setiap sesi TPS. (Logins accepted, in the storm and in sessions.)',
      unit: Short,
      width: 4,
      sparkline: true,
      queries: [{ expr: orZero(total(K6.loginsAccepted)), legend: 'berhasil' }],
    }),
    stat({
      title: 'p95 unggah',
      description:
        'Dari waktu unggah menurut rencana sampai diakui. (From the planned start of an upload to its acknowledgement.)',
      unit: Seconds,
      decimals: 2,
      width: 4,
      thresholds: THRESHOLDS.latencySecond,
      queries: [{ expr: trendQuantile(TRENDS.latencyFromPlan, 0.95, 'operation="upload"'), legend: 'p95' }],
    }),
    stat({
      title: 'Percobaan gagal',
      description:
        'Semua percobaan yang gagal sejak awal, termasuk yang kemudian berhasil saat diulang. ' +
        '(All failed attempts so far, healed by a retry or not.)',
      unit: Short,
      width: 6,
      sparkline: true,
      queries: [{ expr: failed, legend: 'gagal' }],
    }),
    stat({
      title: 'Bagian gagal',
      description:
        'Percobaan gagal dibagi semua percobaan sejak awal. (Failed attempts as a share of all attempts so far.)',
      unit: PercentUnit,
      decimals: 2,
      width: 6,
      thresholds: THRESHOLDS.failureShare,
      queries: [
        {
          expr: `(${failed}) / ${total(K6.httpRequests, { where: `name=~"${OPERATIONS}"` })}`,
          legend: 'bagian gagal',
        },
      ],
    }),
    stat({
      title: 'Sesi terlewat',
      description:
        'Kedatangan yang tidak sempat dijalankan k6 karena kehabisan VU. Satu saja membuat putaran tidak sah: ' +
        'pembangkit beban tidak mengikuti rencana. (Dropped iterations; any at all invalidates the run.)',
      unit: Short,
      width: 6,
      thresholds: THRESHOLDS.none,
      queries: [{ expr: orZero(total(K6.droppedIterations)), legend: 'terlewat' }],
    }),
    stat({
      title: 'Gangguan sedang berlangsung',
      description:
        'Gangguan simulasi yang aktif saat ini; di luar putaran 2 selalu nol. (Simulated faults that are on.)',
      unit: Short,
      width: 6,
      queries: [{ expr: orScrapedZero(`sum(${METRICS.faultsActive})`), legend: 'aktif' }],
    }),
  ],
};
