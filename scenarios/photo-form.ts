import { type File, open as openFile, SeekMode } from 'k6/experimental/fs';
import {
  MARK_BYTES,
  MARK_OFFSETS,
  markBytes,
  type UploadMark,
  writeAscii,
} from '../fixtures/photos/upload-mark.ts';
import type { PhotoIndex } from '../fixtures/plan/types.ts';

const BOUNDARY = '----sirekap-uji-beban-SIMULASI';

/**
 * Bytes of photos that a VU, and all VUs together, may keep. Neighbours in the order of arrival have the same photo of a page,
 * and reading one costs k6 as much as half an upload; a VU that keeps those of all its pages seldom reads. Where there are
 * hundreds of VUs each uploads seldom, and memory is dearer than reading: they keep one photo each, or none.
 */
const KEPT_BYTES = { vu: 1 << 20, all: 1 << 26 } as const;

/** All VUs together may keep so much where each keeps a single photo. */
const KEPT_BYTES_OF_ONE = 1 << 27;

/** The multipart bodies that a VU uses for all its uploads. */
export interface PhotoForm {
  readonly contentType: string;
  /**
   * Makes `photo` the one in use. A promise only where it must be read first, because awaiting costs k6 a turn of its loop.
   * @param place of the upload in its session; photos of the same place take turns in the same memory
   */
  use(photo: number, place: number): Promise<void> | null;
  /**
   * The body for one upload of the photo in use. The same buffer is overwritten at the next call: only the mark is written
   * anew, so an upload costs no copy of its photo.
   */
  fill(mark: UploadMark): Uint8Array;
  /** The same without what a body has around it: the bytes of the photo alone. */
  photo(mark: UploadMark): Uint8Array;
  /** After an upload: gives its photo's memory back where there are very many VUs. @returns whether it did, see `flows/let-go.ts` */
  giveBack(): boolean;
}

/** A photo in its form. */
interface KeptPhoto {
  photo: number;
  /** As large as the largest photo's form. */
  buffer: Uint8Array;
  /** The part that is the form of this photo. */
  form: Uint8Array;
  markStart: number;
}

/**
 * Opens the plan's photos for this VU. The pack stays in one piece for all VUs; a VU keeps at most a megabyte of it, the more
 * VUs the less, and none between two uploads where there are very many.
 * @param index of the photos; one list for all VUs
 * @param field name of the part that carries the photo
 * @param vus that may upload at the same time
 * @param largestBytes of the largest photo
 */
export async function openPhotoForm(
  folder: string,
  index: ArrayLike<PhotoIndex['photos'][number]>,
  field: string,
  { vus, largestBytes }: { vus: number; largestBytes: number },
): Promise<PhotoForm> {
  const pack = await openFile(`${folder}/photos.pack`);
  // Made once: the runtime moves bytes in a block, while a loop over letters costs more than a whole photo.
  const head = asciiBytes(
    `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${field}"; filename="simulasi.jpg"\r\n` +
      'content-type: image/jpeg\r\n\r\n',
  );
  const foot = asciiBytes(`\r\n--${BOUNDARY}--\r\n`);
  const size = head.length + largestBytes + foot.length;
  const keepsNone = vus * size > KEPT_BYTES_OF_ONE;
  const places = Math.max(1, Math.floor(Math.min(KEPT_BYTES.vu, KEPT_BYTES.all / vus) / size));
  // Each is made when it is first needed, because most VUs only ever log in, and then lives as long as the VU unless those are very
  // many: a buffer a photo leaves garbage of its size behind.
  const kept: KeptPhoto[] = [];
  let inUse: KeptPhoto | null = null;
  let mark: Uint8Array = new Uint8Array(0);
  /** What `mark` says now. */
  let written: UploadMark | null = null;

  async function read(photo: number, place: number): Promise<void> {
    const entry = index[photo];
    if (entry === undefined) throw new Error(`photos.index.json has no photo ${photo}`);
    const nothing = new Uint8Array(0);
    const slot = kept[place] ?? { photo: -1, buffer: new Uint8Array(size), form: nothing, markStart: 0 };
    kept[place] = slot;
    slot.photo = -1;
    await readForm(pack, entry, slot.buffer, head, foot);
    const end = head.length + entry.bytes;
    slot.form = slot.buffer.subarray(0, end + foot.length);
    slot.markStart = end - MARK_BYTES;
    slot.photo = photo;
    inUse = slot;
  }

  const made: PhotoForm = {
    contentType: `multipart/form-data; boundary=${BOUNDARY}`,

    use(photo, place) {
      if (inUse !== null && inUse.photo === photo) return null;
      for (let i = 0; i < kept.length; i++) {
        const candidate = kept[i];
        if (candidate === undefined || candidate.photo !== photo) continue;
        inUse = candidate;
        return null;
      }
      return read(photo, Math.min(place, places - 1));
    },

    fill(wanted) {
      if (inUse === null) throw new Error('no photo is in use');
      if (written === null || written.take !== wanted.take) mark = markBytes(wanted);
      else {
        if (written.tps !== wanted.tps) writeAscii(mark, MARK_OFFSETS.tps, wanted.tps);
        if (written.document !== wanted.document) {
          writeTwoDigits(mark, MARK_OFFSETS.document, wanted.document);
        }
        if (written.page !== wanted.page) writeTwoDigits(mark, MARK_OFFSETS.page, wanted.page);
      }
      written = wanted;
      inUse.buffer.set(mark, inUse.markStart);
      return inUse.form;
    },

    photo(wanted) {
      const form = made.fill(wanted);
      return form.subarray(head.length, form.length - foot.length);
    },

    giveBack() {
      if (!keepsNone) return false;
      kept.length = 0;
      inUse = null;
      return true;
    },
  };
  return made;
}

/** Reads a photo into the place its form has for it, and puts head and foot around it. */
async function readForm(
  pack: File,
  { offset, bytes }: PhotoIndex['photos'][number],
  buffer: Uint8Array,
  head: Uint8Array,
  foot: Uint8Array,
): Promise<void> {
  // read() fills a buffer from its start, wherever a subarray begins. Read from so much earlier, the photo lands where it
  // belongs and the head goes over what stands before it; only the pack's first photo has too little before it.
  const before = Math.min(head.length, offset);
  await pack.seek(offset - before, SeekMode.Start);
  const read = await pack.read(buffer);
  if (read === null || read < before + bytes)
    throw new Error(`photos.pack ends inside the photo at ${offset}`);
  if (before < head.length) buffer.copyWithin(head.length, before, before + bytes);
  buffer.set(head, 0);
  buffer.set(foot, head.length + bytes);
}

function asciiBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  writeAscii(bytes, 0, text);
  return bytes;
}

/** ASCII digits by arithmetic: a call on a string costs k6 an object. */
function writeTwoDigits(bytes: Uint8Array, offset: number, value: number): void {
  bytes[offset] = 48 + ((value / 10) | 0);
  bytes[offset + 1] = 48 + (value % 10);
}
