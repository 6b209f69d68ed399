import { join, resolve } from 'node:path';
import { lineFiles } from '../../fixtures/plan/line-files.ts';
import { digestFile } from '../evidence/digest-file.ts';
import { reportHtml } from '../report/html.ts';
import type { ReportOptions } from '../report/input.ts';
import { reportJson } from '../report/json.ts';
import { reportJunit } from '../report/junit.ts';
import { reportTerminal } from '../report/terminal.ts';
import { RUN_FILES } from '../run-folder/types.ts';
import { writeWhole } from '../run-folder/write-file.ts';
import { reportInput } from './report-input.ts';

export interface PublishOptions {
  run: string;
  lang: 'id' | 'en';
  /** Colours in the summary that is returned. */
  color: boolean;
}

/** What a report rests on beside the copy of the plan; their digests are printed in it. */
const EVIDENCE = [
  RUN_FILES.criteria,
  RUN_FILES.journal,
  RUN_FILES.signalJournal,
  RUN_FILES.links,
  RUN_FILES.readback,
  RUN_FILES.k6Summary,
  RUN_FILES.resources,
  RUN_FILES.audit,
  RUN_FILES.verdict,
];

/**
 * Writes report.html, report.json and junit.xml into a judged run's folder.
 * @returns the summary for a terminal
 * @throws OperatorError RUN_NOT_FOUND, RUN_INVALID, NOT_WRITABLE, DISK_FULL
 */
export async function publishReport({ run, lang, color }: PublishOptions): Promise<string> {
  const folder = resolve(run);
  const input = await reportInput(folder);
  const options: ReportOptions = { lang, color, evidence: await digests(folder, input.plan.shards) };
  const outputs = [
    { name: RUN_FILES.reportHtml, content: reportHtml(input, options) },
    { name: RUN_FILES.reportJson, content: reportJson(input, options) },
    { name: RUN_FILES.junit, content: reportJunit(input, options) },
  ];
  for (const { name, content } of outputs) writeWhole(join(folder, name), content);
  const files = outputs.map(({ name }) => ({ name, path: join(run, name) }));
  return reportTerminal(input, { ...options, files, width: process.stdout.columns ?? 100 });
}

/** Those of the files that are there. */
async function digests(folder: string, shards: number): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const name of [RUN_FILES.run, RUN_FILES.plan, ...lineFiles('tps', shards), ...EVIDENCE]) {
    const sha256 = await digestFile(join(folder, name));
    if (sha256 !== null) found[name] = sha256;
  }
  return found;
}
