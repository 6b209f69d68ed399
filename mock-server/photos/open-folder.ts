import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { takeFileLock } from '../store/file-lock.ts';
import type { UploadStore } from '../store/types.ts';
import { createIncomingPhoto } from './incoming-photo.ts';
import { type Places, placesIn } from './places.ts';
import { folderOfAnotherStore, folderRefused, folderTaken, notAPhotoFolder } from './refused.ts';
import { removeOrphanDocuments, removeOrphans } from './sweep.ts';
import { syncFolder } from './sync-folder.ts';
import type { IncomingPhoto, PhotoStore } from './types.ts';

/** The store whose uploads name the photos; read after a crash, to find photos that no upload names. */
export type NamingStore = Pick<UploadStore, 'id' | 'storedDigests' | 'events'>;

/**
 * Opens a folder that keeps each photo once, under its SHA-256: `ab/abcd….jpg`. A photo is kept when its file and its
 * name are on disk. What a crash left half done is removed first. A folder belongs to one store: photos that another
 * store's uploads name would look like a crash's remains.
 * @throws OperatorError STORE_TAKEN, STORE_REFUSED, NOT_WRITABLE, DISK_FULL
 */
export async function openPhotoFolder(folder: string, store: NamingStore): Promise<PhotoStore> {
  const places = placesIn(folder);
  const lock = await takeFolder(folder, places);
  try {
    await claim(folder, places, store.id);
    await prepare(folder, places, store);
  } catch (error) {
    lock.release();
    throw folderRefused(folder, error);
  }
  let settled = true;

  function watched(photo: IncomingPhoto): IncomingPhoto {
    const keep = async (sha256: string) => {
      const outcome = await photo.keep(sha256);
      if (outcome !== 'kept') settled = false;
      return outcome;
    };
    return { ...photo, keep };
  }

  return {
    begin: () => watched(createIncomingPhoto(places)),
    beginDocument: () =>
      watched(createIncomingPhoto(places, { file: places.document, folder: () => places.documents })),
    keptInVain: () => {
      settled = false;
    },
    close: async () => {
      if (settled) await rm(places.unsettled, { force: true });
      lock.release();
    },
  };
}

async function takeFolder(folder: string, places: Places): Promise<{ release(): void }> {
  let taken: ReturnType<typeof takeFileLock>;
  try {
    await mkdir(folder, { recursive: true });
    // Before the first file of ours: nothing is ever removed from a folder that is someone else's.
    const names = (await readdir(folder)).filter((name) => name !== 'lost+found');
    if (names.length > 0 && !names.includes('lock')) throw notAPhotoFolder(folder);
    taken = takeFileLock(places.lock);
  } catch (error) {
    throw folderRefused(folder, error);
  }
  if ('lock' in taken) return taken.lock;
  throw folderTaken(folder, taken.heldBy);
}

async function claim(folder: string, places: Places, storeId: string): Promise<void> {
  const owner = await readFile(places.store, 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  if (owner === '') await writeFile(places.store, storeId, { flush: true });
  else if (owner !== storeId) throw folderOfAnotherStore(folder);
}

async function prepare(folder: string, places: Places, store: NamingStore): Promise<void> {
  const afterCrash = await stat(places.unsettled).then(
    () => true,
    () => false,
  );
  await rm(places.incoming, { recursive: true, force: true });
  await mkdir(places.incoming);
  for (const shard of places.shards) await mkdir(shard, { recursive: true });
  await mkdir(places.documents, { recursive: true });
  if (afterCrash) {
    await removeOrphans(places, store.storedDigests());
    await removeOrphanDocuments(places, store.events());
  }
  await writeFile(places.unsettled, '', { flush: true });
  await syncFolder(folder);
}
