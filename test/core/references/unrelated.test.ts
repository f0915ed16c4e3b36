import assert from 'node:assert/strict';
import { readReferences } from '../../../server/src/core/references/grammar.js';
import { withoutOthers } from '../../../server/src/core/references/notOurs/unrelated.js';
import { makeRun } from '../../../server/src/core/references/text/run.js';
import { standardNames } from '../../../server/src/core/references/text/standardNames.js';
import { catalogOfProject } from '../../support/realCatalog.js';

function unrelated(sentence: string): number {
  const run = makeRun(sentence, 0, standardNames(catalogOfProject()));
  const raws = readReferences(run.tokens, run.mentions, 'none');
  return raws.length - withoutOthers(run, raws).length;
}

describe('numbers that have nothing to do with the standard', () => {
  it('are told so in seven languages', () => {
    const sentences = [
      'Shelf (A.9.4.1) has nothing to do with it.',
      'Shelf (A.9.4.1) has no connection to it.',
      'Shelf (A.9.4.1) has no connection with it.',
      'Shelf (A.9.4.1) is nothing connected with it.',
      'SHELF (A.9.4.1) IS UNRELATED TO THAT.',
      'Heft (A.9.4.1) hat nichts mit der Norm zu tun.',
      'Heft (A.9.4.1) hat nicht mit ihr zu tun.',
      'Heft (A.9.4.1) hat nichts damit zu tun.',
      'Le rayon (A.9.4.1) n’a rien à voir avec elle.',
      'LE RAYON (A.9.4.1) N’A RIEN À VOIR AVEC ELLE.',
      'El estante (A.9.4.1) no tiene nada que ver con la norma.',
      'A prateleira (A.9.4.1) nada a ver com isto.',
      'Os cadernos (A.9.4.1) não têm a ver com isto.',
      'Plank (A.9.4.1) heeft er niets te maken.',
      'Lo scaffale (A.9.4.1) non ha niente a che fare con essa.',
      'Lo scaffale (A.9.4.1) non ha niente a che vedere con essa.',
    ];
    for (const sentence of sentences) assert.equal(unrelated(sentence), 1, sentence);
  });

  it('are not where such words are parts of others', () => {
    for (const sentence of ['A.9.4.1 tells whom to connect to.', 'A.9.4.1 is related to A.5.9.', 'A.9.4.1 ist zu tun.'])
      assert.equal(unrelated(sentence), 0, sentence);
  });
});
