import { fraction, type Stream, streamOf } from '../../fixtures/plan/random.ts';
import type { PhotoFault } from '../../fixtures/plan/types.ts';
import type { Sheet } from '../directory/photo-mistakes.ts';
import type { Directory, Tps } from '../directory/types.ts';
import { readFigure } from './confusion.ts';
import type { RecognitionSettings } from './settings.ts';

/** What a machine makes of one figure. */
export interface FigureReading {
  /** Null where it sees no digit. */
  value: number | null;
  /** 0 to 1, two decimals: how sure it is. */
  confidence: number;
}

/** What can be made of a photo: its figures, nothing, or that it shows another sheet. */
export type PageLook = { outcome: 'read' | 'unreadable'; saw: null } | { outcome: 'wrong-sheet'; saw: Sheet };

/** Reads photos: a pure function of the photo's number, so that the same photo always reads the same. */
export interface PageReader {
  look(photo: number): PageLook;
  /** Figures of C.Hasil as read from a photo that can be read, in the order of `fields`. @param fields those on its page */
  figures(
    tps: Tps,
    election: number,
    fields: readonly string[],
    photo: number,
  ): ReadonlyMap<string, FigureReading>;
}

/**
 * How a fault of the photo bears on its figures: none can be read, or so many times more are read wrong (A). Blurred and
 * cut off: assumed unreadable, digits or corner marks are gone. Dark: assumed three times the mistakes. Rotated: assumed one
 * and a half times; the sheet's tag tells which way is up.
 */
const FAULTS: Record<PhotoFault, 'unreadable' | number> = {
  blurred: 'unreadable',
  'cut-off': 'unreadable',
  dark: 3,
  rotated: 1.5,
};

/** How far below 1 the confidence can lie, for figures read right and read wrong (A: assumed; a wrong one may look certain). */
const DOUBT = { right: 0.2, wrong: 0.7 };

const READABLE = { outcome: 'read', saw: null } as const;
const UNREADABLE = { outcome: 'unreadable', saw: null } as const;

/** Sees every sheet rightly and every figure as it is written. */
export function perfectReader({ forms }: Pick<Directory, 'forms'>): PageReader {
  return {
    look: () => READABLE,
    figures: (tps, election, fields) =>
      new Map(
        fields.map((field) => [field, { value: forms.figure(tps.form, election, field), confidence: 1 }]),
      ),
  };
}

/**
 * Reads as machines did in 2024: so many figures right as configured, the plan's misleading ones always wrong. Figures are
 * drawn from a stream of the photo's own.
 */
export function createPageReader(
  { forms, photoMistakes }: Pick<Directory, 'forms' | 'photoMistakes'>,
  { accuracy }: Pick<RecognitionSettings, 'accuracy'>,
  seed: number,
): PageReader {
  // Figures that always mislead count among the wrong ones.
  const right = Math.min(1, accuracy / (1 - forms.misleadingShare));

  function rightOf(photo: number): number {
    const fault = photoMistakes.of(photo)?.fault;
    const effect = fault ? FAULTS[fault] : 1;
    return effect === 'unreadable' ? 0 : Math.max(0, 1 - (1 - right) * effect);
  }

  function read(written: number | null, misleading: number | null, share: number, stream: Stream) {
    if (written === null) return { value: null, confidence: confidence(true, stream) };
    const value = misleading ?? readFigure(written, share, stream);
    return { value, confidence: confidence(value === written, stream) };
  }

  return {
    look: (photo) => {
      const mistake = photoMistakes.of(photo);
      if (mistake?.instead) return { outcome: 'wrong-sheet', saw: mistake.instead };
      return mistake?.fault && FAULTS[mistake.fault] === 'unreadable' ? UNREADABLE : READABLE;
    },
    figures: (tps, election, fields, photo) => {
      const share = rightOf(photo);
      const stream = streamOf(seed, 'reading', `${tps.kode}/${election}/${photo}`);
      const readings = new Map<string, FigureReading>();
      for (const field of fields) {
        const written = forms.figure(tps.form, election, field);
        readings.set(field, read(written, forms.misleading(tps.form, election, field), share, stream));
      }
      return readings;
    },
  };
}

function confidence(right: boolean, stream: Stream): number {
  const doubt = right ? DOUBT.right * fraction(stream) ** 2 : DOUBT.wrong * fraction(stream);
  return Math.round(100 * (1 - doubt)) / 100;
}
