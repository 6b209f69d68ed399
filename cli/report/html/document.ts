import { createHash } from 'node:crypto';
import { LANGS, type Lang } from '../language/dictionary.ts';
import { Markup, markup } from './markup.ts';
import { CHARTS } from './styles/charts.ts';
import { LAYOUT } from './styles/layout.ts';
import { PALETTE } from './styles/palette.ts';
import { PARTS } from './styles/parts.ts';
import { PRINT } from './styles/print.ts';

/** Each language by the name its readers know it by. */
const LANGUAGE_NAMES: Record<Lang, string> = { id: 'Indonesia', en: 'English' };

/** Opens what is folded before it is printed, for browsers whose styles cannot. The page works without it. */
const SCRIPT = `addEventListener('beforeprint',()=>{for(const d of document.querySelectorAll('details:not([open])')){d.open=true;d.dataset.folded=''}});addEventListener('afterprint',()=>{for(const d of document.querySelectorAll('[data-folded]')){d.open=false;delete d.dataset.folded}})`;

/** Nothing may be loaded and only the script above may run, whatever finds its way into the page. */
const POLICY = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${createHash('sha256').update(SCRIPT).digest('base64')}'; base-uri 'none'; form-action 'none'`;

interface HtmlDocument {
  lang: Lang;
  title: string;
  /** The whole content in each language. */
  editions: Record<Lang, Markup>;
}

/**
 * One self-contained HTML file that holds all its editions. The language is switched by style alone, so that it works
 * without scripts; without styles both editions stand one after the other.
 */
export function htmlDocument({ lang, title, editions }: HtmlDocument): string {
  const css = new Markup(`${PALETTE}${LAYOUT}${PARTS}${CHARTS}${PRINT}`.replaceAll('\n', ''));
  return markup`<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${css}</style>
</head>
<body>
${LANGS.map(
  (each) =>
    markup`<input class="language" type="radio" name="language" id="language-${each}" aria-label="${LANGUAGE_NAMES[each]}"${each === lang && markup` checked`}>
`,
)}<div class="top"><span>sirekap-uji-beban</span><div class="switch">${LANGS.map(
    (each) => markup`<label for="language-${each}" lang="${each}">${LANGUAGE_NAMES[each]}</label>`,
  )}</div></div>
${LANGS.map(
  (each) => markup`<main lang="${each}">
${editions[each]}</main>
`,
)}<script>${new Markup(SCRIPT)}</script>
</body>
</html>
`.source;
}
