import type { Plan } from '../../../fixtures/plan/types.ts';
import type { Lang } from './dictionary.ts';
import { NOTHING } from './numbers.ts';

const MONTHS: Record<Lang, string> = {
  id: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember',
  en: 'January February March April May June July August September October November December',
};

/** Indonesia's three time zones, in hours ahead of UTC. None has summer time. */
const ZONES: Record<string, number> = { WIB: 7, WITA: 8, WIT: 9 };

/** The zone in which the region keeps its clocks, as the plan's arrival curve names it; the capital's without a plan. */
export function zoneOf(plan: Plan | null): string {
  const named = /\b(WIB|WITA|WIT)\b/.exec(plan?.workload.arrivals.clockStart ?? '');
  return named?.[1] ?? 'WIB';
}

/** An ISO 8601 moment as the region's clock showed it: `12 Oktober 2024 13.05 WIB`. */
export function formatMoment(iso: string | null, zone: string, lang: Lang): string {
  const epoch = iso === null ? Number.NaN : Date.parse(iso);
  if (Number.isNaN(epoch)) return iso ?? NOTHING;
  const local = new Date(epoch + (ZONES[zone] ?? 0) * 3_600_000);
  const month = MONTHS[lang].split(' ')[local.getUTCMonth()] ?? '';
  const two = (value: number) => String(value).padStart(2, '0');
  const clock = `${two(local.getUTCHours())}${lang === 'id' ? '.' : ':'}${two(local.getUTCMinutes())}`;
  return `${local.getUTCDate()} ${month} ${local.getUTCFullYear()} ${clock} ${zone in ZONES ? zone : 'UTC'}`;
}
