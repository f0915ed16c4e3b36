/** "The ISMS audit covered A.5.19" in a manual of another system: the sentence tells whose its ids are, not the title. */
import assert from 'node:assert/strict';
import { readIds } from '../../support/readIds.js';

describe('the management system of which a sentence speaks', () => {
  const ai = '# Manual of our AIMS (ISO/IEC 42001:2023)\n\n';

  it('has the ids of its clause, also those that the document’s standard has as well', () => {
    assert.equal(
      readIds(`${ai}The ISMS audit saw A.5.20, A.5.21 and A.8.4; the AIMS audit saw A.5.3.\n`),
      '27001 A.5.20, 27001 A.5.21, 27001 A.8.4, 42001 A.5.3',
    );
    assert.equal(readIds(`${ai}In June, our ISMS was audited (clause 9.2).\n`), '27001 9.2');
    assert.equal(readIds(`${ai}Das geprüfte ISMS deckt A.8.3 ab, das KIMS A.8.4.\n`), '27001 A.8.3, 42001 A.8.4');
    assert.equal(readIds(`${ai}Le SMSI certifié couvre A.5.19 et A.8.2.\n`), '27001 A.5.19, 27001 A.8.2');
    const privacy = '# Privacy audit (ISO/IEC 27701:2025)\n\n';
    assert.equal(readIds(`${privacy}The ISMS audit saw A.5.19.\n`), '27001 A.5.19');
    const security = '# ISMS manual (ISO/IEC 27001:2022)\n\n';
    assert.equal(
      readIds(`${security}The AIMS audit saw A.9.4 and clause 6.1.4. The PIMS audit saw A.1.2.6.\n`),
      '42001 A.9.4, 42001 6.1.4, 27701 A.1.2.6',
    );
  });

  it('has what is said of its parts behind a semicolon', () => {
    const named = '# Rollout\n\nPapers are safe (27001 A.5.12, 27001 A.8.12).\n\n';
    const [first, second] = ['27001 A.5.12, 27001 A.8.12', '42001 4.3'];
    assert.equal(
      readIds(`${named}They hold an AIMS certificate; its scope follows clause 4.3.\n`),
      `${first}, ${second}`,
    );
    assert.equal(
      readIds(`${named}They hold an AIMS certificate; our scope follows clause 4.3.\n`),
      `${first}, 27001 4.3`,
    );
  });

  it('has nothing where it is only what something is done together with', () => {
    const privacy = '# PIMS manual (ISO/IEC 27701:2025)\n\n';
    assert.equal(readIds(`${privacy}Audits are done together with the ISMS (clause 9.2).\n`), '27701 9.2');
    assert.equal(readIds(`${privacy}Das Audit läuft mit dem ISMS (Klausel 9.2).\n`), '27701 9.2');
    assert.equal(readIds(`${privacy}Audits of the ISMS (clause 9.2) are done too.\n`), '27001 9.2');
  });

  it('has those that only its standard has, wherever it stands in the sentence', () => {
    assert.equal(readIds(`${ai}Logs are kept by the ISMS as A.8.15 asks.\n`), '27001 A.8.15');
    assert.equal(readIds(`${ai}Rights (A.5.18) come from the ISMS.\n`), '27001 A.5.18');
    assert.equal(readIds(`${ai}The ISMS and the AIMS were seen (A.8.25, A.8.3).\n`), '27001 A.8.25, 42001 A.8.3');
  });

  it('has nothing of another sentence, of two systems named alike, of its manager, or what words say otherwise', () => {
    assert.equal(readIds(`${ai}The ISMS is certified. A.8.2 is our own.\n`), '42001 A.8.2');
    assert.equal(readIds(`${ai}The integrated ISMS/AIMS covers A.8.3.\n`), '42001 A.8.3');
    assert.equal(readIds(`${ai}The ISMS manager tells users (A.8.4).\n`), '42001 A.8.4');
    assert.equal(readIds(`${ai}Beyond the ISMS we tell users (A.8.4).\n`), '42001 A.8.4');
    assert.equal(readIds(`${ai}The ISMS helps with the quality of data (A.7.4).\n`), '42001 A.7.4');
    assert.equal(readIds(`${ai}The ISMS supports the AI policy (clause 5.2).\n`), '42001 5.2');
  });

  it('leaves a wrong number of the document’s standard one', () => {
    assert.equal(
      readIds(`${ai}The ISMS supports ISO/IEC 42001 (A.6.2.4, A.8.25).\n`),
      '42001 A.6.2.4, 42001 A.8.25 missing',
    );
    assert.equal(readIds(`${ai}Records of the AIMS (A.6.8) are kept like those of the ISMS.\n`), '42001 A.6.8 missing');
    const security = '# ISMS manual (ISO/IEC 27001:2022)\n\n';
    assert.equal(readIds(`${security}Teleworking (A.6.2.2) is not in the AIMS.\n`), '27001 A.6.2.2 missing');
  });
});
