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
    ];
    for (const sentence of sentences) assert.deepEqual(idsRead(title + sentence), [], sentence);
  });

  it('is not where nothing but the folder is about a standard', () => {
    const scope = [{ standard: '27001', edition: '2022' }];
    assert.deepEqual(idsRead('# Notice on personal data\n\nArt. 30 GDPR and clause 7.5.\n', scope), []);
  });
});
