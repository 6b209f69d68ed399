import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { OperatorError } from '../../fixtures/operator-error.ts';
import { missingParts } from '../../scenarios/targets/parts.ts';
import { admitTarget } from '../authorisation/admit-target.ts';
import type { AdmittedTarget } from '../authorisation/admitted-target.ts';
import { type LoadedAuthorisation, loadAuthorisation } from '../authorisation/load-authorisation.ts';
import { type PlannedLoad, refuseTooMuch } from '../authorisation/planned-load.ts';
import type { K6Binary } from '../k6/version.ts';
import { RUN_FILES, type RunAuthorisation, type RunRecord } from '../run-folder/types.ts';
import { writeJson } from '../run-folder/write-file.ts';
import { adapterFile } from '../targets/adapter-file.ts';
import type { TargetAccess } from '../targets/ask-target.ts';
import { connectionOptions } from '../targets/connection-options.ts';
import { describeTarget } from '../targets/describe-target.ts';
import { readSecrets, type Secrets } from '../targets/secrets.ts';

/** What an operator says of the target, as the command line has it. */
export interface TargetOptions {
  target: string;
  /** `mock`, or the file of one's own. */
  adapter?: string | undefined;
  /** File of who permits what. */
  authorisation?: string | undefined;
  /** File of credentials in place of the plan's. */
  secrets?: string | undefined;
}

/** The target of a run, admitted, with everything that decides how it is reached. */
export interface RunTarget {
  admitted: AdmittedTarget;
  authorisation: LoadedAuthorisation | null;
  adapter: string | null;
  secrets: Secrets;
}

/**
 * Checks what an operator says of a target. Nothing is sent.
 * @throws OperatorError USAGE, AUTHORISATION_INVALID, TARGET_NOT_AUTHORISED, ADAPTER_INVALID, SECRETS_INVALID
 */
export async function admitRunTarget(options: TargetOptions): Promise<RunTarget> {
  const authorisation =
    options.authorisation === undefined ? null : loadAuthorisation(resolve(options.authorisation));
  return {
    admitted: await admitTarget(options.target, authorisation),
    authorisation,
    adapter: adapterFile(options.adapter),
    secrets: readSecrets(options.secrets),
  };
}

/** How the target of a run is reached, for questions about it. */
export function accessTo(
  { admitted, adapter, secrets }: RunTarget,
  k6: K6Binary,
  k6Options: readonly string[],
): TargetAccess {
  return {
    url: admitted.url,
    permission: admitted.permission,
    adapter,
    secrets: secrets.file,
    k6Options: connectionOptions(k6Options),
    k6,
  };
}

/**
 * What run.json says of the authorisation.
 * @throws OperatorError TARGET_NOT_AUTHORISED where the plan asks for more than is permitted
 */
export function recordedAuthorisation(
  { admitted: { permission }, authorisation }: RunTarget,
  planned: PlannedLoad,
  speed: number,
): RunAuthorisation | null {
  if (permission === null || authorisation === null) return null;
  refuseTooMuch(permission, planned, speed);
  const { formatVersion: _version, kind: _kind, ...permitted } = permission;
  return {
    ...permitted,
    file: authorisation.file,
    sha256: authorisation.sha256,
    readBackUntil: authorisation.authorisation.readBackUntil ?? permission.window.to,
    planned,
    observed: null,
  };
}

/** What run.json says of the target before it was asked. */
export function recordedTarget({ admitted, adapter }: RunTarget): RunRecord['target'] {
  return {
    url: admitted.url,
    adapter: 'mock',
    adapterFile: adapter,
    missingParts: [],
    software: null,
    simulator: admitted.loopback,
    store: null,
    clockSkewMs: null,
  };
}

/** SHA-256 of the adapter's file, by its path; nothing for one of the toolkit's own, which is among the scripts. */
export function adapterDigest({ adapter }: RunTarget): Record<string, string> {
  return adapter === null ? {} : { [adapter]: hash('sha256', readFileSync(adapter)) };
}

/** Writes what k6 holds itself to into the run folder. @returns its path, null without an authorisation */
export function writePermission({ admitted }: RunTarget, folder: string): string | null {
  if (admitted.permission === null) return null;
  const path = join(folder, RUN_FILES.authorisation);
  writeJson(path, admitted.permission);
  return path;
}

/**
 * Asks the target who it is and writes that into the record.
 * @throws OperatorError TARGET_DOWN; TARGET_CONTRACT for a target with another plan; TARGET_NOT_AUTHORISED for one that is no
 * simulator, without an authorisation
 */
export async function meetTarget(
  record: RunRecord,
  target: RunTarget,
  access: TargetAccess,
  signal: AbortSignal,
): Promise<void> {
  const found = await describeTarget(access, record.plan.path, signal);
  if (found.plan !== null && found.plan !== record.plan.sha256) {
    throw new OperatorError(
      'TARGET_CONTRACT',
      `target ${access.url} was started with another plan (${found.plan.slice(0, 12)}…) than ${record.plan.path} (${record.plan.sha256.slice(0, 12)}…)`,
      `start it with this plan: uji-beban serve --plan ${record.plan.path}`,
    );
  }
  if (!found.simulator && target.admitted.permission === null) {
    throw new OperatorError(
      'TARGET_NOT_AUTHORISED',
      `target ${access.url} does not say that it is a simulator: a tunnel or proxy may lead from here to a real system; nothing but that question was sent`,
      'start the mock with `uji-beban serve --plan PLAN`, or give --authorisation FILE, see docs/permission.md',
    );
  }
  record.target = {
    ...record.target,
    adapter: found.adapter,
    missingParts: missingParts(found.parts),
    software: found.software,
    simulator: found.simulator || target.admitted.loopback,
    store: found.store,
    clockSkewMs: found.clockSkewMs,
  };
  record.exercise = record.target.simulator;
}
