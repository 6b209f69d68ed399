import { WITHOUT_PART } from '../targets/parts.ts';
import type { Answer, PlenoLookAnswer, PlenoPart, Target } from '../targets/target.ts';
import type { CheckMaterial, CheckPlenary } from './check-material.ts';
import { type CheckStep, madeStep, omittedStep, type PlannedStep } from './check-step.ts';

const REASON = 'Pemeriksaan adaptor';

const OPEN: PlannedStep = { name: 'pleno: open', call: 'pleno.open', expected: 'open, or open already' };
const LOOK: PlannedStep = {
  name: 'pleno: look at a form',
  call: 'pleno.look',
  expected: 'its revision, and every figure of the form by its field',
};
const SAVE: PlannedStep = {
  name: 'pleno: save the form',
  call: 'pleno.save',
  expected: 'acknowledged, and seen by the next look as it was sent',
};
const STALE: PlannedStep = {
  name: 'pleno: save another figure on the look before that save',
  call: 'pleno.save',
  expected: 'refused as a conflict, and nothing saved over',
};
const SUMS: PlannedStep = {
  name: 'pleno: sums',
  call: 'pleno.sums',
  expected: 'a sum of the kecamatan for the election, by field',
};
const ALL = [OPEN, LOOK, SAVE, STALE, SUMS];

/**
 * Opens the pleno of the TPS's kecamatan and saves one form of it, which stays there. It finalises and publishes nothing: that
 * would need every TPS of the kecamatan, and could not be taken back.
 */
export function* checkPleno(target: Target, { plenary, admin }: CheckMaterial): Generator<CheckStep> {
  const { pleno } = target;
  const omitted = (why: string, result: 'skipped' | 'not-reached' = 'skipped', from = 0) =>
    ALL.slice(from).map((planned) => omittedStep(planned, result, why));
  if (pleno === undefined) {
    yield omittedStep({ ...OPEN, name: 'pleno' }, 'skipped', WITHOUT_PART.pleno.en);
    return;
  }
  if (plenary === null) {
    yield* omitted('the plan has no PPK that holds the pleno of this TPS on Sirekap Web');
    return;
  }
  const { token } = target.login(plenary.account);
  if (token === null) {
    yield* omitted('the PPK could not log in', 'not-reached');
    return;
  }
  const opened = pleno.open(token, plenary.form.kecamatan);
  yield madeStep(OPEN, opened, opened.errorClass === null, '');
  if (opened.errorClass !== null || opened.closed) {
    const why = opened.closed ? 'the pleno was finalised before this check' : 'the pleno is not open';
    yield* omitted(why, opened.closed ? 'skipped' : 'not-reached', 1);
    return;
  }
  yield* checkForm(pleno, token, plenary);
  yield checkSums(target, pleno, plenary, admin);
}

function* checkForm(pleno: PlenoPart, token: string, { form, figures }: CheckPlenary): Generator<CheckStep> {
  const fields = Object.keys(figures);
  const seen = pleno.look(token, form);
  const missing = fields.filter((field) => seen.known[field] === undefined);
  const remark = missing.length > 0 ? `without ${missing.join(', ')}` : '';
  yield madeStep(LOOK, seen, seen.errorClass === null && seen.revision !== null && remark === '', remark);

  const save = (given: Record<string, number>) =>
    pleno.save(token, form, { revision: seen.revision, figures: given, reasons: {}, reason: REASON });
  const saved = save(figures);
  const after = pleno.look(token, form);
  const wrong = differing(figures, after);
  yield madeStep(SAVE, saved, worked(saved) && wrong === '', wrong);

  const [field = ''] = fields;
  const stale = save({ ...figures, [field]: (figures[field] ?? 0) + 1 });
  const kept = differing(figures, pleno.look(token, form));
  yield madeStep(STALE, stale, stale.conflict && kept === '', stale.conflict ? kept : 'no conflict');
}

function checkSums(
  target: Target,
  pleno: PlenoPart,
  { form }: CheckPlenary,
  admin: CheckMaterial['admin'],
): CheckStep {
  if (pleno.sums === undefined)
    return omittedStep(SUMS, 'skipped', 'without sums whether those of D.Hasil are right cannot be judged');
  const token = admin === null ? null : target.login(admin).token;
  if (token === null) return omittedStep(SUMS, 'not-reached', 'no admin of the kab/kota could log in');
  const answer = pleno.sums(token, form.kecamatan.slice(0, 4));
  const there = answer.sums.some(
    ({ kecamatan, election, tps }) => kecamatan === form.kecamatan && election === form.election && tps > 0,
  );
  return madeStep(SUMS, answer, worked(answer) && there, there ? '' : 'no sum of the form that was saved');
}

function worked({ errorClass }: Answer): boolean {
  return errorClass === null;
}

/** What is not saved as it was sent, in words; empty where all is. */
function differing(figures: Readonly<Record<string, number>>, { saved }: PlenoLookAnswer): string {
  if (saved === null) return 'nothing is saved';
  const others = Object.keys(figures).filter((field) => saved[field] !== figures[field]);
  return others.length === 0 ? '' : `another figure in ${others.join(', ')}`;
}
