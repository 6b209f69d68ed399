import { type AttemptLine, OPERATIONS, type Operation } from '../../scenarios/journal-line.ts';
import { batchesOf } from '../../scenarios/workloads/offline-schedule.ts';
import { firstOfEach } from './first-of-each.ts';
import { canBeConfirmed, didItsWork } from './form-outcomes.ts';
import { keptByLink } from './kept-by-link.ts';
import { lastPlannedSecond } from './last-planned.ts';
import { type AttemptEffect, OperationTally } from './operation-tally.ts';
import type { PhaseClock } from './phase-clock.ts';
import { firstOperation, plannedSeconds } from './planned-operations.ts';
import { isPleno } from './planned-plenos.ts';
import { type PlannedPhase, type PlannedRun, type PlannedUpload, turnsOf } from './planned-run.ts';
import type { OperationMeasurement } from './types.ts';

/** Real seconds before a breakpoint's stop was noticed in which a session need not have started: k6 takes a moment to stop. */
const STOP_MARGIN_SECOND = 0.25;

const OFFERED = 1;
const ACHIEVED = 2;
/** Of a reading: what was seen can be confirmed. */
const CONFIRMABLE = 4;

interface Row {
  phase: PlannedPhase;
  operation: Operation;
  tally: OperationTally;
  /** See {@link firstOf}. */
  first: Uint32Array | null;
  /** OFFERED, ACHIEVED and CONFIRMABLE of each operation of the row. */
  flags: Uint8Array;
}

/** A row for each operation of each phase, with two bits for each planned operation. */
export class OperationBook {
  readonly #rows: Row[] = [];
  readonly #planned: PlannedRun;

  constructor(planned: PlannedRun, clock: PhaseClock) {
    this.#planned = planned;
    for (const phase of planned.phases) {
      for (const operation of OPERATIONS) {
        const row = newRow(planned, clock, phase, operation);
        if (row !== null) this.#rows.push(row);
      }
    }
  }

  /**
   * Counts an attempt that the plan asks for.
   * @param upload the planned upload, for uploads
   * @param plannedAt epoch ms
   */
  add(line: AttemptLine, upload: PlannedUpload | null, plannedAt: number): AttemptEffect {
    const row = this.#rowOf(line.phase, line.operation);
    const at = row === undefined ? -1 : this.#placeOf(row, line, upload);
    if (row === undefined || at < 0 || at >= row.flags.length) return { offered: false, achieved: false };
    const flags = row.flags[at] ?? 0;
    const effect = {
      offered: (flags & OFFERED) === 0,
      achieved: didItsWork(line) && (flags & ACHIEVED) === 0,
    };
    row.flags[at] =
      flags | OFFERED | (didItsWork(line) ? ACHIEVED : 0) | (canBeConfirmed(line) ? CONFIRMABLE : 0);
    row.tally.add(line, plannedAt, effect, this.#kept(row, line));
    return effect;
  }

  /** Planned sessions that never started, by phase: of which not even the first operation was sent. */
  sessionsNotStarted(): Record<string, number> {
    const missing: Record<string, number> = {};
    const margin = STOP_MARGIN_SECOND * this.#planned.run.speed;
    for (const { phase, operation, flags } of this.#rows) {
      if (operation !== firstOperation(phase)) continue;
      let started = 0;
      let due = 0;
      for (const [session, start] of phase.startSecond.entries()) {
        const at = phase.visits?.firstRead[session] ?? phase.plenos?.first(operation)[session] ?? session;
        if (!this.#planned.isDue(phase, start + margin)) break;
        due++;
        const offered = ((flags[at] ?? 0) & OFFERED) !== 0;
        if (offered || this.#planned.stop?.started(phase.phase.name, session)) started++;
      }
      missing[phase.phase.name] = due - started;
    }
    return missing;
  }

  /** Every operation of every phase, every operation over all phases, and all of it. Call once, at the end. */
  measurements(): { operations: OperationMeasurement[]; total: OperationMeasurement } {
    this.#countRefused();
    const operations = this.#rows.map(({ phase, operation, tally }) =>
      tally.measurement(phase.phase.name, operation),
    );
    const total = new OperationTally();
    for (const operation of OPERATIONS) {
      const rows = this.#rows.filter((row) => row.operation === operation);
      if (rows.length === 0) continue;
      const all = new OperationTally();
      for (const { tally } of rows) all.merge(tally);
      operations.push(all.measurement(null, operation));
      total.merge(all);
    }
    return { operations, total: total.measurement(null, null) };
  }

  #rowOf(phase: string, operation: Operation): Row | undefined {
    return this.#rows.find((row) => row.phase.phase.name === phase && row.operation === operation);
  }

  /** Whether it is late for a bad link over which the same operator was kept before. */
  #kept({ phase }: Row, line: AttemptLine): boolean {
    const turn = phase.firstTps === null ? null : this.#planned.turnOf(phase, line);
    return turn !== null && keptByLink(this.#planned, phase, turn);
  }

  /** An operation is excused when its session asked to log in, never got in, and so could not ask for it. */
  #countRefused(): void {
    for (const row of this.#rows) {
      const login = this.#rowOf(row.phase.phase.name, 'login');
      if (login === undefined || (row === login && row.phase.plenos === null)) continue;
      let refused = 0;
      for (let session = 0; session < login.phase.phase.count; session++) {
        // Of a pleno the first login is the admin's, without whom nobody does anything.
        if (login.flags[login.phase.plenos?.first('login')[session] ?? session] !== OFFERED) continue;
        const [from, to] = this.#operationsOfSession(row, session);
        for (let at = from; at < to; at++) if (((row.flags[at] ?? 0) & OFFERED) === 0) refused++;
      }
      row.tally.refusedWithoutLogin = refused + this.#withoutReading(row);
    }
  }

  /** Confirmations that were not asked since a look at the form was, and never gave anything to confirm. */
  #withoutReading({ phase, operation, flags }: Row): number {
    const looks = operation === 'confirm' ? this.#rowOf(phase.phase.name, 'reading') : undefined;
    if (looks === undefined) return 0;
    return flags.reduce((sum, own, at) => {
      const look = looks.flags[at] ?? 0;
      const excused = (own & OFFERED) === 0 && (look & OFFERED) !== 0 && (look & CONFIRMABLE) === 0;
      return excused ? sum + 1 : sum;
    }, 0);
  }

  /** Place of a line's operation in its row, -1 where the row has none. */
  #placeOf(row: Row, line: AttemptLine, upload: PlannedUpload | null): number {
    const { phase, operation } = row;
    if (operation === 'reading' || operation === 'confirm')
      return this.#planned.forms.indexOf(this.#planned, phase, line.session, line.document);
    if (operation === 'batch') {
      const [first, end] = this.#operationsOfSession(row, line.session);
      return (line.batch ?? 0) < end - first ? first + (line.batch ?? 0) : -1;
    }
    if (upload !== null) return upload.index - (phase.firstUpload?.[0] ?? 0);
    if (phase.plenos !== null) return (row.first?.[line.session] ?? 0) + (line.step ?? 0);
    if (phase.visits !== null) return (phase.visits.firstRead[line.session] ?? 0) + (line.step ?? 0);
    if (operation === 'login') return line.session;
    return this.#planned.turnOf(phase, line) ?? -1;
  }

  /** The places of a session's operations in a row, the last one excluded. */
  #operationsOfSession({ phase, operation, first }: Row, session: number): [number, number] {
    if (first !== null) return [first[session] ?? 0, first[session + 1] ?? 0];
    const [from, to] = turnsOf(phase, session);
    if (operation !== 'upload') return [from, to];
    const before = phase.firstUpload?.[0] ?? 0;
    return [(phase.firstUpload?.[from] ?? 0) - before, (phase.firstUpload?.[to] ?? 0) - before];
  }
}

/** Number of each session's first operation where a session has its own number of them, and one more entry: how many there are; else null. */
function firstOf(planned: PlannedRun, phase: PlannedPhase, operation: Operation): Uint32Array | null {
  if (phase.plenos !== null) return phase.plenos.first(operation);
  if (operation === 'reading' || operation === 'confirm') return planned.forms.firstForm(planned, phase);
  if (operation !== 'batch') return null;
  const { count, takes } = phase.phase;
  return firstOfEach(count, (session) =>
    batchesOf((planned.sessionTps(phase, session)?.pages.length ?? 0) * takes.length),
  );
}

function newRow(
  planned: PlannedRun,
  clock: PhaseClock,
  phase: PlannedPhase,
  operation: Operation,
): Row | null {
  const { name, count, durationSecond } = phase.phase;
  if (!hasOperation(phase, operation)) return null;
  let size = operation === 'login' ? count : (phase.tps?.length ?? count);
  if (operation === 'upload') size = (phase.firstUpload?.at(-1) ?? 0) - (phase.firstUpload?.[0] ?? 0);
  if (operation === 'read') size = phase.visits?.count ?? 0;
  const first = firstOf(planned, phase, operation);
  if (first !== null) size = first.at(-1) ?? 0;
  if (phase.plenos !== null && size === 0) return null;
  let due = size;
  let end = clock.at(name, Math.max(durationSecond, lastPlannedSecond(planned, phase, operation)));
  if (planned.stop !== null) {
    due = 0;
    for (const second of plannedSeconds(planned, phase, operation)) if (planned.isDue(phase, second)) due++;
    end = Math.min(end, planned.stop.at);
  }
  const tally = new OperationTally();
  tally.plan(due, { start: clock.startOf(name), end });
  return { phase, operation, tally, first, flags: new Uint8Array(size) };
}

function hasOperation({ phase: { kind, confirms, offline } }: PlannedPhase, operation: Operation): boolean {
  switch (kind) {
    case 'reader':
      return operation === 'read';
    case 'login':
      return operation === 'login';
    case 'pleno':
      return operation === 'login' || isPleno(operation);
    case 'session':
      if (operation === 'manifest' || operation === 'batch') return offline === true;
      if (operation === 'reading' || operation === 'confirm') return confirms === true;
      return operation !== 'read' && !isPleno(operation);
  }
}
