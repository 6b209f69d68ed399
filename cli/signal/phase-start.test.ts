import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { phaseStart } from './phase-start.ts';

const folder = mkdtempSync(join(tmpdir(), 'phase-start-'));
afterAll(() => rmSync(folder, { recursive: true }));

const line = (phase: string, startedAt: number) =>
  `${JSON.stringify({ v: 1, kind: 'phase', run: 'r', phase, startedAt, count: 1 })}\n`;

it('is what the journal says, also where the line comes in pieces and after others', async () => {
  const journal = join(folder, 'a');
  writeFileSync(journal, line('login', 1000));
  const found = phaseStart(journal, 'upload', new AbortController().signal);
  appendFileSync(journal, '{"v":1,"kind":"attempt"}\nno line at all "kind":"phase"\n');
  const text = line('upload', 2000);
  appendFileSync(journal, text.slice(0, 20));
  await new Promise((resolve) => setTimeout(resolve, 60));
  appendFileSync(journal, text.slice(20));
  expect(await found).toBe(2000);
});

it('is null where the run ends before', async () => {
  const journal = join(folder, 'b');
  writeFileSync(journal, line('login', 1000));
  const over = new AbortController();
  const found = phaseStart(journal, 'upload', over.signal);
  over.abort();
  expect(await found).toBeNull();
});
