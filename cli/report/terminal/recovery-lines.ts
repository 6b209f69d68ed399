import type { Recovery } from '../../evidence/types.ts';
import type { ReportInput } from '../input.ts';
import type { Wording } from '../language/wording.ts';
import type { Screen } from './screen.ts';

/** How the target came back from each disturbance; nothing where there was none. */
export function recoveryLines(screen: Screen, { measurements }: ReportInput, wording: Wording): void {
  if (measurements.recoveries.length === 0) return;
  screen.heading(wording.text('terminal.recovery'));
  for (const recovery of measurements.recoveries)
    screen.row([
      { text: recovery.name, width: 22 },
      { text: `${wording.elapsed(recovery.startSecond)}–${wording.elapsed(recovery.endSecond)}`, width: 13 },
      { text: outcomeOf(recovery, wording), ...(failed(recovery) ? { style: 'red' as const } : {}) },
    ]);
}

function failed(recovery: Recovery): boolean {
  return recovery.effect === 'absent' || (recovery.accepted && recovery.drainSecond === null);
}

function outcomeOf({ accepted, effect, drainSecond, backlog }: Recovery, wording: Wording): string {
  if (!accepted) return wording.text('recovery.refused');
  if (effect === 'absent') return wording.text('recovery.absent');
  const pending = wording.text('terminal.recovery.backlog', { backlog });
  if (drainSecond === null) return `${pending}, ${wording.text('figures.recovery.never')}`;
  return `${pending}, ${wording.text('terminal.recovery.in', { time: wording.seconds(drainSecond) })}`;
}
