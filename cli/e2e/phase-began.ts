import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** Waits until a phase of a run has begun. @returns epoch ms at which it did, by its journal */
export async function phaseBegan(runFolder: string, phase: string): Promise<number> {
  const journal = join(runFolder, 'journal.ndjson');
  const line = new RegExp(`^.*"kind":"phase".*"phase":"${phase}".*$`, 'm');
  for (;;) {
    await setTimeout(50);
    const begun = existsSync(journal) ? line.exec(readFileSync(journal, 'utf8')) : null;
    if (begun !== null) return (JSON.parse(begun[0]) as { startedAt: number }).startedAt;
  }
}
