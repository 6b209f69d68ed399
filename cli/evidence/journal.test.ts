import { hash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JournalLine } from '../../scenarios/journal-line.ts';
import { JournalReader, journalFiles } from './journal.ts';
import { RUN_ID } from './testing/synthetic-constants.ts';
import { ndjson, SyntheticRun } from './testing/synthetic-run.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const PERFECT = new SyntheticRun().attempts;

function folder(files: Record<string, string | Uint8Array>): string {
  const dir = temporaryFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
  return dir;
}

async function read(dir: string): Promise<{ lines: JournalLine[]; facts: JournalReader['facts'] }> {
  const reader = new JournalReader(journalFiles(dir), RUN_ID);
  const lines: JournalLine[] = [];
  for await (const line of reader.lines()) lines.push(line);
  return { lines, facts: reader.facts };
}

describe('reading a journal', () => {
  it('gives back every line and the hash of the file', async () => {
    const text = ndjson(PERFECT);
    const { lines, facts } = await read(folder({ 'journal.ndjson': text }));
    expect(lines).toEqual(PERFECT);
    expect(facts).toEqual({
      lines: PERFECT.length,
      attempts: PERFECT.length,
      lastAt: Math.max(...PERFECT.map((line) => line.startedAt + line.durationMs)),
      malformed: 0,
      truncated: false,
      sha256: hash('sha256', text),
    });
  });

  it.each([
    ['console noise', 'time="2024" level=warning msg="something"'],
    ['JSON that is no object', '17'],
    ['null', 'null'],
    ['another format version', JSON.stringify({ ...PERFECT[0], v: 2 })],
    ['a line of another run', JSON.stringify({ ...PERFECT[0], run: 'other' })],
    ['an unknown kind', JSON.stringify({ ...PERFECT[0], kind: 'attempted' })],
    ['an unknown operation', JSON.stringify({ ...PERFECT[0], operation: 'delete' })],
    ['a start that is no number', JSON.stringify({ ...PERFECT[0], startedAt: '1' })],
    ['a negative duration', JSON.stringify({ ...PERFECT[0], durationMs: -1 })],
    ['success with an error', JSON.stringify({ ...PERFECT[0], errorClass: 'timeout' })],
    ['failure without an error', JSON.stringify({ ...PERFECT[0], acknowledged: false })],
    ['an upload without a key', JSON.stringify({ ...PERFECT[0], operation: 'upload', key: null })],
  ])('counts %s as malformed and reads on', async (_, bad) => {
    const text = `${JSON.stringify(PERFECT[0])}\n${bad}\n${JSON.stringify(PERFECT[1])}\n`;
    const { lines, facts } = await read(folder({ 'journal.ndjson': text }));
    expect(lines).toEqual(PERFECT.slice(0, 2));
    expect(facts).toMatchObject({ lines: 3, attempts: 2, malformed: 1, truncated: false });
  });

  it('says truncated, not malformed, wherever the last line was cut', async () => {
    const whole = Buffer.from(ndjson(PERFECT.slice(0, 3)));
    const twoLines = Buffer.from(ndjson(PERFECT.slice(0, 2))).length;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: twoLines + 1, max: whole.length - 2 }), async (cut) => {
        const { lines, facts } = await read(folder({ 'journal.ndjson': whole.subarray(0, cut) }));
        expect(lines).toEqual(PERFECT.slice(0, 2));
        expect(facts).toMatchObject({ attempts: 2, malformed: 0, truncated: true });
      }),
      { numRuns: 30 },
    );
  });

  it('takes a last line that is whole but for its newline', async () => {
    const { facts } = await read(folder({ 'journal.ndjson': ndjson(PERFECT.slice(0, 3)).trimEnd() }));
    expect(facts).toMatchObject({ attempts: 3, malformed: 0, truncated: false });
  });

  it('keeps text whole where a chunk ends within a character', async () => {
    const line = { ...PERFECT[0], account: 'é'.repeat(400_000) };
    const { lines } = await read(folder({ 'journal.ndjson': ndjson([PERFECT[1], line]) }));
    expect(lines[1]).toEqual(line);
  });

  it('reads the journals of several generators as one', async () => {
    const parts = [PERFECT.slice(0, 40), PERFECT.slice(40, 60), PERFECT.slice(60)].map(ndjson);
    const [first = '', second = '', third = ''] = parts;
    const dir = folder({
      'journal-c.ndjson': third,
      'journal-b.ndjson': second,
      'journal.ndjson': first,
      'journal.ndjson.bak': 'x',
    });
    const { lines, facts } = await read(dir);
    expect(lines).toEqual(PERFECT);
    expect(facts).toMatchObject({
      attempts: PERFECT.length,
      malformed: 0,
      sha256: hash('sha256', first + second + third),
    });
  });

  it('is empty, not an error, where a run wrote nothing', async () => {
    const { facts } = await read(folder({}));
    expect(facts).toMatchObject({ lines: 0, attempts: 0, malformed: 0, truncated: false });
  });
});
