import type { Take, WorkloadModel } from '../../fixtures/plan/types.ts';
import type { FlowShape } from '../flows/catalog.ts';
import type { PlannedPlenary } from './load.ts';
import type { Helping, Phase } from './phase.ts';
import type { Shape } from './shape.ts';

/** Accounts that log in and do nothing else. */
export function loginPhase(shape: Shape, startSecond: number): Phase {
  return { ...PLAIN, ...shape, name: 'login', kind: 'login', startSecond };
}

/** Visits of readers of the published results. */
export function readPhase(shape: Shape, startSecond: number): Phase {
  return { ...PLAIN, ...shape, name: 'read', kind: 'reader', startSecond };
}

/** Kecamatan that hold their pleno. */
export function plenoPhase(
  { hands }: Pick<FlowShape, 'hands'>,
  shape: Shape,
  startSecond: number,
  { operators, mostForms }: PlannedPlenary,
): Phase {
  const plenary = { hands, operators, mostForms };
  return { ...PLAIN, ...shape, name: 'pleno', kind: 'pleno', plenary, startSecond };
}

/** Accounts whose login failed in an earlier run, before anything else. */
export function reloginPhase(shape: Shape): Phase {
  return { ...PLAIN, ...shape, name: 'relogin', kind: 'login', startSecond: 0 };
}

/** TPS that failed in an earlier run, uploaded plainly: what is tested again is the document and not the operator's habit. */
export function retestPhase(shape: Shape, startSecond: number): Phase {
  return { ...PLAIN, ...shape, name: 'retest', kind: 'session', takes: ['retest'], startSecond };
}

/**
 * TPS sessions as a flow has them: one phase, and one more where the account is used on a second phone.
 * @param helping where operators of the PPS upload
 */
export function sessionPhases(
  flow: FlowShape,
  take: Take,
  shape: Shape,
  startSecond: number,
  workload: Pick<WorkloadModel, 'documentSpacingSecond'>,
  helping: Helping | null = null,
): Phase[] {
  const takes = takesOf(flow, take);
  const upload: Phase = {
    ...PLAIN,
    ...shape,
    name: 'upload',
    kind: 'session',
    takes,
    taps: flow.taps,
    helping,
    startSecond,
    ...(flow.confirms ? { confirms: true } : {}),
    ...(flow.offline ? { offline: true } : {}),
  };
  if (!flow.secondPhone) return [upload];
  // Half a sheet behind (assumed: two people who take turns at the same table), so that neither phone is ever first throughout.
  const behind = workload.documentSpacingSecond / 2;
  return [upload, { ...upload, name: 'twin', repeats: 'upload', startSecond: startSecond + behind }];
}

/** The bytes in which a flow uploads each page, one after the other. @param take the round's own */
export function takesOf({ retakes }: Pick<FlowShape, 'retakes'>, take: Take): Take[] {
  return retakes ? [firstTakeOf(take), take] : [take];
}

/** A photo that is taken again has other bytes. Those of the other round are planned for the same sheet and sent by nobody else. */
function firstTakeOf(take: Take): Take {
  return take === 'round-1' ? 'round-2' : 'round-1';
}

const PLAIN = { takes: [], repeats: null, taps: 1, helping: null, plenary: null } as const;
