import type { FormCounts } from '../../evidence/types.ts';

/** A line of what became of C.Hasil. `part` lines are part of the line before them that is none. */
export interface FormRow {
  key:
    | 'forms.confirmed'
    | 'forms.atFirstLook'
    | 'forms.asRead'
    | 'forms.corrected'
    | 'forms.despite'
    | 'forms.unconfirmed'
    | 'forms.wrongSheet';
  count: number;
  part: boolean;
  bad: boolean;
}

/** C.Hasil that were not confirmed although their photos show the right sheets. */
export function unexpectedlyUnconfirmed(forms: FormCounts): number {
  return forms.planned - forms.confirmed - leftAsPlanned(forms);
}

/** C.Hasil that were not confirmed because the plan has another sheet photographed in their place. */
function leftAsPlanned({ wrongSheet, confirmedOfWrongSheet }: FormCounts): number {
  return wrongSheet - confirmedOfWrongSheet;
}

/** What became of C.Hasil, in the order of a report. Confirmed and never confirmed add up to the planned. */
export function formRows(forms: FormCounts): FormRow[] {
  const part = (key: FormRow['key'], count: number) => ({ key, count, part: true, bad: false });
  return [
    { key: 'forms.confirmed', count: forms.confirmed, part: false, bad: false },
    part('forms.atFirstLook', forms.atFirstLook),
    part('forms.asRead', forms.asRead),
    part('forms.corrected', forms.corrected),
    part('forms.despite', forms.despite),
    {
      key: 'forms.unconfirmed',
      count: forms.planned - forms.confirmed,
      part: false,
      bad: unexpectedlyUnconfirmed(forms) > 0,
    },
    part('forms.wrongSheet', leftAsPlanned(forms)),
  ];
}
