import { PercentUnit, RequestsPerSecond, Short } from '@grafana/grafana-foundation-sdk/units';
import { OPERATIONS, THRESHOLDS } from '../config.ts';
import { K6 } from '../metric-names.ts';
import { barGauge, timeSeries } from '../panel-defaults.ts';
import { attemptsPerSecond, orZero, perSecond, total } from '../promql.ts';
import type { Row } from '../row.ts';

const byClass = ['operation', 'error_class'];
const noFailure = { operation: 'semua operasi', error_class: 'tanpa kegagalan' };
const attempts = attemptsPerSecond(`name=~"${OPERATIONS}"`);
const failures = perSecond(K6.attemptsFailed, { by: ['operation'] });

/** What went wrong, where, and of which kind. */
export const failuresByClass: Row = {
  title: 'Kegagalan',
  panels: [
    timeSeries({
      title: 'Kegagalan per detik menurut operasi dan jenis',
      description:
        'Jenis: connection, timeout, rate-limited (429), unauthorised, http-4xx, http-5xx, bad-answer (jawaban 2xx ' +
        'yang tidak memenuhi kontrak). (Failed attempts by operation and error class.)',
      unit: RequestsPerSecond,
      width: 12,
      stacked: true,
      queries: [
        {
          expr: orZero(perSecond(K6.attemptsFailed, { by: byClass }), noFailure),
          legend: '{{operation}} · {{error_class}}',
        },
      ],
    }),
    timeSeries({
      title: 'Bagian percobaan yang gagal',
      description:
        'Kegagalan dibagi percobaan, per operasi. (Failed attempts as a share of attempts, by operation.)',
      unit: PercentUnit,
      width: 12,
      max: 1,
      thresholds: THRESHOLDS.failureShare,
      queries: [
        {
          expr: `clamp_max(((${failures}) or (${attempts}) * 0) / (${attempts}), 1)`,
          legend: '{{operation}}',
        },
      ],
    }),
    barGauge({
      title: 'Jumlah kegagalan menurut operasi dan jenis',
      description: 'Sejak awal putaran. (Since the start of the round.)',
      unit: Short,
      width: 12,
      height: 7,
      instant: true,
      thresholds: THRESHOLDS.none,
      queries: [
        {
          expr: orZero(total(K6.attemptsFailed, { by: byClass }), noFailure),
          legend: '{{operation}} · {{error_class}}',
        },
      ],
    }),
    barGauge({
      title: 'Jawaban gagal menurut status HTTP dan kode k6',
      description:
        'Status 0 berarti tidak ada jawaban; kode k6 menjelaskan sebabnya (1050 batas waktu, 1212 koneksi ditolak). ' +
        '(Failed answers by HTTP status and k6 error code.)',
      unit: Short,
      width: 12,
      height: 7,
      instant: true,
      thresholds: THRESHOLDS.none,
      queries: [
        {
          expr: orZero(
            total(K6.httpRequests, {
              by: ['name', 'status', 'error_code'],
              where: `name=~"${OPERATIONS}", expected_response="false"`,
            }),
            { name: 'semua operasi', status: 'tanpa kegagalan' },
          ),
          legend: '{{name}} · {{status}} {{error_code}}',
        },
      ],
    }),
  ],
};
