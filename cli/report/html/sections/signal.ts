import type { LinkMeasurement, SignalMeasurement } from '../../../evidence/types.ts';
import type { SignalRecord } from '../../../run-folder/types.ts';
import { LINK_NAMES } from '../../language/dictionary.ts';
import type { Wording } from '../../language/wording.ts';
import { type Markup, markup } from '../markup.ts';
import type { Page } from '../page.ts';
import type { Section } from '../section.ts';
import { badgeElement } from '../sign.ts';
import { tableElement } from '../table.ts';

/** Whether TPS with weak signal really sent over bad links, and what these did to their uploads. */
export function signalSection({ input: { run, measurements }, wording }: Page): Section {
  const { text } = wording;
  const record = run.signal;
  const { signal } = measurements;
  return {
    name: 'signal',
    title: text('signal.title'),
    body:
      record === undefined || record.off !== null || signal === null
        ? markup`<p class="lead">${text(`signal.off.${record?.off ?? 'workload'}`)}</p>`
        : markup`<p class="lead">${text('signal.lead', { version: record.toxiproxy ?? '' })}</p>
<p>${weakLine(signal, wording)}${overrideLine(record, wording)}${compressedLine(signal, run.speed, wording)}</p>
${linkTable(signal.links, wording)}`,
  };
}

function weakLine({ weakTps }: SignalMeasurement, wording: Wording): string {
  return weakTps.planned === 0 ? wording.text('signal.weak.none') : wording.text('signal.weak', weakTps);
}

function overrideLine({ override }: SignalRecord, wording: Wording): string {
  if (override === null) return '';
  return ` ${wording.text('signal.override', { link: wording.pick(LINK_NAMES[override]) })}`;
}

/** The slowest link's upload by the plan's clock, where that is not the real one. */
function compressedLine({ links }: SignalMeasurement, speed: number, wording: Wording): string {
  const slowest = links.toSorted((a, b) => (b.expectedMs ?? 0) - (a.expectedMs ?? 0))[0];
  if (speed === 1 || slowest === undefined || slowest.expectedMs === null) return '';
  const time = wording.seconds((slowest.expectedMs * speed) / 1000);
  const link = wording.name(LINK_NAMES, slowest.link);
  return ` ${wording.text('signal.compressed', { speed: String(speed), link, time })}`;
}

function linkTable(links: readonly LinkMeasurement[], wording: Wording): Markup {
  const { text } = wording;
  const column = (title: string) => ({ title, numeric: true });
  return tableElement({
    caption: text('signal.caption'),
    captionHidden: true,
    narrow: 'stack',
    columns: [
      { title: text('signal.link') },
      column(text('signal.tps')),
      column(text('signal.attempts')),
      column(text('signal.failed')),
      column(text('signal.uploads')),
      column(text('signal.median')),
      column(text('signal.expected')),
      { title: text('signal.effect') },
    ],
    rows: links.map(({ link, tps, attempts, failedAttempts, uploads, expectedMs, effect }) => ({
      cells: [
        wording.name(LINK_NAMES, link),
        wording.count(tps),
        wording.count(attempts),
        wording.count(failedAttempts),
        wording.count(uploads.samples),
        wording.milliseconds(uploads.p50),
        expectedMs === null ? '–' : wording.milliseconds(expectedMs),
        effectBadge(effect, wording),
      ],
    })),
  });
}

function effectBadge(effect: LinkMeasurement['effect'], wording: Wording): Markup | string {
  if (effect === null) return '–';
  const kind = { observed: 'good', absent: 'bad', unknown: 'unsure' } as const;
  return badgeElement(kind[effect], wording.text(`signal.effect.${effect}`));
}
