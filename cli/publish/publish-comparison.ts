import { join, parse, resolve } from 'node:path';
import { compareRuns } from '../evidence/index.ts';
import { reportComparisonHtml } from '../report/compare-html.ts';
import { reportComparisonTerminal } from '../report/compare-terminal.ts';
import { writeJson, writeWhole } from '../run-folder/write-file.ts';

export interface PublishComparisonOptions {
  /** Folder of the earlier judged run. */
  first: string;
  /** Folder of the later judged run. */
  second: string;
  /** The page to write, its figures as JSON beside it; by default comparison.html in the later run's folder. */
  out?: string | undefined;
  lang: 'id' | 'en';
  color: boolean;
}

/**
 * Holds two judged runs side by side and writes the page, and what it shows as JSON.
 * @returns the comparison for a terminal
 * @throws OperatorError RUN_NOT_FOUND, RUN_INVALID, NOT_WRITABLE, DISK_FULL
 */
export async function publishComparison(options: PublishComparisonOptions): Promise<string> {
  const { lang, color } = options;
  const comparison = await compareRuns(resolve(options.first), resolve(options.second));
  const path = options.out ?? join(options.second, 'comparison.html');
  const { dir, name } = parse(path);
  const json = join(dir, `${name}.json`);
  writeWhole(resolve(path), reportComparisonHtml(comparison, { lang }));
  writeJson(resolve(json), comparison);
  const files = [path, json].map((file) => ({ name: parse(file).base, path: file }));
  return reportComparisonTerminal(comparison, { lang, color, files, width: process.stdout.columns ?? 100 });
}
