import { expect, it } from 'vitest';
import type { Plan } from '../../fixtures/plan/types.ts';
import { requireMemory } from './enough-memory.ts';

const plan = (packBytes: number, mode: 'pool' | 'unique'): Pick<Plan, 'files' | 'photos'> => ({
  files: { 'photos.pack': { sha256: '', bytes: packBytes, lines: null } },
  photos: { mode, sensor: 'published', size: 1, clean: 1, width: 1, height: 1 },
});

it.each([
  ['pool', 4_000_000, 30_000_000],
  ['unique', 1_500_000_000, 8_000_000_000],
] as const)('a %s of %i bytes is opened where %i are left', (mode, bytes, available) => {
  expect(() => requireMemory(plan(bytes, mode), available)).not.toThrow();
});

it('photos that k6 could not open are refused, with their size and what to do', () => {
  expect(() => requireMemory(plan(1_500_000_000, 'unique'), 4_000_000_000)).toThrow(
    expect.objectContaining({
      code: 'MEMORY_SHORT',
      message: expect.stringMatching(/1,500 MB.*7,500 MB.*4,000 MB left/),
      remedy: expect.stringContaining('--photos pool:24'),
    }),
  );
});

it('asks the machine itself where nothing else is said', () => {
  expect(() => requireMemory(plan(1_000_000, 'pool'))).not.toThrow();
  expect(() => requireMemory(plan(1e15, 'pool'))).toThrow(expect.objectContaining({ code: 'MEMORY_SHORT' }));
});
