/** A standard that a document names in passing has none of the references that its title, or the ids together, give to another one. */
import assert from 'node:assert/strict';
import { readIds } from '../../support/readIds.js';

describe('a standard named in passing', () => {
  const security = '27001 A.8.7, 27001 A.8.32, 27001 A.8.3';
  const rules = 'Malware is kept out (A.8.7), changes are approved (A.8.32), access is limited (A.8.3).';

  it('does not take the ids of a document that are those of another one', () => {
    assert.equal(readIds(`# Operations\n\n${rules} Our data scientists look at ISO 42001.\n`), security);
    assert.equal(
      readIds(
        `# Operations\n\nOur data scientists look at ISO 42001.\n\n${rules}\n`.replace(
          ', access is limited (A.8.3)',
          '',
        ),
      ),
      '27001 A.8.7, 27001 A.8.32',
    );
    assert.equal(readIds(`# Operations\n\n## Today\n\n${rules}\n\n## Later\n\nISO 42001 comes in 2028.\n`), security);
    assert.equal(
      readIds('# Betrieb\n\nSchadsoftware: A.8.7, Änderungen: A.8.32.\n\nISO 42001 ist für 2028 vorgesehen.\n'),
      '27001 A.8.7, 27001 A.8.32',
    );
    assert.equal(
      readIds('# Exploitation\n\nMaliciels : A.8.7. Changements : A.8.32. ISO 42001 est envisagé.\n'),
      '27001 A.8.7, 27001 A.8.32',
    );
  });

  it('does not take clauses and shared ids from the system or subject in the title', () => {
    const later = 'We want ISO/IEC 42001 by 2028.';
    assert.equal(
      readIds(`# Audits of the ISMS\n\nClause 9.2 and A.8.3 were audited.\n\n${later}\n`),
      '27001 9.2, 27001 A.8.3',
    );
    assert.equal(readIds(`# Privacy roles\n\nRoles follow clause 5.3.\n\n${later}\n`), '27701 5.3');
    assert.equal(readIds('# Revue du SMSI\n\nRevue : clause 9.3. L’année prochaine : ISO/IEC 42001.\n'), '27001 9.3');
    const text = '# Audits of the ISMS\n\nA.8.7 and A.1.2.6 were audited. A customer asks for ISO/IEC 27701.\n';
    assert.equal(readIds(text), '27001 A.8.7, 27701 A.1.2.6');
  });

  it('takes nothing from the system in the title where it is named for one reference only', () => {
    const text = (title: string, bot: string): string =>
      `# ${title}\n\n- A.5.18: done\n- Goals: clause 6.2\n- ${bot}\n`;
    const read = '27001 A.5.18, 27001 6.2, 42001 6.1.4';
    assert.equal(readIds(text('Monthly ISMS meeting', 'the bot needs an assessment (42001 6.1.4)')), read);
    assert.equal(readIds(text('Information security notes', 'For the bot ISO/IEC 42001 6.1.4 holds.')), read);
    assert.equal(readIds(text('Jour fixe ISMS', 'ISO/IEC 42001, 6.1.4 für den Bot')), read);
    const other = '42001 A.5.18 missing, 42001 6.2, 42001 6.1.4';
    assert.equal(readIds(text('Meeting on AI', 'the bot needs an assessment (42001 6.1.4)')), other);
    assert.equal(readIds(text('AIMS meeting', 'the bot needs an assessment (42001 6.1.4)')), other);
  });

  it('is passed over where it is planned and the document is about another one', () => {
    assert.equal(readIds('# Notes\n\nWe meet ISO 27001 and plan ISO 42001. Audits follow clause 9.2.\n'), '27001 9.2');
    assert.equal(readIds('# Notes (ISO 27001)\n\nISO 42001 is planned. Audits follow clause 9.2.\n'), '27001 9.2');
  });
});

describe('a standard that a document is about', () => {
  it('keeps wrong numbers, wherever it is named', () => {
    const wrong = '42001 A.8.7 missing, 42001 A.8.32 missing';
    const rules = 'Malware is kept out (A.8.7), changes are approved (A.8.32).';
    for (const text of [
      `# Operations (ISO/IEC 42001:2023)\n\n${rules}\n`,
      `---\nstandard: ISO/IEC 42001:2023\n---\n\n# Operations\n\n${rules} ISO 42001 is planned.\n`,
      `# Operations\n\nThis policy follows ISO/IEC 42001.\n\n${rules}\n`,
      `# Operations\n\n${rules}\n\nWe meet ISO/IEC 42001 with it.\n`,
      `# Operations\n\n${rules}\n\n## References\n\n- ISO/IEC 42001:2023\n`,
      `# Operations\n\nStandard: ISO/IEC 42001\n\n${rules}\n`,
      `# AI operations\n\nWe plan ISO/IEC 42001. ${rules}\n`,
      `# ISO/IEC 42001 project plan\n\n${rules}\n`,
    ])
      assert.equal(readIds(text), wrong, text);
  });

  it('keeps them beside one of its own, and numbers that only circulate as such', () => {
    const behind = 'Our data scientists look at ISO 42001.';
    assert.equal(
      readIds(`# Models\n\nGoals follow A.6.1.2, malware A.8.7. ${behind}\n`),
      '42001 A.6.1.2, 42001 A.8.7 missing',
    );
    assert.equal(readIds(`# Models\n\nReports follow A.6.8. ${behind}\n`), '42001 A.6.8 missing');
    assert.equal(readIds(`# Models\n\n${behind} Malware is kept out (A.8.7).\n`), '42001 A.8.7 missing');
  });

  it('keeps what stands right beside it, though it is planned', () => {
    assert.equal(
      readIds('# Manual of the ISMS\n\nAudits: clause 9.2. Next year our AI follows ISO 42001 A.5.2.\n'),
      '27001 9.2, 42001 A.5.2',
    );
  });
});
