import { type MistakeKind, type Plan, SHEET_MISTAKES } from '../../fixtures/plan/types.ts';
import { formsOfTps } from '../../scenarios/workloads/forms-of-tps.ts';
import { firstOfEach } from './first-of-each.ts';
import type { PlannedPhase } from './planned-phase.ts';
import type { DocumentPage, TpsEntry } from './tps-table.ts';

/** One C.Hasil that a session was to confirm. */
export interface PlannedForm {
  /** 0-based, counted over the forms of the phase. */
  index: number;
  tps: TpsEntry;
  document: string;
  /** The plan has a page of it photographed from another sheet, so it cannot be confirmed. */
  wrongSheet: boolean;
}

/** Who knows the TPS of sessions. */
interface Sessions {
  sessionTps(phase: PlannedPhase, session: number): TpsEntry | null;
}

/** Which C.Hasil a run was to confirm. */
export class PlannedForms {
  readonly #documents: readonly string[];
  readonly #carried: ReadonlySet<MistakeKind>;
  readonly #byPages = new WeakMap<readonly DocumentPage[], readonly string[]>();
  readonly #firstForm = new Map<PlannedPhase, Uint32Array>();

  constructor({ documentProfile, mistakes }: Pick<Plan, 'documentProfile' | 'mistakes'>) {
    this.#documents = formsOfTps(documentProfile);
    this.#carried = new Set(mistakes.filter(({ carried }) => carried).map(({ kind }) => kind));
  }

  /** C.Hasil of a TPS, in the order in which it uploads them. */
  of({ pages }: Pick<TpsEntry, 'pages'>): readonly string[] {
    let forms = this.#byPages.get(pages);
    if (forms === undefined) {
      forms = [...new Set(pages.map(({ document }) => document))].filter((document) =>
        this.#documents.includes(document),
      );
      this.#byPages.set(pages, forms);
    }
    return forms;
  }

  /** Number of each session's first form in a phase that confirms, and one more entry: how many there are. */
  firstForm(planned: Sessions, phase: PlannedPhase): Uint32Array {
    let first = this.#firstForm.get(phase);
    if (first === undefined) {
      first = firstOfEach(phase.phase.count, (session) => {
        const tps = planned.sessionTps(phase, session);
        return tps === null ? 0 : this.of(tps).length;
      });
      this.#firstForm.set(phase, first);
    }
    return first;
  }

  /** Place of a form in its phase; -1 where the TPS has no such C.Hasil. */
  indexOf(planned: Sessions, phase: PlannedPhase, session: number, document: string | null): number {
    const tps = planned.sessionTps(phase, session);
    const place = tps === null ? -1 : this.of(tps).indexOf(document ?? '');
    return place === -1 ? -1 : (this.firstForm(planned, phase)[session] ?? 0) + place;
  }

  /** The forms that a session was to confirm; none in a phase that does not. */
  *ofSession(planned: Sessions, phase: PlannedPhase, session: number): Generator<PlannedForm> {
    const tps = planned.sessionTps(phase, session);
    if (tps === null || !phase.phase.confirms) return;
    const first = this.firstForm(planned, phase)[session] ?? 0;
    for (const [place, document] of this.of(tps).entries())
      yield { index: first + place, tps, document, wrongSheet: this.#isWrongSheet(tps, document) };
  }

  #isWrongSheet({ mistakes, pages }: TpsEntry, document: string): boolean {
    const sheetMistakes: readonly MistakeKind[] = SHEET_MISTAKES;
    return mistakes.some(
      ({ kind, upload }) =>
        upload !== null &&
        sheetMistakes.includes(kind) &&
        this.#carried.has(kind) &&
        pages[upload]?.document === document,
    );
  }
}
