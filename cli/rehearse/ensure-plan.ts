import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { TOOLKIT } from '../../fixtures/package-root.ts';
import { generatePlan } from '../../fixtures/plan/generate.ts';
import { verifyPlan } from '../../fixtures/plan/read.ts';
import type { Plan } from '../../fixtures/plan/types.ts';

export interface EnsuredPlan {
  folder: string;
  plan: Plan;
  /** It was there already and is unchanged. */
  reused: boolean;
}

/**
 * The plan of a region and seed, made if it is not there yet.
 * @throws OperatorError PLAN_CHANGED, PLAN_VERSION when the one that is there cannot be used
 */
export async function ensurePlan(
  folder: string,
  region: string,
  seed: number,
  poolSize: number,
  signal: AbortSignal,
): Promise<EnsuredPlan> {
  if (existsSync(join(folder, 'plan.json'))) return { folder, plan: await verifyPlan(folder), reused: true };
  const plan = await generatePlan({
    region,
    seed,
    out: folder,
    photos: { mode: 'pool', size: poolSize, sensor: 'published' },
    toolkit: TOOLKIT,
    signal,
  });
  return { folder, plan, reused: false };
}
