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
  const { operation, plannedAt, document, page, key, bytes, sha256, step, path } = subject;
  const { errorClass, errorCode, complete, durationMs, link, status } = answer;
  const upload =
    document === undefined
      ? '"document":null,"page":null,"key":null,"bytes":0,"sha256":null'
      : `"document":"${document}","page":${page},"key":"${key}","bytes":${bytes},"sha256":"${sha256}"`;
  const place = step === undefined ? '' : `,"step":${step}${path === undefined ? '' : `,"path":"${path}"`}`;
  const pleno = subject.kecamatan === undefined ? '' : plenoText(subject);
  const outcome =
    errorClass === null
      ? '"errorClass":null,"errorCode":null,"acknowledged":true'
      : `"errorClass":"${errorClass}","errorCode":${JSON.stringify(errorCode)},"acknowledged":false`;
  return (
    `{"v":1,"kind":"attempt",${context.journalPart},"operation":"${operation}","plannedAt":${plannedAt},` +
    `"startedAt":${startedAt},"durationMs":${durationMs},${upload},"attempt":${attempt},"final":${final},` +
    `"status":${status},${outcome}${complete === undefined ? '' : `,"complete":${complete}`}${place}${pleno}` +
    `${link === undefined ? '' : `,"link":"${link}"`}}`
  );
}

function plenoText({ kecamatan, form, corrected }: OperationSubject): string {
  return `,"kecamatan":"${kecamatan}"${form === undefined ? '' : `,"form":"${form}"`}${corrected === undefined ? '' : `,"corrected":${corrected}`}`;
}

/** The part of its lines that a session's attempts share. */
export function sessionText(context: Omit<SessionContext, 'journalPart'>): string {
  const { run, phase, session, account, tps } = context;
  return `"run":"${run}","phase":"${phase}","session":${session},"account":"${account}","tps":${tps === null ? null : `"${tps}"`}`;
}
