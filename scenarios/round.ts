import exec from 'k6/execution';
import type { Options } from 'k6/options';
import { arrivalSecond } from '../fixtures/arrival/schedule.ts';
import { type PhotoIndex, SIGNAL_DISTURBANCES } from '../fixtures/plan/types.ts';
import { readEnvironment } from './environment.ts';
import { login as loginFlow } from './flows/login.ts';
import { tpsSession } from './flows/tps-session.ts';
import { sessionText, writeJournal } from './journal.ts';
import { lines } from './ndjson.ts';
import type { SessionContext } from './operation-subject.ts';
import { optionsFor, readyVus } from './options.ts';
import { openPhotoForm } from './photo-form.ts';
import { loadAccounts, loadPlanCore, loadSessions, type Session } from './plan-data.ts';
import { withLinks } from './signal/link-options.ts';
import { targetOverLinks } from './signal/linked-target.ts';
import { openLinks } from './signal/links.ts';
import { mockTarget } from './targets/mock.ts';
import { phasesOf } from './workloads/index.ts';
import type { Phase, WorkloadName } from './workloads/phase.ts';
import { uploadsOfTps } from './workloads/session-schedule.ts';

/** What an entry exports to k6: the options and one function a phase, by the phase's name. */
export interface Round {
  options: Options;
  login(): void;
  upload(): Promise<void>;
  retest(): Promise<void>;
}

/**
 * Everything of a round but its name. Runs in k6's init stage, once a VU.
 * @param disturbed the plan's timeline of faults is asked of the target when the uploads begin
 */
export function defineRound(name: WorkloadName, disturbed: boolean): Round {
  const environment = readEnvironment(__ENV);
  const { plan: folder, runId: run, speed } = environment;
  const plan = loadPlanCore(folder);
  const { workload } = plan;
  const retestCodes =
    environment.retest === null
      ? []
      : Array.from(lines<{ tps: string }>(environment.retest), ({ tps }) => tps);
  const phases = phasesOf(name, plan, retestCodes.length);
  const logins = phases.find(({ kind }) => kind === 'login')?.count ?? 0;
  const accounts = loadAccounts(folder, plan, logins);
  const sessions: Record<string, ArrayLike<Session>> = {};
  for (const phase of phases) {
    if (phase.take === null) continue;
    const choice = phase.name === 'retest' ? { codes: retestCodes } : { count: phase.count };
    sessions[phase.name] = loadSessions(phase.name, folder, plan, phase.take, choice);
  }
  const openTarget = (url: string, headers: Record<string, string> = {}) =>
    mockTarget(url, workload.operator.requestTimeoutSecond, headers);
  const target = openTarget(environment.target);
  const links = openLinks(__ENV.LINKS);
  const targetOf = targetOverLinks(links, target, openTarget);
  const photos = (JSON.parse(open(`${folder}/photos.index.json`)) as PhotoIndex).photos;
  const uploads = uploadsOfTps(plan.documentProfile);
  const vus = Math.max(...phases.map((phase) => readyVus(phase, workload, uploads, speed)));
  // Opened here, as k6 wants it, and awaited by the first session: top-level await is not for every k6, see docs/k6.md.
  const opening = openPhotoForm(folder, photos, target.photoField, vus);
  const uploadTarget = phases.reduce(
    (sum, { kind, count }) => sum + (kind === 'session' ? count * uploads : 0),
    0,
  );

  /** The session that this iteration is, and when the plan says it starts; null past the plan's end. */
  function begin(phase: Phase): { index: number; startAt: number } | null {
    // Every look at exec.scenario makes a new object; one is enough.
    const { iterationInTest: index, startTime } = exec.scenario;
    if (index >= phase.count) return null;
    if (index === 0) {
      writeJournal({ v: 1, kind: 'phase', run, phase: phase.name, startedAt: startTime, count: phase.count });
      if (disturbed && phase.name === 'upload') disturb(startTime);
    }
    return { index, startAt: startTime + (arrivalSecond(phase.knots, index) * 1000) / speed };
  }

  function context(phase: Phase, session: number, account: string, tps: string | null): SessionContext {
    const about = { run, phase: phase.name, session, account, tps, speed, operator: workload.operator };
    return { ...about, journalPart: sessionText(about) };
  }

  function disturb(uploadsStartAt: number): void {
    const served = workload.disturbances.filter(({ type }) => !SIGNAL_DISTURBANCES.includes(type));
    const faults = served.map(({ name: fault, type, atSecond, durationSecond, delayMs, share }) => ({
      name: fault,
      type,
      startMs: Math.round((atSecond * 1000) / speed),
      durationMs: Math.round((durationSecond * 1000) / speed),
      ...(delayMs === undefined ? {} : { delayMs }),
      ...(share === undefined ? {} : { share }),
    }));
    if (faults.length === 0) return;
    // What no adapter can ask for is not written down either: nothing was sent.
    if (target.disturb === undefined) return;
    const accepted = target.disturb(uploadsStartAt, faults);
    for (const fault of faults) {
      const startsAt = uploadsStartAt + fault.startMs;
      const endsAt = startsAt + fault.durationMs;
      writeJournal({
        v: 1,
        kind: 'disturbance',
        run,
        name: fault.name,
        type: fault.type,
        startsAt,
        endsAt,
        accepted,
      });
    }
  }

  async function tpsPhase(phaseName: 'upload' | 'retest'): Promise<void> {
    const phase = phaseNamed(phases, phaseName);
    const started = begin(phase);
    if (started === null || phase.take === null) return;
    const session = (sessions[phaseName] as ArrayLike<Session>)[started.index] as Session;
    const about = context(phase, started.index, session.account.username, session.kode);
    const linked = targetOf(session.kode, started.startAt, speed);
    await tpsSession(linked, await opening, workload, about, session, phase.take, started.startAt);
  }

  return {
    options: withLinks(optionsFor(phases, workload, uploads, speed, uploadTarget), links, phases, speed),
    login() {
      const phase = phaseNamed(phases, 'login');
      const started = begin(phase);
      if (started === null) return;
      const account = accounts[started.index] as { username: string; password: string };
      loginFlow(target, context(phase, started.index, account.username, null), account, started.startAt);
    },
    upload: () => tpsPhase('upload'),
    retest: () => tpsPhase('retest'),
  };
}

function phaseNamed(phases: Phase[], name: string): Phase {
  const phase = phases.find((candidate) => candidate.name === name);
  if (phase === undefined) throw new Error(`this round has no phase ${name}`);
  return phase;
}
