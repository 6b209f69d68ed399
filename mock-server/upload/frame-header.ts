/** What a JPEG says of itself before its picture begins. */
export interface Frame {
  /** Pixels. */
  width: number;
  height: number;
}

const MARKER = 0xff;
/** Start of frame: every coding of JPEG has one of its own; C4, C8 and CC are other segments. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
/** Segments may stand before the frame; these would mean that the picture begins, ends or begins anew without one. */
const isOutOfPlace = (marker: number) => marker < 0xc0 || (marker >= 0xd0 && marker <= 0xda);

/** Marker, length, precision, height, width: what is looked at of one segment. */
const HEAD_BYTES = 9;

/**
 * Follows the segments of a JPEG (ITU-T T.81, annex B) up to its frame header while it arrives: looks at nine bytes of each
 * segment and steps over the rest.
 */
export function createFrameScan(): { add(chunk: Buffer): void; frame(): Frame | null } {
  const head = new Uint8Array(HEAD_BYTES);
  let got = 0;
  /** Bytes to step over: first of all SOI. */
  let skip = 2;
  let frame: Frame | null = null;
  let done = false;

  /** What is to be done with the bytes of a segment's head so far. */
  function look(): void {
    const [prefix = 0, marker = 0] = head;
    if (got >= 1 && prefix !== MARKER) done = true;
    else if (got === 2 && marker === MARKER) got = 1;
    else if (got === 2 && isOutOfPlace(marker)) done = true;
    else if (got === 4 && !isFrame(marker)) {
      const length = ((head[2] ?? 0) << 8) | (head[3] ?? 0);
      done = length < 2;
      skip = length - 2;
      got = 0;
    } else if (got === HEAD_BYTES) {
      frame = {
        height: ((head[5] ?? 0) << 8) | (head[6] ?? 0),
        width: ((head[7] ?? 0) << 8) | (head[8] ?? 0),
      };
      done = true;
    }
  }

  return {
    add: (chunk) => {
      for (let at = 0; at < chunk.length && !done; ) {
        if (skip > 0) {
          const step = Math.min(skip, chunk.length - at);
          skip -= step;
          at += step;
        } else {
          head[got++] = chunk[at++] ?? 0;
          look();
        }
      }
    },
    frame: () => frame,
  };
}
