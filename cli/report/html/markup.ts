/** Text that is markup already. Everything else that enters a template is escaped. */
export class Markup {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

type Piece = Markup | string | number | null | undefined | false | readonly Piece[];

/**
 * Template tag for HTML, SVG and XML: what is put in is escaped, for text and for quoted attributes alike, unless it
 * came out of this tag itself. Nothing is written for null, undefined and false; lists are joined.
 */
export function markup(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  let source = strings[0] ?? '';
  pieces.forEach((piece, index) => {
    source += written(piece) + (strings[index + 1] ?? '');
  });
  return new Markup(source);
}

/** Escapes for HTML and XML text and quoted attributes; what XML 1.0 cannot hold becomes U+FFFD. */
export function escapeMarkup(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '\ufffd')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;')
  );
}

function written(piece: Piece): string {
  if (piece === null || piece === undefined || piece === false) return '';
  if (piece instanceof Markup) return piece.source;
  if (typeof piece === 'string') return escapeMarkup(piece);
  if (typeof piece === 'number') return String(piece);
  return piece.map(written).join('');
}
