/** An older edition that a text names behind several numbers, or with a mark in brackets: no findings. */
import assert from 'node:assert/strict';
import { checkDocument } from '../../../server/src/core/rules/run.js';
import { catalogOfProject } from '../../support/realCatalog.js';
import { makeSnapshot } from '../../support/workspace.js';

/** The texts of which a document in a folder of its own is told that they are of a withdrawn edition. */
function outdatedIn(text: string): string[] {
  const snapshot = makeSnapshot({ 'a.md': text }, { catalog: catalogOfProject() });
  const document = snapshot.documents.get('a.md')!;
  return checkDocument(document, snapshot)
    .filter(({ code }) => code === 'superseded-edition')
    .map(({ span }) => text.slice(span.start, span.end));
}

const today = '# Tests (ISO/IEC 27001:2022)\n\n';

describe('an older edition named behind a list', () => {
  it('is that of all its numbers', () => {
    for (const text of [
      'Reports cite A.12.4.1 and A.14.2.9 of the 2013 edition.',
      'Reports cite A.12.4.1, A.12.4.2 and A.14.2.9 of the 2013 version.',
      'Berichte nennen A.12.4.1 und A.14.2.9 der Ausgabe 2013.',
      'Les rapports citent A.12.4.1 et A.14.2.9 de l’édition 2013.',
    ])
      assert.deepEqual(outdatedIn(`${today}${text}\n`), [], text);
  });

  it('says nothing of a number outside of the list, nor in brackets of the others', () => {
    const apart = 'We follow A.12.4.1. Reports cite A.14.2.9 of the 2013 edition.';
    assert.deepEqual(outdatedIn(`${today}${apart}\n`), ['A.12.4.1']);
    assert.deepEqual(outdatedIn(`${today}We follow A.12.4.1, A.14.2.9 (2013 edition).\n`), ['A.12.4.1']);
  });
});

describe('a number that brackets mark as one that holds no more', () => {
  it('is no finding, be it a control, an objective or a group', () => {
    const of = (id: string): string => `# Basis\n\n- ISO/IEC 27001:2022 A.5.15, A.5.16\n- ISO/IEC 27001:2013 ${id}\n`;
    for (const id of [
      'A.9 (superseded)',
      'A.9.2 (withdrawn 2025)',
      'A.9.2.3 (abgelöst)',
      'A.9 (remplacé)',
      'A.9 [old]',
    ])
      assert.deepEqual(outdatedIn(of(id)), [], id);
    assert.deepEqual(outdatedIn(`${today}Rights: A.9.2.3 (superseded).\n`), []);
  });

  it('is one where the brackets say something else', () => {
    assert.deepEqual(outdatedIn(`${today}Rights: A.9.2.3 (withdrawn accounts).\n`), ['A.9.2.3']);
    assert.deepEqual(outdatedIn(`${today}Rights (old systems): A.9.2.3.\n`), ['A.9.2.3']);
  });
});
