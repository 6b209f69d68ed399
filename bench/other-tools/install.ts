import { execFile } from 'node:child_process';
import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The versions that docs/benchmarks.md compares with. */
const LOCUST = '2.47.0';
const ARTILLERY = '2.0.34';

export interface OtherTools {
  /** Executable. */
  locust: string;
  /** Script for Node. */
  artillery: string;
  versions: string;
}

/**
 * Installs both tools from their registries into a folder of their own, once; they are no part of this package.
 * @throws Error where Python 3 with venv, or a registry, is not at hand
 */
export async function installOtherTools(folder: string): Promise<OtherTools> {
  const tools: OtherTools = {
    locust: join(folder, `locust-${LOCUST}`, 'bin', 'locust'),
    artillery: join(folder, `artillery-${ARTILLERY}`, 'node_modules', 'artillery', 'bin', 'run'),
    versions: `Locust ${LOCUST}, Artillery ${ARTILLERY}`,
  };
  if (!(await exists(tools.locust))) {
    const place = join(folder, `locust-${LOCUST}`);
    await run('python3', ['-m', 'venv', place]);
    await run(join(place, 'bin', 'pip'), ['install', '--quiet', `locust==${LOCUST}`]);
  }
  if (!(await exists(tools.artillery))) {
    const place = join(folder, `artillery-${ARTILLERY}`);
    await mkdir(place, { recursive: true });
    const options = ['--no-audit', '--no-fund', '--ignore-scripts', '--no-save', '--prefix', place];
    await run('npm', ['install', ...options, `artillery@${ARTILLERY}`], { cwd: place });
  }
  return tools;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
