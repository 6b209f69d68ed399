import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AttemptLine } from '../../scenarios/journal-line.ts';
import { RUN_FILES } from '../run-folder/types.ts';
import { readPlanned } from './planned.ts';
import type { PlannedRun } from './planned-run.ts';
import { readRunRecord } from './read-run.ts';
import { SPEED, ZERO } from './testing/synthetic-constants.ts';
import { SyntheticRun } from './testing/synthetic-run.ts';

async function plannedOf(run: SyntheticRun): Promise<PlannedRun> {
  const dir = run.write();
  return readPlanned(dir, readRunRecord(dir));
}

describe('what a run planned', () => {
  it.each([
    { workload: 'round-1' as const, retest: [] },
    { workload: 'round-2' as const, retest: [] },
    { workload: 'round-2' as const, retest: [7, 2, 11] },
    { workload: 'smoke' as const, retest: [] },
  ])(
    'is what a perfect $workload asks, after testing $retest.length TPS again',
    async ({ workload, retest }) => {
      const run = new SyntheticRun({ workload, retest, tps: 50, accounts: 90 });
      const planned = await plannedOf(run);
      const uploads = [...planned.uploads()];
      expect(uploads.map(({ index }) => index)).toEqual(uploads.map((_, i) => i));
      expect(planned.uploadCount).toBe(uploads.length);
      const asRow = (line: AttemptLine) => [
        line.phase,
        line.session,
        line.tps,
        line.key,
        line.sha256,
        line.bytes,
      ];
      expect(uploads.map((u) => [u.phase.name, u.session, u.tps.kode, u.key, u.sha256, u.bytes])).toEqual(
        run.uploads().map(asRow),
      );
      for (const line of run.attempts) {
        const upload = line.operation === 'upload' ? planned.uploadByKey(line.key ?? '') : null;
        const second = planned.attemptSecond(line, upload) as number;
        const phaseStart = run.phases.find(({ phase }) => phase === line.phase)?.startedAt as number;
        expect(phaseStart + (second * 1000) / SPEED).toBeCloseTo(line.plannedAt, 3);
      }
      expect(run.phases[0]?.startedAt).toBe(ZERO);
    },
  );

  it('knows no key but its own', async () => {
    const planned = await plannedOf(new SyntheticRun());
    const { key } = planned.uploads().next().value as { key: string };
    expect(planned.uploadByKey(key)?.key).toBe(key);
    for (const other of [`x${key}`, `${key}.1`, `${key}1`, key.replace('round-1', 'round-2'), '', 'uji-1.']) {
      expect(planned.uploadByKey(other)).toBeNull();
    }
  });

  it('refuses a list of TPS to test again that the plan does not have', async () => {
    const run = new SyntheticRun({ workload: 'round-2', retest: [0] });
    run.retest = [{ tps: '9999999999999', documents: [] }];
    await expect(plannedOf(run)).rejects.toMatchObject({
      code: 'RUN_INVALID',
      message: expect.stringContaining('9999999999999'),
    });
  });

  it.each([RUN_FILES.plan, 'tps.ndjson'])('refuses a folder whose %s is gone or damaged', async (name) => {
    for (const spoil of [rmSync, (path: string) => writeFileSync(path, '{"kind":"plan"')]) {
      const dir = new SyntheticRun().write();
      spoil(join(dir, name));
      await expect(readPlanned(dir, readRunRecord(dir))).rejects.toMatchObject({ code: 'RUN_INVALID' });
    }
  });

  it('refuses what is no run folder', () => {
    expect(() => readRunRecord('/nowhere')).toThrow(expect.objectContaining({ code: 'RUN_NOT_FOUND' }));
  });
});
