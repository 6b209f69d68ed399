import type { FormOutcome, JournalLine, UploadPart } from './journal-line.ts';
import type { OperationSubject, SessionContext } from './operation-subject.ts';
import type { Answer, BatchAnswer, ManifestAnswer, Upload } from './targets/target.ts';

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

/** What an answer may say beside how it went. */
export interface AnswerDetail {
  complete?: boolean;
  outcome?: FormOutcome | null;
  held?: ManifestAnswer['held'];
  parts?: BatchAnswer['parts'];
}

/**
 * An AttemptLine as JSON. Put together by hand: building the object and JSON.stringify cost a tenth of an upload's CPU.
 * Codes, types, keys and usernames are plain by then (`init-stage/` refuses others), so only the target's words are
 * escaped.
 */
export function attemptText(
  context: SessionContext,
  subject: OperationSubject,
  attempt: number,
  startedAt: number,
  answer: Answer & AnswerDetail,
  final: boolean,
): string {
  const { operation, plannedAt, document, page, key, bytes, sha256, step, path } = subject;
  const { errorClass, errorCode, complete, durationMs, link, status } = answer;
  const upload =
    key === undefined
      ? `"document":${document === undefined ? null : `"${document}"`},"page":null,"key":null,"bytes":${bytes ?? 0},"sha256":null`
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
    `${subject.look === undefined ? '' : formText(subject, answer)}${subject.refresh ? ',"refresh":true' : ''}` +
    `${subject.exchange === undefined ? '' : exchangeText(subject, answer)}${link === undefined ? '' : `,"link":"${link}"`}}`
  );
}

/** What is said of an exchange of a phone that was offline. */
function exchangeText(
  { exchange, batch, uploads = [] }: OperationSubject,
  answer: Answer & AnswerDetail,
): string {
  const place = batch === undefined ? '' : `,"batch":${batch}`;
  const parts = batch === undefined ? decidedBy(uploads, answer) : sentIn(uploads, answer);
  return `,"exchange":${exchange}${place},"parts":${JSON.stringify(parts)}`;
}

/** Of a manifest: what is there already, and what is refused. */
function decidedBy(
  uploads: readonly Upload[],
  { held = [], errorClass }: Answer & AnswerDetail,
): UploadPart[] {
  if (errorClass !== null) return [];
  return uploads.flatMap(({ key, sha256 }): UploadPart[] => {
    const found = held.find((one) => one.key === key);
    if (found === undefined || found.state === 'wanted') return [];
    const stored = found.state === 'stored';
    return [
      {
        key,
        sha256,
        acknowledged: stored,
        errorClass: stored ? null : 'http-4xx',
        errorCode: stored ? null : found.errorCode,
      },
    ];
  });
}

/** Of a batch: every upload that was sent. Of a batch without an answer nobody knows: none is acknowledged. */
function sentIn(
  uploads: readonly Upload[],
  { parts = [], errorClass, errorCode }: Answer & AnswerDetail,
): UploadPart[] {
  return uploads.map(({ key, sha256 }) => {
    const found = parts.find((one) => one.key === key);
    const failure = found ?? { errorClass: errorClass ?? 'bad-answer', errorCode: errorCode ?? 'CONTRACT' };
    const { errorClass: why, errorCode: code } = failure;
    return {
      key,
      sha256,
      acknowledged: why === null,
      errorClass: why,
      errorCode: why === null ? null : code,
    };
  });
}

/** What is said of a look at a form or its confirmation. */
function formText({ look, corrected, despite }: OperationSubject, { outcome }: AnswerDetail): string {
  const confirmed = corrected === undefined ? '' : `,"corrected":${corrected},"despite":${despite}`;
  return `,"look":${look},"outcome":${outcome ? `"${outcome}"` : null}${confirmed}`;
}

function plenoText({ kecamatan, form, corrected }: OperationSubject): string {
  return `,"kecamatan":"${kecamatan}"${form === undefined ? '' : `,"form":"${form}"`}${corrected === undefined ? '' : `,"corrected":${corrected}`}`;
}

/** The part of its lines that a session's attempts share. */
export function sessionText(context: Omit<SessionContext, 'journalPart'>): string {
  const { run, phase, session, account, tps } = context;
  return `"run":"${run}","phase":"${phase}","session":${session},"account":"${account}","tps":${tps === null ? null : `"${tps}"`}`;
}
