import { open as openFile, SeekMode } from 'k6/experimental/fs';
import {
  MARK_BYTES,
  MARK_OFFSETS,
  markBytes,
  type UploadMark,
  writeAscii,
} from '../fixtures/photos/upload-mark.ts';
import type { PhotoIndex } from '../fixtures/plan/types.ts';

const BOUNDARY = '----sirekap-uji-beban-SIMULASI';

/** The one multipart body that a VU uses for all its uploads. */
export interface PhotoForm {
  readonly contentType: string;
  /** Makes `photo` the one in use; a no-op, and to be skipped on the hot path, where it is already. */
  use(photo: number): Promise<void>;
  /** The photo in use, -1 before the first. */
  current(): number;
  /**
   * The body for one upload of the photo in use. The same buffer is overwritten at the next call: only the digits that
   * differ are written, so an upload costs no copy of its photo.
   */
  fill(mark: UploadMark): Uint8Array;
}

/**
 * Opens the plan's photos for this VU. The pack stays in one piece for all VUs; a VU holds only the photo in use,
 * already wrapped in its form.
 */
export async function openPhotoForm(
  folder: string,
  index: PhotoIndex['photos'],
  field: string,
): Promise<PhotoForm> {
  const pack = await openFile(`${folder}/photos.pack`);
  const head =
    `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${field}"; filename="simulasi.jpg"\r\n` +
    'content-type: image/jpeg\r\n\r\n';
  const foot = `\r\n--${BOUNDARY}--\r\n`;
  const largest = index.reduce((most, { bytes }) => Math.max(most, bytes), 0);
  // One for the life of the VU, large enough for any photo: a buffer a photo would leave garbage of its size behind.
  // Made when it is first needed, because most VUs only ever log in.
  let buffer = new Uint8Array(0);
  let form = buffer;
  let photoInUse = -1;
  let markStart = 0;
  /** What the buffer's mark says now. */
  let written: UploadMark | null = null;

  return {
    contentType: `multipart/form-data; boundary=${BOUNDARY}`,

    current: () => photoInUse,

    async use(photo) {
      if (photo === photoInUse) return;
      const entry = index[photo];
      if (entry === undefined) throw new Error(`photos.index.json has no photo ${photo}`);
      if (buffer.length === 0) buffer = new Uint8Array(head.length + largest + foot.length);
      await pack.seek(entry.offset, SeekMode.Start);
      // read() fills a buffer from its start, wherever a subarray begins, so the photo is moved to its place after.
      const read = await pack.read(buffer);
      if (read === null || read < entry.bytes) throw new Error(`photos.pack ends inside photo ${photo}`);
      buffer.copyWithin(head.length, 0, entry.bytes);
      writeAscii(buffer, 0, head);
      writeAscii(buffer, head.length + entry.bytes, foot);
      form = buffer.subarray(0, head.length + entry.bytes + foot.length);
      markStart = head.length + entry.bytes - MARK_BYTES;
      photoInUse = photo;
      written = null;
    },

    fill(mark) {
      if (written === null || written.take !== mark.take) buffer.set(markBytes(mark), markStart);
      else {
        if (written.tps !== mark.tps) writeAscii(buffer, markStart + MARK_OFFSETS.tps, mark.tps);
        if (written.document !== mark.document) {
          writeTwoDigits(buffer, markStart + MARK_OFFSETS.document, mark.document);
        }
        if (written.page !== mark.page) writeTwoDigits(buffer, markStart + MARK_OFFSETS.page, mark.page);
      }
      written = mark;
      return form;
    },
  };
}

/** ASCII digits by arithmetic: a call on a string costs k6 an object. */
function writeTwoDigits(bytes: Uint8Array, offset: number, value: number): void {
  bytes[offset] = 48 + ((value / 10) | 0);
  bytes[offset + 1] = 48 + (value % 10);
}
