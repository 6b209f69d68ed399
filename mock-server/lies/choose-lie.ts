import { fraction, streamOf } from '../../fixtures/plan/random.ts';
import type { LieKind } from '../contract/lies.ts';
import type { NewUpload } from '../store/types.ts';
import type { Lie } from './parse-lie.ts';

/** Which lie is told about an upload, if any. @param can whether a lie is possible about this upload now */
export type LieChooser = (upload: NewUpload, can: (kind: LieKind) => boolean) => LieKind | null;

/**
 * Chooses which uploads are lied about, each by the first lie that wants it and can be told. A count takes the first that come;
 * a share goes by the key without its run, so that the same documents are hit in every run with the same seed.
 */
export function createLieChooser(lies: readonly Lie[], seed: number): LieChooser {
  const left = lies.map(({ kind, amount }) =>
    'count' in amount ? amount.count * (kind === 'swap' ? 2 : 1) : Number.POSITIVE_INFINITY,
  );
  return (upload, can) => {
    const name = upload.key.slice(upload.run.length);
    for (const [i, { kind, amount }] of lies.entries()) {
      const remaining = left[i] as number;
      if (remaining === 0 || !can(kind)) continue;
      if ('share' in amount && fraction(streamOf(seed, `lie-${kind}`, name)) >= amount.share) continue;
      left[i] = remaining - 1;
      return kind;
    }
    return null;
  };
}
