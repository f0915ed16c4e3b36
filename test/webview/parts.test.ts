/** The parts of the pane that need no page. */
import assert from 'node:assert/strict';
import {
  controlOf,
  driversOf,
  driversValue,
  evidenceOf,
  evidenceValue,
  noEvidence,
  splitList,
  withDriver,
} from '../../client/webview/soa/editor/values.js';
import { rowsAsMarkdown } from '../../client/webview/soa/rowMarkdown.js';
import { Selection } from '../../client/webview/soa/selection.js';
import { nextSort, sortRows, standardOrder } from '../../client/webview/soa/sort.js';
import { nextUndecided } from '../../client/webview/soa/undecided.js';
import { shadeOf, shareText } from '../../client/webview/soa/views/shading.js';
import { modelLabels } from '../../client/webview/soa/words.js';
import type { PaneRow } from '../../server/src/core/soa/paneTypes.js';
import * as coreWords from '../../server/src/core/soa/words.js';
import { shownTeaModel } from './support/models.js';

const { rows } = shownTeaModel();
const ids = (some: readonly PaneRow[]) => some.map(({ standard, id }) => `${standard}:${id}`);

describe('order of the rows', () => {
  const sorted = (by: Parameters<typeof nextSort>[1], isDescending = false) =>
    ids(sortRows(rows, { by, isDescending }));

  it('is that of the standard unless another one is chosen', () => {
    assert.deepEqual(sortRows(rows, standardOrder), rows);
    assert.deepEqual(sorted('id', true), ids(rows).reverse());
  });

  it('has gaps first, most of them at the top, and equal rows as they were', () => {
    assert.deepEqual(sorted('gaps').slice(0, 2), ['90001:A.5.10', '90001:A.6.1']);
    assert.deepEqual(sorted('gaps').slice(-2), ['90001:A.5.2', '90002:A.2.2.2']);
  });

  it('has rows without a text last in both directions', () => {
    assert.equal(sorted('responsible')[0], '90001:A.5.1');
    assert.equal(sorted('responsible', true)[0], '90001:A.5.1');
    assert.equal(sorted('status', true)[0], '90001:A.5.1');
  });

  it('changes with a click: up, down, back', () => {
    const up = nextSort(standardOrder, 'status');
    const down = nextSort(up, 'status');
    assert.deepEqual([up.isDescending, down.isDescending, nextSort(down, 'status')], [false, true, standardOrder]);
    assert.deepEqual(nextSort(down, 'title'), { by: 'title', isDescending: false });
  });
});

describe('the next control without a decision', () => {
  it('is looked for from a row on, around the end, in both directions', () => {
    const from = (index: number, step: 1 | -1 = 1) => nextUndecided(rows, rows[index]!.key, step)?.id;
    assert.equal(nextUndecided(rows, null)?.id, 'A.5.10');
    assert.equal(nextUndecided(rows, null, -1)?.standard, '90002');
    assert.deepEqual([from(0), from(2), from(3), from(7)], ['A.5.10', 'A.6.1', 'A.1.2.2', 'A.5.10']);
    assert.equal(from(2, -1), 'A.5.1');
  });

  it('is none where all are decided or made for another role', () => {
    const decided = rows.filter((row) => row.applicability !== 'undecided' || !row.isInRole);
    assert.equal(decided.length, 3);
    assert.equal(nextUndecided(decided, null), null);
    assert.equal(nextUndecided([], null), null);
  });
});

describe('choosing rows', () => {
  it('toggles, extends from the row chosen last, and takes all or none', () => {
    const chosen = new Selection();
    chosen.toggle('b');
    chosen.extend('d', ['a', 'b', 'c', 'd', 'e']);
    assert.deepEqual(chosen.all().sort(), ['b', 'c', 'd']);
    chosen.toggle('c');
    assert.deepEqual(chosen.all().sort(), ['b', 'd']);
    chosen.toggleAll(['a', 'b']);
    assert.deepEqual(chosen.all().sort(), ['a', 'b', 'd']);
    chosen.toggleAll(['a', 'b']);
    assert.deepEqual(chosen.all(), ['d']);
    chosen.keepOnly(new Set(['a']));
    assert.equal(chosen.size, 0);
    chosen.extend('x', ['x']);
    assert.deepEqual(chosen.all(), ['x']);
  });
});

describe('values of the editor', () => {
  const row = rows[0]!;

  it('are what the row says, and come back unchanged', () => {
    assert.deepEqual(driversValue(driversOf(row)), row.drivers);
    assert.deepEqual(evidenceValue(evidenceOf(row)), [{ file: 'pot.md', date: '2026-01-31' }]);
  });

  it('name evidence by what it is', () => {
    const entry = (text: string, date = '', kept = noEvidence.kept) => ({ ...noEvidence, text, date, kept });
    assert.deepEqual(
      evidenceValue([
        entry(' a.md '),
        entry(''),
        entry('https://example.org/a', '2026-01-01'),
        entry('evidence/', '2026-01-01'),
        entry('Ticket 4711', '2026-01-01'),
        { ...entry('a.md'), until: '2027-01-01' },
        entry('a b.md', '', { ...noEvidence.kept, note: 'see page 3' }),
      ]),
      [
        'a.md',
        { link: 'https://example.org/a', date: '2026-01-01' },
        { file: 'evidence/', date: '2026-01-01' },
        { note: 'Ticket 4711', date: '2026-01-01' },
        { file: 'a.md', valid_until: '2027-01-01' },
        { file: 'a b.md', note: 'see page 3' },
      ],
    );
  });

  it('keep commas inside of an id', () => {
    assert.deepEqual(splitList(' R-1;One team, many hats ;; \n x'), ['R-1', 'One team, many hats', 'x']);
    assert.deepEqual(withDriver(row, 'risk', ['R-1', 'R-2']), [{ kind: 'risk', ids: ['R-1', 'R-2'] }]);
    assert.deepEqual(withDriver(row, 'legal', []), [...row.drivers, { kind: 'legal', ids: [] }]);
  });

  it('call a control of the organisation by its own id', () => {
    assert.equal(controlOf(row), row.key);
    assert.equal(controlOf({ ...row, key: 'additional:X-1', id: 'X-1', isAdditional: true }), 'X-1');
  });

  it('have the words of the exports', () => assert.deepEqual(modelLabels, coreWords.modelLabels));
});

describe('a row as Markdown', () => {
  it('has the columns of the pane, and the gaps where there are some', () => {
    const lines = rowsAsMarkdown([rows[0]!, rows[2]!]).split('\n');
    assert.equal(lines.length, 5);
    assert.match(lines[0]!, /^\| Control \| Title \| .* \| Evidence \| Gaps \|$/);
    assert.match(lines[2]!, /\| POL-1 Tea Policy \| pot\.md \(2026-01-31\) \| {2}\|$/);
    assert.match(lines[3]!, /^\| 90001:A\.5\.10 \| Use of kettles \| Undecided \| .*The soa\.yaml has no entry/);
    assert.equal(rowsAsMarkdown([rows[0]!]).includes('Gaps'), false);
  });

  it('shows hostile texts as text, on one line', () => {
    const justification = 'a | b\r\n<script>alert(1)</script> [x](javascript:1) `c` **d** \u202e&lt;';
    const [, , line] = rowsAsMarkdown([{ ...rows[0]!, justification }]).split('\n');
    assert.equal(line!.split(/(?<!\\)\|/).length, 11, 'no cell more or less');
    assert.doesNotMatch(line!, /(?<!\\)<script|(?<!\\)\[|\u202e|(?<!\\)&lt/);
    assert.match(line!, /a \\\| b<br>\\<script\\>/);
  });
});

describe('shades', () => {
  it('are darkest only where all is there, and empty only where nothing is', () => {
    assert.deepEqual(
      [0, 1, 50, 99, 100].map((part) => shadeOf(part, 100).at(-1)),
      ['0', '1', '3', '4', '5'],
    );
    assert.equal(shadeOf(0, 0), 'shade shade-none');
    assert.equal(shareText(199, 200), '199 of 200 · 99 %');
    assert.equal(shareText(0, 0), '–');
  });
});
