import { BOXES_PER_FIGURE, boxesOf } from '../../fixtures/form/fields.ts';
import { fraction, type Stream, wholeBetween } from '../../fixtures/plan/random.ts';

/**
 * The digit that each is most often taken for. 1 as 9, 2 as 7 and 3 as 8 were reported in 2024 (V); the others (A) are
 * assumed: the digit whose strokes are nearest.
 */
const LIKELY: Record<string, string> = {
  0: '6',
  1: '9',
  2: '7',
  3: '8',
  4: '9',
  5: '6',
  6: '0',
  7: '1',
  8: '3',
  9: '4',
};

/** Share of the misread digits that are taken for the likely one; the others for any (A: assumed, no figures are published). */
const LIKELY_SHARE = 0.6;

/**
 * A figure as a machine reads its boxes: each of the three is misread on its own, so that the figure is read right with
 * exactly the probability `right`. A digit becomes another; an unused box in front makes the figure end in a digit that is
 * not there, as 74 became 748 and 16 became 160 in 2024.
 * @param written 0 to 999
 */
export function readFigure(written: number, right: number, stream: Stream): number {
  const boxRight = right ** (1 / BOXES_PER_FIGURE);
  const digits = written === 0 ? '' : String(written);
  const unused = BOXES_PER_FIGURE - digits.length;
  let read = '';
  let appended = '';
  for (const [i, box] of [...boxesOf(written)].entries()) {
    const misread = fraction(stream) >= boxRight;
    if (i >= unused) read += misread ? confused(box, stream) : box;
    else if (misread) appended += appendedDigit(digits === '' && appended === '', stream);
  }
  const value = Number(read + appended);
  // Two mistakes that make up for each other are one too many.
  return value === written && appended !== '' ? Number(read) : value;
}

function confused(digit: string, stream: Stream): string {
  const likely = LIKELY[digit] as string;
  if (fraction(stream) < LIKELY_SHARE) return likely;
  const others = [...'0123456789'].filter((other) => other !== digit && other !== likely);
  return others[wholeBetween(stream, 0, others.length - 1)] as string;
}

/** @param first a zero in front of nothing is no digit */
function appendedDigit(first: boolean, stream: Stream): string {
  return first || fraction(stream) < 0.5 ? '8' : '0';
}
