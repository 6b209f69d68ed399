import { WITHOUT_PART } from '../targets/parts.ts';
import type { ReadBackAnswer, StoredUpload, Target, Upload } from '../targets/target.ts';
import type { CheckMaterial } from './check-material.ts';
import { type CheckStep, madeStep, omittedStep } from './check-step.ts';

/** Whether a target gives back what this check uploaded, and nothing else under its keys. */
export function checkReadBack(target: Target, { admin, run, uploads }: CheckMaterial): CheckStep[] {
  const planned = {
    name: 'read back',
    call: 'readBack',
    expected: `exactly the ${uploads.length} uploads of this check, each once, with its digest and size`,
  };
  if (target.readBack === undefined) return [omittedStep(planned, 'skipped', WITHOUT_PART.readBack.en)];
  if (admin === null) return [omittedStep(planned, 'not-reached', 'the plan has no kabkota-admin')];
  const login = target.login(admin);
  if (login.token === null)
    return [madeStep(planned, login, false, `login of ${admin.username} gave no token`)];
  const found: StoredUpload[] = [];
  for (let after: string | null = null; ; ) {
    const page: ReadBackAnswer = target.readBack(login.token, run, after);
    if (page.errorClass !== null) return [madeStep(planned, page, false, '')];
    found.push(...page.uploads);
    after = page.next;
    if (after !== null) continue;
    const faults = faultsOf(uploads, found);
    return [madeStep(planned, page, faults.length === 0, faults.join(', ') || `${found.length} uploads`)];
  }
}

/** How what was given back differs from what was uploaded. */
function faultsOf(uploads: readonly Upload[], found: readonly StoredUpload[]): string[] {
  const faults: string[] = [];
  for (const { key, sha256, photoBytes, document, page } of uploads) {
    const same = found.filter((stored) => stored.key === key);
    const what = `${document} page ${page}`;
    if (same.length !== 1) faults.push(`${what} ${same.length} times`);
    else if (same[0]?.sha256 !== sha256 || same[0].bytes !== photoBytes)
      faults.push(`${what} with digest ${same[0]?.sha256.slice(0, 12)}… and ${same[0]?.bytes} bytes`);
  }
  const strange = found.filter(({ key }) => !uploads.some((upload) => upload.key === key)).length;
  return strange === 0 ? faults : [...faults, `${strange} that were not sent`];
}
