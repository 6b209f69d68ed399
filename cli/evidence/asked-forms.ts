import type { AttemptLine, FormOutcome, JournalLine } from '../../scenarios/journal-line.ts';
import { NO_FORMS } from './form-counts.ts';
import { canBeConfirmed, didItsWork } from './form-outcomes.ts';
import type { PlannedPhase, PlannedRun } from './planned-run.ts';
import type { Finding, FormCounts } from './types.ts';

/** What the journal says of one form. */
interface FormStory {
  read: boolean;
  /** A confirmation was sent. */
  sent: boolean;
  /** The confirmation that was taken; null without. */
  confirmed: { look: number; corrected: number; despite: number } | null;
  /** What the target said last, or how the last attempt failed. */
  last: FormOutcome | string | null;
}

/** What the journal says of every C.Hasil that a run was to confirm. */
export class AskedForms {
  readonly #planned: PlannedRun;
  readonly #phases: readonly PlannedPhase[];
  readonly #stories = new Map<string, FormStory>();

  constructor(planned: PlannedRun) {
    this.#planned = planned;
    this.#phases = planned.phases.filter(({ phase }) => phase.confirms);
  }

  add(line: JournalLine): void {
    if (line.kind !== 'attempt' || (line.operation !== 'reading' && line.operation !== 'confirm')) return;
    const phase = this.#phases.find((one) => one.phase.name === line.phase);
    if (phase === undefined) return;
    const index = this.#planned.forms.indexOf(this.#planned, phase, line.session, line.document);
    if (index !== -1) follow(this.#story(phase, index), line);
  }

  /** Every planned form with what became of it; null where the run was to confirm none. */
  result(refusedLogin: (phase: string, session: number) => boolean): {
    counts: FormCounts;
    findings: Finding[];
  } | null {
    if (this.#phases.length === 0) return null;
    const counts: FormCounts = { ...NO_FORMS };
    const findings: Finding[] = [];
    for (const phase of this.#phases) {
      for (const [session, start] of phase.startSecond.entries()) {
        for (const form of this.#planned.forms.ofSession(this.#planned, phase, session)) {
          const story = this.#stories.get(keyOf(phase, form.index)) ?? null;
          const second = this.#planned.formSecond(phase, session, form.document, 'confirm', 0) ?? start;
          // What was due after a breakpoint had stopped was not to be asked any more.
          if (story === null && !this.#planned.isDue(phase, second)) continue;
          counts.planned++;
          if (form.wrongSheet) counts.wrongSheet++;
          if (story?.read) counts.read++;
          count(counts, story?.confirmed ?? null, form.wrongSheet);
          if (story?.confirmed || form.wrongSheet) continue;
          const why = whyUnconfirmed(story, refusedLogin(phase.phase.name, session));
          findings.push({
            code: 'UNCONFIRMED',
            phase: phase.phase.name,
            tps: form.tps.kode,
            document: form.document,
            page: null,
            account: form.tps.operator,
            key: null,
            message: `${form.document} of TPS ${form.tps.kode} was never confirmed: ${why}.`,
          });
        }
      }
    }
    return { counts, findings };
  }

  #story(phase: PlannedPhase, index: number): FormStory {
    const key = keyOf(phase, index);
    let story = this.#stories.get(key);
    if (story === undefined) {
      story = { read: false, sent: false, confirmed: null, last: null };
      this.#stories.set(key, story);
    }
    return story;
  }
}

function keyOf({ phase }: PlannedPhase, index: number): string {
  return `${phase.name} ${index}`;
}

function follow(story: FormStory, line: AttemptLine): void {
  story.last = line.outcome ?? line.errorCode ?? line.errorClass;
  if (line.operation === 'confirm') story.sent = true;
  if (canBeConfirmed(line)) story.read = true;
  if (line.operation !== 'confirm' || !didItsWork(line) || story.confirmed !== null) return;
  const { look = 0, corrected = 0, despite = 0 } = line;
  story.confirmed = { look, corrected, despite };
}

function count(counts: FormCounts, confirmed: FormStory['confirmed'], wrongSheet: boolean): void {
  if (confirmed === null) return;
  counts.confirmed++;
  if (wrongSheet) counts.confirmedOfWrongSheet++;
  if (confirmed.look === 0) counts.atFirstLook++;
  if (confirmed.corrected === 0) counts.asRead++;
  else counts.corrected++;
  if (confirmed.despite > 0) counts.despite++;
  counts.figuresCorrected += confirmed.corrected;
}

function whyUnconfirmed(story: FormStory | null, refusedLogin: boolean): string {
  if (story === null) return refusedLogin ? 'the login of its session was refused' : 'it was never asked for';
  if (story.sent) return `the last answer to its confirmation was ${story.last}`;
  return story.read ? 'its confirmation was never sent' : `the last answer to a look at it was ${story.last}`;
}
