import type { ReportInput } from '../input.ts';
import type { Wording } from '../language/wording.ts';
import { plenoSteps } from '../reading/pleno.ts';
import type { Screen } from './screen.ts';

/** What the plenaries came to; nothing where the run held none. */
export function plenoLines(screen: Screen, input: ReportInput, wording: Wording): void {
  const steps = plenoSteps(input);
  if (steps.length === 0) return;
  screen.heading(wording.text('pleno.title'));
  for (const { name, count, planned } of steps) {
    const short = planned !== null && count < planned;
    screen.row([
      { text: wording.text(name), width: 44 },
      { text: wording.count(count), width: 9, align: 'right', ...(short ? { style: 'red' as const } : {}) },
      { text: planned === null ? '' : wording.text('figures.of', { whole: planned }) },
    ]);
  }
  if (input.audit.pleno?.read !== true) screen.text(wording.text('pleno.sums.unread'), { indent: 3 });
}
