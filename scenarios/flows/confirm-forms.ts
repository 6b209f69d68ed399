import type { SessionForm } from '../form-plan.ts';
import type { Session } from '../init-stage/sessions.ts';
import { formsConfirmed } from '../metrics.ts';
import type { SessionContext } from '../operation-subject.ts';
import type { ConfirmAnswer, ConfirmPart, ReadingAnswer } from '../targets/target.ts';
import {
  confirmOffsetSecond,
  LOOKS,
  lookAfterConfirm,
  lookOffsetSecond,
} from '../workloads/confirm-schedule.ts';
import { differences } from './compare-form.ts';
import { waitUntil } from './operation.ts';
import type { SignedIn } from './signed-in.ts';

/** A form on its way to being confirmed. */
interface OpenForm {
  form: SessionForm;
  /** Among the forms of the TPS. */
  place: number;
  look: number;
  /** What was read at this look, once it is to be sent as right; null where it is to be looked at. */
  seen: ReadingAnswer | null;
  /** Rules that the paper itself breaks, as the target has said. */
  despite: readonly string[];
}

/**
 * What the KPPS do with the C.Hasil of their TPS after the photos are there: look at what was read, each form at its planned
 * times until it is read, compare it with the paper, and send it as right with exactly the figures that differ. What the target does not
 * take is looked at again; rules that the paper itself breaks are named. A form whose photo shows another sheet, or that is
 * not read after the last look, stays unconfirmed.
 * @param from planned time of the session's status check, epoch ms
 */
export function confirmForms(
  target: ConfirmPart,
  signedIn: Pick<SignedIn, 'perform'>,
  context: SessionContext,
  session: Session,
  from: number,
): void {
  const { kode, kecamatan, forms = [] } = session;
  let left = forms.map((form, place): OpenForm => ({ form, place, look: 0, seen: null, despite: [] }));
  let confirmed = 0;
  while (left.length > 0) {
    const next = earliest(left);
    const plannedAt = from + (secondOf(next) * 1000) / context.speed;
    waitUntil(plannedAt);
    const of = { tps: kode, document: next.form.document };
    const about = { plannedAt, document: next.form.document, look: next.look } as const;
    let going: boolean;
    if (next.seen === null) {
      const answer: ReadingAnswer = signedIn.perform({ ...about, operation: 'reading' }, (token) =>
        target.reading(token, of),
      );
      going = afterReading(next, answer);
    } else {
      const { revision, figures: read } = next.seen;
      const figures = differences(next.form, read);
      const { despite } = next;
      const corrected = Object.keys(figures).length;
      const subject = { ...about, operation: 'confirm', corrected, despite: despite.length } as const;
      const answer: ConfirmAnswer = signedIn.perform(subject, (token) =>
        target.confirm(token, of, { revision, figures, despite }),
      );
      if (answer.outcome === 'confirmed') confirmed++;
      going = afterConfirm(next, answer);
    }
    if (!going || next.look >= LOOKS) left = left.filter((one) => one !== next);
  }
  if (confirmed > 0) formsConfirmed.add(confirmed, { kecamatan });
}

function earliest(left: readonly OpenForm[]): OpenForm {
  return left.reduce((first, one) => (secondOf(one) < secondOf(first) ? one : first));
}

function secondOf({ place, look, seen }: OpenForm): number {
  return seen === null ? lookOffsetSecond(place, look) : confirmOffsetSecond(place, look);
}

/** @returns whether anything is left to be done with the form */
function afterReading(form: OpenForm, answer: ReadingAnswer): boolean {
  switch (answer.outcome) {
    case 'read':
    case 'unreadable':
      form.seen = answer;
      return true;
    // Photographing it anew is another flow; a page that was given up does not come by itself.
    case 'wrong-sheet':
    case 'incomplete':
      return false;
    default:
      form.look++;
      return true;
  }
}

/** @returns whether anything is left to be done with the form */
function afterConfirm(form: OpenForm, { outcome, findings }: ConfirmAnswer): boolean {
  form.look = lookAfterConfirm(form.look);
  switch (outcome) {
    case 'confirmed':
    case 'wrong-sheet':
    case 'incomplete':
      return false;
    // What was seen still stands: the paper is looked at once more, and it does break these rules.
    case 'inconsistent':
      form.despite = findings;
      return true;
    default:
      form.seen = null;
      form.despite = [];
      return true;
  }
}
