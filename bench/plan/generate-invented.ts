import { generatePlan } from '../../fixtures/plan/generate.ts';
import { inventRegion } from '../../fixtures/testing/region.ts';

/** Generates the plan of an invented region: `node generate-invented.ts FOLDER KELURAHAN`, 21 TPS in each as in Palembang. */
const [, , out, kelurahan] = process.argv;
const count = Number(kelurahan);
// A kecamatan's code leaves room for 99 of them.
const perKecamatan = Math.ceil(count / 99);
const tps = Array.from({ length: Math.ceil(count / perKecamatan) }, () =>
  Array.from({ length: perKecamatan }, () => 21),
);
await generatePlan({
  region: inventRegion({ tps, dpt: tps.flat().length * 21 * 546 }),
  seed: 1,
  out: out as string,
  photos: { mode: 'none' },
  toolkit: { name: 'bench', version: '0' },
});
