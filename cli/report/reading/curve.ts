import type { Measurements, TimelineStep } from '../../evidence/types.ts';

/** A curve of the timeline. */
export type CurveKind = 'uploads' | 'logins' | 'reads' | 'confirms' | 'saves';

export const CURVE_KINDS: readonly CurveKind[] = ['logins', 'uploads', 'reads', 'confirms', 'saves'];

/** How a curve that was planned came about. */
export interface CurveFit {
  kind: CurveKind;
  planned: number;
  offered: number;
  acknowledged: number;
  /** Operations by which what was offered lay furthest behind the plan, and when; real seconds from the start of the run. */
  behind: { operations: number; second: number } | null;
}

/** The curves that a run planned, held against what came about. */
export function curveFits({ timeline }: Measurements): CurveFit[] {
  return CURVE_KINDS.map((kind) => fitOf(kind, timeline.steps)).filter(({ planned }) => planned > 0);
}

function fitOf(kind: CurveKind, steps: readonly TimelineStep[]): CurveFit {
  const fit: CurveFit = { kind, planned: 0, offered: 0, acknowledged: 0, behind: null };
  for (const step of steps) {
    fit.planned += step[kind]?.planned ?? 0;
    fit.offered += step[kind]?.offered ?? 0;
    fit.acknowledged += step[kind]?.acknowledged ?? 0;
    const operations = fit.planned - fit.offered;
    if (operations > (fit.behind?.operations ?? 0)) fit.behind = { operations, second: step.second };
  }
  return fit;
}
