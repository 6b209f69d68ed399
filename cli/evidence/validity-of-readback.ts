import type { RunRecord } from '../run-folder/types.ts';
import { explained } from './explained.ts';
import type { EvidenceDigests } from './judged.ts';
import type { Audit, ValidityCheck } from './types.ts';

/**
 * What was read back before the last upload says nothing of the last uploads: they would look lost, or a later loss
 * would go unseen. A run that was killed has no end of its own; there the journal's last word stands for it.
 */
export function readbackAfterRun(
  { endedAt }: RunRecord,
  { readback: { fetchedAt }, journal: { lastAt } }: Audit,
): ValidityCheck {
  const fetched = Date.parse(fetchedAt);
  const ok = endedAt === null ? lastAt !== null && fetched > lastAt : fetched >= Date.parse(endedAt);
  const end = endedAt ?? (lastAt === null ? null : new Date(lastAt).toISOString());
  return {
    name: 'readback-after-run',
    ok,
    ...explained(
      `The target was read back at ${fetchedAt}; expected after the end of the run (${end ?? 'unknown'}).`,
      `Sasaran dibaca kembali pada ${fetchedAt}; seharusnya setelah uji berakhir (${end ?? 'tidak diketahui'}).`,
    ),
    title: {
      id: 'Sasaran dibaca kembali setelah uji berakhir',
      en: 'The target was read back after the run',
    },
  };
}

/** What another store has says nothing of what this run's target did with the documents: they went somewhere else. */
export function readbackSameStore({ target }: RunRecord, { readback }: Audit): ValidityCheck {
  const { store, sameStore } = readback;
  return {
    name: 'readback-same-store',
    ok: sameStore !== false,
    ...(typeof sameStore === 'boolean'
      ? explained(
          `The run began on store ${short(target.store ?? undefined)}, the read-back is of store ${short(store ?? undefined)}; expected the same.`,
          `Uji dimulai pada penyimpanan ${short(target.store ?? undefined)}, data yang dibaca kembali dari ${short(store ?? undefined)}; seharusnya sama.`,
        )
      : explained(
          'The target does not say which store it has; that it was read back from the one it ran on is not known.',
          'Sasaran tidak menyebut penyimpanannya; tidak diketahui apakah data dibaca kembali dari penyimpanan yang dipakai uji.',
        )),
    title: {
      id: 'Data dibaca kembali dari penyimpanan yang dipakai uji',
      en: 'The read-back is of the store the run was sent to',
    },
  };
}

/** An audit speaks of the read-back it was made from, and of no other. */
export function readbackUnchanged(
  { readback: { sha256 } }: Audit,
  { readback }: EvidenceDigests,
): ValidityCheck {
  return {
    name: 'readback-unchanged',
    ok: readback !== null && readback === sha256,
    ...explained(
      `The audit is of read-back ${short(sha256)}, the folder has ${readback === null ? 'none' : short(readback)}; expected the same.`,
      `Audit dibuat dari data ${short(sha256)}, di folder ${readback === null ? 'tidak ada' : `ada ${short(readback)}`}; seharusnya sama.`,
    ),
    title: {
      id: 'Data dari sasaran tidak berubah sejak audit',
      en: 'The read-back is unchanged since the audit',
    },
  };
}

/** Enough of a digest or an identity to tell it from another; an audit of an older toolkit has none. */
function short(sha256: string | undefined): string {
  return sha256?.slice(0, 12) ?? 'unknown';
}
