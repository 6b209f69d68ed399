import { expect, test } from 'vitest';
import { parseXml } from './parse-xml.ts';

test.each([
  ['an open element', '<a><b></a>'],
  ['two roots', '<a/><b/>'],
  ['a bare ampersand', '<a>b & c</a>'],
  ['a bare less-than', '<a b="<"/>'],
  ['a quote in an attribute', '<a b="""/>'],
  ['an attribute twice', '<a b="1" b="2"/>'],
  ['an unknown reference', '<a>&nbsp;</a>'],
  ['a control character', '<a>\u0000</a>'],
  ['half a character', '<a>\ud800</a>'],
])('refuses %s', (_, source) => expect(() => parseXml(source)).toThrow());

test('resolves what was escaped', () => {
  expect(parseXml('<a b="&lt;&quot;">&amp;<c/>&#39;</a>')).toMatchObject({
    attributes: { b: '<"' },
    text: "&'",
    children: [{ name: 'c' }],
  });
});
