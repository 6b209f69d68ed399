import { readFile, writeFile } from 'node:fs/promises';
import { photoStart, uploadDigester } from '../fixtures/photos/upload-digest.ts';
import { MARK_BYTES } from '../fixtures/photos/upload-mark.ts';
import { planFile } from '../fixtures/plan/folder.ts';
import type { PhotoIndex, PlannedTps } from '../fixtures/plan/types.ts';

/** Of a JPEG's comment: marker and length, and the most that a length of two bytes, itself included, can say. */
const COMMENT_HEAD_BYTES = 4;
const LONGEST_COMMENT_BYTES = 65_533;

/**
 * Brings every photo of a plan to one size by comments before its mark, and every digest in the plan with it.
 * @param bytes of a whole photo; those that are as large already stay as they are
 */
export async function enlargePhotos(folder: string, bytes: number): Promise<void> {
  const index = JSON.parse(await readFile(planFile(folder, 'photoIndex'), 'utf8')) as PhotoIndex;
  const pack = await readFile(planFile(folder, 'photos'));
  const photos = index.photos.map((photo) => {
    const jpeg = pack.subarray(photo.offset, photo.offset + photo.bytes);
    const mark = jpeg.subarray(-MARK_BYTES);
    return Buffer.concat([jpeg.subarray(0, -MARK_BYTES), comments(bytes - jpeg.length), mark]);
  });
  let offset = 0;
  const enlarged = photos.map(({ length }) => {
    offset += length;
    return { offset: offset - length, bytes: length };
  });
  await writeFile(planFile(folder, 'photos'), Buffer.concat(photos));
  await writeFile(planFile(folder, 'photoIndex'), JSON.stringify({ ...index, photos: enlarged }));

  const digester = uploadDigester(photos.map(photoStart));
  const lines = (await readFile(planFile(folder, 'tps'), 'utf8')).trimEnd().split('\n');
  const rewritten = lines.map((line) => {
    const tps = JSON.parse(line) as PlannedTps;
    const documents = tps.documents.map((document, i) => ({
      ...document,
      photos: document.photos?.map(({ photo, page }) => digester.plannedPhoto(photo, tps.kode, i + 1, page)),
    }));
    return `${JSON.stringify({ ...tps, documents })}\n`;
  });
  await writeFile(planFile(folder, 'tps'), rewritten.join(''));
}

/** Comments that take so many bytes together. */
function comments(bytes: number): Buffer {
  const made: Buffer[] = [];
  for (let left = bytes; left >= COMMENT_HEAD_BYTES; ) {
    const content = Math.min(left - COMMENT_HEAD_BYTES, LONGEST_COMMENT_BYTES);
    const comment = Buffer.alloc(COMMENT_HEAD_BYTES + content, ' ');
    comment.writeUInt16BE(0xfffe);
    comment.writeUInt16BE(content + 2, 2);
    made.push(comment);
    left -= comment.length;
  }
  return Buffer.concat(made);
}
