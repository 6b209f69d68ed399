import exec from 'k6/execution';
import type { Options } from 'k6/options';
import { arrivalSecond } from '../fixtures/arrival/schedule.ts';
import { readChoice } from './choice.ts';
import { disturb } from './disturb.ts';
import { readEnvironment } from './environment.ts';
import { loginAnswer } from './flows/login.ts';
import { offlineSession } from './flows/offline-session.ts';
import { plenoSession } from './flows/pleno-session.ts';
import { ppsSession } from './flows/pps-session.ts';
import { readerVisit } from './flows/reader-visit.ts';
import { Stopping } from './flows/rest.ts';
import { tpsSession } from './flows/tps-session.ts';
import { sessionText, writeJournal } from './journal.ts';
import type { SessionContext } from './operation-subject.ts';
import { optionsFor } from './options.ts';
import { networkOptions } from './permission/network-options.ts';
import { loadPlanCore } from './plan-data.ts';
import { visitReads } from './readers/visit.ts';
import { loadScenarioData } from './scenario-data.ts';
import { withLinks } from './signal/link-options.ts';
import { targetOverLinks } from './signal/linked-target.ts';
import { openLinks } from './signal/links.ts';
import { openTarget } from './targets/open-target.ts';
import { requireParts } from './targets/require-parts.ts';
import { thresholdsFor } from './thresholds.ts';
import type { Phase, PhaseName, WorkloadName } from './workloads/phase.ts';

/** What an entry exports to k6: the options, one function a phase by the phase's name, and what comes after all of them. */
export interface Scenario {
  options: Options;
  relogin(): void;
  login(): void;
  upload(): Promise<void>;
  retest(): Promise<void>;
  twin(): Promise<void>;
  read(): void;
  pleno(): void;
  teardown(): void;
}

/** When an iteration begins by the plan, and which session it is. */
interface Begun {
  index: number;
  /** Epoch ms. */
  startAt: number;
  /** Epoch ms of plan second 0 of the phase, and plan seconds from there. */
  phaseStartAt: number;
  second: number;
}

/** A workload with the flow, the part and the readers that the environment names. Runs in k6's init stage, once a VU. */
export function defineScenario(workload: WorkloadName): Scenario {
  const environment = readEnvironment(__ENV);
  const { runId: run, speed } = environment;
  const choice = readChoice(__ENV);
  const { requestTimeoutSecond } = loadPlanCore(environment.plan).workload.operator;
  const target = openTarget(environment, requestTimeoutSecond);
  const pleno = target.pleno !== undefined;
  const data = loadScenarioData({ ...choice, workload, pleno }, environment);
  const { phases, model } = data;
  const links = openLinks(environment);
  const targetOf = targetOverLinks(links, target, (at) => openTarget(environment, requestTimeoutSecond, at));
  requireParts(target, phases);
  const publicRead = target.publicRead?.bind(target);
  // Opened here, as k6 wants it, and awaited by the first session: top-level await is not for every k6, see docs/k6.md.
  const opening = data.openForm(target.photoField, speed);

  /** The session that this iteration is, and when the plan says it starts; null past the plan's end. */
  function begin(phase: Phase): Begun | null {
    // Every look at exec.scenario makes a new object; one is enough.
    const { iterationInTest: index, startTime } = exec.scenario;
    if (index >= phase.count) return null;
    if (index === 0) {
      writeJournal({ v: 1, kind: 'phase', run, phase: phase.name, startedAt: startTime, count: phase.count });
      if (workload === 'round-2' && phase.name === 'upload')
        disturb(target, run, model.disturbances, speed, startTime);
    }
    if (workload === 'breakpoint')
      writeJournal({ v: 1, kind: 'start', run, phase: phase.name, session: index, at: Date.now() });
    const second = arrivalSecond(phase.knots, index);
    return { index, startAt: startTime + (second * 1000) / speed, phaseStartAt: startTime, second };
  }

  function context(phase: Phase, session: number, account: string, tps: string | null): SessionContext {
    const operator = phase.kind === 'reader' ? { ...model.operator, attempts: 1 } : model.operator;
    const about = { run, phase: phase.name, session, account, tps, speed, operator };
    return { ...about, journalPart: sessionText(about) };
  }

  /** Says in the journal when k6 cuts a session short. */
  function noteStop(error: unknown): void {
    if (!(error instanceof Stopping)) throw error;
    writeJournal({ v: 1, kind: 'end', run, at: Date.now() });
  }

  async function tpsPhase(name: PhaseName): Promise<void> {
    const phase = phaseNamed(phases, name);
    const begun = begin(phase);
    if (begun === null) return;
    if (phase.helping !== null) return ppsPhase(phase, begun);
    const session = data.session(phase, begun.index);
    const about = context(phase, begun.index, session.account.username, session.kode);
    try {
      // Who logs in on the day before is at home, where there is signal, and long where it has signal when it sends.
      const underWayFrom = phase.offline ? Number.NEGATIVE_INFINITY : begun.startAt;
      const linked = targetOf(session.kode, underWayFrom, speed);
      const form = await opening();
      if (phase.offline && linked.offline !== undefined)
        await offlineSession(linked, linked.offline, form, model, about, session, begun.startAt);
      else await tpsSession(linked, form, model, about, session, phase, begun.startAt);
    } catch (error) {
      noteStop(error);
    }
  }

  async function ppsPhase(phase: Phase, { index, startAt }: Begun): Promise<void> {
    const operator = data.ppsOperator(index);
    const turnAt = (turn: number, plannedAt: number) => {
      const session = data.session(phase, operator.first + turn);
      return {
        session,
        target: targetOf(session.kode, plannedAt, speed),
        context: context(phase, index, operator.username, session.kode),
      };
    };
    try {
      await ppsSession(await opening(), model, operator, turnAt, phase, startAt);
    } catch (error) {
      noteStop(error);
    }
  }

  function loginsOf(name: PhaseName): void {
    const phase = phaseNamed(phases, name);
    const begun = begin(phase);
    if (begun === null) return;
    const account = data.account(phase, begun.index);
    try {
      loginAnswer(target, context(phase, begun.index, account.username, null), account, begun.startAt);
    } catch (error) {
      noteStop(error);
    }
  }

  return {
    options: {
      ...withLinks(
        optionsFor(phases, model, data.pages, speed, thresholdsFor(workload, data.totals()), data.forms),
        links,
        phases,
        speed,
      ),
      ...networkOptions(environment.permitted, links),
    },
    relogin: () => loginsOf('relogin'),
    login: () => loginsOf('login'),
    upload: () => tpsPhase('upload'),
    retest: () => tpsPhase('retest'),
    twin: () => tpsPhase('twin'),
    read() {
      const phase = phaseNamed(phases, 'read');
      const begun = begin(phase);
      if (begun === null || publicRead === undefined) return;
      const reads = visitReads(data.site(), begun.index, begun.second);
      try {
        readerVisit(publicRead, context(phase, begun.index, '', null), reads, begun.phaseStartAt);
      } catch (error) {
        noteStop(error);
      }
    },
    pleno() {
      const phase = phaseNamed(phases, 'pleno');
      const begun = begin(phase);
      if (begun === null || target.pleno === undefined || phase.plenary === null) return;
      const plenary = data.plenary(begun.index);
      const about = context(phase, begun.index, plenary.admin.username, null);
      try {
        plenoSession(target, target.pleno, about, plenary, phase.plenary, begun.startAt);
      } catch (error) {
        noteStop(error);
      }
    },
    teardown() {
      writeJournal({ v: 1, kind: 'end', run, at: Date.now() });
    },
  };
}

function phaseNamed(phases: Phase[], name: PhaseName): Phase {
  const phase = phases.find((candidate) => candidate.name === name);
  if (phase === undefined) throw new Error(`this workload has no phase ${name}`);
  return phase;
}
