import assert from 'node:assert/strict';
import { chainAt, chainBackwards, chainOnwards } from '../../../server/src/core/features/callHierarchy.js';
import { codeLenses, describeLens } from '../../../server/src/core/features/codeLenses.js';
import {
  definitionsAt,
  hoverAt,
  implementationsAt,
  lensesIn,
  symbolsFor,
  tokensIn,
} from '../../support/checkFeatures.js';
import { catalogOfProject } from '../../support/realCatalog.js';
import { type Files, makeSnapshot } from '../../support/workspace.js';

const catalog = catalogOfProject();
const soaOf = (documents: string, more = '') => `
standards: [27001:2022]
controls:
  27001:A.8.13:
    applicable: true
    documents: ${documents}${more}
`;
const policy = `---
id: POL-01
title: Backup
status: approved
---
# Backup

Copies are made (ISO/IEC 27001:2022 A.8.13).
`;
const files: Files = { 'soa.yaml': soaOf('[POL-01, hosting.pdf]'), 'policy.md': policy, 'hosting.pdf': '' };
const marked = (own: Files, path: string, words: string): Files => ({
  ...own,
  [path]: own[path]!.replace(words, `${words.slice(0, -1)}$0${words.slice(-1)}`),
});
const coveredBy = (own: Files, path = 'policy.md', words = 'A.8.13') => {
  const markdown = hoverAt(marked(own, path, words), { catalog })!;
  return /\*\*Covered by.*(?:\n- .*)*/.exec(markdown)?.[0];
};

describe('Documents that a decision lists', () => {
  it('cover the control in hovers, which say that they are listed and cite them no second time', () => {
    const expected = [
      '**Covered by**',
      '- [POL-01 Backup](<policy.md:POL-01>): listed in [soa.yaml](<soa.yaml:POL-01>)',
      '- [hosting.pdf](<hosting.pdf:>): listed in [soa.yaml](<soa.yaml:hosting.pdf>)',
    ].join('\n');
    assert.equal(coveredBy(files), expected);
    assert.equal(coveredBy(files, 'soa.yaml'), expected);
    assert.doesNotMatch(hoverAt(marked(files, 'policy.md', 'A.8.13'), { catalog })!, /cited/);
  });

  it('stand once, with their tags where they have some, and behind the documents that have', () => {
    const tagged = policy.replace('status: approved', 'controls: [27001:A.8.13]');
    const texts = { ...files, 'soa.yaml': soaOf('[hosting.pdf, POL-01, policy.md, hosting.pdf]') };
    assert.match(
      coveredBy(texts)!,
      /^\*\*Covered by\*\*\n- \[hosting.pdf\].*\n- \[POL-01 Backup\]\(<policy.md:POL-01>\): listed in .*$/,
    );
    const lines = coveredBy({ ...texts, 'policy.md': tagged }, 'soa.yaml')!.split('\n');
    assert.match(lines[1]!, /^- \[POL-01 Backup\].*: \[front matter\]/);
    assert.match(lines[2]!, /^- \[hosting.pdf\]/);
    assert.equal(lines.length, 3);
  });

  it('are counted where there are more than a hover shows', () => {
    const names = Array.from({ length: 9 }, (_, index) => `f${index}.pdf`);
    const many = { ...Object.fromEntries(names.map((name) => [name, ''])), 'policy.md': policy };
    const lines = coveredBy({ ...many, 'soa.yaml': soaOf(`[${names.join(', ')}]`) })!.split('\n');
    assert.deepEqual([lines.length, lines[7]], [8, '- and 3 more documents']);
  });

  it('cover nothing where they are nowhere, and count where nobody can look', () => {
    const missing = { 'policy.md': policy, 'soa.yaml': soaOf('[gone.pdf, POL-99]') };
    assert.equal(coveredBy(missing), '**Covered by:** no document claims it');
    assert.ok(lensesIn(missing, 'soa.yaml', { catalog })[0]!.endsWith('No document claims it'));
    const outside = { 'policy.md': policy, 'soa.yaml': soaOf('[../../legal/hosting.pdf]') };
    assert.match(coveredBy(outside)!, /\n- hosting\.pdf: listed in \[soa\.yaml\]\(.*\), outside of the workspace$/);
    assert.deepEqual(implementationsAt(marked(outside, 'policy.md', 'A.8.13'), { catalog }), []);
    assert.deepEqual(tokensIn(outside, { catalog }), ['A.8.13 control']);
  });

  it('stand in the lens of the decision, with the places that it leads to', () => {
    assert.deepEqual(lensesIn(files, 'soa.yaml', { catalog }), ['3: 2 documents: POL-01 Backup, hosting.pdf [2]']);
    const draft = { ...files, 'policy.md': policy.replace('approved', 'draft'), 'soa.yaml': soaOf('[policy.md]') };
    assert.deepEqual(lensesIn(draft, 'soa.yaml', { catalog }), ['3: 1 document: POL-01 Backup (draft) [1]']);
  });

  it('make a control covered in symbols and colours', () => {
    const symbol = (own: Files) => symbolsFor('A.8.13', own, { catalog })[0];
    assert.equal(symbol(files), 'control 27001:2022 A.8.13 Information backup — covered by 2 documents → soa.yaml');
    assert.match(symbol({ ...files, 'soa.yaml': soaOf('[POL-01]') })!, /covered by policy\.md/);
    assert.deepEqual(tokensIn(files, { catalog }), ['A.8.13 control']);
    assert.deepEqual(tokensIn({ ...files, 'soa.yaml': soaOf('[gone.pdf]') }, { catalog }), [
      'A.8.13 control uncovered',
    ]);
  });

  it('are where definition and implementation lead', () => {
    const places = ['policy.md: POL-01', 'hosting.pdf: '];
    assert.deepEqual(definitionsAt(marked(files, 'soa.yaml', 'A.8.13'), { catalog }), places);
    assert.deepEqual(implementationsAt(marked(files, 'soa.yaml', 'A.8.13'), { catalog }), places);
    assert.deepEqual(implementationsAt(marked(files, 'policy.md', 'A.8.13'), { catalog }), places);
  });

  it('are links of the chain of proof, both ways', () => {
    const own = { ...files, 'soa.yaml': soaOf('[POL-01, hosting.pdf]', '\n    evidence: [log.csv]') };
    const snapshot = makeSnapshot(own, { catalog });
    const [control] = chainAt(snapshot, 'soa.yaml', own['soa.yaml'].indexOf('A.8.13'));
    const onwards = chainOnwards(snapshot, control!);
    assert.deepEqual(
      onwards.map(({ item }) => item.name),
      ['POL-01 Backup', 'hosting.pdf', 'log.csv'],
    );
    for (const { item } of onwards) {
      assert.deepEqual(
        chainBackwards(snapshot, item).map((link) => link.item.name),
        ['A.8.13 Information backup'],
      );
    }
  });

  it('lead nowhere where there is nothing to open: a pattern, a folder', () => {
    const pattern = { 'policy.md': policy, 'a/x.pdf': '', a: '', 'soa.yaml': soaOf('[a/*.pdf]') };
    assert.match(coveredBy(pattern)!, /\n- \\\*\.pdf: listed in/);
    assert.deepEqual(implementationsAt(marked(pattern, 'policy.md', 'A.8.13'), { catalog }), []);
    const own = { 'policy.md': policy, annex: '', 'soa.yaml': soaOf('[annex/]') };
    const snapshot = { ...makeSnapshot(own, { catalog }), isFolder: (path: string) => path === 'annex' };
    const [lens] = codeLenses(snapshot, 'soa.yaml');
    assert.deepEqual(describeLens(snapshot, 'soa.yaml', lens!.subject), { title: '1 document: annex/', places: [] });
  });

  it('count for the statement that lists them, from its folder', () => {
    const parts = {
      'a/soa.yaml': soaOf('[b.pdf]'),
      'a/b.pdf': '',
      'c/soa.yaml': soaOf('[b.pdf]'),
      'policy.md': policy,
    };
    assert.equal(coveredBy(parts), '**Covered by**\n- [b.pdf](<a/b.pdf:>): listed in [soa.yaml](<a/soa.yaml:b.pdf>)');
  });
});

describe('A clause that a document covers by tagging one above it', () => {
  const tagging = '---\nid: POL-09\ntitle: Audits\ncontrols: [27001:9.2]\n---\n# Audits\n';
  const citing = '# Notes\n\nAs ISO/IEC 27001:2022, clause 9.2.2 asks for.\n';
  const own: Files = { 'audits.md': tagging, 'policy.md': citing };

  it('leads to that tag', () => {
    const place = ['audits.md: 9.2'];
    assert.deepEqual(definitionsAt(marked(own, 'policy.md', '9.2.2'), { catalog }), place);
    assert.deepEqual(implementationsAt(marked(own, 'policy.md', '9.2.2'), { catalog }), place);
  });

  it('leads to its own tags first, and to each document by the nearest one', () => {
    const both = { ...own, 'own.md': '---\ncontrols: [27001:9.2.2, 27001:9]\n---\n# Own\n' };
    assert.deepEqual(implementationsAt(marked(both, 'policy.md', '9.2.2'), { catalog }), [
      'own.md: 9.2.2',
      'audits.md: 9.2',
    ]);
    assert.deepEqual(
      implementationsAt(marked({ ...own, 'audits.md': '# None\n' }, 'policy.md', '9.2.2'), { catalog }),
      [],
    );
  });

  it('does not hold for controls and their themes', () => {
    const theme = { 'audits.md': '---\ncontrols: [27001:A.8]\n---\n', 'policy.md': policy };
    assert.deepEqual(implementationsAt(marked(theme, 'policy.md', 'A.8.13'), { catalog }), []);
  });

  it('rests on that document in the chain of proof', () => {
    const snapshot = makeSnapshot(own, { catalog });
    const [clause] = chainAt(snapshot, 'policy.md', citing.indexOf('9.2.2'));
    assert.deepEqual(
      chainOnwards(snapshot, clause!).map(({ item }) => item.name),
      ['POL-09 Audits'],
    );
  });
});

describe('A clause of which documents claim parts', () => {
  const own: Files = {
    'programme.md': '---\ntitle: Programme\nclauses: [27001:9.2.2]\n---\n# Programme\n',
    'general.md':
      '---\ntitle: General\nclauses: [27001:9.2.1]\n---\n# General\n\nSee ISO/IEC 27001:2022, clause 9.2.\n',
    'policy.md': '# Notes\n\nAs ISO/IEC 27001:2022, clause 9.2 asks for.\n',
  };

  it('names them with the parts, and leads to them', () => {
    const markdown = hoverAt(marked(own, 'policy.md', '9.2'), { catalog })!;
    assert.equal(
      /\*\*Covered[\s\S]*?(?=\n\n\*\*(?!Also))/.exec(markdown)?.[0],
      [
        '**Covered in parts by**',
        '- [General](<general.md:9.2.1>): [9\\.2.1](<general.md:9.2.1>)',
        '- [Programme](<programme.md:9.2.2>): [9\\.2.2](<programme.md:9.2.2>)',
        '',
        '**Also cited in**',
        '- [Notes](<policy.md:clause 9.2>): [section “Notes”](<policy.md:clause 9.2>)',
      ].join('\n'),
    );
    assert.deepEqual(implementationsAt(marked(own, 'policy.md', '9.2'), { catalog }), [
      'general.md: 9.2.1',
      'programme.md: 9.2.2',
    ]);
  });

  it('is claimed as a whole by who tags it, and parts are not spoken of', () => {
    const whole = { ...own, 'whole.md': '---\ntitle: Audit\nclauses: [27001:9.2]\n---\n# Audit\n' };
    const markdown = hoverAt(marked(whole, 'policy.md', '9.2'), { catalog })!;
    assert.match(markdown, /\*\*Covered by\*\*\n- \[Audit\]/);
    assert.doesNotMatch(markdown, /in parts/);
    assert.deepEqual(implementationsAt(marked(whole, 'policy.md', '9.2'), { catalog }), ['whole.md: 9.2']);
  });

  it('does not hold for groups of controls', () => {
    const group = { 'a.md': '---\ncontrols: [27001:A.8.13]\n---\n', 'policy.md': '# N\n\nISO/IEC 27001:2022 A.8\n' };
    assert.doesNotMatch(hoverAt(marked(group, 'policy.md', 'A.8'), { catalog })!, /Covered/);
  });
});
