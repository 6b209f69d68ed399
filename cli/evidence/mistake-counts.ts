import { MISTAKE_KINDS, type MistakeKind, type PlannedMistakes } from '../../fixtures/plan/types.ts';
import type { TpsEntry } from './tps-table.ts';
import type { MistakeCount } from './types.ts';

/** Counts, per kind, the mistakes a run was to upload and those the target met. */
export class MistakeCounts {
  readonly #counts: Map<MistakeKind, MistakeCount>;

  /** @param planned plan.json's line for each kind, which says whether an upload shows it */
  constructor(planned: readonly PlannedMistakes[]) {
    const carried = new Set(planned.filter((kind) => kind.carried).map(({ kind }) => kind));
    this.#counts = new Map(
      MISTAKE_KINDS.map((kind) => [
        kind,
        { kind, planned: 0, carried: carried.has(kind), met: carried.has(kind) ? 0 : null },
      ]),
    );
  }

  /** @param isStored whether the target has an upload of the TPS, by its place, once and with the planned bytes */
  add({ mistakes }: TpsEntry, isStored: (upload: number) => boolean): void {
    for (const { kind, upload } of mistakes) {
      const count = this.#counts.get(kind);
      if (count === undefined) continue;
      count.planned++;
      if (count.met !== null && upload !== null && isStored(upload)) count.met++;
    }
  }

  counts(): MistakeCount[] {
    return [...this.#counts.values()];
  }
}
