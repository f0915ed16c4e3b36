import assert from 'node:assert/strict';
import { pageShell } from '../../client/webview/shared/shell.js';
import { applicabilityOf, countGaps, isFiltering, noFilter, passes } from '../../client/webview/soa/filter.js';
import { placeOf } from '../../client/webview/soa/places.js';
import * as paneWords from '../../client/webview/soa/words.js';
import { percentage } from '../../server/src/core/soa/summary.js';
import * as coreWords from '../../server/src/core/soa/words.js';
import { teaModel } from './support/models.js';

const model = teaModel();
const row = model.rows[0]!;
const shown = (filter: Partial<typeof noFilter>) =>
  model.rows.filter((item) => passes(item, { ...noFilter, ...filter })).map((item) => item.id);

describe('filter of the pane', () => {
  it('shows everything without a filter', () => {
    assert.equal(shown({}).length, model.rows.length);
    assert.equal(isFiltering(noFilter), false);
  });

  it('filters by standard, applicability, status and gap', () => {
    assert.deepEqual(shown({ standard: 'iso90001-2022' }), ['A.5.1', 'A.5.2', 'A.5.10', 'A.6.1']);
    assert.deepEqual(shown({ applicability: 'no' }), ['A.5.2']);
    assert.deepEqual(shown({ applicability: 'outside' }), ['A.2.2.2']);
    assert.deepEqual(shown({ status: 'implemented' }), ['A.5.1']);
    assert.deepEqual(shown({ status: 'none', standard: 'iso90001-2022' }), ['A.5.2', 'A.5.10', 'A.6.1']);
    assert.deepEqual(shown({ gap: 'missing-decision', standard: 'iso90001-2022' }), ['A.5.10', 'A.6.1']);
    assert.deepEqual(shown({ gap: 'any', standard: 'iso90001-2022' }), ['A.5.10', 'A.6.1']);
  });

  it('finds words in everything that a row shows, in any order and case', () => {
    for (const text of ['kettle', 'a.5.10', '90001:a.5.10']) assert.deepEqual(shown({ text }), ['A.5.10']);
    for (const text of ['EARL grey', 'head tea', 'R-1', 'POL-1', 'brewing', 'pot.md']) {
      assert.deepEqual(shown({ text }), ['A.5.1'], text);
    }
    assert.deepEqual(shown({ text: 'nobody wrote this' }), []);
  });

  it('counts gaps', () => {
    assert.equal(countGaps(model).get('missing-decision'), model.rows.length - 3);
  });

  it('tells controls outside the roles', () => {
    assert.equal(applicabilityOf(row), 'yes');
    assert.equal(applicabilityOf({ ...row, isInRole: false, applicability: 'undecided' }), 'outside');
    assert.equal(applicabilityOf({ ...row, isInRole: false }), 'yes');
  });
});

describe('places that the pane opens', () => {
  it('leads to the decision, the document, the section and the evidence', () => {
    assert.deepEqual(placeOf('decision', row, model, 0, 0), { path: 'soa.yaml', span: row.decisionSpan });
    assert.deepEqual(placeOf('document', row, model, 0, 0), { path: 'tea.md', span: { start: 10, end: 15 } });
    assert.deepEqual(placeOf('section', row, model, 0, 0), { path: 'tea.md', span: { start: 1000, end: 1010 } });
    assert.deepEqual(placeOf('mention', row, model, 0, 0)?.path, 'notes.md');
    assert.deepEqual(placeOf('evidence', row, model, 0, 0), { path: 'pot.md', span: { start: 0, end: 0 } });
    assert.deepEqual(placeOf('soa', null, model, 0, 0), { path: 'soa.yaml', span: { start: 0, end: 0 } });
  });

  it('leads to where a missing decision belongs, and without a soa.yaml to the document', () => {
    const undecided = model.rows.find((item) => item.id === 'A.5.10')!;
    assert.deepEqual(placeOf('decision', undecided, model, 0, 0), { path: 'soa.yaml', span: model.insertAt });
    assert.deepEqual(placeOf('decision', row, { ...model, path: null }, 0, 0)?.path, 'tea.md');
    assert.equal(placeOf('decision', undecided, { ...model, path: null }, 0, 0), null);
  });

  it('leads nowhere for what is not there', () => {
    for (const what of ['document', 'section', 'mention', 'evidence', 'problem', 'decision', 'x']) {
      assert.equal(placeOf(what, null, model, 9, 9), null);
    }
    assert.equal(placeOf('document', row, model, 9, 0), null);
    assert.equal(placeOf('section', row, model, 0, 9), null);
  });
});

describe('words of the pane', () => {
  it('are those of the exports', () => {
    const { outside, ...applicability } = paneWords.applicabilityLabels;
    assert.deepEqual([applicability, outside], [coreWords.applicabilityLabels, coreWords.notInRoleLabel]);
    assert.deepEqual(paneWords.statusLabels, coreWords.statusLabels);
    assert.deepEqual(paneWords.driverLabels, coreWords.driverLabels);
    assert.deepEqual(paneWords.concernLabels, coreWords.concernLabels);
    assert.deepEqual(paneWords.gapLabels, coreWords.gapLabels);
    assert.deepEqual(paneWords.roleLabels, coreWords.roleLabels);
    assert.deepEqual(paneWords.documentStatusLabels, coreWords.documentStatusLabels);
    assert.equal(paneWords.percent(199, 200), `${percentage(199, 200)} %`);
  });
});

describe('page of the pane', () => {
  it('allows nothing but its own style sheet and script', () => {
    const html = pageShell({ scriptUri: 's.js', styleUri: 's.css', cspSource: 'https://x.example', nonce: 'n1' });
    assert.match(html, /content="default-src 'none'; style-src https:\/\/x\.example; script-src 'nonce-n1'"/);
    assert.doesNotMatch(html, /unsafe|style=|<style|\son[a-z]+=/);
  });

  it('cannot be broken by an address', () => {
    const html = pageShell({ scriptUri: '"><script>x</script>', styleUri: '', cspSource: '', nonce: '' });
    assert.doesNotMatch(html, /<script>x/);
  });
});
