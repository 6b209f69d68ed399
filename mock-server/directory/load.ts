import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Plan, PlannedAccount, PlannedTps } from '../../fixtures/plan/types.ts';
import { buildDirectory } from './build.ts';
import type { Directory } from './types.ts';

/** Reads accounts, TPS and documents from a plan folder, line by line. */
export async function loadDirectory(planDir: string): Promise<Directory> {
  const text = await readFile(join(planDir, 'plan.json'));
  return buildDirectory({
    plan: JSON.parse(text.toString()) as Plan,
    planSha256: createHash('sha256').update(text).digest('hex'),
    tps: lines<PlannedTps>(join(planDir, 'tps.ndjson')),
    accounts: lines<PlannedAccount>(join(planDir, 'accounts.ndjson')),
  });
}

async function* lines<T>(path: string): AsyncGenerator<T> {
  for await (const line of createInterface({ input: createReadStream(path) }))
    if (line) yield JSON.parse(line);
}
