import { join } from 'node:path';
import { OperatorError } from '../../fixtures/operator-error.ts';
import type { Disturbance, Plan, WeakLink } from '../../fixtures/plan/types.ts';
import { WEAK_LINKS } from '../../fixtures/plan/types.ts';
import { citedLinkFigures } from '../../fixtures/signal/links.ts';
import type { LinksFile } from '../../scenarios/signal/links-file.ts';
import type { Phase, WorkloadName } from '../../scenarios/workloads/phase.ts';
import type { AdmittedTarget } from '../authorisation/admitted-target.ts';
import { RUN_FILES, type SignalRecord } from '../run-folder/types.ts';
import { writeJson } from '../run-folder/write-file.ts';
import { type OpenProxy, openProxy } from './open-proxies.ts';
import { phaseStart } from './phase-start.ts';
import { type PlannedLinks, planLinks, signalDisturbances } from './plan-links.ts';
import { canHaveLinks, endsOf, hostsOf, urlOver } from './proxy-ends.ts';
import { playTimeline } from './timeline.ts';
import { builtToxiproxy, locateToxiproxy, type ToxiproxyBinary } from './toxiproxy-binary.ts';
import { startToxiproxy } from './toxiproxy-process.ts';

/** `--signal`: `on` and `off`, or one bad link for everybody. */
export type SignalMode = 'on' | 'off' | WeakLink;

export const SIGNAL_MODES: readonly SignalMode[] = ['on', 'off', ...WEAK_LINKS];

export interface SignalOptions {
  /** null: on in round 2 where toxiproxy is there, else off. */
  mode: SignalMode | null;
  workload: WorkloadName;
  phases: readonly Phase[];
  /** Codes of the part of the plan that is asked; null: all of it. */
  part: readonly string[] | null;
  plan: Plan;
  planFolder: string;
  runFolder: string;
  runId: string;
  speed: number;
  target: AdmittedTarget;
  onOutput: (text: string) => void;
  signal: AbortSignal;
}

/** The signal of a run while it lasts. */
export interface PlayedSignal {
  record: SignalRecord;
  /** What the scripts are told of it. */
  environment: Record<string, string>;
  /** Aborted when toxiproxy ends of itself: what fails from then on is no failure of the target. */
  broken: AbortSignal;
  /** Ends what is played and all that was started. */
  stop(): Promise<void>;
}

/** The phase from whose start on the disturbances count. */
const DISTURBED_PHASE = 'upload';

/**
 * Puts the links of a plan between k6 and the target, writes links.json, and plays the disturbances of the signal once the
 * journal says that the uploads have begun.
 * @throws OperatorError TOXIPROXY_MISSING and USAGE where it was asked for by name and cannot be, TARGET_DOWN, TARGET_NOT_AUTHORISED
 */
export async function playSignal(options: SignalOptions): Promise<PlayedSignal> {
  const { plan, workload, part, runFolder, target, signal } = options;
  const chosen = await chooseSignal(options);
  if ('off' in chosen) return offBecause(chosen.off);
  const override =
    options.mode === null || options.mode === 'on' || options.mode === 'off' ? null : options.mode;
  const planned = workload === 'round-2' ? signalDisturbances(plan) : [];
  const links = await planLinks(options.planFolder, plan, { override, disturbances: planned, part });
  const disturbances = links.felt;
  const ends = await endsOf(target);
  const toxiproxy = await startToxiproxy(chosen.binary, join(runFolder, RUN_FILES.toxiproxyLog));
  const over = new AbortController();
  try {
    const proxies: OpenProxy[] = [];
    for (const needed of links.proxies) proxies.push(await openProxy(toxiproxy.client, needed, ends));
    const path = join(runFolder, RUN_FILES.links);
    writeJson(path, linksFile(target.url, links, proxies));
    // A full disk must not take the run down; a disturbance that is not in the journal counts as not played.
    const playing = playDisturbances(options, disturbances, proxies, over.signal).catch(() => {});
    signal.addEventListener('abort', () => over.abort(), { once: true });
    return {
      record: recordOf(chosen.binary, links, override, disturbances),
      environment: { LINKS: path },
      broken: toxiproxy.broken,
      async stop() {
        over.abort();
        await playing;
        await toxiproxy.stop();
      },
    };
  } catch (error) {
    await toxiproxy.stop();
    throw error;
  }
}

async function chooseSignal({
  mode,
  workload,
  phases,
  target,
  onOutput,
  signal,
}: SignalOptions): Promise<{ binary: ToxiproxyBinary } | { off: SignalRecord['off'] }> {
  if (mode === 'off') return { off: 'asked' };
  const possible = canHaveLinks(target);
  if (mode !== null) {
    if (!possible) throw noRoom(target);
    return { binary: await locateToxiproxy({ build: true, onOutput, signal }) };
  }
  if (workload !== 'round-2' || phases.every(({ kind }) => kind !== 'session')) return { off: 'workload' };
  if (!possible) return { off: 'no-room' };
  const binary = await builtToxiproxy();
  return binary === null ? { off: 'no-toxiproxy' } : { binary };
}

function noRoom({ url }: AdmittedTarget): OperatorError {
  return new OperatorError(
    'USAGE',
    `no links can stand in front of ${url}: requests to it go through a proxy, or to an IPv6 address that is not this machine`,
    'give --signal off, or a target by name that is reached without a proxy',
  );
}

function offBecause(off: SignalRecord['off']): PlayedSignal {
  return {
    record: { off, override: null, toxiproxy: null, tps: null, disturbances: [], figures: [] },
    environment: {},
    broken: new AbortController().signal,
    stop: async () => {},
  };
}

function recordOf(
  { version }: ToxiproxyBinary,
  { counts, proxies }: PlannedLinks,
  override: WeakLink | null,
  disturbances: readonly Disturbance[],
): SignalRecord {
  const used = WEAK_LINKS.filter(
    (link) => proxies.some((proxy) => proxy.link === link) || disturbances.some((one) => one.link === link),
  );
  return {
    off: null,
    override,
    toxiproxy: version,
    tps: counts,
    disturbances: disturbances.map(({ name }) => name),
    figures: citedLinkFigures(used),
  };
}

/** links.json: what the scripts need to know of the open proxies. */
export function linksFile(target: string, links: PlannedLinks, proxies: readonly OpenProxy[]): LinksFile {
  const { otherwise, kecamatan, tps, slow } = links;
  return {
    formatVersion: 1,
    kind: 'links',
    proxies: proxies.map(({ name, link, kecamatan, port }) => ({
      name,
      link,
      kecamatan,
      url: urlOver(target, port),
    })),
    otherwise,
    kecamatan,
    tps,
    hosts: hostsOf(target, proxies),
    host: new URL(target).host,
    slow,
  };
}

async function playDisturbances(
  { runFolder, runId, speed }: SignalOptions,
  disturbances: readonly Disturbance[],
  proxies: readonly OpenProxy[],
  signal: AbortSignal,
): Promise<void> {
  if (disturbances.length === 0) return;
  const zero = await phaseStart(join(runFolder, RUN_FILES.journal), DISTURBED_PHASE, signal);
  if (zero === null) return;
  const journal = join(runFolder, RUN_FILES.signalJournal);
  await playTimeline({ run: runId, disturbances, proxies, zero, speed, journal, signal });
}
