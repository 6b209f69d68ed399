import type { Plan } from '../../../fixtures/plan/types.ts';
import { type Lang, SENTENCES, type SentenceKey } from './dictionary.ts';
import { formatElapsed, formatMilliseconds, formatSeconds, formatTickMilliseconds } from './durations.ts';
import { formatMoment, zoneOf } from './moments.ts';
import { formatBytes, formatNumber, formatRate, formatShare, formatTick } from './numbers.ts';

type Blanks<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Blanks<Rest> : never;
type Fillings<Key extends SentenceKey> = [Blanks<(typeof SENTENCES)[Key]['id']>] extends [never]
  ? []
  : [Record<Blanks<(typeof SENTENCES)[Key]['id']>, string | number>];

/** One language's way of saying everything: sentences, numbers, durations and moments. */
export interface Wording {
  lang: Lang;
  /** A sentence of the dictionary; its `{blanks}` must be filled, and numbers in them are formatted. */
  text<Key extends SentenceKey>(key: Key, ...fillings: Fillings<Key>): string;
  /** Picks this language out of a pair of translations. */
  pick<Value>(pair: Record<Lang, Value>): Value;
  /** Translates a name that comes from data; names the dictionary does not know stay as they are. */
  name(names: Readonly<Record<string, Record<Lang, string>>>, key: string): string;
  count(value: number | null): string;
  decimal(value: number | null, digits: number): string;
  rate(value: number | null): string;
  /** A round number on an axis, with no more decimals than it has. */
  tick(value: number): string;
  tickMilliseconds(value: number): string;
  share(part: number, whole: number): string;
  bytes(value: number): string;
  milliseconds(value: number | null): string;
  seconds(value: number | null): string;
  elapsed(seconds: number): string;
  moment(iso: string | null): string;
}

/** The wording of one language. Moments are told in the time zone of the plan's region, in WIB without a plan. */
export function wordingFor(lang: Lang, plan: Plan | null): Wording {
  const zone = zoneOf(plan);
  return {
    lang,
    text(key, ...fillings) {
      const values: Record<string, string | number> = fillings[0] ?? {};
      return SENTENCES[key][lang].replace(/\{(\w+)\}/g, (_, blank: string) => {
        const value = values[blank] ?? '';
        return typeof value === 'number' ? formatNumber(value, lang) : value;
      });
    },
    pick: (pair) => pair[lang],
    name: (names, key) => (Object.hasOwn(names, key) ? (names[key]?.[lang] ?? key) : key),
    count: (value) => formatNumber(value, lang),
    decimal: (value, digits) => formatNumber(value, lang, digits),
    rate: (value) => formatRate(value, lang),
    tick: (value) => formatTick(value, lang),
    tickMilliseconds: (value) => formatTickMilliseconds(value, lang),
    share: (part, whole) => formatShare(part, whole, lang),
    bytes: (value) => formatBytes(value, lang),
    milliseconds: (value) => formatMilliseconds(value, lang),
    seconds: (value) => formatSeconds(value, lang),
    elapsed: formatElapsed,
    moment: (iso) => formatMoment(iso, zone, lang),
  };
}
