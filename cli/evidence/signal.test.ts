import { describe, expect, it } from 'vitest';
import type { DisturbanceLine } from '../../scenarios/journal-line.ts';
import { loadCriteria, METRICS, measureRun } from './index.ts';
import { judgeRun } from './testing/judged-run.ts';
import { RUN_ID, SPEED, ZERO } from './testing/synthetic-constants.ts';
import { SyntheticRun } from './testing/synthetic-run.ts';

const START_MS = 20_000;
const END_MS = 30_000;
const KECAMATAN = '167101';
const EDGE = { rttMs: 840, jitterMs: 100, upKbit: 200, downKbit: 240, breakShare: 0, breakAfterBytes: 1 };

/** A round 2 with links: every fifth TPS is weak and on EDGE, all lines say their link. */
function linkedRun(): SyntheticRun {
  const run = new SyntheticRun({ workload: 'round-2', tps: 40, accounts: 50 });
  for (const tps of run.plan.tps) if (tps.signal === 'weak') tps.link = 'edge';
  const weak = new Set(run.plan.tps.filter(({ link }) => link).map(({ kode }) => kode));
  for (const line of run.attempts) {
    if (line.tps === null) continue;
    line.link = weak.has(line.tps) ? 'edge' : 'good';
    if (line.link === 'edge' && line.operation === 'upload') line.durationMs = 840 + line.bytes / 25;
  }
  run.run.signal = {
    off: null,
    override: null,
    toxiproxy: '2.12.0',
    tps: { good: 40 - weak.size, none: 0, edge: weak.size, '3g': 0, '4g-congested': 0 },
    disturbances: ['padam'],
    figures: Object.entries(EDGE).map(([name, value]) => ({
      name: `signal.edge.${name}`,
      value,
      unit: null,
      mark: 'A' as const,
      source: 'assumed: test',
    })),
  };
  return run;
}

function line(endsAt: number, accepted = true): DisturbanceLine {
  const startsAt = ZERO + START_MS;
  return {
    ...{ v: 1, kind: 'disturbance', run: RUN_ID, name: 'padam', type: 'signal-outage' },
    ...{ startsAt, endsAt: ZERO + endsAt, accepted, kecamatan: KECAMATAN },
  };
}

/** The signal of one kecamatan is gone for ten seconds; who sent in it over a good link sends again 100 ms after. */
function outage(run: SyntheticRun): string[] {
  const uploads = run.phases.find(({ phase }) => phase === 'upload')?.startedAt ?? ZERO;
  run.plan.plan.workload.disturbances.push({
    name: 'padam',
    type: 'signal-outage',
    atSecond: ((ZERO + START_MS - uploads) * SPEED) / 1000,
    durationSecond: ((END_MS - START_MS) * SPEED) / 1000,
    kecamatan: KECAMATAN,
  });
  run.disturbances = [line(END_MS - 1000), line(END_MS)];
  run.extraRequests = -1;
  const hit = run
    .uploads()
    .filter(
      ({ tps, startedAt, link }) =>
        link === 'good' &&
        tps?.startsWith(KECAMATAN) &&
        startedAt > ZERO + START_MS - 40 &&
        startedAt <= ZERO + END_MS,
    );
  for (const one of hit) {
    run.attempts.push({ ...one, attempt: 2, startedAt: ZERO + END_MS + 100 });
    Object.assign(one, { acknowledged: false, errorClass: 'connection', status: 0, final: false });
  }
  return hit.map(({ key }) => key as string);
}

describe('an outage of one kecamatan’s signal', () => {
  it('is judged on what is sent from there, from when it really began until it really ended', async () => {
    const run = linkedRun();
    const hit = outage(run);
    expect(hit.length).toBeGreaterThan(3);
    const { recoveries, requests } = await measureRun(run.write());
    expect(recoveries).toMatchObject([
      {
        kecamatan: KECAMATAN,
        planned: true,
        effect: 'observed',
        startSecond: START_MS / 1000,
        endSecond: END_MS / 1000,
        failedAttempts: hit.length,
        late: hit.length,
        lateUnsafe: null,
      },
    ]);
    // Nothing was asked of the target for it.
    expect(requests.control).toBe(0);
  });

  it('takes as long to recover from as what went over good links, whatever a bad one keeps', async () => {
    const run = linkedRun();
    outage(run);
    const weak = run.uploads().find(({ link, startedAt }) => link === 'edge' && startedAt < ZERO + END_MS);
    if (weak === undefined) throw new Error('no upload over EDGE before the end');
    const code = run.plan.tps.find(({ kode }) => kode === weak.tps);
    Object.assign(code ?? {}, { kecamatan: KECAMATAN });
    weak.durationMs = 60_000;
    const [recovery] = (await measureRun(run.write())).recoveries;
    expect(recovery?.backlog).toBeGreaterThan(recovery?.failedAttempts ?? 0);
    expect(recovery?.drainSecond).toBeLessThan(1);
  });

  it('counts of the late documents those that the audit did not find', async () => {
    const run = linkedRun();
    const [lost] = outage(run);
    run.stored = run.stored.filter(({ key }) => key !== lost);
    const judged = await judgeRun(run.write(), loadCriteria('round-2'));
    expect(judged.measurements.recoveries).toMatchObject([{ lateUnsafe: 1 }]);
    expect(METRICS.get('recovery.lateUnsafe')?.(judged)).toMatchObject({ value: 1 });
    expect(judged.verdict.criteria.find(({ name }) => name === 'late-documents-safe')).toMatchObject({
      result: 'fail',
    });
  });

  it('that was not played is no reason to fail a run that said so, and none where it was to be', async () => {
    const run = linkedRun();
    outage(run);
    run.disturbances = [];
    const value = async () => {
      const judged = await judgeRun(run.write(), loadCriteria('round-2'));
      return METRICS.get('signal.tookPlaceShare')?.(judged);
    };
    expect(await value()).toMatchObject({ value: 0, samples: 1 });
    run.run.signal = {
      off: 'no-toxiproxy',
      override: null,
      toxiproxy: null,
      tps: null,
      disturbances: [],
      figures: [],
    };
    expect(await value()).toMatchObject({ value: null, samples: 0 });
  });
});

describe('links', () => {
  it('are measured, and are bad where uploads take what arithmetic says', async () => {
    const { signal } = await measureRun(linkedRun().write());
    const weak = linkedRun().plan.tps.filter(({ link }) => link).length;
    expect(signal?.weakTps).toEqual({ planned: weak, over: weak });
    expect(signal?.links).toMatchObject([
      { link: 'good', effect: null, expectedMs: null },
      { link: 'edge', tps: weak, effect: 'observed' },
    ]);
  });

  it('are not bad where they are as fast as good ones, and a weak TPS that went straight is not over them', async () => {
    const run = linkedRun();
    for (const one of run.attempts) if (one.link === 'edge') one.durationMs = 40;
    const first = run.uploads().find(({ link }) => link === 'edge');
    if (first !== undefined) first.link = 'good';
    const judged = await judgeRun(run.write(), loadCriteria('round-2'));
    const weak = run.run.signal?.tps?.edge ?? 0;
    expect(judged.measurements.signal).toMatchObject({
      links: [{ link: 'good' }, { link: 'edge', effect: 'absent' }],
      weakTps: { planned: weak, over: weak - 1 },
    });
    expect(METRICS.get('signal.badLinksShare')?.(judged)).toMatchObject({ value: 0, samples: 1 });
    expect(METRICS.get('signal.weakTpsShare')?.(judged).value).toBeCloseTo((weak - 1) / weak, 9);
  });

  it('count neither as undisturbed uploads nor as time that the target needed', async () => {
    const run = linkedRun();
    const last = run
      .uploads()
      .filter(({ link }) => link === 'edge')
      .at(-1);
    if (last !== undefined) last.durationMs = 200_000;
    const { undisturbedUploads, operations } = await measureRun(run.write());
    const good = run.uploads().filter(({ link }) => link === 'good');
    expect(undisturbedUploads.samples).toBe(good.length);
    const uploads = operations.find(({ phase, operation }) => phase === 'upload' && operation === 'upload');
    expect(uploads?.achieved).toBe(run.uploads().length);
    // The last over a good link is answered a moment after the window; the one over EDGE came 200 s later.
    expect(uploads?.rate.achieved).toBeCloseTo(uploads?.rate.planned ?? 0, 2);
  });

  it('are null where none were played', async () => {
    expect((await measureRun(new SyntheticRun({ workload: 'round-2' }).write())).signal).toBeNull();
  });
});
