import type { Recovery } from '../../../evidence/types.ts';
import { DISTURBANCES } from '../../language/dictionary.ts';
import type { Wording } from '../../language/wording.ts';
import { type Markup, markup } from '../markup.ts';

/** Names each line by a short piece of it, so that the dashes tell what the colours tell. */
export function legendElement(entries: readonly { line: string; text: string }[]): Markup {
  return markup`<ul class="legend">${entries.map(
    ({ line, text }) =>
      markup`<li><svg viewBox="0 0 28 8" aria-hidden="true" focusable="false"><path class="line ${line}" d="M1 4H27"/></svg>${text}</li>`,
  )}</ul>
`;
}

/** Explains the numbers of the bands; nothing where there are none. */
export function bandLegend(recoveries: readonly Recovery[], wording: Wording): Markup | null {
  if (!recoveries.some(({ accepted }) => accepted)) return null;
  return markup`<ol class="bands">${recoveries.map(
    ({ accepted, name, type }, index) =>
      accepted &&
      markup`<li value="${index + 1}"><span class="band-swatch" aria-hidden="true">${index + 1}</span>${name} <span class="quiet">${wording.name(DISTURBANCES, type)}</span></li>`,
  )}</ol>
`;
}
