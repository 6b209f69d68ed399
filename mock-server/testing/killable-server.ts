import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface KillableOptions {
  planDir: string;
  /** SQLite file or PostgreSQL URL. */
  storePath: string;
  photosDir?: string;
}

/** The real server as a process of its own that can be killed like one. */
export interface KillableServer {
  url: string;
  /** kill -9; resolves when the process is gone, also when it was gone before. */
  kill(): Promise<void>;
}

/** @throws when the process ends before it serves */
export async function startKillableServer(options: KillableOptions): Promise<KillableServer> {
  const { planDir, storePath, photosDir } = options;
  const args = [join(import.meta.dirname, 'serve.ts'), planDir, storePath, '0'];
  if (photosDir !== undefined) args.push(photosDir);
  const child: ChildProcess = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  const first = await Promise.race([once(lines, 'line'), exited.then(() => null)]);
  if (first === null) throw new Error(`the server did not start: exit code ${child.exitCode}`);
  return {
    url: String(first[0]),
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
