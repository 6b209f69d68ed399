import { exerciseMarks } from './exercise-marks.ts';
import { type Markup, markup } from './markup.ts';
import { idIn, type Page } from './page.ts';
import { type Section, sectionElement } from './section.ts';
import { accountsSection } from './sections/accounts.ts';
import { areasSection } from './sections/areas.ts';
import { assumptionsSection } from './sections/assumptions.ts';
import { bannerElement } from './sections/banner.ts';
import { criteriaSection } from './sections/criteria.ts';
import { documentsSection } from './sections/documents.ts';
import { evidenceSection } from './sections/evidence.ts';
import { figuresSection } from './sections/figures.ts';
import { findingsSection } from './sections/findings.ts';
import { latencySection } from './sections/latency.ts';
import { limitsSection } from './sections/limits.ts';
import { mistakesSection } from './sections/mistakes.ts';
import { operationsSection } from './sections/operations.ts';
import { plenoSection } from './sections/pleno.ts';
import { reasonsSection } from './sections/reasons.ts';
import { recoverySection } from './sections/recovery.ts';
import { signalSection } from './sections/signal.ts';
import { testedSection } from './sections/tested.ts';
import { throughputSection } from './sections/throughput.ts';
import { validitySection } from './sections/validity.ts';
import { waysSection } from './sections/ways.ts';

/** First what an election official asks, then what an engineer asks. */
const SECTIONS: readonly ((page: Page) => Section)[] = [
  testedSection,
  figuresSection,
  reasonsSection,
  documentsSection,
  areasSection,
  waysSection,
  mistakesSection,
  plenoSection,
  throughputSection,
  latencySection,
  operationsSection,
  signalSection,
  recoverySection,
  accountsSection,
  validitySection,
  criteriaSection,
  assumptionsSection,
  limitsSection,
  findingsSection,
  evidenceSection,
];

/** The whole report in one language. */
export function reportEdition(page: Page): Markup {
  const { input, wording } = page;
  const sections = SECTIONS.map((section) => section(page));
  return markup`${exerciseMarks(input.verdict.exercise, page)}${bannerElement(page)}
${contents(sections, page)}
${sections.map((section) => sectionElement(page, section))}
<footer><p>${input.run.toolkit.name} ${input.run.toolkit.version} · ${input.run.runId} · ${wording.moment(input.verdict.judgedAt)}</p></footer>
`;
}

function contents(sections: readonly Section[], page: Page): Markup {
  return markup`<nav aria-label="${page.wording.text('nav.label')}"><ol>${sections.map(
    ({ name, title }) => markup`<li><a href="#${idIn(page, name)}">${title}</a></li>
`,
  )}</ol></nav>`;
}
