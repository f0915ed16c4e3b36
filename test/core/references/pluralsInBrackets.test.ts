/** "Control(s)", "Maßnahme(n)": a word for one or several is that word. */
import assert from 'node:assert/strict';
import { tokenise } from '../../../server/src/core/references/text/tokens.js';
import { referencesInTable as read } from '../../support/tableReadings.js';

const title = 'Risks (ISO/IEC 27001:2022)';

describe('a word with the ending of several in brackets', () => {
  it('heads a column as the word does', () => {
    for (const head of ['Control(s)', 'Annex A control(s)', 'Control ref(s)', 'Maßnahme(n)', 'Contrôle(s)', 'Ref(s)'])
      assert.deepEqual(
        read(title, [
          `| Risk | Treatment | ${head} |`,
          '| Fire | reduce | 7.5, 8.13 |',
          '| Loss | accept | 7.9, 8.1 |',
        ]),
        ['A.7.5', 'A.8.13', 'A.7.9', 'A.8.1'],
        head,
      );
    for (const head of ['Clause(s)', 'Klausel(n)'])
      assert.deepEqual(read(title, [`| Topic | ${head} |`, '| Audit | 9.2, 10.2 |']), ['9.2', '10.2'], head);
  });

  it('is one token, and what else is in brackets is not', () => {
    assert.deepEqual(
      tokenise('Control(s) (s) A(s) clause(d) measure(s').map(({ text }) => text),
      ['Control', '(', 's', ')', 'A', '(', 's', ')', 'clause', '(', 'd', ')', 'measure', '(', 's'],
    );
    const [word] = tokenise('Anforderung(en): 5.2');
    assert.deepEqual([word!.lower, word!.start, word!.end], ['anforderung', 0, 15]);
  });
});
