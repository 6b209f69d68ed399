import { WITHOUT_PART } from '../targets/parts.ts';
import type { ManifestAnswer, Target } from '../targets/target.ts';
import type { CheckMaterial } from './check-material.ts';
import { type CheckStep, madeStep, omittedStep, type PlannedStep } from './check-step.ts';

const REFRESH: PlannedStep = {
  name: 'refresh the session',
  call: 'refresh',
  expected: 'a new token, with which the list can be read',
};

/** Whether a session goes on with its refresh token. @param refreshToken null where the login gave none */
export function checkRefresh(target: Target, refreshToken: string | null): CheckStep {
  if (target.refresh === undefined) return omittedStep(REFRESH, 'skipped', WITHOUT_PART.refresh.en);
  if (refreshToken === null) return omittedStep(REFRESH, 'skipped', 'the login gave no refresh token');
  const answer = target.refresh(refreshToken);
  if (answer.token === null) return madeStep(REFRESH, answer, false, 'no token');
  const list = target.list(answer.token);
  return madeStep(REFRESH, list, list.errorClass === null, 'list with the new token');
}

/** Whether the target wants what it has not: asked before the first upload. */
export function checkManifestBefore(
  target: Target,
  token: string | null,
  material: CheckMaterial,
): CheckStep {
  const planned = {
    name: 'manifest before the first upload',
    call: 'offline.manifest',
    expected: 'every upload wanted',
  };
  return checkManifest(target, token, material, planned, 'wanted');
}

/** Whether it has what it has acknowledged, and takes it once more in a batch without storing it twice. */
export function checkOffline(target: Target, token: string | null, material: CheckMaterial): CheckStep[] {
  const stored = {
    name: 'manifest when all is there',
    call: 'offline.manifest',
    expected: 'every upload stored',
  };
  const planned = {
    name: 'send all pages again in one batch',
    call: 'offline.batch',
    expected: 'each acknowledged as the first time, and stored once',
  };
  const manifest = checkManifest(target, token, material, stored, 'stored');
  const { offline } = target;
  if (offline === undefined) return [manifest];
  if (token === null) return [manifest, omittedStep(planned, 'not-reached', 'there is no login')];
  const { uploads } = material;
  const { form, contentType } = material.batch(uploads.map((upload) => offline.partHead(upload)));
  const answer = offline.batch(token, uploads, form, contentType);
  const refused = uploads.filter(
    ({ key }) => !answer.parts.some((part) => part.key === key && part.errorClass === null),
  );
  const remark = `${uploads.length - refused.length} of ${uploads.length} acknowledged`;
  return [manifest, madeStep(planned, answer, answer.errorClass === null && refused.length === 0, remark)];
}

function checkManifest(
  target: Target,
  token: string | null,
  { uploads }: CheckMaterial,
  planned: PlannedStep,
  wanted: ManifestAnswer['held'][number]['state'],
): CheckStep {
  if (target.offline === undefined) return omittedStep(planned, 'skipped', WITHOUT_PART.offline.en);
  if (token === null) return omittedStep(planned, 'not-reached', 'there is no login');
  const answer = target.offline.manifest(token, uploads);
  const others = uploads.filter(
    ({ key }) => !answer.held.some((one) => one.key === key && one.state === wanted),
  );
  const remark = `${uploads.length - others.length} of ${uploads.length} ${wanted}`;
  return madeStep(planned, answer, answer.errorClass === null && others.length === 0, remark);
}
