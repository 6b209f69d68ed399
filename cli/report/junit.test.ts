import { describe, expect, test } from 'vitest';
import type { ReportInput } from './input.ts';
import { reportJunit } from './junit.ts';
import { HOSTILE, hostileInput } from './testing/hostile-input.ts';
import { elementsNamed, parseXml, type XmlElement } from './testing/parse-xml.ts';
import { emptyInput, sampleInput } from './testing/sample-input.ts';

const parsed = (input: ReportInput) => parseXml(reportJunit(input, { lang: 'en' }));
const suite = (root: XmlElement, name: string) =>
  root.children.find((child) => child.attributes.name === name) as XmlElement;

describe.each([
  ['PASS', sampleInput('PASS')],
  ['FAIL', sampleInput('FAIL')],
  ['INVALID', sampleInput('INVALID')],
  ['nothing happened', emptyInput()],
  ['hostile strings', hostileInput()],
])('%s', (_, input) => {
  test('is well-formed and its counts are those of its elements', () => {
    const root = parsed(input);
    expect(root.name).toBe('testsuites');
    for (const element of [root, ...elementsNamed(root, 'testsuite')])
      for (const [attribute, name] of [
        ['tests', 'testcase'],
        ['failures', 'failure'],
        ['errors', 'error'],
        ['skipped', 'skipped'],
      ] as const)
        expect(element.attributes[attribute]).toBe(String(elementsNamed(element, name).length));
  });
});

test('hostile strings come out as they went in, but for what XML cannot hold', () => {
  const [validity] = elementsNamed(suite(parsed(hostileInput()), 'validity'), 'error');
  expect(validity?.attributes.message).toContain(`</td></script><img src=x onerror=alert(1)>"'&]]>`);
  expect(HOSTILE).toContain(']]>');
});

test('a pass has neither failures nor errors', () => {
  const input = sampleInput('PASS');
  input.verdict.criteria = input.verdict.criteria.filter(({ result }) => result === 'pass');
  expect(parsed(input).attributes).toMatchObject({ failures: '0', errors: '0' });
});

test('a run that is not valid has errors, also when no check says why', () => {
  expect(parsed(sampleInput('INVALID')).attributes.errors).toBe('1');
  const input = sampleInput('INVALID');
  input.verdict.validity = [];
  expect(parsed(input).attributes.errors).toBe('1');
});

test('a criterion without samples fails, one that only warns does not', () => {
  const criteria = suite(parsed(sampleInput('INCONCLUSIVE')), 'criteria');
  expect(elementsNamed(criteria, 'failure').map(({ attributes }) => attributes.type)).toEqual(['NO_SAMPLES']);
  const [warning] = criteria.children.filter(({ attributes }) => attributes.name?.startsWith('Throughput'));
  expect(warning?.children.map(({ name, text }) => [name, text.startsWith('warning')])).toEqual([
    ['system-out', true],
  ]);
});

test('a failure says what was expected and what was found', () => {
  const [failure] = elementsNamed(suite(parsed(sampleInput('FAIL')), 'criteria'), 'failure');
  expect(failure?.attributes.message).toBe('expected: = 100%, found: 99.7%');
  expect(failure?.text).toContain('expected: == 1 share\nfound: 0.996699 share\nsamples: 9088');
});

test('no criteria are a failure, not an empty success', () => {
  const criteria = suite(parsed(emptyInput()), 'criteria');
  expect(elementsNamed(criteria, 'failure').map(({ attributes }) => attributes.type)).toEqual([
    'NO_CRITERIA',
  ]);
});

test('each kecamatan short of documents fails with its findings', () => {
  const input = sampleInput('FAIL');
  const failures = elementsNamed(suite(parsed(input), 'documents'), 'failure');
  expect(failures).toHaveLength(
    input.audit.areas.kecamatan.filter(({ uploads }) => uploads.stored < uploads.planned).length,
  );
  const told = failures.flatMap(({ text }) => text.trim().split('\n'));
  expect(told).toHaveLength(input.audit.findings.length);
});
