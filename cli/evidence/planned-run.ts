import type { Plan, Take } from '../../fixtures/plan/types.ts';
import type { AttemptLine } from '../../scenarios/journal-line.ts';
import type { PlannedLoad } from '../../scenarios/workloads/load.ts';
import type { Phase } from '../../scenarios/workloads/phase.ts';
import { statusOffsetSecond, uploadOffsetSecond } from '../../scenarios/workloads/session-schedule.ts';
import { uploadKey } from '../../scenarios/workloads/upload-key.ts';
import type { RunRecord } from '../run-folder/types.ts';
import type { PlannedPlenos } from './planned-plenos.ts';
import type { PlannedVisits } from './planned-visits.ts';
import type { RunStop } from './run-stop.ts';
import type { TpsEntry, TpsTable } from './tps-table.ts';
import type { PlanCopy } from './types.ts';

/** A phase with its sessions. Session `i` is arrival `i`. */
export interface PlannedPhase {
  phase: Phase;
  /** Plan seconds from the phase's start at which each session starts. */
  startSecond: Float64Array;
  /** Place of each session's TPS in the table; null for logins. */
  tps: Uint32Array | null;
  /**
   * Number of each session's first upload, counted over the whole run, and one more entry: the phase's end. A phase that repeats
   * another's uploads has that one's numbers. null where nothing is uploaded.
   */
  firstUpload: Uint32Array | null;
  /** What each visit of readers reads; null for other kinds. */
  visits: PlannedVisits | null;
  /** The plenary of each session's kecamatan; null for other kinds. */
  plenos: PlannedPlenos | null;
}

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
  'run' | 'plan' | 'table' | 'phases' | 'copies' | 'retestCount' | 'load' | 'stop'
>;

/** Everything a run was to ask of its target, and when; answers by number, so that nothing is kept per upload. */
export class PlannedRun {
  readonly run: RunRecord;
  readonly plan: Plan;
  readonly table: TpsTable;
  readonly phases: readonly PlannedPhase[];
  /** The plan's files as copied into the run folder against what run.json and plan.json say of them. */
  readonly copies: readonly PlanCopy[];
  /** Lines of retest.ndjson. */
  readonly retestCount: number;
  /** What of the plan was asked: all of it, or the run's part. */
  readonly load: PlannedLoad;
  /** Where the run stopped before its plan's end because the target broke; null where it did not. */
  readonly stop: RunStop | null;
  readonly uploadCount: number;

  constructor(of: PlannedParts) {
    this.run = of.run;
    this.plan = of.plan;
    this.table = of.table;
    this.phases = of.phases;
    this.copies = of.copies;
    this.retestCount = of.retestCount;
    this.load = of.load;
    this.stop = of.stop;
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

  sessionTps(planned: PlannedPhase, session: number): TpsEntry | null {
    const index = planned.tps?.[session];
    return index === undefined ? null : (this.table.entries[index] ?? null);
  }

  /** Every planned upload, in order of phase, session and page. */
  *uploads(): Generator<PlannedUpload> {
    for (const planned of this.uploadingPhases) {
      for (let session = 0; session < (planned.tps?.length ?? 0); session++) {
        yield* this.uploadsOfSession(planned, session);
      }
    }
  }

  *uploadsOfSession(planned: PlannedPhase, session: number): Generator<PlannedUpload> {
    const uploads = planned.phase.takes.length * (this.sessionTps(planned, session)?.pages.length ?? 0);
    for (let k = 0; k < uploads; k++) {
      const upload = this.#upload(planned, session, k);
      if (upload !== null) yield upload;
    }
  }

  /** The planned upload with this idempotency key, or null where no plan knows it. */
  uploadByKey(key: string): PlannedUpload | null {
    const prefix = `${this.run.runId}.`;
    if (!key.startsWith(prefix)) return null;
    const [take, kode = '', document, page] = key.slice(prefix.length).split('.');
    const planned = this.uploadingPhases.find(({ phase }) => phase.takes.some((own) => own === take));
    const session = planned === undefined ? undefined : this.#sessionOfTps(planned, this.table.indexOf(kode));
    if (planned === undefined || session === undefined) return null;
    const pages = this.sessionTps(planned, session)?.pages ?? [];
    const place = pages.findIndex((entry) => entry.document === document && String(entry.page) === page);
    const { takes } = planned.phase;
    const k = place * takes.length + takes.indexOf(take as Take);
    const upload = place === -1 ? null : this.#upload(planned, session, k);
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
    const tps = this.sessionTps(planned, line.session);
    if (planned.phase.kind === 'login') return line.operation === 'login' ? start : null;
    if (planned.visits !== null)
      return line.operation === 'read'
        ? planned.visits.second(line.session, start, line.step, line.path)
        : null;
    if (planned.plenos !== null) return planned.plenos.second(line, start);
    if (tps === null || (line.tps !== null && line.tps !== tps.kode)) return null;
    switch (line.operation) {
      case 'login':
      case 'list':
        return start;
      case 'status':
        return (
          start +
          statusOffsetSecond(this.plan.workload, tps.way, tps.pages.length * planned.phase.takes.length)
        );
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
        return upload.second - (this.phaseNamed(upload.phase.name)?.startSecond[line.session] ?? 0) + start;
      }
      default:
        return null;
    }
  }

  /** @param k over the session's uploads: page by page, each in every take before the next */
  #upload(planned: PlannedPhase, session: number, k: number): PlannedUpload | null {
    const { phase, firstUpload, startSecond } = planned;
    const tps = this.sessionTps(planned, session);
    const place = Math.floor(k / phase.takes.length);
    const take = phase.takes[k % phase.takes.length];
    const entry = tps?.pages[place];
    if (tps === null || entry === undefined || take === undefined || firstUpload === null) return null;
    return {
      index: (firstUpload[session] ?? 0) + k,
      phase,
      session,
      tps,
      document: entry.document,
      page: entry.page,
      key: uploadKey(this.run.runId, take, tps.kode, entry.document, entry.page),
      sha256: this.table.digest(tps, place, take),
      bytes: tps.bytes[place] ?? 0,
      second: (startSecond[session] ?? 0) + uploadOffsetSecond(this.plan.workload, tps.way, k),
    };
  }

  readonly #sessionByTps = new Map<PlannedPhase, Map<number, number>>();

  #sessionOfTps(planned: PlannedPhase, tps: number): number | undefined {
    let sessions = this.#sessionByTps.get(planned);
    if (sessions === undefined) {
      sessions = new Map();
      for (const [session, index] of (planned.tps ?? []).entries()) sessions.set(index, session);
      this.#sessionByTps.set(planned, sessions);
    }
    return sessions.get(tps);
  }
}

function uploadsOf(firstUpload: Uint32Array | null): number {
  return firstUpload === null ? 0 : (firstUpload.at(-1) ?? 0) - (firstUpload[0] ?? 0);
}
