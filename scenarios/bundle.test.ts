import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { WORKLOAD_NAMES } from './workloads/phase.ts';

/**
 * xk6-ts bundles a script with esbuild into a CommonJS module of 2017's language; k6 itself takes each file as it is.
 * What both accept is what the scenarios may use. Source: k6pack v0.1.5, which xk6-ts is built on.
 */
describe.each([
  ...WORKLOAD_NAMES,
  ...['targets/template', 'target-tasks/health', 'target-tasks/read-back', 'target-tasks/check'],
])('%s bundles as xk6-ts bundles', (name) => {
  it('without an error or a warning', async () => {
    const { errors, warnings, outputFiles } = await build({
      entryPoints: [join(import.meta.dirname, `${name}.ts`)],
      bundle: true,
      write: false,
      format: 'cjs',
      target: 'es2017',
      platform: 'neutral',
      external: ['k6', 'k6/*'],
      logLevel: 'silent',
    });
    expect([...errors, ...warnings].map(({ text }) => text)).toEqual([]);
    expect(outputFiles[0]?.text).toContain('require("k6/http")');
  });
});
