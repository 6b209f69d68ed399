import { type Plan, WAYS, type Way } from '../../../fixtures/plan/types.ts';
import type { AreaCount, Audit, Finding, TpsCount } from '../../evidence/types.ts';
import { FORMAT_VERSIONS } from '../../run-folder/format-versions.ts';

/** What goes wrong in the sample's round 2, per outcome; zero everywhere in a clean one. */
export interface SampleTrouble {
  lost: number;
  altered: number;
  duplicated: number;
  unacknowledged: number;
}

/** An audit of the plan whose discrepancies all lie in different TPS, so that its sums are easy to check. */
export function sampleAudit(plan: Plan, trouble: SampleTrouble): Audit {
  const findings: Finding[] = [];
  const missing = new Map<string, number>();
  const kelurahanCodes = plan.area.kecamatan.flatMap((area) => area.kelurahan);
  const add = (code: Finding['code'], count: number) => {
    for (let i = 0; i < count; i++) {
      const place = kelurahanCodes[(findings.length * 7) % kelurahanCodes.length];
      const nth = Math.floor(findings.length / kelurahanCodes.length);
      if (place === undefined) return;
      const tps = `${place.code}${String(nth + 1).padStart(3, '0')}`;
      missing.set(place.code, (missing.get(place.code) ?? 0) + 1);
      findings.push({
        code,
        phase: 'upload',
        tps,
        document: 'c-hasil-walikota',
        page: 1,
        account: `kpps-${tps}-1`,
        key: `01JB.round-2.${tps}.c-hasil-walikota.1`,
        message: `The upload of TPS ${tps} was not found as planned.`,
      });
    }
  };
  add('LOST', trouble.lost);
  add('ALTERED', trouble.altered);
  add('DUPLICATED', trouble.duplicated);
  add('UNACKNOWLEDGED', trouble.unacknowledged);

  const kelurahan = kelurahanCodes.map(({ code, name, tps }): AreaCount => {
    const gone = missing.get(code) ?? 0;
    return {
      code,
      name,
      tps: { planned: tps, complete: tps - gone },
      uploads: { planned: tps * 4, stored: tps * 4 - gone },
    };
  });
  const sum = (code: string, name: string, areas: readonly AreaCount[]): AreaCount => ({
    code,
    name,
    tps: {
      planned: areas.reduce((all, area) => all + area.tps.planned, 0),
      complete: areas.reduce((all, area) => all + area.tps.complete, 0),
    },
    uploads: {
      planned: areas.reduce((all, area) => all + area.uploads.planned, 0),
      stored: areas.reduce((all, area) => all + area.uploads.stored, 0),
    },
  });
  const kecamatan = plan.area.kecamatan.map(({ code, name }) =>
    sum(
      code,
      name,
      kelurahan.filter((area) => area.code.startsWith(code)),
    ),
  );
  const region = sum(plan.area.code, plan.area.name, kelurahan);
  return {
    formatVersion: FORMAT_VERSIONS.audit,
    kind: 'audit',
    runId: '01JB7Q2W',
    auditedAt: '2024-11-20T04:12:00.000Z',
    planned: region.uploads.planned,
    stored: region.uploads.stored,
    ...trouble,
    notAsked: 0,
    notAskedWithoutLogin: 0,
    storedUnacknowledged: Math.floor(trouble.unacknowledged / 2),
    unexpected: 0,
    tps: region.tps,
    ways: sampleWays(plan, region.tps.planned - region.tps.complete),
    weakSignal: { planned: plan.counts.weakSignal, complete: plan.counts.weakSignal },
    specialTps: { planned: plan.counts.specialTps, complete: plan.counts.specialTps },
    mistakes: plan.mistakes.map(({ kind, planned, carried }) => ({
      kind,
      planned,
      carried,
      met: carried ? planned - (findings.length > 0 && kind === 'blurred' ? 2 : 0) : null,
    })),
    accounts: {
      handedOut: plan.counts.accounts,
      used: plan.counts.accounts - (findings.length > 0 ? 11 : 0),
    },
    areas: { region, kecamatan, kelurahan },
    levelsAgree: true,
    phases: { upload: region.uploads },
    pleno: null,
    readback: {
      source: 'GET /api/v1/uploads',
      fetchedAt: '2024-11-20T04:11:40.000Z',
      store: 'b1dfbd33ef9a3aeed8181ba66b756576',
      sameStore: true,
      uploads: region.uploads.stored,
      sha256: 'b7'.repeat(32),
    },
    journal: {
      lines: 21_604,
      attempts: 21_600,
      malformed: 0,
      truncated: false,
      unplanned: 0,
      lastAt: Date.parse('2024-11-20T04:10:30.000Z'),
      sha256: 'c4'.repeat(32),
    },
    plan: { sha256: '9e'.repeat(32), copies: [], disagreements: [] },
    retest: { recorded: 0, found: 0, logins: { recorded: 0, accounts: [] } },
    findings,
  };
}

/** All TPS that are not complete submit online. */
function sampleWays({ counts }: Plan, incomplete: number): Record<Way, TpsCount> {
  const count = (way: Way): TpsCount => ({
    planned: counts.ways[way],
    complete: counts.ways[way] - (way === 'online' ? incomplete : 0),
  });
  return Object.fromEntries(WAYS.map((way) => [way, count(way)])) as Record<Way, TpsCount>;
}
