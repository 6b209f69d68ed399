import type { Figure } from '../../../../fixtures/plan/types.ts';
import { FIGURE_MARKS, FIGURE_TOPICS } from '../../language/dictionary.ts';
import type { Wording } from '../../language/wording.ts';
import { figureTopics } from '../../reading/figure-topics.ts';
import { type Markup, markup } from '../markup.ts';
import type { Page } from '../page.ts';
import { foldElement, type Section } from '../section.ts';
import { tableElement } from '../table.ts';

/** Every figure that shapes the load with where it comes from, by topic; the assumed ones stand in front. */
export function assumptionsSection({ input: { plan, run }, wording }: Page): Section {
  const { text } = wording;
  // Those of the links are the toolkit's own and not the region's.
  const all = [...plan.figures, ...(run.signal?.figures ?? [])];
  return {
    name: 'assumptions',
    title: text('assumptions.title'),
    body: markup`<p class="lead">${text('assumptions.lead', {
      count: all.length,
      assumed: all.filter(({ mark }) => mark === 'A').length,
    })}</p>
${figureTopics(all).map(({ topic, figures, assumed }) => {
  const title = text('assumptions.topic', {
    topic: wording.name(FIGURE_TOPICS, topic),
    count: figures.length,
    assumed,
  });
  return foldElement(title, figureTable(title, figures, wording));
})}
${
  plan.attribution.length > 0 &&
  markup`<p class="note">${text('evidence.attribution')}: ${plan.attribution.join(' · ')}</p>`
}`,
  };
}

function figureTable(caption: string, figures: readonly Figure[], wording: Wording): Markup {
  const { text } = wording;
  return tableElement({
    caption,
    captionHidden: true,
    narrow: 'stack',
    columns: [
      { title: text('assumptions.figure') },
      { title: text('assumptions.value'), numeric: true },
      { title: text('assumptions.mark') },
      { title: text('assumptions.source') },
    ],
    rows: figures.map(({ name, value, unit, mark, source }) => ({
      cells: [
        markup`<code>${breakable(name)}</code>`,
        `${typeof value === 'number' ? shown(value, wording) : value}${unit === null ? '' : ` ${unit}`}`,
        markup`<span class="mark ${mark}"><b>${mark}</b> ${wording.pick(FIGURE_MARKS[mark])}</span>`,
        source,
      ],
    })),
  });
}

/** As many decimals as the figure has: a source's figure is quoted, not rounded. */
function shown(value: number, wording: Wording): string {
  const decimals = /^-?\d+\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
  return wording.decimal(value, decimals);
}

/** A dotted path that may be broken after its dots. */
function breakable(path: string): Markup[] {
  return path.split(/(?<=\.)/).map((part) => markup`${part}<wbr>`);
}
