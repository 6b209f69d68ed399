import type { RunRecord } from '../run-folder/types.ts';
import type { LoadedCriteria } from './criteria.ts';
import { explained } from './explained.ts';
import type { Judged } from './judged.ts';
import type { Audit, Measurements, ValidityCheck } from './types.ts';
import { readbackAfterRun, readbackSameStore, readbackUnchanged } from './validity-of-readback.ts';

/** Real ms by which the target's clock may be off where it is known. No figure uses it; it dates the target's own log. */
const MOST_CLOCK_SKEW_MS = 2000;

/** Whether the evidence is whole, agrees with itself, and belongs to this plan and these criteria. */
export function evidenceChecks({ run, audit, measurements, criteria, digests }: Judged): ValidityCheck[] {
  return [
    journalSound(audit),
    journalAsPlanned(audit),
    journalAndK6(measurements),
    sameEvidence(run, audit, measurements),
    readbackAfterRun(run, audit),
    readbackUnchanged(audit, digests),
    readbackSameStore(run, audit),
    levels(audit),
    clocks(run),
    criteriaFixed(run, criteria),
    planCopies(audit),
    planTotals(audit),
    retestCopy(audit),
  ];
}

function journalSound({ journal }: Audit): ValidityCheck {
  const { attempts, malformed, truncated } = journal;
  return {
    name: 'journal-sound',
    ok: attempts > 0 && malformed === 0 && !truncated,
    ...explained(
      `The journal has ${attempts} attempts, ${malformed} malformed lines and ${truncated ? 'ends within a line' : 'a whole last line'}; expected attempts, none malformed, a whole last line.`,
      `Jurnal berisi ${attempts} percobaan, ${malformed} baris rusak, dan ${truncated ? 'berakhir di tengah baris' : 'baris terakhir yang utuh'}; seharusnya ada percobaan, tanpa baris rusak, dengan baris terakhir yang utuh.`,
    ),
    title: { id: 'Jurnal utuh', en: 'The journal is whole' },
  };
}

function journalAsPlanned({ journal: { unplanned } }: Audit): ValidityCheck {
  return {
    name: 'journal-as-planned',
    ok: unplanned === 0,
    ...explained(
      `${unplanned} attempts in the journal are at something the plan does not ask for; expected 0.`,
      `${unplanned} percobaan di jurnal tidak diminta oleh rencana; seharusnya 0.`,
    ),
    title: { id: 'Jurnal hanya berisi yang direncanakan', en: 'The journal holds only what was planned' },
  };
}

function journalAndK6({
  k6: { httpRequests },
  requests: { attempts, control },
  breakpoint,
}: Measurements): ValidityCheck {
  // k6 breaks off what is under way when a breakpoint stops and counts it no more; the journal still has its line. At most one a session.
  const brokenOff = breakpoint?.stopped ? breakpoint.sessions : 0;
  const uncounted = attempts + control - (httpRequests ?? 0);
  return {
    name: 'journal-and-k6-agree',
    ok: httpRequests !== null && uncounted >= 0 && uncounted <= brokenOff,
    ...explained(
      `k6 counted ${httpRequests ?? 'an unknown number of'} requests, the journal ${attempts} attempts and ${control} that set up disturbances; expected the same.`,
      `k6 menghitung ${httpRequests ?? 'entah berapa'} permintaan, jurnal ${attempts} percobaan dan ${control} yang memasang gangguan; seharusnya sama.`,
    ),
    title: { id: 'Jurnal dan k6 sepakat', en: 'Journal and k6 agree' },
  };
}

/** An audit made of an earlier state of the folder must not be judged with figures of a later one. */
function sameEvidence(run: RunRecord, audit: Audit, { journalSha256 }: Measurements): ValidityCheck {
  return {
    name: 'same-evidence',
    ok: audit.runId === run.runId && audit.journal.sha256 === journalSha256,
    ...explained(
      `The audit is of run ${audit.runId} and journal ${short(audit.journal.sha256)}, the figures of run ${run.runId} and journal ${short(journalSha256)}; expected the same.`,
      `Audit dibuat dari uji ${audit.runId} dan jurnal ${short(audit.journal.sha256)}, angkanya dari uji ${run.runId} dan jurnal ${short(journalSha256)}; seharusnya sama.`,
    ),
    title: {
      id: 'Audit dan pengukuran dari bukti yang sama',
      en: 'Audit and figures are of the same evidence',
    },
  };
}

function levels({ levelsAgree }: Audit): ValidityCheck {
  return {
    name: 'levels-agree',
    ok: levelsAgree,
    ...explained(
      `The sums of kelurahan, kecamatan and region ${levelsAgree ? 'agree' : 'do not agree'}; expected to agree.`,
      `Jumlah kelurahan, kecamatan, dan wilayah ${levelsAgree ? 'cocok' : 'tidak cocok'}; seharusnya cocok.`,
    ),
    title: { id: 'Jumlah di setiap tingkat cocok', en: 'Sums agree at every level' },
  };
}

function clocks({ target: { clockSkewMs } }: RunRecord): ValidityCheck {
  return {
    name: 'clocks',
    ok: clockSkewMs === null || Math.abs(clockSkewMs) <= MOST_CLOCK_SKEW_MS,
    ...(clockSkewMs === null
      ? explained(
          'The target gave no date, so its clock is not known; no figure depends on it.',
          'Sasaran tidak memberi tanggal, jadi jamnya tidak diketahui; tidak ada angka yang bergantung padanya.',
        )
      : explained(
          `The target's clock is ${clockSkewMs} ms off; expected at most ${MOST_CLOCK_SKEW_MS} ms.`,
          `Jam sasaran meleset ${clockSkewMs} ms; paling banyak ${MOST_CLOCK_SKEW_MS} ms.`,
        )),
    title: { id: 'Jam selaras', en: 'Clocks are sane' },
  };
}

function criteriaFixed(run: RunRecord, criteria: LoadedCriteria): ValidityCheck {
  return {
    name: 'criteria-fixed',
    ok: run.criteria.sha256 === criteria.sha256,
    ...explained(
      `The run was started under criteria ${run.criteria.name} (${short(run.criteria.sha256)}) and is judged by ${criteria.name} (${short(criteria.sha256)}); expected the same.`,
      `Uji dimulai dengan kriteria ${run.criteria.name} (${short(run.criteria.sha256)}) dan dinilai dengan ${criteria.name} (${short(criteria.sha256)}); seharusnya sama.`,
    ),
    title: { id: 'Kriteria ditetapkan sebelum uji', en: 'Criteria were fixed before the run' },
  };
}

function planCopies({ plan: { copies } }: Audit): ValidityCheck {
  const changed = copies.filter(({ expected, found }) => expected !== found);
  return {
    name: 'plan-unchanged',
    ok: copies.length > 0 && changed.length === 0,
    ...(changed.length === 0
      ? explained(
          'The copies of the plan are those the run was started with.',
          'Salinan rencana sama dengan saat uji dimulai.',
        )
      : explained(
          `Not what the run was started with: ${changed.map(({ file, expected, found }) => `${file} is ${short(found)}, expected ${expected === null ? 'a recorded digest' : short(expected)}`).join('; ')}.`,
          `Tidak sama dengan saat uji dimulai: ${changed.map(({ file, expected, found }) => `${file} adalah ${short(found)}, seharusnya ${expected === null ? 'sidik yang tercatat' : short(expected)}`).join('; ')}.`,
        )),
    title: { id: 'Rencana tidak berubah', en: 'The plan is unchanged' },
  };
}

function planTotals({ plan: { disagreements } }: Audit): ValidityCheck {
  const list = (says: string, lines: string) =>
    disagreements
      .map(({ what, stated, counted }) => `${what}: plan.json ${says} ${stated}, ${lines} ${counted}`)
      .join('; ');
  return {
    name: 'plan-totals-agree',
    ok: disagreements.length === 0,
    ...(disagreements.length === 0
      ? explained(
          'The totals in plan.json are what its lines of TPS add up to.',
          'Jumlah di plan.json sama dengan jumlah baris TPS-nya.',
        )
      : explained(
          `The plan was changed: ${list('says', 'the lines have')}.`,
          `Rencana diubah: ${list('menyebut', 'baris TPS berisi')}.`,
        )),
    title: { id: 'Jumlah dalam rencana cocok', en: 'The totals of the plan agree' },
  };
}

// An audit of before logins were tested again has none.
const NO_LOGINS: Audit['retest']['logins'] = { recorded: 0, accounts: [] };

function retestCopy({ retest: { recorded, found, logins = NO_LOGINS } }: Audit): ValidityCheck {
  return {
    name: 'retest-unchanged',
    ok: recorded === found && logins.recorded === logins.accounts.length,
    ...explained(
      `The run was started to test ${recorded} TPS and ${logins.recorded} logins again and its list has ${found} and ${logins.accounts.length}; expected the same.`,
      `Uji dimulai untuk mengulang ${recorded} TPS dan ${logins.recorded} login, dan daftarnya berisi ${found} dan ${logins.accounts.length}; seharusnya sama.`,
    ),
    title: { id: 'Daftar uji ulang tidak berubah', en: 'The list of what to test again is unchanged' },
  };
}

function short(sha256: string): string {
  return sha256.slice(0, 12);
}
