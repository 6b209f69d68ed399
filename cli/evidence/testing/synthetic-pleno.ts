import { arrivalSeconds, constantRate } from '../../../fixtures/arrival/schedule.ts';
import type { AttemptLine, Operation } from '../../../scenarios/journal-line.ts';
import type { ReadbackSum, StoredUpload } from '../../run-folder/types.ts';
import { loadCriteria } from '../criteria.ts';
import { ANSWER_MS, RUN_ID, SPEED, ZERO } from './synthetic-constants.ts';
import { SyntheticRun } from './synthetic-run.ts';

const ELECTION = 'walikota';
const KECAMATAN = ['167101', '167102'];

/** Plan seconds of a plenary of twelve forms, typed in here so that a change of the schedule does not go unnoticed. */
const SECONDS = {
  open: 0,
  form: (place: number) => 120 + 60 * place,
  save: (place: number) => 150 + 60 * place,
  finalise: 900,
  document: 960,
  publish: 1020,
};

/** A smoke run of the flow ppk in which everything went well: two kecamatan of twelve TPS each, one election. */
export function syntheticPleno(): SyntheticRun & { sums: ReadbackSum[] } {
  const run = new SyntheticRun({ workload: 'smoke', tps: 24, accounts: 40 });
  const { plan, tps } = run.plan;
  plan.elections = [{ slug: ELECTION, code: 'pkwkk', pairs: [] }];
  plan.counts.accountsByRole['ppk-operator'] = 4;
  for (const [i, line] of tps.entries()) {
    const ballots = { received: 0, used: 0, spoilt: 0, unused: 0 };
    line.contests = [
      { election: ELECTION, votes: [i, 2 * i], valid: 3 * i, invalid: 0, total: 3 * i, ballots },
    ];
  }
  const { name, sha256 } = loadCriteria('ppk');
  run.run.criteria = { name, sha256 };
  run.run.flow = 'ppk';
  run.run.target.missingParts = [];
  const starts = arrivalSeconds(constantRate(2, 1800), 2);
  run.phases = [{ v: 1, kind: 'phase', run: RUN_ID, phase: 'pleno', startedAt: ZERO, count: 2 }];
  run.attempts = KECAMATAN.flatMap((kecamatan, session) => {
    const forms = tps.filter((line) => line.kecamatan === kecamatan).map(({ kode }) => `${kode}/${ELECTION}`);
    const line = (
      operation: Operation,
      second: number,
      account: string,
      more: Partial<AttemptLine> = {},
    ): AttemptLine => {
      const plannedAt = ZERO + (((starts[session] ?? 0) + second) * 1000) / SPEED;
      return {
        ...{ v: 1, kind: 'attempt', run: RUN_ID, phase: 'pleno', session, operation, plannedAt },
        ...{ startedAt: plannedAt + 1, durationMs: ANSWER_MS, account, tps: null, document: null },
        ...{ page: null, key: null, attempt: 1, final: true, status: 200, errorClass: null },
        ...{ errorCode: null, bytes: 0, sha256: null, acknowledged: true, step: 0, kecamatan },
        ...more,
      };
    };
    const admin = `admin-${kecamatan}`;
    const operator = (place: number) => `operator-${kecamatan}-${(place % 2) + 1}`;
    return [
      line('login', 0, admin),
      line('pleno-open', SECONDS.open, admin),
      line('login', 30, operator(0), { step: 1 }),
      line('login', 60, operator(1), { step: 2 }),
      ...forms.flatMap((form, step) => [
        line('pleno-look', SECONDS.form(step), operator(step), { step, form }),
        line('pleno-save', SECONDS.save(step), operator(step), { step, form, corrected: step === 0 ? 2 : 0 }),
      ]),
      line('pleno-finalise', SECONDS.finalise, admin),
      line('pleno-document', SECONDS.document, admin),
      line('pleno-publish', SECONDS.publish, admin),
    ];
  });
  const sums = KECAMATAN.map((kecamatan): ReadbackSum => {
    const own = tps.filter((line) => line.kecamatan === kecamatan).map(({ contests }) => contests[0]);
    const sum = (of: (contest: NonNullable<(typeof own)[0]>) => number) =>
      own.reduce((total, contest) => total + (contest === undefined ? 0 : of(contest)), 0);
    const none = ['dpt', 'usersDpt', 'usersDptb', 'usersDpk', 'users'].flatMap((row) =>
      ['male', 'female', 'total'].map((column) => [`voters.${row}.${column}`, 0]),
    );
    const ballots = ['received', 'used', 'spoilt', 'unused'].map((field) => [`ballots.${field}`, 0]);
    const figures: Record<string, number> = {
      ...Object.fromEntries([...none, ...ballots]),
      'votes.1': sum(({ votes }) => votes[0] ?? 0),
      'votes.2': sum(({ votes }) => votes[1] ?? 0),
      'sums.valid': sum(({ valid }) => valid),
      'sums.invalid': 0,
      'sums.total': sum(({ total }) => total),
    };
    return { kind: 'sum', kecamatan, election: ELECTION, finalised: true, published: true, tps: 12, figures };
  });
  run.stored = sums as unknown as StoredUpload[];
  return Object.assign(run, { sums });
}
