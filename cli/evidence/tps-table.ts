import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { OperatorError } from '../../fixtures/operator-error.ts';
import { FIRST_SPECIAL_TPS } from '../../fixtures/plan/codes.ts';
import { sendsFrom } from '../../fixtures/plan/sends-from.ts';
import type { MistakeKind, PlannedTps, Take, Way, WeakLink } from '../../fixtures/plan/types.ts';
import { readLines } from './lines.ts';
import { PlannedSums } from './planned-sums.ts';

const DIGEST_BYTES = 32;

/** One page of one document, in the order in which a session uploads them. */
export interface DocumentPage {
  document: string;
  page: number;
}

/** A mistake planned at a TPS. */
export interface PlacedMistake {
  kind: MistakeKind;
  /** Place of the upload that shows it among the TPS's uploads; null where the TPS uploads no such page. */
  upload: number | null;
}

/** Most TPS have none; they share this. */
const NO_MISTAKES: readonly PlacedMistake[] = [];

/**
 * What the audit needs of one TPS, packed: the whole country has 435,296 of them, and a line of tps.ndjson as an
 * object is some kilobytes.
 */
export interface TpsEntry {
  kode: string;
  kecamatan: string;
  kelurahan: string;
  arrivalRank: number;
  /** Plan seconds after voting closes. */
  arrivalSecond: number;
  operator: string;
  way: Way;
  weakSignal: boolean;
  /** What it sends over where it sends from; `good` where the plan says nothing. */
  link: WeakLink | 'good';
  /** Its phone is carried somewhere else, without any signal on the way. */
  travels: boolean;
  /** Code of the kecamatan from which it sends. */
  sendsFrom: string;
  /** At a special location: a prison, a hospital. */
  special: boolean;
  mistakes: readonly PlacedMistake[];
  /** Elections held there, shared by all TPS that hold the same. */
  elections: readonly string[];
  /** Shared by all TPS with the same documents. */
  pages: readonly DocumentPage[];
  /** Bytes of each page's photo. */
  bytes: Uint32Array;
  /** SHA-256 of each page in each of the table's takes: page by page, take by take. */
  digests: Buffer;
}

/** The lines of the plan's TPS, reduced. */
export class TpsTable {
  readonly entries: TpsEntry[] = [];
  readonly #byKode = new Map<string, number>();
  readonly #shapes = new Map<string, readonly DocumentPage[]>();
  readonly #takes: readonly Take[];
  readonly #elections = new Map<string, readonly string[]>();
  /** Sums of D.Hasil as they must be, by kecamatan and election; nothing where no pleno is judged. */
  readonly sums: PlannedSums | null;

  /** @param withSums whether a pleno is judged */
  constructor(takes: readonly Take[], withSums = false) {
    this.#takes = takes;
    this.sums = withSums ? new PlannedSums() : null;
  }

  /** Place of the TPS in `entries`, or -1. */
  indexOf(kode: string): number {
    return this.#byKode.get(kode) ?? -1;
  }

  /** The SHA-256 (hex) of page number `page` (0-based over the TPS's pages) as planned for `take`. */
  digest(entry: TpsEntry, page: number, take: Take): string {
    const at = (page * this.#takes.length + this.#takes.indexOf(take)) * DIGEST_BYTES;
    return entry.digests.toString('hex', at, at + DIGEST_BYTES);
  }

  add(tps: PlannedTps): void {
    const photos = tps.documents.flatMap((document) =>
      (document.photos ?? []).map((photo) => ({ document: document.type, photo })),
    );
    const name = photos.map(({ document, photo }) => `${document}.${photo.page}`).join(' ');
    let pages = this.#shapes.get(name);
    if (pages === undefined) {
      pages = photos.map(({ document, photo }) => ({ document, page: photo.page }));
      this.#shapes.set(name, pages);
    }
    const held = tps.contests.map(({ election }) => election);
    const elections = this.#elections.get(held.join(' ')) ?? held;
    this.#elections.set(held.join(' '), elections);
    this.sums?.add(tps);
    const hex = photos.map(({ photo }) => this.#takes.map((take) => photo.sha256[take]).join('')).join('');
    this.#byKode.set(tps.kode, this.entries.length);
    this.entries.push({
      kode: tps.kode,
      kecamatan: tps.kecamatan,
      kelurahan: tps.kelurahan,
      arrivalRank: tps.arrivalRank,
      arrivalSecond: tps.arrivalSecond,
      operator: tps.operator,
      way: tps.way,
      weakSignal: tps.signal === 'weak',
      link: tps.link ?? 'good',
      travels: (tps.travelSecond ?? 0) > 0,
      sendsFrom: sendsFrom(tps),
      special: tps.number >= FIRST_SPECIAL_TPS,
      mistakes: placed(tps, pages),
      elections,
      pages,
      bytes: Uint32Array.from(photos, ({ photo }) => photo.bytes),
      digests: Buffer.from(hex, 'hex'),
    });
  }
}

function placed({ mistakes }: PlannedTps, pages: readonly DocumentPage[]): readonly PlacedMistake[] {
  if (mistakes.length === 0) return NO_MISTAKES;
  return mistakes.map(({ kind, document, page }) => {
    const upload = pages.findIndex((entry) => entry.document === document && entry.page === page);
    return { kind, upload: upload === -1 ? null : upload };
  });
}

/**
 * Reads the files of a plan's TPS once, one after the other: the table and each file's SHA-256 (hex).
 * @throws OperatorError RUN_INVALID when a line is no TPS with photos
 */
export async function readTpsTable(
  folder: string,
  files: readonly string[],
  takes: readonly Take[],
  withSums = false,
): Promise<{ table: TpsTable; sha256: string[] }> {
  const table = new TpsTable(takes, withSums);
  const sha256: string[] = [];
  for (const file of files) sha256.push(await addFile(table, join(folder, file)));
  return { table, sha256 };
}

/** @returns SHA-256 (hex) of the file */
async function addFile(table: TpsTable, path: string): Promise<string> {
  const hash = createHash('sha256');
  let number = 0;
  try {
    for await (const { text } of readLines(path, hash)) {
      number++;
      if (text !== '') table.add(JSON.parse(text) as PlannedTps);
    }
  } catch (cause) {
    throw new OperatorError(
      'RUN_INVALID',
      `${path}:${number} cannot be read as a TPS of the plan: ${(cause as Error).message}`,
      'The run folder keeps its own copy of the plan; put the original copy back or run again.',
      { cause },
    );
  }
  return hash.digest('hex');
}
