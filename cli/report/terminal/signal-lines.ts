import type { ReportInput } from '../input.ts';
import { LINK_NAMES } from '../language/dictionary.ts';
import type { Wording } from '../language/wording.ts';
import type { Screen } from './screen.ts';

/** Over what links the requests went; nothing where the run has no word of it or played none unasked. */
export function signalLines(screen: Screen, { run, measurements }: ReportInput, wording: Wording): void {
  const { signal } = measurements;
  const off = run.signal?.off;
  if (off === 'no-toxiproxy' || off === 'no-room') {
    screen.heading(wording.text('terminal.signal'));
    screen.text(wording.text(`signal.off.${off}`), { indent: 3 });
  }
  if (signal === null) return;
  screen.heading(wording.text('terminal.signal'));
  const { over, planned } = signal.weakTps;
  screen.text(
    planned === 0 ? wording.text('signal.weak.none') : wording.text('terminal.signal.weak', signal.weakTps),
    { indent: 3, ...(over < planned ? { style: 'red' as const } : {}) },
  );
  for (const { link, uploads, expectedMs, effect } of signal.links) {
    if (effect === null || link === 'none') continue;
    const found = `${wording.count(uploads.samples)} × ${wording.milliseconds(uploads.p50)}`;
    const expected = `${wording.text('signal.expected')} ${wording.milliseconds(expectedMs)}`;
    screen.row([
      { text: wording.name(LINK_NAMES, link), width: 22 },
      { text: `${found} (${expected})`, ...(effect === 'absent' ? { style: 'red' as const } : {}) },
    ]);
  }
}
