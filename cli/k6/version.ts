import { execFile } from 'node:child_process';
import { totalmem } from 'node:os';
import { promisify } from 'node:util';
import { MANY_VUS } from './many-vus.ts';

const run = promisify(execFile);

/** The oldest k6 that runs our scenarios: native TypeScript and `k6/experimental/fs`. */
export const MINIMUM_K6 = '1.8.0';

/** The k6 that `cli/k6/module` pins and builds. */
export const PINNED_K6 = '2.2.0';

export interface K6Binary {
  path: string;
  /** e.g. `2.2.0`. */
  version: string;
  /** The whole line that `k6 version` prints, extensions included. */
  description: string;
  /** Built with the deprecated xk6-ts extension, which brings its own TypeScript. */
  hasXk6Ts: boolean;
}

/** Asks a k6 who it is; null where `path` is no k6 that answers within 10 s. */
export async function describeK6(path: string): Promise<K6Binary | null> {
  try {
    const { stdout } = await run(path, ['version'], { timeout: 10_000, env: k6Environment() });
    return parseK6Version(path, stdout);
  } catch {
    return null;
  }
}

/** Reads the output of `k6 version`; null where it is not k6's. */
export function parseK6Version(path: string, output: string): K6Binary | null {
  // It calls itself by the name of its file.
  const match = /^\S+ v(\d+\.\d+\.\d+)\S* \(.*\bgo\d/m.exec(output);
  if (match?.[1] === undefined) return null;
  return { path, version: match[1], description: output.trim(), hasXk6Ts: /xk6-ts/.test(output) };
}

/** Whether `version` is at least `minimum`, both as `major.minor.patch`. */
export function isAtLeast(version: string, minimum: string): boolean {
  const a = version.split('.').map(Number);
  const b = minimum.split('.').map(Number);
  for (let i = 0; i < 3; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

/** Variables that k6 would let overrule what scenarios set for safety, or that write passwords into its log. */
const OVERRULING = ['K6_BLACKLIST_IPS', 'K6_RPS', 'K6_MAX_REDIRECTS', 'K6_HTTP_DEBUG'];

/**
 * The environment k6 runs in. It calls home and may download other builds of itself unless told not to. Go's collector
 * runs half as often as by default, within half of the machine's memory: a generator is short of processor first. Where very many VUs wait it is
 * short of memory, and the collector runs four times as often as by default. What the operator has set stays.
 * @param readyVus that k6 makes before it starts
 */
export function k6Environment(readyVus = 0): NodeJS.ProcessEnv {
  const { env } = process;
  return {
    GOGC: readyVus < MANY_VUS ? '200' : '25',
    GOMEMLIMIT: String(Math.floor(totalmem() / 2)),
    ...Object.fromEntries(Object.entries(env).filter(([name]) => !OVERRULING.includes(name))),
    K6_NO_USAGE_REPORT: 'true',
    K6_AUTO_EXTENSION_RESOLUTION: 'false',
  };
}
