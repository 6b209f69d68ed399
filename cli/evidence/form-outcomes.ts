import type { AttemptLine, FormOutcome } from '../../scenarios/journal-line.ts';

/** Answers to a look at a form after which there is something that the KPPS can send as right. */
const CAN_BE_CONFIRMED: readonly unknown[] = ['read', 'unreadable'] satisfies FormOutcome[];

/** Answers to a look that leave the KPPS waiting. */
const NOT_READ_YET: readonly unknown[] = ['pending', 'incomplete'] satisfies FormOutcome[];

/** Whether an attempt did what its operation is for: a look found a reading, a confirmation was taken, anything else was answered. */
export function didItsWork({ operation, acknowledged, outcome }: AttemptLine): boolean {
  if (!acknowledged) return false;
  if (operation === 'reading') return !NOT_READ_YET.includes(outcome);
  return operation !== 'confirm' || outcome === 'confirmed';
}

/** Whether an attempt was a look after which the form can be confirmed. */
export function canBeConfirmed({ operation, acknowledged, outcome }: AttemptLine): boolean {
  return operation === 'reading' && acknowledged && CAN_BE_CONFIRMED.includes(outcome);
}
