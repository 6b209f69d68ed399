import type { Site } from '../../scenarios/readers/site.ts';
import { type PlannedRead, visitReads } from '../../scenarios/readers/visit.ts';

/** What the readers of a phase were to read, and when; answers by number, so that nothing is kept per file. */
export class PlannedVisits {
  /** Number of each visit's first read, counted over the phase, and one more entry: how many there are. */
  readonly firstRead: Uint32Array;
  readonly #site: Site;

  /** @param startSecond plan seconds from the phase's start at which each visit starts */
  constructor(site: Site, startSecond: Float64Array) {
    this.#site = site;
    this.firstRead = new Uint32Array(startSecond.length + 1);
    for (const [visit, start] of startSecond.entries()) {
      this.firstRead[visit + 1] = (this.firstRead[visit] ?? 0) + visitReads(site, visit, start).length;
    }
  }

  get count(): number {
    return this.firstRead.at(-1) ?? 0;
  }

  /** The reads of a visit that starts at `start` plan seconds. */
  reads(visit: number, start: number): PlannedRead[] {
    return visitReads(this.#site, visit, start);
  }

  /** Plan seconds of a read from the phase's start, or null where the visit has no such read. */
  second(visit: number, start: number, step: number | undefined, path: string | undefined): number | null {
    const read = step === undefined ? undefined : this.reads(visit, start)[step];
    return read !== undefined && read.path === path ? read.second : null;
  }
}
