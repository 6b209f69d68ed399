import type { Permission, PermittedTarget } from '../permission/permission.ts';
import { checkPermission } from './check-permission.ts';

/** What a scenario is told from outside, by `uji-beban run` or by `k6 run -e`. */
export interface Environment {
  /** Absolute folder of the plan. */
  plan: string;
  /** Base URL without a trailing slash. */
  target: string;
  /** Plan seconds per real second. */
  speed: number;
  /** Tags every idempotency key; letters, digits and dashes. */
  runId: string;
  /** File of the TPS and accounts to test again, or null. */
  retest: string | null;
  /** What an authorisation permits, and the target of it that `target` is; null where load goes to loopback. */
  permitted: { permission: Permission; target: PermittedTarget } | null;
  /** File of credentials in place of the plan's synthetic ones, or null. */
  secrets: string | null;
  /** File of the links that requests go over, or null: straight to the target. */
  links: string | null;
}

const LOOPBACK = /^https?:\/\/(127(\.\d{1,3}){3}|localhost|\[::1\])(:\d{1,5})?$/;

/**
 * Reads and checks `__ENV`.
 * @param readText reads the file of an authorisation
 * @param now epoch ms
 * @throws Error naming the variable; k6 then ends with exit code 107 before anything is sent
 */
export function readEnvironment(
  env: Record<string, string | undefined>,
  readText: (path: string) => string = (path) => open(path),
  now = Date.now(),
): Environment {
  const target = required(env, 'TARGET', 'http://127.0.0.1:8080').replace(/\/+$/, '');
  const permission = env.AUTHORISATION
    ? (JSON.parse(readText(absolute(env.AUTHORISATION, env.PWD))) as Permission)
    : null;
  if (permission === null && !LOOPBACK.test(target)) {
    throw new Error(
      `TARGET ${target} is not on this machine. Without an authorisation load is sent to loopback only (127.0.0.0/8, ` +
        'localhost, [::1]); start the mock with `uji-beban serve` and use its address, or name an AUTHORISATION.',
    );
  }
  const speed = Number(env.SPEED ?? '1');
  if (!(speed > 0))
    throw new Error(`SPEED ${env.SPEED} is not a positive number of plan seconds per second.`);
  const runId = env.RUN_ID ?? `k6-${Date.now().toString(36)}`;
  if (!/^[A-Za-z0-9-]{1,40}$/.test(runId)) {
    throw new Error(`RUN_ID ${runId} may have letters, digits and dashes only, at most 40.`);
  }
  return {
    plan: absolute(required(env, 'PLAN', 'plans/palembang'), env.PWD),
    target,
    speed,
    runId,
    retest: env.RETEST ? absolute(env.RETEST, env.PWD) : null,
    permitted: permission === null ? null : { permission, target: checkPermission(permission, target, now) },
    secrets: env.SECRETS ? absolute(env.SECRETS, env.PWD) : null,
    links: env.LINKS ? absolute(env.LINKS, env.PWD) : null,
  };
}

function required(env: Record<string, string | undefined>, name: string, example: string): string {
  const value = env[name];
  if (!value) throw new Error(`${name} is not set. Example: k6 run -e ${name}=${example} …`);
  return value;
}

// k6 resolves relative paths against the script, a person means the folder they stand in.
function absolute(path: string, workingFolder: string | undefined): string {
  const trimmed = path.replace(/\/+$/, '');
  if (trimmed.startsWith('/') || !workingFolder) return trimmed;
  return `${workingFolder}/${trimmed}`;
}
