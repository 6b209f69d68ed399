import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { type K6Binary, k6Environment } from './version.ts';

/** How long k6 may take to stop after an interrupt before it is killed. */
const STOP_GRACE_MS = 15_000;

export interface LaunchOptions {
  k6: K6Binary;
  /** Everything after `k6`. */
  arguments: string[];
  /** Gets all that k6 prints. */
  logFile: string;
  /** Gets k6's standard output as it comes: its own summary. */
  onOutput: (text: string) => void;
  onStart: (pid: number) => void;
  signal: AbortSignal;
}

/**
 * Runs k6 to its end.
 * @returns k6's own exit code, or null when a signal killed it
 */
export async function launchK6(options: LaunchOptions): Promise<number | null> {
  const log = createWriteStream(options.logFile, { flags: 'a' });
  // A full disk must not take k6 down with it; the journal's own gap is found by the audit.
  log.on('error', () => {});
  // A group of its own: Ctrl-C at a terminal reaches k6 once, through us, not twice, which k6 takes for "now".
  const child = spawn(options.k6.path, options.arguments, {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: k6Environment(),
  });
  child.stdout.on('data', (data: Buffer) => {
    log.write(data);
    options.onOutput(data.toString());
  });
  child.stderr.on('data', (data: Buffer) => log.write(data));
  await once(child, 'spawn');
  options.onStart(child.pid as number);
  const stopping = stopOnAbort(child, options.signal);
  const [code] = (await once(child, 'close')) as [number | null];
  stopping.clear();
  await end(log);
  return code;
}

function stopOnAbort(child: ChildProcess, signal: AbortSignal): { clear(): void } {
  let timer: NodeJS.Timeout | undefined;
  const stop = () => {
    child.kill('SIGINT');
    timer = setTimeout(() => child.kill('SIGKILL'), STOP_GRACE_MS);
  };
  // If we die without a chance to ask, k6 must not go on alone.
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  if (signal.aborted) stop();
  else signal.addEventListener('abort', stop, { once: true });
  return {
    clear() {
      clearTimeout(timer);
      process.off('exit', kill);
      signal.removeEventListener('abort', stop);
    },
  };
}

function end(stream: WriteStream): Promise<void> {
  return new Promise((resolve) => {
    // A stream that failed, on a full disk for one, has closed already and will not say so again.
    if (stream.closed || stream.destroyed) return resolve();
    stream.once('close', () => resolve());
    stream.end();
  });
}
