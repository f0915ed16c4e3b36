/** Texts of the record in OSCAL: Markdown that shows them as they are, ids, and addresses. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { harmless } from '../../server/src/core/soa/render/exportInput.js';
import { distinctTokens, line, markup, markupLine, token, uriReference } from '../../server/src/exports/oscal/texts.js';
import { hostileTexts } from './support.js';

interface Part {
  readonly type: string;
  readonly markup: string;
  readonly content: string;
  readonly children: readonly Part[] | null;
}
const Markdown = createRequire(import.meta.url)('markdown-it') as new (
  options: object,
) => { parse(text: string, environment: object): Part[] };
const markdown = new Markdown({ html: true, linkify: false });

/** What a reader of the Markdown sees: only paragraphs, whose texts are these. Fails where there is anything else. */
function shown(source: string): string {
  const tokens = markdown.parse(source, {});
  const paragraphs = ['paragraph_open', 'inline', 'paragraph_close'];
  for (const { type, markup } of tokens) assert.ok(paragraphs.includes(type), `${type} ${markup} in ${source}`);
  return tokens
    .flatMap(({ children }) => children ?? [])
    .map(({ type, content }) => {
      assert.ok(type === 'text' || type === 'text_special' || type === 'softbreak', `${type} in ${source}`);
      return type === 'softbreak' ? ' ' : content;
    })
    .join('');
}

const words = (text: string) => text.replace(/\s+/g, '');

describe('markup and markupLine', () => {
  it('leave ordinary sentences as they are', () => {
    for (const text of [
      'Nineteen hospitals ask for our policies; R&D does not (see 5.1, file_name.md – “ok”).',
      'Art. 32 (1) b: 99.9 % per year, > 3 hours, +1, a - b, C# and C++, "quoted", 5 = 5!',
    ]) {
      assert.equal(markup(text), text);
      assert.equal(markupLine(text), text);
    }
  });

  it('escape what Markdown and OSCAL would read', () => {
    assert.equal(markupLine(' *a*\n<b> '), '\\*a\\* \\<b>');
    assert.equal(markup('# a\n\n1. b\n- c\n---\n> d'), '\\# a\n\n1\\. b\n\\- c\n\\---\n\\> d');
    assert.equal(
      markup('{{ insert: param, x }} H~2~O e^2^ &amp; _x_'),
      '\\{\\{ insert: param, x }} H\\~2\\~O e\\^2\\^ \\&amp; \\_x\\_',
    );
  });

  it('show every hostile text as it is written', () => {
    for (const text of hostileTexts.map(harmless)) {
      assert.equal(words(shown(markup(text))), words(text), JSON.stringify(text).slice(0, 40));
      assert.equal(words(shown(markupLine(text))), words(line(text)), JSON.stringify(text).slice(0, 40));
    }
  });

  it('show whatever can be made of the characters of Markdown as it is written', () => {
    const pieces = [
      ...'\\`*_{}[]()<>#+-.!|~^&;:/="\'1aé \n\t',
      '\n\n',
      '    ',
      '```',
      '&lt;',
      'https://a.b/',
      '](x)',
      '---',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }), (parts) => {
        const text = parts.join('');
        assert.equal(words(shown(markup(text))), words(text));
        assert.equal(words(shown(markupLine(text))), words(line(text)));
      }),
      { numRuns: 3000, seed: 20261122 },
    );
  });
});

describe('token and distinctTokens', () => {
  it('make ids that OSCAL takes', () => {
    assert.deepEqual(['A.5.15', '6.1.3 d', 'Head of IT (acting)', 'Müller & Söhne', '', '…'].map(token), [
      'A.5.15',
      '_6.1.3-d',
      'Head-of-IT-acting',
      'Müller-Söhne',
      '_',
      '_',
    ]);
  });

  it('tell texts apart that would get one id, by something that follows from the text alone', () => {
    const ids = distinctTokens(['C Lead', 'C++ Lead', 'C Lead', '🔒', '🔑', 'taken'], ['taken']);
    assert.equal(new Set(ids.values()).size, 5);
    assert.deepEqual([ids.get('C Lead'), ids.get('🔒')], ['C-Lead', '_']);
    assert.match(ids.get('C++ Lead')!, /^C-Lead-[0-9a-f]{8}$/);
    assert.match(ids.get('taken')!, /^taken-[0-9a-f]{8}$/);
    assert.equal(distinctTokens(['🔒', 'C Lead', 'C++ Lead']).get('C++ Lead'), ids.get('C++ Lead'));
  });
});

describe('uriReference', () => {
  it('encodes what RFC 3986 does not allow, and nothing else', () => {
    const cases: [string, string | null][] = [
      ['https://a.example/x?y=z&a=%20#part', 'https://a.example/x?y=z&a=%20#part'],
      ['https://müller.example/Prüfung 🔒', 'https://m%C3%BCller.example/Pr%C3%BCfung%20%F0%9F%94%92'],
      ['https://a.example/100%/[x]#a#b', 'https://a.example/100%25/%5Bx%5D#a%23b'],
      ['../policies/a%20b.md', '../policies/a%20b.md'],
      ['https://a.example:port/x', null],
      ['https://', null],
    ];
    for (const [address, expected] of cases) assert.equal(uriReference(address), expected, address);
  });
});
