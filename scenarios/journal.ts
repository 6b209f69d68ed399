import type { JournalLine } from './journal-line.ts';

/**
 * Writes one line of the journal. k6's console is the only thing a script can append to while it runs; with
 * `--log-format raw --console-output FILE` the file holds exactly these lines, each on disk when the call returns.
 */
export function writeJournal(line: JournalLine): void {
  console.log(JSON.stringify(line));
}
