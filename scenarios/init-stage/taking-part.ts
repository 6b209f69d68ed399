import { arrivalSeconds } from '../../fixtures/arrival/schedule.ts';
import type { Plan } from '../../fixtures/plan/types.ts';
import { type FormPlan, formPlanOf } from '../form-plan.ts';
import type { PhaseLists } from '../play.ts';
import type { Site } from '../readers/site.ts';
import type { PlannedLoad } from '../workloads/load.ts';
import type { Phase } from '../workloads/phase.ts';
import { type HelpedTps, type Helper, helpersOf, ppsOfKelurahan } from '../workloads/pps-help.ts';
import { withPps } from '../workloads/pps-load.ts';
import { accountsInTurn, accountsNamed } from './accounts.ts';
import { arrivalsOf, askedLoad, siteOf } from './asked-part.ts';
import { lines } from './ndjson.ts';
import { plenariesOf } from './plenaries.ts';
import { ppsOperatorsOf } from './pps-operators.ts';
import { type Session, type SessionChoice, sessionsOf } from './sessions.ts';

/** What makes each list of a phase; none is made before it is asked for. */
export type PhaseListMakers = { [List in keyof PhaseLists]: () => readonly unknown[] };

/** A line of RETEST: a TPS whose documents are uploaded again, or an account that logs in again. */
type RetestLine = { tps: string } | { account: string };

/** Who of a plan takes part in a run. What several lists need is read once. */
export class TakingPart {
  readonly #folder: string;
  readonly #plan: Plan;
  readonly #part: readonly string[] | null;
  readonly #again: { tps: string[]; accounts: string[] };
  readonly #formPlan: FormPlan;
  #arrivals: readonly HelpedTps[] | null = null;
  #site: Site | null = null;
  /** Sessions that confirm, which are both counted and shared. */
  readonly #withForms: Record<string, Session[]> = {};

  /**
   * @param part codes of kecamatan, kelurahan and TPS, or null for the whole plan
   * @param retest file of what is tested again, or null
   */
  constructor(folder: string, plan: Plan, part: readonly string[] | null, retest: string | null) {
    this.#folder = folder;
    this.#plan = plan;
    this.#part = part;
    this.#formPlan = formPlanOf(plan);
    const again = retest === null ? [] : Array.from(lines<RetestLine>(retest));
    this.#again = {
      tps: again.flatMap((line) => ('tps' in line ? [line.tps] : [])),
      accounts: again.flatMap((line) => ('account' in line ? [line.account] : [])),
    };
  }

  /** @param pps whether operators of the PPS help, and their load is asked for too */
  load(pps: boolean): PlannedLoad {
    const load = askedLoad(this.#folder, this.#plan, this.#part, () => this.#inOrder());
    return pps ? withPps(load, this.#plan, this.#inOrder()) : load;
  }

  /** How much is tested again. */
  retestCounts(): { tps: number; logins: number } {
    return { tps: this.#again.tps.length, logins: this.#again.accounts.length };
  }

  /** The areas that readers look at. */
  site(): Site {
    this.#site ??= siteOf(this.#folder, this.#plan, this.#part);
    return this.#site;
  }

  /** The lists of a phase but those that it shares with the phase it repeats. */
  listsOf(phase: Phase, load: PlannedLoad): PhaseListMakers {
    const folder = this.#folder;
    const plan = this.#plan;
    const { name, kind, count, knots, repeats, helping } = phase;
    const makers: PhaseListMakers = { arrivals: () => Array.from(arrivalSeconds(knots, count)) };
    if (kind === 'login') {
      makers.accounts = () =>
        name === 'relogin'
          ? accountsNamed(folder, plan, this.#again.accounts)
          : accountsInTurn(folder, plan, this.#part, load.accounts, count);
    }
    if (kind === 'session' && repeats === null) {
      makers.sessions = () => this.#sessions(phase);
      if (helping !== null)
        makers.operators = () =>
          ppsOperatorsOf(folder, plan, this.#inOrder(), this.#helpers(count), helping.asTheyArrive);
    }
    if (kind === 'reader') {
      makers.kelurahan = () => Array.from(this.site().kelurahan);
      makers.kabkota = () => Array.from(this.site().kabkota);
    }
    if (kind === 'pleno') {
      makers.plenaries = () => plenariesOf(folder, plan, this.#part, count, phase.plenary?.operators ?? 0);
    }
    return makers;
  }

  /** C.Hasil of a phase's sessions whose photos show the right sheets. */
  confirmableForms(phase: Phase): number {
    let forms = 0;
    for (const session of this.#sessions(phase))
      for (const { sheetsRight } of session.forms ?? []) if (sheetsRight) forms++;
    return forms;
  }

  #sessions(phase: Phase): Session[] {
    const { name, takes, confirms } = phase;
    const known = this.#withForms[name];
    if (known !== undefined) return known;
    const forms = confirms ? this.#formPlan : null;
    const sessions = sessionsOf(this.#folder, this.#plan, takes, this.#tpsOf(phase), forms);
    if (confirms) this.#withForms[name] = sessions;
    return sessions;
  }

  #tpsOf({ name, count, helping }: Phase): SessionChoice {
    if (helping !== null) {
      const all = this.#inOrder();
      return {
        codes: this.#helpers(count).flatMap(({ tps }) => tps.map((place) => (all[place] as HelpedTps).kode)),
      };
    }
    if (name === 'retest') return { codes: this.#again.tps };
    if (this.#part === null) return { count };
    return {
      codes: this.#inOrder()
        .slice(0, count)
        .map(({ kode }) => kode),
    };
  }

  /** The first operators of the PPS, in order of their first TPS's arrival. */
  #helpers(count: number): Helper[] {
    return helpersOf(this.#inOrder(), ppsOfKelurahan(this.#plan.counts)).slice(0, count);
  }

  /** The TPS that are asked, in order of arrival. */
  #inOrder(): readonly HelpedTps[] {
    this.#arrivals ??= arrivalsOf(this.#folder, this.#plan, this.#part);
    return this.#arrivals;
  }
}
