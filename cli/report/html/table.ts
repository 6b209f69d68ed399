import { Markup, markup } from './markup.ts';

interface Column {
  title: string;
  /** A heading over this column and the following ones of the same group. */
  group?: string;
  numeric?: boolean;
}

type Cell = Markup | string;

export interface TableRow {
  cells: readonly Cell[];
  /** `total` sets the row apart from the rows it adds up. */
  kind?: 'total' | 'subtotal';
}

interface Table {
  caption: string;
  /** The caption says what the section's title says: only those who jump from table to table need it. */
  captionHidden?: boolean;
  columns: readonly Column[];
  rows: readonly TableRow[];
  /**
   * What happens on a phone. `scroll`: the table scrolls sideways. `stack`: each row becomes a small list of its
   * columns. `fit`: it is narrow enough as it is.
   */
  narrow: 'scroll' | 'stack' | 'fit';
}

/** A table with a caption, column headings and row headings. */
export function tableElement({ caption, captionHidden, columns, rows, narrow }: Table): Markup {
  const table = markup`<table class="${narrow}" role="table">
<caption${captionHidden && H}>${caption}</caption>
<thead role="rowgroup">${groupRow(columns)}<tr role="row">${columns.map(
    ({ title, numeric }) => markup`<th role="columnheader" scope="col"${numeric && N}>${title}</th>`,
  )}</tr></thead>
<tbody role="rowgroup">
${rows.map((row) => rowElement(columns, row))}</tbody>
</table>`;
  // Whatever a table holds, it is never the page that grows wider than the screen.
  if (narrow !== 'scroll') return markup`<div class="sideways">${table}</div>`;
  return markup`<div class="sideways" tabindex="0" role="region" aria-label="${caption}">${table}</div>`;
}

const N = new Markup(' class="n"');
const H = new Markup(' class="unseen"');

function rowElement(columns: readonly Column[], { cells, kind }: TableRow): Markup {
  return markup`<tr role="row"${kind && markup` class="${kind}"`}>${cells.map((cell, index) => {
    const column = columns[index];
    if (index === 0) return markup`<th role="rowheader" scope="row">${cell}</th>`;
    const label = column?.group ? `${column.group}, ${column.title}` : (column?.title ?? '');
    return markup`<td role="cell"${column?.numeric && N} data-label="${label}">${cell}</td>`;
  })}</tr>
`;
}

function groupRow(columns: readonly Column[]): Markup | false {
  if (columns.every(({ group }) => group === undefined)) return false;
  const groups: { title: string; span: number }[] = [];
  for (const { group = '' } of columns) {
    const last = groups.at(-1);
    if (last && last.title === group) last.span++;
    else groups.push({ title: group, span: 1 });
  }
  return markup`<tr role="row" class="groups">${groups.map(({ title, span }) =>
    title === ''
      ? markup`<td role="cell" colspan="${span}"></td>`
      : markup`<th role="columnheader" scope="colgroup" colspan="${span}"><span>${title}</span></th>`,
  )}</tr>`;
}
