/** A standard that a document names once, at a control, has none of its clauses where it says more of another one. */
import assert from 'node:assert/strict';
import { readIds } from '../../support/readIds.js';

const models = 'Model releases (ISO 42001 A.6.2.5) use the same process.';

describe('a standard named once, at a control', () => {
  it('leaves the clauses to the one of the fields or the label at the beginning', () => {
    const ids = '27001 A.8.32, 27001 7.2, 42001 A.6.2.5';
    const rest = `Nobody was trained (clause 7.2).\n\n${models}\n`;
    for (const head of [
      '| Requirement | ISO/IEC 27001:2022, A.8.32 |\n|---|---|',
      '| Feld | Inhalt |\n|---|---|\n| Norm | ISO/IEC 27001:2022 A.8.32 |',
      'Criteria: ISO/IEC 27001:2022, A.8.32',
      '- Exigence : ISO/IEC 27001:2022, A.8.32',
    ])
      assert.equal(readIds(`# Request\n\n${head}\n\n${rest}`), ids, head);
    assert.equal(
      readIds(`# Request\n\n| Requirement | ISO/IEC 27001:2022 A.8.32 |\n|---|---|\n\n## Cause\n\n${rest}`),
      ids,
    );
  });

  it('has the clauses that only it has', () => {
    const text = `# Request\n\nRequirement: ISO/IEC 27001:2022, A.8.32\n\nNo training (clause 7.2), no impact (clause 6.1.4).\n\n${models}\n`;
    assert.equal(readIds(text), '27001 A.8.32, 27001 7.2, 42001 6.1.4, 42001 A.6.2.5');
  });

  it('decides nothing beside another one of which as little is said', () => {
    const text = '# Notes\n\nLogs are kept (ISO 27001 A.8.15).\n\nThe audit is clause 9.2.\n\n';
    assert.equal(readIds(`${text}${models}\n`), '27001 A.8.15, ? 9.2, 42001 A.6.2.5');
  });
});

describe('a plan that follows a standard', () => {
  it('says what the document is about', () => {
    const row = '\n| Risk | Controls |\n|---|---|\n| Malware | A.8.7 |\n| Wrong forecast | ISO 42001 A.6.2.6 |\n';
    const ids = '27001 6.1.3 e, 27001 6.1.3 f, 27001 9.2, 27001 A.8.7, 42001 A.6.2.6';
    for (const [sentence, next] of [
      ['The plan meets ISO/IEC 27001, clause 6.1.3 e).', 'Risks are accepted (6.1.3 f). Audits follow clause 9.2.'],
      [
        'Der Plan erfüllt ISO/IEC 27001 Abschnitt 6.1.3 e).',
        'Annahme durch die Leitung (6.1.3 f). Audits: Kapitel 9.2.',
      ],
    ])
      assert.equal(readIds(`# Risks\n\n${sentence}\n\n${next}\n${row}`), ids, sentence);
  });
});
