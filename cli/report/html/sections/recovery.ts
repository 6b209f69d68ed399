import type { AreaCount, Recovery } from '../../../evidence/types.ts';
import { DISTURBANCES } from '../../language/dictionary.ts';
import type { Wording } from '../../language/wording.ts';
import { type Markup, markup } from '../markup.ts';
import type { Page } from '../page.ts';
import type { Section } from '../section.ts';
import { badgeElement } from '../sign.ts';
import { tableElement } from '../table.ts';

/** Each disturbance and how long the system took to get over it. */
export function recoverySection({ input: { audit, measurements }, wording }: Page): Section {
  const { text } = wording;
  const { recoveries } = measurements;
  const areas = audit.areas.kecamatan;
  return {
    name: 'recovery',
    title: text('recovery.title'),
    body:
      recoveries.length === 0
        ? markup`<p class="lead">${text('recovery.none')}</p>`
        : markup`<p class="lead">${text('recovery.lead')}</p>
${tableElement({
  caption: text('recovery.caption'),
  captionHidden: true,
  narrow: 'stack',
  columns: [
    { title: text('recovery.name') },
    { title: text('recovery.type') },
    { title: text('recovery.area') },
    { title: text('recovery.window'), numeric: true },
    { title: text('recovery.failed'), numeric: true },
    { title: text('recovery.backlog'), numeric: true },
    { title: text('recovery.late'), numeric: true },
    { title: text('recovery.lateUnsafe'), numeric: true },
    { title: text('recovery.drain'), numeric: true },
  ],
  rows: recoveries.map((recovery, index) => ({
    cells: [
      markup`<span class="band-swatch">${index + 1}</span>${recovery.name}`,
      wording.name(DISTURBANCES, recovery.type),
      areaOf(recovery, areas, wording),
      `${wording.elapsed(recovery.startSecond)}–${wording.elapsed(recovery.endSecond)}`,
      wording.count(recovery.failedAttempts),
      wording.count(recovery.backlog),
      wording.count(recovery.late),
      lateUnsafeOf(recovery, wording),
      drainOf(recovery, wording),
    ],
  })),
})}`,
  };
}

/** Whose documents the figures speak of. */
function areaOf({ kecamatan }: Recovery, areas: readonly AreaCount[], { text }: Wording): string {
  if (kecamatan === null) return text('recovery.area.all');
  return areas.find(({ code }) => code === kecamatan)?.name ?? kecamatan;
}

function lateUnsafeOf({ lateUnsafe }: Recovery, wording: Wording): Markup | string {
  if (lateUnsafe === null) return wording.text('unknown');
  return lateUnsafe === 0 ? '0' : badgeElement('bad', wording.count(lateUnsafe));
}

function drainOf({ accepted, effect, drainSecond }: Recovery, wording: Wording): Markup {
  if (!accepted) return badgeElement('unsure', wording.text('recovery.refused'));
  if (effect === 'absent') return badgeElement('bad', wording.text('recovery.absent'));
  if (drainSecond === null) return badgeElement('bad', wording.text('recovery.never'));
  return markup`<b>${wording.seconds(drainSecond)}</b>`;
}
