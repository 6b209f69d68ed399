import { type Markup, markup } from './markup.ts';
import type { Page } from './page.ts';

/** An exercise says so in view of every screen and on every printed page. */
export function exerciseMarks(exercise: boolean, { wording }: Pick<Page, 'wording'>): Markup | null {
  if (!exercise) return null;
  const notice = wording.text('exercise.notice');
  const [word = notice, ...rest] = notice.split(' – ');
  return markup`<p class="strip">${notice}</p><div class="watermark" aria-hidden="true"><span><b>${word}</b>${rest.join(' – ')}</span></div>
`;
}
