import { plenoSession } from '../flows/pleno-session.ts';
import type { Plenary } from '../init-stage/plenaries.ts';
import type { Play } from '../play.ts';

/** The PPK of one kecamatan holds its pleno. */
export const play: Play = (vu, phase, { index, startAt }) => {
  const { target } = vu;
  if (target.pleno === undefined || phase.plenary === null) return;
  const plenary = phase.of.plenaries?.[index] as Plenary;
  const context = vu.context(phase, index, plenary.admin.username, null);
  plenoSession(target, target.pleno, context, plenary, phase.plenary, startAt);
};
