import type { WrittenFigure } from '../../../fixtures/plan/types.ts';
import type { SmallPlan } from '../../testing/small-plan.ts';

/** A plan with a figure of one TPS written otherwise than counted, as the photos show. */
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
