/** `A5.39`: an id without its dot that the standard does not have. */
import assert from 'node:assert/strict';
import { parseDocument, resolveDocument } from '../../../server/src/core/parse.js';
import { defaultSettings } from '../../../server/src/core/settings.js';
import { catalogOfProject } from '../../support/realCatalog.js';

const context = { catalog: catalogOfProject(), settings: defaultSettings };

/** The ids of a text that their standard does not have. */
function missing(text: string): string[] {
  const { references } = resolveDocument(parseDocument('a.md', text, context), [], context);
  return references
    .filter(({ standard, edition, ids }) => {
      const key = standard === null ? undefined : context.catalog.edition(standard, edition)?.key;
      return key !== undefined && !context.catalog.find(key, ids[0]!);
    })
    .flatMap(({ ids }) => ids);
}

describe('an id without its dot that no control has', () => {
  const about = '# Logging (ISO/IEC 27001:2022)\n\n';

  it('is a slip among others that are controls', () => {
    assert.deepEqual(missing(`${about}Controls: A5.15, A5.18, A5.39, A8.2, A8.15, A8.36.\n`), ['A.5.39', 'A.8.36']);
    assert.deepEqual(missing(`${about}Maßnahmen A5.15, A8.2, A8.15 und A8.36.\n`), ['A.8.36']);
    assert.deepEqual(missing(`${about}Formerly A12.3.1 and A12.2.9.\n`), ['A.12.2.9']);
  });

  it('is one below the name of the standard', () => {
    assert.deepEqual(missing('# Logs\n\n| Rule | ISO 27001:2022 |\n|---|---|\n| a | A8.15 |\n| b | A8.77 |\n'), [
      'A.8.77',
    ]);
  });

  it('is none by itself, among rooms, or beside another framework', () => {
    assert.deepEqual(missing(`${about}Rooms A5.1, A5.40, A5.42 and A8.99 are closed.\n`), []);
    assert.deepEqual(missing(`${about}Room A8.36 is closed.\n`), []);
    assert.deepEqual(missing(`${about}Patches (Cyber Essentials A6.4, A6.5, A7.4, A6.9).\n`), []);
    assert.deepEqual(missing('# Doors\n\nA5.15, A8.2, A8.15, A8.36\n'), []);
  });
});
