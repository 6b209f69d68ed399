import { constantRate } from '../../fixtures/arrival/schedule.ts';
import type { Plan } from '../../fixtures/plan/types.ts';
import type { Phase, WorkloadName } from './phase.ts';

/** Sessions and logins of a smoke run; small enough to end well within a minute at the default speed. */
const SMOKE = { tps: 40, accounts: 80, loginSecond: 600, sessionsSecond: 1800 } as const;

/** The part of a plan that decides how much is asked, and when. */
export type PlannedLoad = Pick<Plan, 'workload' | 'counts'>;

/**
 * What a workload asks of the target, phase by phase, in order. The scenarios run it, the audit holds the journal
 * against it; neither computes it a second time.
 * @param retestCount TPS that failed in the earlier run (round 2 with `--after`), else 0
 */
export function phasesOf(workload: WorkloadName, plan: PlannedLoad, retestCount = 0): Phase[] {
  switch (workload) {
    case 'round-1':
      return round(plan, 'round-1', 0);
    case 'round-2': {
      if (retestCount === 0) return round(plan, 'round-2', 0);
      const durationSecond = plan.workload.retest.durationSecond;
      const retest: Phase = {
        name: 'retest',
        kind: 'session',
        take: 'retest',
        startSecond: 0,
        durationSecond,
        count: retestCount,
        knots: constantRate(retestCount, durationSecond),
      };
      return [retest, ...round(plan, 'round-2', durationSecond)];
    }
    case 'smoke': {
      const accounts = Math.min(SMOKE.accounts, plan.counts.accounts);
      const tps = Math.min(SMOKE.tps, plan.counts.tps);
      return [
        loginPhase(accounts, 0, SMOKE.loginSecond),
        {
          name: 'upload',
          kind: 'session',
          take: 'round-1',
          startSecond: SMOKE.loginSecond,
          durationSecond: SMOKE.sessionsSecond,
          count: tps,
          knots: constantRate(tps, SMOKE.sessionsSecond),
        },
      ];
    }
  }
}

function round(plan: PlannedLoad, take: 'round-1' | 'round-2', startSecond: number): Phase[] {
  const { login, arrivals } = plan.workload;
  return [
    loginPhase(plan.counts.accounts, startSecond, login.durationSecond),
    {
      name: 'upload',
      kind: 'session',
      take,
      startSecond: startSecond + login.durationSecond,
      durationSecond: arrivals.durationSecond,
      count: plan.counts.tps,
      knots: arrivals.knots,
    },
  ];
}

function loginPhase(count: number, startSecond: number, durationSecond: number): Phase {
  return {
    name: 'login',
    kind: 'login',
    take: null,
    startSecond,
    durationSecond,
    count,
    knots: constantRate(count, durationSecond),
  };
}
