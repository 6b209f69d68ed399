import type { JournalLine } from '../../scenarios/journal-line.ts';
import type { Phase } from '../../scenarios/workloads/phase.ts';
import { JournalTail } from './journal-tail.ts';

/** How far a round is, as its journal tells. */
export interface Progress {
  logins: { planned: number; acknowledged: number };
  uploads: { planned: number; acknowledged: number };
  tps: { planned: number; complete: number };
  /** Files of the published results; only the number that were given is known beforehand to nobody but the plan. */
  reads: number;
  /** Kecamatan that published their pleno. */
  plenos: { planned: number; published: number };
  failedAttempts: number;
}

/** Follows a journal while it is written; each call reads only what is new. */
export class JournalProgress {
  readonly #tail: JournalTail;
  readonly #progress: Progress;

  constructor(path: string, phases: Phase[], uploadsOfTps: number) {
    this.#tail = new JournalTail(path);
    const tps = phases.reduce(
      (sum, phase) =>
        sum + (phase.kind === 'session' && phase.repeats === null ? (phase.helping?.tps ?? phase.count) : 0),
      0,
    );
    const logins = phases.reduce(
      (sum, phase) => sum + (phase.kind === 'reader' || phase.kind === 'pleno' ? 0 : phase.count),
      0,
    );
    const uploads = phases.reduce(
      (sum, { kind, count, takes, helping }) =>
        sum + (kind === 'session' ? (helping?.tps ?? count) * takes.length : 0),
      0,
    );
    this.#progress = {
      logins: { planned: logins, acknowledged: 0 },
      uploads: { planned: uploads * uploadsOfTps, acknowledged: 0 },
      tps: { planned: tps, complete: 0 },
      reads: 0,
      plenos: {
        planned: phases.reduce((sum, { kind, count }) => sum + (kind === 'pleno' ? count : 0), 0),
        published: 0,
      },
      failedAttempts: 0,
    };
  }

  /** What has happened up to now. */
  read(): Progress {
    for (const line of this.#tail.newLines()) this.#count(line);
    return this.#progress;
  }

  #count(text: string): void {
    let line: JournalLine;
    try {
      line = JSON.parse(text) as JournalLine;
    } catch {
      // The audit counts lines it cannot read; a progress line need not.
      return;
    }
    if (line?.kind !== 'attempt') return;
    for (const part of line.parts ?? []) if (part.acknowledged) this.#progress.uploads.acknowledged++;
    if (!line.acknowledged) this.#progress.failedAttempts++;
    else if (line.operation === 'login') {
      if (line.kecamatan === undefined) this.#progress.logins.acknowledged++;
    } else if (line.operation === 'read') this.#progress.reads++;
    else if (line.operation === 'pleno-publish') this.#progress.plenos.published++;
    else if (line.operation === 'upload') this.#progress.uploads.acknowledged++;
    else if (line.operation === 'status' && line.complete && line.phase !== 'twin')
      this.#progress.tps.complete++;
  }
}
