import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { FORMAT_VERSIONS } from '../run-folder/format-versions.ts';
import { type ReadbackHeader, type ReadbackSum, RUN_FILES } from '../run-folder/types.ts';
import { AreaCounts } from './areas.ts';
import { AskedForms } from './asked-forms.ts';
import { AskedUploads } from './asked-uploads.ts';
import { classify } from './classify.ts';
import { JournalReader, journalFiles } from './journal.ts';
import { MistakeCounts } from './mistake-counts.ts';
import { planDisagreements } from './plan-totals.ts';
import type { PlannedRun } from './planned-run.ts';
import { PlenoSums } from './pleno-sums.ts';
import { readReadback } from './readback.ts';
import { StoredUploads } from './stored-uploads.ts';
import { TpsCounts } from './tps-counts.ts';
import type { Audit, Finding, Outcome } from './types.ts';

/**
 * Holds the journal and the target's read-back of a run against its plan: every planned upload gets exactly one
 * outcome, every one that is not safely stored a finding of its own.
 * Works on a folder whose run was killed. Reads the journal and the read-back once, line by line.
 * @throws OperatorError RUN_INVALID when the read-back is missing, incomplete or damaged
 */
export async function audit(runDir: string, planned: PlannedRun, auditedAt: Date): Promise<Audit> {
  const asked = new AskedUploads(planned);
  const journal = new JournalReader(journalFiles(runDir), planned.run.runId);
  const askedForms = new AskedForms(planned);
  for await (const line of journal.lines()) {
    asked.add(line);
    askedForms.add(line);
  }

  const stored = new StoredUploads(planned);
  let header: ReadbackHeader | null = null;
  const hash = createHash('sha256');
  const onHeader = (first: ReadbackHeader) => {
    header = first;
  };
  const plenoSums = new PlenoSums(planned);
  const onSum = (sum: ReadbackSum) => plenoSums.add(sum);
  const readback = readReadback(join(runDir, RUN_FILES.readback), runDir, onHeader, hash, onSum);
  for await (const record of readback) stored.add(record);
  const { source, fetchedAt, store = null } = header as unknown as ReadbackHeader;

  // A run of before stores were recorded has none.
  const runStore = planned.run.target.store ?? null;
  const sameStore = store === null || runStore === null ? null : store === runStore;
  const counted = countOutcomes(planned, asked, stored);
  const forms = askedForms.result((phase, session) => asked.refusedLogin(phase, session));
  const pleno = plenoSums.audit();
  return {
    formatVersion: FORMAT_VERSIONS.audit,
    kind: 'audit',
    runId: planned.run.runId,
    auditedAt: auditedAt.toISOString(),
    ...counted.totals,
    unexpected: stored.unexpected.length,
    accounts: { handedOut: accountsHandedOut(planned), used: asked.accountsUsed() },
    ...(forms === null ? {} : { forms: forms.counts }),
    pleno: pleno.counts,
    readback: { source, fetchedAt, store, sameStore, uploads: stored.count, sha256: hash.digest('hex') },
    journal: { ...journal.facts, unplanned: asked.unplanned },
    plan: {
      sha256: planned.copies[0]?.found ?? '',
      copies: [...planned.copies],
      disagreements: planDisagreements(planned),
    },
    retest: {
      recorded: planned.run.after?.retest ?? 0,
      found: planned.retestCount,
      logins: {
        // A run of before logins were tested again has none.
        recorded: planned.run.after?.logins ?? 0,
        accounts: [...planned.retestLogins],
      },
    },
    findings: [
      ...counted.findings,
      ...(forms?.findings ?? []),
      ...unexpectedFindings(stored),
      ...loginFindings(asked),
      ...pleno.findings,
    ],
  };
}

/** Accounts that were to log in: those of the login phase, else those of the TPS that upload. */
function accountsHandedOut(planned: PlannedRun): number {
  const login = planned.phaseNamed('login');
  if (login !== null) return login.phase.count;
  const logins = planned.phaseNamed('pleno')?.plenos?.first('login').at(-1);
  if (logins !== undefined && planned.mainPhase === null) return logins;
  const operators = new Set<string>();
  let helpers = 0;
  for (const phase of planned.uploadingPhases) {
    for (const [session, start] of phase.startSecond.entries()) {
      if (!planned.isDue(phase, start)) continue;
      // Of the PPS each session has an account of its own.
      if (phase.firstTps !== null) helpers++;
      else {
        const tps = planned.sessionTps(phase, session);
        if (tps !== null) operators.add(tps.operator);
      }
    }
  }
  return operators.size + helpers;
}

function countOutcomes(planned: PlannedRun, asked: AskedUploads, stored: StoredUploads) {
  const outcomes: Record<Outcome, number> = {
    stored: 0,
    lost: 0,
    altered: 0,
    duplicated: 0,
    unacknowledged: 0,
  };
  let notDue = 0;
  const totals = { notAsked: 0, notAskedWithoutLogin: 0, storedUnacknowledged: 0 };
  const tpsCounts = new TpsCounts();
  const mistakes = new MistakeCounts(planned.plan.mistakes);
  const phases: Audit['phases'] = {};
  const areas = new AreaCounts(planned.plan);
  const findings: Finding[] = [];
  for (const phase of planned.uploadingPhases) {
    const inPhase = { planned: 0, stored: 0 };
    const turns = phase.tps?.length ?? 0;
    for (let turn = 0; turn < turns; turn++) {
      let complete = (planned.sessionTps(phase, turn)?.pages.length ?? 0) > 0;
      const intact: boolean[] = [];
      for (const upload of planned.uploadsOfSession(phase, turn)) {
        // What was due after a breakpoint had stopped was not to be asked any more.
        if (!planned.isDue(phase, upload.second) && asked.attempts(upload) + stored.records(upload) === 0) {
          complete = false;
          intact.push(false);
          notDue++;
          continue;
        }
        const { outcome, finding } = classify(upload, asked, stored);
        outcomes[outcome]++;
        intact.push(stored.isIntact(upload));
        inPhase.planned++;
        if (outcome === 'stored') inPhase.stored++;
        else complete = false;
        areas.addUpload(upload.tps, outcome === 'stored');
        if (finding !== null) findings.push(finding);
        if (outcome !== 'unacknowledged') continue;
        if (stored.records(upload) > 0) totals.storedUnacknowledged++;
        if (asked.attempts(upload) > 0) continue;
        totals.notAsked++;
        if (asked.refusedLogin(phase.phase.name, upload.session)) totals.notAskedWithoutLogin++;
      }
      const entry = planned.sessionTps(phase, turn);
      if (phase !== planned.mainPhase || entry === null) continue;
      tpsCounts.add(entry, complete);
      // Of a page that is taken again, the last photo counts.
      const { length } = phase.phase.takes;
      mistakes.add(entry, (upload) => intact[upload * length + length - 1] === true);
      areas.addTps(entry, complete);
    }
    if (phase.tps !== null) phases[phase.phase.name] = inPhase;
  }
  const sum = Object.values(outcomes).reduce((total, count) => total + count, 0);
  const due = planned.uploadCount - notDue;
  if (sum !== due) throw new Error(`The audit counted ${sum} outcomes for ${due} planned uploads.`);
  const byKind = tpsCounts.counts();
  const levelsAgree = areas.levelsAgree({
    tps: byKind.tps,
    uploads: { planned: due, stored: outcomes.stored },
  });
  return {
    totals: {
      planned: due,
      ...outcomes,
      ...totals,
      ...byKind,
      mistakes: mistakes.counts(),
      areas: areas.areas(),
      levelsAgree,
      phases,
    },
    findings,
  };
}

function unexpectedFindings(stored: StoredUploads): Finding[] {
  return stored.unexpected.map(({ key, tps, document, page }) => ({
    code: 'UNEXPECTED',
    phase: null,
    tps,
    document,
    page,
    account: null,
    key,
    message: `The target has page ${page} of ${document} of TPS ${tps} under ${key}, which no plan asks for.`,
  }));
}

function loginFindings(asked: AskedUploads): Finding[] {
  const about = { tps: null, document: null, page: null, key: null };
  const never = Array.from(
    asked.accountsRefused(),
    (account): Finding => ({
      ...about,
      code: 'LOGIN_FAILED',
      phase: null,
      account,
      message: `Account ${account} tried to log in and never got in.`,
    }),
  );
  const givenUp = Array.from(
    asked.loginsGivenUp(),
    ({ phase, account }): Finding => ({
      ...about,
      code: 'LOGIN_GIVEN_UP',
      phase,
      account,
      message: `Account ${account} gave up its login in phase ${phase}; at another time in the run it got in.`,
    }),
  );
  return [...never, ...givenUp];
}
