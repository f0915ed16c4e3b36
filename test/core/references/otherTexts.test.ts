/** Clauses of agreed texts, other standards, acts and by-laws; and a history that says what a document was once about. */
import assert from 'node:assert/strict';
import { allFindings } from '../../support/checkRules.js';
import { catalogOfProject } from '../../support/realCatalog.js';
import { makeSnapshot } from '../../support/workspace.js';

const catalog = catalogOfProject();
const head = '# Security policy (ISO/IEC 27001:2022)\n\n';

function read(text: string): string {
  const { documents } = makeSnapshot({ 'policy.md': text }, { catalog });
  return documents
    .get('policy.md')!
    .references.filter(({ kind }) => kind !== 'external')
    .map(({ edition, ids }) => `${edition} ${ids.join('+')}`)
    .join(', ');
}

function unknown(text: string): string[] {
  return allFindings(makeSnapshot({ 'policy.md': text }, { catalog }))
    .filter(({ code }) => code === 'unknown-reference')
    .map(({ span }) => text.slice(span.start, span.end));
}

describe('a clause of a text that is named right before it', () => {
  it('is none of the standard where two sides agree on that text', () => {
    for (const text of [
      'Committee Terms of Reference clause 5.3',
      'the Code of Conduct (cl 6.2)',
      'the Cloud terms, clause 9.2',
    ])
      assert.equal(read(`${head}See ${text}.\n`), '', text);
    assert.equal(read(`${head}In practical terms, clause 9.2 asks for audits.\n`), '2022 9.2');
    assert.equal(read(`${head}The classification rules (clause 7.5) apply.\n`), '2022 7.5');
  });

  it('is no slip behind a short name, and is one behind the name of a management system', () => {
    assert.deepEqual(unknown(`${head}Hosting follows the HSA clause 8.4.\n`), []);
    assert.deepEqual(unknown(`${head}The ISMS clause 8.4 and ISO/IEC clause 9.5.\n`), ['clause 8.4', 'clause 9.5']);
    assert.deepEqual(unknown(`${head}SEE AUDIT CLAUSE 9.6.\n`), ['CLAUSE 9.6']);
  });

  it('is no control of an older edition', () => {
    assert.equal(read(`${head}Breaches are dealt with under the Staff Handbook, clause 7.2.3.\n`), '');
  });

  it('is of a standard of Australia', () => {
    const text = `${head}Vetting follows AS 4811:2022, clause 5.2, alarms AS/NZS 2201.1:2007, clause 9.4.\n`;
    assert.equal(read(text), '');
    assert.deepEqual(unknown(`${head}Audits follow AS/NZS ISO/IEC 27001:2023, clause 9.6.\n`), ['clause 9.6']);
  });
});

describe('a paragraph of a by-law, a sector rule or an act', () => {
  it('is none of the standard before the word for such a law', () => {
    assert.equal(read(`${head}Mitglieder nach § 6.2 Grundordnung.\n`), '');
    assert.equal(read(`${head}Gemäß § 9.3 Managementbewertung.\n`), '2022 9.3');
  });

  it('is one of the document where its headings are such paragraphs', () => {
    const text = `${head}Ausnahmen nach § 7.6 werden befristet.\n`;
    assert.deepEqual(unknown(`${text}\n## § 7 Ausnahmen\n`), []);
    assert.deepEqual(unknown(text), ['§ 7.6']);
  });

  it('is of the sector rule that is named with what it is for', () => {
    assert.equal(read(`${head}Dienste (B3S 4.1), Zugang (A.5.15), Risiken (B3S 8.4).\n`), '2022 A.5.15');
    assert.equal(read(`${head}Laut B3S Krankenhaus (Kap. 8.4) und BAIT (Kap. 5.2).\n`), '');
    assert.equal(read(`${head}Zugang (A.5.15), Prüfung (siehe 9.2).\n`), '2022 A.5.15, 2022 9.2');
  });

  it('is of the act at the end of an item', () => {
    const acts = '- NIS Regulations 2018, reg. 10.2\n- Data Protection Act 2018, s. 7.2\n- Records Act 1999 s. 8.1\n';
    assert.equal(read(`${head}Access is controlled (A.5.15).\n\n${acts}`), '2022 A.5.15');
    assert.equal(read(`${head}- Audit: two findings on A.8.9. 9.2.2\n`), '2022 A.8.9, 2022 9.2.2');
    assert.equal(read(`${head}- Audit (A.5.35): two on the wall. 9.2\n`), '2022 A.5.35, 2022 9.2');
  });
});

describe('a row of the history of versions', () => {
  const entry = '# Politique\n\n| 1.0 | 05.10.2015 | RSSI | Création (ISO 27001:2013) |\n\n';

  it('does not say which edition the document is about, unless it is all that does', () => {
    const text = `${entry}## Contexte\n\nLa norme ISO/IEC 27001:2022 sert de cadre.\n\n## Accès\n\nA.7.1, A.7.2, A.7.4\n`;
    assert.equal(read(text), '2022 A.7.1, 2022 A.7.2, 2022 A.7.4');
    assert.equal(read(`${entry}Accès : A.9.2.1, A.9.2.2\n`), '2013 A.9.2.1, 2013 A.9.2.2');
  });
});

describe('a letter and number behind a word for a place', () => {
  it('is that place', () => {
    assert.equal(read(`${head}Pumps run at stations A.5, A.6 and A.7, and in ward A.8.\n`), '');
  });
});
