import type { Progress } from '../run/progress.ts';

const TERMINAL = process.stderr.isTTY === true;

/** Without a terminal a line is printed this often, so that a log shows that the round is alive. */
const LOG_EVERY_MS = 10_000;

/** Shows how far a round is: one line that renews itself on a terminal, a line now and then in a log. */
export class ProgressLine {
  readonly #label: string;
  readonly #startedAt = Date.now();
  #loggedAt = 0;

  constructor(label: string) {
    this.#label = label;
  }

  show(progress: Progress): void {
    const now = Date.now();
    if (TERMINAL) process.stderr.write(`\r\u001b[2K${this.#text(progress, now)}`);
    else if (now - this.#loggedAt >= LOG_EVERY_MS) {
      this.#loggedAt = now;
      process.stderr.write(`${this.#text(progress, now)}\n`);
    }
  }

  /** Ends the line on a terminal; the last state stays readable. */
  end(): void {
    if (TERMINAL) process.stderr.write('\n');
  }

  #text({ logins, uploads, tps, reads, plenos, failedAttempts }: Progress, now: number): string {
    const seconds = String(Math.round((now - this.#startedAt) / 1000)).padStart(4);
    const parts = [
      logins.planned > 0 && `logins ${logins.acknowledged}/${logins.planned}`,
      uploads.planned > 0 && `uploads ${uploads.acknowledged}/${uploads.planned}`,
      tps.planned > 0 && `TPS ${tps.complete}/${tps.planned}`,
      plenos.planned > 0 && `plenos ${plenos.published}/${plenos.planned}`,
      reads > 0 && `files read ${reads}`,
      `failed attempts ${failedAttempts}`,
    ];
    return `${this.#label} ${seconds} s  ${parts.filter((part) => part !== false).join('  ')}`;
  }
}

/** One progress line after another, as a rehearsal goes from round to round. */
export class ProgressLines {
  #label = '';
  #line: ProgressLine | null = null;

  show(label: string, progress: Progress): void {
    if (this.#line === null || this.#label !== label) {
      this.end();
      this.#line = new ProgressLine(label);
      this.#label = label;
    }
    this.#line.show(progress);
  }

  /** Ends the line there is, so that what is printed next stands on its own. */
  end(): void {
    this.#line?.end();
    this.#line = null;
  }
}
