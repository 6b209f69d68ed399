/** Values of an NDJSON file's lines. k6's init stage only. */
export function lines<T>(path: string): T[] {
  const values: T[] = [];
  for (const line of open(path).split('\n')) if (line !== '') values.push(JSON.parse(line) as T);
  return values;
}
