import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readStopFile, refuseWhileStopped, removeStopFile, writeStopFile } from './stop-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'uji-beban-stop-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = join(folder, 'stop');

describe('the stop file', () => {
  it('keeps runs from starting until it is removed', () => {
    expect(() => refuseWhileStopped(path)).not.toThrow();
    const order = writeStopFile(path, 'dampak ke layanan lain');
    expect(readStopFile(path)).toEqual(order);
    expect(() => refuseWhileStopped(path)).toThrow(
      expect.objectContaining({
        code: 'STOPPED',
        message: expect.stringMatching(/dampak ke layanan lain\); nothing was sent/),
        remedy: expect.stringContaining('stop --release'),
      }),
    );
    expect(removeStopFile(path)).toBe(true);
    expect(removeStopFile(path)).toBe(false);
    expect(readStopFile(path)).toBeNull();
  });

  it.each([
    ['', null],
    ['help desk\n', 'help desk'],
    ['{"by": 3}', null],
    ['[]', null],
  ])('stops whatever stands in it: %j', (text, reason) => {
    writeFileSync(path, text);
    expect(readStopFile(path)).toMatchObject({ reason, at: expect.stringMatching(/^\d{4}-/) });
  });

  it('stops even as something that cannot be read', () => {
    expect(readStopFile(folder)).toMatchObject({ by: expect.any(String) });
  });
});
