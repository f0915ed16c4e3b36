import assert from 'node:assert/strict';
import { allRules, ruleOf } from '../../../server/src/core/rules/all.js';
import { documentRules } from '../../../server/src/core/rules/documentRules.js';
import { ruleCodes } from '../../../server/src/core/rules/ruleCodes.js';
import { checkDocument } from '../../../server/src/core/rules/run.js';
import { statementRules } from '../../../server/src/core/rules/statementRules.js';
import type { Rule } from '../../../server/src/core/rules/types.js';
import type { Settings } from '../../../server/src/core/settings.js';
import { checkFix, checkRule } from '../../support/checkRules.js';
import { makeSnapshot } from '../../support/workspace.js';

const unknown = 'See ISO/IEC 99001:2020 A.5.99.\n';

function findings(text: string, settings: Partial<Settings> = {}, rules?: readonly Rule[]) {
  const snapshot = makeSnapshot({ 'policy.md': text }, { settings });
  return checkDocument(snapshot.documents.get('policy.md')!, snapshot, rules).map(
    (finding) => `${finding.severity} ${finding.code}`,
  );
}

describe('rules', () => {
  it('have codes of words, each once', () => {
    const codes = allRules().map((rule) => rule.code);
    assert.equal(new Set(codes).size, codes.length);
    for (const code of codes) assert.match(code, /^[a-z]+(-[a-z]+)*$/);
    assert.equal(ruleOf('unknown-reference')?.code, 'unknown-reference');
    assert.equal(ruleOf('no-such-rule'), undefined);
  });

  it('are each in one list, and their codes in the list of codes', () => {
    const listed = [...documentRules, ...statementRules];
    assert.deepEqual(listed.map(({ code }) => code).sort(), [...ruleCodes].sort());
    assert.deepEqual(
      statementRules.filter((rule) => !rule.checkSystem || rule.checkDocument).map(({ code }) => code),
      [],
      'these look at documents',
    );
  });

  it('take their severity from the settings, then the place, then the rule', () => {
    assert.deepEqual(findings(unknown), ['error unknown-reference']);
    assert.deepEqual(findings(unknown, { severities: { 'unknown-reference': 'hint' } }), ['hint unknown-reference']);
    assert.deepEqual(findings(unknown, { severities: { 'unknown-reference': 'off' } }), []);
  });

  it('report in the order of the text', () => {
    const text = `---\nid: P-1\nstatus: Blue\ncontrols: [99001:A.5.2, 99001:A.5.2]\n---\n# A\n\n${unknown}`;
    const codes = findings(text);
    assert.ok(codes.indexOf('information invalid-field') < codes.indexOf('warning duplicate-tag'));
    assert.equal(codes.at(-1), 'error unknown-reference');
  });

  it('say so when one of them fails, and go on with the others', () => {
    const broken: Rule = {
      code: 'unknown-reference',
      defaultSeverity: 'error',
      title: 'broken',
      checkDocument() {
        throw new Error('boom');
      },
    };
    const others = allRules().filter((rule) => rule.code !== 'unknown-reference');
    assert.deepEqual(findings(`${unknown}`, {}, [broken, ...others]), ['information unknown-reference']);
  });
});

describe('suppressions', () => {
  it('silence a line, a file, or everything of a line', () => {
    assert.deepEqual(findings(`<!-- clausemark-disable-next-line unknown-reference -- old tool -->\n${unknown}`), []);
    assert.deepEqual(findings(`<!-- clausemark-disable-next-line -->\n${unknown}`), []);
    assert.deepEqual(findings(`${unknown}\n<!-- clausemark-disable-file unknown-reference -->\n`), []);
    assert.deepEqual(findings(`<!-- clausemark-disable-next-line duplicate-tag -->\n${unknown}`), [
      'hint unused-suppression',
      'error unknown-reference',
    ]);
  });

  it('work in front matter, too', () => {
    const text =
      '---\nid: P-1\n# clausemark-disable-next-line duplicate-tag\ncontrols: [99001:A.5.2, 99001:A.5.2]\n---\n# A\n';
    assert.ok(!findings(text).includes('warning duplicate-tag'));
  });

  it('are findings where they silence nothing', () => {
    checkRule(
      'unused-suppression',
      `
      <!-- clausemark-disable-next-line duplicate-tag -->
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint: This comment silences nothing. Remove it, so that the comments that are left can be trusted.
      See ISO/IEC 99001:2020 A.5.2.

      <!-- clausemark-disable-next-line unknown-reference no-such-rule -->
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint: There is no rule called no-such-rule.…
      See ISO/IEC 99001:2020 A.5.99.
    `,
    );
  });

  it('are not called unused while their rule is switched off', () => {
    const text = `<!-- clausemark-disable-next-line unknown-reference -->\n${unknown}`;
    assert.deepEqual(findings(text, { severities: { 'unknown-reference': 'off' } }), []);
  });

  it('can be removed', () => {
    checkFix(
      'unused-suppression',
      'Remove the comment',
      '<!-- clausemark-disable-next-line -->\nSee ISO/IEC 99001:2020 A.5.2.\n',
      'See ISO/IEC 99001:2020 A.5.2.\n',
    );
  });

  it('of one comment are judged together', () => {
    const text =
      '<!-- clausemark-disable unknown-reference duplicate-tag -->\n' +
      `${unknown}\n<!-- clausemark-enable duplicate-tag -->\n\ntext\n\n<!-- clausemark-enable unknown-reference -->\n`;
    assert.deepEqual(findings(text), ['hint unused-suppression']);
  });
});
