import assert from 'node:assert/strict';
import { allFindings } from '../../../support/checkRules.js';
import { catalogOfProject } from '../../../support/realCatalog.js';
import { makeSnapshot } from '../../../support/workspace.js';

const catalog = catalogOfProject();
const soa = 'standards:\n  27001: { edition: 2022 }\n';

/** `warning superseded-edition A.12.6.1` of everything that is said of the numbers of a document. */
function said(text: string, path = 'notes.md'): string[] {
  const snapshot = makeSnapshot({ 'soa.yaml': soa, [path]: text }, { catalog });
  return allFindings(snapshot)
    .filter((one) => one.path === path && one.code !== 'missing-field')
    .map((one) => `${one.severity} ${one.code} ${text.slice(one.span.start, one.span.end)}`);
}

const grave = (text: string, path?: string) => said(text, path).filter((one) => /^(?:warning|error)/.test(one));
const inNotes = (sentence: string) => `# Notes (ISO/IEC 27001:2022)\n\n${sentence}\n`;

/** Each of them alone in a document of the edition in force. */
function areSilent(sentences: readonly string[]): void {
  for (const sentence of sentences) assert.deepEqual(grave(inNotes(sentence)), [], sentence);
}

function areFound(sentences: readonly string[], code = 'superseded-edition'): void {
  for (const sentence of sentences) {
    const found = grave(inNotes(sentence)).map((one) => one.split(' ')[1]);
    assert.deepEqual(found, [code], sentence);
  }
}

describe('how a number is meant', () => {
  it('is denied, in seven languages', () => {
    areSilent([
      'There is no A.7.19.',
      'A.7.19 does not exist, and neither does A.8.35.',
      'A.7.19 is not a control.',
      'The annex has no A.5.44.',
      'The last one is A.7.14, not A.7.15.',
      'Old numbers such as A.9.4.2 no longer exist.',
      'A.9.4.2 has been withdrawn.',
      'Never cite A.9.4.2.',
      'A.9.4.2 was deleted.',
      'Es gibt keine Maßnahme A.7.19.',
      'A.9.4.2 ist entfallen.',
      'Nennen Sie A.9.4.2 nicht mehr.',
      "Il n'y a pas de mesure A.7.19.",
      "A.9.4.2 n'existe plus.",
      'No existe la medida A.7.19.',
      'A.9.4.2 ya no existe.',
      'Não existe o controlo A.7.19.',
      'A.9.4.2 foi eliminado.',
      'Er bestaat geen A.7.19.',
      'A.9.4.2 is vervallen.',
      'Non esiste A.7.19.',
      'A.9.4.2 è stato eliminato.',
    ]);
  });

  it('is denied in the next sentence, and then wherever the paragraph repeats it', () => {
    areSilent([
      'The consultant cited A.7.19. There is no such control.',
      'The template names A.7.19. No such control exists in the annex.',
      'There is no A.7.19. Take A.7.19 out of the template.',
      'Im Angebot steht A.7.19. Die gibt es nicht.',
      '**Do we need control A.7.19?** No. It does not exist. A blog had it.',
    ]);
    areFound(['We follow A.7.19. There is no such risk here.'], 'unknown-reference');
    assert.equal(grave(inNotes('There is no A.7.19.\n\nDoors are locked (A.7.19).')).length, 1);
  });

  it('stands in papers of another day', () => {
    areSilent(['Contracts signed before March 2026 quote A.9.4.2 for passwords; we do not reopen them.']);
    areFound(['Contracts quote A.9.4.2 for passwords.']);
  });

  it('is corrected', () => {
    areSilent([
      'Fixed a typo: A.7.41 is now A.7.14.',
      'Der Tippfehler A.7.41 wurde behoben.',
      'The number was corrected from A.7.41 to A.7.14.',
      '| Wrong | Right |\n|---|---|\n| A.9.4.2 | A.8.5 |\n| A.8.11 Web filtering | A.8.23 Web filtering |',
      '| Finding | Correction |\n|---|---|\n| The form cites A.9.4.2 | cites A.8.5 |',
    ]);
  });

  it('is of another day, as the sentence says', () => {
    areSilent([
      'Before that we only had A.12.4.1.',
      'The lease of 2016 still cites A.11.1.4.',
      'Het contract verwijst nog naar A.15.1.2.',
      'Readers may meet A.12.4.3 in old tickets. That was the number in the 2013 edition.',
      'Two authors compare A.14.2.5 between the 2005 and 2013 editions.',
      '<details>\n<summary>Text until 2023</summary>\n\nPatches follow A.12.6.1.\n\n</details>',
    ]);
  });

  it('is said by somebody else', () => {
    areSilent([
      'The clerk showed us “Logs are kept, A.12.4.1” on the wall.',
      'The policy of the bidder says:\n\n> Logs are kept as A.12.4.1 wants.',
      "| Question | Bidder's answer |\n|---|---|\n| Logs? | A.12.4.1 |",
      "The supplier's statement lists A.12.4.1.",
      '## Quiz\n\n1. A.12.4.1 is about clocks.\n2. A.7.19 is about drones.',
    ]);
    // What is silent about a mistake is not silent about the number: it can still be looked up.
    assert.deepEqual(said(inNotes("The supplier's statement lists A.12.4.1.")), [
      'information superseded-edition A.12.4.1',
    ]);
  });

  it('is its own where such words speak of something else', () => {
    areFound([
      'Access is granted per A.9.2.3.',
      'Old phones are wiped (A.11.2.7).',
      'Former temps lose their badge (A.9.2.6).',
      'The previous landlord was reviewed under A.15.2.1.',
      'Legacy printers are patched as A.12.6.1 asks.',
      'The new van replaces the old one; see A.11.2.6.',
      'We moved the safe (A.11.1.1).',
      'Keys are revoked, replaced or transferred under A.9.2.6.',
      'Tapes (formerly disks) follow A.12.3.1.',
      'Encryption follows A.8.24. Keys follow A.10.1.2.',
      'Rights under A.9.2.6 were deleted.',
      'Badges (A.9.2.6) are no longer shared.',
      'There is no exception to A.9.4.1.',
      'Alte Telefone werden gelöscht (A.11.2.7).',
      'Les anciens locataires perdent leur accès (A.9.2.6).',
      'Los antiguos socios pierden el acceso (A.9.2.6).',
      'Oude telefoons worden gewist (A.11.2.7).',
      'I vecchi telefoni vengono cancellati (A.11.2.7).',
      '> Note: logs are kept as A.12.4.1 wants.',
    ]);
    areFound(['There is a way round A.7.19.', 'Nobody is above A.5.44.'], 'unknown-reference');
  });

  it('is of the past below the headings and in the tables of a history', () => {
    areSilent([
      '## 7. Änderungen\n\n| Fassung | Was |\n|---|---|\n| 2 | A.12.3.1 ergänzt |',
      '## Modification record\n\n1.0 first issue, A.12.3.1',
      '## Changes since version 2\n\n- A.12.3.1 was added',
      '| Before | Name then | Now | Name now |\n|---|---|---|---|\n| A.12.3.1 | Information backup | A.8.13 | Information backup |',
      '| Bisher | Jetzt |\n|---|---|\n| A.12.3.1 | A.8.13 |',
      '| Avant | Maintenant |\n|---|---|\n| A.12.3.1 | A.8.13 |',
      '| Antes | Ahora |\n|---|---|\n| A.12.3.1 | A.8.13 |',
      '| Prima | Adesso |\n|---|---|\n| A.12.3.1 | A.8.13 |',
      '| Voorheen | Nu |\n|---|---|\n| A.12.3.1 | A.8.13 |',
    ]);
    areFound(['| Item | Control |\n|---|---|\n| Old tapes | A.12.3.1 |', '## Legacy systems\n\nBackups: A.12.3.1.']);
  });
});

describe('the standing of a document', () => {
  const rows = '| Control | Applies |\n|---|---|\n| A.12.3.1 | yes |\n| A.12.4.1 | yes |\n';

  it('makes what is no longer in force a record', () => {
    assert.deepEqual(said(`---\nstatus: archived\n---\n# Statement\n\n${rows}`), []);
    assert.deepEqual(said(`> **OBSOLETE** since 3 May 2024.\n\n# Statement\n\n${rows}`), []);
    assert.deepEqual(said(`# Statement (withdrawn)\n\n${rows}`), []);
    assert.deepEqual(said(`# Statement\n\n${rows}`, 'archive/statement.md'), []);
    assert.equal(grave(`# Statement\n\nObsolete disks are shredded.\n\n${rows}`).length, 2);
  });

  it('reminds once of a document that says that it is of the older edition', () => {
    const branch = `# Statement of the Oslo branch\n\nStandard: ISO/IEC 27001:2013 (certificate until May 2027).\n\n${rows}`;
    assert.deepEqual(
      said(branch).filter((one) => one.includes('superseded')),
      ['information superseded-edition A.12.3.1'],
    );
    const moved = `# Statement\n\nUntil May 2024 we held a certificate to ISO/IEC 27001:2013.\n\n${rows}`;
    assert.equal(grave(moved).length, 2);
  });
});
