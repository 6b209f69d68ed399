import { arrivalSecond, constantRate } from '../../../fixtures/arrival/schedule.ts';
import type { RateKnot, Take } from '../../../fixtures/plan/types.ts';
import type { AttemptLine, Operation, PhaseLine } from '../../../scenarios/journal-line.ts';
import type { RetestTps } from '../../run-folder/types.ts';
import { ANSWER_MS, RUN_ID, SPEED, ZERO } from './synthetic-constants.ts';
import type { SyntheticPlan } from './synthetic-plan.ts';

/** Workloads that synthetic runs can be of. */
export type SyntheticWorkload = 'round-1' | 'round-2' | 'smoke';

/**
 * The journal of a run in which everything worked at once, computed without the code under test. The accounts handed out
 * are the operators of all TPS and then others.
 */
export function perfectSessions(
  workload: SyntheticWorkload,
  { plan, tps }: SyntheticPlan,
  retest: readonly RetestTps[],
  relogins: readonly string[] = [],
): { phases: PhaseLine[]; attempts: AttemptLine[] } {
  const phases: PhaseLine[] = [];
  const attempts: AttemptLine[] = [];
  const byRank = [...tps].sort((a, b) => a.arrivalRank - b.arrivalRank);
  const real = (planSecond: number) => ZERO + (planSecond * 1000) / SPEED;

  const loginPhase = (count: number, start: number, duration: number) => {
    phases.push(phaseLine('login', real(start), count));
    for (let i = 0; i < count; i++) {
      const at = real(start + arrivalSecond(constantRate(count, duration), i));
      attempts.push(attemptLine('login', i, 'login', at, tps[i]?.operator ?? `ppk-${i}`));
    }
  };
  const sessionPhase = (name: string, take: Take, chosen: typeof tps, start: number, knots: RateKnot[]) => {
    phases.push(phaseLine(name, real(start), chosen.length));
    for (const [i, entry] of chosen.entries()) {
      const begin = start + arrivalSecond(knots, i);
      const line = (operation: Operation, second: number) => ({
        ...attemptLine(name, i, operation, real(second), entry.operator),
        tps: entry.kode,
      });
      attempts.push(line('login', begin), line('list', begin));
      const { documentSpacingSecond, batchSpacingSecond } = plan.workload;
      const spacing = entry.way === 'online' ? documentSpacingSecond : batchSpacingSecond;
      let k = 0;
      for (const { type, photos } of entry.documents) {
        for (const { page, bytes, sha256 } of photos ?? []) {
          attempts.push({
            ...line('upload', begin + k++ * spacing),
            document: type,
            page,
            key: `${RUN_ID}.${take}.${entry.kode}.${type}.${page}`,
            bytes,
            sha256: sha256[take],
          });
        }
      }
      attempts.push({ ...line('status', begin + k * spacing), complete: true });
    }
  };

  const { login, arrivals, retest: again } = plan.workload;
  if (workload === 'smoke') {
    loginPhase(Math.min(80, plan.counts.accounts), 0, 600);
    const chosen = byRank.slice(0, 40);
    sessionPhase('upload', 'round-1', chosen, 600, constantRate(chosen.length, 1800));
    return { phases, attempts };
  }
  const loginsLast = (login.durationSecond * relogins.length) / plan.counts.accounts;
  const lead = loginsLast + (retest.length === 0 ? 0 : again.durationSecond);
  if (relogins.length > 0) {
    phases.push(phaseLine('relogin', real(0), relogins.length));
    for (const [i, account] of relogins.entries()) {
      const at = real(arrivalSecond(constantRate(relogins.length, loginsLast), i));
      attempts.push(attemptLine('relogin', i, 'login', at, account));
    }
  }
  if (retest.length > 0) {
    const chosen = retest.flatMap(({ tps: kode }) => tps.filter((entry) => entry.kode === kode));
    sessionPhase('retest', 'retest', chosen, loginsLast, constantRate(chosen.length, again.durationSecond));
  }
  loginPhase(plan.counts.accounts, lead, login.durationSecond);
  sessionPhase('upload', workload, byRank, lead + login.durationSecond, arrivals.knots);
  return { phases, attempts };
}

function phaseLine(phase: string, startedAt: number, count: number): PhaseLine {
  return { v: 1, kind: 'phase', run: RUN_ID, phase, startedAt, count };
}

function attemptLine(
  phase: string,
  session: number,
  operation: Operation,
  plannedAt: number,
  account: string,
): AttemptLine {
  return {
    v: 1,
    kind: 'attempt',
    run: RUN_ID,
    phase,
    session,
    operation,
    plannedAt,
    startedAt: plannedAt + 1,
    durationMs: ANSWER_MS,
    account,
    tps: null,
    document: null,
    page: null,
    key: null,
    attempt: 1,
    final: true,
    status: 200,
    errorClass: null,
    errorCode: null,
    bytes: 0,
    sha256: null,
    acknowledged: true,
  };
}
