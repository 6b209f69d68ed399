import type { RunRecord } from '../run-folder/types.ts';
import { explained } from './explained.ts';
import type { ValidityCheck } from './types.ts';

/** Whether a run kept to its authorisation; nothing to check where load went to loopback without one. */
export function permissionChecks({ authorisation }: RunRecord): ValidityCheck[] {
  if (authorisation === null) return [];
  const { reference, window, maximum, observed } = authorisation;
  const title = {
    id: 'Uji tetap dalam batas izinnya',
    en: 'The run kept to its authorisation',
  };
  if (observed === null) {
    return [
      {
        name: 'within-authorisation',
        ok: false,
        ...explained(
          `What was sent under authorisation ${reference} was not counted to the end.`,
          `Yang dikirim berdasarkan izin ${reference} tidak dihitung sampai akhir.`,
        ),
        title,
      },
    ];
  }
  const { requestsPerSecond, accounts, firstAt, lastAt } = observed;
  const inWindow =
    (firstAt === null || Date.parse(firstAt) >= Date.parse(window.from)) &&
    (lastAt === null || Date.parse(lastAt) < Date.parse(window.to));
  return [
    {
      name: 'within-authorisation',
      ok: inWindow && requestsPerSecond <= maximum.requestsPerSecond && accounts <= maximum.accounts,
      ...explained(
        `Sent from ${firstAt ?? 'never'} to ${lastAt ?? 'never'}, at most ${requestsPerSecond} requests a second, with ${accounts} accounts; authorisation ${reference} permits ${window.from} to ${window.to}, ${maximum.requestsPerSecond} a second, ${maximum.accounts} accounts.`,
        `Dikirim dari ${firstAt ?? 'tidak pernah'} sampai ${lastAt ?? 'tidak pernah'}, paling banyak ${requestsPerSecond} permintaan per detik, dengan ${accounts} akun; izin ${reference} membolehkan ${window.from} sampai ${window.to}, ${maximum.requestsPerSecond} per detik, ${maximum.accounts} akun.`,
      ),
      title,
    },
  ];
}
