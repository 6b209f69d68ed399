import type { Figure } from '../../fixtures/plan/types.ts';
import { type LinkFigures, uploadMs } from '../../fixtures/signal/links.ts';
import type { AttemptLine } from '../../scenarios/journal-line.ts';
import type { LinkName } from '../../scenarios/signal/links-file.ts';
import type { RunRecord } from '../run-folder/types.ts';
import { LatencyRecorder } from './latency.ts';
import type { TpsEntry } from './tps-table.ts';
import type { DisturbanceEffect, LinkMeasurement, SignalMeasurement } from './types.ts';

const LINK_NAMES: readonly LinkName[] = ['good', '4g-congested', '3g', 'edge', 'none'];

/** An upload over a bad link must take so much of what arithmetic says, or the link was not what it was called. */
const LEAST_SHARE_OF_ARITHMETIC = 0.9;

interface Counted {
  tps: Set<number>;
  attempts: number;
  failedAttempts: number;
  /** Of the uploads that were acknowledged. */
  uploads: LatencyRecorder;
  bytes: number;
}

/** Operations that carry photos. */
const SENDS: readonly AttemptLine['operation'][] = ['upload', 'batch'];

/** What went over each link, as the journal tells, and whether the link was as bad as it was meant to be. */
export class LinkBook {
  readonly #run: RunRecord;
  readonly #links = new Map<string, Counted>();
  /** Of each TPS that was to send over a bad link: whether all that it really sent went that way. */
  readonly #weak = new Map<number, boolean>();

  constructor(run: RunRecord) {
    this.#run = run;
  }

  /** @param index of the TPS in the plan's table */
  add(line: AttemptLine, index: number, tps: TpsEntry): void {
    if (line.link === undefined) return;
    const counted = this.#links.get(line.link) ?? emptyCount();
    this.#links.set(line.link, counted);
    counted.attempts++;
    counted.tps.add(index);
    if (!line.acknowledged) counted.failedAttempts++;
    else if (line.operation === 'upload') {
      counted.uploads.add(line.durationMs);
      counted.bytes += line.bytes;
    }
    const planned = plannedLink(this.#run, tps);
    if (planned === 'good' || line.link === 'none' || !SENDS.includes(line.operation)) return;
    this.#weak.set(index, line.link === planned && this.#weak.get(index) !== false);
  }

  /** @param tps those of the plan that the run was to ask */
  measurement(tps: Iterable<TpsEntry>): SignalMeasurement | null {
    const { signal } = this.#run;
    if (signal === undefined || signal.off !== null) return null;
    let planned = 0;
    for (const entry of tps) if (plannedLink(this.#run, entry) !== 'good') planned++;
    const over = [...this.#weak.values()].filter((all) => all).length;
    return {
      links: LINK_NAMES.flatMap((link) => {
        const counted = this.#links.get(link);
        return counted === undefined ? [] : [measured(link, counted, signal.figures)];
      }),
      weakTps: { planned, over },
    };
  }
}

/** The link over which a TPS was to send once it is where it sends from. */
export function plannedLink({ signal }: Pick<RunRecord, 'signal'>, { link }: TpsEntry): LinkName {
  if (signal === undefined || signal.off !== null) return 'good';
  return signal.override ?? link;
}

/** Whether how long its uploads took is a matter of its link, or of the way to where it has one. */
export function hasBadLink(run: Pick<RunRecord, 'signal'>, tps: TpsEntry): boolean {
  return plannedLink(run, tps) !== 'good' || (run.signal?.off === null && tps.travels);
}

function measured(link: LinkName, counted: Counted, figures: readonly Figure[]): LinkMeasurement {
  const uploads = counted.uploads.latency();
  const known = link === 'good' || link === 'none' ? null : figuresOfLink(figures, link);
  const expectedMs =
    known === null || uploads.samples === 0 ? null : uploadMs(known, counted.bytes / uploads.samples);
  return {
    link,
    tps: counted.tps.size,
    attempts: counted.attempts,
    failedAttempts: counted.failedAttempts,
    uploads,
    expectedMs,
    effect: effectOfLink(link, counted, uploads.p50, expectedMs),
  };
}

function effectOfLink(
  link: LinkName,
  { attempts, failedAttempts }: Counted,
  medianMs: number | null,
  expectedMs: number | null,
): DisturbanceEffect | null {
  if (link === 'good') return null;
  if (link === 'none') return failedAttempts === attempts ? 'observed' : 'absent';
  if (medianMs === null || expectedMs === null) return 'unknown';
  return medianMs >= LEAST_SHARE_OF_ARITHMETIC * expectedMs ? 'observed' : 'absent';
}

/** The figures that run.json has of a link: those that were played, whatever the toolkit has by now. */
function figuresOfLink(figures: readonly Figure[], link: LinkName): LinkFigures | null {
  const prefix = `signal.${link}.`;
  const own = figures.filter(({ name }) => name.startsWith(prefix));
  if (own.length === 0) return null;
  return Object.fromEntries(
    own.map(({ name, value }) => [name.slice(prefix.length), Number(value)]),
  ) as unknown as LinkFigures;
}

function emptyCount(): Counted {
  return { tps: new Set(), attempts: 0, failedAttempts: 0, uploads: new LatencyRecorder(), bytes: 0 };
}
