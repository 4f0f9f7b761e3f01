/** Markdown becomes blocks: safe ones, the same ones while the text grows, and in the end the very blocks of the whole. */

import assert from 'node:assert/strict';
import test from 'node:test';

import { blocksOf, closeOpenMarks, GrowingText } from '../../static/js/chat/markdown.js';

const html = (text) => blocksOf(text).map((block) => block.html).join('');

const LONG = [
  '# A plan\n\n', 'First, a **bold *nested* word** and `code`.\n\n', '- one\n- two\n  - deep\n\n1. a\n2. b\n\n',
  '```js\nconst a = "**not bold**";\n```\n\n', '> quoted\n> twice\n\n', '| a | b |\n|---|---|\n| 1 | 2 |\n\n',
  'A [link](https://example.org/a_b) and 2 * 3.\n\n', 'The end\n---\n\nReally, *the end*.\n',
].join('');

for (const [name, text, shown] of [
  ['script', '<script>alert(1)</script>', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n'],
  ['inline html', 'a <b onclick="x()">b</b>', '<p>a &lt;b onclick=&quot;x()&quot;&gt;b&lt;/b&gt;</p>\n'],
  ['image', '![a cat](https://example.org/cat.png)', '<p>a cat</p>\n'],
  ['script link', '[go](javascript:alert(1))', '<p>go</p>\n'],
  ['data link', '[go](data:text/html;base64,x)', '<p>go</p>\n'],
  ['relative link', '[go](/accounts/logout/)', '<p>go</p>\n'],
  ['code', '```html\n<b>\n```', '<pre tabindex="0"><code>&lt;b&gt;\n</code></pre>\n'],
  ['quote in a link', '[go](https://a.b/"onclick="x)', '<p><a href="https://a.b/&quot;onclick=&quot;x" rel="noopener nofollow ugc" target="_blank">go</a></p>\n'],
]) {
  test(`harmless: ${name}`, () => assert.equal(html(text), shown));
}

test('headings go below the page\'s own', () => assert.equal(html('# A\n\n##### B'), '<h3>A</h3>\n<h6>B</h6>\n'));

for (const [text, shown] of [
  ['a **bo', 'a **bo**'], ['a **', 'a '], ['a *it', 'a *it*'], ['a `co', 'a `co`'], ['a ~~no', 'a ~~no~~'],
  ['**a *b', '**a *b***'], ['2 * 3', '2 * 3'], ['a\n-', 'a\n'], ['a\n- ', 'a\n'], ['a\n- **b', 'a\n- **b**'],
  ['a\n2', 'a\n'], ['[here](https://a', 'here'], ['```\n**x', '```\n**x'], ['**done** x', '**done** x'],
]) {
  test(`for display, ${JSON.stringify(text)} becomes ${JSON.stringify(shown)}`, () => assert.equal(closeOpenMarks(text), shown));
}

for (const size of [1, 3, 7, 40]) {
  test(`a text that grows by ${size} ends as the blocks of the whole`, () => {
    const growing = new GrowingText();
    let last;
    for (let end = size; end < LONG.length + size; end += size) last = growing.grow(LONG.slice(0, end));
    assert.deepEqual(last, blocksOf(LONG));
  });
}

test('the first block stays the same object while others arrive', () => {
  const growing = new GrowingText();
  const [first] = growing.grow('One.\n\nTwo');
  for (let end = 1; end < LONG.length; end += 5) {
    assert.equal(growing.grow(`One.\n\nTwo\n\n${LONG.slice(0, end)}`)[0], first);
  }
});

test('Windows line ends change nothing', () => {
  const growing = new GrowingText();
  growing.grow('One.\r\n\r\nTwo.\r\n\r\nThree.\r\n\r\nFour.');
  assert.deepEqual(growing.grow('One.\r\n\r\nTwo.\r\n\r\nThree.\r\n\r\nFour. Five'), blocksOf('One.\n\nTwo.\n\nThree.\n\nFour. Five'));
});

test('a reference link defined at the end works in the whole', () => {
  assert.match(html('See [it][1].\n\n[1]: https://example.org\n'), /href="https:\/\/example\.org"/);
});
