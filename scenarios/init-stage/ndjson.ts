/**
 * Values of an NDJSON file's lines, one at a time. k6's init stage only.
 * @param wanted is asked before a line is parsed, because parsing a nation's lines takes k6 minutes
 */
export function* lines<T>(path: string, wanted: (text: string) => boolean = () => true): Generator<T> {
  for (const text of open(path).split('\n')) if (text !== '' && wanted(text)) yield JSON.parse(text) as T;
}

/** The text or number that a field has in a line as our generator writes it; null where it stands otherwise. */
export function fieldText(line: string, name: string): string | null {
  const start = line.indexOf(`"${name}":`);
  if (start === -1) return null;
  const from = start + name.length + 3;
  const quoted = line[from] === '"';
  const end = quoted ? line.indexOf('"', from + 1) : line.indexOf(',', from);
  return end === -1 ? null : line.slice(quoted ? from + 1 : from, end);
}
