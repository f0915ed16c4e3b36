import assert from 'node:assert/strict';
import { chainAt, chainOnwards } from '../../../server/src/core/features/callHierarchy.js';
import { semanticTokens } from '../../../server/src/core/features/semanticTokens.js';
import { buildSoaModel } from '../../../server/src/core/soa/model.js';
import { coverageTree } from '../../../server/src/workspace/coverageTree.js';
import { definitionsAt, hoverAt, implementationsAt, lensesIn, symbolsFor } from '../../support/checkFeatures.js';
import { catalogOfProject } from '../../support/realCatalog.js';
import { type Files, makeSnapshot } from '../../support/workspace.js';

const catalog = catalogOfProject();
const soa = (name: string, decisions: string) =>
  `organisation: ${name}\nstandards: [27001:2022]\ncontrols:\n${decisions}`;
const policy = (id: string, title: string, more: string) =>
  `---\nid: ${id}\ntitle: ${title}\n${more}---\n# ${title}\n\nAs ISO/IEC 27001:2022 A.5.15 and A.5.16 ask for.\n`;

const files: Files = {
  'a/soa.yaml': soa('A', '  27001:A.5.15:\n    applicable: true\n    documents: [POL-02]\n  27001:A.5.16: yes\n'),
  'a/access.md': policy('POL-01', 'Access of A', 'controls: [27001:A.5.15]\n'),
  'a/second.md': policy('POL-02', 'Second of A', ''),
  'b/soa.yaml': soa('B', '  27001:A.5.15: yes\n  27001:A.5.16:\n    applicable: true\n    documents: [POL-02]\n'),
  'b/access.md': policy('POL-01', 'Access of B', 'controls: [27001:A.5.15]\n'),
  'b/second.md': policy('POL-02', 'Second of B', ''),
  'guide.md': policy('G-1', 'Guide', 'controls: [27001:A.5.15]\n'),
};
const at = (path: string, words: string): Files => ({ ...files, [path]: files[path]!.replace(words, `${words}$0`) });
const coveredBy = (path: string, words: string) => {
  const markdown = hoverAt(at(path, words), { catalog })!;
  const [list] = /\*\*Covered by.*(?:\n- .*)*/.exec(markdown)!;
  return [...list.matchAll(/^- \[([^\]]*)\]/gm)].map(([, name]) => name!);
};

describe('Several management systems in one workspace', () => {
  it('count their own documents in hovers of the soa.yaml and of documents', () => {
    const ofA = ['POL-01 Access of A', 'POL-02 Second of A'];
    assert.deepEqual(coveredBy('a/soa.yaml', '27001:A.5.15'), ofA);
    assert.deepEqual(coveredBy('a/second.md', '27001:2022 A.5.15'), ofA);
    assert.deepEqual(coveredBy('b/soa.yaml', '27001:A.5.15'), ['POL-01 Access of B']);
    assert.match(hoverAt(at('a/soa.yaml', '27001:A.5.16'), { catalog })!, /\*\*Covered by:\*\* no document claims it/);
  });

  it('mean their own document by an id that both have', () => {
    assert.deepEqual(coveredBy('b/soa.yaml', '27001:A.5.16'), ['POL-02 Second of B']);
  });

  it('count in lenses, definitions, implementations, symbols and colours as in rows and the coverage view', () => {
    const lensesOf = (path: string) => lensesIn(files, path, { catalog }).map((one) => one.replace(/^\d+: /, ''));
    assert.deepEqual(lensesOf('a/soa.yaml'), [
      '2 documents: POL-01 Access of A, POL-02 Second of A [2]',
      'No document claims it',
    ]);
    assert.deepEqual(lensesOf('b/soa.yaml'), [
      '1 document: POL-01 Access of B [1]',
      '1 document: POL-02 Second of B [1]',
    ]);
    const places = ['a/access.md: A.5.15', 'a/second.md: POL-02'];
    assert.deepEqual(definitionsAt(at('a/soa.yaml', '27001:A.5.15'), { catalog }), places);
    assert.deepEqual(implementationsAt(at('a/access.md', '27001:A.5.15'), { catalog }), places);
    assert.match(symbolsFor('A.5.15', files, { catalog })[0]!, /covered by 2 documents → a\/soa\.yaml/);
    const snapshot = makeSnapshot(files, { catalog });
    const states = (path: string) => semanticTokens(snapshot, path).map(({ state }) => state);
    assert.deepEqual(states('a/second.md'), [null, 'uncovered']);
    assert.deepEqual(states('b/second.md'), [null, null]);
    for (const system of snapshot.systems) {
      const { rows } = buildSoaModel(system, snapshot);
      const tree = coverageTree(snapshot).find((one) => one.system === system)!;
      const entries = tree.standards[0]!.groups.flatMap((group) => group.entries);
      const counts = ['A.5.15', 'A.5.16'].map((id) => [
        rows.find((row) => row.id === id)!.documents.length,
        entries.find(({ entry }) => entry.id === id)!.claims,
      ]);
      assert.deepEqual(
        counts,
        system.path === 'a/soa.yaml'
          ? [
              [2, 2],
              [0, 0],
            ]
          : [
              [1, 1],
              [1, 1],
            ],
      );
    }
  });

  it('have a chain of proof of their own', () => {
    const snapshot = makeSnapshot(files, { catalog });
    const [control] = chainAt(snapshot, 'b/soa.yaml', files['b/soa.yaml']!.indexOf('A.5.15'));
    assert.deepEqual(
      chainOnwards(snapshot, control!).map(({ item }) => item.name),
      ['POL-01 Access of B'],
    );
  });

  it('are all counted for a document of none of them', () => {
    assert.deepEqual(coveredBy('guide.md', 'controls: [27001:A.5.15'), [
      'POL-01 Access of A',
      'POL-01 Access of B',
      'G-1 Guide',
      'POL-02 Second of A',
    ]);
  });

  it('count a document of another system that the decision lists, whatever it tags', () => {
    const own = {
      ...files,
      'b/soa.yaml': soa('B', '  27001:A.5.15:\n    applicable: true\n    documents: [../a/access.md]\n'),
    };
    assert.deepEqual(lensesIn(own, 'b/soa.yaml', { catalog }), [
      '4: 2 documents: POL-01 Access of B, POL-01 Access of A [2]',
    ]);
  });
});

describe('Decisions that count for nothing, or that nobody asks for', () => {
  const hoverOn = (path: string, words: string, own: Files) =>
    hoverAt({ ...own, [path]: own[path]!.replace(words, `${words}$0`) }, { catalog })!;
  const own: Files = {
    'soa.yaml':
      'standards: { 27001: { edition: 2022 }, 27701: { edition: 2025, roles: [controller] } }\ncontrols:\n' +
      '  27001:2013:A.9.2.1: yes\n  42001:A.2.2: yes\n  27001:A.7.4: no\n  27001:A.7.5: yes\n',
    'a.md':
      '---\nid: POL-01\ntitle: Mixed\ncontrols: [42001:A.2.2, 27001:A.7.4, 27001:A.7.5, 27701:A.2.2.2]\n---\n# Mixed\n\n27701:2025 A.2.2.3\n',
  };

  it('are told as such in hovers and lenses', () => {
    assert.match(
      hoverOn('soa.yaml', '42001:A.2.2', own),
      /Statement of Applicability:\*\* \[42001:2023 is not in scope: this decision counts for nothing\]/,
    );
    assert.match(hoverOn('a.md', '42001:A.2.2', own), /42001:2023 is not in scope: this decision counts for nothing/);
    assert.match(hoverOn('soa.yaml', '27001:2013:A.9.2.1', own), /27001:2013 is not in scope/);
    assert.deepEqual(
      lensesIn(own, 'soa.yaml', { catalog }).map((one) => one.replace(/^\d+: /, '')),
      [
        'Not in scope: counts for nothing',
        'Not in scope: counts for nothing',
        '1 document: POL-01 Mixed [1]',
        '1 document: POL-01 Mixed [1]',
      ],
    );
  });

  it('are no part of what a document covers', () => {
    assert.match(lensesIn(own, 'a.md', { catalog })[0]!, /Covers 3 controls/);
    const alone = { ...own, 'a.md': '---\ncontrols: [42001:A.2.2]\n---\n# Mixed\n' };
    assert.match(lensesIn(alone, 'a.md', { catalog })[0]!, /Covers nothing/);
    const withoutSystem = { 'a.md': own['a.md']! };
    assert.match(lensesIn(withoutSystem, 'a.md', { catalog })[0]!, /Covers 4 controls/);
  });

  it('are not missed of controls made for another role', () => {
    const role = /Statement of Applicability:\*\* made for a role that this organisation does not have/;
    assert.match(hoverOn('a.md', '27701:A.2.2.2', own), role);
    assert.doesNotMatch(hoverOn('a.md', '27701:A.2.2.2', own), /no decision yet/);
    const both = { ...own, 'soa.yaml': own['soa.yaml']!.replace('[controller]', '[controller, processor]') };
    assert.match(hoverOn('a.md', '27701:A.2.2.2', both), /no decision yet/);
  });

  it('count in the hover of a standard as in the statement', () => {
    const markdown = hoverOn('soa.yaml', '{ 27001', own);
    assert.match(markdown, /93 controls: 2 decided, 1 of them excluded; of the other 92, documents cover 1\./);
    const [row] = buildSoaModel(makeSnapshot(own, { catalog }).systems[0]!, makeSnapshot(own, { catalog })).standards;
    assert.deepEqual([row!.counts.excluded, row!.counts.toCover, row!.counts.covered], [1, 92, 1]);
  });
});
