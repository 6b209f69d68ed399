import type { OperatorErrorCode } from '../fixtures/operator-error.ts';
import type { VerdictWord } from './evidence/types.ts';

/**
 * Exit codes of `uji-beban`. k6's own (97 to 110, 255) come through `run` unchanged, so ours stay below 64 or are the
 * shell's own conventions. Documented in docs/exit-codes.md.
 */
export const EXIT = {
  ok: 0,
  fail: 1,
  usage: 2,
  inconclusive: 3,
  invalid: 4,
  plan: 10,
  runFolder: 11,
  target: 12,
  notAuthorised: 13,
  port: 14,
  disk: 15,
  k6: 16,
  memory: 17,
  store: 18,
  stopped: 19,
  internal: 70,
  interrupted: 130,
} as const;

const BY_ERROR: Record<OperatorErrorCode, number> = {
  USAGE: EXIT.usage,
  UNKNOWN_REGION: EXIT.usage,
  PROFILE_INVALID: EXIT.usage,
  CRITERIA_INVALID: EXIT.usage,
  PRESET_INVALID: EXIT.usage,
  ADAPTER_INVALID: EXIT.usage,
  AUTHORISATION_INVALID: EXIT.notAuthorised,
  SECRETS_INVALID: EXIT.usage,
  STOPPED: EXIT.stopped,
  PLAN_NOT_FOUND: EXIT.plan,
  PLAN_VERSION: EXIT.plan,
  PLAN_CHANGED: EXIT.plan,
  SHARDS_INVALID: EXIT.plan,
  PLAN_WITHOUT_PHOTOS: EXIT.plan,
  RUN_NOT_FOUND: EXIT.runFolder,
  RUN_INVALID: EXIT.runFolder,
  RUN_EXISTS: EXIT.runFolder,
  TARGET_DOWN: EXIT.target,
  TARGET_CONTRACT: EXIT.target,
  TARGET_NOT_AUTHORISED: EXIT.notAuthorised,
  PORT_TAKEN: EXIT.port,
  NOT_WRITABLE: EXIT.disk,
  DISK_FULL: EXIT.disk,
  STORE_TAKEN: EXIT.store,
  STORE_UNREACHABLE: EXIT.store,
  STORE_REFUSED: EXIT.store,
  MEMORY_SHORT: EXIT.memory,
  K6_MISSING: EXIT.k6,
  K6_TOO_OLD: EXIT.k6,
  K6_HUNG: EXIT.k6,
  TOXIPROXY_MISSING: EXIT.k6,
  INTERRUPTED: EXIT.interrupted,
};

const BY_VERDICT: Record<VerdictWord, number> = {
  PASS: EXIT.ok,
  FAIL: EXIT.fail,
  INCONCLUSIVE: EXIT.inconclusive,
  INVALID: EXIT.invalid,
};

/** The exit code of an operator's error. */
export function exitCodeOfError(code: OperatorErrorCode): number {
  return BY_ERROR[code];
}

/** From worst to best: what proves nothing, what failed, what did not decide. */
const SEVERITY: readonly VerdictWord[] = ['INVALID', 'FAIL', 'INCONCLUSIVE', 'PASS'];

/** The exit code of the worst of several verdicts. */
export function exitCodeOfWorst(verdicts: readonly VerdictWord[]): number {
  return exitCodeOfVerdict(SEVERITY.find((word) => verdicts.includes(word)) ?? 'INVALID');
}

/** The exit code of a verdict. */
export function exitCodeOfVerdict(verdict: VerdictWord): number {
  return BY_VERDICT[verdict];
}
