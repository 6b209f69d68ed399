import { spawn } from 'node:child_process';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { writeTrouble } from '../../fixtures/file-trouble.ts';

/** A program that Go builds from a module of ours, whose go.sum pins every byte of it. */
export interface GoProgram {
  /** Folder of go.mod and go.sum. */
  module: string;
  /** What to build there, e.g. `.` or a package that go.mod pins. */
  package: string;
  /** Where the program is put. */
  path: string;
  failed(exitCode: number | null): Error;
  noGo(): Error;
}

/**
 * Builds a program; it appears whole or not at all.
 * @throws what `failed` and `noGo` give, NOT_WRITABLE, DISK_FULL, the signal's reason
 */
export async function buildGoProgram(
  program: GoProgram,
  onOutput: (text: string) => void,
  signal?: AbortSignal,
): Promise<string> {
  const { path } = program;
  const partial = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const code = await runGo(program, partial, onOutput, signal);
    signal?.throwIfAborted();
    if (code !== 0) throw program.failed(code);
    renameSync(partial, path);
    return path;
  } catch (error) {
    throw writeTrouble(error, path);
  } finally {
    rmSync(partial, { force: true });
  }
}

async function runGo(
  program: GoProgram,
  output: string,
  onOutput: (text: string) => void,
  signal: AbortSignal | undefined,
): Promise<number | null> {
  const flags = ['-mod=readonly', '-trimpath', '-buildvcs=false', '-ldflags', '-s -w'];
  // A group of its own, so that an interrupt reaches Go's compilers and linkers as well.
  const go = spawn('go', ['build', ...flags, '-o', output, program.package], {
    cwd: program.module,
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
      go.once('error', (error: NodeJS.ErrnoException) =>
        reject(error.code === 'ENOENT' ? program.noGo() : error),
      );
      go.once('close', resolve);
    });
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}
