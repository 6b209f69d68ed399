/** Values of an NDJSON file's lines, one at a time. k6's init stage only. */
export function* lines<T>(path: string): Generator<T> {
  for (const line of open(path).split('\n')) if (line !== '') yield JSON.parse(line) as T;
}
