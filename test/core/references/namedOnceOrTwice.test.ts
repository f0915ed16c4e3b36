/** Where several standards are named: at single ids, in front matter and preface, of a sentence before, or each of them alike. */
import assert from 'node:assert/strict';
import { readIds } from '../../support/readIds.js';

describe('a standard that is named at an id of a row', () => {
  const rows = '# Triage\n\n| Type | Controls |\n|---|---|\n| Security | ISO 27001: A.5.26 |\n\n';

  it('may have the controls below, where no other is named but at single references', () => {
    const text = `${rows}Reset secrets (A.5.17) and logins (A.8.5).\n\nUpdate the impact assessment (42001 8.4).\n`;
    assert.equal(readIds(text), '27001 A.5.26, 27001 A.5.17, 27001 A.8.5, 42001 8.4');
    const full = `${rows}## Stop\n\nReset secrets (A.5.17).\n\n## Learn\n\nUpdate it (ISO/IEC 42001:2023 clause 8.4).\n`;
    assert.equal(readIds(full), '27001 A.5.26, 27001 A.5.17, 42001 8.4');
  });

  it('takes nothing from one that is named by itself, and no clause', () => {
    const text = `${rows}We follow ISO/IEC 42001.\n\nUsers are told (A.8.5). Audits are held (clause 9.2).\n`;
    assert.equal(readIds(text), '27001 A.5.26, 42001 A.8.5, 42001 9.2');
    const clause = `${rows}Update the impact assessment (42001 8.4).\n\nAudits are held (clause 9.2).\n`;
    assert.equal(readIds(clause), '27001 A.5.26, 42001 8.4, 42001 9.2');
  });
});

describe('a clause of each', () => {
  const three = 'ISO/IEC 27001:2022, ISO/IEC 27701:2025 and ISO/IEC 42001:2023';

  it('is said before or behind it', () => {
    const each = '27001 9.2.2, 27701 9.2.2, 42001 9.2.2';
    assert.equal(readIds(`# Audits\n\nBasis: ${three}, each clause 9.2.2.\n`), each);
    assert.equal(readIds(`# Audits\n\nBasis: clause 9.2.2 of each of ${three}.\n`), each);
    const two = 'ISO/IEC 27001:2022 und ISO/IEC 42001:2023, jeweils Kapitel 9.2.2.';
    assert.equal(readIds(`# Audits\n\nGrundlage: ${two}\n`), '27001 9.2.2, 42001 9.2.2');
  });

  it('is not where one standard is named', () => {
    assert.equal(
      readIds('# ISMS, ISO/IEC 42001:2023\n\nWe meet each clause 9.2 of ISO/IEC 27001:2022.\n'),
      '27001 9.2',
    );
  });

  it('goes for the other clauses of the document, unless it cites some of one', () => {
    const agenda = '# Review\n\nFor clause 9.3.2 of ISO/IEC 27001:2022 and ISO/IEC 42001:2023.\n\n';
    assert.equal(
      readIds(`${agenda}### Decisions (9.3.3)\n\nActions are in time (clause 10.2). Impacts are seen (42001 6.1.4).\n`),
      '27001 9.3.2, 42001 9.3.2, 27001 9.3.3, 42001 9.3.3, 27001 10.2, 42001 10.2, 42001 6.1.4',
    );
    assert.equal(
      readIds(`${agenda}## ISO/IEC 27001\n\nAudits (clause 9.2.1).\n\n## Rest\n\nActions (clause 10.2).\n`),
      '27001 9.3.2, 42001 9.3.2, 27001 9.2.1, ? 10.2',
    );
  });
});

describe('ids that two standards have', () => {
  const both = '# ISO 27001 and ISO 42001\n\n';

  it('are of one in a list', () => {
    assert.equal(
      readIds(`${both}- Data: A.7.2, A.7.3, A.7.5; A.5.12\n`),
      '42001 A.7.2, 42001 A.7.3, 42001 A.7.5, 27001 A.5.12',
    );
  });

  it('are rather of the one that has them in force than of an older edition', () => {
    const old = 'Numbers of 2013 such as A.12.4.1 (now A.8.15) are wrong.\n';
    assert.equal(
      readIds(`${both}- Design: A.6.1.3, A.6.2.2; A.8.25\n\n${old}`),
      '42001 A.6.1.3, 42001 A.6.2.2, 27001 A.8.25, 27001 A.12.4.1 missing, 27001 A.8.15',
    );
  });

  it('are so beside a reference that names the other one, and behind a sentence that does', () => {
    const ai = '# Agents (ISO/IEC 42001)\n\n';
    assert.equal(readIds(`${ai}Accounts: 27001 A.5.16. People decide (A.9.2).\n`), '27001 A.5.16, 42001 A.9.2');
    assert.equal(readIds(`${ai}Accounts (ISO/IEC 27001 A.5.16),\nuse: A.9.4.\n`), '27001 A.5.16, 42001 A.9.4');
    assert.equal(readIds(`${ai}Wir halten ISO/IEC 27001 ein. Menschen entscheiden (A.9.2).\n`), '42001 A.9.2');
    assert.equal(
      readIds(`${ai}Accounts: 27001 A.9.2.1. Rights: A.9.2.\n`),
      '27001 A.9.2.1 missing, 27001 A.9.2 missing',
    );
  });

  it('are of the older one beside others of it', () => {
    assert.equal(
      readIds(`${both}We keep contacts (A.6.1.3) and accounts (A.9.2.1).\n`),
      '27001 A.6.1.3 missing, 27001 A.9.2.1 missing',
    );
  });
});

describe('a number that circulates for the standard of front matter', () => {
  const front = '---\nid: P-1\nstandard: ISO/IEC 42001:2023\n---\n# AI policy\n\n';

  it('is of the other standard whose subject stands before it', () => {
    const later = '\n\n## More\n\nOur security follows ISO/IEC 27001:2022.\n';
    assert.equal(readIds(`${front}Concerns (A.3.3), security events (A.6.8).${later}`), '42001 A.3.3, 27001 A.6.8');
    assert.equal(
      readIds(`${front}Concerns (A.3.3), logs of models (A.6.8).${later}`),
      '42001 A.3.3, 42001 A.6.8 missing',
    );
  });
});

describe('a guideline that the sentence before names', () => {
  const ours = '# Policy (ISO/IEC 27001:2022)\n\n';

  it('for a clause of its own has no brackets of the next', () => {
    assert.equal(
      readIds(
        `${ours}The method is in ISO/IEC 27005:2022 clause 8.2. Objectives are set (6.2). Clause 8.3 says how.\n`,
      ),
      '27005 8.2, 27001 6.2, 27005 8.3',
    );
    assert.equal(
      readIds(`${ours}Audits follow ISO 9001:2015 clause 9.2. Objectives are set (6.2).\n`),
      '9001 9.2, 9001 6.2',
    );
  });

  it('asks for no Statement of Applicability', () => {
    const text = 'Das Verfahren folgt ISO/IEC 27005. Die Erklärung zur Anwendbarkeit (6.1.3 d) wird gepflegt.';
    assert.equal(readIds(`${ours}${text}\n`), '27001 6.1.3 d');
    const french = "Méthode : ISO/IEC 27005:2022 § 8.2. La déclaration d'applicabilité (6.1.3 d)) est à jour.";
    assert.equal(readIds(`${ours}${french}\n`), '27005 8.2, 27001 6.1.3 d');
  });
});

describe('a standard named behind “of the standard”', () => {
  it('has the clause, whatever is named before', () => {
    const clause = '22301 8.4, 27001 9.2';
    assert.equal(
      readIds('# Tests\n\nISO 22301 clause 8.4 and clause 9.2 of the standard ISO/IEC 27001:2022.\n'),
      clause,
    );
    assert.equal(
      readIds('# Tests\n\nISO 22301 clause 8.4. Audits: clause 9.2 of the international standard ISO 27001.\n'),
      clause,
    );
    assert.equal(
      readIds('# Übung\n\nISO 22301, Klausel 8.4. Geprüft wird nach Kapitel 9.2 der Norm ISO/IEC 27001.\n'),
      clause,
    );
    assert.equal(
      readIds('# Essais\n\nISO 22301, clause 8.4. Audits : article 9.2 de la norme internationale ISO/IEC 27001.\n'),
      clause,
    );
  });

  it('has no more where another one is named there', () => {
    assert.equal(
      readIds('# Tests\n\nClause 8.4 of the standard ISO 22301; audits: ISO 27001 clause 9.2.\n'),
      '22301 8.4, 27001 9.2',
    );
  });
});
