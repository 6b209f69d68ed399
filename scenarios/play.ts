import type { WorkloadModel } from '../fixtures/plan/types.ts';
import type { Account } from './flows/login.ts';
import type { Plenary } from './init-stage/plenaries.ts';
import type { PpsOperator } from './init-stage/pps-operators.ts';
import type { Session } from './init-stage/sessions.ts';
import type { SessionContext } from './operation-subject.ts';
import type { PhotoForm } from './photos/photo-form.ts';
import type { PublishedKabkota, PublishedKelurahan } from './readers/site.ts';
import type { TargetOf } from './signal/linked-target.ts';
import type { Target } from './targets/target.ts';
import type { Phase } from './workloads/phase.ts';
import type { PlayName } from './workloads/play-name.ts';

/** What of a plan's workload a session needs to know while it is under way. */
export type SessionModel = Pick<WorkloadModel, 'documentSpacingSecond' | 'batchSpacingSecond' | 'operator'>;

/** Who takes part in a phase, session by session. Each list is one for all VUs, and there only where the phase's kind needs it. */
export interface PhaseLists {
  /** Plan seconds from the start of the phase at which each session begins. */
  arrivals: ArrayLike<number>;
  /** Of logins. */
  accounts?: ArrayLike<Account>;
  /** Of TPS; where a session has several TPS, those of all operators, operator by operator. */
  sessions?: ArrayLike<Session>;
  operators?: ArrayLike<PpsOperator>;
  plenaries?: ArrayLike<Plenary>;
  /** Of readers. */
  kelurahan?: ArrayLike<PublishedKelurahan>;
  kabkota?: ArrayLike<PublishedKabkota>;
}

/** A phase as a VU holds it, which is a copy for each: only what sessions look at. */
export interface PlayedPhase extends Pick<Phase, 'name' | 'kind' | 'count' | 'taps' | 'repeats' | 'plenary'> {
  play: PlayName;
  of: PhaseLists;
}

/** What a VU has for whatever it plays. */
export interface Vu {
  /** Plan seconds per real second. */
  speed: number;
  model: SessionModel;
  /** Codes under which the elections are published. */
  elections: readonly string[];
  target: Target;
  /** The target as a TPS reaches it. */
  targetOf: TargetOf;
  /** The photos, opened in the init stage; for phases in which something is uploaded. */
  form: PhotoForm | Promise<PhotoForm>;
  context(phase: PlayedPhase, session: number, account: string, tps: string | null): SessionContext;
}

/** A session that begins. */
export interface Begun {
  /** 0-based, in order of arrival. */
  index: number;
  /** Planned, epoch ms. */
  startAt: number;
  /** Epoch ms of plan second 0 of the phase, and plan seconds from there. */
  phaseStartAt: number;
  second: number;
}

/** Plays one session of a phase; over when what it returns is there. @throws Stopping where k6 stops the run */
export type Play = (vu: Vu, phase: PlayedPhase, begun: Begun) => unknown;

/** The plays that a script has. */
export type Plays = Partial<Record<PlayName, Play>>;
