import type { ValidityCheck } from './types.ts';

/** What a check found, in both languages; `message` is the English one, for programs that know no other. */
export function explained(en: string, id: string): Pick<ValidityCheck, 'message' | 'explanation'> {
  return { message: en, explanation: { id, en } };
}

/** A figure as it is written in Bahasa Indonesia. */
export function withComma(figure: string): string {
  return figure.replace('.', ',');
}
