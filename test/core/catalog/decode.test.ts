import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { createCatalog } from '../../../server/src/core/catalog/catalog.js';
import { encodeCatalog } from '../../../server/src/core/catalog/compact.js';
import { decodeCatalog } from '../../../server/src/core/catalog/decode.js';
import { parseAddition, readCatalogFile } from '../../../server/src/core/catalog/read-file.js';
import { miniData } from './mini.js';

const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('core/catalog: decodeCatalog', () => {
  it('gives back what was encoded', () => {
    const { problems, ...data } = miniData();
    deepStrictEqual(problems, []);
    deepStrictEqual(json(decodeCatalog(json(encodeCatalog(data)))), json(data));
  });

  it('says in words what it cannot read, and gives the rest', () => {
    const good = json(encodeCatalog(miniData())) as { standards: { entries: unknown[] }[]; mappings: unknown[] };
    good.standards[0]!.entries.push({ id: 7, kind: 'control' });
    good.standards.push({ entries: [] });
    good.mappings.push([9999, 0, 0, 0, 0], 'x');
    const data = decodeCatalog(good);
    strictEqual(data.standards.length, miniData().standards.length);
    strictEqual(data.mappings.length, miniData().mappings.length);
    deepStrictEqual(
      data.problems?.map((problem) => problem.message),
      [
        `The built catalog has an entry of ${data.standards[0]!.name} that cannot be read.`,
        'The built catalog has a standard that cannot be read (number 4).',
        '2 mapping rows of the built catalog cannot be read.',
      ],
    );
    deepStrictEqual(createCatalog(data).problems, data.problems);
  });

  it('takes any value without throwing', () => {
    for (const value of [undefined, null, 1, 'x', [], {}, { format: 'clausemark-catalog-1' }, { format: 'other' }]) {
      const data = decodeCatalog(value);
      ok(Array.isArray(data.standards));
      createCatalog(data).mappings('x:1');
    }
    const wrong = fc.record({
      format: fc.constant('clausemark-catalog-1'),
      standards: fc.anything(),
      mappings: fc.anything(),
      ends: fc.anything(),
      texts: fc.anything(),
    });
    fc.assert(
      fc.property(wrong, (value) => createCatalog(decodeCatalog(value)).standards.length >= 0),
      { numRuns: 200 },
    );
  });

  it('a wrong file is a problem, never an exception', () => {
    const piece = fc.constantFrom(
      'entries:',
      'rows:',
      'texts:',
      'key: x',
      '  - { id: "A.1" }',
      '\n',
      ': ',
      '- ',
      '&a',
      '*a',
      '"',
      '{',
      '[',
      '!!js',
      '\t',
      '#',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 12 }), (pieces) => {
        const result = readCatalogFile(pieces.join(''));
        return result.data !== undefined || result.problems.length > 0;
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.string(), (text) => parseAddition(text).problems.length >= 0),
      { numRuns: 200 },
    );
  });
});
