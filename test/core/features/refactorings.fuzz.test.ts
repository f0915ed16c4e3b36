/** Texts made of the pieces that matter, in any order: nothing throws, edits do not overlap, refactorings say the same. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { documentLinks } from '../../../server/src/core/features/documentLinks.js';
import { editsForMoves } from '../../../server/src/core/features/fileMoves.js';
import { refactorings } from '../../../server/src/core/features/refactorings.js';
import { rename } from '../../../server/src/core/features/rename.js';
import { changedFiles } from '../../support/checkRefactoring.js';
import { makeSnapshot } from '../../support/workspace.js';

const pieces = [
  ...['\n', '\r\n', '\n\n', ' ', ', ', '---\n', '\ufeff', '\u2028', 'ß', '😀'],
  ...['id: POL-1\n', 'type: policy\n', 'controls: [', ']\n', 'controls:\n', '  - ', '"', "'", '# x\n'],
  ...['# Title', '## Part', '### Sub {#own}', '\n===\n', '> ', '- ', '```\n', '`', '<!-- controls: ', ' -->', '<!--'],
  ...[
    '99001:A.5.1',
    '99001:A.5.2',
    'A.5.3',
    'A.5.1-A.5.3',
    'A.5.1, A.5.2 and A.5.3',
    'ISO/IEC 99001:2020 ',
    '99042:A.7.2',
  ],
  ...[
    '[x](',
    '[x](b.md#part)',
    '[y](#part)',
    ')',
    '[r]: b.md',
    '[^1]',
    '<a href="b.md#part">',
    'POL-1',
    'POL-1/POL-2',
    'POL-2',
  ],
];

const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(''));
const system =
  'standards:\n  99001: { edition: 2020 }\n  99042: { edition: 2023 }\ncontrols:\n  99001:A.5.1: { applicable: true, documents: [a.md#part, POL-1] }\n';

describe('renaming and refactoring any text', () => {
  it('does not throw, and its edits can be made', () => {
    fc.assert(
      fc.property(texts, fc.nat(200), (text, at) => {
        const files = {
          'a.md': text,
          'b.md': '---\nid: POL-2\n---\n# Part\n\n[z](a.md#part) POL-1\n',
          'soa.yaml': system,
        };
        const snapshot = makeSnapshot(files);
        const offset = Math.min(at, text.length);
        documentLinks(snapshot, 'a.md');
        const renamed = rename(snapshot, 'a.md', offset, 'New-1');
        if (renamed && 'edits' in renamed) changedFiles(files, renamed.edits);
        changedFiles(files, editsForMoves(snapshot, [{ from: 'a.md', to: 'p/a.md' }], true));
        changedFiles(files, editsForMoves(snapshot, [{ from: 'b.md', to: 'p/c d.md' }], true));
        for (const { title, edits, newFile } of refactorings(snapshot, 'a.md', { start: offset, end: offset })) {
          const changed = { ...changedFiles(files, edits), ...(newFile ? { [newFile.path]: newFile.text } : {}) };
          const after = makeSnapshot({ ...files, ...changed });
          const said = (one: typeof after) =>
            [...one.documents.values()].flatMap(({ references }) => references.flatMap(({ ids }) => ids)).sort();
          if (!title.startsWith('Tag')) assert.deepEqual(said(after), said(snapshot), title);
        }
      }),
      { numRuns: 200, seed: 7 },
    );
  });
});
