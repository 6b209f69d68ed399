import { sleep } from 'k6';
import { fieldIds } from '../../fixtures/form/fields.ts';
import type { PhotoIndex } from '../../fixtures/plan/types.ts';
import { BATCH_CONTENT_TYPE, BatchForm } from '../batch-form.ts';
import { readEnvironment } from '../environment.ts';
import { loadFormPlan } from '../form-data.ts';
import { openPhotoForm } from '../photo-form.ts';
import { loadPlanCore } from '../plan-data.ts';
import { loadPlenaries } from '../pleno-data.ts';
import { loadSessions, type Session, type SessionUpload } from '../session-data.ts';
import { openTarget } from '../targets/open-target.ts';
import { partsOf } from '../targets/parts.ts';
import { selectedAdapter } from '../targets/selected.ts';
import { uploadKey } from '../workloads/upload-key.ts';
import { loadAdmins } from './admins.ts';
import { checkContract } from './check-contract.ts';
import type { CheckPlenary } from './check-material.ts';
import { taskOptions } from './task-options.ts';
import { writeLine } from './write-line.ts';

const TAKE = 'round-1';
const PATIENCE_SECOND = 30;

/** Goes through a target's contract with the plan's first TPS. */
const environment = readEnvironment(__ENV);
const { plan: folder, runId: run } = environment;
const target = openTarget(environment, PATIENCE_SECOND);
const plan = loadPlanCore(folder);
const sessions = loadSessions('upload', folder, plan, [TAKE], { count: 1 }, loadFormPlan(folder));
const admins = loadAdmins(folder, plan);
// All of them, for which of them is the TPS's is known only here; the check has one VU.
const plenaries = loadPlenaries(folder, null, plan.plenary.kecamatan, 0);
const photos = (JSON.parse(open(`${folder}/photos.index.json`)) as PhotoIndex).photos;
const opening = openPhotoForm(folder, photos, target.photoField, 1);

export const options = taskOptions(environment);

export async function task(): Promise<void> {
  const form = await opening;
  const session = sessions[0] as Session;
  writeLine({ kind: 'adapter', name: selectedAdapter().name, parts: partsOf(target) });
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
