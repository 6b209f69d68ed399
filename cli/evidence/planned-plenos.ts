import {
  type AttemptLine,
  type Operation,
  PLENO_OPERATIONS,
  type PlenoOperation,
} from '../../scenarios/journal-line.ts';
import type { PlenaryTerms } from '../../scenarios/workloads/phase.ts';
import { type PlenaryOperation, plenoSecond, plenoSteps } from '../../scenarios/workloads/pleno-schedule.ts';
import { firstOfEach } from './first-of-each.ts';

/** The plenary of one kecamatan, as it was planned. */
export interface PlannedPleno {
  kecamatan: string;
  offline: boolean;
  /** `TPS/election` of each form in order; none where it is brought as a file. */
  forms: readonly string[];
  /** Forms in the file that it brings, 0 where it brings none. */
  formsInFile: number;
}

/** What the plenaries of a phase were to do, and when. Session `i` is pleno `i`. */
export class PlannedPlenos {
  readonly plenos: readonly PlannedPleno[];
  readonly #terms: PlenaryTerms;
  readonly #first = new Map<Operation, Uint32Array>();

  constructor(plenos: readonly PlannedPleno[], terms: PlenaryTerms) {
    this.plenos = plenos;
    this.#terms = terms;
  }

  /** Number of each session's first such operation, counted over the phase, and one more entry: how many there are. */
  first(operation: Operation): Uint32Array {
    let first = this.#first.get(operation);
    if (first === undefined) {
      first = firstOfEach(this.plenos.length, (session) => this.#steps(session, operation));
      this.#first.set(operation, first);
    }
    return first;
  }

  /** Plan seconds of every such operation of a session from the phase's start. @param start of the session */
  *seconds(session: number, start: number, operation: Operation): Generator<number> {
    const steps = this.#steps(session, operation);
    for (let step = 0; step < steps; step++) yield start + this.#offset(session, operation, step);
  }

  /** Plan seconds of a line's operation from the phase's start, or null where its plenary has no such operation. */
  second({ session, operation, step, kecamatan, form }: AttemptLine, start: number): number | null {
    const pleno = this.plenos[session];
    if (pleno === undefined || step === undefined || pleno.kecamatan !== kecamatan) return null;
    if (step >= this.#steps(session, operation)) return null;
    const ofForm = operation === 'pleno-look' || operation === 'pleno-save';
    if (ofForm && pleno.forms[Math.floor(step / this.#terms.hands)] !== form) return null;
    return start + this.#offset(session, operation, step);
  }

  #steps(session: number, operation: Operation): number {
    const pleno = this.plenos[session];
    if (pleno === undefined || !isOfPlenary(operation)) return 0;
    return plenoSteps(operation, { forms: pleno.forms.length, offline: pleno.offline }, this.#terms);
  }

  #offset(session: number, operation: Operation, step: number): number {
    const { forms = [], offline = false } = this.plenos[session] ?? {};
    return plenoSecond(operation as PlenaryOperation, step, { forms: forms.length, offline }, this.#terms);
  }
}

/** Whether an operation is of a plenary and of nothing else. */
export function isPleno(operation: Operation): operation is PlenoOperation {
  return (PLENO_OPERATIONS as readonly Operation[]).includes(operation);
}

function isOfPlenary(operation: Operation): operation is PlenaryOperation {
  return operation === 'login' || isPleno(operation);
}
