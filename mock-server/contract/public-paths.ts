import type { TSchema } from 'typebox';
import { AreaResult, PaslonFile, TpsResult, WilayahRows } from './public.ts';
import { DHasilKabkota, DHasilKecamatan } from './public-d-hasil.ts';

const TYPE = { pattern: '^pkw(kp|kk)$', description: 'pkwkp: gubernur; pkwkk: bupati or wali kota.' };
const PP = { pattern: '^[0-9]{2}$', description: 'Provinsi.' };
const PPKK = { pattern: '^[0-9]{4}$', description: 'Kab/kota.' };
const PPKKCC = { pattern: '^[0-9]{6}$', description: 'Kecamatan.' };
const KELURAHAN = { pattern: '^[0-9]{10}$', description: 'Kelurahan or desa.' };
const TPS = { pattern: '^[0-9]{13}$', description: 'TPS.' };
const CODES = { type: TYPE, PP, PPKK, PPKKCC, kel10: KELURAHAN, tps13: TPS };

/** Areas by the path below the type, from the nation down to the kelurahan. */
const AREAS = ['', '/{PP}', '/{PP}/{PPKK}', '/{PP}/{PPKK}/{PPKKCC}', '/{PP}/{PPKK}/{PPKKCC}/{kel10}'];

/** OpenAPI's paths of the public read API, whose routes are wildcards: a static host knows files, not parameters. */
export const PUBLIC_PATHS: Record<string, object> = Object.fromEntries(
  [
    ...AREAS.map((area) => [
      `/wilayah/pilkada/{type}${area || '/0'}.json`,
      file('What lies directly below an area', WilayahRows),
    ]),
    ['/pilkada/paslon/{type}.json', file('The pairs of an election', PaslonFile)],
    ...AREAS.map((area) => [
      `/pilkada/hhcw/{type}${area}.json`,
      file('Results of an area and of what lies directly below it', AreaResult),
    ]),
    [`/pilkada/hhcw/{type}${AREAS.at(-1)}/{tps13}.json`, file('Result of a TPS', TpsResult)],
    ['/pilkada/dhasil/{type}/{PP}/{PPKK}.json', file('D.Hasil summed up over a kab/kota', DHasilKabkota)],
    ['/pilkada/dhasil/{type}/{PP}/{PPKK}/{PPKKCC}.json', file('D.Hasil of a kecamatan', DHasilKecamatan)],
  ].map(([path, operation]) => [
    path,
    { get: { ...(operation as object), parameters: parametersOf(path as string) } },
  ]),
);

function parametersOf(path: string): object[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => {
    const { pattern, description } = CODES[name as keyof typeof CODES];
    return { name, in: 'path', required: true, description, schema: { type: 'string', pattern } };
  });
}

function file(summary: string, schema: TSchema): object {
  return {
    summary,
    description:
      'Public, without login. As a static host gives it: ETag, Last-Modified, conditional requests, gzip and brotli, CORS for all.',
    tags: ['public'],
    responses: {
      200: {
        description: 'The file of the latest publication.',
        content: { 'application/json': { schema } },
      },
      304: { description: 'The copy of the reader is the current one.' },
      404: {
        description: 'No such file.',
        content: { 'text/html': { schema: { type: 'string' } } },
      },
    },
  };
}
