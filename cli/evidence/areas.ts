import type { Plan } from '../../fixtures/plan/types.ts';
import type { TpsEntry } from './tps-table.ts';
import type { AreaCount, Audit } from './types.ts';

/**
 * The count at each level of the recap: region, kecamatan, kelurahan. Each level is counted by itself from the uploads,
 * none from the level below, so that comparing the sums afterwards can find something.
 */
export class AreaCounts {
  readonly #region: AreaCount;
  readonly #kecamatan = new Map<string, AreaCount>();
  readonly #kelurahan = new Map<string, AreaCount>();
  readonly #plan: Plan;

  constructor(plan: Plan) {
    this.#plan = plan;
    this.#region = empty(plan.area.code, plan.area.name);
    for (const kecamatan of plan.area.kecamatan) {
      this.#kecamatan.set(kecamatan.code, empty(kecamatan.code, kecamatan.name));
      for (const { code, name } of kecamatan.kelurahan) this.#kelurahan.set(code, empty(code, name));
    }
  }

  addUpload(tps: TpsEntry, stored: boolean): void {
    for (const area of this.#areasOf(tps)) {
      area.uploads.planned++;
      if (stored) area.uploads.stored++;
    }
  }

  addTps(tps: TpsEntry, complete: boolean): void {
    for (const area of this.#areasOf(tps)) {
      area.tps.planned++;
      if (complete) area.tps.complete++;
    }
  }

  areas(): Audit['areas'] {
    return {
      region: this.#region,
      kecamatan: [...this.#kecamatan.values()],
      kelurahan: [...this.#kelurahan.values()],
    };
  }

  /**
   * Whether each kecamatan is the sum of the kelurahan that plan.json lists under it, the region the sum of its
   * kecamatan, and the region what was counted over all uploads and TPS.
   */
  levelsAgree(total: Pick<AreaCount, 'tps' | 'uploads'>): boolean {
    const listed = this.#plan.area.kecamatan;
    const kecamatan = listed.map(({ code }) => this.#kecamatan.get(code) ?? empty(code, ''));
    return (
      equal(this.#region, total) &&
      equal(sum(kecamatan), this.#region) &&
      listed.every(({ kelurahan }, i) => {
        const parts = kelurahan.map(({ code }) => this.#kelurahan.get(code) ?? empty(code, ''));
        return equal(sum(parts), kecamatan[i] ?? empty('', ''));
      })
    );
  }

  #areasOf({ kecamatan, kelurahan }: TpsEntry): AreaCount[] {
    return [this.#region, known(this.#kecamatan, kecamatan), known(this.#kelurahan, kelurahan)];
  }
}

/** An area that plan.json does not list gets a row of its own; the sums then disagree, as they should. */
function known(areas: Map<string, AreaCount>, code: string): AreaCount {
  const area = areas.get(code) ?? empty(code, code);
  areas.set(code, area);
  return area;
}

function empty(code: string, name: string): AreaCount {
  return { code, name, tps: { planned: 0, complete: 0 }, uploads: { planned: 0, stored: 0 } };
}

type Counts = Pick<AreaCount, 'tps' | 'uploads'>;

function sum(areas: Iterable<Counts>): Counts {
  const total = empty('', '');
  for (const { tps, uploads } of areas) {
    total.tps.planned += tps.planned;
    total.tps.complete += tps.complete;
    total.uploads.planned += uploads.planned;
    total.uploads.stored += uploads.stored;
  }
  return total;
}

function equal(a: Counts, b: Counts): boolean {
  return (
    a.tps.planned === b.tps.planned &&
    a.tps.complete === b.tps.complete &&
    a.uploads.planned === b.uploads.planned &&
    a.uploads.stored === b.uploads.stored
  );
}
