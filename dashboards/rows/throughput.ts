import { RequestsPerSecond, Short } from '@grafana/grafana-foundation-sdk/units';
import { METRICS } from '../../mock-server/metrics/names.ts';
import { OPERATIONS } from '../config.ts';
import { K6 } from '../metric-names.ts';
import { timeSeries } from '../panel-defaults.ts';
import { attemptsPerSecond, orZero, perSecond, total } from '../promql.ts';
import type { Row } from '../row.ts';

const attempts = attemptsPerSecond(`name=~"${OPERATIONS}"`);
const failures = perSecond(K6.attemptsFailed, { by: ['operation'] });
const finished = perSecond(K6.iterations, { by: ['scenario'] });
const dropped = perSecond(K6.droppedIterations, { by: ['scenario'] });

/** What was asked of the target, what it acknowledged, and what the plan wanted. */
export const throughput: Row = {
  title: 'Laju',
  panels: [
    timeSeries({
      title: 'Percobaan per detik menurut operasi',
      description:
        'Semua permintaan yang benar-benar dikirim, termasuk pengulangan. (Requests sent, retries included.)',
      unit: RequestsPerSecond,
      width: 12,
      queries: [{ expr: attempts, legend: '{{operation}}' }],
    }),
    timeSeries({
      title: 'Diakui per detik menurut operasi',
      description:
        'Percobaan dikurangi kegagalan: jawaban yang memenuhi janji kontrak. (Attempts that kept the contract.)',
      unit: RequestsPerSecond,
      width: 12,
      queries: [
        {
          expr: `clamp_min((${attempts}) - ((${failures}) or (${attempts}) * 0), 0)`,
          legend: '{{operation}}',
        },
      ],
    }),
    timeSeries({
      title: 'Kedatangan sesi per detik',
      description:
        'Kedatangan menurut rencana = sesi yang selesai + sesi yang terlewat. Sesi dihitung saat selesai, jadi kurva ' +
        'ini tertinggal selama satu sesi. (Planned arrivals: sessions finished plus sessions dropped.)',
      unit: Short,
      width: 12,
      queries: [
        { expr: `(${finished}) + ((${dropped}) or (${finished}) * 0)`, legend: 'rencana · {{scenario}}' },
        { expr: finished, legend: 'selesai · {{scenario}}' },
      ],
    }),
    timeSeries({
      title: 'Dokumen: diakui dan rencana',
      description:
        'Jumlah sejak awal putaran terhadap seluruh rencana. (Cumulative acknowledgements against the whole plan.)',
      unit: Short,
      width: 12,
      queries: [
        { expr: orZero(total(K6.documentsAcknowledged)), legend: 'diakui' },
        { expr: `sum(${METRICS.tpsPlanned}) * $unggahan_per_tps`, legend: 'rencana' },
      ],
    }),
    timeSeries({
      title: 'Berkas hasil publik dibaca per detik',
      description: 'Pembaca halaman hasil, bila ikut diuji. (Files of the published results read.)',
      unit: RequestsPerSecond,
      width: 12,
      queries: [{ expr: orZero(perSecond(K6.filesRead)), legend: 'dibaca' }],
    }),
    timeSeries({
      title: 'C.Hasil terkonfirmasi per detik',
      description: 'KPPS yang mencocokkan hasil baca, bila ikut diuji. (C.Hasil that the KPPS confirmed.)',
      unit: RequestsPerSecond,
      width: 12,
      queries: [{ expr: orZero(perSecond(K6.formsConfirmed)), legend: 'terkonfirmasi' }],
    }),
    timeSeries({
      title: 'Pleno: formulir tersimpan dan kecamatan dipublikasikan',
      description:
        'Jumlah sejak awal putaran, bila pleno ikut diuji. (Forms saved in plenaries and kecamatan published, cumulative.)',
      unit: Short,
      width: 12,
      queries: [
        { expr: orZero(total(K6.plenoFormsSaved)), legend: 'formulir tersimpan' },
        { expr: orZero(total(K6.plenosPublished)), legend: 'kecamatan dipublikasikan' },
      ],
    }),
  ],
};
