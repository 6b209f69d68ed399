import { tpsSession } from '../flows/tps-session.ts';
import type { Session } from '../init-stage/sessions.ts';
import type { Play } from '../play.ts';

/** One TPS logs in, uploads, and looks whether all has arrived. */
export const play: Play = async (vu, phase, { index, startAt }) => {
  const session = phase.of.sessions?.[index] as Session;
  const context = vu.context(phase, index, session.account.username, session.kode);
  const target = vu.targetOf(session.kode, startAt, vu.speed);
  await tpsSession(target, await vu.form(), vu.model, context, session, phase, startAt);
};
