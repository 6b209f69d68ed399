import { offlineSession } from '../flows/offline-session.ts';
import type { Session } from '../init-stage/sessions.ts';
import type { Play } from '../play.ts';

/** One TPS logs in on the day before, works offline, and sends in batches. */
export const play: Play = async (vu, phase, { index, startAt }) => {
  const session = phase.of.sessions?.[index] as Session;
  const context = vu.context(phase, index, session.account.username, session.kode);
  // Who logs in on the day before is at home, where there is signal, and long where it has signal when it sends.
  const target = vu.targetOf(session.kode, Number.NEGATIVE_INFINITY, vu.speed);
  if (target.offline === undefined) return;
  await offlineSession(target, target.offline, await vu.form, vu.model, context, session, startAt);
};
