import { join } from 'node:path';
import { OperatorError } from '../../fixtures/operator-error.ts';
import { PACKAGE_ROOT } from '../../fixtures/package-root.ts';
import { buildGoProgram } from '../go/build-program.ts';
import { builtPath } from '../go/built-path.ts';
import { PINNED_K6 } from './version.ts';

/** Where our own build of k6 lies. */
export function builtK6Path(): string {
  return builtPath('k6', PINNED_K6);
}

/**
 * Builds the pinned stock k6 with Go. About two minutes the first time.
 * @throws OperatorError K6_MISSING when there is no Go or the build fails, NOT_WRITABLE, DISK_FULL, the signal's reason
 */
export function buildK6(onOutput: (text: string) => void, signal?: AbortSignal): Promise<string> {
  const program = {
    module: join(PACKAGE_ROOT, 'cli', 'k6', 'module'),
    package: 'go.k6.io/k6/v2',
    path: builtK6Path(),
    failed: (code: number | null) =>
      new OperatorError(
        'K6_MISSING',
        `building k6 v${PINNED_K6} with Go failed (exit code ${code}); Go's own words are above`,
        'check the network and the Go version (1.25 or newer), or install k6 1.8 or newer and name it with --k6 PATH',
      ),
    noGo: () =>
      new OperatorError(
        'K6_MISSING',
        'there is no k6 1.8 or newer on the PATH and no Go to build one',
        'install k6 1.8 or newer (https://grafana.com/docs/k6/latest/set-up/install-k6/) or Go 1.25 or newer, then run this again',
      ),
  };
  return buildGoProgram(program, onOutput, signal);
}
