import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startWatchdog } from './watchdog.ts';

const alive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

it('what it guards dies with whoever started it, killed without a chance to say so', async () => {
  const script = `
    import { spawn } from 'node:child_process';
    import { startWatchdog } from ${JSON.stringify(join(import.meta.dirname, 'watchdog.ts'))};
    const watchdog = startWatchdog();
    const child = spawn('sleep', ['60'], { detached: true, stdio: 'ignore' });
    watchdog.guard(child.pid);
    console.log(child.pid);
    setInterval(() => {}, 1000);
  `;
  const parent = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [text] = (await once(parent.stdout, 'data')) as [Buffer];
  const pid = Number(text.toString());
  expect(alive(pid)).toBe(true);
  const from = Date.now();
  parent.kill('SIGKILL');
  while (alive(pid) && Date.now() - from < 5000) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(alive(pid)).toBe(false);
  expect(Date.now() - from).toBeLessThan(2000);
});

it('leaves alone what has been released', async () => {
  const child = spawn('sleep', ['60'], { stdio: 'ignore' });
  const watchdog = startWatchdog();
  watchdog.guard(child.pid as number);
  watchdog.release();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(child.exitCode).toBeNull();
  expect(child.signalCode).toBeNull();
  child.kill('SIGKILL');
});
