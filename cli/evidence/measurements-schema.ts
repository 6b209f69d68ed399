import { z } from 'zod';
import { count, sha256 } from '../../fixtures/schema-fields.ts';
import { flowName, workloadName } from '../run-folder/schema.ts';
import { errorClass, operation } from './journal-schema.ts';
import type {
  Breakpoint,
  Latency,
  Measurements,
  OperationMeasurement,
  PeakQuarter,
  PlenoMeasurement,
  Recovery,
  SignalMeasurement,
  TimelineStep,
} from './types.ts';

const ms = z.number().nullable().describe('Milliseconds; null without samples');

const latency = z
  .strictObject({ samples: count, p50: ms, p90: ms, p95: ms, p99: ms, max: ms })
  .meta({ id: 'Latency', description: 'Milliseconds; null without samples.' }) satisfies z.ZodType<Latency>;

const perSecond = z.number().min(0).describe('Operations per real second');

const operationMeasurement = z
  .strictObject({
    phase: z.string().nullable().describe('null: over all phases'),
    operation: operation.nullable().describe('null: over all operations'),
    planned: count.describe('Operations'),
    offered: count.describe('Operations of which a first attempt was sent'),
    achieved: count.describe(
      'Operations that worked, after retries: of `reading` a reading was there, of `confirm` the form is confirmed',
    ),
    rate: z
      .strictObject({ planned: perSecond, offered: perSecond, achieved: perSecond })
      .describe(
        'Operations per real second over the planned window; offered and achieved over a longer one where the last first attempt or the last success came later',
      ),
    attempts: count,
    firstAttemptSuccess: count.describe('Operations that worked at the first attempt'),
    afterRetrySuccess: count.describe('Operations that worked at any attempt; the same as `achieved`'),
    refusedWithoutLogin: count.describe(
      "Operations that could not be asked because the target refused the session's login or, of `confirm`, gave no reading that can be confirmed",
    ),
    failedAttempts: z.partialRecord(errorClass, count).describe('Attempts, by class of error'),
    latencyFromPlan: latency.describe(
      'Milliseconds from the planned start to the end of the successful attempt',
    ),
    latencyOfAttempt: latency.describe('Milliseconds of every attempt by itself, as bare k6 reports it'),
    startLag: latency.describe('Milliseconds of the start of the first attempt after its planned time'),
    bytes: count.describe('Bytes of photos sent, over all attempts'),
  })
  .meta({
    id: 'OperationMeasurement',
    description: 'Per operation and phase, or over all. Counted in operations unless a name says attempts.',
  }) satisfies z.ZodType<OperationMeasurement>;

const stepCount = z.strictObject({
  planned: count,
  offered: count,
  acknowledged: count,
  failedAttempts: count,
});

const timelineStep = z.strictObject({
  second: z.number().describe('Real seconds from the start of the run to the middle of the step'),
  uploads: stepCount.describe('Number of uploads in this step'),
  logins: stepCount.describe('Number of logins in this step'),
  reads: stepCount.describe('Number of files of the published results in this step'),
  confirms: z.exactOptional(
    stepCount.describe('Number of confirmations of C.Hasil in this step; only where the flow confirms'),
  ),
  saves: stepCount.describe('Number of forms saved in a pleno in this step'),
  p50: ms.describe('Latency of the uploads that ended in this step, from planned start; milliseconds'),
  p95: ms.describe('Latency of the uploads that ended in this step, from planned start; milliseconds'),
  tpsComplete: z.record(z.string(), count).describe('Cumulative number of TPS complete, by kecamatan code'),
}) satisfies z.ZodType<TimelineStep>;

const recovery = z.strictObject({
  name: z.string(),
  type: z.string(),
  kecamatan: z
    .string()
    .nullable()
    .describe(
      'Of the signal: the kecamatan whose phones were disturbed, of which its figures speak; null: all',
    ),
  planned: z.boolean().describe('The plan asks for it'),
  accepted: z.boolean().describe('The target agreed to play it'),
  effect: z
    .enum(['observed', 'absent', 'unknown'])
    .nullable()
    .describe(
      'Whether it was felt; absent: attempts were made in it and were like all others; unknown: too few were made to tell; null: it was not accepted',
    ),
  attempts: count.describe('Attempts under way at any moment of it'),
  medianMs: ms.describe('Median duration of the attempts that started in it; real milliseconds'),
  medianOutsideMs: ms.describe(
    'Median duration of the attempts that started in no disturbance; real milliseconds',
  ),
  startSecond: z.number().describe('Real seconds from the start of the run'),
  endSecond: z.number().describe('Real seconds from the start of the run'),
  failedAttempts: count.describe('Attempts that failed while it lasted'),
  backlog: count.describe('Uploads planned before its end and not yet acknowledged at its end'),
  drainSecond: z
    .number()
    .nullable()
    .describe('Real seconds from its end until that backlog was acknowledged; null if it never was'),
  late: count.describe('Of the backlog: uploads that were acknowledged after all'),
  lateUnsafe: count
    .nullable()
    .describe('Of the late: lost, altered or duplicated all the same; null where the run is not audited'),
}) satisfies z.ZodType<Recovery>;

const effect = z.enum(['observed', 'absent', 'unknown']).nullable();

const signal = z.strictObject({
  links: z.array(
    z.strictObject({
      link: z.string(),
      tps: count.describe('TPS that sent anything over it'),
      attempts: count,
      failedAttempts: count,
      uploads: latency.describe(
        'Milliseconds of the attempts at uploads that were acknowledged, each by itself',
      ),
      expectedMs: ms.describe(
        'Milliseconds that an upload of their mean size takes over it at least, by arithmetic; null for a good link, and without uploads',
      ),
      effect: effect.describe('observed: it was as bad as it was called; null: a good link'),
    }),
  ),
  weakTps: z
    .strictObject({ planned: count, over: count })
    .describe('TPS that were to send over a bad link, and those of them whose every upload was sent over it'),
}) satisfies z.ZodType<SignalMeasurement>;

const peakQuarter = z.strictObject({
  startSecond: z
    .number()
    .min(0)
    .describe('Plan seconds from the start of the phase that uploads every TPS once'),
  planned: count.describe('Uploads planned in it'),
  acknowledged: count.describe('Uploads acknowledged in it, whenever they were planned'),
}) satisfies z.ZodType<PeakQuarter>;

const breakpoint = z.strictObject({
  stopped: z
    .boolean()
    .describe('It stopped before every session had come to its end: the target, or k6, could not go on'),
  second: z.number().min(0).describe('Plan seconds from the start of the run; at most the end of the ramp'),
  plannedRate: z.number().min(0).describe('Sessions per real second that were planned at that moment'),
  peakRate: z.number().min(0).describe('Sessions per real second of the plan’s own peak'),
  sessions: count.describe('Sessions due by then'),
  operation: z.enum(['upload', 'login', 'read', 'pleno-save']).describe('What the next two count'),
  bestAchievedRate: z
    .number()
    .min(0)
    .describe('Operations that worked per real second, in the best two seconds'),
  peakOperationRate: z
    .number()
    .min(0)
    .describe('Operations per real second that the plan’s own peak asks for'),
}) satisfies z.ZodType<Breakpoint>;

const pleno = z
  .strictObject({
    kecamatan: z
      .strictObject({ planned: count, opened: count, finalised: count, published: count })
      .describe('Number of kecamatan; opened: on Sirekap Web, or taken as a file'),
    files: z
      .strictObject({ planned: count, taken: count })
      .describe('Kecamatan that bring a file, and those of them whose file was taken'),
    forms: z
      .strictObject({ planned: count, saved: count, corrected: count })
      .describe(
        'Forms, a TPS and an election each; saved: one by one or in a file that was taken; corrected: of those saved one by one, figures were sent otherwise than the target knew them',
      ),
    conflicts: count.describe(
      'Saves refused because somebody else had saved the form, or what is known of it had changed, since it was looked at',
    ),
  })
  .meta({
    id: 'PlenoMeasurement',
    description: 'What the plenaries of a run came to, as its journal tells.',
  }) satisfies z.ZodType<PlenoMeasurement>;

const k6Count = count.nullable().describe('null where k6 left no summary');

/** `measurements` of report.json. */
export const measurementsSchema = z
  .strictObject({
    workload: workloadName,
    flow: flowName,
    speed: z.number().positive().describe('Time compression: plan seconds per real second'),
    durationSecond: z
      .number()
      .min(0)
      .describe('Real seconds from the first planned start to the last answer'),
    operations: z.array(operationMeasurement),
    total: operationMeasurement,
    timeline: z.strictObject({
      stepSecond: z.number().positive().describe('Real seconds'),
      steps: z.array(timelineStep),
    }),
    recoveries: z.array(recovery),
    signal: signal.nullable().describe('null where no links were played'),
    undisturbedUploads: latency.describe(
      'Milliseconds from the planned start of the uploads that no disturbance could touch and that went over a good link; of all where nothing was disturbed',
    ),
    peakQuarter: peakQuarter
      .nullable()
      .describe('The quarter of an hour of the plan with most planned uploads; null where none are planned'),
    pleno: pleno.nullable().describe('null where no pleno was planned'),
    breakpoint: breakpoint.nullable().describe('How far a breakpoint came; null for other workloads'),
    generatorCpu: z
      .strictObject({
        mean: z.number().min(0),
        max: z.number().min(0),
        worst10s: z
          .number()
          .min(0)
          .nullable()
          .describe('Mean of the worst ten seconds; null where less was sampled'),
      })
      .nullable()
      .describe("Share of the machine's CPU that k6 used, 1 is all of it; null without samples"),
    generatorRssBytes: count.nullable().describe('Greatest resident memory of k6 in bytes'),
    sessionsNotStarted: z.record(z.string(), count).describe('Planned sessions that never started, by phase'),
    planDeviationMs: z
      .number()
      .nullable()
      .describe(
        "Greatest difference between a planned time in the journal and the plan's own, in real milliseconds; null without any",
      ),
    earlyStartMs: z
      .number()
      .min(0)
      .nullable()
      .describe(
        'Real milliseconds by which the earliest first attempt was sent before its planned time; 0 if none was, null without any',
      ),
    statusAnswers: z
      .strictObject({ answered: count, complete: count })
      .describe('Answers of `status` that worked, and those of them that call the TPS complete'),
    journalSha256: sha256.describe('SHA-256 (hex) of the journal that was measured'),
    requests: z
      .strictObject({ attempts: count, control: count })
      .describe(
        "What k6's count of requests must equal: the journal's attempts, and one request that set up the disturbances",
      ),
    k6: z.strictObject({
      httpRequests: k6Count,
      droppedIterations: k6Count,
      iterations: k6Count,
      exitCode: z.int().nullable(),
    }),
  })
  .describe('What the journal says, held against the plan') satisfies z.ZodType<Measurements>;
