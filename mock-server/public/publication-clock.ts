/** 15 minutes, at :00 :15 :30 :45, as the real pages were published. */
export const DEFAULT_PUBLISH_SECOND = 900;

/** The latest moment of publication, in epoch ms. Periods start at the epoch, so 900 s fall on the clock's quarters. */
export function latestPublication(nowMs: number, everySecond: number): number {
  const period = everySecond * 1000;
  return Math.floor(nowMs / period) * period;
}

/** `YYYY-MM-DD HH:MM:SS` in WIB (UTC+7, no daylight saving), in which the real pages wrote `ts`, whatever the region. */
export function publicationText(epochMs: number): string {
  const wib = new Date(epochMs + 7 * 3_600_000).toISOString();
  return `${wib.slice(0, 10)} ${wib.slice(11, 19)}`;
}
