import { b64decode } from 'k6/encoding';
import { MARK_BYTES, MARK_OFFSETS, TAKE_WIDTH } from '../../fixtures/photos/upload-mark.ts';
import { FORM_CONTENT_TYPE, FORM_FOOT } from './form-frame.ts';
import { clearStack } from './let-go.ts';
import type { PhotoForm } from './photo-form.ts';

/** Photos that stand in the script itself, as text: the one kind of data of this size of which k6 has a single copy for all VUs. */
export interface EncodedPhotos {
  /** The whole form of a photo, base64. */
  formOf(photo: number): string;
  /** Of what stands before the photo in its form. */
  headBytes: number;
}

/**
 * Photos out of the script, for very many VUs: a photo is in memory while it is uploaded and not between. Nothing is opened and nothing awaited, and a photo
 * is one copy, of its own size; read from a file it is two, of the largest one's.
 */
export function encodedPhotoForm({ formOf, headBytes }: EncodedPhotos): PhotoForm {
  let inUse = -1;
  let form: ArrayBuffer | null = null;

  const made: PhotoForm = {
    contentType: FORM_CONTENT_TYPE,

    use(photo) {
      if (photo === inUse && form !== null) return null;
      form = b64decode(formOf(photo), 'std');
      inUse = photo;
      return null;
    },

    fill({ tps, document, page, take }) {
      if (form === null) throw new Error('no photo is in use');
      // Not a typed array: the engine would make all there is of those for each VU.
      const view = new DataView(form);
      const mark = form.byteLength - FORM_FOOT.length - MARK_BYTES;
      writeAscii(view, mark + MARK_OFFSETS.tps, tps);
      writeTwoDigits(view, mark + MARK_OFFSETS.document, document);
      writeTwoDigits(view, mark + MARK_OFFSETS.page, page);
      writeAscii(view, mark + MARK_OFFSETS.take, take.padEnd(TAKE_WIDTH));
      return form;
    },

    photo(mark) {
      const whole = made.fill(mark) as ArrayBuffer;
      return new Uint8Array(whole, headBytes, whole.byteLength - headBytes - FORM_FOOT.length);
    },

    giveBack() {
      form = null;
      clearStack();
    },
  };
  return made;
}

function writeAscii(view: DataView, offset: number, text: string): void {
  for (let i = 0; i < text.length; i++) view.setUint8(offset + i, text.charCodeAt(i));
}

function writeTwoDigits(view: DataView, offset: number, value: number): void {
  view.setUint8(offset, 48 + ((value / 10) | 0));
  view.setUint8(offset + 1, 48 + (value % 10));
}
