import type { HealthAnswer } from '../../scenarios/targets/target.ts';
import { askTarget, failureOf, type TargetAccess } from './ask-target.ts';

/** What an adapter and the target behind it say of themselves. */
export interface TargetDescription {
  adapter: string;
  /** The optional parts that the adapter has. */
  parts: string[];
  software: string | null;
  simulator: boolean;
  /** SHA-256 of the plan.json it was started with, null where it does not say. */
  plan: string | null;
  /** What its store calls itself, null where it does not say. */
  store: string | null;
  /** Its clock minus ours in ms, null where it gave no date. */
  clockSkewMs: number | null;
}

/**
 * Asks a target who it is, before anything else is sent there.
 * @throws OperatorError TARGET_DOWN, TARGET_CONTRACT, ADAPTER_INVALID
 */
export async function describeTarget(
  access: TargetAccess,
  planFolder: string,
  signal: AbortSignal,
): Promise<TargetDescription> {
  const description: TargetDescription = {
    adapter: '',
    parts: [],
    software: null,
    simulator: false,
    plan: null,
    store: null,
    clockSkewMs: null,
  };
  for await (const line of askTarget(access, 'health', planFolder, 'health', signal)) {
    if (line.kind === 'adapter') {
      description.adapter = String(line.name);
      description.parts = line.parts as string[];
    } else if (line.kind === 'health') {
      const { answer, askedAt, answeredAt } = line as {
        answer: HealthAnswer;
        askedAt: number;
        answeredAt: number;
      };
      const { errorClass } = answer;
      if (errorClass !== null) throw failureOf(access.url, { operation: 'health', ...answer, errorClass });
      const { software, simulator, plan, store = null, date } = answer;
      // The header counts whole seconds, so its middle is the best guess.
      const theirs = Date.parse(date ?? '') + 500;
      const clockSkewMs = Number.isNaN(theirs) ? null : theirs - (askedAt + answeredAt) / 2;
      Object.assign(description, { software, simulator, plan, store, clockSkewMs });
    }
  }
  return description;
}
