import type { FormCounts } from './types.ts';

/** Of a run that was to confirm nothing. */
export const NO_FORMS: Readonly<FormCounts> = {
  planned: 0,
  wrongSheet: 0,
  read: 0,
  confirmed: 0,
  confirmedOfWrongSheet: 0,
  atFirstLook: 0,
  asRead: 0,
  corrected: 0,
  despite: 0,
  figuresCorrected: 0,
};
