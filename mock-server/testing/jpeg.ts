const SOI = [0xff, 0xd8];
const EOI = [0xff, 0xd9];

/** Baseline, 8 bits, one component. */
function frame(width: number, height: number): number[] {
  const [h, w] = [height, width].map((side) => [side >> 8, side & 0xff]) as [number[], number[]];
  return [0xff, 0xc0, 0, 11, 8, ...h, ...w, 1, 1, 0x11, 0];
}

/** Start of the only scan: what follows is the picture's data, to which a server need not look. */
const SCAN = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0];

/** The smallest file that has a JPEG's structure, its content where the picture would be. */
export function jpeg(
  content: string | Buffer = 'isi',
  { width = 960, height = 1280 } = {},
): Buffer<ArrayBuffer> {
  const head = Buffer.from([...SOI, ...frame(width, height), ...SCAN]);
  return Buffer.concat([head, Buffer.from(content), Buffer.from(EOI)]);
}

/** The smallest file that a reader of PDF would begin to read. */
export function pdf(content = 'isi'): Buffer<ArrayBuffer> {
  return Buffer.from(`%PDF-1.4\n${content}\n%%EOF\n`);
}
