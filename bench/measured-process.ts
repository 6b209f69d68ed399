import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

export interface ProcessFigures {
  wallSecond: number;
  /** User and system CPU of the process itself. */
  cpuSecond: number;
  /** Peak resident memory. */
  peakBytes: number;
  exitCode: number | null;
}

/** The unit of CPU times in /proc, 100 a second on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;
const EVERY_MS = 50;

/** User and system CPU of a process until now. @throws Error when there is no such process */
export function cpuSecondOf(pid: number | undefined): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The second field, the name in brackets, may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/**
 * Runs a command to its end and says what it took, as /proc told it last. Linux only.
 * @param errors `ignore` for tools that report there even when all is well
 */
export async function measureProcess(
  command: string,
  args: string[],
  env: NodeJS.ProcessEnv = process.env,
  errors: 'inherit' | 'ignore' = 'inherit',
): Promise<ProcessFigures> {
  const startedAt = performance.now();
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', errors], env });
  let cpuSecond = 0;
  let peakBytes = 0;
  const timer = setInterval(() => {
    try {
      cpuSecond = cpuSecondOf(child.pid);
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      peakBytes = Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024 || peakBytes;
    } catch {
      // it has just ended; what was read last stands
    }
  }, EVERY_MS);
  const [exitCode] = (await once(child, 'close')) as [number | null];
  clearInterval(timer);
  return { wallSecond: (performance.now() - startedAt) / 1000, cpuSecond, peakBytes, exitCode };
}

/**
 * Starts a server that prints its URL as its first line and ends when its standard input does.
 * @throws Error when it ends without one
 */
export async function startPrintingServer(
  args: string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<{ url: string; child: ChildProcess; stop(): Promise<void> }> {
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'], env });
  const lines = createInterface({ input: child.stdout });
  const [line] = (await Promise.race([once(lines, 'line'), once(child, 'close')])) as [unknown];
  if (typeof line !== 'string') throw new Error(`${args.join(' ')} ended before it printed its URL`);
  return {
    url: line.trim(),
    child,
    async stop() {
      child.stdin.end();
      await once(child, 'close');
    },
  };
}
