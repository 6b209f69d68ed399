import { BytesPerSecondSI, Short } from '@grafana/grafana-foundation-sdk/units';
import { RUN_SELECTOR } from '../config.ts';
import { K6 } from '../metric-names.ts';
import { timeSeries } from '../panel-defaults.ts';
import { orZero, perSecond } from '../promql.ts';
import type { Row } from '../row.ts';

/** Whether k6 itself keeps up: a tired generator makes a slow server look fast. */
export const generator: Row = {
  title: 'Pembangkit beban (k6)',
  panels: [
    timeSeries({
      title: 'VU',
      description:
        'VU yang sedang bekerja dan yang tersedia. Bila keduanya berimpit, sesi akan terlewat. ' +
        '(VUs at work and VUs available; when they meet, iterations get dropped.)',
      unit: Short,
      width: 6,
      queries: [
        { expr: `sum(${K6.vus}{${RUN_SELECTOR}})`, legend: 'bekerja' },
        { expr: `sum(${K6.vusMax}{${RUN_SELECTOR}})`, legend: 'tersedia' },
      ],
    }),
    timeSeries({
      title: 'Sesi terlewat per detik',
      description:
        'Harus nol sepanjang putaran. (Dropped iterations per second by phase; must stay at zero.)',
      unit: Short,
      width: 6,
      queries: [
        {
          expr: orZero(perSecond(K6.droppedIterations, { by: ['scenario'] }), { scenario: 'semua fase' }),
          legend: '{{scenario}}',
        },
      ],
    }),
    timeSeries({
      title: 'Sesi selesai per detik menurut fase',
      description: 'Iterasi k6: satu login atau satu TPS. (k6 iterations: one login or one TPS each.)',
      unit: Short,
      width: 6,
      queries: [{ expr: perSecond(K6.iterations, { by: ['scenario'] }), legend: '{{scenario}}' }],
    }),
    timeSeries({
      title: 'Data dikirim dan diterima',
      description: 'Terutama foto dokumen. (Mostly the photos.)',
      unit: BytesPerSecondSI,
      width: 6,
      queries: [
        { expr: perSecond(K6.dataSent), legend: 'dikirim' },
        { expr: perSecond(K6.dataReceived), legend: 'diterima' },
      ],
    }),
  ],
};
