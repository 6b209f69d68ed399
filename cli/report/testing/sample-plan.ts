import {
  type Figure,
  type KecamatanSummary,
  MISTAKE_KINDS,
  PHOTO_FAULTS,
  PLAN_FORMAT_VERSION,
  type Plan,
} from '../../../fixtures/plan/types.ts';

/** Palembang's kecamatan with their TPS and kelurahan; the kelurahan's names are made up. */
const KECAMATAN: readonly [name: string, tps: number, kelurahan: number][] = [
  ['Ilir Barat Dua', 89, 7],
  ['Seberang Ulu Satu', 118, 5],
  ['Seberang Ulu Dua', 133, 7],
  ['Ilir Barat Satu', 202, 6],
  ['Ilir Timur Satu', 91, 11],
  ['Ilir Timur Dua', 110, 6],
  ['Sukarami', 255, 7],
  ['Sako', 145, 4],
  ['Kemuning', 106, 6],
  ['Kalidoni', 166, 5],
  ['Bukitkecil', 52, 6],
  ['Gandus', 109, 5],
  ['Kertapati', 127, 6],
  ['Plaju', 125, 7],
  ['Alang-alang Lebar', 141, 4],
  ['Sematangborang', 86, 4],
  ['Jakabaring', 117, 5],
  ['Ilir Timur Tiga', 100, 6],
];

const SHA = (digit: string) => digit.repeat(64).slice(0, 64);

function kecamatan(): KecamatanSummary[] {
  return KECAMATAN.map(([name, tps, count], index) => {
    const code = `1671${String(index + 1).padStart(2, '0')}`;
    const kelurahan = Array.from({ length: count }, (_, place) => ({
      code: `${code}${String(1001 + place)}`,
      name: `Kelurahan ${place + 1} ${name}`,
      tps: Math.floor(tps / count) + (place < tps % count ? 1 : 0),
    }));
    return { code, name, kelurahan, tps, dpt: tps * 546 };
  });
}

function figure(
  name: string,
  value: number | string,
  unit: string | null,
  mark: Figure['mark'],
  source: string,
) {
  return { name, value, unit, mark, source };
}

/** A plan of Palembang's size, written down without the generator so that reports can be tried without it. */
export function samplePlan(): Plan {
  const areas = kecamatan();
  return {
    formatVersion: PLAN_FORMAT_VERSION,
    kind: 'plan',
    toolkit: { name: 'sirekap-uji-beban', version: '0.1.0' },
    region: 'palembang',
    seed: 20241012,
    area: { code: '1671', name: 'Kota Palembang', level: 'kota', kecamatan: areas },
    elections: [
      {
        slug: 'gubernur',
        code: 'pkwkp',
        pairs: ['1000012', '1000013', '1000014'].map((id, i) => ({ number: i + 1, id })),
      },
      {
        slug: 'walikota',
        code: 'pkwkk',
        pairs: ['1000437', '1000438', '1000439'].map((id, i) => ({ number: i + 1, id })),
      },
    ],
    documents: 'four-documents',
    documentProfile: [
      {
        type: 'c-hasil-gubernur',
        form: 'c-hasil',
        title: 'C.Hasil-KWK-Gubernur',
        election: 'gubernur',
        pages: 1,
      },
      {
        type: 'c-hasil-walikota',
        form: 'c-hasil',
        title: 'C.Hasil-KWK-Walikota',
        election: 'walikota',
        pages: 1,
      },
      {
        type: 'kejadian-khusus',
        form: 'c-kejadian-khusus',
        title: 'Kejadian Khusus',
        election: null,
        pages: 1,
      },
      { type: 'daftar-hadir', form: 'daftar-hadir', title: 'Daftar Hadir', election: null, pages: 1 },
    ],
    figures: [
      figure('counts.tps', 2272, 'TPS', 'S', 'Berita uji beban Palembang, Oktober 2024'),
      figure('voters.dpt', 1241196, 'voters', 'V', 'Penetapan DPT Kota Palembang'),
      figure('areas.kecamatan', 18, null, 'V', 'idn-area-data, ODbL 1.0'),
      figure('arrivals.share.19:00', 0.818, null, 'V', 'Progress of 27 November 2024, 19:00 WIB'),
      figure('arrivals.alpha', 4.1, null, 'D', 'Least squares on the published progress'),
      figure('voters.turnout', 0.63, null, 'A', 'assumed: between the turnouts of 2020 and 2024'),
      figure('photos.bytes', 180000, 'bytes', 'D', 'Between 150 and 200 kB as published'),
      figure(
        'operator.attempts',
        5,
        null,
        'A',
        'assumed: a patient operator tries this often before calling the PPK',
      ),
      figure('documents.spacing', 150, 's', 'D', 'Sheets were 2 to 3 minutes apart'),
      ...MISTAKE_KINDS.map((kind) =>
        figure(`mistakes.${kind}`, 0.02, null, 'A', `assumed: one TPS in fifty shows ${kind}`),
      ),
      figure('login.duration', 3600, 's', 'V', '13 October 2024, 13 to 14 h'),
    ],
    workload: {
      login: { durationSecond: 3600 },
      arrivals: {
        clockStart: '13:00 WIB',
        durationSecond: 32400,
        knots: [
          { second: 0, rate: 0 },
          { second: 14400, rate: 140000 },
          { second: 32400, rate: 0 },
        ],
        ways: [],
        fit: { family: 'beta', alpha: 4.1, beta: 5.2, points: [] },
      },
      retest: { durationSecond: 1800 },
      documentSpacingSecond: 150,
      batchSpacingSecond: 10,
      operator: { attempts: 5, firstBackoffSecond: 15, backoffFactor: 2, requestTimeoutSecond: 30 },
      disturbances: [
        { name: 'server-mati', type: 'outage', atSecond: 10800, durationSecond: 600 },
        { name: 'sinyal-lemah', type: 'slow', atSecond: 16200, durationSecond: 1800, delayMs: 800 },
        { name: 'galat-beruntun', type: 'errors', atSecond: 21600, durationSecond: 900, share: 0.5 },
      ],
    },
    counts: {
      kecamatan: areas.length,
      kelurahan: areas.reduce((sum, area) => sum + area.kelurahan.length, 0),
      tps: areas.reduce((sum, area) => sum + area.tps, 0),
      voters: 1241196,
      documents: 9088,
      pages: 9088,
      accounts: 4813,
      accountsByRole: {
        kpps: 4544,
        'pps-operator': 214,
        'ppk-admin': 36,
        'ppk-operator': 18,
        'kabkota-admin': 1,
      },
      ways: { online: 1972, offline: 70, 'offline-online': 200, kecamatan: 30 },
      weakSignal: 150,
      specialTps: 6,
    },
    mistakes: MISTAKE_KINDS.map((kind, i) => ({
      kind,
      planned: i * 3,
      carried: (PHOTO_FAULTS as readonly string[]).includes(kind),
    })),
    photos: { mode: 'pool', sensor: 'published', size: 64, clean: 60, width: 1200, height: 1600 },
    shards: 1,
    files: { 'tps.ndjson': { sha256: SHA('7b'), bytes: 4_210_332, lines: 2272 } },
    attribution: ['Nama wilayah: idn-area-data, ODbL 1.0'],
  };
}
