import type { Hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { OperatorError } from '../../fixtures/operator-error.ts';
import type { ReadbackHeader, ReadbackSum, StoredUpload } from '../run-folder/types.ts';
import { readLines } from './lines.ts';

/**
 * What the target gave back, upload by upload, in its order.
 * @param onHeader called once, before the first upload
 * @param onSum called with each sum of the plenaries
 * @param hash is given the file's bytes as they are read
 * @throws OperatorError RUN_INVALID when it is missing, incomplete or damaged: without it nothing can be said to be lost
 */
export async function* readReadback(
  path: string,
  runDir: string,
  onHeader: (header: ReadbackHeader) => void,
  hash?: Hash,
  onSum: (sum: ReadbackSum) => void = () => {},
): AsyncGenerator<StoredUpload> {
  const refuse = (what: string, cause?: unknown) =>
    new OperatorError(
      'RUN_INVALID',
      `${path} ${what}`,
      `Run \`uji-beban audit ${runDir}\` while the target is up, so that it is read back in full.`,
      { cause },
    );
  if (!existsSync(path)) throw refuse('is missing: the target has not been read back.');
  let number = 0;
  for await (const { text, ended } of readLines(path, hash)) {
    number++;
    if (text === '') continue;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (cause) {
      throw refuse(`is damaged in line ${number}.`, cause);
    }
    if (number === 1) {
      const header = value as ReadbackHeader;
      if (header.kind !== 'readback' || header.formatVersion !== 1)
        throw refuse('has no header of format 1.');
      if (header.complete !== true) throw refuse('is incomplete: the target could not be read to the end.');
      onHeader(header);
      continue;
    }
    if (ended && isSum(value)) {
      onSum(value);
      continue;
    }
    if (!ended || !isStoredUpload(value)) throw refuse(`is damaged in line ${number}.`);
    yield value;
  }
  if (number === 0) throw refuse('is empty.');
}

function isSum(value: unknown): value is ReadbackSum {
  const sum = value as Partial<ReadbackSum> | null;
  return (
    sum?.kind === 'sum' &&
    typeof sum.kecamatan === 'string' &&
    typeof sum.election === 'string' &&
    typeof sum.finalised === 'boolean' &&
    typeof sum.published === 'boolean' &&
    Number.isSafeInteger(sum.tps) &&
    typeof sum.figures === 'object' &&
    sum.figures !== null
  );
}

function isStoredUpload(value: unknown): value is StoredUpload {
  const upload = value as Partial<StoredUpload> | null;
  return (
    typeof upload?.key === 'string' &&
    typeof upload.tps === 'string' &&
    typeof upload.document === 'string' &&
    Number.isSafeInteger(upload.page) &&
    typeof upload.sha256 === 'string' &&
    Number.isSafeInteger(upload.bytes)
  );
}
