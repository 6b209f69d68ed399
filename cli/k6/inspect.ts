import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { OperatorError } from '../../fixtures/operator-error.ts';
import { TOLD_TO_TOOLS, type ToldToTools } from '../../scenarios/told-to-tools.ts';
import { type K6Binary, k6Environment } from './version.ts';

const run = promisify(execFile);

/** k6 reads a script within a second or two; more means that its parser spins, which no signal but KILL ends. */
const READING_MS = 60_000;

/**
 * The options k6 derives from a script, environment and flags. Also a watchdog: TypeScript that k6's parser accepts
 * and its engine does not makes k6 spin for ever, here it is killed.
 * @throws OperatorError K6_HUNG, the signal's reason when interrupted, USAGE when the script cannot start as given
 */
export async function inspectScript(
  k6: K6Binary,
  script: string,
  env: Record<string, string>,
  signal: AbortSignal,
  timeoutMs = READING_MS,
): Promise<unknown> {
  const flags = Object.entries(env).flatMap(([name, value]) => ['-e', `${name}=${value}`]);
  try {
    const { stdout } = await run(k6.path, ['inspect', '--execution-requirements', ...flags, script], {
      timeout: timeoutMs,
      signal,
      killSignal: 'SIGKILL',
      maxBuffer: 16 * 1024 * 1024,
      env: k6Environment(),
    });
    return JSON.parse(stdout);
  } catch (error) {
    // Ctrl-C at a terminal reaches k6 too, so it may have ended by itself before we could end it.
    if (signal.aborted) throw signal.reason;
    const { killed, stderr } = error as { killed?: boolean; stderr?: string };
    if (killed) {
      throw new OperatorError(
        'K6_HUNG',
        `k6 did not finish reading ${script} in ${timeoutMs / 1000} s and was killed`,
        'the script probably uses syntax k6 cannot run (decorators, `using`, `for await`); see docs/k6.md',
      );
    }
    throw new OperatorError(
      'USAGE',
      `k6 cannot start ${script}: ${lastWords(stderr ?? String(error))}`,
      'correct what k6 names and run this again',
    );
  }
}

/** VUs that k6 makes before it starts, of the options that {@link inspectScript} gave. */
export function readyVusOf(effectiveOptions: unknown): number {
  const { scenarios } = effectiveOptions as { scenarios: Record<string, { preAllocatedVUs?: number }> };
  return Object.values(scenarios).reduce((sum, { preAllocatedVUs = 0 }) => sum + preAllocatedVUs, 0);
}

/** Name of the multipart field in which the target wants photos, of the same options; null where the script uploads none. */
export function photoFieldOf(effectiveOptions: unknown): string | null {
  const { ext } = effectiveOptions as { ext?: Record<string, ToldToTools> };
  return ext?.[TOLD_TO_TOOLS]?.photoField ?? null;
}

function lastWords(stderr: string): string {
  const messages = [...stderr.matchAll(/msg="((?:[^"\\]|\\.)*)"/g)].map((match) => match[1] as string);
  const text = messages.at(-1)?.replaceAll('\\n', '\n').replaceAll('\\"', '"') ?? stderr;
  return text.split('\n')[0] ?? '';
}
