import type {
  AttemptLine,
  DisturbanceLine,
  EndLine,
  JournalLine,
  PhaseLine,
  StartLine,
} from '../../scenarios/journal-line.ts';
import { errorClass, formOutcome, operation } from './journal-schema.ts';

const OPERATIONS: ReadonlySet<unknown> = new Set(operation.options);
const ERROR_CLASSES: ReadonlySet<unknown> = new Set([null, ...errorClass.options]);
const FORM_OUTCOMES: ReadonlySet<unknown> = new Set([null, ...formOutcome.options]);

/**
 * One line of a journal, or null where it is not one: console noise, a line cut off, another format version, or a
 * line of another run than `run`. Written by hand because a schema library takes several times as long per line.
 */
export function parseJournalLine(text: string, run: string): JournalLine | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const line = value as Record<string, unknown>;
  if (line.v !== 1 || line.run !== run) return null;
  switch (line.kind) {
    case 'attempt':
      return isAttempt(line) ? (value as AttemptLine) : null;
    case 'phase':
      return isText(line.phase) && isTime(line.startedAt) && isCount(line.count)
        ? (value as PhaseLine)
        : null;
    case 'disturbance':
      return isDisturbance(line) ? (value as DisturbanceLine) : null;
    case 'start':
      return isText(line.phase) && isCount(line.session) && isTime(line.at) ? (value as StartLine) : null;
    case 'end':
      return isTime(line.at) ? (value as EndLine) : null;
    default:
      return null;
  }
}

function isAttempt(line: Record<string, unknown>): boolean {
  return (
    isText(line.phase) &&
    isCount(line.session) &&
    OPERATIONS.has(line.operation) &&
    isTime(line.plannedAt) &&
    isTime(line.startedAt) &&
    isAmount(line.durationMs) &&
    isText(line.account) &&
    (line.tps === null || isText(line.tps)) &&
    (line.operation !== 'upload' || (isText(line.key) && isText(line.tps))) &&
    (line.operation !== 'read' || (isText(line.path) && isCount(line.step))) &&
    (line.operation !== 'reading' || isFormAttempt(line)) &&
    (line.operation !== 'confirm' ||
      (isFormAttempt(line) && isCount(line.corrected) && isCount(line.despite))) &&
    (line.operation !== 'manifest' || isExchange(line)) &&
    (line.operation !== 'batch' || (isExchange(line) && isCount(line.batch))) &&
    (line.kecamatan === undefined || (isText(line.kecamatan) && isCount(line.step))) &&
    isCount(line.attempt) &&
    isCount(line.status) &&
    ERROR_CLASSES.has(line.errorClass) &&
    isAmount(line.bytes) &&
    typeof line.acknowledged === 'boolean' &&
    // An attempt either worked or says why not; a line that says both or neither is no evidence of anything.
    line.acknowledged === (line.errorClass === null)
  );
}

/** An attempt at a form says which, at which look, and, where it was answered, with what. */
function isFormAttempt(line: Record<string, unknown>): boolean {
  return (
    isText(line.document) &&
    isCount(line.look) &&
    FORM_OUTCOMES.has(line.outcome) &&
    (line.outcome === null) !== (line.errorClass === null)
  );
}

/** A manifest or batch says which exchange it is of, and what became of the uploads in it. */
function isExchange(line: Record<string, unknown>): boolean {
  return (
    isCount(line.exchange) &&
    Array.isArray(line.parts) &&
    line.parts.every(
      (part: Record<string, unknown>) =>
        isText(part?.key) &&
        isText(part.sha256) &&
        typeof part.acknowledged === 'boolean' &&
        ERROR_CLASSES.has(part.errorClass) &&
        part.acknowledged === (part.errorClass === null),
    )
  );
}

function isDisturbance(line: Record<string, unknown>): boolean {
  return (
    isText(line.name) &&
    isText(line.type) &&
    isTime(line.startsAt) &&
    isTime(line.endsAt) &&
    typeof line.accepted === 'boolean'
  );
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isTime(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value > 0;
}

function isAmount(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
