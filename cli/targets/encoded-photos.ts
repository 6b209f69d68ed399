import { readFileSync, statSync } from 'node:fs';
import { planFile } from '../../fixtures/plan/folder.ts';
import type { PhotoIndex } from '../../fixtures/plan/types.ts';
import { FORM_FOOT, formHead } from '../../scenarios/photos/form-frame.ts';
import { writeWhole } from '../run-folder/write-file.ts';

/** Photos for a script to hold. */
export interface PhotosInScript {
  planFolder: string;
  /** Name of the multipart field that carries the photo. */
  field: string;
}

/** As text a photo is a third larger, and k6 holds a script's text three times. A hundred photos; a pool has some dozens. */
const LARGEST_PACK_BYTES = 1 << 24;

/** Whether a plan's photos are few enough to stand in a script. */
export function fitIntoScript(planFolder: string): boolean {
  return statSync(planFile(planFolder, 'photos')).size <= LARGEST_PACK_BYTES;
}

/**
 * Writes a plan's photos as a module for `scenarios/photos/encoded-photos.ts`: the form of each as a text of the program, of which k6 has one copy for
 * all VUs, while every other kind of data is one copy a VU or is read, as a file, into two.
 * @param path of the module
 */
export function writeEncodedPhotos({ planFolder, field }: PhotosInScript, path: string): void {
  const { photos } = JSON.parse(readFileSync(planFile(planFolder, 'photoIndex'), 'utf8')) as PhotoIndex;
  const pack = readFileSync(planFile(planFolder, 'photos'));
  const head = Buffer.from(formHead(field));
  const foot = Buffer.from(FORM_FOOT);
  const cases = photos.map(({ offset, bytes }, photo) => {
    const form = Buffer.concat([head, pack.subarray(offset, offset + bytes), foot]);
    return `    case ${photo}: return '${form.toString('base64')}';`;
  });
  writeWhole(
    path,
    `export const headBytes = ${head.length};
export function formOf(photo) {
  switch (photo) {
${cases.join('\n')}
    default: throw new Error('there is no photo ' + photo);
  }
}
`,
  );
}
