import type { PlannedTps, WrittenFigure } from '../../../fixtures/plan/types.ts';
import { type SmallPlan, smallElections, smallPlan } from '../../testing/small-plan.ts';

/** Votes for the three pairs at the TPS of that place; the second election has others than the first. */
export function votesAt(place: number, election: number): number[] {
  return [100 + place, 50 + election, 9];
}

/** A small plan with two elections whose forms keep every rule, each TPS with figures of its own. */
export function plenoPlan(perKelurahan = 2): SmallPlan {
  const { plan, tps, accounts } = smallElections(smallPlan(perKelurahan));
  return { plan, tps: tps.map(consistent), accounts };
}

/** The same with a figure of one TPS written otherwise than counted, as the photos show. */
export function withWrittenFigure(small: SmallPlan, kode: string, figure: WrittenFigure): SmallPlan {
  const kind = 'sum-mismatch' as const;
  const mistake = { kind, document: `c-hasil-${figure.election}`, page: 1, figure };
  const mistakes = small.plan.mistakes.map((each) =>
    each.kind === kind ? { kind, planned: 1, carried: true } : each,
  );
  return {
    ...small,
    plan: { ...small.plan, mistakes },
    tps: small.tps.map((line) => (line.kode === kode ? { ...line, mistakes: [mistake] } : line)),
  };
}

function consistent(line: PlannedTps, place: number): PlannedTps {
  // Both elections have as many voters, so what the second has more in votes it has less in invalid ones.
  const total = 200 + place;
  const contests = line.contests.map(({ election }, e) => {
    const votes = votesAt(place, e);
    const valid = votes.reduce((sum, count) => sum + count, 0);
    const ballots = { received: 400, used: total, spoilt: 1, unused: 399 - total };
    return { election, votes, valid, invalid: total - valid, total, ballots };
  });
  const row = (male: number, all: number) => ({ male, female: all - male, total: all });
  const voters = {
    dpt: row(150, 390),
    usersDpt: row(90, total - 10),
    usersDptb: row(4, 7),
    usersDpk: row(1, 3),
    users: row(95, total),
  };
  return { ...line, voters, contests };
}
