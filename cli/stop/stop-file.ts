import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { hostname, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { OperatorError } from '../../fixtures/operator-error.ts';
import { writeJson } from '../run-folder/write-file.ts';

/** What stands in a stop file; anything else in it, or nothing, stops as well. */
export interface StopOrder {
  by: string;
  reason: string | null;
  /** ISO 8601. */
  at: string;
}

/**
 * The stop file that every run on this machine looks at unless told of another one. Whoever may write there may stop them: that
 * is what an emergency stop is for.
 */
export const DEFAULT_STOP_FILE = join(tmpdir(), 'sirekap-uji-beban.stop');

/** The order in a stop file, or null where there is none. A file that cannot be read stops too. */
export function readStopFile(path: string): StopOrder | null {
  if (!existsSync(path)) return null;
  try {
    const { mtime, uid } = statSync(path);
    const found: StopOrder = { by: `user ${uid}`, reason: null, at: mtime.toISOString() };
    const order = parsed(readFileSync(path, 'utf8'));
    if (typeof order.by === 'string') found.by = order.by;
    if (typeof order.reason === 'string') found.reason = order.reason;
    if (typeof order.at === 'string' && !Number.isNaN(Date.parse(order.at))) found.at = order.at;
    return found;
  } catch {
    return { by: 'unknown', reason: null, at: new Date().toISOString() };
  }
}

/** Stops every run that looks at the file, and keeps new ones from starting until it is removed. */
export function writeStopFile(path: string, reason: string | null): StopOrder {
  const order: StopOrder = {
    by: `${userInfo().username}@${hostname()}`,
    reason,
    at: new Date().toISOString(),
  };
  writeJson(path, order);
  return order;
}

/** @returns whether there was one */
export function removeStopFile(path: string): boolean {
  const there = existsSync(path);
  rmSync(path, { force: true });
  return there;
}

/** @throws OperatorError STOPPED while the stop file is there */
export function refuseWhileStopped(path: string): void {
  const order = readStopFile(path);
  if (order === null) return;
  throw new OperatorError(
    'STOPPED',
    `all runs are stopped by ${path} (${order.by}, ${order.at}${order.reason === null ? '' : `: ${order.reason}`}); nothing was sent`,
    'ask whoever stopped them; `uji-beban stop --release` lets runs start again',
  );
}

function parsed(text: string): Partial<Record<keyof StopOrder, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    // A file made by `touch` or by hand is an order as good as any; its words are the reason.
    return text.trim() === '' ? {} : { reason: text.trim().slice(0, 200) };
  }
}
