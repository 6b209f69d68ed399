import { RequestsPerSecond } from '@grafana/grafana-foundation-sdk/units';
import { K6 } from '../metric-names.ts';
import { timeSeries } from '../panel-defaults.ts';
import { orZero, perSecond } from '../promql.ts';
import type { Row } from '../row.ts';

/** What goes over bad links, and a kecamatan without signal while it has none. Zero in a run that plays no links. */
export const signal: Row = {
  title: 'Sinyal',
  panels: [
    timeSeries({
      title: 'Percobaan per detik menurut jaringan',
      description:
        'good: sinyal baik; none: tanpa sinyal, di perjalanan ke desa lain; selain itu jaringan buruk. Nol bila putaran ' +
        'tidak memainkan sinyal. (Attempts by link.)',
      unit: RequestsPerSecond,
      width: 12,
      stacked: true,
      queries: [
        {
          expr: orZero(perSecond(K6.linkAttempts, { by: ['link'] }), { link: 'tanpa jaringan buruk' }),
          legend: '{{link}}',
        },
      ],
    }),
    timeSeries({
      title: 'Kegagalan per detik di kecamatan yang sinyalnya diganggu',
      description:
        'Naik selama kecamatan itu tanpa sinyal, dan turun begitu sinyal kembali. Kode kecamatan tempat ponsel mengirim. ' +
        '(Failed attempts where the signal is disturbed, by kecamatan.)',
      unit: RequestsPerSecond,
      width: 12,
      queries: [
        {
          expr: orZero(
            perSecond(K6.linkAttempts, { by: ['kecamatan'], where: 'kecamatan!="", result="failed"' }),
            { kecamatan: 'tanpa gangguan' },
          ),
          legend: '{{kecamatan}}',
        },
      ],
    }),
  ],
};
