import { comparisonBanner } from './compare/html-banner.ts';
import { fatesSection } from './compare/html-fates.ts';
import { metricsSection } from './compare/html-metrics.ts';
import { newFailuresSection } from './compare/html-new-failures.ts';
import type { ComparisonReporter } from './compare/options.ts';
import { htmlDocument } from './html/document.ts';
import { exerciseMarks } from './html/exercise-marks.ts';
import { type Markup, markup } from './html/markup.ts';
import { sectionElement } from './html/section.ts';
import type { Lang } from './language/dictionary.ts';
import { wordingFor } from './language/wording.ts';

/** A page of its own for two runs side by side: self-contained and in both languages, like report.html. */
export const reportComparisonHtml: ComparisonReporter = (comparison, options) => {
  const exercise = comparison.first.exercise || comparison.second.exercise;
  const edition = (lang: Lang): Markup => {
    const wording = wordingFor(lang, null);
    const sections = [
      metricsSection(comparison, wording),
      fatesSection(comparison, wording),
      newFailuresSection(comparison, wording),
    ];
    return markup`${exerciseMarks(exercise, { wording })}${comparisonBanner(comparison, wording)}
${sections.map((section) => sectionElement({ wording }, section))}
<footer><p>${comparison.first.runId} · ${comparison.second.runId}</p></footer>
`;
  };
  const wording = wordingFor(options.lang, null);
  return htmlDocument({
    lang: options.lang,
    title: [
      wording.text('compare.title'),
      ...(exercise ? [wording.text('exercise.notice')] : []),
      comparison.first.runId,
      comparison.second.runId,
    ].join(' · '),
    editions: { id: edition('id'), en: edition('en') },
  });
};
