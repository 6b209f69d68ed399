import type { Wording } from '../language/wording.ts';
import { type Markup, markup } from './markup.ts';

/** How many are missing. Zeros are left pale so that the eye finds what is. */
export function shortfall(missing: number, wording: Wording): Markup {
  return missing === 0
    ? markup`<span class="quiet">0</span>`
    : markup`<b class="short">${wording.count(missing)}</b>`;
}
