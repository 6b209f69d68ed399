import { RequestsPerSecond, Seconds, Short } from '@grafana/grafana-foundation-sdk/units';
import { METRICS } from '../../mock-server/metrics/names.ts';
import { QUANTILES } from '../config.ts';
import { timeSeries } from '../panel-defaults.ts';
import { histogramQuantile, orScrapedZero, percent, scrapedPerSecond } from '../promql.ts';
import type { Row } from '../row.ts';

/** What becomes of documents after they are stored: read, confirmed by the KPPS, saved in the pleno. */
export const recap: Row = {
  title: 'Rekapitulasi: dokumen, pembacaan, pleno',
  panels: [
    timeSeries({
      title: 'Dokumen menurut status',
      description:
        '0 belum ada, 1 kamera, 2 awan, 3 selesai diperiksa. (Documents by status: nothing, camera, cloud, check.)',
      unit: Short,
      width: 12,
      stacked: true,
      queries: [{ expr: `sum by (status) (${METRICS.documents})`, legend: 'status {{status}}' }],
    }),
    timeSeries({
      title: 'Dokumen belum selesai menurut kecamatan',
      description: 'Sepuluh kecamatan yang paling tertinggal. (Documents below status 3, the ten worst.)',
      unit: Short,
      width: 12,
      queries: [
        {
          expr: `topk(10, sum by (name) (${METRICS.documents}{status!="3"}))`,
          legend: '{{name}}',
        },
      ],
    }),
    timeSeries({
      title: 'Antrean pembacaan',
      description: 'Foto yang menunggu dan yang sedang dibaca mesin. (Photos waiting for recognition.)',
      unit: Short,
      width: 6,
      queries: [
        { expr: `sum(${METRICS.recognitionQueue})`, legend: 'menunggu' },
        { expr: `sum(${METRICS.recognitionBusy})`, legend: 'dibaca' },
        { expr: `sum(${METRICS.recognitionWorkers})`, legend: 'pekerja' },
      ],
    }),
    timeSeries({
      title: 'Waktu tunggu pembacaan',
      description: 'Dari tersimpan sampai mulai dibaca. (Wait for a worker of the recognition.)',
      unit: Seconds,
      width: 6,
      queries: QUANTILES.map((quantile) => ({
        expr: histogramQuantile(METRICS.recognitionWait, quantile),
        legend: `p${percent(quantile)}`,
      })),
    }),
    timeSeries({
      title: 'Lama pembacaan satu foto',
      description: 'Waktu kerja mesin untuk satu foto. (Service time of the recognition.)',
      unit: Seconds,
      width: 6,
      queries: QUANTILES.map((quantile) => ({
        expr: histogramQuantile(METRICS.recognitionService, quantile),
        legend: `p${percent(quantile)}`,
      })),
    }),
    timeSeries({
      title: 'Hasil pembacaan per detik',
      description: 'Terbaca, tidak terbaca, lembar keliru. (Recognition results by outcome.)',
      unit: RequestsPerSecond,
      width: 6,
      queries: [
        {
          expr: orScrapedZero(scrapedPerSecond(METRICS.recognitionResults, { by: ['outcome'] }), {
            outcome: 'belum ada',
          }),
          legend: '{{outcome}}',
        },
      ],
    }),
    timeSeries({
      title: 'Pleno kecamatan menurut keadaan',
      description:
        'Belum dibuka, terbuka, difinalkan, dipublikasikan. (Kecamatan by the state of their plenary.)',
      unit: Short,
      decimals: 0,
      width: 12,
      stacked: true,
      queries: [{ expr: `sum by (state) (${METRICS.plenos})`, legend: '{{state}}' }],
    }),
    timeSeries({
      title: 'Simpan, koreksi dan bentrokan pleno per detik',
      description:
        'Bentrokan: operator lain sudah menyimpan formulir itu. (Saves, corrected figures and conflicts in plenaries.)',
      unit: RequestsPerSecond,
      width: 12,
      queries: [
        { expr: orScrapedZero(scrapedPerSecond(METRICS.plenoSaves)), legend: 'simpan' },
        { expr: orScrapedZero(scrapedPerSecond(METRICS.plenoCorrections)), legend: 'angka dikoreksi' },
        { expr: orScrapedZero(scrapedPerSecond(METRICS.plenoConflicts)), legend: 'bentrokan' },
      ],
    }),
  ],
};
