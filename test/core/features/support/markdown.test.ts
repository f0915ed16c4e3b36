import assert from 'node:assert/strict';
import { escapeMarkdown, markdownLink, shorten } from '../../../../server/src/core/features/support/markdown.js';

describe('escapeMarkdown', () => {
  it('makes text of everything that Markdown would act on', () => {
    assert.equal(escapeMarkdown('**bold** _it_ `code`'), '\\*\\*bold\\*\\* \\_it\\_ \\`code\\`');
    assert.equal(escapeMarkdown('[x](command:evil)'), '\\[x\\](command:evil)');
    assert.equal(escapeMarkdown('<img src=x onerror=alert(1)>'), '\\<img src=x onerror=alert(1)\\>');
    assert.equal(escapeMarkdown('&lt;script&gt;'), '&amp;lt;script&amp;gt;');
    assert.equal(escapeMarkdown('$(trash)'), '\\$(trash)');
    assert.equal(
      escapeMarkdown('https://evil.example www.evil.example me@evil.example'),
      'https\\://evil.example www\\.evil.example me\\@evil.example',
    );
  });

  it('keeps one line one line, and its beginning harmless', () => {
    assert.equal(escapeMarkdown('a\n\n# b'), 'a # b');
    assert.equal(escapeMarkdown('# b'), '\\# b');
    assert.equal(escapeMarkdown('- b'), '\\- b');
    assert.equal(escapeMarkdown('1. b'), '1\\. b');
  });

  it('leaves ids and titles readable', () => {
    assert.equal(escapeMarkdown('A.5.15 Access control (ICT)'), 'A.5.15 Access control (ICT)');
  });
});

describe('markdownLink', () => {
  it('cannot be left through its target', () => {
    assert.equal(markdownLink('a', 'file:///x>)[y](z'), '[a](<file:///x%3E)[y](z>)');
    assert.equal(markdownLink('a', null), 'a');
  });
});

describe('shorten', () => {
  it('ends at a word', () => {
    assert.equal(shorten('one two three', 100), 'one two three');
    assert.equal(shorten('one two three four', 12), 'one two…');
  });
});
