import type { Take, WorkloadModel } from '../../fixtures/plan/types.ts';
import type { FlowShape } from '../flows/catalog.ts';
import type { PlannedPlenary } from './load.ts';
import type { Phase } from './phase.ts';
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

/** TPS that failed in an earlier run, uploaded plainly: what is tested again is the document and not the operator's habit. */
export function retestPhase(shape: Shape): Phase {
  return { ...PLAIN, ...shape, name: 'retest', kind: 'session', takes: ['retest'], startSecond: 0 };
}

/** TPS sessions as a flow has them: one phase, and one more where the account is used on a second phone. */
export function sessionPhases(
  flow: FlowShape,
  take: Take,
  shape: Shape,
  startSecond: number,
  workload: Pick<WorkloadModel, 'documentSpacingSecond'>,
): Phase[] {
  const takes = flow.retakes ? [firstTakeOf(take), take] : [take];
  const upload: Phase = {
    ...PLAIN,
    ...shape,
    name: 'upload',
    kind: 'session',
    takes,
    taps: flow.taps,
    startSecond,
  };
  if (!flow.secondPhone) return [upload];
  // Half a sheet behind (assumed: two people who take turns at the same table), so that neither phone is ever first throughout.
  const behind = workload.documentSpacingSecond / 2;
  return [upload, { ...upload, name: 'twin', repeats: 'upload', startSecond: startSecond + behind }];
}

/** A photo that is taken again has other bytes. Those of the other round are planned for the same sheet and sent by nobody else. */
function firstTakeOf(take: Take): Take {
  return take === 'round-1' ? 'round-2' : 'round-1';
}

const PLAIN = { takes: [], repeats: null, taps: 1, plenary: null } as const;
