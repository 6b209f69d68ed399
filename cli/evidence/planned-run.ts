import type { Plan, Take } from '../../fixtures/plan/types.ts';
import type { AttemptLine } from '../../scenarios/journal-line.ts';
import { confirmOffsetSecond, LOOKS, lookOffsetSecond } from '../../scenarios/workloads/confirm-schedule.ts';
import type { PlannedLoad } from '../../scenarios/workloads/load.ts';
import {
  batchesOf,
  batchOffsetSecond,
  EXCHANGES,
  manifestOffsetSecond,
} from '../../scenarios/workloads/offline-schedule.ts';
import type { Phase } from '../../scenarios/workloads/phase.ts';
import { plannedStatusSecond, plannedUploadSecond } from '../../scenarios/workloads/phase-schedule.ts';
import { uploadKey } from '../../scenarios/workloads/upload-key.ts';
import type { RunRecord } from '../run-folder/types.ts';
import { PlannedForms } from './planned-forms.ts';
import type { PlannedPhase } from './planned-phase.ts';
import type { RunStop } from './run-stop.ts';
import type { TpsEntry, TpsTable } from './tps-table.ts';
import type { PlanCopy } from './types.ts';

export type { PlannedPhase } from './planned-phase.ts';

/** One upload: one page of one document of one TPS in one phase. */
export interface PlannedUpload {
  /** 0-based, counted over the whole run. */
  index: number;
  phase: Phase;
  session: number;
  tps: TpsEntry;
  document: string;
  page: number;
  key: string;
  sha256: string;
  bytes: number;
  /** Plan seconds from the start of the phase. */
  second: number;
}

/** What a run's plan is made of; see {@link PlannedRun}. */
export type PlannedParts = Pick<
  PlannedRun,
  'run' | 'plan' | 'table' | 'phases' | 'copies' | 'retestCount' | 'retestLogins' | 'load' | 'stop'
>;

/** Everything a run was to ask of its target, and when; answers by number, so that nothing is kept per upload. */
export class PlannedRun {
  readonly run: RunRecord;
  readonly plan: Plan;
  readonly table: TpsTable;
  readonly phases: readonly PlannedPhase[];
  /** The plan's files as copied into the run folder against what run.json and plan.json say of them. */
  readonly copies: readonly PlanCopy[];
  /** TPS of retest.ndjson. */
  readonly retestCount: number;
  /** Accounts of retest.ndjson, in the order in which they log in again. */
  readonly retestLogins: readonly string[];
  /** What of the plan was asked: all of it, or the run's part. */
  readonly load: PlannedLoad;
  /** Where the run stopped before its plan's end because the target broke; null where it did not. */
  readonly stop: RunStop | null;
  readonly uploadCount: number;
  /** The C.Hasil of phases that confirm. */
  readonly forms: PlannedForms;

  constructor(of: PlannedParts) {
    this.run = of.run;
    this.plan = of.plan;
    this.table = of.table;
    this.phases = of.phases;
    this.copies = of.copies;
    this.retestCount = of.retestCount;
    this.retestLogins = of.retestLogins;
    this.load = of.load;
    this.stop = of.stop;
    this.forms = new PlannedForms(of.plan);
    this.uploadCount = this.uploadingPhases.reduce((sum, { firstUpload }) => sum + uploadsOf(firstUpload), 0);
  }

  /** The phase that uploads every TPS once; null where the flow uploads nothing. */
  get mainPhase(): PlannedPhase | null {
    return this.phaseNamed('upload');
  }

  /** Phases with uploads of their own: each planned upload is in exactly one of them. */
  get uploadingPhases(): readonly PlannedPhase[] {
    return this.phases.filter(({ firstUpload, phase }) => firstUpload !== null && phase.repeats === null);
  }

  /** Whether something was planned before the run stopped; always, where it did not. @param second from the phase's start */
  isDue({ phase }: PlannedPhase, second: number): boolean {
    return this.stop === null || phase.startSecond + second <= this.stop.second;
  }

  phaseNamed(name: string): PlannedPhase | null {
    return this.phases.find(({ phase }) => phase.name === name) ?? null;
  }

  /** @param turn place among the TPS of the phase's sessions: the session itself, where each has one */
  sessionTps(planned: PlannedPhase, turn: number): TpsEntry | null {
    const index = planned.tps?.[turn];
    return index === undefined ? null : (this.table.entries[index] ?? null);
  }

  /** Every planned upload, in order of phase, session and page. */
  *uploads(): Generator<PlannedUpload> {
    for (const planned of this.uploadingPhases) {
      for (let turn = 0; turn < (planned.tps?.length ?? 0); turn++) {
        yield* this.uploadsOfSession(planned, turn);
      }
    }
  }

  /** The uploads of one TPS of the phase's sessions. @param turn as in {@link sessionTps} */
  *uploadsOfSession(planned: PlannedPhase, turn: number): Generator<PlannedUpload> {
    const uploads = planned.phase.takes.length * (this.sessionTps(planned, turn)?.pages.length ?? 0);
    for (let k = 0; k < uploads; k++) {
      const upload = this.#upload(planned, turn, k);
      if (upload !== null) yield upload;
    }
  }

  /** The planned upload with this idempotency key, or null where no plan knows it. */
  uploadByKey(key: string): PlannedUpload | null {
    const prefix = `${this.run.runId}.`;
    if (!key.startsWith(prefix)) return null;
    const [take, kode = '', document, page] = key.slice(prefix.length).split('.');
    const planned = this.uploadingPhases.find(({ phase }) => phase.takes.some((own) => own === take));
    const turn = planned === undefined ? undefined : this.#turnOfTps(planned, this.table.indexOf(kode));
    if (planned === undefined || turn === undefined) return null;
    const pages = this.sessionTps(planned, turn)?.pages ?? [];
    const place = pages.findIndex((entry) => entry.document === document && String(entry.page) === page);
    const { takes } = planned.phase;
    const k = place * takes.length + takes.indexOf(take as Take);
    const upload = place === -1 ? null : this.#upload(planned, turn, k);
    return upload?.key === key ? upload : null;
  }

  /**
   * When the plan has the operation of a journal line start, in plan seconds from the start of its phase.
   * @returns null when the plan asks for no such operation
   */
  attemptSecond(line: AttemptLine, upload: PlannedUpload | null): number | null {
    const planned = this.phaseNamed(line.phase);
    const start = planned?.startSecond[line.session];
    if (planned === null || start === undefined) return null;
    if (planned.phase.kind === 'login') {
      // Whose turn it is in the storm only the plan's accounts know, which are not in the run folder.
      if (planned.phase.name === 'relogin' && line.account !== this.retestLogins[line.session]) return null;
      return line.operation === 'login' ? start : null;
    }
    if (planned.visits !== null)
      return line.operation === 'read'
        ? planned.visits.second(line.session, start, line.step, line.path)
        : null;
    if (planned.plenos !== null) return planned.plenos.second(line, start);
    const turn = this.turnOf(planned, line);
    const tps = turn === null ? null : this.sessionTps(planned, turn);
    if (turn === null || tps === null) return null;
    const turnStart = planned.turnSecond[turn] ?? 0;
    switch (line.operation) {
      case 'login':
        return start;
      case 'list':
        return turnStart;
      case 'status':
        return turnStart + this.#statusOffset(planned, tps);
      case 'upload': {
        const asPlanned =
          upload !== null &&
          upload.phase.name === (planned.phase.repeats ?? line.phase) &&
          upload.session === line.session &&
          upload.document === line.document &&
          upload.page === line.page &&
          upload.sha256 === line.sha256;
        if (!asPlanned) return null;
        // A phase that repeats another's uploads makes each as long after its own session's start.
        return upload.second - (this.phaseNamed(upload.phase.name)?.turnSecond[turn] ?? 0) + turnStart;
      }
      case 'reading':
      case 'confirm':
        return this.formSecond(planned, line.session, line.document, line.operation, line.look ?? 0);
      case 'manifest':
      case 'batch':
        return this.exchangeSecond(planned, line.session, line.exchange ?? 0, line.batch ?? null);
      default:
        return null;
    }
  }

  /** The status check after the uploads of a session, in plan seconds from its start. */
  #statusOffset({ phase }: PlannedPhase, { way, pages }: TpsEntry): number {
    return plannedStatusSecond(phase, this.plan.workload, way, pages.length * phase.takes.length);
  }

  /**
   * When the plan has a phone that was offline ask what is missing, or send a batch, in plan seconds from the start of its phase.
   * @param batch place of the batch in the exchange; null: the manifest
   * @returns null where the session has no such exchange or batch
   */
  exchangeSecond(
    planned: PlannedPhase,
    session: number,
    exchange: number,
    batch: number | null,
  ): number | null {
    const tps = this.sessionTps(planned, session);
    const start = planned.startSecond[session];
    if (tps === null || start === undefined || !planned.phase.offline || exchange >= EXCHANGES) return null;
    if (batch === null) return start + manifestOffsetSecond(exchange);
    if (batch >= batchesOf(tps.pages.length * planned.phase.takes.length)) return null;
    return start + batchOffsetSecond(this.plan.workload, exchange, batch);
  }

  /**
   * When the plan has a form looked at or confirmed, in plan seconds from the start of its phase.
   * @param look 0-based
   * @returns null where the session has no such form, or the plan no such look
   */
  formSecond(
    planned: PlannedPhase,
    session: number,
    document: string | null,
    operation: 'reading' | 'confirm',
    look: number,
  ): number | null {
    const tps = this.sessionTps(planned, session);
    const start = planned.startSecond[session];
    if (tps === null || start === undefined || !planned.phase.confirms || look >= LOOKS) return null;
    const place = this.forms.of(tps).indexOf(document ?? '');
    if (place === -1) return null;
    const offset = operation === 'reading' ? lookOffsetSecond : confirmOffsetSecond;
    return start + this.#statusOffset(planned, tps) + offset(place, look);
  }

  /** @param k over the session's uploads: page by page, each in every take before the next */
  #upload(planned: PlannedPhase, turn: number, k: number): PlannedUpload | null {
    const { phase, firstUpload, turnSecond } = planned;
    const tps = this.sessionTps(planned, turn);
    const place = Math.floor(k / phase.takes.length);
    const take = phase.takes[k % phase.takes.length];
    const entry = tps?.pages[place];
    if (tps === null || entry === undefined || take === undefined || firstUpload === null) return null;
    return {
      index: (firstUpload[turn] ?? 0) + k,
      phase,
      session: sessionOf(planned, turn),
      tps,
      document: entry.document,
      page: entry.page,
      key: uploadKey(this.run.runId, take, tps.kode, entry.document, entry.page),
      sha256: this.table.digest(tps, place, take),
      bytes: tps.bytes[place] ?? 0,
      second: (turnSecond[turn] ?? 0) + plannedUploadSecond(phase, this.plan.workload, tps.way, k),
    };
  }

  /** Which TPS of the phase's sessions a line is of; null where its session has no such TPS. */
  turnOf(planned: PlannedPhase, { session, tps }: Pick<AttemptLine, 'session' | 'tps'>): number | null {
    const [from, to] = turnsOf(planned, session);
    if (tps === null || (to - from === 1 && this.sessionTps(planned, from)?.kode === tps)) return from;
    const turn = to - from > 1 ? this.#turnOfTps(planned, this.table.indexOf(tps)) : undefined;
    return turn !== undefined && turn >= from && turn < to ? turn : null;
  }

  readonly #turnByTps = new Map<PlannedPhase, Map<number, number>>();

  #turnOfTps(planned: PlannedPhase, tps: number): number | undefined {
    let turns = this.#turnByTps.get(planned);
    if (turns === undefined) {
      turns = new Map();
      for (const [turn, index] of (planned.tps ?? []).entries()) turns.set(index, turn);
      this.#turnByTps.set(planned, turns);
    }
    return turns.get(tps);
  }
}

/** The TPS of a session, as places among those of all: from the first up to the second. */
export function turnsOf({ firstTps }: PlannedPhase, session: number): [number, number] {
  if (firstTps === null) return [session, session + 1];
  return [firstTps[session] ?? 0, firstTps[session + 1] ?? 0];
}

/** The session that has this TPS. */
export function sessionOf({ firstTps }: PlannedPhase, turn: number): number {
  if (firstTps === null) return turn;
  let low = 0;
  let high = firstTps.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((firstTps[middle] ?? 0) <= turn) low = middle;
    else high = middle;
  }
  return low;
}

function uploadsOf(firstUpload: Uint32Array | null): number {
  return firstUpload === null ? 0 : (firstUpload.at(-1) ?? 0) - (firstUpload[0] ?? 0);
}
