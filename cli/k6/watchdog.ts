import { spawn } from 'node:child_process';

/**
 * Kills a process when this one dies without a chance to: a small shell holds the other end of a pipe, which the system closes
 * with us, however we end. It is in a group of its own, so that no interrupt at a terminal ends it before.
 */
export interface Watchdog {
  /** From now on `pid` does not outlive this process. */
  guard(pid: number): void;
  /** The process has ended by itself. */
  release(): void;
}

const SCRIPT = 'read -r pid || exit; while read -r _; do :; done; kill -KILL "$pid"';

/** Started before what it guards, so that there is hardly a moment in between. */
export function startWatchdog(): Watchdog {
  const shell = spawn('/bin/sh', ['-c', SCRIPT], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  // It may be gone already when it is told something, and there is nobody to tell then.
  shell.on('error', () => {});
  shell.stdin.on('error', () => {});
  return {
    guard(pid) {
      shell.stdin.write(`${pid}\n`);
    },
    release() {
      // First the shell, then the pipe: otherwise it would take the end of the pipe for ours.
      shell.kill('SIGKILL');
      shell.stdin.destroy();
    },
  };
}
