import { type Markup, markup } from './markup.ts';
import type { Page } from './page.ts';

/** An exercise says so in view of every screen and on every printed page. */
export function exerciseMarks(exercise: boolean, { wording }: Pick<Page, 'wording'>): Markup | null {
  if (!exercise) return null;
  const { text } = wording;
  return markup`<p class="strip">${text('exercise.notice')}</p><div class="watermark" aria-hidden="true"><span><b>${text('exercise.word')}</b>${text('exercise.denial')}</span></div>
`;
}
