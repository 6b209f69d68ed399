import type { LieKind } from '../contract/lies.ts';
import type { AddResult, NewUpload, StoredUpload, UploadStore } from '../store/types.ts';
import type { LieChooser } from './choose-lie.ts';
import { createKnownPictures } from './known-pictures.ts';
import { createReadBackLies } from './read-back-lies.ts';
import type { ToldLies } from './told-lies.ts';

/** Added to the page of an invented record: no document has so many. */
const INVENTED_PAGE = 90;

/**
 * A store that lies about some of what it acknowledged, so that an audit can be tested. An upload is lied about from its first
 * attempt on, or never. What is in memory only (swap, duplicate, and that a lost key was acknowledged) ends with the process.
 * @param choose which uploads are lied about
 * @param told gets every lie, once, when it has come true
 */
export function lyingStore(store: UploadStore, choose: LieChooser, told: ToldLies): UploadStore {
  const decided = new Map<string, LieKind | null>();
  const lost = new Map<string, StoredUpload>();
  const cached = new Map<string, StoredUpload>();
  const pictures = createKnownPictures();
  const readBack = createReadBackLies(store);
  let waitsForPartner: NewUpload | null = null;

  function decide(upload: NewUpload): LieKind | null {
    const before = decided.get(upload.key);
    if (before !== undefined) return before;
    const lie = choose(upload, (kind) => kind !== 'cache' || pictures.find(upload) !== null);
    decided.set(upload.key, lie);
    return lie;
  }

  function lose(upload: NewUpload): AddResult {
    const before = lost.get(upload.key);
    if (before) return { outcome: before.sha256 === upload.sha256 ? 'repeated' : 'conflict', record: before };
    const { run: _, account: __, ...rest } = upload;
    const record = { ...rest, storedAt: new Date().toISOString() };
    lost.set(upload.key, record);
    told.tell('lose', upload);
    return { outcome: 'stored', record };
  }

  function answerFromCache(upload: NewUpload): AddResult {
    const before = cached.get(upload.key);
    const record = before ?? (pictures.find(upload) as StoredUpload);
    if (!before) told.tell('cache', upload, record.key);
    cached.set(upload.key, record);
    return { outcome: 'repeated', record };
  }

  async function alter(upload: NewUpload): Promise<AddResult> {
    const result = await store.add({ ...upload, sha256: otherSha256(upload.sha256) });
    if (result.outcome === 'stored') told.tell('alter', upload);
    if (result.outcome !== 'stored' && result.outcome !== 'repeated') return result;
    return { ...result, record: { ...result.record, sha256: upload.sha256 } };
  }

  async function invent(upload: NewUpload): Promise<void> {
    const page = upload.page + INVENTED_PAGE;
    const key = `${upload.key.slice(0, upload.key.lastIndexOf('.'))}.${page}`;
    const { outcome } = await store.add({ ...upload, page, key });
    if (outcome === 'stored') told.tell('invent', upload, key);
  }

  function swap(upload: NewUpload): void {
    const partner = waitsForPartner;
    waitsForPartner = partner === null ? upload : null;
    if (partner === null) return;
    readBack.swap(upload, partner);
    told.tell('swap', upload, partner.key);
    told.tell('swap', partner, upload.key);
  }

  async function storeAndLie(upload: NewUpload, lie: LieKind | null): Promise<AddResult> {
    const result = await store.add(upload);
    if (result.outcome !== 'stored') return result;
    pictures.keep(result.record);
    if (lie === 'invent') await invent(upload);
    if (lie === 'swap') swap(upload);
    if (lie === 'duplicate') {
      readBack.double(upload);
      told.tell('duplicate', upload);
    }
    return result;
  }

  return {
    ...store,
    uploadsOf: readBack.uploadsOf,
    pagesOf: readBack.pagesOf,
    uploadsByKey: async (keys) => {
      const told = keys.flatMap((key) => lost.get(key) ?? cached.get(key) ?? []);
      const stored = (await store.uploadsByKey(keys)).map((record) =>
        decided.get(record.key) === 'alter' ? { ...record, sha256: otherSha256(record.sha256) } : record,
      );
      return [...told, ...stored];
    },
    add: async (upload) => {
      const lie = decide(upload);
      if (lie === 'lose') return lose(upload);
      if (lie === 'cache') return answerFromCache(upload);
      if (lie === 'alter') return alter(upload);
      return storeAndLie(upload, lie);
    },
  };
}

/** Another SHA-256, always the same one: its first hexadecimal digit turned round. */
function otherSha256(sha256: string): string {
  return (15 - Number.parseInt(sha256.charAt(0), 16)).toString(16) + sha256.slice(1);
}
