import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RUN_FILES } from '../run-folder/types.ts';
import { auditRun } from './index.ts';
import { SyntheticRun } from './testing/synthetic-run.ts';

describe('the read-back', () => {
  const header = { kind: 'readback', formatVersion: 1, source: 'x', fetchedAt: 'x', complete: true };
  it.each([
    ['missing', null],
    ['empty', ''],
    ['incomplete', `${JSON.stringify({ ...header, complete: false })}\n`],
    ['without a header', '{"key":"x"}\n'],
    ['cut off', `${JSON.stringify(header)}\n{"key":`],
    [
      'cut off after a whole record',
      `${JSON.stringify(header)}\n${JSON.stringify({ key: 'x', tps: 'x', document: 'x', page: 1, sha256: 'x', bytes: 1 })}`,
    ],
    ['of records that are none', `${JSON.stringify(header)}\n{"key":"x"}\n`],
  ])('is refused when %s, with what to do', async (_, text) => {
    const dir = new SyntheticRun().write();
    if (text === null) rmSync(join(dir, RUN_FILES.readback));
    else writeFileSync(join(dir, RUN_FILES.readback), text);
    await expect(auditRun(dir)).rejects.toMatchObject({
      code: 'RUN_INVALID',
      remedy: expect.stringContaining(`uji-beban audit ${dir}`),
    });
  });
});
