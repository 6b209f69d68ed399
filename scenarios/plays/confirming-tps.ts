import { confirmForms } from '../flows/confirm-forms.ts';
import { tpsSession } from '../flows/tps-session.ts';
import type { Session } from '../init-stage/sessions.ts';
import type { Play } from '../play.ts';

/** One TPS logs in, uploads, looks whether all has arrived, and confirms what was read. */
export const play: Play = async (vu, phase, { index, startAt }) => {
  const session = phase.of.sessions?.[index] as Session;
  const context = vu.context(phase, index, session.account.username, session.kode);
  const target = vu.targetOf(session.kode, startAt, vu.speed);
  const form = await vu.form;
  const submitted = await tpsSession(target, form, vu.model, context, session, phase, startAt);
  if (submitted === null || target.confirm === undefined) return;
  confirmForms(target.confirm, submitted.signedIn, context, session, submitted.statusAt);
};
