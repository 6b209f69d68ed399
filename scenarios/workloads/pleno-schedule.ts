import type { PlenoOperation } from '../journal-line.ts';
import type { PlenaryTerms } from './phase.ts';

/**
 * When the operations of one plenary are planned, in plan seconds after its own start. No time of a real one is public: all are
 * assumed.
 */

/** A form is read out, looked at side by side and saved in a minute (assumed). */
const FORM_SECOND = 60;

/**
 * All forms of a kecamatan take six hours at most (assumed): a PPK that has more splits its plenary into panels that sit side by
 * side, so the largest kecamatan is done on the same day as the others.
 */
const LONGEST_FORMS_SECOND = 21_600;

/** The second operator saves a quarter of a step after the first, having looked before that save (assumed): each meets the other. */
const HAND_SHARE = 0.25;

/** From a look at a form to its save, as a share of the step (assumed: half the time goes into comparing). */
const LOOK_SHARE = 0.5;

/** Operators log in one after the other, half a minute apart (assumed). */
const LOGIN_SECOND = 30;

/** The first form, or the file of an offline kecamatan, two minutes after the opening (assumed: the order of business is read out). */
const FIRST_SECOND = 120;

/** From one act of the close to the next: finalised, D.Hasil as PDF, published (assumed). */
const CLOSE_SECOND = 60;

/** The plenary begins ten minutes after the last TPS has arrived (assumed: the last sheets of the night come in meanwhile). */
export const PLENO_AFTER_UPLOADS_SECOND = 600;

/** Kecamatan open their plenary a minute apart, all of them within half an hour (assumed). */
export function openingSecond(kecamatan: number): number {
  return Math.min(1800, 60 * kecamatan);
}

/** One kecamatan's plenary, as far as its times depend on it. */
export interface PlenaryShape {
  /** Forms: a TPS and an election each. */
  forms: number;
  /** It is brought as a file. */
  offline: boolean;
}

/** An operation of a plenary; logins are planned in it too. */
export type PlenaryOperation = PlenoOperation | 'login';

/** Plan seconds from one form to the next. @param forms of the kecamatan */
export function formSecondOf(forms: number): number {
  return Math.min(FORM_SECOND, LONGEST_FORMS_SECOND / Math.max(1, forms));
}

/** How many such operations one plenary has. */
export function plenoSteps(
  operation: PlenaryOperation,
  { forms, offline }: PlenaryShape,
  { hands, operators }: Pick<PlenaryTerms, 'hands' | 'operators'>,
): number {
  switch (operation) {
    case 'login':
      return offline ? 1 : 1 + operators;
    case 'pleno-look':
    case 'pleno-save':
      return offline ? 0 : forms * hands;
    case 'pleno-open':
      return offline ? 0 : 1;
    case 'pleno-import':
      return offline ? 1 : 0;
    default:
      return 1;
  }
}

/** Plan seconds of such an operation. @param step 0-based, below {@link plenoSteps}; of forms `form * hands + hand` */
export function plenoSecond(
  operation: PlenaryOperation,
  step: number,
  shape: PlenaryShape,
  { hands }: Pick<PlenaryTerms, 'hands'>,
): number {
  const formSecond = formSecondOf(shape.forms);
  const ofForm = () => FIRST_SECOND + formSecond * (Math.floor(step / hands) + HAND_SHARE * (step % hands));
  const end = FIRST_SECOND + (shape.offline ? 0 : formSecond * shape.forms);
  switch (operation) {
    case 'login':
      return step * LOGIN_SECOND;
    case 'pleno-open':
      return 0;
    case 'pleno-look':
      return ofForm();
    case 'pleno-save':
      return ofForm() + formSecond * LOOK_SHARE;
    case 'pleno-import':
      return FIRST_SECOND;
    case 'pleno-finalise':
      return end + CLOSE_SECOND;
    case 'pleno-document':
      return end + 2 * CLOSE_SECOND;
    case 'pleno-publish':
      return end + 3 * CLOSE_SECOND;
  }
}

/** How long the longest plenary of a phase is planned to last. */
export function longestPlenoSecond({ hands, mostForms }: PlenaryTerms): number {
  return plenoSecond('pleno-publish', 0, { forms: mostForms, offline: false }, { hands });
}
