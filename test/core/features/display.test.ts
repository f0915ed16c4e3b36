import assert from 'node:assert/strict';
import * as check from '../../support/checkFeatures.js';
import { catalogOfProject } from '../../support/realCatalog.js';
import type { Files, WorkspaceOptions } from '../../support/workspace.js';

const catalog = await catalogOfProject();
const lensesIn = (files: Files, path: string, options: WorkspaceOptions = {}) =>
  check.lensesIn(files, path, { catalog, ...options });
const tokensIn = (files: check.Marked) => check.tokensIn(files, { catalog });
const withHints = (text: string) => check.withHints(text, { catalog });
const foldsIn = (text: string, path?: string) => check.foldsIn(text, path, { catalog });
const selectionsAt = (text: string) => check.selectionsAt(text, { catalog });

const soa = `
  standards:
    27001: { edition: 2022 }
  controls:
    27001:A.5.15: { applicable: true, status: implemented }
    27001:A.7.4:
      applicable: false
      justification: No premises
    27001:A.8.8: { applicable: true }
`;

describe('Lenses', () => {
  it('say above a document and its sections what they cover', () => {
    const policy = `
      ---
      title: Access
      status: approved
      controls: [27001:A.5.15, 27001:A.5.16]
      clauses: [27001:5.2]
      ---
      # Access

      ## Leavers
      <!-- controls: 27001:A.5.18 -->
      Nothing else. See A.8.8.
    `;
    assert.deepEqual(lensesIn({ 'policy.md': policy, 'soa.yaml': soa }, 'policy.md'), [
      '1: Covers 3 controls and 1 clause [1]',
      '9: Covers A.5.18 Access rights',
    ]);
  });

  it('count what coverage counts: no groups, general texts or guidance, and no numbers of another edition', () => {
    const scoped =
      'standards:\n  27701: { edition: 2025, roles: [controller, processor] }\n  42001: { edition: 2023 }\n';
    const policy = '---\ncontrols: [42001:A.4, 27701:A.1.2.4, 27701:A.3.1, 27701:B.1.2.2, 27701:A.7.2.8]\n---\n';
    const only = policy.replace('27701:A.1.2.4, ', '');
    const lens = (text: string) => lensesIn({ 'policy.md': text, 'soa.yaml': scoped }, 'policy.md');
    assert.deepEqual(lens(policy), ['1: Covers 1 control']);
    assert.match(lens(only)[0]!, /Covers nothing/);
  });

  it('say what is not in force, and what is overdue since when', () => {
    const policy = (fields: string) => `---\n${fields}\ncontrols: [27001:A.5.15]\n---\n`;
    const lens = (fields: string) =>
      lensesIn({ 'policy.md': policy(fields), 'soa.yaml': soa }, 'policy.md', { today: '2026-11-21' })[0];
    assert.match(lens('status: draft') ?? '', /Covers 1 control · a draft, not in force yet/);
    assert.match(lens('status: approved\nnext_review: 2026-01-31') ?? '', /overdue for review since 2026-01-31/);
    assert.equal(lens('status: approved\nnext_review: 2027-01-31'), '1: Covers 1 control [1]');
  });

  it('lead from a section to the decisions on its controls, and say whose evidence is out of date', () => {
    const policy = '# Access\n\n## Leavers\n<!-- controls: 27001:A.5.15, 27001:A.5.18, 27001:A.8.8 -->\n';
    const decided = (date: string) => `
      standards:
        27001: { edition: 2022 }
      controls:
        27001:A.5.15: { applicable: true, evidence: [{ file: list.pdf, date: ${date} }] }
        27001:A.5.18: { applicable: true, evidence: [{ note: yearly, valid-until: 2026-12-31 }] }
    `;
    const lens = (date: string) =>
      lensesIn({ 'policy.md': policy, 'soa.yaml': decided(date) }, 'policy.md', { today: '2026-11-21' }).at(-1);
    const covers =
      '3: Covers A.5.15 Access control, A.5.18 Access rights and A.8.8 Management of technical vulnerabilities';
    assert.equal(lens('2026-06-30'), `${covers} [2]`);
    assert.equal(lens('2024-06-30'), `${covers} · evidence out of date: A.5.15 [2]`);
  });

  it('are not above documents without tags', () => {
    assert.deepEqual(lensesIn({ 'policy.md': '# Access (ISO/IEC 27001:2022 A.5.15)\n' }, 'policy.md'), []);
  });

  it('say above each decision who covers the control', () => {
    const files = {
      'soa.yaml': soa,
      'a.md': '---\nid: P-1\ntitle: Access\nstatus: approved\ncontrols: [27001:A.5.15]\n---\n',
      'b.md': '---\ntitle: Leavers\nstatus: draft\ncontrols: [27001:A.5.15, 27001:A.5.15]\n---\n',
    };
    assert.deepEqual(lensesIn(files, 'soa.yaml'), [
      '4: 2 documents: P-1 Access, Leavers (draft) [3]',
      '5: No document claims it',
      '8: No document claims it',
    ]);
  });
});

describe('Titles after ids', () => {
  it('stand behind bare ids only, once in a section', () => {
    const shown = withHints('# ISO/IEC 27001:2022\n\nA.8.8 and A.8.8, A.5.15 (Access control), clause 9.2.\n');
    assert.equal(
      shown,
      '# ISO/IEC 27001:2022\n\nA.8.8‹Management of technical vulnerabilities› and A.8.8, A.5.15 (Access control), clause 9.2‹Internal audit›.\n',
    );
  });

  it('leave tables, unknown ids and ranges alone', () => {
    const text = '# ISO/IEC 27001:2022\n\n| Control |\n| --- |\n| A.8.8 |\n\nA.8.99 and A.5.1 to A.5.4.\n';
    assert.equal(withHints(text), text);
  });
});

describe('Colours of references', () => {
  it('tell what a reference is and how it stands', () => {
    const policy = `
      ---
      controls: [27001:A.5.15]
      ---
      # Access

      ISO/IEC 27001:2022 A.5.15, A.7.4, A.8.8, A.8.99, clause 9.2, GDPR Art. 32.

      ISO/IEC 27001:2013 A.12.6.1

      ISO 22301 clause 8.4
    `;
    assert.deepEqual(tokensIn({ 'policy.md': policy, 'soa.yaml': soa }), [
      'A.5.15 control',
      'A.5.15 control',
      'A.7.4 control excluded',
      'A.8.8 control uncovered',
      'A.8.99 control unknown',
      'clause 9.2 clause',
      'Art. 32 article',
      'A.12.6.1 control superseded',
      'clause 8.4 control external',
    ]);
  });
});

describe('Folding', () => {
  it('folds front matter and sections, without blank lines at their end', () => {
    const text = '---\ntitle: A\n---\n# One\ntext\n## Two\r\ntext\n\n\n# Three\n';
    assert.deepEqual(foldsIn(text), ['1-3', '4-7', '6-7']);
  });

  it('folds decisions, and groups below a comment', () => {
    const text =
      'standards:\n  27001: {}\ncontrols:\n  # A.5 Organizational\n  27001:A.5.1:\n    applicable: true\n  27001:A.5.2:\n    applicable: true\n\n  # A.6 People\n  27001:A.6.1:\n    applicable: true\n';
    assert.deepEqual(foldsIn(text, 'soa.yaml'), ['1-2', '3-12', '4-8', '5-6', '7-8', '10-12', '11-12']);
  });
});

describe('Expanding the selection', () => {
  it('goes from the id over its title and the section to all', () => {
    const steps = selectionsAt(
      '# ISO/IEC 27001:2022\n\n## Patches\nA.8$0.8 (Management of technical vulnerabilities).\n',
    );
    assert.deepEqual(steps.slice(0, 3), [
      'A.8.8',
      'A.8.8 (Management of technical vulnerabilities',
      '## Patches\nA.8.8 (Management of technical vulnerabilities).\n',
    ]);
    assert.equal(steps.length, 4);
  });
});
