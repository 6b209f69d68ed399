/** A cell; numbers are set flush right, with thousands separated. */
export type Cell = string | number;

/** Rows as lines, columns two spaces apart and as wide as their widest cell. @param indent spaces before each line */
export function tableLines(rows: readonly (readonly Cell[])[], indent = 2): string[] {
  const texts = rows.map((row) => row.map((cell) => (typeof cell === 'number' ? grouped(cell) : cell)));
  const widths: number[] = [];
  for (const row of texts)
    for (const [c, text] of row.entries()) widths[c] = Math.max(widths[c] ?? 0, text.length);
  // A column is one of numbers when its last row has one: heads are words.
  const last = rows.at(-1) ?? [];
  return texts.map((row) => {
    const cells = row.map((text, c) =>
      typeof last[c] === 'number' || isNumberWithMark(last[c])
        ? text.padStart(widths[c] as number)
        : text.padEnd(widths[c] as number),
    );
    return `${' '.repeat(indent)}${cells.join('  ')}`.trimEnd();
  });
}

/** 2272 as `2,272`. */
export function grouped(value: number): string {
  return value.toLocaleString('en-US');
}

function isNumberWithMark(cell: Cell | undefined): boolean {
  return typeof cell === 'string' && /^[\d,.]+[ *%]*$/.test(cell);
}
