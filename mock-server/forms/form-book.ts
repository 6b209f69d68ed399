import type { Progress } from '../directory/progress.ts';
import type { Directory, Tps } from '../directory/types.ts';
import type { FormBook } from './types.ts';

/** Forms whose every page is stored, with the figures that are written on them. */
export function createFormBook(directory: Directory, progress: Progress): FormBook {
  const { elections, forms, documentProfile } = directory;
  const types = elections.map(
    ({ slug }) => documentProfile.find(({ form, election }) => form === 'c-hasil' && election === slug)?.type,
  );

  function isThere(tps: Tps, election: number): boolean {
    const pages = tps.pages.flatMap(({ type }, i) => (type === types[election] ? [i] : []));
    return pages.length > 0 && pages.every((i) => progress.isStored(tps, i));
  }
  const reading = (tps: Tps, election: number, field: string) =>
    isThere(tps, election) ? forms.figure(tps.form, election, field) : null;

  return {
    standing: (tps, election) => ({
      source: isThere(tps, election) ? 'reading' : 'none',
      revision: 0,
      confirmedAt: null,
    }),
    figure: reading,
    reading,
    onChange: (listener) =>
      progress.onStored((tps, pageIndex) => {
        const election = types.indexOf(tps.pages[pageIndex]?.type ?? '');
        if (election !== -1 && isThere(tps, election)) listener(tps, election);
      }),
  };
}
