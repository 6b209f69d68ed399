import { htmlDocument } from './html/document.ts';
import { reportEdition } from './html/edition.ts';
import type { Reporter } from './input.ts';
import { VERDICT_WORDS } from './language/dictionary.ts';
import { wordingFor } from './language/wording.ts';
import { runTitle } from './reading/scope.ts';
import { withoutSecrets } from './reading/secrets.ts';

/** report.html: the whole report in both languages in one file that loads nothing; `lang` is the one shown first. */
export const reportHtml: Reporter = (given, options) => {
  const input = { ...given, run: withoutSecrets(given.run) };
  const edition = (lang: 'id' | 'en') =>
    reportEdition({ input, options, wording: wordingFor(lang, input.plan) });
  const wording = wordingFor(options.lang, input.plan);
  const { verdict, exercise } = input.verdict;
  const title = [
    wording.pick(VERDICT_WORDS[verdict]),
    ...(exercise ? [wording.text('exercise.notice')] : []),
    runTitle(input.run, wording),
    input.plan.area.name,
  ];
  return htmlDocument({
    lang: options.lang,
    title: title.join(' · '),
    editions: { id: edition('id'), en: edition('en') },
  });
};
