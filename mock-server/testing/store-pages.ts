import { createHash } from 'node:crypto';
import { openStore } from '../store/open.ts';

/** Puts pages into a store file as a server before would have left them. */
export async function storePages(
  path: string,
  pages: Iterable<{ kode: string; type: string; page: number }>,
): Promise<void> {
  const store = await openStore({ path });
  const run = 'before';
  await Promise.all(
    [...pages].map(({ kode, type, page }) => {
      const key = `${run}.round-1.${kode}.${type}.${page}`;
      const sha256 = createHash('sha256').update(key).digest('hex');
      return store.add({
        run,
        key,
        tps: kode,
        document: type,
        page,
        sha256,
        bytes: 1,
        account: `kpps-${kode}`,
      });
    }),
  );
  await store.close();
}
