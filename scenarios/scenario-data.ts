import { SharedArray } from 'k6/data';
import { arrivalSecond } from '../fixtures/arrival/schedule.ts';
import type { PhotoIndex, WorkloadModel } from '../fixtures/plan/types.ts';
import { loadAccounts, loadAccountsNamed } from './account-data.ts';
import type { Choice } from './choice.ts';
import type { Environment } from './environment.ts';
import { flowShape } from './flows/catalog.ts';
import type { Account } from './flows/login.ts';
import { loadFormPlan } from './form-data.ts';
import { lines } from './ndjson.ts';
import { readyVus } from './options.ts';
import { loadAsked, loadSite } from './part-data.ts';
import { openPhotoForm, type PhotoForm } from './photo-form.ts';
import { loadPlanCore } from './plan-data.ts';
import { loadPlenaries, type Plenary } from './pleno-data.ts';
import { loadPps, loadPpsOperators, type PpsOperator, ppsSessions } from './pps-data.ts';
import type { Site } from './readers/site.ts';
import { visitReads } from './readers/visit.ts';
import { loadSessions, type Session } from './session-data.ts';
import type { PlannedTotals } from './thresholds.ts';
import { formsOfTps } from './workloads/forms-of-tps.ts';
import { phasesOf } from './workloads/index.ts';
import type { Phase, WorkloadName } from './workloads/phase.ts';
import { uploadsOfTps } from './workloads/session-schedule.ts';

/** A line of RETEST: a TPS whose documents are uploaded again, or an account that logs in again. */
type RetestLine = { tps: string } | { account: string };

/** Everything of a plan folder that a scenario needs, opened in k6's init stage. */
export interface ScenarioData {
  phases: Phase[];
  model: WorkloadModel;
  /** Pages of a TPS. */
  pages: number;
  /** C.Hasil of a TPS. */
  forms: number;
  /** Of a phase of logins. */
  account(phase: Phase, index: number): Account;
  /** @param index of the session, or where a session has several TPS, of the TPS among those of all sessions */
  session(phase: Phase, index: number): Session;
  /** @throws Error where no PPS helps */
  ppsOperator(index: number): PpsOperator;
  /** @throws Error where the workload has no readers */
  site(): Site;
  /** @throws Error where the workload has no pleno */
  plenary(index: number): Plenary;
  totals(): PlannedTotals;
  /** Opens the photos, where there is anything to upload. @returns a function that waits for them */
  openForm(photoField: string, speed: number): () => Promise<PhotoForm>;
}

/** @throws WorkloadRefused where the plan cannot be asked for this; k6 then ends with exit code 107 */
export function loadScenarioData(
  choice: Choice & { workload: WorkloadName; pleno: boolean },
  { plan: folder, retest }: Environment,
): ScenarioData {
  const plan = loadPlanCore(folder);
  const asked = loadAsked(folder, plan, choice.part);
  const { codes } = asked;
  const load =
    flowShape(choice.flow).population === 'pps' ? loadPps(folder, plan, choice.part, asked.load) : asked.load;
  const again = retest === null ? [] : Array.from(lines<RetestLine>(retest));
  const retestCodes = again.flatMap((line) => ('tps' in line ? [line.tps] : []));
  const reloginNames = again.flatMap((line) => ('account' in line ? [line.account] : []));
  const phases = phasesOf(choice, load, { tps: retestCodes.length, logins: reloginNames.length });
  const pages = uploadsOfTps(plan.documentProfile);
  const forms = formsOfTps(plan.documentProfile).length;
  const formPlan = phases.some(({ confirms }) => confirms) ? loadFormPlan(folder) : null;
  const logins = phases.find(({ name }) => name === 'login')?.count ?? 0;
  const accounts = loadAccounts(folder, plan, choice.part, load.accounts, logins);
  const relogins = loadAccountsNamed(folder, plan, reloginNames);
  const sessions: Partial<Record<Phase['name'], ArrayLike<Session>>> = {};
  let operators: ArrayLike<PpsOperator> | null = null;
  for (const { name, kind, takes, count, repeats, helping, confirms } of phases) {
    if (kind !== 'session' || repeats !== null) continue;
    if (helping !== null) {
      operators = loadPpsOperators(folder, plan, choice.part, count, helping.asTheyArrive);
      const helped = ppsSessions(folder, plan, choice.part, count);
      sessions[name] = loadSessions(name, folder, plan, takes, helped);
      continue;
    }
    const ofPart = () => (codes === null ? { count } : { codes: Array.from(codes).slice(0, count) });
    sessions[name] = loadSessions(
      name,
      folder,
      plan,
      takes,
      name === 'retest' ? { codes: retestCodes } : ofPart(),
      confirms ? formPlan : null,
    );
  }
  const reading = phases.find(({ kind }) => kind === 'reader');
  const site = reading === undefined ? null : loadSite(folder, plan, choice.part);
  const holding = phases.find(({ kind }) => kind === 'pleno');
  const plenaries =
    holding === undefined
      ? []
      : loadPlenaries(folder, choice.part, holding.count, holding.plenary?.operators ?? 0);

  return {
    phases,
    model: load.workload,
    pages,
    forms,
    account: ({ name }, index) => (name === 'relogin' ? relogins : accounts)[index] as Account,
    session: ({ name, repeats }, index) => sessions[repeats ?? name]?.[index] as Session,
    ppsOperator(index) {
      if (operators === null) throw new Error('no PPS helps in this workload');
      return operators[index] as PpsOperator;
    },
    site() {
      if (site === null) throw new Error('this workload has no readers');
      return site;
    },
    plenary(index) {
      const plenary = plenaries[index];
      if (plenary === undefined) throw new Error(`this workload has no pleno ${index}`);
      return plenary;
    },
    totals: () => ({
      uploads: sum(phases, ({ repeats, takes, count, helping }) =>
        repeats === null ? (helping?.tps ?? count) * pages * takes.length : 0,
      ),
      logins: sum(phases, ({ kind, count }) => (kind === 'reader' ? 0 : count)),
      plenos: holding?.count ?? 0,
      // Counted once for all VUs: each of them runs this.
      reads:
        reading === undefined || site === null
          ? 0
          : (new SharedArray('reads', () => [readsOf(reading, site)])[0] as number),
      forms: formPlan === null ? 0 : confirmableForms(sessions),
    }),
    openForm(photoField, speed) {
      const uploading = phases.filter(({ kind }) => kind === 'session');
      if (uploading.length === 0) return () => Promise.reject(new Error('nothing is uploaded here'));
      const vus = Math.max(...phases.map((phase) => readyVus(phase, load.workload, pages, speed, forms)));
      const { photos } = JSON.parse(open(`${folder}/photos.index.json`)) as PhotoIndex;
      const opening = openPhotoForm(folder, photos, photoField, vus);
      return () => opening;
    },
  };
}

/** C.Hasil of the run whose photos show the right sheets. Counted once for all VUs. */
function confirmableForms(sessions: Partial<Record<Phase['name'], ArrayLike<Session>>>): number {
  const counted = new SharedArray('confirmable-forms', () => {
    let count = 0;
    for (const list of Object.values(sessions)) {
      for (let index = 0; index < list.length; index++) {
        for (const { sheetsRight } of (list[index] as Session).forms ?? []) if (sheetsRight) count++;
      }
    }
    return [count];
  });
  return counted[0] as number;
}

function readsOf(phase: Phase, site: Site): number {
  let reads = 0;
  for (let index = 0; index < phase.count; index++) {
    reads += visitReads(site, index, arrivalSecond(phase.knots, index)).length;
  }
  return reads;
}

function sum<T>(of: readonly T[], value: (each: T) => number): number {
  return of.reduce((total, each) => total + value(each), 0);
}
