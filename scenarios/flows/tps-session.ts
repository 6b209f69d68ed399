import type { Session, SessionUpload } from '../init-stage/sessions.ts';
import { documentsAcknowledged, tpsComplete } from '../metrics.ts';
import type { SessionContext } from '../operation-subject.ts';
import type { PhotoForm } from '../photos/photo-form.ts';
import type { PlayedPhase, SessionModel } from '../play.ts';
import type { Target } from '../targets/target.ts';
import { statusOffsetSecond, uploadOffsetSecond } from '../workloads/session-schedule.ts';
import { waitUntil } from './operation.ts';
import { sendUpload } from './send-upload.ts';
import { type SignedIn, signIn } from './signed-in.ts';
import { whenThere } from './when-there.ts';

/** A TPS whose documents were sent, as far as that went. */
export interface SubmittedTps {
  signedIn: SignedIn;
  /** Planned time of the look whether all has arrived, epoch ms. */
  statusAt: number;
}

/**
 * What a KPPS does at one TPS, or an operator of the PPK for it: log in, see what is asked, upload each document at its
 * planned time, and look whether all of it has arrived. A document that is given up does not stop the next.
 * @param startAt planned start of the session, epoch ms
 * @returns null without a login, with which nothing can be uploaded
 */
export function tpsSession(
  target: Target,
  form: PhotoForm,
  workload: SessionModel,
  context: SessionContext,
  session: Session,
  phase: PlayedPhase,
  startAt: number,
): SubmittedTps | null | Promise<SubmittedTps> {
  const signedIn = signIn(target, context, session.account, startAt);
  if (signedIn === null) return null;
  return submitTps(target, form, workload, context, session, phase, startAt, signedIn);
}

/** What is done at one TPS by whoever is logged in: see what is asked, upload, look whether all has arrived. */
export function submitTps(
  target: Target,
  form: PhotoForm,
  workload: SessionModel,
  context: SessionContext,
  session: Session,
  phase: PlayedPhase,
  startAt: number,
  signedIn: SignedIn,
): SubmittedTps | Promise<SubmittedTps> {
  signedIn.perform({ operation: 'list', plannedAt: startAt }, (token) => target.list(token));

  const at = (planSecond: number) => startAt + (planSecond * 1000) / context.speed;
  const { uploads } = session;
  let acknowledged = 0;

  function send(k: number, plannedAt: number): void {
    const planned = uploads[k] as SessionUpload;
    const answer = sendUpload(target, form, phase, context, session.kode, planned, plannedAt, signedIn);
    if (answer.errorClass === null) acknowledged++;
    form.giveBack();
  }

  function uploadFrom(first: number): void | Promise<void> {
    for (let k = first; k < uploads.length; k++) {
      const plannedAt = at(uploadOffsetSecond(workload, session.way, k));
      waitUntil(plannedAt);
      const reading = form.use((uploads[k] as SessionUpload).photo, k);
      if (reading !== null)
        return reading.then(() => {
          send(k, plannedAt);
          return uploadFrom(k + 1);
        });
      send(k, plannedAt);
    }
  }

  function lookWhetherAllArrived(): SubmittedTps {
    // Once a session: a sample costs as much as the journal's line. What another phase counts is not counted twice.
    const counted = phase.repeats === null;
    if (counted && acknowledged > 0)
      documentsAcknowledged.add(acknowledged, { kecamatan: session.kecamatan });

    const statusAt = at(statusOffsetSecond(workload, session.way, uploads.length));
    waitUntil(statusAt);
    const status = signedIn.perform({ operation: 'status', plannedAt: statusAt }, (token) =>
      target.status(token, session.kode),
    );
    if (counted && status.complete) tpsComplete.add(1, { kecamatan: session.kecamatan });
    return { signedIn, statusAt };
  }

  return whenThere(uploadFrom(0), lookWhetherAllArrived);
}
