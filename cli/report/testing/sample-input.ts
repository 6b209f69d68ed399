import { explained } from '../../evidence/explained.ts';
import { NOTHING_MEASURED } from '../../evidence/nothing-measured.ts';
import type { CriterionResult, ValidityCheck, Verdict, VerdictWord } from '../../evidence/types.ts';
import { FORMAT_VERSIONS } from '../../run-folder/format-versions.ts';
import type { RunRecord } from '../../run-folder/types.ts';
import type { ReportInput } from '../input.ts';
import { type SampleTrouble, sampleAudit } from './sample-audit.ts';
import { sampleMeasurements } from './sample-measurements.ts';
import { samplePlan } from './sample-plan.ts';

const NO_TROUBLE: SampleTrouble = { lost: 0, altered: 0, duplicated: 0, unacknowledged: 0 };
const TROUBLE: SampleTrouble = { lost: 2, altered: 1, duplicated: 4, unacknowledged: 23 };

/** A run of Palembang's size, as the stages before the report would hand it over. */
export function sampleInput(verdict: VerdictWord = 'FAIL', exercise = true): ReportInput {
  const plan = samplePlan();
  const audit = sampleAudit(plan, verdict === 'FAIL' ? TROUBLE : NO_TROUBLE);
  const measurements = sampleMeasurements(audit, verdict === 'FAIL');
  return {
    run: sampleRun(plan, exercise),
    plan,
    audit,
    measurements,
    verdict: sampleVerdict(verdict, exercise),
  };
}

/** A run in which nothing happened at all: everything that can be null or empty is. */
export function emptyInput(): ReportInput {
  const input = sampleInput('INCONCLUSIVE');
  const { audit, measurements } = input;
  const nowhere = {
    code: '1671',
    name: 'Kota Palembang',
    tps: { planned: 0, complete: 0 },
    uploads: { planned: 0, stored: 0 },
  };
  return {
    ...input,
    run: {
      ...input.run,
      endedAt: null,
      state: 'running',
      round: null,
      speed: 1,
      target: { ...input.run.target, software: null, store: null, clockSkewMs: null },
      k6: { ...input.run.k6, exitCode: null },
    },
    plan: { ...input.plan, figures: [], photos: null, attribution: [] },
    audit: {
      ...audit,
      planned: 0,
      stored: 0,
      tps: { planned: 0, complete: 0 },
      ways: {
        online: nowhere.tps,
        offline: nowhere.tps,
        'offline-online': nowhere.tps,
        kecamatan: nowhere.tps,
      },
      weakSignal: nowhere.tps,
      specialTps: nowhere.tps,
      mistakes: audit.mistakes.map((count) => ({ ...count, planned: 0, met: null })),
      accounts: { handedOut: 0, used: 0 },
      areas: { region: nowhere, kecamatan: [], kelurahan: [] },
      phases: {},
    },
    measurements: {
      ...measurements,
      durationSecond: 0,
      operations: [],
      total: NOTHING_MEASURED,
      timeline: { stepSecond: 1, steps: [] },
      generatorCpu: null,
      generatorRssBytes: null,
      k6: { httpRequests: null, droppedIterations: null, iterations: null, exitCode: null },
    },
    verdict: { ...input.verdict, criteria: [] },
  };
}

function sampleRun(plan: ReportInput['plan'], exercise: boolean): RunRecord {
  return {
    formatVersion: FORMAT_VERSIONS.run,
    kind: 'run',
    runId: '01JB7Q2W',
    workload: 'round-2',
    flow: 'kpps',
    readers: false,
    part: null,
    round: 2,
    speed: 120,
    startedAt: '2024-11-20T04:05:00.000Z',
    endedAt: '2024-11-20T04:10:31.000Z',
    state: 'finished',
    stateReason: null,
    stop: null,
    target: {
      url: 'http://127.0.0.1:8080',
      adapter: 'mock',
      adapterFile: null,
      missingParts: ['confirm', 'pleno'],
      software: 'sirekap-uji-beban mock 0.1.0',
      simulator: exercise,
      store: 'b1dfbd33ef9a3aeed8181ba66b756576',
      clockSkewMs: 3,
    },
    exercise,
    authorisation: null,
    credentials: 'plan',
    plan: {
      path: 'plan',
      sha256: '9e'.repeat(32),
      region: plan.region,
      seed: plan.seed,
      counts: plan.counts,
    },
    scripts: { 'scenarios/round-2.ts': '51'.repeat(32), 'scenarios/flows/upload.ts': 'a0'.repeat(32) },
    toolkit: { name: 'sirekap-uji-beban', version: '0.1.0' },
    k6: { path: 'k6', version: '1.8.0', arguments: ['run', 'scenarios/round-2.ts'], exitCode: 0 },
    node: '24.21.0',
    machine: { cpus: 2, cpuModel: 'AMD EPYC 7B13', memoryBytes: 8_323_072_000, platform: 'linux x64' },
    effectiveOptions: { scenarios: {} },
    criteria: { name: 'round-2', sha256: 'd2'.repeat(32) },
    after: { runId: '01JB6ZZZ', retest: 0, logins: 0 },
  };
}

function sampleVerdict(verdict: VerdictWord, exercise: boolean): Verdict {
  const invalid = verdict === 'INVALID';
  const failed = verdict === 'FAIL';
  return {
    formatVersion: FORMAT_VERSIONS.verdict,
    kind: 'verdict',
    limits: [],
    runId: '01JB7Q2W',
    judgedAt: '2024-11-20T04:12:03.000Z',
    auditSha256: 'a1'.repeat(32),
    journalSha256: 'c4'.repeat(32),
    verdict,
    exercise,
    reasons:
      verdict === 'PASS'
        ? []
        : ['All documents stored: expected documents.storedShare == 1, found 0.996699.'],
    validity: [
      check(
        'load-offered',
        !invalid,
        'Beban yang diberikan sesuai rencana',
        'The load offered is the load planned',
      ),
      check('journal-sound', true, 'Jurnal utuh', 'The journal is whole'),
      check('criteria-fixed', true, 'Kriteria ditetapkan sebelum uji', 'Criteria were fixed before the run'),
    ],
    criteriaName: 'round-2',
    criteriaSha256: 'd2'.repeat(32),
    criteria: [
      criterion(
        'Semua dokumen tersimpan utuh',
        'All documents stored intact',
        '==',
        1,
        failed ? 0.996699 : 1,
        'share',
        failed ? 'fail' : 'pass',
      ),
      criterion(
        'Tidak ada dokumen hilang',
        'No document is lost',
        '==',
        0,
        failed ? 2 : 0,
        'uploads',
        failed ? 'fail' : 'pass',
      ),
      criterion('Unggah selesai, p95', 'Upload finished, p95', '<=', 5000, 93.6, 'ms', 'pass'),
      {
        ...criterion(
          'Pulih setelah gangguan',
          'Recovered after a disturbance',
          '<=',
          60,
          failed ? 14.2 : null,
          's',
          failed ? 'pass' : 'no-samples',
        ),
        samples: failed ? 3 : 0,
        minimumSamples: 1,
      },
      { ...criterion('Laju berhasil', 'Throughput', '>=', 0.999, 0.9975, 'share', 'fail'), level: 'warn' },
    ],
  };
}

function check(name: string, ok: boolean, id: string, en: string): ValidityCheck {
  return {
    name,
    ok,
    ...(ok
      ? explained('As expected.', 'Sesuai harapan.')
      : explained(
          'Offered 8,412 of 9,088 uploads; expected all.',
          'Diberikan 8.412 dari 9.088 unggahan; seharusnya semua.',
        )),
    title: { id, en },
  };
}

function criterion(
  id: string,
  en: string,
  operator: string,
  expected: number,
  found: number | null,
  unit: string,
  result: CriterionResult['result'],
): CriterionResult {
  const name = en.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  const common = {
    samples: 9088,
    minimumSamples: 1000,
    level: 'error',
    source: 'assumed: the aim of the test',
  } as const;
  return {
    name,
    metric: `sample.${name}`,
    operator,
    expected,
    found,
    unit,
    result,
    title: { id, en },
    ...common,
  };
}
