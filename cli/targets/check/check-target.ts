import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { TOOLKIT } from '../../../fixtures/package-root.ts';
import { generatePlan } from '../../../fixtures/plan/generate.ts';
import { verifyPlan } from '../../../fixtures/plan/read.ts';
import type { CheckStep } from '../../../scenarios/target-tasks/check-step.ts';
import { missingParts, type OptionalPart, WITHOUT_PART } from '../../../scenarios/targets/parts.ts';
import { locateK6 } from '../../k6/locate.ts';
import { accessTo, admitRunTarget, type TargetOptions } from '../../run/run-target.ts';
import { DEFAULT_STOP_FILE, refuseWhileStopped } from '../../stop/stop-file.ts';
import { askTarget, failureOf } from '../ask-target.ts';

export interface CheckTargetOptions extends TargetOptions {
  /** Plan folder; by default one of Palembang as `generate` makes it, for as long as the check lasts. */
  plan?: string | undefined;
  k6?: string | undefined;
  k6Options: readonly string[];
  stopFile?: string | undefined;
  signal: AbortSignal;
}

/** target check, as JSON has it. */
export interface TargetCheck {
  kind: 'target-check';
  formatVersion: 1;
  url: string;
  adapter: string;
  /** Tags every idempotency key of the check: what it left at the target can be found by it. */
  runId: string;
  /** ISO 8601. */
  checkedAt: string;
  /** No step was broken or could not be reached. */
  kept: boolean;
  steps: CheckStep[];
  /** What runs against this target cannot judge. */
  limits: { part: OptionalPart; text: { id: string; en: string } }[];
}

/** The plan that `generate` makes when nothing else is said. */
const USUAL_PLAN = { region: 'palembang', seed: 20_241_012 } as const;

/**
 * Goes through a target's contract with the first TPS of a plan: the adapter that a run would use, in a real k6.
 * @throws OperatorError whatever keeps a step from being made; a step that breaks the contract is in the result
 */
export async function checkTarget(options: CheckTargetOptions): Promise<TargetCheck> {
  refuseWhileStopped(options.stopFile ?? DEFAULT_STOP_FILE);
  const target = await admitRunTarget(options);
  const k6 = await locateK6({ path: options.k6, build: true, signal: options.signal });
  const access = accessTo(target, k6, options.k6Options);
  const now = new Date();
  const runId = `check-${now.toISOString().replace(/[-:.]/g, '').slice(0, 18)}`;
  const scratch = options.plan === undefined ? mkdtempSync(join(tmpdir(), 'uji-beban-check-')) : null;
  try {
    const plan = scratch === null ? resolve(options.plan as string) : join(scratch, 'plan');
    if (scratch === null) await verifyPlan(plan);
    else await makePlan(plan, options.signal);
    const steps: CheckStep[] = [];
    let adapter = '';
    let parts: string[] = [];
    for await (const line of askTarget(access, 'check', plan, runId, options.signal)) {
      if (line.kind === 'adapter') {
        adapter = String(line.name);
        parts = line.parts as string[];
      } else if (line.kind === 'step') {
        steps.push(line.step as CheckStep);
      }
    }
    refuseSilence(access.url, steps);
    return {
      kind: 'target-check',
      formatVersion: 1,
      url: access.url,
      adapter,
      runId,
      checkedAt: now.toISOString(),
      kept: steps.length > 0 && steps.every(({ result }) => result === 'kept' || result === 'skipped'),
      steps,
      limits: missingParts(parts).map((part) => ({ part, text: WITHOUT_PART[part] })),
    };
  } finally {
    if (scratch !== null) rmSync(scratch, { recursive: true, force: true });
  }
}

/** A target that is not there breaks no contract. */
function refuseSilence(url: string, steps: readonly CheckStep[]): void {
  const called = steps.filter(({ status }) => status !== null);
  const [first] = called;
  if (first === undefined || called.some(({ status }) => status !== 0)) return;
  throw failureOf(url, {
    operation: first.call,
    status: 0,
    errorClass: 'connection',
    errorCode: /k6:\d+/.exec(first.came)?.[0] ?? null,
  });
}

async function makePlan(out: string, signal: AbortSignal): Promise<void> {
  await generatePlan({
    ...USUAL_PLAN,
    out,
    photos: { mode: 'pool', size: 1, sensor: 'published' },
    toolkit: TOOLKIT,
    signal,
  });
}
