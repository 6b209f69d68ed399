import { sleep } from 'k6';
import { SharedArray } from 'k6/data';
import { fieldIds } from '../../fixtures/form/fields.ts';
import type { PhotoIndex } from '../../fixtures/plan/types.ts';
import { BATCH_CONTENT_TYPE, BatchForm } from '../batch-form.ts';
import { formPlanOf } from '../form-plan.ts';
import { readEnvironment } from '../init-stage/environment.ts';
import { readPlan } from '../init-stage/plan.ts';
import { plenariesOf } from '../init-stage/plenaries.ts';
import { type Session, type SessionUpload, sessionsOf } from '../init-stage/sessions.ts';
import { openPackedPhotos } from '../photos/packed-photos.ts';
import { selectedAdapter } from '../targets/selected.ts';
import { uploadKey } from '../workloads/upload-key.ts';
import { adminsOf } from './admins.ts';
import { checkContract } from './check-contract.ts';
import type { CheckPlenary } from './check-material.ts';
import { taskOptions } from './task-options.ts';
import { taskTarget } from './task-target.ts';
import { writeLine } from './write-line.ts';

const TAKE = 'round-1';
const PATIENCE_SECOND = 30;

/** Goes through a target's contract with the plan's first TPS. */
const environment = readEnvironment(__ENV);
const { plan: folder, runId: run } = environment;
const { target, parts } = taskTarget(environment, PATIENCE_SECOND);
const plan = readPlan(folder);
const sessions = new SharedArray('sessions', () =>
  sessionsOf(folder, plan, [TAKE], { count: 1 }, formPlanOf(plan)),
);
const admins = new SharedArray('admins', () => adminsOf(folder, plan));
// All of them, for which of them is the TPS's is known only here.
const plenaries = new SharedArray('plenaries', () =>
  plenariesOf(folder, plan, null, plan.counts.kecamatan, 0),
);
const photos = (JSON.parse(open(`${folder}/photos.index.json`)) as PhotoIndex).photos;
const largestBytes = Math.max(...photos.map(({ bytes }) => bytes));
const opening = openPackedPhotos({
  folder,
  index: () => photos,
  field: target.photoField,
  vus: 1,
  largestBytes,
});

export const options = taskOptions(environment);

export async function task(): Promise<void> {
  const form = await opening;
  const session = sessions[0] as Session;
  writeLine({ kind: 'adapter', name: selectedAdapter().name, parts });
  const bodies: Uint8Array[] = [];
  const photosAlone: Uint8Array[] = [];
  for (const [place, upload] of session.uploads.entries()) {
    await form.use(upload.photo, place);
    // The form's buffer is used again for the next upload.
    const mark = { tps: session.kode, document: upload.document, page: upload.page, take: TAKE } as const;
    photosAlone.push(form.photo(mark).slice());
    bodies.push(form.fill(mark).slice());
  }
  checkContract(
    target,
    {
      run,
      account: session.account,
      admin: admins[0] ?? null,
      tps: session.kode,
      uploads: session.uploads.map(({ type, page, sha256, bytes }: SessionUpload) => ({
        tps: session.kode,
        document: type,
        page,
        key: uploadKey(run, TAKE, session.kode, type, page),
        sha256,
        photoBytes: bytes,
      })),
      bodyOf: (place) => bodies[place] as Uint8Array,
      contentType: form.contentType,
      batch(heads) {
        const body = new BatchForm(
          heads.map((head, i) => ({ head, bytes: (photosAlone[i] as Uint8Array).length })),
        );
        for (const photo of photosAlone) body.add(photo);
        return { form: body.end(), contentType: BATCH_CONTENT_TYPE };
      },
      forms: session.forms ?? [],
      pause: () => sleep(0.5),
      plenary: plenaryOf(session.kode),
    },
    (step) => writeLine({ kind: 'step', step }),
  );
  writeLine({ kind: 'end' });
}

/** The pleno of a TPS's kecamatan, with one form of that TPS. */
function plenaryOf(kode: string): CheckPlenary | null {
  const plenary = Array.from(plenaries).find(({ kecamatan }) => kode.startsWith(kecamatan));
  const form = plenary?.forms.find(({ tps }) => tps === kode);
  if (plenary === undefined || form === undefined) return null;
  return {
    account: plenary.admin,
    form: { kecamatan: plenary.kecamatan, tps: kode, election: form.election },
    figures: Object.fromEntries(fieldIds(form.pairs).map((id, place) => [id, form.figures[place] as number])),
  };
}
