import type { RunRecord } from '../run-folder/types.ts';
import { explained, withComma } from './explained.ts';
import type { Audit, Measurements, OperationMeasurement, ValidityCheck } from './types.ts';

/** Share of the planned operations that must have been asked in each phase. */
const LEAST_OFFERED_SHARE = 0.99;

/**
 * Real ms by which one session in a hundred may start late. A fixed figure, not a share of what was measured: lag
 * adds to every latency from plan, so it must stay small against limits of seconds, however slow the target is.
 */
const MOST_START_LAG_MS = 250;

/**
 * Real ms by which anything may be sent before its time. A load sent in a heap at the start would never be late; more
 * than the resolution of timers is not the plan's load.
 */
const MOST_EARLY_MS = 100;

/**
 * Real ms by which a planned time in the journal may differ from the plan's own arithmetic. It is arithmetic on the
 * same numbers; what is left is rounding and the moment at which k6 reads its clock.
 */
const MOST_PLAN_DEVIATION_MS = 100;

/** Above this share of all cores the generator itself queues, and its latencies are its own. */
const MOST_CPU_SHARE = 0.8;

/** Ten seconds of nearly all cores are no hiccup: what was sent and measured in them was sent and measured late. */
const MOST_CPU_SHARE_OF_10_S = 0.95;

/** Runs shorter than this may end before the first sample of the generator's CPU. */
const CPU_NEEDED_FROM_SECOND = 10;

/** k6 ended by itself: 0, or 99 where only its own thresholds were crossed, which are not this verdict's business. */
const K6_ENDED: readonly (number | null)[] = [0, 99];

const STATES: Record<RunRecord['state'], string> = {
  running: 'masih berjalan atau mati tiba-tiba',
  finished: 'selesai',
  interrupted: 'dihentikan',
  stopped: 'dihentikan lewat tombol darurat atau oleh izinnya',
  failed: 'gagal',
};

/** Whether the generator did what the plan says, when the plan says it. */
export function generatorChecks({
  run,
  audit,
  measurements,
}: {
  run: RunRecord;
  audit: Audit;
  measurements: Measurements;
}): ValidityCheck[] {
  return [
    finished(run),
    everySessionStarted(measurements),
    nothingDropped(measurements),
    offered(measurements),
    wholePlanAsked(audit, measurements),
    startLag(measurements),
    startEarly(measurements),
    plannedTimes(measurements),
    cpu(measurements),
  ];
}

function finished({ state, stateReason, k6 }: RunRecord): ValidityCheck {
  const why = stateReason === null ? '' : ` (${stateReason})`;
  return {
    name: 'run-finished',
    ok: state === 'finished' && K6_ENDED.includes(k6.exitCode),
    ...explained(
      `The run is ${state}${why}; k6 ended with exit code ${k6.exitCode ?? 'unknown'}; expected finished, with 0 or 99.`,
      `Uji ${STATES[state]}${why}; k6 berakhir dengan kode keluar ${k6.exitCode ?? 'tidak diketahui'}; seharusnya selesai, dengan 0 atau 99.`,
    ),
    title: { id: 'Uji berjalan sampai selesai', en: 'The run went to its end' },
  };
}

function everySessionStarted({ sessionsNotStarted, breakpoint, k6 }: Measurements): ValidityCheck {
  // What k6 drops uses up no session: as many as it dropped when the target broke were still to come.
  const dropped = breakpoint?.stopped ? (k6.droppedIterations ?? 0) : 0;
  const missing = Object.entries(sessionsNotStarted).filter(([, sessions]) => sessions > dropped);
  return {
    name: 'every-session-started',
    ok: Object.keys(sessionsNotStarted).length > 0 && missing.length === 0,
    ...(missing.length === 0
      ? explained('Every planned session started.', 'Semua sesi terencana dimulai.')
      : explained(
          `Planned sessions that never started: ${missing.map(([phase, n]) => `${n} in ${phase}`).join(', ')}; expected none.`,
          `Sesi terencana yang tidak pernah dimulai: ${missing.map(([phase, n]) => `${n} di ${phase}`).join(', ')}; seharusnya tidak ada.`,
        )),
    title: { id: 'Semua sesi terencana dimulai', en: 'Every planned session started' },
  };
}

function nothingDropped({ k6, breakpoint }: Measurements): ValidityCheck {
  const title = { id: 'k6 tidak membuang iterasi', en: 'k6 dropped no iteration' };
  const { droppedIterations: dropped } = k6;
  // A target that holds every session is broken too; whether it was the generator, its CPU and its start lag say.
  if (breakpoint?.stopped && dropped !== null && dropped > 0) {
    return {
      name: 'no-dropped-iterations',
      ok: true,
      ...explained(
        `k6 dropped ${dropped} iterations where the target broke, since no VU was free; the run stopped there.`,
        `k6 membuang ${dropped} iterasi saat sasaran tidak sanggup lagi, karena tidak ada VU yang bebas; uji berhenti di situ.`,
      ),
      title,
    };
  }
  return {
    name: 'no-dropped-iterations',
    ok: k6.droppedIterations === 0,
    ...explained(
      `k6 dropped ${k6.droppedIterations ?? 'an unknown number of'} iterations; expected 0.`,
      `k6 membuang ${k6.droppedIterations ?? 'entah berapa'} iterasi; seharusnya 0.`,
    ),
    title,
  };
}

function offered({ operations, breakpoint }: Measurements): ValidityCheck {
  const rows = operations.filter((row) => row.phase !== null && row.planned > 0);
  const title = { id: 'Beban yang diberikan sesuai rencana', en: 'The load offered is the load planned' };
  if (breakpoint?.stopped) {
    return {
      name: 'offered-as-planned',
      ok: rows.length > 0,
      ...explained(
        'Sessions under way when the run stopped went no further; that each had started is another check.',
        'Sesi yang sedang berjalan saat uji berhenti tidak berlanjut; bahwa semuanya dimulai adalah syarat lain.',
      ),
      title,
    };
  }
  const late = rows.filter((row) => offeredShare(row) < LEAST_OFFERED_SHARE);
  const worst = (of: string) =>
    late.map((row) => `${row.phase} ${row.operation} ${row.offered} ${of} ${row.planned}`).join(', ');
  return {
    name: 'offered-as-planned',
    ok: rows.length > 0 && late.length === 0,
    ...(late.length === 0
      ? explained(
          `At least ${LEAST_OFFERED_SHARE * 100}% of every planned operation was offered in every phase.`,
          `Di setiap tahap, paling sedikit ${LEAST_OFFERED_SHARE * 100}% dari setiap operasi terencana diberikan.`,
        )
      : explained(
          `Offered too little: ${worst('of')}; expected at least ${LEAST_OFFERED_SHARE * 100}%.`,
          `Terlalu sedikit diberikan: ${worst('dari')}; paling sedikit ${LEAST_OFFERED_SHARE * 100}%.`,
        )),
    title,
  };
}

/** What the target itself made impossible by refusing a login is the target's failure, not the generator's. */
function offeredShare({ planned, offered: asked, refusedWithoutLogin }: OperationMeasurement): number {
  return (asked + refusedWithoutLogin) / planned;
}

/** Sessions begin with a login, visits with a read. */
function isFirstOperation({ operation }: OperationMeasurement): boolean {
  return operation === 'login' || operation === 'read';
}

function wholePlanAsked(
  { planned, notAsked, notAskedWithoutLogin }: Audit,
  { breakpoint, operations }: Measurements,
): ValidityCheck {
  const missing = notAsked - notAskedWithoutLogin;
  const uploads = operations.some(({ operation }) => operation === 'upload');
  const title = { id: 'Seluruh rencana diminta', en: 'The whole plan was asked' };
  if (breakpoint?.stopped) {
    return {
      name: 'whole-plan-asked',
      ok: true,
      ...explained(
        `The run stopped where the target broke; ${missing} uploads that were due by then were not asked any more.`,
        `Uji berhenti saat sasaran tidak sanggup lagi; ${missing} unggahan yang sudah waktunya tidak diminta lagi.`,
      ),
      title,
    };
  }
  return {
    name: 'whole-plan-asked',
    ok: (planned > 0 || !uploads) && missing === 0,
    ...explained(
      `${missing} of ${planned} planned uploads were never attempted though their session could; expected 0 (${notAskedWithoutLogin} more had no login).`,
      `${missing} dari ${planned} unggahan terencana tidak pernah dicoba padahal sesinya bisa; seharusnya 0 (${notAskedWithoutLogin} lainnya tanpa login).`,
    ),
    title,
  };
}

function startLag({ operations, breakpoint, k6 }: Measurements): ValidityCheck {
  // After a drop each session starts when a later one was planned; where a breakpoint ends in drops, most were before.
  const percentile = breakpoint?.stopped && (k6.droppedIterations ?? 0) > 0 ? 'p50' : 'p99';
  const firsts = operations.filter((row) => row.phase !== null && isFirstOperation(row) && row.planned > 0);
  const shown = firsts.map(({ phase, startLag }) => {
    const lag = startLag[percentile];
    return `${phase} ${lag === null ? 'unknown' : `${lag.toFixed(1)} ms`}`;
  });
  return {
    name: 'start-lag',
    ok:
      firsts.length > 0 &&
      firsts.every((row) => (row.startLag[percentile] ?? Number.POSITIVE_INFINITY) <= MOST_START_LAG_MS),
    ...explained(
      `Sessions started late by (${percentile}): ${shown.join(', ') || 'unknown'}; expected at most ${MOST_START_LAG_MS} ms.`,
      `Sesi terlambat dimulai (${percentile}): ${shown.map(withComma).join('; ') || 'tidak diketahui'}; paling banyak ${MOST_START_LAG_MS} ms.`,
    ),
    title: { id: 'Sesi dimulai tepat waktu', en: 'Sessions started on time' },
  };
}

function startEarly({ earlyStartMs }: Measurements): ValidityCheck {
  return {
    name: 'start-not-early',
    ok: earlyStartMs !== null && earlyStartMs <= MOST_EARLY_MS,
    ...explained(
      `Operations were sent up to ${earlyStartMs?.toFixed(1) ?? 'an unknown number of'} ms before their time; expected at most ${MOST_EARLY_MS} ms.`,
      `Ada yang dikirim sampai ${withComma(earlyStartMs?.toFixed(1) ?? 'entah berapa')} ms sebelum waktunya; paling banyak ${MOST_EARLY_MS} ms.`,
    ),
    title: { id: 'Tidak ada yang dikirim sebelum waktunya', en: 'Nothing was sent before its time' },
  };
}

function plannedTimes({ planDeviationMs }: Measurements): ValidityCheck {
  return {
    name: 'planned-times',
    ok: planDeviationMs !== null && planDeviationMs <= MOST_PLAN_DEVIATION_MS,
    ...explained(
      `Planned times in the journal differ from the plan by up to ${planDeviationMs?.toFixed(1) ?? 'an unknown number of'} ms; expected at most ${MOST_PLAN_DEVIATION_MS} ms.`,
      `Waktu terencana di jurnal berbeda dari rencana sampai ${withComma(planDeviationMs?.toFixed(1) ?? 'entah berapa')} ms; paling banyak ${MOST_PLAN_DEVIATION_MS} ms.`,
    ),
    title: {
      id: 'Waktu terencana di jurnal sesuai rencana',
      en: 'Planned times in the journal are the plan’s',
    },
  };
}

function cpu({ generatorCpu, durationSecond }: Measurements): ValidityCheck {
  const title = { id: 'Mesin pembangkit beban tidak kewalahan', en: 'The generator had CPU to spare' };
  if (generatorCpu === null) {
    return {
      name: 'generator-cpu',
      ok: durationSecond <= CPU_NEEDED_FROM_SECOND,
      ...explained(
        `The generator's CPU was not measured; allowed only in runs of at most ${CPU_NEEDED_FROM_SECOND} s, this one took ${durationSecond.toFixed(1)} s.`,
        `CPU pembangkit beban tidak terukur; hanya boleh pada uji paling lama ${CPU_NEEDED_FROM_SECOND} detik, uji ini ${withComma(durationSecond.toFixed(1))} detik.`,
      ),
      title,
    };
  }
  const { mean, worst10s } = generatorCpu;
  return {
    name: 'generator-cpu',
    ok: mean <= MOST_CPU_SHARE && (worst10s ?? 0) < MOST_CPU_SHARE_OF_10_S,
    ...explained(
      `k6 used ${percent(mean)} of all cores on average and ${worst10s === null ? 'an unknown share' : percent(worst10s)} in the worst 10 s; expected at most ${percent(MOST_CPU_SHARE)} and less than ${percent(MOST_CPU_SHARE_OF_10_S)}.`,
      `k6 memakai rata-rata ${percent(mean)} dari semua inti dan ${worst10s === null ? 'entah berapa' : percent(worst10s)} dalam 10 detik terburuk; paling banyak ${percent(MOST_CPU_SHARE)} dan di bawah ${percent(MOST_CPU_SHARE_OF_10_S)}.`,
    ),
    title,
  };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)}%`;
}
