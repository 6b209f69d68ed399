import { appendFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Disturbance } from '../../fixtures/plan/types.ts';
import type { DisturbanceLine } from '../../scenarios/journal-line.ts';
import { disturbSignal } from './disturb-signal.ts';
import type { OpenProxy } from './open-proxies.ts';

/** What a timeline of disturbances is played with. */
export interface Timeline {
  run: string;
  disturbances: readonly Disturbance[];
  proxies: readonly OpenProxy[];
  /** Epoch ms of the disturbances' plan second 0. */
  zero: number;
  /** Plan seconds per real second. */
  speed: number;
  /** File that gets a line when a disturbance has begun, and another one when it has ended. */
  journal: string;
  /** Ends what is being played, and plays no more. */
  signal: AbortSignal;
}

/** Plays disturbances of the signal at their times; resolves when the last has ended. */
export async function playTimeline(timeline: Timeline): Promise<void> {
  await Promise.all(timeline.disturbances.map((disturbance) => play(timeline, disturbance)));
}

async function play(timeline: Timeline, disturbance: Disturbance): Promise<void> {
  const { zero, speed, signal, proxies } = timeline;
  const at = (second: number) => zero + (second * 1000) / speed;
  const plannedEnd = at(disturbance.atSecond + disturbance.durationSecond);
  if (!(await until(at(disturbance.atSecond), signal))) return;
  const startsAt = Date.now();
  const write = (endsAt: number, accepted: boolean) =>
    append(timeline, disturbance, { startsAt, endsAt, accepted });
  try {
    const end = await disturbSignal(disturbance, proxies);
    write(plannedEnd, true);
    await until(plannedEnd, signal);
    await end();
    write(Date.now(), true);
  } catch {
    // Whatever toxiproxy did not do, the run goes on; the report says that this was not played.
    write(Math.max(plannedEnd, Date.now()), false);
  }
}

/** @returns false when the signal was aborted first */
async function until(epochMs: number, signal: AbortSignal): Promise<boolean> {
  try {
    await pause(Math.max(0, epochMs - Date.now()), undefined, { signal });
    return true;
  } catch {
    return false;
  }
}

function append(
  { run, journal }: Timeline,
  { name, type, kecamatan, link }: Disturbance,
  when: Pick<DisturbanceLine, 'startsAt' | 'endsAt' | 'accepted'>,
): void {
  const line: DisturbanceLine = {
    v: 1,
    kind: 'disturbance',
    run,
    name,
    type,
    ...when,
    ...(kecamatan === undefined ? {} : { kecamatan }),
    ...(link === undefined ? {} : { link }),
  };
  appendFileSync(journal, `${JSON.stringify(line)}\n`);
}
