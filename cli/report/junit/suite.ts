import { type Markup, markup } from '../html/markup.ts';
import type { ReportInput } from '../input.ts';

interface TestCase {
  name: string;
  /** null: passed. */
  problem: { kind: 'failure' | 'error' | 'skipped'; type: string; message: string; details: string } | null;
  /** Said of a test case whatever its outcome. */
  output?: string;
}

export interface TestSuite {
  name: string;
  cases: TestCase[];
}

/** A suite as JUnit's XML; the run it belongs to stands in its properties. */
export function suiteElement(
  { name, cases }: TestSuite,
  { run, verdict }: ReportInput,
  word: string,
): Markup {
  const count = (kind: string) => cases.filter(({ problem }) => problem?.kind === kind).length;
  const properties: [string, string][] = [
    ['run', run.runId],
    ['verdict', verdict.verdict],
    ['verdict.word', word],
    ['exercise', String(verdict.exercise)],
    ['target', run.target.url],
    ['plan.sha256', run.plan.sha256],
    ['criteria.sha256', verdict.criteriaSha256],
  ];
  const stamp = run.startedAt.replace(/(\.\d+)?Z$/, '');
  return markup`
  <testsuite name="${name}" tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}" time="0" timestamp="${stamp}">
    <properties>${properties.map(
      ([key, value]) => markup`
      <property name="${key}" value="${value}"/>`,
    )}
    </properties>${cases.map((each) => caseElement(name, each))}
  </testsuite>`;
}

function caseElement(suite: string, { name, problem, output }: TestCase): Markup {
  return markup`
    <testcase classname="${`uji-beban.${suite}`}" name="${name}" time="0">${problem && problemElement(problem)}${
      output &&
      markup`
      <system-out>${output}</system-out>`
    }
    </testcase>`;
}

function problemElement({ kind, type, message, details }: NonNullable<TestCase['problem']>): Markup {
  switch (kind) {
    case 'skipped':
      return markup`
      <skipped message="${message}"/>`;
    case 'error':
      return markup`
      <error type="${type}" message="${message}">${details}</error>`;
    case 'failure':
      return markup`
      <failure type="${type}" message="${message}">${details}</failure>`;
  }
}
