/** What is said of a statement as a whole, above its rows and in what is handed on of it. */
import assert from 'node:assert/strict';
import { contentHash } from '../../../server/src/core/soa/contentHash.js';
import { buildSoaModel } from '../../../server/src/core/soa/model.js';
import { parseSoa } from '../../../server/src/core/soa/parse.js';
import { noProvenance } from '../../../server/src/core/soa/render/exportInput.js';
import { headerFacts } from '../../../server/src/core/soa/render/facts.js';
import { renderSoaHtml } from '../../../server/src/core/soa/render/html.js';
import { renderSoaMarkdown } from '../../../server/src/core/soa/render/markdown.js';
import { miniCatalog } from '../../support/miniCatalog.js';
import { makeSnapshot } from '../../support/workspace.js';

const head = 'organisation: Tea\nversion: "2.0"\nstatus: approved\napproved_by: CEO\napproved: 2026-01-01\n';
const standards = 'standards: { 99042: { edition: 2023 } }\n';

function modelOf(text: string) {
  const snapshot = makeSnapshot({ 'soa.yaml': text });
  return buildSoaModel(snapshot.systems[0]!, snapshot);
}

const textsOf = (text: string) => modelOf(text).problems.map((problem) => problem.text);

describe('The problems of a record', () => {
  it('are none where everything is in order', () => {
    assert.deepEqual(textsOf(`${head}${standards}controls:\n  99042:A.5.2: yes\n`), []);
  });

  it('name decisions that stand in no row, at their places', () => {
    const text = `${head}${standards}controls:\n  99042:A.5.99: { applicable: no, justification: Kept since 2013 }\n  99042:A.5.2: yes\n  99001:A.5.1: no\n`;
    const { problems, rows } = modelOf(text);
    assert.ok(!rows.some(({ justification }) => justification === 'Kept since 2013'));
    assert.match(
      problems[0]!.text,
      /^99042:2023 has no A\.5\.99, so this decision counts for nothing\. Correct the id, or remove the decision\./,
    );
    assert.match(problems[1]!.text, /^A\.5\.1 \(Rules of the house\) belongs to 99001:.*not among the standards/);
    assert.deepEqual(
      problems.map(({ severity, span }) => [severity, text.slice(span.start, span.end)]),
      [
        ['error', '99042:A.5.99'],
        ['warning', '99001:A.5.1'],
      ],
    );
  });

  it('tell that an approved statement is no longer what was approved', () => {
    const text = (justification: string, hash: string) =>
      `${head}${standards}controls:\n  99042:A.5.2: { applicable: no, justification: ${justification} }\n` +
      `released: { version: "2.0", date: 2026-01-01, by: CEO, hash: ${hash} }\n`;
    const hash = contentHash(parseSoa('soa.yaml', text('No robots.', `sha256:${'0'.repeat(64)}`), miniCatalog));
    assert.deepEqual(textsOf(text('No robots.', hash)), []);
    assert.match(
      textsOf(text('No robots any more.', hash))[0]!,
      /^This is no longer what was approved as version 2\.0 on 2026-01-01 by CEO/,
    );
  });

  it('tell that a folder is empty or cannot be read, so that its documents do not count', () => {
    const [outside, empty] = textsOf(`${head}${standards}folders: [../elsewhere, polices]\n`);
    assert.match(outside!, /“\.\.\/elsewhere” leads out of the workspace; it is left out/);
    assert.match(empty!, /There is no document in “polices”/);
  });

  it('tell what is missing of the approval, a version that is not raised and a review that is overdue', () => {
    assert.match(textsOf(`version: "1"\nstatus: approved\n${standards}`)[0]!, /does not say who approved it/);
    assert.match(
      textsOf(`${head}${standards}history: [{ version: "2.1", date: 2026-02-02 }]\n`)[0]!,
      /the change history knows 2\.1/,
    );
    assert.match(textsOf(`${head}next_review: 2026-11-20\n${standards}`)[0]!, /was due on 2026-11-20/);
  });

  it('stand in what is handed on, a line each, and at the end how many more there are', () => {
    const wrong = Array.from({ length: 40 }, (_, index) => `  99042:A.9.${index}: no\n`).join('');
    const model = modelOf(`${head}${standards}controls:\n${wrong}`);
    const fact = headerFacts(model, noProvenance).find(({ isConcern }) => isConcern)!;
    const lines = fact.text.split('\n');
    assert.equal(lines.length, 26);
    assert.match(lines[0]!, /^Line \d+: 99042:2023 has no A\.9\.0/);
    assert.equal(lines.length, new Set(lines.map((line) => /^Line (\d+)/.exec(line)?.[1])).size);
    assert.equal(lines[25], 'and 15 more, which “clausemark check” lists');
    const input = { model, matrix: null, provenance: noProvenance, folder: '' };
    assert.match(
      renderSoaHtml(input),
      /<div class="wide concern"><dt>Problems found<\/dt><dd>Line \d+: 99042:2023 has no A\.9\.0/,
    );
    assert.match(
      renderSoaMarkdown(input),
      /\| Problems found \| Line \d+: 99042:2023 has no A\.9\.0.*<br>Line \d+: 99042:2023 has no A\.9\.1,/,
    );
  });
});
