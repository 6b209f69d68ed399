import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../fixtures/package-root.ts';

/** The real command line, as a person would call it: a process of its own. */

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface Running {
  child: ChildProcess;
  /** What it has printed so far, both streams. */
  output(): string;
  /** Resolves when the output matches; rejects when the process ends first. */
  until(pattern: RegExp): Promise<RegExpExecArray>;
  ended: Promise<Ended>;
}

const ENTRY = join(PACKAGE_ROOT, 'cli', 'main.ts');

/** Starts `uji-beban` with these arguments. @param env variables beside those of this process */
export function start(args: string[], cwd?: string, env: NodeJS.ProcessEnv = {}): Running {
  return startProgram(process.execPath, [ENTRY, ...args], { cwd, env: { ...process.env, ...env } });
}

/** The command line of {@link start}, for a program that starts it. */
export function commandOf(args: string[]): string[] {
  return [process.execPath, ENTRY, ...args];
}

/** Starts any program and listens to it. */
export function startProgram(
  command: string,
  args: string[],
  options: { cwd?: string | undefined; env?: NodeJS.ProcessEnv } = {},
): Running {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  const watchers = new Set<() => void>();
  child.stdout.on('data', (data: Buffer) => {
    stdout += data.toString();
    for (const watch of watchers) watch();
  });
  child.stderr.on('data', (data: Buffer) => {
    stderr += data.toString();
    for (const watch of watchers) watch();
  });
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, stdout, stderr }));
  return {
    child,
    output: () => stdout + stderr,
    until: (pattern) =>
      new Promise((resolve, reject) => {
        const watch = () => {
          const match = pattern.exec(stdout + stderr);
          if (match === null) return;
          watchers.delete(watch);
          resolve(match);
        };
        watchers.add(watch);
        watch();
        void ended.then(({ code }) =>
          reject(new Error(`ended with ${code} before ${pattern}:\n${stdout}${stderr}`)),
        );
      }),
    ended,
  };
}

/** Runs `uji-beban` to its end. */
export function ujiBeban(...args: string[]): Promise<Ended> {
  return start(args).ended;
}

export interface ScratchFolder {
  path: string;
  /** Path of something in it. */
  at(...names: string[]): string;
  /** What a JSON file in it holds. */
  json<T>(...names: string[]): T;
  /** What each line of an NDJSON file in it holds. */
  lines<T>(...names: string[]): T[];
  cleanUp(): void;
}

/** A folder that is removed with everything in it by `cleanUp`. */
export function scratchFolder(): ScratchFolder {
  const path = mkdtempSync(join(tmpdir(), 'uji-beban-e2e-'));
  const at = (...names: string[]) => join(path, ...names);
  const text = (names: string[]) => readFileSync(at(...names), 'utf8');
  return {
    path,
    at,
    json: <T>(...names: string[]) => JSON.parse(text(names)) as T,
    lines: <T>(...names: string[]) =>
      text(names)
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as T),
    cleanUp: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** Starts the mock on any free port and waits until it listens. */
export async function startMockServer(plan: string, store: string): Promise<Running & { url: string }> {
  const running = start(['serve', '--plan', plan, '--port', '0', '--store', store]);
  const [url] = await running.until(/http:\/\/127\.0\.0\.1:\d+/);
  return { ...running, url };
}

/** Ends a process that was started here and waits for it. */
export async function stop(running: Running | undefined, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (running === undefined || running.child.exitCode !== null) return;
  running.child.kill(signal);
  await running.ended;
}
