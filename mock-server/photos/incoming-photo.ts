import { randomUUID } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Places } from './places.ts';
import { syncFolder } from './sync-folder.ts';
import type { IncomingPhoto, NotKept } from './types.ts';

/** Errors of the file system that mean: no room. */
const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** Where a photo goes by its hash: the file, and the folder that has its name. */
interface Destination {
  file(sha256: string): string;
  folder(sha256: string): string;
}

/** Writes a photo into a file of its own while it arrives, and gives it its name when it is whole and on disk. */
export function createIncomingPhoto(
  places: Places,
  to: Destination = { file: places.photo, folder: places.shardOf },
): IncomingPhoto {
  const path = join(places.incoming, randomUUID());
  const opened: Promise<FileHandle> = open(path, 'wx');
  /** The last of a chain, so that pieces are written in order. */
  let last: Promise<unknown> = opened;
  let failure: unknown = null;
  const attempt = (work: () => Promise<unknown>): Promise<void> => {
    const step = last.then(() => (failure === null ? work() : undefined));
    last = step.catch((error: unknown) => {
      failure ??= error;
    });
    return last as Promise<void>;
  };
  // A file that cannot be made is a failure like any other.
  attempt(async () => {});

  async function end(): Promise<void> {
    await last;
    await opened.then((file) => file.close()).catch(() => {});
  }

  return {
    add: (chunk) => attempt(async () => writeAll(await opened, chunk)),
    keep: async (sha256) => {
      attempt(async () => (await opened).sync());
      await end();
      // Over an equal one, where there is one: whatever happened to its bytes, these are right.
      await attempt(() => rename(path, to.file(sha256)));
      await attempt(() => syncFolder(to.folder(sha256)));
      if (failure === null) return 'kept';
      await rm(path, { force: true }).catch(() => {});
      return reasonOf(failure);
    },
    drop: async () => {
      await end();
      await rm(path, { force: true }).catch(() => {});
    },
  };
}

async function writeAll(file: FileHandle, chunk: Buffer): Promise<void> {
  for (let at = 0; at < chunk.length; ) at += (await file.write(chunk, at)).bytesWritten;
}

function reasonOf(error: unknown): NotKept {
  return NO_ROOM.has(String((error as { code?: unknown } | null)?.code)) ? 'full' : 'failed';
}
