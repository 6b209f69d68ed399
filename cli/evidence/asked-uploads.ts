import type { AttemptLine, ErrorClass, JournalLine } from '../../scenarios/journal-line.ts';
import type { PlannedPhase, PlannedRun, PlannedUpload } from './planned-run.ts';
import { uploadsIn } from './uploads-in.ts';

const MOST_ATTEMPTS = 255;

/** What the journal says of every planned upload and account, a few bytes each. */
export class AskedUploads {
  readonly #planned: PlannedRun;
  readonly #attempts: Uint8Array;
  readonly #acknowledged: Uint8Array;
  readonly #lastError = new Map<number, ErrorClass>();
  readonly #login = new Map<string, { asked: Uint8Array; accepted: Uint8Array }>();
  /** Accounts that were tried; true once a login of theirs has worked. */
  readonly #accounts = new Map<string, boolean>();
  readonly #plenoAdmins = new Map<string, string>();
  /** Accounts whose login of a phase of logins was never accepted, by phase. */
  readonly #refusedIn = new Map<string, Set<string>>();
  /** Attempts at something the plan asks nobody to do. */
  unplanned = 0;

  constructor(planned: PlannedRun) {
    this.#planned = planned;
    this.#attempts = new Uint8Array(planned.uploadCount);
    this.#acknowledged = new Uint8Array(planned.uploadCount);
    for (const { phase } of planned.phases) {
      this.#login.set(phase.name, {
        asked: new Uint8Array(phase.count),
        accepted: new Uint8Array(phase.count),
      });
    }
  }

  add(line: JournalLine): void {
    if (line.kind !== 'attempt') return;
    const uploads = uploadsIn(this.#planned, line);
    const asPlanned = (one: AttemptLine, upload: PlannedUpload | null) =>
      this.#planned.attemptSecond(one, upload) !== null;
    if (line.operation !== 'upload' && !asPlanned(line, null)) this.unplanned++;
    if (line.operation === 'login') this.#addLogin(line);
    for (const { line: one, upload } of uploads) {
      if (!asPlanned(one, upload)) this.unplanned++;
      if (upload !== null) this.#addUpload(one, upload.index);
    }
  }

  attempts(upload: PlannedUpload): number {
    return this.#attempts[upload.index] ?? 0;
  }

  acknowledged(upload: PlannedUpload): boolean {
    return this.#acknowledged[upload.index] === 1;
  }

  lastError(upload: PlannedUpload): ErrorClass | null {
    return this.#lastError.get(upload.index) ?? null;
  }

  /** The session tried to log in and never got in. */
  refusedLogin(phase: string, session: number): boolean {
    const login = this.#login.get(phase);
    return login?.asked[session] === 1 && login.accepted[session] !== 1;
  }

  /** Distinct accounts of which a login worked. */
  accountsUsed(): number {
    let used = 0;
    for (const worked of this.#accounts.values()) if (worked) used++;
    return used;
  }

  /** Accounts that were tried in the run and never got in, in the order in which they were first tried. */
  *accountsRefused(): Generator<string> {
    for (const [account, worked] of this.#accounts) if (!worked) yield account;
  }

  /** Accounts that gave up the login of a phase of logins, though they got in elsewhere in the run. */
  *loginsGivenUp(): Generator<{ phase: string; account: string }> {
    for (const [phase, accounts] of this.#refusedIn) {
      for (const account of accounts) if (this.#accounts.get(account) !== false) yield { phase, account };
    }
  }

  #addLogin(line: AttemptLine): void {
    const login = this.#login.get(line.phase);
    if (login !== undefined && line.session < login.asked.length) {
      login.asked[line.session] = 1;
      if (line.acknowledged) login.accepted[line.session] = 1;
    }
    const planned = this.#planned.phaseNamed(line.phase);
    if (planned?.phase.kind === 'login') this.#noteRefused(line);
    if (this.#handedOutHere(planned, line.account) && !this.#fromAbove(line)) {
      this.#accounts.set(line.account, line.acknowledged || this.#accounts.get(line.account) === true);
    }
  }

  #noteRefused({ phase, account, acknowledged }: AttemptLine): void {
    const refused = this.#refusedIn.get(phase) ?? new Set();
    this.#refusedIn.set(phase, refused);
    if (acknowledged) refused.delete(account);
    else refused.add(account);
  }

  /**
   * A round hands out every account of the plan or its part, so each login anywhere in it counts, and so it does where nobody
   * logs in beforehand. A smoke run hands out only those of its login phase; the operators of its TPS come on top and would
   * make more accounts used than handed out. So would operators of the PPS whose kelurahan is more than the part.
   */
  #handedOutHere(planned: PlannedPhase | null, account: string): boolean {
    const login = this.#planned.phaseNamed('login');
    if (login !== null && planned !== null && planned.firstTps !== null) return this.#accounts.has(account);
    if (login === null || login.phase.count >= this.#planned.load.accounts) return true;
    return planned?.phase.kind === 'login';
  }

  /** An admin of the kab/kota who reopens a pleno does so beside the PPK's own, whose login came first. */
  #fromAbove({ kecamatan, step, account }: AttemptLine): boolean {
    if (kecamatan === undefined || step !== 0) return false;
    const first = this.#plenoAdmins.get(kecamatan);
    if (first === undefined) this.#plenoAdmins.set(kecamatan, account);
    return first !== undefined && first !== account;
  }

  #addUpload(line: AttemptLine, index: number): void {
    this.#attempts[index] = Math.min(MOST_ATTEMPTS, (this.#attempts[index] ?? 0) + 1);
    if (line.acknowledged) this.#acknowledged[index] = 1;
    else if (line.errorClass !== null) this.#lastError.set(index, line.errorClass);
  }
}
