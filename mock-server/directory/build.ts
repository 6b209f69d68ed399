import type { Plan, PlannedAccount, PlannedTps } from '../../fixtures/plan/types.ts';
import { FormFigures } from '../public/form-figures.ts';
import { PhotoMistakes } from './photo-mistakes.ts';
import type { Account, Directory, DocumentPage, Tps } from './types.ts';

/** What the directory is made of; lines may come from files or from memory. */
export interface DirectorySource {
  plan: Pick<Plan, 'area' | 'elections' | 'documentProfile' | 'mistakes' | 'counts'>;
  planSha256: string;
  tps: AsyncIterable<PlannedTps> | Iterable<PlannedTps>;
  accounts: AsyncIterable<PlannedAccount> | Iterable<PlannedAccount>;
}

/** Reads every line once and keeps only what the API needs. */
export async function buildDirectory(source: DirectorySource): Promise<Directory> {
  const accounts = new Map<string, Account>();
  for await (const { username, password, role, scope } of source.accounts) {
    accounts.set(username, { username, password, role, scope });
  }

  const shapes = new Map<string, readonly DocumentPage[]>();
  const forms = new FormFigures(source.plan);
  const photoMistakes = new PhotoMistakes(source.plan);
  const all: Tps[] = [];
  for await (const line of source.tps) {
    const pages = sharedPages(shapes, line.documents);
    photoMistakes.add(line);
    all.push({
      kode: line.kode,
      kecamatan: line.kecamatan,
      pages,
      index: 0,
      firstSlot: 0,
      form: forms.add(line),
    });
  }
  all.sort((a, b) => (a.kode < b.kode ? -1 : 1));

  const byKode = new Map<string, Tps>();
  let slots = 0;
  for (const [index, tps] of all.entries()) {
    tps.index = index;
    tps.firstSlot = slots;
    slots += tps.pages.length;
    byKode.set(tps.kode, tps);
  }

  return {
    planSha256: source.planSha256,
    area: source.plan.area,
    kecamatan: source.plan.area.kecamatan,
    elections: source.plan.elections,
    documentProfile: source.plan.documentProfile,
    forms,
    photoMistakes,
    account: (username) => accounts.get(username),
    tps: (kode) => byKode.get(kode),
    tpsBelow: (scope, after, limit) => {
      const found: Tps[] = [];
      for (let i = firstAfter(all, scope, after); i < all.length && found.length < limit; i++) {
        const tps = all[i];
        if (!tps?.kode.startsWith(scope)) break;
        found.push(tps);
      }
      return found;
    },
    all,
    slots,
  };
}

function sharedPages(
  shapes: Map<string, readonly DocumentPage[]>,
  documents: PlannedTps['documents'],
): readonly DocumentPage[] {
  const shape = documents.map(({ type, pages }) => `${type}/${pages}`).join(' ');
  const known = shapes.get(shape);
  if (known) return known;
  const pages = documents.flatMap(({ type, pages }) =>
    Array.from({ length: pages }, (_, i) => ({ type, page: i + 1 })),
  );
  shapes.set(shape, pages);
  return pages;
}

/** Index of the first TPS that is at or below `scope` and after `after`. */
function firstAfter(all: readonly Tps[], scope: string, after: string | undefined): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const kode = all[middle]?.kode ?? '';
    if (kode < scope || (after !== undefined && kode <= after)) low = middle + 1;
    else high = middle;
  }
  return low;
}
