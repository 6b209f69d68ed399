import { formFields } from '../../fixtures/form/fields.ts';
import type { PlannedTps } from '../../fixtures/plan/types.ts';

/** What D.Hasil of a kecamatan must sum up to for one election. */
export interface PlannedSum {
  kecamatan: string;
  election: string;
  /** TPS at which it is held. */
  tps: number;
  /** By field of the form. */
  figures: Record<string, number>;
}

/** The plan's figures as counted, summed up by kecamatan and election. */
export class PlannedSums {
  readonly #sums = new Map<string, PlannedSum>();

  add({ kecamatan, voters, contests }: PlannedTps): void {
    for (const contest of contests) {
      const key = `${kecamatan}/${contest.election}`;
      const sum = this.#sums.get(key) ?? { kecamatan, election: contest.election, tps: 0, figures: {} };
      this.#sums.set(key, sum);
      sum.tps++;
      for (const { id, value } of formFields(contest.votes.length))
        sum.figures[id] = (sum.figures[id] ?? 0) + value(voters, contest);
    }
  }

  /** Of one kecamatan, election by election. */
  of(kecamatan: string): PlannedSum[] {
    return [...this.#sums.values()].filter((sum) => sum.kecamatan === kecamatan);
  }
}
