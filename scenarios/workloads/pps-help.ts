import type { Plan, Way, WorkloadModel } from '../../fixtures/plan/types.ts';
import { statusOffsetSecond } from './session-schedule.ts';

/**
 * Plan seconds between the last operation at one TPS and the first at the next (assumed: five minutes to walk over within a
 * kelurahan, or until the next KPPS has its sheets on the table).
 */
export const NEXT_TPS_SECOND = 300;

/** Digits of a kelurahan's code, with which those of its TPS begin. */
const KELURAHAN_DIGITS = 10;

/** A TPS that is helped. */
export interface HelpedTps {
  kode: string;
  way: Way;
  /** Plan seconds after voting closes at which its documents are ready. */
  arrivalSecond: number;
}

/** What one operator of the PPS does. */
export interface Helper {
  kelurahan: string;
  /** 0-based place among the PPS operators of the kelurahan. */
  place: number;
  /** Places of the operator's TPS among those given, in order of arrival. */
  tps: number[];
}

/** PPS operators that each kelurahan of a plan has. */
export function ppsOfKelurahan({ accountsByRole, kelurahan }: Plan['counts']): number {
  return Math.floor(accountsByRole['pps-operator'] / kelurahan);
}

/**
 * Divides TPS among the PPS operators of their kelurahan: in order of arrival each takes the next in turn, so that none has more
 * than one TPS more than another.
 * @param inOrder the TPS that are asked, in order of arrival
 * @param operators of each kelurahan
 * @returns the operators that have TPS to help, in order of their first one's arrival
 */
export function helpersOf(inOrder: readonly Pick<HelpedTps, 'kode'>[], operators: number): Helper[] {
  const helpers: Helper[] = [];
  if (operators < 1) return helpers;
  const ofKelurahan: Record<string, { met: number; helpers: Helper[] }> = {};
  for (const [index, { kode }] of inOrder.entries()) {
    const kelurahan = kode.slice(0, KELURAHAN_DIGITS);
    const own = ofKelurahan[kelurahan] ?? { met: 0, helpers: [] };
    ofKelurahan[kelurahan] = own;
    const place = own.met++ % operators;
    const known = own.helpers[place];
    if (known === undefined) {
      const helper = { kelurahan, place, tps: [index] };
      own.helpers.push(helper);
      helpers.push(helper);
    } else known.tps.push(index);
  }
  return helpers;
}

/**
 * Plan seconds after the start of an operator's session at which each TPS has its turn: one after the other, and in a round none
 * before its documents are ready, which the first one's are when the session starts.
 * @param helped the operator's TPS in order of arrival
 * @param uploads of a TPS
 * @param asTheyArrive whether the operator waits for a TPS that has not arrived yet
 */
export function turnSeconds(
  helped: readonly HelpedTps[],
  workload: Pick<WorkloadModel, 'documentSpacingSecond' | 'batchSpacingSecond'>,
  uploads: number,
  asTheyArrive: boolean,
): number[] {
  const turns: number[] = [];
  let free = 0;
  for (const { way, arrivalSecond } of helped) {
    const ready = asTheyArrive ? arrivalSecond - (helped[0]?.arrivalSecond ?? 0) : 0;
    const turn = Math.max(free, ready);
    turns.push(turn);
    free = turn + statusOffsetSecond(workload, way, uploads) + NEXT_TPS_SECOND;
  }
  return turns;
}
