import { describe, expect, it, test } from 'vitest';
import type { Measurements } from '../evidence/types.ts';
import { reportComparisonTerminal } from './compare-terminal.ts';
import { reportHtml } from './html.ts';
import type { ReportInput } from './input.ts';
import { curveFits } from './reading/curve.ts';
import { reportTerminal } from './terminal.ts';
import { sampleComparison } from './testing/sample-comparison.ts';
import { emptyInput, sampleInput } from './testing/sample-input.ts';

const PART: NonNullable<ReportInput['run']['part']> = {
  codes: ['620101', '6201021001'],
  areas: [
    { level: 'kecamatan', code: '620101', name: 'Arut Selatan' },
    { level: 'kelurahan', code: '6201021001', name: 'Sukajadi' },
  ],
  tps: 215,
  accounts: 448,
};

const REPORTERS = [
  ['terminal', (input: ReportInput) => reportTerminal(input, { lang: 'en', width: 100 })],
  ['html', (input: ReportInput) => reportHtml(input, { lang: 'en' })],
] as const;

describe.each(REPORTERS)('%s', (_, shown) => {
  const text = (input: ReportInput) => shown(input).replaceAll(/\s+/g, ' ');

  it('says which part of the region was tested', () => {
    const input = sampleInput('PASS');
    input.run.part = PART;
    expect(text(input)).toContain(
      'only Kecamatan Arut Selatan (620101), Kelurahan/Desa Sukajadi (6201021001): 215 TPS',
    );
    expect(text(sampleInput('PASS'))).not.toContain('only Kecamatan');
  });

  it('says which flow it was, and whether there were readers', () => {
    const input = sampleInput('PASS');
    Object.assign(input.run, { workload: 'stress', flow: 'kpps-two-phones' });
    expect(text(input)).toContain('Stress test · KPPS uploading, the same account on two phones');
    Object.assign(input.run, { workload: 'round-1', flow: 'kpps', readers: true });
    expect(text(input)).toContain('Load test round 1 · with readers of the results');
  });

  it('says how far a breakpoint came, and whether the target broke', () => {
    const input = sampleInput('PASS');
    const breakpoint: NonNullable<Measurements['breakpoint']> = {
      stopped: true,
      second: 900,
      plannedRate: 22.1,
      peakRate: 2.5,
      sessions: 400,
      operation: 'upload',
      bestAchievedRate: 38,
      peakOperationRate: 10,
    };
    input.measurements.breakpoint = breakpoint;
    expect(text(input)).toContain('3.8× the plan’s peak; broke at 22.1 sessions/s');
    input.measurements.breakpoint = { ...breakpoint, stopped: false };
    expect(text(input)).toContain('had not broken at 22.1 sessions/s');
  });

  it('of a run without documents says so and counts none', () => {
    const input = emptyInput();
    input.verdict.verdict = 'PASS';
    expect(text(input)).toContain('This run uploaded no documents.');
    expect(text(input)).not.toContain('0 of 0');
  });
});

describe('the curve achieved against the one planned', () => {
  it('adds up to what was planned and says where it lay furthest behind', () => {
    const { measurements } = sampleInput('PASS');
    const [step] = measurements.timeline.steps;
    if (step === undefined) throw new Error('the sample has a timeline');
    const reads = (planned: number, offered: number) => ({
      planned,
      offered,
      acknowledged: offered,
      failedAttempts: 0,
    });
    measurements.timeline.steps = [
      { ...step, second: 1, reads: reads(10, 10) },
      { ...step, second: 2, reads: reads(10, 3) },
      { ...step, second: 3, reads: reads(10, 8) },
      { ...step, second: 4, reads: reads(0, 9) },
    ];
    expect(curveFits(measurements).find(({ kind }) => kind === 'reads')).toEqual({
      kind: 'reads',
      planned: 30,
      offered: 30,
      acknowledged: 30,
      behind: { operations: 9, second: 3 },
    });
  });

  it('the page shows it beside the charts, with what k6 could not start', () => {
    const input = sampleInput('PASS');
    const html = () => reportHtml(input, { lang: 'en' }).replaceAll(/\s+/g, ' ');
    expect(html()).toContain('0 iterations dropped; planned sessions that never started: 0.');
    input.measurements.k6.droppedIterations = 55;
    input.measurements.sessionsNotStarted = { upload: 12, login: 0 };
    expect(html()).toContain(
      '55 iterations dropped; planned sessions that never started: 12 (upload phase).',
    );
    expect(html()).not.toContain('Files of results read a second');
    const [step] = input.measurements.timeline.steps;
    if (step) step.reads.planned = 5;
    expect(html()).toContain('Files of results read a second');
  });
});

test('a comparison says of each run which part and flow it was', () => {
  const comparison = sampleComparison();
  Object.assign(comparison.first, { part: PART, flow: 'readers', workload: 'soak' });
  const shown = reportComparisonTerminal(comparison, { lang: 'en', width: 100 }).replaceAll(/\s+/g, ' ');
  expect(shown).toContain('Soak test · readers of the results · only Kecamatan Arut Selatan (620101)');
});
