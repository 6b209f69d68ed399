import { execFileSync } from 'node:child_process';
import { accessSync, constants, statfsSync } from 'node:fs';
import { createServer } from 'node:net';
import { availableParallelism, totalmem } from 'node:os';
import { locateK6 } from '../k6/locate.ts';
import { isAtLeast, MINIMUM_K6 } from '../k6/version.ts';
import { locateToxiproxy, PINNED_TOXIPROXY } from '../signal/toxiproxy-binary.ts';

/** One thing a round needs of the machine it runs on. */
export interface Check {
  label: string;
  /** What to do when it is not so. */
  failureLabel: string;
  /** A round cannot start without it; otherwise it is advice. */
  required: boolean;
  /** Says what was found; throws or returns ok false when it is not so. */
  test(): Promise<{ ok: boolean; found: string }>;
}

export interface CheckResult {
  label: string;
  required: boolean;
  ok: boolean;
  found: string;
  /** Empty where ok. */
  remedy: string;
}

/** Node strips types by itself from here on. */
const MINIMUM_NODE = '22.18.0';
const MINIMUM_FREE_BYTES = 2e9;
const MINIMUM_MEMORY_BYTES = 4e9;
const MINIMUM_OPEN_FILES = 4096;

/** @param port the port the mock would listen on */
export function checks(k6Path: string | undefined, port: number): Check[] {
  return [
    {
      label: `Node ${MINIMUM_NODE} or newer`,
      failureLabel: 'run through `npx uji-beban` or make: the package brings its own Node',
      required: true,
      test: async () => ({
        ok: isAtLeast(process.versions.node, MINIMUM_NODE),
        found: process.versions.node,
      }),
    },
    {
      label: `k6 ${MINIMUM_K6} or newer`,
      failureLabel:
        'run `npx uji-beban doctor --build-k6` (needs Go), or install k6 and name it with --k6 PATH',
      required: true,
      test: async () => {
        const k6 = await locateK6({ path: k6Path, build: false });
        const kind = k6.hasXk6Ts
          ? 'with xk6-ts; set XK6_TS=false to run an archive with it'
          : 'stock, native TypeScript';
        return { ok: true, found: `${k6.version} (${kind}) at ${k6.path}` };
      },
    },
    {
      label: `toxiproxy ${PINNED_TOXIPROXY}, for TPS with weak signal`,
      failureLabel:
        'run `npx uji-beban doctor --build-toxiproxy` (needs Go); without it round 2 runs over good links only',
      required: false,
      test: async () => {
        const { version, path } = await locateToxiproxy({ build: false });
        return { ok: true, found: `${version} at ${path}` };
      },
    },
    {
      label: 'Go, to build the pinned k6 and toxiproxy',
      failureLabel: 'only needed when one of them is not there: install Go 1.25 or newer',
      required: false,
      test: async () => ({ ok: true, found: execFileSync('go', ['version'], { encoding: 'utf8' }).trim() }),
    },
    {
      label: `port ${port} free for the mock`,
      failureLabel: 'stop what listens there, or give `serve` another --port',
      required: false,
      test: async () => {
        const ok = await isFree(port);
        return { ok, found: ok ? 'free' : 'taken' };
      },
    },
    {
      label: 'this folder can be written to',
      failureLabel: 'change to a folder of yours',
      required: true,
      test: async () => {
        accessSync('.', constants.W_OK);
        return { ok: true, found: process.cwd() };
      },
    },
    {
      label: 'disk: 2 GB free',
      failureLabel: 'free some space: journals and stores of both rounds need it',
      required: true,
      test: async () => {
        const { bavail, bsize } = statfsSync('.');
        return {
          ok: bavail * bsize >= MINIMUM_FREE_BYTES,
          found: `${(Number(bavail * bsize) / 1e9).toFixed(1)} GB`,
        };
      },
    },
    {
      label: 'memory: 4 GB',
      failureLabel: 'use a machine with more memory, or a lower --speed',
      required: false,
      test: async () => ({
        ok: totalmem() >= MINIMUM_MEMORY_BYTES,
        found: `${(totalmem() / 1e9).toFixed(1)} GB`,
      }),
    },
    {
      label: 'two processors or more',
      failureLabel: 'generator and mock share one: choose a lower --speed, or the run will be invalid',
      required: false,
      test: async () => ({ ok: availableParallelism() >= 2, found: String(availableParallelism()) }),
    },
    {
      label: `${MINIMUM_OPEN_FILES} open files allowed`,
      failureLabel: `raise it in this shell: ulimit -n ${MINIMUM_OPEN_FILES}`,
      required: false,
      test: async () => {
        const limit = execFileSync('/bin/sh', ['-c', 'ulimit -n'], { encoding: 'utf8' }).trim();
        return { ok: limit === 'unlimited' || Number(limit) >= MINIMUM_OPEN_FILES, found: limit };
      },
    },
  ];
}

/** Runs every check; one that throws has failed with what it threw. */
export async function examine(list: Check[]): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (const { label, failureLabel, required, test } of list) {
    const { ok, found } = await test().catch((error: unknown) => ({
      ok: false,
      found: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error),
    }));
    results.push({ label, required, ok, found, remedy: ok ? '' : failureLabel });
  }
  return results;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
