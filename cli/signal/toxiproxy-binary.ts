import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { OperatorError } from '../../fixtures/operator-error.ts';
import { PACKAGE_ROOT } from '../../fixtures/package-root.ts';
import { buildGoProgram } from '../go/build-program.ts';
import { builtPath } from '../go/built-path.ts';

/** The toxiproxy that `cli/signal/module` pins and builds. */
export const PINNED_TOXIPROXY = '2.12.0';

export interface ToxiproxyBinary {
  path: string;
  /** e.g. `2.12.0`. */
  version: string;
}

const run = promisify(execFile);

/**
 * Our build of toxiproxy, made if it is not there and `build` says so. Only ours: a stock one lives on when the run that
 * started it is killed, and does not say on which free port it listens.
 * @throws OperatorError TOXIPROXY_MISSING, NOT_WRITABLE, DISK_FULL, the signal's reason
 */
export async function locateToxiproxy(options: {
  build: boolean;
  onOutput?: (text: string) => void;
  signal?: AbortSignal;
}): Promise<ToxiproxyBinary> {
  const found = await builtToxiproxy();
  if (found !== null) return found;
  if (!options.build) throw missing('there is no toxiproxy, over which bad links are played');
  await buildToxiproxy(options.onOutput ?? (() => {}), options.signal);
  const built = await builtToxiproxy();
  if (built === null) throw missing('the toxiproxy that was built does not run here');
  return built;
}

/** Our build, or null where there is none of the pinned version. */
export async function builtToxiproxy(): Promise<ToxiproxyBinary | null> {
  const path = builtPath('toxiproxy', PINNED_TOXIPROXY);
  if (!existsSync(path)) return null;
  try {
    const { stdout } = await run(path, ['--version'], { timeout: 10_000 });
    const version = /^toxiproxy v(\d+\.\d+\.\d+)/.exec(stdout)?.[1];
    return version === PINNED_TOXIPROXY ? { path, version } : null;
  } catch {
    return null;
  }
}

/** About twenty seconds the first time. */
function buildToxiproxy(onOutput: (text: string) => void, signal?: AbortSignal): Promise<string> {
  const program = {
    module: join(PACKAGE_ROOT, 'cli', 'signal', 'module'),
    package: '.',
    path: builtPath('toxiproxy', PINNED_TOXIPROXY),
    failed: (code: number | null) =>
      missing(
        `building toxiproxy v${PINNED_TOXIPROXY} with Go failed (exit code ${code}); Go's own words are above`,
      ),
    noGo: () => missing('there is no Go to build toxiproxy with'),
  };
  return buildGoProgram(program, onOutput, signal);
}

function missing(what: string): OperatorError {
  return new OperatorError(
    'TOXIPROXY_MISSING',
    what,
    'install Go 1.25 or newer and run `npx uji-beban doctor --build-toxiproxy`, or run without bad links: --signal off',
  );
}
