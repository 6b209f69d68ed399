import type { StoredUpload } from '../run-folder/types.ts';

/** What a target says of itself. */
export interface TargetHealth {
  software: string | null;
  /** It says that it is a simulator. */
  simulator: boolean;
  /** SHA-256 of the plan.json it was started with, null where it does not say. */
  plan: string | null;
  /** Its clock minus ours in ms, null where it gave no date. */
  clockSkewMs: number | null;
}

/** What audit and run need of a target beside the load: the only place in the CLI that knows an API. */
export interface ReadbackTarget {
  readonly adapter: string;
  /** @throws OperatorError TARGET_DOWN, TARGET_CONTRACT */
  health(): Promise<TargetHealth>;
  /**
   * Every upload the target has of one run, in pages.
   * @param accounts of the admins who together may see all TPS; none sees what another does
   * @throws OperatorError TARGET_DOWN, TARGET_CONTRACT
   */
  uploads(run: string, accounts: { username: string; password: string }[]): AsyncGenerator<StoredUpload[]>;
}
