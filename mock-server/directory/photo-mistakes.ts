import {
  type MistakeKind,
  PHOTO_FAULTS,
  type PhotoFault,
  type Plan,
  type PlannedTps,
} from '../../fixtures/plan/types.ts';
import { photoNumber } from './photo-number.ts';

/** A sheet of paper: a page of a document of a TPS. */
export interface Sheet {
  tps: string;
  document: string;
  page: number;
}

/** What is wrong with one photo. */
export interface PhotoMistake {
  fault: PhotoFault | null;
  /** The sheet that is on it in place of the right one. */
  instead: Sheet | null;
}

/**
 * The photos of the plan that are faulty or show another sheet, known by their bytes: a photo that is taken anew is another
 * photo, and right. A kind of mistake that the plan's photos do not carry (`mistakes[].carried`) is on none.
 */
export class PhotoMistakes {
  readonly #byPhoto = new Map<number, PhotoMistake>();
  readonly #carried: ReadonlySet<MistakeKind>;

  constructor({ mistakes }: Pick<Plan, 'mistakes'>) {
    this.#carried = new Set(mistakes.filter(({ carried }) => carried).map(({ kind }) => kind));
  }

  /** Takes in the photos of one TPS. */
  add({ mistakes, documents }: Pick<PlannedTps, 'mistakes' | 'documents'>): void {
    for (const { kind, document, page, instead = null } of mistakes) {
      const fault = PHOTO_FAULTS.find((each) => each === kind) ?? null;
      if (!this.#carried.has(kind) || (fault === null && instead === null)) continue;
      const photos = documents.find(({ type }) => type === document)?.photos;
      for (const sha256 of Object.values(photos?.find((photo) => photo.page === page)?.sha256 ?? {})) {
        const number = photoNumber(sha256);
        const before = this.#byPhoto.get(number);
        const mistake = {
          fault: fault ?? before?.fault ?? null,
          instead: instead ?? before?.instead ?? null,
        };
        this.#byPhoto.set(number, mistake);
      }
    }
  }

  /** Null for a photo with which nothing is wrong. @param photo its number (photo-number.ts) */
  of(photo: number): PhotoMistake | null {
    return this.#byPhoto.get(photo) ?? null;
  }
}
