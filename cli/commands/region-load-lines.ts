import { readClock } from '../../fixtures/regions/clock.ts';
import { HOUR_SECOND, type LoadBytes, loadOf } from '../../fixtures/regions/load.ts';
import type { RegionProfile } from '../../fixtures/regions/profile.ts';
import { type Cell, grouped, tableLines } from './text-table.ts';

const DAY_MINUTES = 24 * 60;

/** The load of a region hour by hour, in real time. */
export function regionLoadLines(region: RegionProfile): string[] {
  const { hours, peak, total } = loadOf(region);
  const { published, original } = region.photoBytes;
  const { clockStart, fitTo, likeness } = region.workload.arrivals;
  const { minutes, zone } = readClock(clockStart.value);
  const clock = clockFrom(minutes);
  return [
    'load that follows, in real time (divide by the speed of a run)',
    `  photos of ${grouped(published.value)} bytes as published, which a plan uploads, and of ${grouped(original.value)} as a phone takes them`,
    `  ${percent(fitTo.share.value)} of the TPS that submit online are in by ${clock(fitTo.second)} ${zone} as published (${fitTo.share.mark}); that this region is ${likeness.value} is assumed`,
    '',
    ...tableLines([
      ['hour*', 'TPS', 'documents', 'uploads', 'MB published', 'MB original'],
      ...hours.map((hour): Cell[] => [
        `${clock(hour.second)} to ${clock(hour.second + HOUR_SECOND)}`,
        hour.tps,
        hour.documents,
        hour.uploads,
        ...megabytes(hour.bytes),
      ]),
      ['together', total.tps, total.documents, total.uploads, ...megabytes(total.bytes)],
    ]),
    '',
    `  peak* at ${clock(peak.second)} ${zone}: ${rate(peak.uploadsPerSecond)} uploads a second, ${rate(peak.bytesPerSecond.published / 1e6)} MB/s published, ${rate(peak.bytesPerSecond.original / 1e6)} MB/s original`,
  ];
}

/** Whole megabytes. */
function megabytes({ published, original }: LoadBytes): number[] {
  return [published, original].map((bytes) => Math.round(bytes / 1e6));
}

function rate(value: number): string {
  return value >= 10 ? value.toFixed(0) : value.toPrecision(2);
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(1))}%`;
}

/** Clock time of a plan second; `+1` the day after. @param from minutes after midnight of second 0 */
function clockFrom(from: number): (second: number) => string {
  return (second) => {
    const minutes = from + Math.floor(second / 60);
    // Midnight ends a day before it begins one.
    const day = Math.ceil(minutes / DAY_MINUTES) - 1;
    const ofDay = minutes - day * DAY_MINUTES;
    const text = `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`;
    return day <= 0 ? text : `${text} +${day}`;
  };
}
