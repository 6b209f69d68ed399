import { describe, expect, it } from 'vitest';
import { arrivalSeconds, constantRate } from '../../fixtures/arrival/schedule.ts';
import { NEXT_TPS_SECOND } from '../../scenarios/workloads/pps-help.ts';
import { loadCriteria } from './criteria.ts';
import { keptByLink } from './kept-by-link.ts';
import { readPlanned } from './planned.ts';
import { readRunRecord } from './read-run.ts';
import { failed, judgeRun, smallRun } from './testing/judged-run.ts';
import { SPEED, ZERO } from './testing/synthetic-constants.ts';
import { UPLOADS_PER_TPS } from './testing/synthetic-plan.ts';
import type { SyntheticRun } from './testing/synthetic-run.ts';

/** Plan seconds at which the uploads of a smoke run begin, and in which its sessions start. */
const BEGIN = 600;
const SESSIONS = 1800;

/** A smoke run whose four kelurahan have a PPS operator each, who helps ten TPS. */
function helpedRun(): SyntheticRun {
  const run = smallRun();
  const { plan, tps } = run.plan;
  run.run.flow = 'pps';
  plan.counts.accountsByRole['pps-operator'] = plan.counts.kelurahan;
  const upload = run.phases.find(({ phase }) => phase === 'upload');
  if (upload === undefined) throw new Error('the run has no uploads');
  upload.count = plan.counts.kelurahan;
  const others = run.attempts.filter(({ phase }) => phase !== 'upload');
  const own = run.attempts.filter(({ phase }) => phase === 'upload');
  const byRank = tps.toSorted((a, b) => a.arrivalRank - b.arrivalRank);
  const kelurahan = [...new Set(byRank.map((entry) => entry.kelurahan))];
  const starts = arrivalSeconds(constantRate(kelurahan.length, SESSIONS), kelurahan.length);
  run.attempts = others;
  for (const [session, code] of kelurahan.entries()) {
    let turn = BEGIN + (starts[session] ?? 0);
    const helped = byRank.filter((entry) => entry.kelurahan === code);
    for (const [i, { kode, way }] of helped.entries()) {
      const lines = own.filter((line) => line.tps === kode);
      const began = lines[0]?.plannedAt ?? 0;
      for (const line of lines) {
        if (line.operation === 'login' && i > 0) continue;
        const plannedAt = ZERO + (turn * 1000) / SPEED + line.plannedAt - began;
        const startedAt = plannedAt + 1;
        run.attempts.push({ ...line, session, account: `pps-${code}-1`, plannedAt, startedAt });
      }
      const { documentSpacingSecond, batchSpacingSecond } = plan.workload;
      turn += UPLOADS_PER_TPS * (way === 'online' ? documentSpacingSecond : batchSpacingSecond);
      turn += NEXT_TPS_SECOND;
    }
  }
  return run;
}

describe('operators of the PPS', () => {
  it('every upload has its outcome, every operation its planned time', async () => {
    const { audit, measurements, verdict } = await judgeRun(helpedRun().write(), loadCriteria('smoke'));
    expect(failed(verdict)).toEqual([]);
    expect(audit).toMatchObject({
      planned: 120,
      stored: 120,
      findings: [],
      tps: { planned: 40, complete: 40 },
      phases: { upload: { planned: 120, stored: 120 } },
      journal: { unplanned: 0 },
    });
    expect(measurements.planDeviationMs).toBeLessThan(1);
    const rows = measurements.operations.filter(({ phase }) => phase === 'upload');
    expect(rows.map(({ operation, planned, achieved }) => [operation, planned, achieved])).toEqual([
      ['login', 4, 4],
      ['list', 40, 40],
      ['upload', 120, 120],
      ['status', 40, 40],
    ]);
  });

  it('without a login none of the operator’s TPS can be helped, and that is the target’s doing', async () => {
    const run = helpedRun();
    const [refused] = run.attempts.filter((line) => line.phase === 'upload' && line.operation === 'login');
    const keys = new Set<string | null>();
    run.attempts = run.attempts.filter((line) => {
      const gone = line.phase === 'upload' && line.session === refused?.session && line !== refused;
      if (gone) keys.add(line.key);
      return !gone;
    });
    run.stored = run.stored.filter(({ key }) => !keys.has(key));
    Object.assign(refused ?? {}, { acknowledged: false, errorClass: 'http-5xx', status: 503 });
    const { audit, measurements } = await judgeRun(run.write(), loadCriteria('smoke'));
    expect(audit).toMatchObject({ notAsked: 30, notAskedWithoutLogin: 30, tps: { complete: 30 } });
    const lists = measurements.operations.find(({ phase, operation }) => phase && operation === 'list');
    expect(lists).toMatchObject({ planned: 40, offered: 30, refusedWithoutLogin: 10 });
  });

  it('an attempt at a TPS that falls to another operator is none of the plan', async () => {
    const run = helpedRun();
    const line = run.attempts.find(({ phase, operation }) => phase === 'upload' && operation === 'status');
    if (line !== undefined) line.session = (line.session + 1) % 4;
    const { audit } = await judgeRun(run.write(), loadCriteria('smoke'));
    expect(audit.journal.unplanned).toBe(1);
  });

  it('a bad link keeps the operator at the TPS after it as well, and nobody else', async () => {
    const run = helpedRun();
    run.run.signal = {
      ...{ off: null, override: null, toxiproxy: '2.12.0', tps: null },
      ...{ disturbances: [], figures: [] },
    };
    const [first] = run.plan.tps.toSorted((a, b) => a.arrivalRank - b.arrivalRank);
    const own = run.plan.tps
      .filter(({ kelurahan }) => kelurahan === first?.kelurahan)
      .toSorted((a, b) => a.arrivalRank - b.arrivalRank);
    const [, , third] = own;
    if (third !== undefined) third.link = 'edge';
    const folder = run.write();
    const planned = await readPlanned(folder, readRunRecord(folder));
    const phase = planned.mainPhase;
    if (phase === null) throw new Error('the run uploads nothing');
    const kept = [...(phase.tps?.keys() ?? [])].filter((turn) => keptByLink(planned, phase, turn));
    expect(kept.map((turn) => planned.sessionTps(phase, turn)?.kode)).toEqual(
      own.slice(2).map(({ kode }) => kode),
    );
  });
});
