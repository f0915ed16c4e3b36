import assert from 'node:assert/strict';
import { parseDocument, resolveDocument } from '../../../server/src/core/parse.js';
import { defaultSettings } from '../../../server/src/core/settings.js';
import { catalogOfProject } from '../../support/realCatalog.js';

const context = { catalog: catalogOfProject(), settings: defaultSettings };

/** Which standard a clause below a sentence is of, in a document about two standards. */
function standardAfter(sentence: string): string | null {
  const text = `# Manual\n\nISO/IEC 27001:2022, ISO/IEC 27701:2025. ${sentence}\n\n## Audits\n\nSee clause 9.2.\n`;
  const document = resolveDocument(parseDocument('a.md', text, context), [], context);
  const found = document.references.find(({ ids }) => ids.join() === '9.2');
  assert.ok(found, sentence);
  return found.standard;
}

describe('the standard that holds by default', () => {
  it('is told in seven languages by numbers without further indication', () => {
    const sentences = [
      'Numbers without further indication are those of 27701.',
      'Numbers without any other qualification are those of 27701.',
      'Numbers with no other name are those of 27701.',
      'Numbers with no standard are those of 27701.',
      'Nummern ohne weitere Angabe sind die der 27701.',
      'Nummern OHNE ANDERE ANGABEN sind die der 27701.',
      'Les numéros sans autre précision sont ceux de 27701.',
      'Los números sin otra indicación son los de 27701.',
      'Números sem outra menção são os da 27701.',
      'I numeri senza altra indicazione sono quelli di 27701.',
      'Nummers zonder nadere aanduiding zijn die van 27701.',
    ];
    for (const sentence of sentences) assert.equal(standardAfter(sentence), '27701', sentence);
  });

  it('is told in seven languages by “unless said otherwise”', () => {
    const sentences = [
      'Unless said otherwise, numbers are those of ISO/IEC 27701.',
      'Wo nichts anderes steht, sind Nummern die der ISO/IEC 27701.',
      'Sauf mention contraire, les numéros sont ceux de ISO/IEC 27701.',
      'Salvo indicación en contrario, los números son los de ISO/IEC 27701.',
      'Exceto quando dito, os números são os da ISO/IEC 27701.',
      'Se non diversamente indicato, i numeri sono quelli di ISO/IEC 27701.',
      'Tenzij anders vermeld, zijn nummers die van ISO/IEC 27701.',
    ];
    for (const sentence of sentences) assert.equal(standardAfter(sentence), '27701', sentence);
  });

  it('is not told by words that are only like these', () => {
    for (const sentence of ['Nobody goes without lunch.', 'The standard has no name of its own here.'])
      assert.notEqual(standardAfter(sentence), '27701', sentence);
  });
});
