import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { type K6Binary, k6Environment } from './version.ts';
import { startWatchdog } from './watchdog.ts';

/** How long k6 may take to stop after an interrupt before it is killed: it has a summary to write. */
const STOP_GRACE_MS = 15_000;

/** The same when it must send nothing any more. From the first interrupt on it starts nothing and breaks off what is under way. */
const HALT_GRACE_MS = 1_000;

export interface LaunchOptions {
  k6: K6Binary;
  /** Everything after `k6`. */
  arguments: string[];
  /** Gets all that k6 prints. */
  logFile: string;
  /** Gets k6's standard output as it comes: its own summary. */
  onOutput: (text: string) => void;
  onStart: (pid: number) => void;
  /** Interrupts k6, which then has time to end in order. */
  signal: AbortSignal;
  /** VUs that it makes before it starts; missing: a few. */
  readyVus?: number;
  /** Ends k6 within {@link HALT_GRACE_MS}, whatever it does. */
  halt?: AbortSignal;
}

/**
 * Runs k6 to its end. It does not outlive us, not even where we are killed.
 * @returns k6's own exit code, or null when a signal killed it
 */
export async function launchK6(options: LaunchOptions): Promise<number | null> {
  const log = createWriteStream(options.logFile, { flags: 'a' });
  // A full disk must not take k6 down with it; the journal's own gap is found by the audit.
  log.on('error', () => {});
  // A group of its own: Ctrl-C at a terminal reaches k6 once, through us, not twice, which k6 takes for "now".
  const watchdog = startWatchdog();
  const child = spawn(options.k6.path, options.arguments, {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: k6Environment(options.readyVus),
  });
  if (child.pid !== undefined) watchdog.guard(child.pid);
  child.stdout.on('data', (data: Buffer) => {
    log.write(data);
    options.onOutput(data.toString());
  });
  child.stderr.on('data', (data: Buffer) => log.write(data));
  const stopping = stopOnAbort(child, options.signal, options.halt);
  try {
    await once(child, 'spawn');
    options.onStart(child.pid as number);
    const [code] = (await once(child, 'close')) as [number | null];
    return code;
  } finally {
    stopping.clear();
    watchdog.release();
    await end(log);
  }
}

function stopOnAbort(
  child: ChildProcess,
  signal: AbortSignal,
  halt: AbortSignal | undefined,
): { clear(): void } {
  const timers: NodeJS.Timeout[] = [];
  const interrupt = (graceMs: number) => () => {
    child.kill('SIGINT');
    timers.push(setTimeout(() => child.kill('SIGKILL'), graceMs));
  };
  const stop = interrupt(STOP_GRACE_MS);
  const stopNow = interrupt(HALT_GRACE_MS);
  // If we end before it does, k6 must not go on alone.
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  if (signal.aborted) stop();
  else signal.addEventListener('abort', stop, { once: true });
  if (halt?.aborted) stopNow();
  else halt?.addEventListener('abort', stopNow, { once: true });
  return {
    clear() {
      for (const timer of timers) clearTimeout(timer);
      process.off('exit', kill);
      signal.removeEventListener('abort', stop);
      halt?.removeEventListener('abort', stopNow);
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
