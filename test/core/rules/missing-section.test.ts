import assert from 'node:assert/strict';
import { defaultSettings } from '../../../server/src/core/settings.js';
import { readDocumentTypes } from '../../../server/src/workspace/documentTypeSettings.js';
import { checkFix, checkRule, fixTitles } from '../../support/checkRules.js';

const front = (type: string, more = '') => `---\nid: POL-1\nowner: X\nversion: "1"\n${type}${more}---\n`;

/** The settings with a description of one type. */
function withType(documentTypes: Record<string, unknown>) {
  const reader = { problem: (name: string) => assert.fail(name), fieldNamed: () => undefined };
  return { settings: { documentTypes: readDocumentTypes(documentTypes, defaultSettings.documentTypes, reader) } };
}

describe('missing-section', () => {
  it('names the sections that a policy must have', () => {
    checkRule(
      'missing-section',
      `---
id: POL-1
owner: X
type: policy
      ^^^^^^ information: A policy has a section “Purpose” or “Scope”, and this one has none, under that or a like heading.…
---
# Access

## Rules

## Review
`,
    );
  });

  it('takes other words, numbers, both in one, and a text above the first section', () => {
    for (const body of [
      '# A\n\n## 1. Purpose and scope\n\n## 2. Rules\n',
      '# A\n\n## Zweck\n\n## 2 Geltungsbereich\n',
      '# A\n\nThis policy says who may reach which information, and it holds for everybody who works here.\n\n## Rules\n',
      '# A\n\n## Our promise\n\nWe mean it. This is the one\npolicy of the house.\n\n## Rules\n',
      '## Why\n\n### Who it applies to\n',
    ]) {
      checkRule('missing-section', `${front('type: Policy\n')}${body}`);
    }
  });

  it('does not take a table of fields for such a text, nor the title for a section', () => {
    const body =
      '# Purpose of scope\n\n| Owner | X |\n|---|---|\n| Version | 1, and more words to make it long enough |\n\n## Rules\n';
    assert.equal(fixTitles('missing-section', `${front('type: policy\n')}${body}`).length, 3);
  });

  it('says nothing without a type, of an unknown one, of retired documents, notes and texts without sections', () => {
    for (const text of [
      `${front('')}# A\n\n## Rules\n`,
      `${front('type: leaflet\n')}# A\n\n## Rules\n`,
      `${front('type: policy\n', 'status: retired\n')}# A\n\n## Rules\n`,
      `${front('type: record\n')}# A\n\n## Rules\n`,
      '---\ntype: policy\n---\n# A\n\n## Rules\n',
      `${front('type: policy\n')}# A\n\nText.\n`,
    ]) {
      checkRule('missing-section', text);
    }
  });

  it('inserts one or all where the outline has them, and is then content', () => {
    const text = `${front('type: policy\n')}# A\n\n## Scope\n\nAll.\n\n### Not\n\nNone.\n\n## Rules\n\nText.`;
    const settings = withType({ policy: { sections: ['Purpose', 'Scope', 'Roles', 'Rules?', 'Sources', 'Words'] } });
    assert.deepEqual(fixTitles('missing-section', text, settings), [
      'Insert all 4 missing sections',
      'Insert the section “Purpose”',
      'Insert the section “Roles”',
      'Insert the section “Sources”',
      'Insert the section “Words”',
    ]);
    const all =
      `${front('type: policy\n')}# A\n\n## Purpose\n\n<!-- Why this document exists, in a sentence or two. -->\n\n## Scope\n\nAll.\n\n### Not\n\nNone.\n\n` +
      '## Roles\n\n## Rules\n\nText.\n\n## Sources\n\n## Words\n';
    checkFix('missing-section', 'Insert all', text, all, settings);
    checkRule('missing-section', all, settings);
    checkFix('missing-section', 'Insert the section “Words”', text, `${text}\n\n## Words\n`, settings);
  });

  it('keeps line ends, the level of the sections and an empty front', () => {
    const text = `${front('type: policy\n')}## Rules\n\nText.\n\n## Scope\n\nAll.\n`.replaceAll('\n', '\r\n');
    const fixed = text.replace(
      '---\r\n## Rules',
      '---\r\n\r\n## Purpose\r\n\r\n<!-- Why this document exists, in a sentence or two. -->\r\n## Rules',
    );
    checkFix('missing-section', 'Insert the section “Purpose”', text, fixed);
  });

  describe('of a document that records its template', () => {
    const settings = withType({
      policy: {
        sections: ['Purpose', 'Scope', { title: 'Data protection', since: 2 }, { title: 'Records', since: 3 }],
      },
    });
    const body = '# A\n\n## Purpose\n\nText.\n\n## Scope\n\nAll.\n';
    const policy = (record: string, sections = body) => `${front('type: policy\n', record)}${sections}`;

    it('says what came with a later version, in words of its own', () => {
      checkRule(
        'missing-section',
        `---
id: POL-1
owner: X
type: policy
template: policy@1
          ^^^^^^^^ information: This document was made from version 1 of the template “policy”. Version 3 asks for the sections “Data protection” and “Records” as well.…
---
${body}`,
        settings,
      );
    });

    it('inserts all that is new and notes the version, in quotes where those stand, and is then content', () => {
      const insert = 'Insert the missing sections “Data protection” and “Records” and note version 3 of the template';
      const text = policy('template: "Policy @ 1"\n');
      assert.deepEqual(fixTitles('missing-section', text, settings), [insert]);
      const done =
        policy('template: "policy@3"\n') +
        '\n## Data protection\n\n## Records\n\n<!-- What shows that it was done, where that is kept and for how long. -->\n';
      checkFix('missing-section', insert, text, done, settings);
      checkRule('missing-section', done, settings);
    });

    it('asks for the rest as ever', () => {
      const text = policy('template: policy@2\n', '# A\n\n## Scope\n\n## Rules\n');
      assert.deepEqual(fixTitles('missing-section', text, settings), [
        'Insert all 2 missing sections',
        'Insert the section “Purpose”',
        'Insert the section “Data protection”',
        'Insert the missing section “Records” and note version 3 of the template',
      ]);
    });

    it('says nothing of a later version that asks for nothing more, and takes other values for no record', () => {
      const optional = withType({
        policy: { version: 4, sections: ['Purpose', 'Scope', { title: 'X', since: 4, required: false }] },
      });
      checkRule('missing-section', policy('template: policy@1\n'), optional);
      const later = policy('template: policy@9\n');
      assert.equal(fixTitles('missing-section', later, settings).length, 3);
      for (const other of ['procedure@1', 'page.html', 'leaflet@1', '', 'policy@x', '[policy@1]']) {
        assert.equal(fixTitles('missing-section', policy(`template: ${other}\n`), settings).length, 3, other);
      }
    });
  });

  it('says nothing in a language whose headings it does not know, unless they are those of your own outline', () => {
    const polish =
      '# Dostęp\n\n## Cel\n\nCelem jest ochrona informacji.\n\n## Zakres\n\nPolityka obejmuje wszystkie systemy oraz osoby.\n';
    checkRule('missing-section', `${front('type: policy\n')}${polish}`);
    checkRule(
      'missing-section',
      `${front('type: policy\n')}# 方針\n\n## 目的\n\n情報を保護する。\n\n## 適用範囲\n\n全社員。\n`,
    );
    const own = withType({ policy: { sections: ['Cel', 'Wyjątki'] } });
    assert.deepEqual(fixTitles('missing-section', `${front('type: policy\n')}${polish}`, own), [
      'Insert the section “Wyjątki”',
    ]);
  });
});
