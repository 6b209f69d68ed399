import { WAYS } from '../../../fixtures/plan/types.ts';
import type { Audit, FormCounts } from '../../evidence/types.ts';
import type { ReportInput } from '../input.ts';
import { OUTCOMES, WAY_NAMES } from '../language/dictionary.ts';
import type { Wording } from '../language/wording.ts';
import { formRows } from '../reading/form-rows.ts';
import { mistakesPlanned, mistakeTotals } from '../reading/mistakes.ts';
import { OUTCOME_ORDER } from '../reading/outcomes.ts';
import type { Screen } from './screen.ts';

/** Documents by outcome, TPS complete in all and by way of submission, accounts used, mistakes met. */
export function documentLines(screen: Screen, { audit }: ReportInput, wording: Wording): void {
  if (audit.planned > 0 || audit.unexpected > 0) outcomeLines(screen, audit, wording);
  if (audit.forms !== undefined) formLines(screen, audit.forms, wording);
  if (audit.tps.planned + audit.accounts.handedOut > 0) reachLines(screen, audit, wording);
}

function outcomeLines(screen: Screen, audit: Audit, wording: Wording): void {
  screen.heading(wording.text('terminal.documents'));
  for (const outcome of OUTCOME_ORDER) {
    const count = audit[outcome];
    const bad = count > 0 && outcome !== 'stored';
    const of = outcome === 'stored' ? audit.planned : null;
    line(screen, wording, wording.pick(OUTCOMES[outcome]), count, of, bad);
  }
  if (audit.unexpected > 0)
    line(screen, wording, wording.text('documents.unexpected'), audit.unexpected, null, true);
}

function formLines(screen: Screen, forms: FormCounts, wording: Wording): void {
  screen.heading(wording.text('forms.title'));
  for (const { key, count, part, bad } of formRows(forms)) {
    const label = part ? `· ${wording.text(key)}` : wording.text(key);
    line(screen, wording, label, count, key === 'forms.confirmed' ? forms.planned : null, bad);
  }
  line(screen, wording, wording.text('forms.figures.short'), forms.figuresCorrected, null, false);
}

function reachLines(screen: Screen, audit: Audit, wording: Wording): void {
  screen.heading(wording.text('terminal.reach'));
  const { tps, accounts } = audit;
  if (tps.planned > 0)
    line(screen, wording, wording.text('figures.tps'), tps.complete, tps.planned, tps.complete < tps.planned);
  const ways = WAYS.filter((way) => audit.ways[way].planned > 0);
  if (ways.length > 1) {
    for (const way of ways) {
      const { planned, complete } = audit.ways[way];
      line(screen, wording, `· ${wording.pick(WAY_NAMES[way])}`, complete, planned, complete < planned);
    }
  }
  line(
    screen,
    wording,
    wording.text('figures.accounts'),
    accounts.used,
    accounts.handedOut,
    accounts.used < accounts.handedOut,
  );
  const { carried, met } = mistakeTotals(mistakesPlanned(audit));
  if (carried > 0) line(screen, wording, wording.text('terminal.mistakes'), met, carried, met < carried);
}

function line(
  screen: Screen,
  wording: Wording,
  label: string,
  count: number,
  of: number | null,
  bad: boolean,
) {
  const whole = of === null ? '' : wording.text('figures.of', { whole: of });
  const share = of === null ? '' : wording.share(count, of);
  screen.row([
    { text: label, width: 28 },
    { text: wording.count(count), width: 9, align: 'right', ...(bad ? { style: 'red' as const } : {}) },
    { text: whole, width: 16 },
    { text: share },
  ]);
}
