import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { OperatorError } from '../../fixtures/operator-error.ts';
import type { Permission } from '../../scenarios/permission/permission.ts';
import type { TaskLine } from '../../scenarios/target-tasks/task-line.ts';
import { launchK6 } from '../k6/launch.ts';
import type { K6Binary } from '../k6/version.ts';
import { writeJson } from '../run-folder/write-file.ts';
import { k6ErrorWords } from './k6-error-words.ts';
import { taskScript } from './task-script.ts';

/** How a target is reached, for a run and for every question about it. */
export interface TargetAccess {
  url: string;
  permission: Permission | null;
  /** File of the adapter, null for the toolkit's own. */
  adapter: string | null;
  /** Secrets file, null where it is not needed. */
  secrets: string | null;
  /** Options for k6 that concern the connection. */
  k6Options: readonly string[];
  k6: K6Binary;
}

/** What can be asked: a script each in `scenarios/target-tasks/`. */
export type TargetTask = 'health' | 'read-back' | 'check';

/**
 * Asks a target something through its adapter, the way the load reaches it: a k6 of its own runs the task once. Lines that are
 * not {@link TaskLine} are left to the caller.
 * @param planFolder absolute
 * @param more variables for the task
 * @throws OperatorError TARGET_DOWN, TARGET_CONTRACT, ADAPTER_INVALID, the signal's reason
 */
export async function* askTarget(
  access: TargetAccess,
  task: TargetTask,
  planFolder: string,
  runId: string,
  signal: AbortSignal,
  more: Readonly<Record<string, string>> = {},
): AsyncGenerator<TaskLine | Record<string, unknown>> {
  // Readable by nobody else: an answer may say more than a journal does.
  const folder = mkdtempSync(join(tmpdir(), 'uji-beban-ask-'));
  try {
    const answers = join(folder, 'answers.ndjson');
    const log = join(folder, 'k6.log');
    const code = await launchK6({
      k6: access.k6,
      arguments: taskArguments(access, task, { ...more, PLAN: planFolder, RUN_ID: runId }, folder, answers),
      logFile: log,
      onOutput: () => {},
      onStart: () => {},
      signal,
    });
    signal.throwIfAborted();
    let ended = false;
    const lines = existsSync(answers) ? createInterface({ input: createReadStream(answers) }) : [];
    for await (const text of lines) {
      const line = parsed(text, access);
      if (line.kind === 'failed') throw failureOf(access.url, line as FailedLine);
      if (line.kind === 'end') ended = true;
      else yield line;
    }
    if (!ended) throw brokenOff(access, task, code, log);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function parsed(text: string, { adapter }: TargetAccess): TaskLine | Record<string, unknown> {
  try {
    return JSON.parse(text) as TaskLine | Record<string, unknown>;
  } catch (cause) {
    throw new OperatorError(
      'ADAPTER_INVALID',
      `the adapter ${adapter ?? 'mock'} writes to the console, which is where k6 keeps the journal: ${text.slice(0, 100)}`,
      'take its console.log() out',
      { cause },
    );
  }
}

function taskArguments(
  { url, permission, adapter, secrets, k6Options }: TargetAccess,
  task: TargetTask,
  given: Readonly<Record<string, string>>,
  folder: string,
  answers: string,
): string[] {
  const env: Record<string, string> = { ...given, TARGET: url };
  if (secrets !== null) env.SECRETS = secrets;
  if (permission !== null) {
    env.AUTHORISATION = join(folder, 'authorisation.json');
    writeJson(env.AUTHORISATION, permission);
  }
  return [
    ...['run', '--quiet', '--log-format', 'raw', '--console-output', answers],
    ...k6Options,
    ...Object.entries(env).flatMap(([name, value]) => ['-e', `${name}=${value}`]),
    taskScript(task, adapter, folder),
  ];
}

type FailedLine = Extract<TaskLine, { kind: 'failed' }>;

/** What a failed call means to the person at the keyboard. */
export function failureOf(
  url: string,
  { operation, status, errorClass, errorCode }: Omit<FailedLine, 'kind'>,
): OperatorError {
  if (status === 0) {
    return new OperatorError(
      'TARGET_DOWN',
      `target ${url} does not answer ${operation} (${k6ErrorWords(errorCode)})`,
      'start it (for the mock: `uji-beban serve --plan PLAN`) or check --target, then try again (a run needs a new --out)',
    );
  }
  return new OperatorError(
    'TARGET_CONTRACT',
    `target ${url} answered ${operation} with ${status} (${errorClass}${errorCode === null ? '' : `, ${errorCode}`})`,
    'check that the target speaks the API of the adapter and was started with the same plan; `uji-beban target check` goes through it step by step',
  );
}

/** k6 ended before the task did: its own last words say why. */
function brokenOff(
  { adapter, url }: TargetAccess,
  task: TargetTask,
  code: number | null,
  log: string,
): OperatorError {
  const words = existsSync(log) ? (readFileSync(log, 'utf8').trim().split('\n')[0] ?? '') : '';
  const what = `${task} of target ${url} broke off: k6 ended with exit code ${code}${words === '' ? '' : `, ${words.slice(0, 300)}`}`;
  return adapter === null
    ? new OperatorError('TARGET_CONTRACT', what, 'check that the target speaks the recap API of the mock')
    : new OperatorError('ADAPTER_INVALID', what, `correct ${adapter}, see docs/targets.md`);
}
