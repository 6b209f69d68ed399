import { expect, test } from 'vitest';
import { createGroupCommit } from './group-commit.ts';
import { upload } from './testing/conformance.ts';

test('a store whose writer dies answers `failed` and recovers nothing by guessing', async () => {
  const group = createGroupCommit({
    commit: () => Promise.reject(new Error('gone')),
    windowMs: 0,
    observe: () => {},
  });
  expect(await group.add(upload(1))).toEqual({ outcome: 'failed', record: null });
});

test('what arrives during a commit shares the next one', async () => {
  const sizes: number[] = [];
  const group = createGroupCommit({
    commit: async (uploads) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return { results: uploads.map(() => ({ outcome: 'full', record: null })), seconds: 0 };
    },
    windowMs: 1,
    observe: ({ uploads }) => sizes.push(uploads),
  });
  const adding = [group.add(upload(1))];
  await new Promise((resolve) => setTimeout(resolve, 10));
  for (let i = 2; i <= 50; i++) adding.push(group.add(upload(i)));
  await Promise.all(adding);
  expect(sizes).toEqual([1, 49]);
});
