import type { Lang } from './dictionary.ts';

/** What stands where there is nothing to show. */
export const NOTHING = '–';

const MARKS: Record<Lang, { group: string; decimal: string }> = {
  id: { group: '.', decimal: ',' },
  en: { group: ',', decimal: '.' },
};

/**
 * A number with `digits` decimals and grouped thousands. Done by hand so that the same evidence gives the same bytes
 * on every machine, whatever locale data its Node carries.
 */
export function formatNumber(value: number | null, lang: Lang, digits = 0): string {
  if (value === null || !Number.isFinite(value)) return NOTHING;
  const marks = MARKS[lang];
  const fixed = Math.abs(value) < 1e21 ? Math.abs(value).toFixed(digits) : BigInt(Math.abs(value)).toString();
  const [whole = '0', fraction] = fixed.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, marks.group);
  const sign = value < 0 && /[1-9]/.test(fixed) ? '−' : '';
  return `${sign}${grouped}${fraction === undefined ? '' : marks.decimal + fraction}`;
}

/** Three significant places or so: what a rate needs to be compared with another. */
export function formatRate(value: number | null, lang: Lang): string {
  if (value === null) return NOTHING;
  const size = Math.abs(value);
  return formatNumber(value, lang, size >= 100 || size === 0 ? 0 : size >= 10 ? 1 : 2);
}

/**
 * A share as a percentage that never flatters: only the whole is 100% and only nothing is 0%, so digits are added
 * until 9,087 of 9,088 no longer looks complete.
 */
export function formatShare(part: number, whole: number, lang: Lang): string {
  if (!(whole > 0)) return NOTHING;
  const percent = (part / whole) * 100;
  if (part === whole) return `${formatNumber(100, lang)}%`;
  if (part === 0) return `${formatNumber(0, lang)}%`;
  for (let digits = 1; digits < 8; digits++) {
    const rounded = Number(percent.toFixed(digits));
    if (rounded !== 100 && rounded !== 0) return `${formatNumber(percent, lang, digits)}%`;
  }
  return part < whole / 2 ? `>${formatNumber(0, lang)}%` : `<${formatNumber(100, lang)}%`;
}

/** Bytes in the decimal unit in which data volumes are sold: kB, MB, GB. */
export function formatBytes(bytes: number, lang: Lang): string {
  if (!(bytes > 0)) return NOTHING;
  const power = Math.min(4, Math.floor(Math.log10(bytes) / 3));
  const unit = ['B', 'kB', 'MB', 'GB', 'TB'][power] ?? 'B';
  return `${formatNumber(bytes / 1000 ** power, lang, power === 0 ? 0 : 1)} ${unit}`;
}

/** A round number with the decimals it has, at most six. */
export function formatTick(value: number, lang: Lang): string {
  const decimals = /\.(\d+)$/.exec(String(Number(value.toFixed(6))))?.[1]?.length ?? 0;
  return formatNumber(value, lang, decimals);
}
