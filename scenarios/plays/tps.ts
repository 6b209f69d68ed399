import { tpsSession } from '../flows/tps-session.ts';
import { whenThere } from '../flows/when-there.ts';
import type { Session } from '../init-stage/sessions.ts';
import type { Play } from '../play.ts';

/** One TPS logs in, uploads, and looks whether all has arrived. */
export const play: Play = (vu, phase, { index, startAt }) => {
  const session = phase.of.sessions?.[index] as Session;
  const context = vu.context(phase, index, session.account.username, session.kode);
  const target = vu.targetOf(session.kode, startAt, vu.speed);
  return whenThere(vu.form, (form) => tpsSession(target, form, vu.model, context, session, phase, startAt));
};
