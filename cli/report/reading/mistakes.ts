import type { Audit, MistakeCount } from '../../evidence/types.ts';

/** The kinds of mistakes that this run was to upload. */
export function mistakesPlanned({ mistakes }: Audit): MistakeCount[] {
  return mistakes.filter(({ planned }) => planned > 0);
}

/** Over all kinds: those that an upload shows, and those of them that the server met. */
export function mistakeTotals(mistakes: readonly MistakeCount[]): { carried: number; met: number } {
  const carried = mistakes.reduce((sum, { planned, met }) => sum + (met === null ? 0 : planned), 0);
  const met = mistakes.reduce((sum, count) => sum + (count.met ?? 0), 0);
  return { carried, met };
}
