import { max } from 'd3-array';
import type { Audit, Measurements } from '../../../evidence/types.ts';
import type { Wording } from '../../language/wording.ts';
import { breakpointText } from '../../reading/breakpoint.ts';
import { uploadRow } from '../../reading/operation-rows.ts';
import { markup } from '../markup.ts';
import type { Page } from '../page.ts';
import type { Section } from '../section.ts';

interface Tile {
  label: string;
  value: string;
  unit?: string;
  below: string;
  bad?: boolean;
}

/** The figures that are asked for first. */
export function figuresSection({ input, wording }: Page): Section {
  const { audit, measurements } = input;
  const tiles: Tile[] = [
    ...breakpointTile(measurements, wording),
    ...(audit.planned === 0
      ? []
      : [
          counted(wording.text('figures.stored'), audit.stored, audit.planned, wording),
          counted(wording.text('figures.tps'), audit.tps.complete, audit.tps.planned, wording),
        ]),
    ...accountsTile(audit, wording),
    ...uploadTiles(measurements, wording),
    ...recoveryTile(measurements, wording),
    ...cpuTile(measurements, wording),
  ];
  return {
    name: 'figures',
    title: wording.text('figures.title'),
    body: markup`<ul class="tiles">${tiles.map(
      ({ label, value, unit, below, bad }) => markup`<li${bad && markup` class="short"`}>
<p class="label">${label}</p>
<p class="value">${value}${unit && markup`<small>${unit}</small>`}</p>
<p class="below">${below}</p>
</li>
`,
    )}</ul>`,
  };
}

function counted(label: string, part: number, whole: number, wording: Wording): Tile {
  const of = wording.text('figures.of', { whole });
  return {
    label,
    value: wording.count(part),
    below: `${of} · ${wording.share(part, whole)}`,
    bad: part < whole,
  };
}

function accountsTile({ accounts }: Audit, wording: Wording): Tile[] {
  if (accounts.handedOut === 0) return [];
  const share = wording.share(accounts.used, accounts.handedOut);
  return [
    {
      ...counted(wording.text('figures.accounts'), accounts.used, accounts.handedOut, wording),
      below: `${wording.text('figures.accounts.of', accounts)} · ${share}`,
    },
  ];
}

function breakpointTile(measurements: Measurements, wording: Wording): Tile[] {
  const best = breakpointText(measurements, wording);
  if (best === null) return [];
  const { name, below, value } = best;
  return [
    {
      label: `${wording.text('figures.breakpoint')}, ${name}`,
      value,
      unit: wording.text('figures.perSecond'),
      below,
    },
  ];
}

function uploadTiles(measurements: Measurements, wording: Wording): Tile[] {
  const row = uploadRow(measurements);
  if (row === null) return [];
  const { rate, latencyFromPlan } = row;
  return [
    {
      label: wording.text('figures.throughput'),
      value: wording.rate(rate.achieved),
      unit: wording.text('figures.perSecond'),
      below: wording.text('figures.throughput.of', { planned: wording.rate(rate.planned) }),
    },
    {
      label: wording.text('figures.first'),
      value: wording.share(row.firstAttemptSuccess, row.planned),
      below: wording.text('figures.retried', { share: wording.share(row.afterRetrySuccess, row.planned) }),
    },
    {
      label: wording.text('figures.p95'),
      value: wording.milliseconds(latencyFromPlan.p95),
      below: wording.text('figures.p95.of', { p50: wording.milliseconds(latencyFromPlan.p50) }),
    },
  ];
}

function recoveryTile({ recoveries }: Measurements, wording: Wording): Tile[] {
  const played = recoveries.filter(({ accepted }) => accepted);
  if (played.length === 0) return [];
  const never = played.some(({ drainSecond }) => drainSecond === null);
  const slowest = max(played, ({ drainSecond }) => drainSecond ?? 0) ?? null;
  return [
    {
      label: wording.text('figures.recovery'),
      value: never ? wording.text('figures.recovery.never') : wording.seconds(slowest),
      below: wording.text('figures.recovery.of', { count: played.length }),
      bad: never,
    },
  ];
}

function cpuTile({ generatorCpu }: Measurements, wording: Wording): Tile[] {
  if (generatorCpu === null) return [];
  return [
    {
      label: wording.text('figures.cpu'),
      value: wording.share(generatorCpu.mean, 1),
      below: wording.text('figures.cpu.of', { max: wording.share(generatorCpu.max, 1) }),
    },
  ];
}
