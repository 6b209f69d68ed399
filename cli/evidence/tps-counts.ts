import { WAYS, type Way } from '../../fixtures/plan/types.ts';
import type { TpsEntry } from './tps-table.ts';
import type { Audit, TpsCount } from './types.ts';

/** TPS planned and complete, in all and by what makes them different from each other. */
export class TpsCounts {
  readonly #tps = none();
  readonly #ways = Object.fromEntries(WAYS.map((way) => [way, none()])) as Record<Way, TpsCount>;
  readonly #weakSignal = none();
  readonly #specialTps = none();

  add({ way, weakSignal, special }: TpsEntry, complete: boolean): void {
    const counts = [this.#tps, this.#ways[way]];
    if (weakSignal) counts.push(this.#weakSignal);
    if (special) counts.push(this.#specialTps);
    for (const count of counts) {
      count.planned++;
      if (complete) count.complete++;
    }
  }

  counts(): Pick<Audit, 'tps' | 'ways' | 'weakSignal' | 'specialTps'> {
    return {
      tps: this.#tps,
      ways: this.#ways,
      weakSignal: this.#weakSignal,
      specialTps: this.#specialTps,
    };
  }
}

function none(): TpsCount {
  return { planned: 0, complete: 0 };
}
