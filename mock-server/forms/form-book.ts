import type { Progress } from '../directory/progress.ts';
import type { Directory, Tps } from '../directory/types.ts';
import { type FigureReading, type PageReader, perfectReader } from '../recognition/page-reader.ts';
import type { ReadingQueue } from '../recognition/reading-queue.ts';
import { createConfirmedForms } from './confirmed-forms.ts';
import { formOfSubject, isConfirmation } from './form-event.ts';
import { formLayout } from './form-layout.ts';
import type { FigureSource, FormListener, FormRecords, PageState } from './types.ts';

/** Without it every photo is read at once and rightly. */
export interface Recognition {
  reader: PageReader;
  queue: ReadingQueue;
}

const NOTHING_READ: ReadonlyMap<string, FigureReading> = new Map();

/**
 * The figures of every C.Hasil: read from its photos, until the KPPS confirm them. A reading stands until the next photo of
 * the page has been read, a confirmation until the next. Photos that are stored when the book is made count as read: the
 * queue does not outlive the process.
 */
export function createFormBook(
  directory: Directory,
  progress: Progress,
  recognition: Recognition | null = null,
): FormRecords {
  const layout = formLayout(directory);
  const reader = recognition?.reader ?? perfectReader(directory);
  const confirmed = createConfirmedForms(directory, layout);
  /** Numbers of the photos that were looked at last; 0 for none. */
  const looked = new Float64Array(directory.slots);
  const before: FormListener[] = [];
  const after: FormListener[] = [];
  let lastRead = { place: '', figures: NOTHING_READ };

  const electionOf = (tps: Tps, pageIndex: number) => layout.electionOf(tps.pages[pageIndex]?.type ?? '');
  const lookedAt = (tps: Tps, pageIndex: number) => looked[tps.firstSlot + pageIndex] ?? 0;

  /** The reading of a page: of its latest photo that was looked at. */
  function readingOf(tps: Tps, election: number, field: string): FigureReading | null {
    const page = layout.pageOf(tps, election, field);
    const photo = page === null ? 0 : lookedAt(tps, page.index);
    if (page === null || photo === 0 || reader.look(photo).outcome !== 'read') return null;
    const place = `${tps.index}/${page.index}/${photo}`;
    // Figures are asked for one by one, and the photo is read as a whole.
    if (lastRead.place !== place) {
      lastRead = { place, figures: reader.figures(tps, election, page.fields, photo) };
    }
    return lastRead.figures.get(field) ?? null;
  }

  function isRead(tps: Tps, election: number): boolean {
    const pages = layout.pages(tps, election);
    return (
      pages.length > 0 &&
      pages.every(({ index }) => {
        const photo = lookedAt(tps, index);
        return photo !== 0 && reader.look(photo).outcome === 'read';
      })
    );
  }

  function sourceOf(tps: Tps, election: number): FigureSource {
    if (confirmed.decisions(tps, election) > 0) return 'kpps';
    return isRead(tps, election) ? 'reading' : 'none';
  }

  function change(tps: Tps, election: number, work: () => void): void {
    for (const listener of before) listener(tps, election);
    work();
    for (const listener of after) listener(tps, election);
  }

  function look(tps: Tps, pageIndex: number, photo: number): void {
    // A later photo of the page has come meanwhile, and waits to be read itself.
    if (progress.photo(tps, pageIndex) !== photo) return;
    const keep = () => {
      looked[tps.firstSlot + pageIndex] = photo;
    };
    const election = electionOf(tps, pageIndex);
    if (election === -1) keep();
    else change(tps, election, keep);
  }

  for (const tps of directory.all)
    for (let i = 0; i < tps.pages.length; i++) looked[tps.firstSlot + i] = progress.photo(tps, i);

  progress.onPhoto((tps, pageIndex) => {
    const photo = progress.photo(tps, pageIndex);
    if (lookedAt(tps, pageIndex) === photo) return;
    const waits = recognition !== null && electionOf(tps, pageIndex) !== -1;
    if (!waits) return look(tps, pageIndex, photo);
    recognition.queue.add(() => {
      look(tps, pageIndex, photo);
      return reader.look(photo).outcome;
    });
  });

  function pageState(tps: Tps, pageIndex: number): PageState {
    const photo = progress.photo(tps, pageIndex);
    if (photo === 0) return 'none';
    return lookedAt(tps, pageIndex) === photo ? reader.look(photo).outcome : 'pending';
  }

  return {
    layout,
    standing: (tps, election) => {
      const at = confirmed.confirmedAt(tps, election);
      return {
        source: sourceOf(tps, election),
        revision: confirmed.decisions(tps, election),
        confirmedAt: at === null ? null : new Date(at).toISOString(),
      };
    },
    figure: (tps, election, field) => {
      const source = sourceOf(tps, election);
      if (source === 'kpps') return confirmed.figure(tps, election, field);
      return source === 'none' ? null : (readingOf(tps, election, field)?.value ?? null);
    },
    reading: (tps, election, field) => readingOf(tps, election, field)?.value ?? null,
    confidence: (tps, election, field) => readingOf(tps, election, field)?.confidence ?? 0,
    revision: (tps, election) =>
      layout
        .pages(tps, election)
        .reduce((sum, { index }) => sum + progress.uploads(tps, index), confirmed.decisions(tps, election)),
    pageState,
    sawInstead: (tps, pageIndex) => {
      if (pageState(tps, pageIndex) !== 'wrong-sheet') return null;
      return reader.look(progress.photo(tps, pageIndex)).saw;
    },
    isConfirmed: (tps, election) =>
      confirmed.decisions(tps, election) > 0 &&
      layout
        .pages(tps, election)
        .every(({ index }) => confirmed.compared(tps, index, progress.photo(tps, index))),
    willChange: (listener) => {
      before.push(listener);
    },
    onChange: (listener) => {
      after.push(listener);
    },
    apply: (event) => {
      if (!isConfirmation(event)) return;
      const { kode, type } = formOfSubject(event.subject);
      const tps = directory.tps(kode);
      const election = layout.electionOf(type);
      if (!tps || election === -1) return;
      const { figures, photos } = event.body;
      const numbers = photos.map(({ number }) => number);
      change(tps, election, () =>
        confirmed.keep(tps, election, { figures, photos: numbers, at: Date.parse(event.storedAt) }),
      );
    },
  };
}
