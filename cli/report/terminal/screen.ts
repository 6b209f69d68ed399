import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

/** Text as a terminal may show it: nothing in it can move the cursor, colour the screen or turn the line around. */
export function printable(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
      .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, '\ufffd')
  );
}

/** Breaks text into lines of at most `width` characters, between words where it can. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of printable(text).split(' ')) {
    let rest = word;
    if (line !== '' && line.length + 1 + rest.length > width) {
      lines.push(line);
      line = '';
    }
    while (rest.length > width) {
      lines.push(rest.slice(0, width));
      rest = rest.slice(width);
    }
    line = line === '' ? rest : `${line} ${rest}`;
  }
  return line === '' ? lines : [...lines, line];
}

/** Collects the lines of a terminal report, none longer than `width`. */
export class Screen {
  readonly width: number;
  readonly #color: boolean;
  readonly #lines: string[] = [];

  constructor(width: number | undefined, color: boolean | undefined) {
    this.width = Math.min(100, Math.max(80, width ?? 88));
    this.#color = color ?? false;
  }

  /** Styles text if colours were asked for. The caller's decision counts, not the stream's. */
  paint(style: Style, text: string): string {
    return this.#color ? styleText(style, text, { validateStream: false }) : text;
  }

  blank(): void {
    this.#lines.push('');
  }

  heading(text: string): void {
    this.blank();
    this.#lines.push(` ${this.paint('bold', printable(text))}`);
  }

  /** Running text, wrapped; lines after the first are indented two further with `hanging`. */
  text(
    text: string,
    { style, indent = 1, hanging = false }: { style?: Style; indent?: number; hanging?: boolean } = {},
  ) {
    const inner = this.width - indent - (hanging ? 2 : 0);
    wrapped(text, inner).forEach((line, index) => {
      const margin = ' '.repeat(indent + (hanging && index > 0 ? 2 : 0));
      this.#lines.push(margin + (style ? this.paint(style, line) : line));
    });
  }

  /** One line of cells. `align` right pads on the left; the last cell takes what is left and is wrapped. */
  row(
    cells: readonly { text: string; width?: number; align?: 'left' | 'right'; style?: Style }[],
    indent = 3,
  ): void {
    let used = indent;
    let line = ' '.repeat(indent);
    const overflow: string[] = [];
    cells.forEach((cell, index) => {
      const width = cell.width ?? this.width - used;
      const [first = '', ...more] = wrapped(cell.text, Math.max(8, width));
      const last = index === cells.length - 1;
      const padded = cell.align === 'right' ? first.padStart(width) : last ? first : first.padEnd(width);
      line += cell.style ? this.paint(cell.style, padded) : padded;
      const margin = ' '.repeat(used);
      for (const next of more) overflow.push(margin + (cell.style ? this.paint(cell.style, next) : next));
      used += width;
      if (!last) {
        line += '  ';
        used += 2;
      }
    });
    this.#lines.push(line.trimEnd(), ...overflow);
  }

  toString(): string {
    return `${this.#lines.join('\n')}\n`;
  }
}
