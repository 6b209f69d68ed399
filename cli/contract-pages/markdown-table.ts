/** A Markdown table; cells are Markdown, in which < and | stand for themselves. */
export function markdownTable(head: string[], rows: string[][]): string {
  const escaped = (cell: string) => cell.replaceAll('|', '\\|').replaceAll('<', '&lt;');
  const line = (cells: string[]) => `| ${cells.map(escaped).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
