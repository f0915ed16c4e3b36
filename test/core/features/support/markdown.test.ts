import assert from 'node:assert/strict';
import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { escapeMarkdown, markdownLink, shorten } from '../../../../server/src/core/features/support/markdown.js';
import { payloads } from '../../../security/support/poison.js';

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

  it('gives text alone to programs that read Markdown with HTML and its extensions, whatever it is', () => {
    const pieces = [
      ...[
        '**',
        '_',
        '`',
        '[',
        '](',
        '!',
        '<',
        '>',
        '\\',
        '~~',
        '|',
        '$(',
        '#',
        '- ',
        '1. ',
        '+ ',
        '---',
        '[a]: b',
        '[^1]',
      ],
      ...['<img src=x>', '&lt;', '&#60;', 'command:x', '://', 'http://a.b', '_www.a.b', 'a@b.c', 'mailto:a@b.c'],
      ...['\n', '\n\n', '    ', ' ', '"', 'x', 'A.5.15', '\u2028'],
    ];
    const anything = fc.oneof(
      fc.constantFrom(...payloads),
      fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 20 }),
    );
    const options = { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] };
    fc.assert(
      fc.property(anything, fc.constantFrom('', 'Owner: '), (text, before) => {
        const html = micromark(before + escapeMarkdown(text), options).replace(/^<p>|<\/p>$/g, '');
        assert.doesNotMatch(html, /<|\n./, JSON.stringify(text));
      }),
      { numRuns: 800 },
    );
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
