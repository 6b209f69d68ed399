import { describe, expect, it } from 'vitest';
import { PhaseClock } from './phase-clock.ts';
import { readPlanned } from './planned.ts';
import { readRunRecord } from './read-run.ts';
import { SPEED } from './testing/synthetic-constants.ts';
import { SyntheticRun } from './testing/synthetic-run.ts';

/** Round 2 after a re-test: re-test at plan second 0, login at 300, upload at 900. */
async function clockOf(starts: Record<string, number>): Promise<PhaseClock> {
  const dir = new SyntheticRun({ workload: 'round-2', retest: [0] }).write();
  return new PhaseClock(await readPlanned(dir, readRunRecord(dir)), new Map(Object.entries(starts)));
}

const real = (planSeconds: number) => (planSeconds * 1000) / SPEED;

describe('the clock of a phase', () => {
  it('starts when the journal says', async () => {
    const clock = await clockOf({ retest: 1000, login: 9000, upload: 77_000 });
    expect([clock.zero, clock.startOf('login'), clock.startOf('upload')]).toEqual([1000, 9000, 77_000]);
    expect(clock.at('login', 30)).toBe(9000 + real(30));
  });

  it('follows from the nearest phase that started', async () => {
    const clock = await clockOf({ retest: 1000, upload: 77_000 });
    expect(clock.startOf('login')).toBe(1000 + real(300));
    const later = await clockOf({ login: 9000, upload: 77_000 });
    expect(later.zero).toBe(9000 - real(300));
    const last = await clockOf({ retest: 1000, login: 9000 });
    expect(last.startOf('upload')).toBe(9000 + real(600));
  });

  it('follows from the start of the run when none did', async () => {
    const clock = await clockOf({});
    const started = Date.parse(new SyntheticRun().run.startedAt);
    expect([clock.zero, clock.startOf('upload')]).toEqual([started, started + real(900)]);
  });
});
