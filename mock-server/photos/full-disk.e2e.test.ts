import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jpeg } from '../testing/jpeg.ts';
import { startTestServer } from '../testing/test-server.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'uji-beban-photo-disk-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// A small disk of its own; only root may mount one.
test.runIf(process.getuid?.() === 0)(
  'a disk too full for photos: 507, everything acknowledged stays, and with room it goes on',
  async () => {
    const photosDir = join(folder, 'photos');
    mkdirSync(photosDir);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', photosDir]);
    const server = await startTestServer({ storePath: join(folder, 's.sqlite'), photosDir });
    try {
      const acknowledged = new Set<string>();
      const photo = (i: number) => jpeg(`${i} `.padEnd(100_000, 'x'));
      const send = async (i: number) => {
        const { status, body } = await server.upload({ photo: photo(i), run: `run-${i}` });
        if (status === 201) acknowledged.add(body.sha256);
        else expect({ status, code: body.code }).toEqual({ status: 507, code: 'STORE_FULL' });
        return status;
      };
      const statuses = [];
      for (let i = 0; i < 60; i += 6)
        statuses.push(...(await Promise.all([0, 1, 2, 3, 4, 5].map((j) => send(i + j)))));
      expect(statuses).toContain(201);
      expect(statuses).toContain(507);
      // Refused photos leave no half files behind, so small ones still fit.
      expect(readdirSync(join(photosDir, 'incoming'))).toEqual([]);
      expect((await server.upload({ photo: jpeg('small'), run: 'small' })).status).toBe(201);
      for (const sha256 of acknowledged) {
        const bytes = readFileSync(join(photosDir, sha256.slice(0, 2), `${sha256}.jpg`));
        expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
      }
      for (const run of ['run-0', 'run-1']) {
        const { body } = await server.get(`/api/v1/uploads?run=${run}`, 'kota-1671');
        expect(body.uploads).toHaveLength(1);
      }

      execFileSync('mount', ['-o', 'remount,size=32m', photosDir]);
      expect(await send(statuses.indexOf(507))).toBe(201);
    } finally {
      await server.dispose();
      execFileSync('umount', [photosDir]);
    }
  },
);
