import type { Plan } from '../../../fixtures/plan/types.ts';

/** The numbers of a plan of Palembang with a curve of three corners. */
export function palembangLoad(): Pick<Plan, 'workload' | 'counts'> {
  return {
    workload: {
      login: { durationSecond: 3600 },
      arrivals: {
        clockStart: '13:00 WIB',
        durationSecond: 39_600,
        knots: [
          { second: 0, rate: 0 },
          { second: 10_000, rate: 114_760 },
          { second: 39_600, rate: 0 },
        ],
        ways: [{ way: 'online', count: 2272, firstSecond: 0, lastSecond: 39_600 }],
        fit: { family: 'beta', alpha: 3, beta: 4, points: [] },
      },
      retest: { durationSecond: 1800 },
      documentSpacingSecond: 150,
      batchSpacingSecond: 10,
      operator: { attempts: 6, firstBackoffSecond: 30, backoffFactor: 2, requestTimeoutSecond: 30 },
      disturbances: [],
    },
    counts: {
      kecamatan: 18,
      kelurahan: 107,
      tps: 2272,
      voters: 1_241_196,
      documents: 9088,
      pages: 9088,
      accounts: 4831,
      accountsByRole: {
        kpps: 4544,
        'pps-operator': 214,
        'ppk-admin': 36,
        'ppk-operator': 36,
        'kabkota-admin': 1,
      },
      ways: { online: 2272, offline: 0, 'offline-online': 0, kecamatan: 0 },
      weakSignal: 0,
      specialTps: 0,
    },
  };
}
