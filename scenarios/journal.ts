import type { JournalLine } from './journal-line.ts';
import type { OperationSubject, SessionContext } from './operation-subject.ts';
import type { Answer } from './targets/target.ts';

/**
 * Writes one line of the journal. k6's console is the only thing a script can append to while it runs; with
 * `--log-format raw --console-output FILE` the file holds exactly these lines, each on disk when the call returns.
 */
export function writeJournal(line: JournalLine): void {
  writeJournalText(JSON.stringify(line));
}

/** {@link writeJournal} of a line that is JSON already. */
export function writeJournalText(text: string): void {
  console.log(text);
}

/**
 * An AttemptLine as JSON. Put together by hand: building the object and JSON.stringify cost a tenth of an upload's CPU.
 * Codes, types, keys and usernames are plain by then (`plan-data.ts` refuses others), so only the target's words are
 * escaped.
 */
export function attemptText(
  context: SessionContext,
  subject: OperationSubject,
  attempt: number,
  startedAt: number,
  answer: Answer & { complete?: boolean },
  final: boolean,
): string {
  const { document, key, sha256 } = subject;
  const { errorClass, errorCode, complete } = answer;
  return (
    `{"v":1,"kind":"attempt","run":"${context.run}","phase":"${context.phase}","session":${context.session},` +
    `"operation":"${subject.operation}","plannedAt":${subject.plannedAt},"startedAt":${startedAt},` +
    `"durationMs":${answer.durationMs},"account":"${context.account}","tps":${quoted(context.tps)},` +
    `"document":${quoted(document)},"page":${subject.page ?? null},"key":${quoted(key)},"attempt":${attempt},` +
    `"final":${final},"status":${answer.status},"errorClass":${quoted(errorClass)},` +
    `"errorCode":${errorCode === null ? null : JSON.stringify(errorCode)},"bytes":${subject.bytes ?? 0},` +
    `"sha256":${quoted(sha256)},"acknowledged":${errorClass === null}` +
    `${complete === undefined ? '' : `,"complete":${complete}`}}`
  );
}

function quoted(plain: string | null | undefined): string {
  return plain === null || plain === undefined ? 'null' : `"${plain}"`;
}
