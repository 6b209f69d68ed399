import type { AttemptLine } from '../../scenarios/journal-line.ts';
import type { PlannedPleno } from './planned-plenos.ts';
import type { PlannedRun } from './planned-run.ts';
import type { PlenoMeasurement } from './types.ts';

/** HTTP's word for a save that somebody else's came before. */
const CONFLICT = 409;

/** What the plenaries of a run came to, as its journal tells. */
export class PlenoBook {
  readonly #plenos: readonly PlannedPleno[] | null;
  readonly #opened = new Set<string>();
  readonly #finalised = new Set<string>();
  readonly #published = new Set<string>();
  readonly #files = new Set<string>();
  readonly #saved = new Set<string>();
  readonly #corrected = new Set<string>();
  #conflicts = 0;

  constructor(planned: PlannedRun) {
    this.#plenos = planned.phaseNamed('pleno')?.plenos?.plenos ?? null;
  }

  /** Counts an attempt that the plan asks for. */
  add({ operation, kecamatan, form, corrected, acknowledged, status }: AttemptLine): void {
    if (kecamatan === undefined) return;
    if (operation === 'pleno-save' && status === CONFLICT) this.#conflicts++;
    if (!acknowledged) return;
    if (operation === 'pleno-open' || operation === 'pleno-import') this.#opened.add(kecamatan);
    if (operation === 'pleno-import') this.#files.add(kecamatan);
    if (operation === 'pleno-finalise') this.#finalised.add(kecamatan);
    if (operation === 'pleno-publish') this.#published.add(kecamatan);
    if (operation !== 'pleno-save' || form === undefined) return;
    this.#saved.add(form);
    if ((corrected ?? 0) > 0) this.#corrected.add(form);
  }

  /** Forms of the files that were taken. */
  #inFiles(): number {
    const taken = this.#plenos?.filter(({ kecamatan }) => this.#files.has(kecamatan)) ?? [];
    return taken.reduce((sum, { formsInFile }) => sum + formsInFile, 0);
  }

  measurement(): PlenoMeasurement | null {
    if (this.#plenos === null) return null;
    return {
      kecamatan: {
        planned: this.#plenos.length,
        opened: this.#opened.size,
        finalised: this.#finalised.size,
        published: this.#published.size,
      },
      files: { planned: this.#plenos.filter(({ offline }) => offline).length, taken: this.#files.size },
      forms: {
        planned: this.#plenos.reduce((sum, { forms, formsInFile }) => sum + forms.length + formsInFile, 0),
        saved: this.#saved.size + this.#inFiles(),
        corrected: this.#corrected.size,
      },
      conflicts: this.#conflicts,
    };
  }
}
