import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { OperatorError } from '../../fixtures/operator-error.ts';
import { buildK6, builtK6Path } from './build.ts';
import { describeK6, isAtLeast, type K6Binary, MINIMUM_K6 } from './version.ts';

export interface LocateOptions {
  /** Named by the operator: this one or none. */
  path?: string | undefined;
  /** Build one when none is found. */
  build: boolean;
  onOutput?: (text: string) => void;
  signal?: AbortSignal;
}

/**
 * The k6 to use: the one named, else our own build, else the first good one on the PATH, else a new build.
 * @throws OperatorError K6_MISSING, K6_TOO_OLD
 */
export async function locateK6(options: LocateOptions): Promise<K6Binary> {
  if (options.path !== undefined) return named(resolve(options.path));
  for (const path of candidates()) {
    const found = await describeK6(path);
    if (found !== null && isAtLeast(found.version, MINIMUM_K6)) return found;
  }
  if (!options.build) {
    throw new OperatorError(
      'K6_MISSING',
      `no k6 ${MINIMUM_K6} or newer was found`,
      'run `npx uji-beban doctor --build-k6` (needs Go), or name one with --k6 PATH',
    );
  }
  return named(await buildK6(options.onOutput ?? (() => {}), options.signal));
}

async function named(path: string): Promise<K6Binary> {
  const found = existsSync(path) ? await describeK6(path) : null;
  if (found === null) {
    throw new OperatorError(
      'K6_MISSING',
      `${path} is not a k6 that runs here`,
      'give --k6 the path of a k6 binary',
    );
  }
  if (!isAtLeast(found.version, MINIMUM_K6)) {
    throw new OperatorError(
      'K6_TOO_OLD',
      `${path} is k6 ${found.version}; the scenarios need ${MINIMUM_K6} or newer`,
      'install a newer k6, or leave --k6 out to have one built',
    );
  }
  return found;
}

function* candidates(): Generator<string> {
  const built = builtK6Path();
  if (existsSync(built)) yield built;
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder || '.', 'k6');
    try {
      accessSync(path, constants.X_OK);
      yield path;
    } catch {
      // not there; the next folder of the PATH may have it
    }
  }
}
