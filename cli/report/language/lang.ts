/** The languages of the reports: Bahasa Indonesia first, English on request. */
export type Lang = 'id' | 'en';
export const LANGS = ['id', 'en'] as const satisfies readonly Lang[];

/** The same in each language. */
export type Pair = Record<Lang, string>;
