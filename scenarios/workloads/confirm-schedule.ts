/**
 * When the KPPS look at what was read from a C.Hasil and send it as right, in plan seconds after the status check of their
 * session. Looks and confirmations are planned whatever the target does; which of them come about depends on its answers.
 */

/** From the status check to the first look (assumed: the phone is put down for a minute). */
const FIRST_LOOK_SECOND = 60;

/** From the first look at a form to the first look at the next, and to sending it as right (assumed: some thirty figures, four seconds each). */
const COMPARE_SECOND = 120;

/** From the first look to the second; each further wait is twice the one before (assumed: nobody looks every minute all night). */
const FIRST_WAIT_SECOND = 60;

/** Looks at one form at most (assumed: the last is two hours after the first, and then the night is over). */
export const LOOKS = 8;

/** Look number `look` (0-based) at form number `form` (0-based, in the order of the documents). */
export function lookOffsetSecond(form: number, look: number): number {
  return FIRST_LOOK_SECOND + form * COMPARE_SECOND + FIRST_WAIT_SECOND * (2 ** look - 1);
}

/** The confirmation that belongs to a look: when the figures have been compared. */
export function confirmOffsetSecond(form: number, look: number): number {
  return lookOffsetSecond(form, look) + COMPARE_SECOND;
}

/** The first look that is not before the confirmation of look `look`: where the KPPS go on after one that was not accepted. */
export function lookAfterConfirm(look: number): number {
  let next = look + 1;
  while (lookOffsetSecond(0, next) < confirmOffsetSecond(0, look)) next++;
  return next;
}

/** From the status check to the last confirmation, where everything is read at the first look; 0 without forms. */
export function usualConfirmSecond(forms: number): number {
  return forms === 0 ? 0 : confirmOffsetSecond(forms - 1, 0);
}

/** The same where every look has to be made. */
export function longestConfirmSecond(forms: number): number {
  return forms === 0 ? 0 : confirmOffsetSecond(forms - 1, LOOKS - 1);
}

/** Requests that confirm `forms` forms, where all are read at the first look and none is refused. */
export function usualConfirmRequests(forms: number): number {
  return forms * 2;
}
