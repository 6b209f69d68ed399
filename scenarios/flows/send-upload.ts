import type { SessionUpload } from '../init-stage/sessions.ts';
import type { SessionContext } from '../operation-subject.ts';
import type { PhotoForm } from '../photos/photo-form.ts';
import type { PlayedPhase } from '../play.ts';
import type { Answer, Target, Upload } from '../targets/target.ts';
import { uploadKey } from '../workloads/upload-key.ts';
import type { SignedIn } from './signed-in.ts';

/**
 * Uploads one page whose photo is in use, until it is acknowledged or given up. A function of its own so that nothing of the upload is left in the
 * session's scope: k6 keeps the scope in which a session last awaited something.
 * @param plannedAt epoch ms
 */
export function sendUpload(
  target: Target,
  form: PhotoForm,
  { taps }: PlayedPhase,
  context: SessionContext,
  tps: string,
  planned: SessionUpload,
  plannedAt: number,
  signedIn: SignedIn,
): Answer {
  const { type: document, page, bytes, sha256, take } = planned;
  const key = uploadKey(context.run, take, tps, document, page);
  const upload: Upload = { tps, document, page, key, sha256, photoBytes: bytes };
  const body = form.fill({ tps, document: planned.document, page, take });
  const subject = { operation: 'upload', plannedAt, document, page, key, bytes, sha256 } as const;
  return signedIn.perform(subject, (token) =>
    taps === 1 || !target.uploadTwice
      ? target.upload(token, upload, body, form.contentType)
      : target.uploadTwice(token, upload, body, form.contentType),
  );
}
