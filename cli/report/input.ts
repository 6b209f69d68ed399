import type { Plan } from '../../fixtures/plan/types.ts';
import type { Audit, Measurements, Verdict } from '../evidence/types.ts';
import type { RunRecord } from '../run-folder/types.ts';
import type { Lang } from './language/dictionary.ts';

/** Everything a report is made of. Reporters only arrange and translate it; they never judge. */
export interface ReportInput {
  run: RunRecord;
  plan: Plan;
  audit: Audit;
  measurements: Measurements;
  verdict: Verdict;
}

/** What the reader asked for. Each reporter uses what concerns it. */
export interface ReportOptions {
  lang: Lang;
  /** Terminal: ANSI colours. Off unless asked for. */
  color?: boolean;
  /** Terminal: columns to fill; kept within 80 and 100. */
  width?: number;
  /** Files to point the reader to, in this order. */
  files?: readonly { name: string; path: string }[];
  /** SHA-256 of files of the run folder, by name, shown among the evidence. */
  evidence?: Readonly<Record<string, string>>;
}

export type Reporter = (input: ReportInput, options: ReportOptions) => string;
