import { expect, test } from 'vitest';
import { Markup, markup } from './markup.ts';

test('what is put into a template is escaped, for text and for attributes', () => {
  expect(markup`<p title="${`"><script>`}">${"a & b's"}</p>`.source).toBe(
    '<p title="&quot;&gt;&lt;script&gt;">a &amp; b&#39;s</p>',
  );
});

test('markup in markup stays markup; lists are joined; nothing is written for nothing', () => {
  const items = ['<', 1].map((item) => markup`<li>${item}</li>`);
  expect(markup`<ul>${items}${null}${undefined}${false}${new Markup('<!>')}</ul>`.source).toBe(
    '<ul><li>&lt;</li><li>1</li><!></ul>',
  );
});

test('what XML cannot hold is replaced', () => {
  expect(markup`${'a\u0000\u001b\ud800\uffff\u0085b\tc\n'}`.source).toBe(
    'a\ufffd\ufffd\ufffd\ufffd\ufffdb\tc\n',
  );
});
