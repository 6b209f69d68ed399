import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { extname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { OperatorError } from '../../fixtures/operator-error.ts';

const STOP_GRACE_MS = 5_000;

/** `main.ts` from a checkout, `main.js` from a package. */
const ENTRY = join(import.meta.dirname, '..', `main${extname(import.meta.filename)}`);

export interface MockProcess {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

/**
 * Starts the mock in a process of its own, as a real target would be, on any free port. It stops when asked and also
 * when we die without asking: it watches our end of its standard input.
 * @throws OperatorError TARGET_DOWN when it does not come up
 */
export async function startMock(
  planFolder: string,
  storePath: string,
  logFile: string,
): Promise<MockProcess> {
  const args = [
    ENTRY,
    'serve',
    '--plan',
    planFolder,
    '--port',
    '0',
    '--store',
    storePath,
    '--stop-with-parent',
  ];
  const child = spawn(process.execPath, args, { detached: true, stdio: ['pipe', 'pipe', 'pipe'] });
  const log = createWriteStream(logFile, { flags: 'a' });
  log.on('error', () => {});
  child.stderr.pipe(log, { end: false });
  const closed = once(child, 'close').then(() => null);
  const url = await Promise.race([firstUrl(child.stdout), closed]);
  if (url === null) {
    throw new OperatorError(
      'TARGET_DOWN',
      `the mock did not start; its words are in ${logFile}`,
      'correct what it names and run this again',
    );
  }
  child.stdout.pipe(log, { end: false });
  return {
    url,
    pid: child.pid as number,
    async stop() {
      const killer = setTimeout(() => child.kill('SIGKILL'), STOP_GRACE_MS);
      child.kill('SIGTERM');
      await closed;
      clearTimeout(killer);
      log.end();
    },
  };
}

async function firstUrl(output: NodeJS.ReadableStream): Promise<string | null> {
  for await (const line of createInterface({ input: output })) {
    const url = /https?:\/\/[\w.:[\]]+/.exec(line)?.[0];
    if (url !== undefined) return url;
  }
  return null;
}
