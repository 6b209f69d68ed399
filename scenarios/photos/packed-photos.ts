import { type File, open as openFile, SeekMode } from 'k6/experimental/fs';
import {
  MARK_BYTES,
  MARK_OFFSETS,
  markBytes,
  type UploadMark,
  writeAscii,
} from '../../fixtures/photos/upload-mark.ts';
import type { PhotoIndex } from '../../fixtures/plan/types.ts';
import { FORM_CONTENT_TYPE, FORM_FOOT, formHead } from './form-frame.ts';
import { clearStack, nextTurn } from './let-go.ts';
import type { PhotoForm, PhotosToOpen } from './photo-form.ts';

/**
 * Bytes of photos that a VU, and all VUs together, may keep. Neighbours in the order of arrival have the same photo of a page,
 * and reading one costs k6 as much as half an upload; a VU that keeps those of all its pages seldom reads. Where there are
 * hundreds of VUs each uploads seldom, and memory is dearer than reading: they keep one photo each, or none.
 */
const KEPT_BYTES = { vu: 1 << 20, all: 1 << 26 } as const;

/** All VUs together may keep so much where each keeps a single photo. */
const KEPT_BYTES_OF_ONE = 1 << 27;

/** A photo in its form. */
interface KeptPhoto {
  photo: number;
  /** As large as the largest photo's form. */
  buffer: Uint8Array;
  /** The part that is the form of this photo. */
  form: Uint8Array;
  markStart: number;
}

/** Whose bodies are parts of larger buffers. */
interface PackedPhotoForm extends PhotoForm {
  fill(mark: UploadMark): Uint8Array;
}

/**
 * Photos out of the plan's `photos.pack`. The pack stays in one piece for all VUs; a VU keeps at most a megabyte of it, the more
 * VUs the less, and none between two uploads where there are very many.
 */
export async function openPackedPhotos({
  folder,
  index: indexOf,
  field,
  vus,
  largestBytes,
}: PhotosToOpen): Promise<PackedPhotoForm> {
  const index = indexOf();
  const pack = await openFile(`${folder}/photos.pack`);
  // Made once: the runtime moves bytes in a block, while a loop over letters costs more than a whole photo.
  const head = asciiBytes(formHead(field));
  const foot = asciiBytes(FORM_FOOT);
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
    if (keepsNone) await nextTurn();
  }

  const made: PackedPhotoForm = {
    contentType: FORM_CONTENT_TYPE,

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
      if (!keepsNone) return;
      kept.length = 0;
      inUse = null;
      clearStack();
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
