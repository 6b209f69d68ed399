import { type Markup, markup } from './markup.ts';
import { idIn, type Page } from './page.ts';

/** A titled part of the report, reachable from the contents. `name` is its id without the language. */
export interface Section {
  name: string;
  title: string;
  body: Markup;
}

export function sectionElement(page: Pick<Page, 'wording'>, { name, title, body }: Section): Markup {
  const id = idIn(page, name);
  return markup`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${body}
</section>
`;
}

/** A long part that is folded on screen and always open in print. */
export function foldElement(summary: string, body: Markup): Markup {
  return markup`<details><summary>${summary}</summary>
${body}
</details>`;
}
