import type { ReportInput, ReportOptions } from '../input.ts';
import type { Wording } from '../language/wording.ts';

/** What every section of one language's edition is given. */
export interface Page {
  input: ReportInput;
  options: ReportOptions;
  wording: Wording;
}

/** An id that is unique in a document that holds the same section in two languages. */
export function idIn({ wording }: Pick<Page, 'wording'>, name: string): string {
  return `${wording.lang}-${name}`;
}
