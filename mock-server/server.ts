import type { FastifyBaseLogger } from 'fastify';
import { OperatorError } from '../fixtures/operator-error.ts';
import { buildApp } from './app.ts';
import type { App } from './app-types.ts';
import type { AccountRules } from './auth/rules.ts';
import type { Capacity } from './contract/capacity.ts';
import type { FaultTimeline } from './contract/faults.ts';
import { loadDirectory } from './directory/load.ts';
import type { Lie } from './lies/parse-lie.ts';
import { createMetrics } from './metrics/create.ts';
import { openPhotoFolder } from './photos/open-folder.ts';
import type { PhotoStore } from './photos/types.ts';
import type { RecognitionOptions } from './recognition/create.ts';
import { openStore } from './store/open.ts';

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

export interface ServerOptions {
  /** Plan folder: who may log in, and what is to be uploaded. */
  planDir: string;
  /** 0 takes any free port. */
  port: number;
  /** A loopback address; default 127.0.0.1. */
  host?: '127.0.0.1' | '::1' | 'localhost';
  /** The store's SQLite file, or the URL of a PostgreSQL database on this machine; an existing one is continued. */
  storePath: string;
  /** Folder that keeps the photos; without one they are hashed and dropped. */
  photosDir?: string;
  /** scrypt's N of one login, a power of two; 0 burns nothing. */
  passwordCost?: number;
  /** How strict it is with accounts, as far as it differs from the default. */
  accounts?: Partial<AccountRules>;
  /** Faults to play; can be replaced through /simulator/faults. */
  faults?: FaultTimeline;
  /** Seconds between publications of the public read API; 0: each request sees the newest. Default 900. */
  publishEverySecond?: number;
  /** How much it can take; can be replaced through /simulator/capacity. */
  capacity?: Capacity;
  /** How C.Hasil is read. Without: at once, and as it is written. */
  recognition?: RecognitionOptions;
  /** What it lies about, and the seed of which uploads; for tests of an audit only. */
  lies?: { asked: readonly Lie[]; seed: number };
  logger?: FastifyBaseLogger;
  /** Pages of 4 KiB the store may grow to; for tests of a full disk. */
  storeMaxPages?: number;
}

export interface RunningServer {
  /** Base URL, without a slash at the end. */
  url: string;
  app: App;
  /** Answers what is under way, then closes the port and the store. */
  close(): Promise<void>;
}

/**
 * Starts the mock server on a loopback address.
 * @throws OperatorError PORT_TAKEN, USAGE for a host that is not loopback; those of `openStore`, `openPhotoFolder` and the
 *   plan reader
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { planDir, port, host = '127.0.0.1', storePath } = options;
  if (!LOOPBACK.has(host)) {
    throw new OperatorError(
      'USAGE',
      `the mock server does not listen on ${host}: it is open to whoever reaches it`,
      'Use 127.0.0.1, and run the load generator on the same machine.',
    );
  }
  const directory = await loadDirectory(planDir);
  const metrics = createMetrics();
  const store = await openStore({
    path: storePath,
    observeCommit: ({ of, seconds, records }) => {
      metrics.storeCommitDuration.observe({ of }, seconds);
      if (of === 'uploads') metrics.storeCommitUploads.observe(records);
    },
    ...(options.storeMaxPages !== undefined && { maxPages: options.storeMaxPages }),
  });
  let photos: PhotoStore | null = null;
  try {
    if (options.photosDir !== undefined) photos = await openPhotoFolder(options.photosDir, store);
    const app = await buildApp({
      directory,
      store,
      metrics,
      ...(photos && { photos }),
      ...(options.passwordCost !== undefined && { passwordCost: options.passwordCost }),
      ...(options.accounts && { accounts: options.accounts }),
      ...(options.publishEverySecond !== undefined && { publishEverySecond: options.publishEverySecond }),
      ...(options.faults && { faults: options.faults }),
      ...(options.capacity && { capacity: options.capacity }),
      ...(options.recognition && { recognition: options.recognition }),
      ...(options.lies && { lies: options.lies }),
      ...(options.logger && { logger: options.logger }),
    });
    app.addHook('onClose', async () => {
      await photos?.close();
      await store.close();
    });
    const url = await app.listen({ port, host });
    return { url, app, close: () => app.close() };
  } catch (error) {
    await photos?.close();
    await store.close();
    throw (error as { code?: unknown }).code === 'EADDRINUSE' ? portTaken(port, host, error) : error;
  }
}

function portTaken(port: number, host: string, cause: unknown): OperatorError {
  return new OperatorError(
    'PORT_TAKEN',
    `port ${port} of ${host} is taken by another process`,
    `Stop that process (\`ss -ltnp 'sport = :${port}'\` names it), or choose another port with --port.`,
    { cause },
  );
}
