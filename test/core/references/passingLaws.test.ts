import assert from 'node:assert/strict';
import { idsRead } from '../../support/idsRead.js';

const title = '# Manual of the AIMS (ISO/IEC 42001:2023)\n\n';
const documented = ['42001 7.5'];

describe('a clause beside a law', () => {
  it('is of the standard that the title names', () => {
    const sentences = [
      'The list serves Art. 30 GDPR and clause 7.5.',
      'Lists (Art. 30 GDPR), papers (clause 7.5).',
      'Lists: Art. 30(1) and (2) of the GDPR; clause 7.5.',
      'Art. 30 GDPR, clause 7.5.',
      'GDPR Art. 30, clause 7.5.',
      'GDPR Article 30 / clause 7.5 (AI Act Art. 18).',
      'The GDPR was there first. Then came clause 7.5.',
      'NIS2 and clause 7.5 both ask for papers.',
      'Art. 30 DSGVO, Klausel 7.5.',
      'L’art. 30 RGPD et la clause 7.5.',
      'Nach Art. 30 DSGVO und Kap. 7.5 werden Listen geführt.',
      'Wir unterliegen der DSGVO. Unterlagen führen wir nach Kapitel 7.5.',
      '| Subject | Asked by |\n|---|---|\n| Lists | Art. 30 GDPR, clause 7.5 |',
    ];
    for (const sentence of sentences) assert.deepEqual(idsRead(title + sentence), documented, sentence);
  });

  it('is not where the law is said to have it, or a contract under that law', () => {
    const sentences = [
      'Clause 7.5 of the GDPR.',
      'GDPR clause 7.5.',
      'GDPR, clause 7.5.',
      'Art. 30, GDPR clause 7.5.',
      'The SCCs of the GDPR and clause 7.5.',
      'The agreement under Art. 28 GDPR says in clause 7.5 who pays.',
      'Der AVV nach Art. 28 DSGVO, Klausel 7.5.',
      'SOC 2 and clause 7.5.',
      '| GDPR |\n|---|\n| clause 7.5 |',
      'Listen nach Art. 30 DSGVO und Abschnitt 7.5 der DSGVO.',
      'Wir unterliegen der DSGVO. Rechte stehen in Kapitel 3.',
    ];
    for (const sentence of sentences) assert.deepEqual(idsRead(title + sentence), [], sentence);
  });

  it('is not where nothing but the folder is about a standard', () => {
    const scope = [{ standard: '27001', edition: '2022' }];
    assert.deepEqual(idsRead('# Notice on personal data\n\nArt. 30 GDPR and clause 7.5.\n', scope), []);
  });
});

describe('a clause in the sentence behind another framework', () => {
  it('is of the standard that the title names: such frameworks have none', () => {
    const sentences = [
      'A SOC 2 report is issued each spring. Papers follow clause 7.5.',
      'Cyber Essentials is renewed. Papers follow clause 7.5, as before.',
      'NIST CSF 2.0 is a source of ideas. See cl. 7.5.',
      'Our customers ask for TISAX. Unterlagen: Klausel 7.5.',
      '- HIPAA holds in one country. Papers: clause 7.5.',
    ];
    for (const sentence of sentences) assert.deepEqual(idsRead(title + sentence), documented, sentence);
  });

  it('is not where it is called its own, has another word, or stands with it in one sentence', () => {
    const sentences = [
      'We follow NIST SP 800-61. Its clause 7.5 tells how.',
      'Wir haben TISAX. Kapitel 7.5 gilt.',
      'Wir folgen BSI TR-03161. Abschnitt 7.5 gilt.',
      'CIS v8 is our baseline. Control 4.1 comes first.',
      'SOC 2, which has a clause 7.5.',
      'ISO 22301 holds, too. Papers follow clause 7.5.',
    ];
    for (const sentence of sentences)
      assert.ok(!idsRead(title + sentence).some((id) => id.startsWith('42001')), sentence);
  });
});

describe('controls in a list behind whose last one the standard stands', () => {
  const preface = '# Kontinuität\n\nGrundlage ist die ISO/IEC 27001:2022.\n\n';
  it('are of it, whatever words stand in the brackets behind them', () => {
    const sentences = [
      'Wir unterliegen der BSI-KritisV. Nachweis für die Controls 5.29 (Sicherheit bei Störungen) und 5.30 (IKT-Bereitschaft für den Betrieb) der ISO/IEC 27001:2022.',
      'TISAX gilt. Siehe Controls 5.29 (Störungen, Ausfälle) und 5.30 (IKT-Bereitschaft) der ISO/IEC 27001:2022.',
      'TISAX applies. See controls 5.29 (security during disruption) and 5.30 (ICT-readiness) of ISO/IEC 27001:2022.',
    ];
    for (const sentence of sentences)
      assert.deepEqual(idsRead(preface + sentence), ['27001 A.5.29', '27001 A.5.30'], sentence);
  });
});
