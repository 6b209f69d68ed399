import { BATCH_CONTENT_TYPE, BatchForm } from '../batch-form.ts';
import type { Session, SessionUpload } from '../init-stage/sessions.ts';
import { documentsAcknowledged, tpsComplete } from '../metrics.ts';
import type { SessionContext } from '../operation-subject.ts';
import type { PhotoForm } from '../photos/photo-form.ts';
import type { SessionModel } from '../play.ts';
import type { BatchAnswer, ManifestAnswer, OfflinePart, Target, Upload } from '../targets/target.ts';
import {
  batchesOf,
  batchOf,
  batchOffsetSecond,
  EXCHANGES,
  manifestOffsetSecond,
  offlineStatusOffsetSecond,
} from '../workloads/offline-schedule.ts';
import { uploadKey } from '../workloads/upload-key.ts';
import { waitUntil } from './operation.ts';
import { type SignedIn, signIn } from './signed-in.ts';

/** A photo on the phone. */
interface Held {
  planned: SessionUpload;
  /** Among the uploads of the session. */
  place: number;
  upload: Upload;
}

/**
 * What a KPPS without signal does: log in and look at what is asked on the day before, work offline for a day, and where there is
 * signal again go on with the session there is: say which photos the phone holds, send in batches what is wanted, and look whether
 * all of it has arrived. After a batch that broke, a new manifest says what is still missing, and only that is sent again.
 * @param startAt planned time of the login, epoch ms
 */
export async function offlineSession(
  target: Target,
  part: OfflinePart,
  form: PhotoForm,
  workload: SessionModel,
  context: SessionContext,
  session: Session,
  startAt: number,
): Promise<void> {
  const signedIn = signIn(target, context, session.account, startAt, { refreshes: true });
  if (signedIn === null) return;
  signedIn.perform({ operation: 'list', plannedAt: startAt }, (token) => target.list(token));

  const at = (planSecond: number) => startAt + (planSecond * 1000) / context.speed;
  const all = session.uploads.map(
    (planned, place): Held => ({
      planned,
      place,
      upload: {
        tps: session.kode,
        document: planned.type,
        page: planned.page,
        key: uploadKey(context.run, planned.take, session.kode, planned.type, planned.page),
        sha256: planned.sha256,
        photoBytes: planned.bytes,
      },
    }),
  );
  let left: readonly Held[] = all;
  let acknowledged = 0;
  for (let exchange = 0; exchange < EXCHANGES && left.length > 0; exchange++) {
    const manifestAt = at(manifestOffsetSecond(exchange));
    waitUntil(manifestAt);
    const told = askWhatIsMissing(part, signedIn, left, exchange, manifestAt);
    acknowledged += told.stored;
    const wanted = told.wanted;
    left = [];
    for (let place = 0; place < batchesOf(all.length); place++) {
      const batch = wanted.filter((held) => batchOf(held.place) === place);
      if (batch.length === 0) continue;
      const body = await bodyOf(batch, part, form, session.kode);
      const batchAt = at(batchOffsetSecond(workload, exchange, place));
      waitUntil(batchAt);
      const uploads = batch.map(({ upload }) => upload);
      const subject = {
        operation: 'batch',
        plannedAt: batchAt,
        exchange,
        batch: place,
        uploads,
        bytes: uploads.reduce((sum, { photoBytes }) => sum + photoBytes, 0),
      } as const;
      const answer: BatchAnswer = signedIn.perform(
        subject,
        (token) => part.batch(token, uploads, body, BATCH_CONTENT_TYPE),
        // What had arrived when it broke stays: the next manifest tells, before anything is sent again.
        true,
      );
      form.giveBack();
      const stored = (key: string) => answer.parts.some((one) => one.key === key && one.errorClass === null);
      const missing = batch.filter(({ upload }) => !stored(upload.key));
      acknowledged += batch.length - missing.length;
      left = [...left, ...missing];
    }
  }

  if (acknowledged > 0) documentsAcknowledged.add(acknowledged, { kecamatan: session.kecamatan });
  const statusAt = at(offlineStatusOffsetSecond(workload, all.length));
  waitUntil(statusAt);
  const status = signedIn.perform({ operation: 'status', plannedAt: statusAt }, (token) =>
    target.status(token, session.kode),
  );
  if (status.complete) tpsComplete.add(1, { kecamatan: session.kecamatan });
}

/** Asks what of the phone's photos is still wanted. Without an answer everything is: a key that is stored is stored once. */
function askWhatIsMissing(
  part: OfflinePart,
  signedIn: SignedIn,
  left: readonly Held[],
  exchange: number,
  plannedAt: number,
): { stored: number; wanted: readonly Held[] } {
  const uploads = left.map(({ upload }) => upload);
  const subject = { operation: 'manifest', plannedAt, exchange, uploads } as const;
  const answer: ManifestAnswer = signedIn.perform(subject, (token) => part.manifest(token, uploads));
  const stateOf = (key: string) => answer.held.find((one) => one.key === key)?.state ?? 'wanted';
  return {
    stored: left.filter(({ upload }) => stateOf(upload.key) === 'stored').length,
    wanted: left.filter(({ upload }) => stateOf(upload.key) === 'wanted'),
  };
}

/** The body of a batch. */
async function bodyOf(
  batch: readonly Held[],
  part: OfflinePart,
  form: PhotoForm,
  tps: string,
): Promise<Uint8Array> {
  const body = new BatchForm(
    batch.map(({ planned, upload }) => ({ head: part.partHead(upload), bytes: planned.bytes })),
  );
  for (let i = 0; i < batch.length; i++) {
    const { planned, place } = batch[i] as Held;
    const reading = form.use(planned.photo, place);
    if (reading !== null) await reading;
    const { document, page, take } = planned;
    body.add(form.photo({ tps, document, page, take }));
  }
  return body.end();
}
