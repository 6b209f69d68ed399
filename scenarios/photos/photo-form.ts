import type { UploadMark } from '../../fixtures/photos/upload-mark.ts';
import type { PhotoIndex } from '../../fixtures/plan/types.ts';
import type { UploadBody } from '../targets/upload.ts';

/** The multipart bodies that a VU uses for all its uploads. */
export interface PhotoForm {
  readonly contentType: string;
  /**
   * Makes `photo` the one in use. A promise only where it must be waited for: k6 keeps much for each VU that has ever awaited something.
   * @param place of the upload in its session; photos of the same place take turns in the same memory
   */
  use(photo: number, place: number): Promise<void> | null;
  /**
   * The body for one upload of the photo in use. The same memory is overwritten at the next call: only the mark is written
   * anew, so an upload costs no copy of its photo.
   */
  fill(mark: UploadMark): UploadBody;
  /** The same without what a body has around it: the bytes of the photo alone. */
  photo(mark: UploadMark): Uint8Array;
  /** After an upload, where the session waits: gives the photo's memory back where there are very many VUs. */
  giveBack(): void;
}

/** What a script opens its photos with. */
export interface PhotosToOpen {
  /** Of the plan. */
  folder: string;
  /** Makes the list of the plan's photos, one for all VUs. */
  index(): ArrayLike<PhotoIndex['photos'][number]>;
  /** Name of the part that carries the photo. */
  field: string;
  /** VUs that may upload at the same time. */
  vus: number;
  /** Of the largest photo. */
  largestBytes: number;
}

/** Opens a plan's photos for a VU. To be called in k6's init stage. */
export type OpenPhotos = (photos: PhotosToOpen) => PhotoForm | Promise<PhotoForm>;
