import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Document, isMap, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { OperatorError } from '../../fixtures/operator-error.ts';
import { slug } from '../../fixtures/schema-fields.ts';
import { WORKLOAD_NAMES } from '../../scenarios/workloads/phase.ts';
import { METRICS } from './metrics.ts';
import { OPERATOR_NAMES } from './operators.ts';

const text = z.string().min(1);

export const criterionLevel = z
  .enum(['error', 'warn'])
  .describe('`warn` is reported and does not decide the verdict');

const criterionSchema = z.strictObject({
  name: slug.describe('Words of a-z and 0-9 joined by "-", unique in the file'),
  metric: z.enum([...METRICS.keys()], {
    error: ({ input }) =>
      typeof input === 'string'
        ? `unknown metric "${input}"; known: ${[...METRICS.keys()].join(', ')}`
        : 'expected the name of a metric',
  }),
  operator: z.enum(OPERATOR_NAMES).describe('How the metric must stand to `value`'),
  value: z.number().describe("In the metric's own unit: ms, s, a share of 0..1, or a count"),
  minimumSamples: z
    .int()
    .min(1)
    .describe('Fewer samples than this decide nothing; at least 1, as no samples are never a pass'),
  level: criterionLevel,
  title: z.strictObject({ id: text, en: text }).describe('Bahasa Indonesia and English'),
  source: text.describe('A citation, or `assumed: <why this value>`'),
});

export const criteriaSchema = z
  .strictObject({
    formatVersion: z.literal(1),
    kind: z.literal('criteria'),
    name: text,
    criteria: z
      .array(criterionSchema)
      .min(1)
      .refine(
        (list) => new Set(list.map(({ name }) => name)).size === list.length,
        'two criteria have the same name',
      )
      .refine(
        (list) => list.some(({ level }) => level === 'error'),
        'no criterion has level error, so nothing could fail',
      ),
  })
  .describe('Criteria (YAML) that a run is judged by, fixed before it starts.');

export type Criterion = z.infer<typeof criterionSchema>;

export interface LoadedCriteria {
  name: string;
  /** SHA-256 (hex) of the file's bytes; a run records it before it starts. */
  sha256: string;
  criteria: Criterion[];
  /** The file as it is, comments and all; of those for flows that confirm the two files as one. */
  text: string;
}

/** Of a workload whose flow confirms C.Hasil: the workload's own, and those of confirmation behind them. */
const CONFIRMING = WORKLOAD_NAMES.filter((name) => name !== 'breakpoint').map(
  (name) => `${name}-confirm` as const,
);

/** The criteria that come with the toolkit. */
export const BUILT_IN_CRITERIA = [
  ...WORKLOAD_NAMES,
  'login',
  'readers',
  'ppk',
  'breakpoint-without-documents',
  ...CONFIRMING,
] as const;

/**
 * @param nameOrFile one of {@link BUILT_IN_CRITERIA} or the path of a YAML file
 * @throws OperatorError CRITERIA_INVALID, naming file, line, column and field of everything that is wrong
 */
export function loadCriteria(nameOrFile: string): LoadedCriteria {
  const builtIn = (BUILT_IN_CRITERIA as readonly string[]).includes(nameOrFile);
  const shown = builtIn ? `${nameOrFile}.yaml` : nameOrFile;
  let yaml: string;
  try {
    yaml = builtIn ? builtInText(nameOrFile) : readFileSync(nameOrFile, 'utf8');
  } catch (cause) {
    throw new OperatorError(
      'CRITERIA_INVALID',
      `There are no criteria ${nameOrFile}: it is neither ${BUILT_IN_CRITERIA.join(', ')} nor a file that can be read.`,
      'Name one of these or give the path of a YAML file.',
      { cause },
    );
  }
  return parseCriteria(yaml, shown);
}

/**
 * @param shown how error messages call the file
 * @throws OperatorError CRITERIA_INVALID
 */
export function parseCriteria(yaml: string, shown: string): LoadedCriteria {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  const problems = document.errors.map(({ pos, message }) => {
    const { line, col } = lines.linePos(pos[0]);
    return `${shown}:${line}:${col} ${message.split('\n')[0]}`;
  });
  if (problems.length > 0) throw invalid(problems);
  const parsed = criteriaSchema.safeParse(document.toJS());
  if (!parsed.success) {
    throw invalid(
      parsed.error.issues.map((issue) => {
        const { line, col } = lines.linePos(offsetOf(document, issue.path));
        return `${shown}:${line}:${col} ${issue.path.join('.') || basename(shown)}: ${issue.message}`;
      }),
    );
  }
  const { name, criteria } = parsed.data;
  return { name, criteria, sha256: hash('sha256', yaml), text: yaml };
}

/** The text of criteria that come with the toolkit; of those for flows that confirm the two files as one. */
function builtInText(name: string): string {
  const file = (base: string) => readFileSync(builtInPath(base), 'utf8');
  if (!(CONFIRMING as readonly string[]).includes(name)) return file(name);
  const [, ...confirming] = file('confirm').split(/^criteria:\n/m);
  const base = file(name.slice(0, -'-confirm'.length)).replace(/^name: .*$/m, `name: ${name}`);
  return `${base.trimEnd()}\n\n${confirming.join('')}`;
}

function builtInPath(name: string): string {
  return fileURLToPath(new URL(`../criteria/${name}.yaml`, import.meta.url));
}

function invalid(problems: string[]): OperatorError {
  return new OperatorError(
    'CRITERIA_INVALID',
    problems.join('\n'),
    `Correct the criteria; ${builtInPath('round-1')} shows the form.`,
  );
}

/** Where the value at `path` stands, or, for a field that is missing, the map it is missing from. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as
      | { range?: [number, number, number] }
      | undefined;
    if (node?.range) return node.range[0];
  }
  return isMap(document.contents) ? (document.contents.range?.[0] ?? 0) : 0;
}
