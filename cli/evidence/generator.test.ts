import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RUN_FILES } from '../run-folder/types.ts';
import { measureRun } from './index.ts';
import { ZERO } from './testing/synthetic-constants.ts';
import { ndjson, SyntheticRun } from './testing/synthetic-run.ts';

describe('the generator and k6', () => {
  it('shares k6’s CPU among all cores', async () => {
    const run = new SyntheticRun();
    run.resources = [
      { at: ZERO, cpuPercent: 100, rssBytes: 5 },
      { at: ZERO + 1000, cpuPercent: 200, rssBytes: 9 },
    ];
    expect(await measureRun(run.write())).toMatchObject({
      generatorCpu: { mean: 0.75, max: 1 },
      generatorRssBytes: 9,
    });
  });

  it('has no figure where nothing was measured', async () => {
    const dir = new SyntheticRun().write();
    rmSync(join(dir, RUN_FILES.resources));
    rmSync(join(dir, RUN_FILES.k6Summary));
    expect(await measureRun(dir)).toMatchObject({
      generatorCpu: null,
      generatorRssBytes: null,
      k6: { httpRequests: null, droppedIterations: null, iterations: null },
    });
  });

  it('passes over samples that were cut off and refuses a summary that was', async () => {
    const dir = new SyntheticRun().write();
    writeFileSync(
      join(dir, RUN_FILES.resources),
      `${ndjson([{ at: 1, cpuPercent: 20, rssBytes: 3 }])}{"at":`,
    );
    writeFileSync(join(dir, RUN_FILES.k6Summary), '{"metrics":');
    expect(await measureRun(dir)).toMatchObject({ generatorCpu: { mean: 0.1 }, k6: { httpRequests: null } });
  });

  it('takes a counter k6 left out for 0 and adds up several generators', async () => {
    const run = new SyntheticRun();
    const dir = run.write();
    expect((await measureRun(dir)).k6.droppedIterations).toBe(0);
    writeFileSync(
      join(dir, 'k6-summary-b.json'),
      JSON.stringify({ metrics: { http_reqs: { count: 5 }, dropped_iterations: { count: 2 } } }),
    );
    expect((await measureRun(dir)).k6).toMatchObject({
      httpRequests: run.attempts.length + 5,
      droppedIterations: 2,
    });
  });
});
