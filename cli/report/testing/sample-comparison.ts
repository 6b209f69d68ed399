import { COMPARED_METRICS } from '../../evidence/compared-metrics.ts';
import type {
  Change,
  ComparedRun,
  Comparison,
  Fate,
  MetricComparison,
} from '../../evidence/comparison-types.ts';
import { sampleInput } from './sample-input.ts';

/** Round 1 that lost documents against a round 2 that lost fewer, with every kind of change among its metrics. */
export function sampleComparison(): Comparison {
  const { audit } = sampleInput('FAIL');
  const changes: Change[] = ['better', 'worse', 'same', 'within-noise', 'unknown'];
  return {
    formatVersion: 1,
    kind: 'comparison',
    first: run('01JB6ZZZ', 1, '2024-10-12T06:00:00.000Z'),
    second: run('01JB7Q2W', 2, '2024-11-20T04:05:00.000Z'),
    samePlan: true,
    comparable: true,
    notes: [
      {
        id: 'Hanya salah satu uji yang diberi gangguan: latensi dan percobaan pertama tidak setara.',
        en: 'Only one of the runs was disturbed: latencies and first attempts are not like for like.',
      },
    ],
    metrics: COMPARED_METRICS.map(({ metric, better }, index) =>
      metricOf(metric, better, changes[index % changes.length] ?? 'same', index),
    ),
    fates: audit.findings.map(
      ({ tps, document, page }, index): Fate => ({
        tps: tps ?? '',
        document: document ?? '',
        page: page ?? 1,
        first: index % 3 === 0 ? 'lost' : 'unacknowledged',
        retest: index % 10 === 0 ? 'unacknowledged' : 'stored',
        main: index % 15 === 0 ? 'lost' : 'stored',
      }),
    ),
    loginFates: [
      { account: 'kpps-1671011001001-2', first: 'never', retest: true, main: true },
      { account: 'kpps-1671011001002-1', first: 'given-up', retest: false, main: true },
      { account: 'pps-1671011001-1', first: 'never', retest: null, main: false },
    ],
    newFailures: audit.findings.slice(0, 5),
  };
}

function run(runId: string, round: 1 | 2, startedAt: string): ComparedRun {
  return {
    runId,
    workload: round === 1 ? 'round-1' : 'round-2',
    flow: 'kpps',
    readers: false,
    part: null,
    round,
    startedAt,
    speed: 120,
    verdict: round === 1 ? 'FAIL' : 'PASS',
    exercise: true,
    planSha256: '9e'.repeat(32),
    software: 'sirekap-uji-beban mock 0.1.0',
  };
}

function metricOf(
  metric: string,
  better: 'higher' | 'lower',
  change: Change,
  index: number,
): MetricComparison {
  const unit = /Share$/.test(metric)
    ? 'share'
    : /Second/.test(metric)
      ? 's'
      : /latency/i.test(metric)
        ? 'ms'
        : 'uploads';
  const first =
    change === 'unknown' ? null : unit === 'share' ? 0.9912 : unit === 'uploads' ? 30 : 81.4 + index * 37;
  const up = (change === 'better') === (better === 'higher');
  const factor = change === 'same' ? 1 : change === 'within-noise' ? 1.004 : up ? 1.007 : 0.6;
  const second = first === null ? null : unit === 'uploads' ? Math.floor(first * factor) : first * factor;
  return {
    metric,
    unit,
    first,
    second,
    firstSamples: first === null ? 0 : 9088,
    secondSamples: second === null ? 0 : 9088,
    difference: first === null || second === null ? null : second - first,
    ratio: first === null || second === null ? null : second / first,
    change,
    noise: null,
  };
}
