import { Gauge } from 'prom-client';
import type { Plenos } from '../pleno/plenos.ts';
import type { Metrics } from './create.ts';
import { METRICS } from './names.ts';

/** Kecamatan by how far their pleno is, read when Prometheus asks. */
export function gaugePlenos({ registry }: Metrics, plenos: Pick<Plenos, 'states'>): void {
  new Gauge({
    name: METRICS.plenos,
    help: 'Kecamatan by how far their pleno is.',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      for (const [state, count] of Object.entries(plenos.states())) this.set({ state }, count);
    },
  });
}
