import type { AttemptLine, JournalLine } from '../../../scenarios/journal-line.ts';
import type { FailureLimit, Permission } from '../../../scenarios/permission/permission.ts';
import { NO_SIGNAL } from '../../../scenarios/signal/route.ts';
import type { RunAuthorisation, RunStop } from '../../run-folder/types.ts';
import { readStopFile } from '../../stop/stop-file.ts';
import { JournalTail } from '../journal-tail.ts';
import { FailureShare } from './failure-share.ts';
import { RATE_WINDOW_SECOND, RequestRate } from './request-rate.ts';

/** How often everything that may stop a run is looked at. */
const LOOK_EVERY_MS = 200;

export interface WatchOptions {
  journal: string;
  stopFile: string;
  permission: Permission | null;
  /** What the operator asked for beside the authorisation. */
  failureLimit: FailureLimit | null;
  /** Aborted when the stop key is pressed. */
  stopKey: AbortSignal | undefined;
  /** Who is at the keyboard. */
  operator: string;
}

/** Why a run is stopped, as far as it is known before k6 is gone. */
export type StopReason = Omit<RunStop, 'endedAt'>;

export interface RunWatch {
  /** Aborted when the run must stop. */
  readonly halt: AbortSignal;
  /** Why it must; null while nothing stops it. */
  readonly reason: StopReason | null;
  /** A last look, after k6 is gone. @returns what was sent, as the journal tells */
  end(): NonNullable<RunAuthorisation['observed']>;
}

/** Looks at everything that stops a run, from its start to its end: stop file, stop key, and what the authorisation says. */
export function watchRun(options: WatchOptions): RunWatch {
  const { permission } = options;
  const halting = new AbortController();
  let reason: StopReason | null = null;
  const tail = new JournalTail(options.journal);
  const rate = new RequestRate();
  const accounts = new Set<string>();
  const limits = [
    ...(permission?.stopWhen ? [limitOf(permission.stopWhen, `authorisation ${permission.reference}`)] : []),
    ...(options.failureLimit ? [limitOf(options.failureLimit, options.operator)] : []),
  ];
  let firstAt: number | null = null;
  let lastAt: number | null = null;

  function stop(cause: RunStop['cause'], by: string, why: string | null): void {
    if (reason !== null) return;
    reason = { cause, by, reason: why, at: new Date().toISOString() };
    halting.abort(reason);
  }

  function count({ startedAt, durationMs, account, errorClass, link }: AttemptLine): void {
    rate.add(startedAt);
    accounts.add(account);
    firstAt = Math.min(firstAt ?? startedAt, startedAt);
    lastAt = Math.max(lastAt ?? startedAt, startedAt);
    // Without signal nothing reaches the target, so its failure is none of the target's.
    if (link === NO_SIGNAL) return;
    for (const { share } of limits) share.add(startedAt + durationMs, errorClass !== null);
  }

  function readJournal(): void {
    if (permission === null && limits.length === 0) return;
    for (const text of tail.newLines()) {
      const line = attemptIn(text);
      if (line !== null) count(line);
    }
  }

  function look(): void {
    const order = readStopFile(options.stopFile);
    if (order !== null) stop('file', order.by, order.reason);
    readJournal();
    const now = Date.now();
    if (permission !== null) holdToPermission(permission, now);
    for (const { share, by } of limits) {
      const over = share.exceeded(now);
      if (over !== null) {
        stop(
          'failures',
          by,
          `${(over.share * 100).toFixed(0)}% of the last ${over.attempts} attempts failed`,
        );
      }
    }
  }

  function holdToPermission({ reference, window, maximum }: Permission, now: number): void {
    const by = `authorisation ${reference}`;
    if (now >= Date.parse(window.to)) stop('window', by, `it is for ${window.from} to ${window.to}`);
    if (rate.peak > maximum.requestsPerSecond) {
      const found = `${rate.peak} requests a second were asked for over ${RATE_WINDOW_SECOND} s`;
      stop('rate', by, `${found}, ${maximum.requestsPerSecond} are permitted`);
    }
    if (accounts.size > maximum.accounts)
      stop('accounts', by, `${accounts.size} accounts were used, ${maximum.accounts} are permitted`);
  }

  const onKey = () => stop('key', options.operator, null);
  if (options.stopKey?.aborted) onKey();
  else options.stopKey?.addEventListener('abort', onKey, { once: true });
  const ticker = setInterval(look, LOOK_EVERY_MS);

  return {
    halt: halting.signal,
    get reason() {
      return reason;
    },
    end() {
      clearInterval(ticker);
      options.stopKey?.removeEventListener('abort', onKey);
      readJournal();
      return {
        requestsPerSecond: rate.peak,
        accounts: accounts.size,
        firstAt: iso(firstAt),
        lastAt: iso(lastAt),
      };
    },
  };
}

function limitOf(limit: FailureLimit, by: string): { share: FailureShare; by: string } {
  return { share: new FailureShare(limit), by };
}

function attemptIn(text: string): AttemptLine | null {
  try {
    const line = JSON.parse(text) as JournalLine;
    return line?.kind === 'attempt' ? line : null;
  } catch {
    // The audit counts lines that cannot be read.
    return null;
  }
}

function iso(moment: number | null): string | null {
  return moment === null ? null : new Date(moment).toISOString();
}
