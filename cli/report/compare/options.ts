import type { Comparison } from '../../evidence/comparison-types.ts';
import type { ReportOptions } from '../input.ts';

/** A way to report two runs held side by side. */
export type ComparisonReporter = (
  comparison: Comparison,
  options: Pick<ReportOptions, 'lang' | 'color' | 'width' | 'files'>,
) => string;
