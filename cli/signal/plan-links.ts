import { join } from 'node:path';
import { lineFiles } from '../../fixtures/plan/line-files.ts';
import { sendsFrom } from '../../fixtures/plan/sends-from.ts';
import {
  type Disturbance,
  type Plan,
  type PlannedTps,
  SIGNAL_DISTURBANCES,
  type WeakLink,
} from '../../fixtures/plan/types.ts';
import { linkFigures, uploadMs } from '../../fixtures/signal/links.ts';
import type { LinkName, TpsLink } from '../../scenarios/signal/links-file.ts';
import { NO_SIGNAL } from '../../scenarios/signal/route.ts';
import { inPart } from '../../scenarios/workloads/part.ts';
import { readLines } from '../evidence/lines.ts';

/** A proxy that a run needs, before it is there. */
export interface NeededProxy {
  name: string;
  link: LinkName;
  kecamatan: string | null;
}

/** Which links the TPS of a plan go over. */
export interface PlannedLinks {
  proxies: NeededProxy[];
  otherwise: string | null;
  kecamatan: Record<string, string>;
  tps: TpsLink[];
  slow: { sessions: number; second: number };
  /** TPS by their link, over which they really are to go. */
  counts: Record<LinkName, number>;
  /** Of the disturbances those of kecamatan from which any of the TPS sends. */
  felt: Disturbance[];
}

/** How the plan's signal is to be played. */
export interface SignalChoice {
  /** Every TPS goes over this link, whatever the plan says; null: as planned. */
  override: WeakLink | null;
  /** The disturbances of the signal that are played. */
  disturbances: readonly Disturbance[];
  /** Codes of the part of the plan that is asked; null: all of it. */
  part: readonly string[] | null;
}

/** The disturbances of a plan that are played on the way to the target and not by it. */
export function signalDisturbances({ workload }: Pick<Plan, 'workload'>): Disturbance[] {
  return workload.disturbances.filter(({ type }) => SIGNAL_DISTURBANCES.includes(type));
}

/**
 * Which proxies a run needs: one for each bad link, once more for each kecamatan whose signal is disturbed, and one on which
 * there is no signal. Reads the plan's TPS once.
 */
export async function planLinks(
  planFolder: string,
  plan: Pick<Plan, 'shards'>,
  { override, disturbances, part }: SignalChoice,
): Promise<PlannedLinks> {
  const disturbed = new Set(disturbances.flatMap(({ kecamatan }) => kecamatan ?? []));
  const needed = new Map<string, NeededProxy>();
  const proxyFor = (link: LinkName, from: string): string | null => {
    const kecamatan = disturbed.has(from) ? from : null;
    if (link === 'good' && kecamatan === null) return null;
    const name = kecamatan === null ? link : `${link}@${kecamatan}`;
    needed.set(name, { name, link, kecamatan });
    return name;
  };
  const usual: LinkName = override ?? 'good';
  const otherwise = proxyFor(usual, '');
  const kecamatan = Object.fromEntries([...disturbed].map((code) => [code, proxyFor(usual, code) as string]));
  const tps: TpsLink[] = [];
  const counts: Record<LinkName, number> = { good: 0, none: 0, edge: 0, '3g': 0, '4g-congested': 0 };
  const origins = new Set<string>();
  let slowSessions = 0;
  let second = 0;
  for await (const line of plannedTps(planFolder, plan.shards)) {
    if (!inPart(part, line.kode)) continue;
    const from = sendsFrom(line);
    origins.add(from);
    const link = override ?? line.link ?? 'good';
    const travelSecond = line.travelSecond ?? 0;
    const proxy = proxyFor(link, from);
    counts[link]++;
    const own = kecamatan[line.kecamatan] ?? otherwise;
    if (proxy !== own || travelSecond > 0) tps.push({ kode: line.kode, proxy, travelSecond });
    const worst = worstLink(link, disturbances, from);
    if (worst !== null) {
      slowSessions++;
      second = Math.max(second, sessionSecond(worst, line));
    }
  }
  if (tps.some(({ travelSecond }) => travelSecond > 0))
    needed.set(NO_SIGNAL, { name: NO_SIGNAL, link: 'none', kecamatan: null });
  return {
    proxies: [...needed.values()].filter((one) => one.kecamatan === null || origins.has(one.kecamatan)),
    otherwise,
    kecamatan: Object.fromEntries(Object.entries(kecamatan).filter(([code]) => origins.has(code))),
    tps,
    slow: { sessions: slowSessions, second },
    counts,
    felt: disturbances.filter(({ kecamatan: code }) => code !== undefined && origins.has(code)),
  };
}

/** The slower of a TPS's own link and the one it has while its kecamatan is disturbed; null where neither is bad. */
function worstLink(link: LinkName, disturbances: readonly Disturbance[], from: string): WeakLink | null {
  const links = disturbances.flatMap((one) => (one.kecamatan === from && one.link ? [one.link] : []));
  if (link !== 'good' && link !== 'none') links.push(link);
  return links.sort((a, b) => linkFigures(a).upKbit - linkFigures(b).upKbit)[0] ?? null;
}

/** Real seconds by which a bad link makes a session longer, where nothing breaks: its uploads, and login, list and status. */
function sessionSecond(link: WeakLink, { documents }: Pick<PlannedTps, 'documents'>): number {
  const figures = linkFigures(link);
  const photos = documents.flatMap(({ photos }) => photos ?? []);
  const uploads = photos.reduce((sum, { bytes }) => sum + uploadMs(figures, bytes), 0);
  return (uploads + 3 * figures.rttMs) / 1000;
}

async function* plannedTps(planFolder: string, shards: number): AsyncGenerator<PlannedTps> {
  for (const file of lineFiles('tps', shards)) {
    for await (const { text } of readLines(join(planFolder, file))) {
      if (text !== '') yield JSON.parse(text) as PlannedTps;
    }
  }
}
