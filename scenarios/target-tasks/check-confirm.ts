import { differences } from '../flows/compare-form.ts';
import { WITHOUT_PART } from '../targets/parts.ts';
import type { ConfirmAnswer, ConfirmPart, ReadingAnswer, Target } from '../targets/target.ts';
import type { CheckMaterial } from './check-material.ts';
import { type CheckStep, madeStep, omittedStep, type PlannedStep } from './check-step.ts';

/** Looks at a form, half a second apart, before its reading counts as missing. */
const MOST_LOOKS = 60;

const LOOK: PlannedStep = {
  name: 'look at the reading of a form',
  call: 'confirm.reading',
  expected: 'what was read from it, within half a minute',
};
const STALE: PlannedStep = {
  name: 'confirm an earlier state of the form',
  call: 'confirm.confirm',
  expected: 'outcome changed; nothing is confirmed',
};
const CONFIRM: PlannedStep = {
  name: 'confirm the form with the figures that differ',
  call: 'confirm.confirm',
  expected: 'outcome confirmed, or inconsistent where the paper itself breaks rules',
};
const DESPITE: PlannedStep = {
  name: 'confirm it despite the rules that the paper breaks',
  call: 'confirm.confirm',
  expected: 'outcome confirmed',
};
const AGAIN: PlannedStep = {
  name: 'confirm it again, as after a lost answer',
  call: 'confirm.confirm',
  expected: 'outcome confirmed, as the first time',
};

/**
 * Whether the first C.Hasil of the TPS can be looked at, corrected and confirmed.
 * @param token null where the login did not work
 */
export function checkConfirm(target: Target, token: string | null, material: CheckMaterial): CheckStep[] {
  const { confirm } = target;
  const form = material.forms.find(({ sheetsRight }) => sheetsRight);
  if (confirm === undefined) return [omittedStep(LOOK, 'skipped', WITHOUT_PART.confirm.en)];
  if (form === undefined)
    return [omittedStep(LOOK, 'skipped', 'the TPS has no C.Hasil with the right sheet')];
  if (token === null) return [omittedStep(LOOK, 'not-reached', 'there is no login')];
  const of = { tps: material.tps, document: form.document };
  const seen = lookUntilRead(confirm, token, of, material.pause);
  const isRead = seen.outcome === 'read' || seen.outcome === 'unreadable';
  const look = madeStep(LOOK, seen, isRead, `outcome ${seen.outcome}`);
  if (!isRead) return [look, omittedStep(CONFIRM, 'not-reached', 'nothing was read')];

  const { revision } = seen;
  const figures = differences(form, seen.figures);
  const send = (on: typeof revision, despite: readonly string[]) =>
    confirm.confirm(token, of, { revision: on, figures, despite });
  const made = (planned: PlannedStep, answer: ConfirmAnswer, wanted: readonly ConfirmAnswer['outcome'][]) =>
    madeStep(planned, answer, wanted.includes(answer.outcome), `outcome ${answer.outcome}`);

  const steps = [look];
  if (typeof revision !== 'number')
    steps.push(omittedStep(STALE, 'skipped', 'the API numbers no states of a form'));
  else steps.push(made(STALE, send(revision - 1, []), ['changed']));
  const first = send(revision, []);
  steps.push(made(CONFIRM, first, ['confirmed', 'inconsistent']));
  const despite = first.outcome === 'inconsistent' ? first.findings : [];
  if (despite.length > 0) steps.push(made(DESPITE, send(revision, despite), ['confirmed']));
  steps.push(made(AGAIN, send(revision, despite), ['confirmed']));
  return steps;
}

function lookUntilRead(
  confirm: ConfirmPart,
  token: string,
  of: { tps: string; document: string },
  pause: () => void,
): ReadingAnswer {
  for (let look = 1; ; look++) {
    const answer = confirm.reading(token, of);
    if (answer.outcome !== 'pending' || look === MOST_LOOKS) return answer;
    pause();
  }
}
