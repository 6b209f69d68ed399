import type { VerdictWord } from '../../evidence/types.ts';
import type { ReportInput } from '../input.ts';
import { VERDICT_WORDS } from '../language/dictionary.ts';
import type { Wording } from '../language/wording.ts';
import { conclusion } from '../reading/conclusion.ts';
import { partTitle, runTitle } from '../reading/scope.ts';
import { stopText } from '../reading/stop.ts';
import type { Screen } from './screen.ts';

const MARKS: Record<VerdictWord, { sign: string; style: 'green' | 'red' | 'yellow' | 'magenta' }> = {
  PASS: { sign: '✓', style: 'green' },
  FAIL: { sign: '✗', style: 'red' },
  INCONCLUSIVE: { sign: '?', style: 'yellow' },
  INVALID: { sign: '!', style: 'magenta' },
};

/** The verdict, whether it is an exercise, and what was tested. */
export function verdictLines(screen: Screen, input: ReportInput, wording: Wording): void {
  const { run, plan, verdict } = input;
  const { sign, style } = MARKS[verdict.verdict];
  screen.blank();
  screen.text(`${sign} ${wording.pick(VERDICT_WORDS[verdict.verdict])}`, { style: ['bold', style] });
  if (run.exercise || verdict.exercise)
    screen.text(`▲ ${wording.text('exercise.notice')}`, { style: ['bold', 'yellow'] });
  screen.text(conclusion(input, wording));
  screen.blank();
  const speed = run.speed === 1 ? [] : [wording.text('terminal.compression', { speed: String(run.speed) })];
  const part = [partTitle(run.part, wording)].filter((text) => text !== null);
  screen.text(
    [runTitle(run, wording), plan.area.name, ...part, wording.moment(run.startedAt), ...speed].join(' · '),
    { style: 'dim' },
  );
  if (run.stop !== null) screen.text(stopText(run.stop, wording), { style: ['bold', 'red'] });
  if (run.authorisation !== null) {
    const { reference, authorisedBy } = run.authorisation;
    screen.text(`${wording.text('tested.permission')}: ${reference}, ${authorisedBy.name}`, { style: 'dim' });
  }
  const simulator = run.target.simulator ? ` (${wording.text('tested.simulator')})` : '';
  screen.text(`${run.target.url}${simulator} · ${run.runId}`, { style: 'dim' });
}
