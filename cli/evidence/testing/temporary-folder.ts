import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A new empty folder that goes when the test is over. Only within a test. */
export function temporaryFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'evidence-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}
