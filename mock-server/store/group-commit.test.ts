import { expect, test } from 'vitest';
import { createGroupCommit } from './group-commit.ts';
import { upload } from './testing/conformance.ts';
import type { AddResult, NewUpload } from './types.ts';

const failed: AddResult = { outcome: 'failed', record: null };

test('a store whose writer dies answers `failed` and recovers nothing by guessing', async () => {
  const group = createGroupCommit<NewUpload, AddResult>({
    commit: () => Promise.reject(new Error('gone')),
    failed,
    windowMs: 0,
    observe: () => {},
  });
  expect(await group.add(upload(1))).toEqual(failed);
});

test('what arrives during a commit shares the next one', async () => {
  const sizes: number[] = [];
  const group = createGroupCommit<NewUpload, AddResult>({
    failed,
    commit: async (uploads) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return { results: uploads.map(() => ({ outcome: 'full', record: null })), seconds: 0 };
    },
    windowMs: 1,
    observe: (_seconds, items) => sizes.push(items),
  });
  const adding = [group.add(upload(1))];
  await new Promise((resolve) => setTimeout(resolve, 10));
  for (let i = 2; i <= 50; i++) adding.push(group.add(upload(i)));
  await Promise.all(adding);
  expect(sizes).toEqual([1, 49]);
});
