import type { Lang } from './dictionary.ts';
import { formatNumber, formatTick, NOTHING } from './numbers.ts';

const UNITS: Record<Lang, { ms: string; second: string; minute: string; hour: string }> = {
  id: { ms: 'ms', second: 'dtk', minute: 'mnt', hour: 'jam' },
  en: { ms: 'ms', second: 's', minute: 'min', hour: 'h' },
};

/** Milliseconds in the unit a person would say. */
export function formatMilliseconds(ms: number | null, lang: Lang): string {
  if (ms === null || !Number.isFinite(ms)) return NOTHING;
  if (ms < 999.5) return `${formatNumber(ms, lang, ms < 10 && ms !== 0 ? 1 : 0)} ${UNITS[lang].ms}`;
  if (ms < 59_950) return `${formatNumber(ms / 1000, lang, ms < 9_995 ? 2 : 1)} ${UNITS[lang].second}`;
  return formatSeconds(ms / 1000, lang);
}

/** Seconds, minutes or hours, at most two units. */
export function formatSeconds(seconds: number | null, lang: Lang): string {
  if (seconds === null || !Number.isFinite(seconds)) return NOTHING;
  const unit = UNITS[lang];
  if (seconds < 59.95)
    return `${formatNumber(seconds, lang, Number.isInteger(seconds) ? 0 : 1)} ${unit.second}`;
  const whole = Math.round(seconds);
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const rest = whole % 60;
  if (hours > 0)
    return `${formatNumber(hours, lang)} ${unit.hour}${minutes ? ` ${minutes} ${unit.minute}` : ''}`;
  return `${minutes} ${unit.minute}${rest ? ` ${rest} ${unit.second}` : ''}`;
}

/** A place on a time axis: `4:05`, or `2:04:05` from the first hour on. */
export function formatElapsed(seconds: number): string {
  const whole = Math.round(seconds);
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

/** A round duration on an axis, in ms below a second and in seconds from there on. */
export function formatTickMilliseconds(ms: number, lang: Lang): string {
  return ms < 1000
    ? `${formatTick(ms, lang)} ${UNITS[lang].ms}`
    : `${formatTick(ms / 1000, lang)} ${UNITS[lang].second}`;
}
