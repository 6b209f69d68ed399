import { spawn } from 'node:child_process';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { writeTrouble } from '../../fixtures/file-trouble.ts';
import { OperatorError } from '../../fixtures/operator-error.ts';
import { IS_CHECKOUT, PACKAGE_ROOT } from '../../fixtures/package-root.ts';
import { PINNED_K6 } from './version.ts';

const MODULE = join(PACKAGE_ROOT, 'cli', 'k6', 'module');

/** Where our own build of k6 lies: in the checkout, or in the user's cache for an installed package. */
export function builtK6Path(): string {
  if (IS_CHECKOUT) return join(PACKAGE_ROOT, '.bin', 'k6');
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  return join(cache, 'sirekap-uji-beban', `k6-v${PINNED_K6}`, 'k6');
}

/**
 * Builds the pinned stock k6 with Go; go.sum pins every byte of it. About two minutes the first time.
 * @throws OperatorError K6_MISSING when there is no Go or the build fails, NOT_WRITABLE, DISK_FULL, the signal's reason
 */
export async function buildK6(onOutput: (text: string) => void, signal?: AbortSignal): Promise<string> {
  const path = builtK6Path();
  const partial = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const code = await runGo(partial, onOutput, signal);
    signal?.throwIfAborted();
    if (code !== 0) {
      throw new OperatorError(
        'K6_MISSING',
        `building k6 v${PINNED_K6} with Go failed (exit code ${code}); Go's own words are above`,
        'check the network and the Go version (1.25 or newer), or install k6 1.8 or newer and name it with --k6 PATH',
      );
    }
    renameSync(partial, path);
    return path;
  } catch (error) {
    throw writeTrouble(error, path);
  } finally {
    rmSync(partial, { force: true });
  }
}

async function runGo(
  output: string,
  onOutput: (text: string) => void,
  signal: AbortSignal | undefined,
): Promise<number | null> {
  const flags = ['-mod=readonly', '-trimpath', '-buildvcs=false', '-ldflags', '-s -w'];
  // A group of its own, so that an interrupt reaches Go's compilers and linkers as well.
  const go = spawn('go', ['build', ...flags, '-o', output, 'go.k6.io/k6/v2'], {
    cwd: MODULE,
    env: { ...process.env, CGO_ENABLED: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  go.stdout.on('data', (data: Buffer) => onOutput(data.toString()));
  go.stderr.on('data', (data: Buffer) => onOutput(data.toString()));
  const stop = () => {
    if (go.pid !== undefined) process.kill(-go.pid, 'SIGINT');
  };
  signal?.addEventListener('abort', stop, { once: true });
  try {
    return await new Promise<number | null>((resolve, reject) => {
      go.once('error', (error: NodeJS.ErrnoException) => reject(error.code === 'ENOENT' ? noGo() : error));
      go.once('close', resolve);
    });
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

function noGo(): OperatorError {
  return new OperatorError(
    'K6_MISSING',
    'there is no k6 1.8 or newer on the PATH and no Go to build one',
    'install k6 1.8 or newer (https://grafana.com/docs/k6/latest/set-up/install-k6/) or Go 1.25 or newer, then run this again',
  );
}
