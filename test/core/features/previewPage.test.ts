import assert from 'node:assert';
import { previewPage } from '../../../server/src/core/features/previewPage.js';
import { catalogOfProject } from '../../support/realCatalog.js';
import { makeSnapshot } from '../../support/workspace.js';

const text = `---
id: POL-1
title: Access
owner: TBD
status: approved
controls: [27001:A.5.15]
---
# Access
<!-- controls: 27001:A.5.18 -->
See ISO/IEC 27001:2022 A.5.99 and A.8.2 to A.8.4.
`;

describe('The page of the preview', () => {
  const snapshot = makeSnapshot(
    { 'a.md': text, 'b.md': '**Owner:** CISO\n\n**Status:** draft\n' },
    { catalog: catalogOfProject() },
  );

  it('has a chip for each reference, with titles and state', () => {
    const page = previewPage(snapshot, 'a.md')!;
    assert.deepEqual(
      page.chips.map(({ text: shown, titles, isTag, state }) => [shown, titles.length, isTag, state]),
      [
        ['27001:A.5.15', 1, true, null],
        ['27001:A.5.18', 1, true, null],
        ['A.5.99', 0, false, 'unknown'],
        ['A.8.2 to A.8.4', 3, false, 'uncovered'],
      ],
    );
    assert.equal(page.chips[0]!.titles[0], '27001:2022 A.5.15 Access control');
    for (const chip of page.chips) assert.equal(text.slice(chip.span.start, chip.span.end), chip.text);
  });

  it('lists the fields that the front matter fills in, and no placeholder', () => {
    assert.deepEqual(previewPage(snapshot, 'a.md')!.fields, [
      { name: 'id', value: 'POL-1' },
      { name: 'title', value: 'Access' },
      { name: 'status', value: 'approved' },
    ]);
  });

  it('leaves fields that stand in the text to the text', () => {
    assert.deepEqual(previewPage(snapshot, 'b.md')!.fields, []);
    assert.equal(previewPage(snapshot, 'none.md'), null);
  });
});
