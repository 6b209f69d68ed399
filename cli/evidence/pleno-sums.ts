import type { ReadbackSum } from '../run-folder/types.ts';
import type { PlannedRun } from './planned-run.ts';
import type { PlannedSum } from './planned-sums.ts';
import type { Audit, Finding } from './types.ts';

/**
 * The accounting of the plenaries: what the target sums up of each kecamatan against the plan's figures as counted. Each figure
 * that is another is a finding of its own.
 */
export class PlenoSums {
  readonly #planned: PlannedRun;
  readonly #found = new Map<string, ReadbackSum>();

  constructor(planned: PlannedRun) {
    this.#planned = planned;
  }

  add(sum: ReadbackSum): void {
    this.#found.set(`${sum.kecamatan}/${sum.election}`, sum);
  }

  audit(): { counts: Audit['pleno']; findings: Finding[] } {
    const plenos = this.#planned.phaseNamed('pleno')?.plenos?.plenos;
    if (plenos === undefined) return { counts: null, findings: [] };
    const counts = { planned: plenos.length, read: this.#found.size > 0, summed: 0, equal: 0 };
    const findings: Finding[] = [];
    if (!counts.read) return { counts, findings };
    for (const { kecamatan } of plenos) {
      const wanted = this.#planned.table.sums?.of(kecamatan) ?? [];
      const missing = wanted.filter((sum) => !this.#isWhole(sum));
      const differences = wanted.flatMap((sum) => this.#differences(sum));
      findings.push(...missing.map((sum) => this.#missing(sum)), ...differences);
      if (missing.length > 0 || wanted.length === 0) continue;
      counts.summed++;
      if (differences.length === 0) counts.equal++;
    }
    return { counts, findings };
  }

  #foundOf({ kecamatan, election }: PlannedSum): ReadbackSum | undefined {
    return this.#found.get(`${kecamatan}/${election}`);
  }

  #isWhole(wanted: PlannedSum): boolean {
    const found = this.#foundOf(wanted);
    return found?.finalised === true && found.tps === wanted.tps;
  }

  #missing(wanted: PlannedSum): Finding {
    const found = this.#foundOf(wanted);
    const { kecamatan, election, tps } = wanted;
    const state =
      found === undefined
        ? 'the target sums up nothing'
        : `the target has ${found.tps} of ${tps} TPS in its sums, ${found.finalised ? 'finalised' : 'not finalised'}`;
    return finding('PLENO_MISSING', `Kecamatan ${kecamatan}, ${election}: ${state}.`);
  }

  /** Of a kecamatan that is not whole the figures say nothing: what is missing is said once. */
  #differences(wanted: PlannedSum): Finding[] {
    const found = this.#foundOf(wanted);
    if (found === undefined || !this.#isWhole(wanted)) return [];
    const { kecamatan, election } = wanted;
    const fields = new Set([...Object.keys(wanted.figures), ...Object.keys(found.figures)]);
    return [...fields].flatMap((field) => {
      const [is, should] = [found.figures[field], wanted.figures[field]];
      if (is === should) return [];
      const message = `Kecamatan ${kecamatan}, ${election}: ${field} is ${is ?? 'missing'} in the target's sums, the plan's TPS have ${should ?? 'no such figure'}.`;
      return [finding('PLENO_DIFFERS', message)];
    });
  }
}

function finding(code: Finding['code'], message: string): Finding {
  const nowhere = { tps: null, document: null, page: null, account: null, key: null };
  return { code, phase: 'pleno', ...nowhere, message };
}
