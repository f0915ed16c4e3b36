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
  it('is asked about in a heading, and told of in the answer below', () => {
    const answer = 'No. A.9.4.3 is the number of passwords in the list of once.';
    assert.deepEqual(
      grave(`# FAQ (ISO/IEC 27001:2022)\n\n### I have A.9.4.3 in a screenshot. Redo it?\n\n${answer}\n`),
      [],
    );
    assert.deepEqual(said('# FAQ (ISO/IEC 27001:2022)\n\n### Is A.18.2.2 gone?\n\nThere is no A.8.36.\n'), []);
    assert.deepEqual(grave(`# FAQ (ISO/IEC 27001:2022)\n\n### Are passwords kept well (A.9.4.3)?\n\nYes.\n`), [
      'warning superseded-edition A.9.4.3',
    ]);
  });

  it('is what somebody was blamed for, or what is corrected behind it', () => {
    areSilent([
      'En 2024 on nous a reproché de citer A.7.2.2 dans le livret.',
      'Last year we were criticised by the auditor for citing A.7.2.2 in the booklet.',
      'Es wurde beanstandet, dass A.7.2.2 im Heft steht.',
      'Est-ce que A.5.40 existe ? Un collègue me l’a cité.',
      'And one page called A.5.7 “Contact with authorities”. Wrong title; that is A.5.5.',
      'Your competitor lists A.8.35. Where is yours?',
      'A client’s sheet put A.12.4.1 beside AU-2.',
      'Valt thuiswerken nog onder A.6.2.2? Nee, dat was de oude uitgave.',
    ]);
  });

  it('is denied in another cell of its row', () => {
    const row = (comment: string) =>
      grave(inNotes(`| Control | Comment |\n|---|---|\n| A.5.9 | done |\n| A.8.35 | ${comment} |`)).map((one) =>
        one.slice(0, 25),
      );
    for (const comment of [
      'does *not* exist in 27001, only in 42001',
      'existiert nicht',
      'n’existe plus'.replace('’', "'"),
      'n/a, that is ISO 42001',
      'nur in 42001',
    ])
      assert.deepEqual(row(comment), [], comment);
    for (const comment of ['done', 'n/a', 'that is done'])
      assert.deepEqual(row(comment), ['error unknown-reference A'], comment);
  });

  it('is denied, in seven languages', () => {
    areSilent([
      'The list does *not* have an Annex A.7.19.',
      'ISO/IEC 27001:2022 doesn’t contain an A.7.19.'.replace('’', "'"),
      'There is no 27001 A.7.19.',
      'Es gibt kein ISO/IEC 27001:2022 A.7.19.',
      'Templates cite an A.8.35 of ISO/IEC 27001; it does not exist.',
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
    areSilent([
      'Contracts signed before March 2026 quote A.9.4.2 for passwords; we do not reopen them.',
      'Contracts from before 2024 refer to A.9.4.2 and A.9.2.5.',
      'Verträge vor 2024 verweisen auf A.9.4.2 und A.9.2.5. Sie werden umgestellt.',
      'Altverträge verweisen auf A.9.4.2.',
      'Older contracts still point to A.9.4.2.',
      'Vendors were assessed under the old 2013 checklist (A.9.4.2 – A.9.4.3).',
      'Mit der alten Checkliste (A.9.4.2) wird nicht mehr geprüft.',
      'Bisher hieß das A.9.4.2.',
      '- Bisher A.9.4.2',
      '<details>\n<summary>Altverträge</summary>\n\nVereinbart ist A.9.4.2.\n\n</details>',
    ]);
    areFound([
      'Contracts quote A.9.4.2 for passwords.',
      'Older contracts are checked (A.9.4.2).',
      'The checklist asks for A.9.4.2.',
      'Altgeräte werden gelöscht (A.9.4.2).',
      'Bisher wurde gut gearbeitet, auch nach A.9.4.2.',
    ]);
  });

  it('is denied with other words between, or with the kind of number that it is', () => {
    areSilent([
      'A.7.19 of the template does not exist.',
      'A.7.19, which the draft cites, does not exist.',
      'A.7.19 was made up by a consultant.',
      'Numbers like A.8.101 are not used.',
      'Do not invent numbers after the last one (A.5.44, A.7.19).',
      'Do not use numbers of 2013 such as A.9.2.5.',
      'Nothing here refers to A.9.2.5 any longer.',
      'No document cites A.9.2.5.',
      'We removed A.9.2.5 from the text.',
      'Erfinden Sie keine Nummern wie A.5.44.',
      'Keine Nummern der Fassung von 2013 verwenden, etwa A.9.2.5 oder A.12.6.1.',
      'Ein Kapitel 10.3 kennt die Norm nicht.',
      'A.9.2.5 wurde aus dem Text gestrichen.',
      'Nichts verweist mehr auf A.9.2.5.',
      "La mesure A.7.19 citée par le service achats n'existe pas dans la norme.",
      "La mesure A.7.19, citée par erreur, n'existe pas.",
      "N'employez plus les numéros de 2013 comme A.9.2.5 ou A.12.6.1.",
      'Nous avons retiré A.9.2.5 du texte.',
      'El A.5.44 de la plantilla no figura en la norma.',
      'No use los números de 2013 como A.9.2.5.',
      'Hemos quitado A.9.2.5 del texto.',
      'O A.5.44 do modelo não consta da norma.',
      'Não use números de 2013 como A.9.2.5.',
      'Een paragraaf 10.3 kent de norm niet.',
      'Gebruik geen nummers van 2013 zoals A.9.2.5.',
      'A.9.2.5 is uit de tekst gehaald.',
      'Il controllo A.7.19 del modello non figura nella norma.',
      'Non usare i numeri del 2013 come A.9.2.5.',
      'Abbiamo tolto A.9.2.5 dal testo.',
    ]);
    areFound([
      'A.9.2.6 in the manual covers rooms which do not exist.',
      'Do not use shared accounts such as root (A.9.2.3).',
      'Do not use numbers from the phone book (A.9.2.3).',
      'Nobody enters without a badge (A.11.1.2).',
      'Nothing is copied without A.12.3.1.',
      'We removed the tapes of A.12.3.1 from the safe.',
      'A.12.6.1 kennt die IT nicht.',
      'Keine Geräte ohne Kennwort, etwa A.9.4.3.',
      'A.12.6.1 wird aus dem Ticketsystem gesteuert.',
      "A.9.2.5 s'applique aux comptes qui n'existent plus.",
      'No use cuentas compartidas como A.9.2.3 pide.',
      'A.9.2.5 trata de las cuentas que no figuran en la lista.',
      'Gebruik geen gedeelde accounts zoals A.9.2.3 vraagt.',
      'Non usare account condivisi come A.9.2.3 chiede.',
      'Abbiamo tolto i nastri di A.12.3.1 dalla cassaforte.',
    ]);
  });

  it('is told of a former version, or of papers that a reader may meet', () => {
    areSilent([
      'Version 2 cited A.5.1.1, A.5.1.2 and A.6.1.1.',
      'The first issue of this policy referred to A.9.1.1 and A.9.1.2.',
      'Replaces the rules of 2016 (A.11.2.9).',
      'Supersedes SOP-12, which followed A.11.1.2.',
      'Year before (old std): A.12.1.2, A.9.2.5.',
      'Die alte Zählung (A.6.2.2) steht noch im Video.',
      'Fassung 2 nannte A.5.1.1.',
      'La version 2 citait A.5.1.1.',
      'La versión 2 citaba A.5.1.1.',
      'A versão 2 citava A.5.1.1.',
      'Versie 2 noemde A.5.1.1.',
      'Oude verwijzingen: A.9.2.5, A.12.4.1.',
      'La versione 2 citava A.5.1.1.',
      'If you find A.12.3.1 somewhere, tell us.',
      'Whoever reads A.6.2.2 has an old paper in hand.',
      'You need not touch minutes: there A.12.3.1 may stay.',
      'A.12.4.1 and its like disappear from all documents by March.',
      'Wer A.6.2.2 liest, hat ein altes Papier in der Hand.',
      'Si vous trouvez A.16.1.5 quelque part, signalez-le.',
      'Si encuentra A.16.1.5, avise.',
      'Se encontrar A.16.1.5, avise.',
      'Als u A.16.1.5 ergens ziet, meld het.',
      'Se trovate A.16.1.5, segnalatelo.',
    ]);
    areFound([
      'This version follows A.12.4.1.',
      'Version 2 of the app named its owners (A.8.1.2).',
      'The new lock replaces the key (A.11.1.2).',
      'Replaces the firewall rules as A.13.1.1 asks.',
      'Whoever reads logs follows A.12.4.1.',
      'If you find a laptop, lock it (A.11.2.8).',
      'If you see A.12.4.1 breaches, tell us.',
      'Alte Zählwerke werden entsorgt (A.11.2.7).',
      'Wer Rechte vergibt, folgt A.9.2.2.',
      'Als u een pas vindt, volg A.11.1.2.',
      'Visitors leave as A.11.1.2 says; their bags may stay.',
    ]);
  });

  it('stands beside its correction, or among what a search or somebody else found', () => {
    areSilent([
      'It says: A.12.4.3\nIt should say: A.8.15',
      'Before: A.12.4.3\nAfter: A.8.15',
      'Is: A.12.4.3\nShould be: A.8.15',
      '- Actual: A.12.4.3\n- Expected: A.8.15',
      'Actual: clause 10.3\nExpected: clause 10.1',
      'Ist: A.12.4.3\nSoll: A.8.15',
      'Avant : A.12.4.3\nAprès : A.8.15',
      'Dice: A.12.4.3\nDebe decir: A.8.15',
      'Errado: A.12.4.3\nCorreto: A.8.15',
      'Er staat: A.12.4.3\nMoet zijn: A.8.15',
      'Prima: A.12.4.3\nDopo: A.8.15',
      '| File | Hit | Done |\n|---|---|---|\n| backup.md | A.12.3.1 | yes |',
      '| Datei | Fundstelle |\n|---|---|\n| backup.md | A.12.3.1 |',
      'We searched all folders; 4 more hits: A.9.2.5 (IT-12), A.13.2.4 (HR-T-07).',
      'Die Auditorin hatte im Entwurf A.12.4.1 genannt, das wurde berichtigt.',
      'Die Auditorin nannte im Entwurf A.12.4.1.',
      "L'auditeur avait cité A.12.4.1.",
      'De auditor had in het concept A.12.4.1 genoemd.',
    ]);
    areFound([
      'Before: lock the door (A.11.1.2).\nAfter: open it.',
      'Owner: A.12.4.3\nReviewer: IT',
      '- Before: A.12.4.3\n- After: the visit',
      '| File | Evidence | Done |\n|---|---|---|\n| backup.md | A.12.3.1 | yes |',
      'Hits on the fence are logged (A.12.4.1).',
      'Die Auditorin hatte Zutritt nach A.11.1.2.',
    ]);
  });

  it('is asked about, in seven languages', () => {
    areSilent([
      'Where has A.16.1.3 gone?',
      'What became of A.16.1.3?',
      'What was A.12.4.3 again?',
      'What about A.12.4.3?',
      'I found A.14.2.5 in a ticket. What is it? An old one.',
      'Why is there nothing on A.12.5.1 in the statement?',
      'Can we still cite A.9.4.3?',
      'Does A.7.19 exist? No.',
      'Is A.7.19 a control? No.',
      'Isn\'t A.7.19 "Secure robots"? It is not.',
      'Is there an A.5.44? Not in the standard.',
      'Was ist aus A.6.2.2 geworden?',
      'Gibt es eine Maßnahme A.7.19?',
      'Wo ist A.6.2.2 geblieben?',
      'Gilt A.6.2.2 noch?',
      "Qu'est devenue A.9.2.5 ?",
      'A.7.19 existe-t-elle ?',
      'Où est passée A.9.2.5 ?',
      '¿Qué pasó con A.6.1.5? Ahora es A.5.8.',
      '¿Y A.14.1.1? También.',
      '¿Sigue valiendo A.11.2.9? No.',
      '¿Existe la cláusula 10.3? No.',
      '¿De dónde sale A.5.44?',
      'O que aconteceu com A.6.1.5?',
      'Existe o controlo A.7.19?',
      'Wat is er van A.6.2.2 geworden?',
      'Waar is A.6.2.2 gebleven?',
      'Bestaat A.7.19?',
      'Che fine ha fatto A.6.2.2?',
      'Esiste il controllo A.7.19?',
    ]);
    // The number is used to ask of something else, or to answer.
    areFound([
      'Do the logs follow A.12.4.1?',
      'Is A.12.4.1 done?',
      'Where is A.12.4.1 described?',
      'Why do we exclude A.12.6.1? Because nothing is patched here.',
      'Does A.12.6.1 apply to the laptops?',
      'Is there an A.12.6.1 report?',
      'And for the logs? A.12.4.1.',
      'Question: what became of the logs? Answer: we follow A.12.4.1.',
      'Ist A.12.4.1 erledigt?',
      'Gibt es Belege für A.12.4.1?',
      'A.12.4.1 est-il appliqué ?',
      '¿Se aplica A.12.4.1?',
      'Aplica-se A.12.4.1?',
      'Wordt A.12.4.1 gevolgd?',
      'Si applica A.12.4.1?',
    ]);
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

describe('a number in a change log', () => {
  const head = '| Version | Date | Change |\n|---|---|---|\n| 2.1 | 2026-05-04 |';

  it('is no longer there where the entry takes it out or puts another in its place', () => {
    areSilent([
      `${head} A.5.44 removed, clause 9.2 corrected |`,
      `${head} deleted A.5.44; reference to A.5.45 dropped |`,
      `${head} A.5.44 and A.5.45 have been removed |`,
      `${head} wrong A.5.44 removed |`,
      `${head} A.5.44 → A.5.4 |`,
      `${head} A.5.44 was replaced by A.5.4, A.5.45 corrected to A.5.5 |`,
      '| Fassung | Datum | Änderung |\n|---|---|---|\n| 3 | 4.5.2026 | A.5.44 gestrichen (war falsch) |',
      '| Version | Objet |\n|---|---|\n| 3 | A.5.44 supprimé |',
      '## Cambios\n\n- 2026: eliminada la referencia A.5.44',
      '## Wijzigingshistorie\n\n- A.5.44 geschrapt',
    ]);
  });

  it('is there where the entry adds it or says nothing', () => {
    areFound([`${head} A.5.44 added, old text removed |`, `${head} A.5.4 → A.5.44 |`], 'unknown-reference');
    areFound([`${head} removed old and added A.5.44 |`, `${head} new: A.5.44 |`], 'unknown-reference');
    areFound(['Accounts are kept (A.5.44) until they are removed.', '- A.5.44 removed users'], 'unknown-reference');
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

  it('leaves the minutes and reports of a day before the edition in force as they are', () => {
    const of = (type: string, date: string) =>
      grave(`---\ntype: ${type}\ndate: ${date}\n---\n# Review (ISO/IEC 27001)\n\nThe finding on A.12.3.1 is closed.\n`);
    assert.deepEqual(of('minutes', '2020-12-01'), []);
    assert.deepEqual(of('audit report', '2021-06-01'), []);
    assert.deepEqual(of('Protokoll', '01.12.2020'), []);
    assert.deepEqual(of('minutes', '2024-12-01'), ['warning superseded-edition A.12.3.1']);
    assert.deepEqual(of('policy', '2020-12-01'), ['warning superseded-edition A.12.3.1']);
    assert.deepEqual(of('minutes', 'soon'), ['warning superseded-edition A.12.3.1']);
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

  it('stands in another text that is to be updated', () => {
    areSilent([
      'OFI-2: The logging rules cite A.12.4.1 and A.12.4.3. They should be brought to the current edition.',
      'RL-04 verweist auf A.12.4.1 und muss aktualisiert werden.',
      'The framework agreement refers to A.15.1.2 and is not yet updated.',
      'Noch nicht umgestellt ist der Vertrag mit Dr. Berg; er verweist auf A.15.1.2.',
      'Old customer contracts of 2019 use A.13.2.2.',
      'A.13.2.2 is used in old customer contracts.',
      'La charte cite A.12.4.1 et doit être mise à jour.',
    ]);
    areFound([
      'Firewall rules (A.13.1.1) must be updated.',
      'The firewall standard uses A.13.1.1 and must be updated every year.',
      'We have not yet updated the firewall as A.13.1.1 says.',
      'Logging follows A.12.4.1 and must be reviewed.',
    ]);
  });
});
