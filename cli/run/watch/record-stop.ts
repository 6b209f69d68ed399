import { hostname, userInfo } from 'node:os';
import type { RunRecord, RunStop } from '../../run-folder/types.ts';
import type { RunWatch } from './watch-run.ts';

/** k6's exit code of `test.abort()`, which the scenarios call outside an authorisation's window. Source: k6 `errext/exitcodes`. */
const SCRIPT_ABORTED = 108;

const CAUSES: Record<RunStop['cause'], string> = {
  file: 'the stop file',
  key: 'the stop key',
  failures: 'too many failed attempts',
  window: 'the end of the authorised window',
  rate: 'more requests a second than are authorised',
  accounts: 'more accounts than are authorised',
};

/** Whoever runs this, as records name them. */
export function operatorName(): string {
  return `${userInfo().username}@${hostname()}`;
}

/** Writes into the record of a run that has ended what was sent under its authorisation, and who or what stopped it. */
export function recordStop(record: RunRecord, watch: RunWatch): void {
  const observed = watch.end();
  if (record.authorisation !== null) record.authorisation.observed = observed;
  const endedAt = record.endedAt ?? new Date().toISOString();
  const reason = watch.reason ?? abortedByItself(record, endedAt);
  if (reason === null) return;
  record.stop = { ...reason, endedAt };
  record.state = 'stopped';
  record.stateReason = `by ${CAUSES[reason.cause]} (${reason.by})${reason.reason === null ? '' : `: ${reason.reason}`}`;
}

/** The scenarios noticed the end of the window before anyone here did. */
function abortedByItself({ authorisation, k6 }: RunRecord, endedAt: string): Omit<RunStop, 'endedAt'> | null {
  if (authorisation === null || k6.exitCode !== SCRIPT_ABORTED) return null;
  const { window, reference } = authorisation;
  if (Date.parse(endedAt) < Date.parse(window.to)) return null;
  const reason = `it is for ${window.from} to ${window.to}`;
  return { cause: 'window', by: `authorisation ${reference}`, reason, at: endedAt };
}
