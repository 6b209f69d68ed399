import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { JournalLine } from '../../scenarios/journal-line.ts';
import { RUN_FILES } from '../run-folder/types.ts';
import { readLines } from './lines.ts';
import { parseJournalLine } from './parse-journal-line.ts';
import type { Audit } from './types.ts';

/** What is known of a journal once it has been read to its end. */
export type JournalFacts = Pick<
  Audit['journal'],
  'lines' | 'attempts' | 'malformed' | 'truncated' | 'lastAt' | 'sha256'
>;

const NOTHING_READ: JournalFacts = {
  lines: 0,
  attempts: 0,
  malformed: 0,
  truncated: false,
  lastAt: null,
  sha256: '',
};

/**
 * The journals of a run folder: `journal.ndjson` and, where several generators drove the run, `journal-<name>.ndjson`
 * beside it, in the order of their names. Empty when the run ended before it wrote anything.
 */
export function journalFiles(runDir: string): string[] {
  if (!existsSync(runDir)) return [];
  const several = readdirSync(runDir).filter((name) => /^journal-.+\.ndjson$/.test(name));
  const files = [RUN_FILES.journal as string, ...several.sort()].map((name) => join(runDir, name));
  return files.filter((path) => existsSync(path));
}

/**
 * Reads the journals one after the other as one. Nothing is kept: memory does not grow with the lines.
 * Lines that are not of this run's journal are counted, never thrown; a journal that ends within a line is `truncated`,
 * as after a crash. `facts` is complete when `lines()` has been read to the end; `sha256` is of the files joined in
 * order, the same as `cat FILES | sha256sum`.
 */
export class JournalReader {
  readonly facts: JournalFacts = { ...NOTHING_READ };
  readonly #files: readonly string[];
  readonly #run: string;

  constructor(files: readonly string[], run: string) {
    this.#files = files;
    this.#run = run;
  }

  async *lines(): AsyncGenerator<JournalLine> {
    const { facts } = this;
    Object.assign(facts, NOTHING_READ);
    const hash = createHash('sha256');
    for (const file of this.#files) {
      for await (const { text, ended } of readLines(file, hash)) {
        if (text.trim() === '') continue;
        facts.lines++;
        const line = parseJournalLine(text, this.#run);
        if (line === null) {
          if (ended) facts.malformed++;
          else facts.truncated = true;
          continue;
        }
        if (line.kind === 'attempt') facts.attempts++;
        const at = momentOf(line);
        if (at !== null) facts.lastAt = Math.max(at, facts.lastAt ?? at);
        yield line;
      }
    }
    facts.sha256 = hash.digest('hex');
  }
}

/** Epoch ms at which the line was written, as near as it says; a disturbance speaks of what is still to come. */
function momentOf(line: JournalLine): number | null {
  if (line.kind === 'attempt') return line.startedAt + line.durationMs;
  if (line.kind === 'phase') return line.startedAt;
  return line.kind === 'disturbance' ? null : line.at;
}
