import type { PpsOperator } from '../init-stage/pps-operators.ts';
import type { Session } from '../init-stage/sessions.ts';
import type { SessionContext } from '../operation-subject.ts';
import type { PhotoForm } from '../photos/photo-form.ts';
import type { PlayedPhase, SessionModel } from '../play.ts';
import type { Target } from '../targets/target.ts';
import { waitUntil } from './operation.ts';
import { signIn } from './signed-in.ts';
import { submitTps } from './tps-session.ts';

/** One TPS of the operator's, as it is reached from there and as the journal names it. */
export interface PpsTurn {
  session: Session;
  target: Target;
  context: SessionContext;
}

/**
 * What an operator of the PPS does: logs in once, and helps the TPS of the kelurahan that fall to it one after the other. Without
 * a login none can be helped.
 * @param turnAt the operator's TPS number `turn`, whose turn is planned for `startAt` (epoch ms); asked for when it is due, so that
 * a VU holds one at a time
 * @param startAt planned start of the session, epoch ms
 */
export async function ppsSession(
  form: PhotoForm,
  workload: SessionModel,
  operator: PpsOperator,
  turnAt: (turn: number, startAt: number) => PpsTurn,
  phase: PlayedPhase,
  startAt: number,
): Promise<void> {
  const first = turnAt(0, startAt);
  const signedIn = signIn(first.target, first.context, operator, startAt);
  if (signedIn === null) return;
  for (let turn = 0; turn < operator.turns.length; turn++) {
    const plannedAt = startAt + ((operator.turns[turn] as number) * 1000) / first.context.speed;
    waitUntil(plannedAt);
    const { target, context, session } = turnAt(turn, plannedAt);
    signedIn.moveTo(target, context);
    await submitTps(target, form, workload, context, session, phase, plannedAt, signedIn);
  }
}
