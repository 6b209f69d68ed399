import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Toxiproxy } from 'toxiproxy-node-client';
import { OperatorError } from '../../fixtures/operator-error.ts';
import type { ToxiproxyBinary } from './toxiproxy-binary.ts';

const STOP_GRACE_MS = 5_000;

export interface ToxiproxyProcess {
  client: Toxiproxy;
  pid: number;
  /** Aborted when it ends without having been asked to. */
  broken: AbortSignal;
  stop(): Promise<void>;
}

/**
 * Starts our toxiproxy on the loopback. It ends when asked, and also when we die without asking, kill -9 included: it
 * watches our end of its standard input.
 * @param logFile gets what it says, which is nothing unless it fails
 * @throws OperatorError TOXIPROXY_MISSING when it does not come up
 */
export async function startToxiproxy(binary: ToxiproxyBinary, logFile: string): Promise<ToxiproxyProcess> {
  // A group of its own: Ctrl-C at a terminal is for us, and k6 must not find its links gone before it has stopped.
  const child = spawn(binary.path, [], { detached: true, stdio: ['pipe', 'pipe', 'pipe'] });
  const log = createWriteStream(logFile, { flags: 'a' });
  log.on('error', () => {});
  // Its end may be gone already when ours is closed.
  child.stdin.on('error', () => {});
  child.stderr.pipe(log);
  const closed = once(child, 'close').then(
    () => null,
    () => null,
  );
  const address = await Promise.race([firstLine(child.stdout), closed]);
  if (address === null) {
    throw new OperatorError(
      'TOXIPROXY_MISSING',
      `toxiproxy at ${binary.path} did not start; its words are in ${logFile}`,
      'build it anew with `npx uji-beban doctor --build-toxiproxy`, or run without bad links: --signal off',
    );
  }
  const broken = new AbortController();
  const onClose = () => broken.abort();
  child.once('close', onClose);
  return {
    broken: broken.signal,
    client: new Toxiproxy(`http://${address}`),
    pid: child.pid as number,
    async stop() {
      child.off('close', onClose);
      const killer = setTimeout(() => child.kill('SIGKILL'), STOP_GRACE_MS);
      child.stdin.end();
      await closed;
      clearTimeout(killer);
    },
  };
}

async function firstLine(output: NodeJS.ReadableStream): Promise<string | null> {
  for await (const line of createInterface({ input: output })) return line;
  return null;
}
