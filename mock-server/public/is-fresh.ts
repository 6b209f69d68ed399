import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether the reader's copy is the current one (RFC 9110, 13.1): by If-None-Match where that is sent, else by
 * If-Modified-Since, to the second.
 */
export function isFresh(
  { 'if-none-match': wanted, 'if-modified-since': since }: IncomingHttpHeaders,
  etag: string,
  publishedAt: number,
): boolean {
  if (wanted !== undefined)
    return (
      wanted.trim() === '*' || wanted.split(',').some((each) => each.trim().replace(/^W\//, '') === etag)
    );
  // A date that cannot be read is NaN, and no number is at most that.
  return since !== undefined && publishedAt <= Date.parse(since);
}
