import { hash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BUILT_IN_CRITERIA, loadCriteria, parseCriteria } from './criteria.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const HEAD = 'formatVersion: 1\nkind: criteria\nname: own\ncriteria:\n';

function criterion(change: Record<string, string | null> = {}): string {
  const fields: Record<string, string | null> = {
    name: 'no-document-lost',
    metric: 'documents.lost',
    operator: '"=="',
    value: '0',
    minimumSamples: '1',
    level: 'error',
    title: '{ id: Tidak ada yang hilang, en: Nothing lost }',
    source: 'test',
    ...change,
  };
  const lines = Object.entries(fields).filter(([, value]) => value !== null);
  return lines.map(([key, value], i) => `${i === 0 ? '  - ' : '    '}${key}: ${value}\n`).join('');
}

function problemsOf(yaml: string): string {
  try {
    parseCriteria(yaml, 'own.yaml');
  } catch (error) {
    expect(error).toMatchObject({ code: 'CRITERIA_INVALID' });
    return (error as Error).message;
  }
  throw new Error('these criteria were accepted');
}

describe('criteria', () => {
  it.each(BUILT_IN_CRITERIA)('%s come with the toolkit, with a source for each', (name) => {
    const loaded = loadCriteria(name);
    expect(loaded.name).toBe(name);
    expect(loaded.sha256).toBe(hash('sha256', loaded.text));
    for (const { source, title } of loaded.criteria) {
      expect(source.length).toBeGreaterThan(10);
      expect(title.id).not.toBe(title.en);
    }
  });

  it('of a flow that confirms are those of its workload, and then those of confirmation', () => {
    const own = loadCriteria('round-2');
    const confirming = loadCriteria('round-2-confirm');
    expect(confirming.criteria.slice(0, own.criteria.length)).toEqual(own.criteria);
    expect(confirming.criteria.slice(own.criteria.length).map(({ name }) => name)).toEqual([
      'every-form-confirmed',
      'forms-read-at-first-look',
      'confirmations-p95',
    ]);
    expect(confirming.text).toContain(own.text.slice(own.text.indexOf('criteria:')).trimEnd());
  });

  it('are read from a file, whose bytes they are known by', () => {
    const path = join(temporaryFolder(), 'own.yaml');
    const text = `# a comment counts too\n${HEAD}${criterion()}`;
    writeFileSync(path, text);
    expect(loadCriteria(path)).toMatchObject({
      name: 'own',
      sha256: hash('sha256', text),
      text,
      criteria: [{ metric: 'documents.lost', operator: '==', value: 0 }],
    });
  });

  it('that do not exist are refused with the names of those that do', () => {
    expect(() => loadCriteria('round-3')).toThrow(/round-1, round-2, smoke/);
  });

  it.each<[string, Record<string, string | null>, RegExp]>([
    [
      'an unknown metric',
      { metric: 'documents.found' },
      /^own\.yaml:6:13 criteria\.0\.metric: unknown metric "documents\.found"; known: .*documents\.lost/,
    ],
    ['an unknown operator', { operator: '"=>"' }, /^own\.yaml:7:15 criteria\.0\.operator: .*"=="/],
    ['a value that is no number', { value: 'none' }, /^own\.yaml:8:12 criteria\.0\.value: /],
    ['a minimum of no samples', { minimumSamples: '0' }, /^own\.yaml:9:21 criteria\.0\.minimumSamples: /],
    ['a level that is none', { level: 'off' }, /^own\.yaml:10:12 criteria\.0\.level: /],
    ['a title in one language', { title: '{ id: x }' }, /^own\.yaml:11:12 criteria\.0\.title\.en: /],
    ['no source', { source: null }, /^own\.yaml:5:5 criteria\.0\.source: /],
    ['a field too many', { sourse: 'x' }, /criteria\.0: .*sourse/],
    ['nothing that could fail', { level: 'warn' }, /criteria: no criterion has level error/],
  ])('with %s are refused, saying where', (_, change, message) => {
    expect(problemsOf(HEAD + criterion(change))).toMatch(message);
  });

  it('with a name twice are refused', () => {
    expect(problemsOf(HEAD + criterion() + criterion())).toMatch(/criteria: two criteria have the same name/);
  });

  it('list every problem, one a line', () => {
    const problems = problemsOf(HEAD + criterion({ value: 'x', level: 'x' })).split('\n');
    expect(problems.map((line) => line.split(' ')[0])).toEqual(['own.yaml:8:12', 'own.yaml:10:12']);
  });

  it.each(['a: [', '', '- 1', HEAD])('that are no criteria are refused: %j', (yaml) => {
    expect(problemsOf(yaml)).toMatch(/^own\.yaml:\d+:\d+ /);
  });
});
