import assert from 'node:assert/strict';
import {
  definitionsAt,
  highlightsAt,
  implementationsAt,
  linksOf,
  outlineOf,
  referencesAt,
  symbolsFor,
} from '../../support/checkFeatures.js';

const soa = `
  standards:
    99001: { edition: 2020 }
  controls:
    99001:A.5.2: { applicable: true, evidence: [evidence/keys.csv, "evidence/gone.csv", ../out.csv, https://a.example/x.pdf] }
    99001:A.5.3: { applicable: false }
`;
const doors = `
  ---
  id: POL-01
  title: Doors
  status: approved
  controls: [99001:A.5.2, 99001:A.6.1]
  ---
  # Doors

  ## Keys
  <!-- controls: 99001:A.5.2 -->

  Keys are counted (ISO/IEC 99001:2020 A.5.2).

  ### Spare keys

  ## Hedges
`;
const notes = '# Notes\n\nSee ISO/IEC 99001:2020 A.5.2 and POL-01.\n';

describe('definition', () => {
  const files = { 'soa.yaml': soa, 'doors.md': doors };

  it('leads from a reference to the decision', () => {
    assert.deepEqual(definitionsAt({ ...files, 'notes.md': notes.replace('A.5.2', 'A.5$0.2') }), [
      'soa.yaml: 99001:A.5.2',
    ]);
  });

  it('leads to the documents that claim it where there is no decision, to the section where there is one', () => {
    assert.deepEqual(definitionsAt({ ...files, 'notes.md': 'See ISO/IEC 99001:2020 A.6$0.1.\n' }), ['doors.md: A.6.1']);
    assert.deepEqual(definitionsAt({ 'doors.md': doors, 'notes.md': notes.replace('A.5.2', 'A.5$0.2') }), [
      'doors.md: A.5.2',
    ]);
  });

  it('leads from the key of a decision to the claims', () => {
    assert.deepEqual(definitionsAt({ 'soa.yaml': soa.replace('99001:A.5.2', '99001:A.5$0.2'), 'doors.md': doors }), [
      'doors.md: A.5.2',
    ]);
  });

  it('leads from a document id to the document', () => {
    assert.deepEqual(definitionsAt({ ...files, 'notes.md': notes.replace('POL-01', () => 'POL-$001') }), [
      'doors.md: POL-01',
    ]);
  });

  it('leads nowhere from plain words', () => {
    assert.deepEqual(definitionsAt({ ...files, 'notes.md': '# No$0tes\n' }), []);
  });
});

describe('implementations', () => {
  const files = { 'soa.yaml': soa, 'doors.md': doors };

  it('of a control are the places that claim it, from a reference and from its decision, and not those that cite it', () => {
    assert.deepEqual(implementationsAt({ ...files, 'notes.md': notes.replace('A.5.2', 'A.5$0.2') }), [
      'doors.md: A.5.2',
    ]);
    const decision = { 'doors.md': doors, 'soa.yaml': soa.replace('99001:A.5.2', '99001:A.5$0.2') };
    assert.deepEqual(implementationsAt(decision), ['doors.md: A.5.2']);
    assert.deepEqual(implementationsAt({ 'doors.md': doors, 'notes.md': 'See ISO/IEC 99001:2020 A.6$0.1.\n' }), [
      'doors.md: A.6.1',
    ]);
  });

  it('of what nobody claims are none', () => {
    const decision = { ...files, 'soa.yaml': soa.replace('99001:A.5.3', '99001:A.5$0.3') };
    assert.deepEqual(implementationsAt(decision), []);
  });
});

describe('references', () => {
  it('are all places of the control, with its decision', () => {
    const files = { 'soa.yaml': soa, 'doors.md': doors, 'notes.md': notes.replace('A.5.2', '$0A.5.2') };
    const documents = ['doors.md:5 A.5.2', 'doors.md:10 A.5.2', 'doors.md:12 A.5.2', 'notes.md:3 A.5.2'];
    assert.deepEqual(referencesAt(files), [...documents, 'soa.yaml:4 99001:A.5.2']);
    assert.deepEqual(referencesAt(files, {}, false), documents);
  });

  it('start from a decision, too', () => {
    const files = { 'soa.yaml': soa.replace('99001:A.5.3', '99001:A.5.3$0'), 'doors.md': doors };
    assert.deepEqual(referencesAt(files), ['soa.yaml:5 99001:A.5.3']);
  });
});

describe('document highlight', () => {
  it('tells claims from citations', () => {
    assert.deepEqual(
      highlightsAt({ 'doors.md': doors.replace('(ISO/IEC 99001:2020 A.5.2', '(ISO/IEC 99001:2020 A.5$0.2') }),
      ['write 5 A.5.2', 'write 10 A.5.2', 'read 12 A.5.2'],
    );
  });

  it('counts every reading of an ambiguous reference', () => {
    const system = 'standards:\n  99001: { edition: 2020 }\n  99042: { edition: 2023 }\n';
    assert.deepEqual(
      highlightsAt({ 'soa.yaml': system, 'a.md': '# A\n\nISO/IEC 99042:2023 A.5.2\n\n# B\n\nA.5$0.3\n' }),
      ['read 7 A.5.3'],
    );
  });
});

describe('document symbols', () => {
  it('are the headings with the tags of their sections', () => {
    assert.deepEqual(outlineOf(doors), [
      'Document control — A.5.2 and A.6.1',
      'Doors',
      '  Keys — A.5.2',
      '    Spare keys',
      '  Hedges',
    ]);
  });

  it('are the decisions of a soa.yaml by standard', () => {
    assert.deepEqual(outlineOf({ 'soa.yaml': soa }, 'soa.yaml'), [
      'ISO/IEC 99001:2020 — 2',
      '  99001:A.5.2 Keys and locks — applicable',
      '  99001:A.5.3 Guests — not applicable',
    ]);
  });

  it('are the controls of the organisation in a group of their own', () => {
    const own = 'standards: [99001:2020]\nadditional:\n  OWN-1: { title: Cats, applicable: no }\n  OWN-2: yes\n';
    assert.deepEqual(outlineOf({ 'soa.yaml': own }, 'soa.yaml'), [
      'Additional controls — 2',
      '  OWN-1 Cats — not applicable',
      '  OWN-2 — applicable',
    ]);
  });
});

describe('workspace symbols', () => {
  const files = { 'soa.yaml': soa, 'doors.md': doors, 'notes.md': notes };

  it('find controls with their coverage, documents and headings', () => {
    assert.deepEqual(symbolsFor('keys', files), [
      'control 99001:2020 A.5.2 Keys and locks — covered by doors.md → soa.yaml',
      'heading Keys — POL-01 Doors → doors.md',
      'heading Spare keys — POL-01 Doors → doors.md',
    ]);
    assert.deepEqual(symbolsFor('a.6.1 hed', files), [
      'control 99001:2020 A.6.1 Hedges — covered by doors.md → doors.md',
    ]);
    const fences = symbolsFor('a.6.1', files);
    for (const tag of ['99001:A.6.1', '99001:a.6.1 hed', '99001:2020:A.6.1', '99001 A.6.1']) {
      assert.deepEqual(symbolsFor(tag, files), fences, tag);
    }
    assert.deepEqual(symbolsFor('99042:A.6.1', files), []);
    assert.deepEqual(symbolsFor('pol-01', files), ['document POL-01 Doors — approved · doors.md → doors.md']);
    assert.deepEqual(symbolsFor('guests', files), ['control 99001:2020 A.5.3 Guests — not covered → soa.yaml']);
    assert.deepEqual(symbolsFor('nothing of the kind', files), []);
  });

  it('leave out controls that no file names', () => {
    assert.deepEqual(symbolsFor('lawn', files), []);
  });
});

describe('document links', () => {
  it('lead from evidence to files of the workspace, and nowhere else', () => {
    const files = { 'soa.yaml': soa, 'evidence/keys.csv': '', 'house.md': '# A\n' };
    assert.deepEqual(linksOf(files, 'soa.yaml'), ['evidence/keys.csv → evidence/keys.csv']);
    assert.deepEqual(
      linksOf({ 'house/soa.yaml': soa, 'house/evidence/keys.csv': '', 'out.csv': '' }, 'house/soa.yaml'),
      ['evidence/keys.csv → house/evidence/keys.csv', '../out.csv → out.csv'],
    );
    assert.deepEqual(linksOf(files, 'house.md'), []);
  });

  it('lead from tags to their decisions, with their prefix; not from citations, and not where nothing is decided', () => {
    assert.deepEqual(linksOf({ 'soa.yaml': soa, 'doors.md': doors }, 'doors.md'), [
      '99001:A.5.2 → soa.yaml: 99001:A.5.2',
      '99001:A.5.2 → soa.yaml: 99001:A.5.2',
    ]);
    assert.deepEqual(linksOf({ 'doors.md': doors }, 'doors.md'), []);
    const range = '---\ncontrols: ["99001:A.5.2-A.5.3"]\n---\n# A\n';
    assert.deepEqual(linksOf({ 'soa.yaml': soa, 'range.md': range }, 'range.md'), []);
  });

  it('lead from soa.yaml to the section that is named, else to the document', () => {
    const named = (path: string) =>
      linksOf({ 'doors.md': doors, 'soa.yaml': soa.replace('evidence/keys.csv', path) }, 'soa.yaml');
    assert.deepEqual(named('doors.md#spare-keys'), ['doors.md#spare-keys → doors.md: ### Spare keys']);
    assert.deepEqual(named('doors.md#nowhere'), ['doors.md#nowhere → doors.md']);
  });
});
