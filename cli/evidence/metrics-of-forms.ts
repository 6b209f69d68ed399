import { NO_FORMS } from './form-counts.ts';
import { count, type Metric, share } from './metric-value.ts';
import type { FormCounts } from './types.ts';

/** What became of the C.Hasil that were to be confirmed; without samples where the flow confirms none. */
export function formMetrics(): [string, Metric][] {
  const metric = (name: string, value: (forms: FormCounts) => ReturnType<Metric>): [string, Metric] => [
    `forms.${name}`,
    ({ audit }) => value(audit.forms ?? NO_FORMS),
  ];
  return [
    // Of those whose photos show the right sheets: no other is to be confirmed.
    metric('confirmedShare', (forms) => share(confirmedRight(forms), confirmable(forms))),
    metric('unconfirmed', (forms) =>
      count(confirmable(forms) - confirmedRight(forms), confirmable(forms), 'forms'),
    ),
    metric('readShare', ({ read, planned }) => share(read, planned)),
    metric('atFirstLookShare', ({ atFirstLook, confirmed }) => share(atFirstLook, confirmed)),
    metric('asReadShare', ({ asRead, confirmed }) => share(asRead, confirmed)),
  ];
}

/** C.Hasil whose photos show the right sheets. */
function confirmable({ planned, wrongSheet }: FormCounts): number {
  return planned - wrongSheet;
}

function confirmedRight({ confirmed, confirmedOfWrongSheet }: FormCounts): number {
  return confirmed - confirmedOfWrongSheet;
}
