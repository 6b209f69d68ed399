import type { Pair } from './lang.ts';
import { COMPARE_SENTENCES } from './sentences/compare.ts';
import { DOCUMENT_SENTENCES } from './sentences/documents.ts';
import { FORM_SENTENCES } from './sentences/forms.ts';
import { JUDGEMENT_SENTENCES } from './sentences/judgement.ts';
import { LOAD_SENTENCES } from './sentences/load.ts';
import { PLENO_SENTENCES } from './sentences/pleno.ts';
import { SIGNAL_SENTENCES } from './sentences/signal.ts';
import { TERMINAL_SENTENCES } from './sentences/terminal.ts';
import { VERDICT_SENTENCES } from './sentences/verdict.ts';

export { LANGS, type Lang } from './lang.ts';
export * from './names.ts';

/** Everything else the reports say. A key with one language missing does not compile. */
export const SENTENCES = {
  ...VERDICT_SENTENCES,
  ...DOCUMENT_SENTENCES,
  ...FORM_SENTENCES,
  ...LOAD_SENTENCES,
  ...JUDGEMENT_SENTENCES,
  ...COMPARE_SENTENCES,
  ...SIGNAL_SENTENCES,
  ...PLENO_SENTENCES,
  ...TERMINAL_SENTENCES,
} as const satisfies Record<string, Pair>;

export type SentenceKey = keyof typeof SENTENCES;
