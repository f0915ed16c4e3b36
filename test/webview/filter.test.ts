import assert from 'node:assert/strict';
import { pageShell } from '../../client/webview/shared/shell.js';
import { applicabilityOf, countGaps, isFiltering, noFilter, passes } from '../../client/webview/soa/filter.js';
import { targetOf } from '../../client/webview/soa/targets.js';
import * as paneWords from '../../client/webview/soa/words.js';
import { percentage } from '../../server/src/core/soa/summary.js';
import * as coreWords from '../../server/src/core/soa/words.js';
import { shownTeaModel } from './support/models.js';

const model = shownTeaModel();
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
    const more = 'status: implemented\n    model: shared\n    supplier: Acme Kettles\n    decided_by: Tea board';
    const rows = shownTeaModel((soa) => soa.replace('status: implemented', more)).rows;
    for (const text of ['acme', 'tea board']) {
      assert.deepEqual(
        rows.filter((item) => passes(item, { ...noFilter, text })).map(({ id }) => id),
        ['A.5.1'],
        text,
      );
    }
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

describe('what a click in the pane opens', () => {
  const key = row.key;

  it('is the decision, the document, the section, the evidence, or the file', () => {
    assert.deepEqual(targetOf({ open: 'decision' }, row, model), { what: 'decision', key });
    assert.deepEqual(targetOf({ open: 'document' }, row, model), { what: 'document', key, path: 'tea.md' });
    const section = { what: 'document', key, path: 'tea.md', section: 1 };
    assert.deepEqual(targetOf({ open: 'section', section: '1' }, row, model), section);
    assert.deepEqual(targetOf({ open: 'mention' }, row, model), { what: 'document', key, path: 'notes.md' });
    assert.deepEqual(targetOf({ open: 'evidence' }, row, model), { what: 'file', path: 'pot.md' });
    assert.deepEqual(targetOf({ open: 'file', path: 'a.md' }, null, model), { what: 'file', path: 'a.md' });
    assert.deepEqual(targetOf({ open: 'clause', cell: 'k', path: 'a.md' }, null, model), {
      what: 'clause',
      key: 'k',
      path: 'a.md',
    });
    assert.deepEqual(targetOf({ open: 'problem', index: '2' }, null, model), { what: 'problem', index: 2 });
    assert.deepEqual(targetOf({ open: 'soa' }, null, model), { what: 'soa' });
  });

  it('is nothing for what is not there', () => {
    for (const open of ['document', 'section', 'mention', 'evidence', 'decision', 'file', 'clause', 'x']) {
      assert.equal(targetOf({ open, index: '9' }, null, model), null, open);
    }
    for (const open of ['document', 'section', 'mention', 'evidence'])
      assert.equal(targetOf({ open, index: '9' }, row, model), null, open);
    assert.equal(targetOf({ open: 'soa' }, null, { ...model, path: null }), null);
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
    assert.match(
      html,
      /content="default-src 'none'; base-uri 'none'; form-action 'none'; style-src https:\/\/x\.example; script-src 'nonce-n1'"/,
    );
    assert.doesNotMatch(html, /unsafe|style=|<style|\son[a-z]+=/);
  });

  it('cannot be broken by an address', () => {
    const html = pageShell({ scriptUri: '"><script>x</script>', styleUri: '', cspSource: '', nonce: '' });
    assert.doesNotMatch(html, /<script>x/);
  });
});
