import assert from 'node:assert/strict';
import type { Catalog } from '../../../../server/src/core/catalog/types.js';
import { suggestEntries } from '../../../../server/src/core/rules/support/suggest.js';
import { titleWordsOf } from '../../../../server/src/core/rules/support/titleLikeness.js';
import { miniCatalog, realCatalog } from '../../../support/miniCatalog.js';

function suggest(
  id: string,
  words: string | null,
  standardKey = 'iso99001-2020',
  catalog: Catalog = miniCatalog,
): string[] {
  return suggestEntries(id, words, catalog.standard(standardKey)!, catalog).map(({ entry, by }) => `${by} ${entry.id}`);
}

describe('suggestEntries', () => {
  it('offers near numbers of the same kind, the nearest first', () => {
    assert.deepEqual(suggest('A.5.11', null)[0], 'number A.5.10');
    assert.equal(suggest('A.6.3', null)[0], 'number A.6.2');
    assert.ok(suggest('9.3', null).every((one) => !one.includes('A.')));
  });

  it('puts the entry with the words beside the id first', () => {
    assert.equal(suggest('A.6.9', 'keys & locks')[0], 'title A.5.2');
  });

  it('says nothing rather than something far away', () => {
    assert.deepEqual(suggest('A.17.23.9', null), []);
    assert.deepEqual(suggest('A.17.23.9', 'the quick brown fox'), []);
  });

  it('compares British and American titles', () => {
    assert.deepEqual(titleWordsOf('Organisation of labelling'), titleWordsOf('Organization labeling'));
    assert.deepEqual(titleWordsOf('Policies'), titleWordsOf('policy'));
    assert.deepEqual(titleWordsOf('Minimisation'), titleWordsOf('minimization'));
  });

  it('finds real titles', function () {
    const catalog = realCatalog();
    if (!catalog) this.skip();
    assert.equal(suggest('A.8.93', 'Web filtering', 'iso27001-2022', catalog)[0], 'title A.8.23');
    assert.equal(suggest('A.5.38', null, 'iso27001-2022', catalog)[0], 'number A.5.37');
    assert.ok(suggest('A.6.10', null, 'iso42001-2023', catalog).length > 0);
  });

  it('offers nothing that is only alike: digits exchanged, the words of another subject', function () {
    const catalog = realCatalog();
    if (!catalog) this.skip();
    assert.deepEqual(suggest('A.8.43', null, 'iso27001-2022', catalog), ['number A.8.34']);
    assert.deepEqual(suggest('A.8.67', null, 'iso27001-2022', catalog), []);
    assert.deepEqual(suggest('A.4.9', 'AI system change log', 'iso42001-2023', catalog), []);
    assert.deepEqual(suggest('A.7.15', 'Reception desk rota', 'iso27001-2022', catalog), []);
    assert.deepEqual(suggest('A.8.2.1', 'Right of access', 'iso27701-2025', catalog), []);
    assert.deepEqual(suggest('A.9.9', 'Access rights', 'iso27701-2025', catalog), ['title A.3.9']);
  });
});
