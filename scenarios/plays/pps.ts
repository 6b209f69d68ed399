import { ppsSession } from '../flows/pps-session.ts';
import type { PpsOperator } from '../init-stage/pps-operators.ts';
import type { Session } from '../init-stage/sessions.ts';
import type { Play } from '../play.ts';

/** An operator of the PPS uploads for one TPS of the kelurahan after the other. */
export const play: Play = async (vu, phase, { index, startAt }) => {
  const operator = phase.of.operators?.[index] as PpsOperator;
  const turnAt = (turn: number, plannedAt: number) => {
    const session = phase.of.sessions?.[operator.first + turn] as Session;
    return {
      session,
      target: vu.targetOf(session.kode, plannedAt, vu.speed),
      context: vu.context(phase, index, operator.username, session.kode),
    };
  };
  await ppsSession(await vu.form, vu.model, operator, turnAt, phase, startAt);
};
