import type { Audit } from '../../../evidence/types.ts';
import { OUTCOMES } from '../../language/dictionary.ts';
import type { Wording } from '../../language/wording.ts';
import { OUTCOME_ORDER } from '../../reading/outcomes.ts';
import { type Markup, markup } from '../markup.ts';

/** All planned uploads as one bar, cut by outcome. A single lost document stays wide enough to be seen. */
export function outcomeBar(audit: Audit, wording: Wording): Markup {
  const parts = OUTCOME_ORDER.filter((outcome) => audit[outcome] > 0);
  const told = parts.map((outcome) => `${wording.pick(OUTCOMES[outcome])} ${wording.count(audit[outcome])}`);
  return markup`<div class="outcome-bar" role="img" aria-label="${told.join(', ') || wording.text('none')}">${parts.map(
    (outcome) => markup`<span class="${outcome}" style="flex-grow:${audit[outcome]}"></span>`,
  )}</div>
`;
}
