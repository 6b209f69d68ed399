import { UNITS } from '../language/dictionary.ts';
import type { Wording } from '../language/wording.ts';

/** A value in the words of its unit: shares as percentages, durations in the unit a person would say. */
export function inUnit(value: number, unit: string | null, wording: Wording): string {
  switch (unit) {
    case 'ms':
      return wording.milliseconds(value);
    case 's':
      return wording.seconds(value);
    case 'share':
      return wording.share(value, 1);
    default:
      return withUnit(wording.decimal(value, Number.isInteger(value) ? 0 : 2), unit, wording);
  }
}

/** A value with more decimals than anyone wants, for when fewer would make two values look equal. */
export function inUnitExactly(value: number, unit: string | null, wording: Wording): string {
  return unit === 'share'
    ? `${wording.decimal(value * 100, 5)}%`
    : withUnit(wording.decimal(value, 5), unit, wording);
}

function withUnit(number: string, unit: string | null, wording: Wording): string {
  return unit === null ? number : `${number} ${wording.name(UNITS, unit)}`;
}
