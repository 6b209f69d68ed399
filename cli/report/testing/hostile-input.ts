import type { ReportInput } from '../input.ts';
import { sampleInput } from './sample-input.ts';

/** Closes every context a report writes text into: elements, attributes, CDATA, scripts, terminals, lines. */
export const HOSTILE = `</td></script><img src=x onerror=alert(1)>"'&]]>\u0000\u001b[31m\u202e\ud800{count}\n`;

/** A run in which every string that comes from data is hostile. Dates, codes of known kinds and digests stay. */
export function hostileInput(): ReportInput {
  const input = sampleInput('FAIL');
  const { run, plan, audit, measurements, verdict } = input;
  const title = { id: HOSTILE, en: HOSTILE };
  return {
    run: {
      ...run,
      runId: HOSTILE,
      stateReason: HOSTILE,
      target: { ...run.target, url: HOSTILE, software: HOSTILE, store: HOSTILE },
      scripts: { [HOSTILE]: HOSTILE },
      toolkit: { name: HOSTILE, version: HOSTILE },
      k6: { ...run.k6, version: HOSTILE },
      node: HOSTILE,
      machine: { ...run.machine, cpuModel: HOSTILE, platform: HOSTILE },
      criteria: { name: HOSTILE, sha256: HOSTILE },
      after: { runId: HOSTILE, retest: 3, logins: 0 },
      plan: { ...run.plan, sha256: HOSTILE },
      signal: {
        off: null,
        override: 'edge',
        toxiproxy: HOSTILE,
        tps: null,
        disturbances: [HOSTILE],
        figures: [{ name: HOSTILE, value: HOSTILE, unit: HOSTILE, mark: 'A', source: HOSTILE }],
      },
    },
    plan: {
      ...plan,
      area: { ...plan.area, name: HOSTILE },
      documents: HOSTILE,
      documentProfile: plan.documentProfile.map((each) => ({ ...each, title: HOSTILE })),
      figures: plan.figures.map((each) => ({
        ...each,
        name: HOSTILE,
        value: HOSTILE,
        unit: HOSTILE,
        source: HOSTILE,
      })),
      attribution: [HOSTILE],
    },
    audit: {
      ...audit,
      readback: { ...audit.readback, source: HOSTILE },
      plan: { ...audit.plan, copies: [{ file: HOSTILE, expected: null, found: HOSTILE }] },
      areas: {
        ...audit.areas,
        kecamatan: audit.areas.kecamatan.map((each) => ({ ...each, name: HOSTILE })),
        kelurahan: audit.areas.kelurahan.map((each) => ({ ...each, name: HOSTILE, code: HOSTILE })),
      },
      phases: {
        [HOSTILE]: { planned: audit.planned, stored: audit.stored },
        upload: { planned: 0, stored: 0 },
      },
      findings: audit.findings.map((each) => ({
        ...each,
        document: HOSTILE,
        account: HOSTILE,
        key: HOSTILE,
        message: HOSTILE,
      })),
    },
    measurements: {
      ...measurements,
      operations: measurements.operations.map((each) =>
        each.phase === null ? each : { ...each, phase: each.phase + HOSTILE },
      ),
      recoveries: measurements.recoveries.map((each) => ({
        ...each,
        name: HOSTILE,
        type: HOSTILE,
        kecamatan: HOSTILE,
        lateUnsafe: 1,
      })),
      signal: {
        links: [
          {
            link: HOSTILE,
            tps: 3,
            attempts: 12,
            failedAttempts: 2,
            uploads: measurements.undisturbedUploads,
            expectedMs: 8840,
            effect: 'absent',
          },
        ],
        weakTps: { planned: 3, over: 2 },
      },
      sessionsNotStarted: { [HOSTILE]: 3 },
    },
    verdict: {
      ...verdict,
      reasons: [HOSTILE],
      validity: verdict.validity.map((each) => ({
        ...each,
        ok: false,
        name: HOSTILE,
        message: HOSTILE,
        explanation: title,
        title,
      })),
      criteriaName: HOSTILE,
      criteria: verdict.criteria.map((each) => ({
        ...each,
        name: HOSTILE,
        title,
        unit: HOSTILE,
        source: HOSTILE,
      })),
    },
  };
}
