import assert from 'node:assert/strict';
import type { Finding } from '../../../server/src/core/rules/types.js';
import { allFindings, checkFix, checkRule } from '../../support/checkRules.js';
import { makeSnapshot } from '../../support/workspace.js';

const code = 'discussed-not-claimed';

describe(code, () => {
  it('finds the first citation of each control that is not tagged', () => {
    checkRule(
      code,
      `
      ---
      controls: [99001:A.5.2]
      ---
      # House

      Doors are locked (ISO/IEC 99001:2020 A.5.2), guests sign in (ISO/IEC 99001:2020 A.5.3).
                                                                                      ^^^^^ information: The text cites A.5.3 (Guests), but the document does not tag it, so it does not count as covered here. Add the tag if this text fulfils the control.

      Guests sign out (ISO/IEC 99001:2020 A.5.3).
    `,
    );
  });

  it('does not bother documents without tags', () => {
    checkRule(code, '# House\n\nGuests sign in (ISO/IEC 99001:2020 A.5.3).\n');
  });

  it('leaves clauses, ranges and standards out of scope alone', () => {
    checkRule(code, {
      'soa.yaml': 'standards:\n  99001: { edition: 2020 }\n',
      'policy.md':
        '---\ncontrols: [99001:A.5.2]\n---\n# House\n\nISO/IEC 99001:2020 clause 5.2, A.5.1 to A.5.4, ISO/IEC 99042:2023 A.7.2.\n',
    });
  });

  it('leaves controls alone for which the statement lists the document', () => {
    const text = '---\nid: P-1\ncontrols: [99001:A.5.2]\n---\n# House\n\nGuests sign in (ISO/IEC 99001:2020 A.5.3).\n';
    const found = (documents: string, path = 'policy.md') => {
      const soa = `standards: [99001:2020]\ncontrols:\n  99001:A.5.3: { applicable: yes, documents: [${documents}] }\n`;
      return allFindings(makeSnapshot({ 'soa.yaml': soa, [path]: text })).filter((one) => one.code === code).length;
    };
    assert.deepEqual([found('policy.md'), found('P-1'), found('other.md'), found('P-2')], [0, 0, 1, 1]);
  });

  it('adds the tag in the style of the list', () => {
    const body = '---\n# House\n\nGuests (ISO/IEC 99001:2020 A.5.3).\n';
    const check = (before: string, after: string) =>
      checkFix(code, 'Tag this document with A.5.3 (Guests)', `---\n${before}\n${body}`, `---\n${after}\n${body}`);
    check('controls: [99001:A.5.2]', 'controls: [99001:A.5.2, 99001:A.5.3]');
    check('controls: ["99001:A.5.2"]', 'controls: ["99001:A.5.2", "99001:A.5.3"]');
    check('controls:\n  - 99001:A.5.2\nowner: Porter', 'controls:\n  - 99001:A.5.2\n  - 99001:A.5.3\nowner: Porter');
  });

  it('says nothing of a control that is excluded, of another title beside it, or where "see" leads elsewhere', () => {
    const soa =
      'standards:\n  99001: { edition: 2020 }\ncontrols:\n  99001:A.5.3: { applicable: no, justification: none }\n';
    const text = (sentence: string) => `---\ncontrols: [99001:A.5.2]\n---\n# House\n\n${sentence}\n`;
    checkRule(code, { 'soa.yaml': soa, 'policy.md': text('We have no guests (ISO/IEC 99001:2020 A.5.3).') });
    checkRule(code, text('Guests are welcome (see A.5.3); ISO/IEC 99001:2020, siehe A.5.3.'));
    checkRule(code, text('ISO/IEC 99001:2020: see A.5.2 and A.5.3; siehe A.5.2, A.5.2 und A.5.3.'));
  });

  it('says nothing of what the text sets apart', () => {
    const sentences = [
      'Not to be confused with A.5.3 Guests.',
      'This must not be confused with guests (A.5.3).',
      'Nicht zu verwechseln mit A.5.2 oder A.5.3.',
      'À ne pas confondre avec les invités (A.5.3).',
      'No confundir con A.5.3.',
    ];
    for (const sentence of sentences) checkRule(code, policy(`ISO/IEC 99001:2020.\n\n${sentence}`));
  });

  it('says nothing of a change in the history of the document', () => {
    const table = '| Version | Date | Change |\n|---|---|---|\n| 2.1 | 2024-09-01 | Control A.5.3 removed |';
    checkRule(code, policy(`ISO/IEC 99001:2020.\n\n## Releases\n\n${table}`));
    checkRule(code, policy('ISO/IEC 99001:2020.\n\n## Änderungshistorie\n\n- 1.2: Verweis auf A.5.3 ergänzt'));
  });

  it('still speaks of a section on changes', () => {
    checkRule(
      code,
      `
      ---
      controls: [99001:A.5.2]
      ---
      # Haus (ISO/IEC 99001:2020)

      ## Änderungen an Systemen

      Gäste werden gefragt (A.5.3).
                            ^^^^^ information: The text cites A.5.3 (Guests), but the document does not tag it, so it does not count as covered here. Add the tag if this text fulfils the control.
    `,
    );
  });

  it('says once what a text with many such controls cites', () => {
    const cited = ['A.5.1', 'A.5.3', 'A.5.4', 'A.5.10', 'A.6.1', 'A.6.2'].map(
      (id) => `Told (ISO/IEC 99001:2020 ${id}).`,
    );
    const silenced = cited.map((line) => `<!-- clausemark-disable-next-line discussed-not-claimed -->\n${line}`);
    const found = (lines: readonly string[]): readonly Finding[] => {
      const findings = allFindings(makeSnapshot({ 'policy.md': policy(lines.join('\n\n')) }));
      return findings.filter((finding) => [code, 'unused-suppression'].includes(finding.code));
    };
    const [summary, ...others] = found(cited);
    assert.deepEqual(others, []);
    assert.match(summary!.message, /^The text cites 6 controls .*: 99001:A\.5\.1, .* and 1 more\. /);
    assert.equal(summary!.related?.length, 6);
    assert.equal(summary!.fixes?.length, 5);
    assert.equal(found([...silenced.slice(0, 1), ...cited.slice(1)]).length, 5, 'one is silenced');
    assert.deepEqual(found(silenced), [], 'each is silenced');
  });
});

function policy(body: string): string {
  return `---\ncontrols: [99001:A.5.2]\n---\n# House\n\n${body}\n`;
}
