import assert from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { lookedAt, looksLikePolicy } from '../../client/src/documents/policyText.js';

describe('Whether a text is a policy', () => {
  for (const [why, text] of Object.entries({
    'tags in front matter': '---\ntitle: A\ncontrols: [27001:A.5.15]\n---\n',
    'document control': '\uFEFF---\r\ntitle: A\r\nnext_review: 2027-01-01\r\n---\r\nText',
    'a section comment': '# A\n<!-- controls: A.5.15 -->\n',
    'a named standard': 'We follow ISO/IEC 27001.',
    'a tag in the text': 'See 42001:A.6.2.8.',
    'Annex A': 'All of Annex A applies.',
  })) {
    it(`yes, for ${why}`, () => assert.equal(looksLikePolicy(text), true));
  }

  for (const [why, text] of Object.entries({
    'a blog post': '---\ntitle: A\ndate: 2026-01-01\ntags: [a]\n---\nText about controls: many.\n',
    'a readme': '# Tool\n\nVersion A.5, see http://localhost:27001/A.5\n',
    'an empty file': '',
    'front matter that is never closed': '---\ntitle: A\n',
  })) {
    it(`no, for ${why}`, () => assert.equal(looksLikePolicy(text), false));
  }

  it('looks at the beginning only', () => {
    assert.equal(looksLikePolicy(`${'x'.repeat(lookedAt)} ISO 27001`), false);
  });

  it('finds every document of the example', () => {
    for (const folder of ['policies', 'procedures', 'plans', 'records']) {
      const url = new URL(`../../examples/lindenhof/${folder}/`, import.meta.url);
      for (const name of readdirSync(url)) assert.ok(looksLikePolicy(readFileSync(new URL(name, url), 'utf8')), name);
    }
  });
});
