import type { Plan } from '../../fixtures/plan/types.ts';
import type { AttemptLine } from '../../scenarios/journal-line.ts';
import type { Phase } from '../../scenarios/workloads/phase.ts';
import { statusOffsetSecond, uploadOffsetSecond } from '../../scenarios/workloads/session-schedule.ts';
import { uploadKey } from '../../scenarios/workloads/upload-key.ts';
import type { RunRecord } from '../run-folder/types.ts';
import type { TpsEntry, TpsTable } from './tps-table.ts';
import type { PlanCopy } from './types.ts';

/** A phase with its sessions. Session `i` is arrival `i`. */
export interface PlannedPhase {
  phase: Phase;
  /** Plan seconds from the phase's start at which each session starts. */
  startSecond: Float64Array;
  /** Place of each session's TPS in the table; null for logins. */
  tps: Uint32Array | null;
  /** Number of each session's first upload, counted over the whole run, and one more entry: the phase's end. */
  firstUpload: Uint32Array | null;
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
  readonly uploadCount: number;

  constructor(
    run: RunRecord,
    plan: Plan,
    table: TpsTable,
    phases: readonly PlannedPhase[],
    copies: readonly PlanCopy[],
    retestCount: number,
  ) {
    this.run = run;
    this.plan = plan;
    this.table = table;
    this.phases = phases;
    this.copies = copies;
    this.retestCount = retestCount;
    this.uploadCount = phases.reduce((sum, { firstUpload }) => sum + uploadsOf(firstUpload), 0);
  }

  /** The phase that uploads every TPS once; null never happens in today's workloads but is not assumed. */
  get mainPhase(): PlannedPhase | null {
    return this.phaseNamed('upload');
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
    for (const planned of this.phases) {
      for (let session = 0; session < (planned.tps?.length ?? 0); session++) {
        yield* this.uploadsOfSession(planned, session);
      }
    }
  }

  *uploadsOfSession(planned: PlannedPhase, session: number): Generator<PlannedUpload> {
    const tps = this.sessionTps(planned, session);
    for (const k of tps?.pages.keys() ?? []) {
      const upload = this.#upload(planned, session, k);
      if (upload !== null) yield upload;
    }
  }

  /** The planned upload with this idempotency key, or null where no plan knows it. */
  uploadByKey(key: string): PlannedUpload | null {
    const prefix = `${this.run.runId}.`;
    if (!key.startsWith(prefix)) return null;
    const [take, kode = '', document, page] = key.slice(prefix.length).split('.');
    const planned = this.phases.find(({ phase }) => phase.take !== null && phase.take === take);
    const session = planned === undefined ? undefined : this.#sessionOfTps(planned, this.table.indexOf(kode));
    if (planned === undefined || session === undefined) return null;
    const pages = this.sessionTps(planned, session)?.pages ?? [];
    const k = pages.findIndex((entry) => entry.document === document && String(entry.page) === page);
    const upload = k === -1 ? null : this.#upload(planned, session, k);
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
    if (tps === null || (line.tps !== null && line.tps !== tps.kode)) return null;
    switch (line.operation) {
      case 'login':
      case 'list':
        return start;
      case 'status':
        return start + statusOffsetSecond(this.plan.workload, tps.way, tps.pages.length);
      case 'upload': {
        const asPlanned =
          upload !== null &&
          upload.phase.name === line.phase &&
          upload.session === line.session &&
          upload.document === line.document &&
          upload.page === line.page &&
          upload.sha256 === line.sha256;
        return asPlanned ? upload.second : null;
      }
    }
  }

  #upload(planned: PlannedPhase, session: number, k: number): PlannedUpload | null {
    const { phase, firstUpload, startSecond } = planned;
    const tps = this.sessionTps(planned, session);
    const entry = tps?.pages[k];
    if (tps === null || entry === undefined || phase.take === null || firstUpload === null) return null;
    return {
      index: (firstUpload[session] ?? 0) + k,
      phase,
      session,
      tps,
      document: entry.document,
      page: entry.page,
      key: uploadKey(this.run.runId, phase.take, tps.kode, entry.document, entry.page),
      sha256: this.table.digest(tps, k, phase.take),
      bytes: tps.bytes[k] ?? 0,
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
