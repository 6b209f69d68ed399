import { defineConfig } from 'vitest/config';

/** Tests that judge how k6 kept up, or how fast a target was: each has the machine to itself. */
const MEASURING = [
  'cli/e2e/{lies,ppk,rounds,stages,trouble,ways,workloads}.e2e.test.ts',
  'cli/signal/*.e2e.test.ts',
  'dashboards/prometheus.e2e.test.ts',
  'scenarios/arrivals.e2e.test.ts',
];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{cli,fixtures,scenarios,mock-server,dashboards,bench}/**/*.test.ts'],
          exclude: ['**/*.e2e.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['{cli,fixtures,scenarios,mock-server,dashboards,bench}/**/*.e2e.test.ts'],
          exclude: MEASURING,
          testTimeout: 300_000,
          hookTimeout: 300_000,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'measuring',
          include: MEASURING,
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
