import './support/vscode.js';
import assert from 'node:assert';
import type { CoverageMessage, CoverageState, StatusMessage } from '../../server/src/protocol.js';

type Nodes = typeof import('../../client/src/views/coverageNodes.js');
type Status = typeof import('../../client/src/status/statusText.js');

let nodes: Nodes;
let words: Status;

before(async () => {
  nodes = await import('../../client/src/views/coverageNodes.js');
  words = await import('../../client/src/status/statusText.js');
});

const entry = (id: string, state: CoverageState, claims: number, mentions = 0) => {
  return { key: `s:${id}`, id, title: `Title ${id}`, state, claims, mentions };
};

const message: CoverageMessage = {
  folder: 'file:///w',
  folderName: 'w',
  system: 'file:///w/soa.yaml',
  organisation: 'Example',
  standards: [
    {
      key: 's',
      standard: '99001',
      name: 'ISO/IEC 99001:2020',
      total: 3,
      covered: 1,
      groups: [
        {
          id: 'A.5',
          title: 'Rules',
          kind: 'controls',
          total: 3,
          covered: 1,
          entries: [
            entry('A.5.1', 'covered', 2),
            entry('A.5.2', 'mentioned', 0, 1),
            entry('A.5.3', 'uncovered', 0),
            entry('A.5.4', 'excluded', 1),
          ],
        },
        { id: 'A.6', title: 'Done', kind: 'controls', total: 1, covered: 1, entries: [entry('A.6.1', 'covered', 1)] },
      ],
    },
  ],
};

/** What a screen reader says of a row. */
const spoken = (node: Parameters<Nodes['wordsOf']>[0]) => `${nodes.labelOf(node)}, ${nodes.wordsOf(node)}`;

describe('The coverage tree', () => {
  const labels = (parent: Parameters<Nodes['childNodes']>[0], gapsOnly = false) => {
    return nodes.childNodes(parent, gapsOnly).map(spoken);
  };

  it('begins with the standards of the only system, or with the systems', () => {
    assert.deepEqual(nodes.rootNodes([message], false).map(nodes.labelOf), ['ISO/IEC 99001:2020']);
    const other = { ...message, system: null, organisation: null };
    assert.deepEqual(nodes.rootNodes([message, other], false).map(spoken), [
      'Example, 1 of 3 covered',
      'w, 1 of 3 covered',
    ]);
  });

  it('leads from gap to gap through all systems and round again, clauses left out', () => {
    const second = { ...message, folder: 'file:///x', system: null };
    const clauses = { ...message.standards[0]!.groups[0]!, kind: 'clauses' as const };
    const withClauses = { ...message, standards: [{ ...message.standards[0]!, groups: [clauses] }] };
    const walk = [nodes.gapsAfter([message, second], null)];
    for (let step = 0; step < 4; step++) walk.push(nodes.gapsAfter([message, second], walk.at(-1)![0]!));
    assert.deepEqual(
      walk.map(([first]) => `${first!.scope.folder} ${first!.entry.id}`),
      ['file:///w A.5.2', 'file:///w A.5.3', 'file:///x A.5.2', 'file:///x A.5.3', 'file:///w A.5.2'],
    );
    assert.deepEqual(nodes.gapsAfter([withClauses], null), []);
    const last = walk[0]![0]!;
    const closed = JSON.parse(JSON.stringify(message).replace('"state":"mentioned"', '"state":"covered"'));
    assert.deepEqual(
      nodes.gapsAfter([closed], last).map(({ entry }) => entry.id),
      ['A.5.3'],
      'the last is closed',
    );
  });

  it('is empty where no standard is in scope, so that the welcome text shows', () => {
    assert.deepEqual(nodes.rootNodes([{ ...message, standards: [] }], false), []);
  });

  it('says in words what its icons show', () => {
    const [standard] = nodes.rootNodes([message], false);
    assert.deepEqual(labels(standard!), ['A.5 Rules, 1 of 3 covered', 'A.6 Done, 1 of 1 covered']);
    assert.deepEqual(labels(nodes.childNodes(standard!, false)[0]!), [
      'A.5.1 Title A.5.1, 2 documents',
      'A.5.2 Title A.5.2, only mentioned, in 1 document',
      'A.5.3 Title A.5.3, no document',
      'A.5.4 Title A.5.4, excluded, but claimed by 1 document',
    ]);
  });

  it('can be narrowed to gaps', () => {
    const [standard] = nodes.rootNodes([message], true);
    assert.deepEqual(labels(standard!, true), ['A.5 Rules, 1 of 3 covered']);
    const [group] = nodes.childNodes(standard!, true);
    assert.deepEqual(nodes.childNodes(group!, true).map(nodes.labelOf), ['A.5.2 Title A.5.2', 'A.5.3 Title A.5.3']);
  });

  it('gives every node an id of its own that does not change with its state', () => {
    const all = (gapsOnly: boolean) => {
      const [standard] = nodes.rootNodes([message], gapsOnly);
      const groups = nodes.childNodes(standard!, gapsOnly);
      return [standard!, ...groups, ...groups.flatMap((group) => nodes.childNodes(group, gapsOnly))].map(nodes.idOf);
    };
    assert.equal(new Set(all(false)).size, all(false).length);
    assert.deepEqual(
      all(true).filter((id) => !all(false).includes(id)),
      [],
    );
  });
});

describe('The places of a control', () => {
  const place = (uri: string, isClaim: boolean, section: string | null) => {
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    return { uri, title: uri, path: uri, range, isClaim, isListed: false, section };
  };
  const shown = (...places: ReturnType<typeof place>[]) => {
    return nodes.placesToShow(places).map(({ uri, isClaim, section }) => [uri, isClaim, section]);
  };

  it('are sections where there are any, else the front matter', () => {
    assert.deepEqual(shown(place('a', true, null), place('a', true, 'One'), place('b', true, null)), [
      ['a', true, 'One'],
      ['b', true, null],
    ]);
  });

  it('are not repeated', () => {
    assert.deepEqual(shown(place('a', false, 'One'), place('a', false, 'One'), place('a', false, 'Two')), [
      ['a', false, 'One'],
      ['a', false, 'Two'],
    ]);
  });

  it('are each of the documents that a soa.yaml lists and that cannot be opened, and are called so', () => {
    const listed = (title: string) => ({ ...place('soa.yaml', true, null), title, isListed: true });
    const places = nodes.placesToShow([listed('x.pdf'), listed('y.pdf'), listed('x.pdf')]);
    const scope = { folder: '', system: 'soa.yaml' };
    assert.deepEqual(
      places.map((one) => nodes.wordsOf({ kind: 'place', scope, key: 'k', place: one })),
      ['listed in soa.yaml', 'listed in soa.yaml'],
    );
  });

  it('are only the claims of a document that claims', () => {
    assert.deepEqual(shown(place('a', true, null), place('a', false, 'One'), place('b', false, 'One')), [
      ['a', true, null],
      ['b', false, 'One'],
    ]);
  });
});

describe('The status', () => {
  const status: StatusMessage = {
    state: 'ready',
    documents: 28,
    systems: 1,
    errors: 0,
    warnings: 0,
    information: 0,
    skipped: [],
    problems: [],
  };

  it('counts findings in words', () => {
    assert.equal(words.describeFindings(status), 'nothing to report');
    assert.equal(
      words.describeFindings({ ...status, errors: 1, warnings: 2, information: 1 }),
      '1 error, 2 warnings, 1 note',
    );
  });

  it('says what was left out', () => {
    assert.equal(words.describeDocuments(status), '28 documents');
    assert.equal(
      words.describeDocuments({ ...status, documents: 1, skipped: [{ uri: 'a', reason: 'b' }] }),
      '1 document, 1 file left out',
    );
    assert.equal(words.describeCheck(status), 'Clausemark: nothing to report in 28 documents');
  });
});
