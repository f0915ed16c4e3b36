import assert from 'node:assert/strict';
import { editSoa, type SoaChange, type SoaValue } from '../../../../server/src/core/edits/soa/editSoa.js';
import type { DecisionField, HeaderField } from '../../../../server/src/core/soa/fieldNames.js';
import { applyEdits } from '../../../support/applyEdits.js';
import { miniCatalog } from '../../../support/miniCatalog.js';

const catalog = miniCatalog;
const context = { path: 'soa.yaml', catalog };

function edit(text: string, ...changes: SoaChange[]): string {
  const { edits, refused } = editSoa(text, changes, context);
  assert.deepEqual(refused, []);
  return applyEdits(text, edits);
}

function refuse(text: string, ...changes: SoaChange[]): string {
  const { edits, refused } = editSoa(text, changes, context);
  assert.deepEqual(edits, [], 'what is refused changes nothing');
  assert.equal(refused.length, changes.length);
  return refused[0]!.reason;
}

const control = (id: string) => `iso99001-2020:${id}`;
const set = (id: string, field: DecisionField, value: SoaValue): SoaChange => {
  return { kind: 'decision', control: control(id), field, value };
};
const head = (field: HeaderField, value: SoaValue): SoaChange => ({ kind: 'header', field, value });

const text = `# Our statement
organisation: Tea & Co   # the company
version: "1.0"
standards:
  99001: { edition: 2020 }

controls:
  # ---- first group ----
  99001:A.5.1:   # keys
    applicable: true # decided by the board
    justification: 'We have keys.'
    # a word on drivers
    drivers: { risk: [R-1], legal: [] }
    evidence:
      - keys.md   # the list
      # older
      - { path: old.md, date: 2025-01-01 }

  99001:A.5.3: no
`;

describe('editing soa.yaml', () => {
  it('changes a word in its place', () => {
    assert.equal(edit(text, set('A.5.1', 'applicable', false)), text.replace('applicable: true', 'applicable: false'));
  });

  it('keeps the quotes of a text, and escapes what is in it', () => {
    assert.equal(
      edit(text, set('A.5.1', 'justification', "It's ours: keys # all")),
      text.replace("'We have keys.'", "'It''s ours: keys # all'"),
    );
  });

  it('adds a key where it belongs, and takes one away with its line', () => {
    const added = edit(text, set('A.5.1', 'status', 'planned'));
    assert.equal(added, text.replace('legal: [] }\n', 'legal: [] }\n    status: planned\n'));
    assert.equal(edit(added, set('A.5.1', 'status', null)), text);
  });

  it('makes keys of a decision of one word', () => {
    assert.equal(
      edit(text, set('A.5.3', 'justification', 'No such rooms.')),
      text.replace('A.5.3: no', 'A.5.3:\n    applicable: no\n    justification: No such rooms.'),
    );
    assert.equal(edit(text, set('A.5.3', 'applicable', true)), text.replace('A.5.3: no', 'A.5.3: yes'));
  });

  it('changes one item of a list and leaves its neighbours and their comments', () => {
    const [keys, old] = ['keys.md', { path: 'old.md', date: '2025-01-01' }];
    const more = edit(text, set('A.5.1', 'evidence', [keys, old, 'new file.md']));
    assert.equal(more, text.replace('2025-01-01 }\n', '2025-01-01 }\n      - new file.md\n'));
    const dated = edit(text, set('A.5.1', 'evidence', [keys, { file: 'old.md', date: '2026-02-02' }]));
    assert.equal(dated, text.replace('2025-01-01', '2026-02-02'));
    const valid = edit(text, set('A.5.1', 'evidence', [keys, { ...old, valid: '12 months' }]));
    assert.equal(valid, text.replace('2025-01-01 }', '2025-01-01, valid: 12 months }'));
    const one = edit(text, set('A.5.1', 'evidence', [old]));
    assert.equal(
      one,
      text
        .replace('      - keys.md   # the list\n      # older\n', '')
        .replace('evidence:\n', 'evidence:\n      # older\n')
        .replace('      # older\n      # older\n', '      # older\n'),
    );
  });

  it('changes drivers kind by kind', () => {
    const drivers = [
      { kind: 'risk', ids: ['R-1', 'R-2'] },
      { kind: 'legal', ids: ['GDPR Art. 32'] },
      { kind: 'business', ids: [] },
    ] as const;
    assert.equal(
      edit(text, set('A.5.1', 'drivers', drivers)),
      text.replace('[R-1], legal: []', '[R-1, R-2], legal: [GDPR Art. 32], business: true'),
    );
    assert.equal(
      edit(text, set('A.5.1', 'drivers', [{ kind: 'legal', ids: ['L 1'] }])),
      text.replace('risk: [R-1], legal: []', 'legal: [L 1]'),
    );
    assert.equal(
      edit(text, set('A.5.3', 'drivers', ['risk', 'legal'])),
      text.replace('A.5.3: no', 'A.5.3:\n    applicable: no\n    drivers: [risk, legal]'),
    );
  });

  it('writes a new decision beside its neighbours, in their style', () => {
    assert.equal(
      edit(text, set('A.5.2', 'applicable', true), set('A.5.2', 'owner', 'Head of Tea')),
      text.replace('2025-01-01 }\n', '2025-01-01 }\n\n  99001:A.5.2:\n    applicable: true\n    owner: Head of Tea\n'),
    );
  });

  it('follows neighbours that carry their titles, and new groups', () => {
    const titled =
      'standards: [99001:2020]\ncontrols:\n  A.5.1: # Rules of the house\n      applicable: true\n\n  # Garden\n\n  A.6.2: # Lawn mowing\n      applicable: true';
    assert.equal(
      edit(
        titled,
        set('A.6.1', 'applicable', false),
        set('A.5.10', 'applicable', 'undecided'),
        set('A.5.2', 'applicable', true),
      ),
      titled
        .replace(
          '\n\n  # Garden',
          '\n\n  A.5.2: # Keys and locks\n      applicable: true\n\n  A.5.10: # Fire drill\n      applicable: undecided\n\n  # Garden',
        )
        .replace('  A.6.2', '  A.6.1: # Hedges\n      applicable: false\n\n  A.6.2'),
    );
    const grouped =
      'standards: [99001:2020, 99042]\ncontrols:\n  99001:\n    A.5.1: { applicable: no }\n  99042:A.5.2: yes\n';
    assert.equal(
      edit(grouped, set('A.5.2', 'applicable', true)),
      grouped.replace('no }\n', 'no }\n    A.5.2:\n      applicable: true\n'),
    );
    const flow = '{ standards: [99001], controls: { 99001:A.5.1: no } }';
    assert.equal(
      edit(flow, set('A.5.3', 'applicable', true), set('A.5.1', 'owner', 'A, B')),
      '{ standards: [99001], controls: { 99001:A.5.1: { applicable: no, owner: "A, B" }, 99001:A.5.3: { applicable: true } } }',
    );
  });

  it('begins the list of decisions where there is none', () => {
    const first = set('A.5.1', 'justification', 'Because.');
    const block = '  99001:A.5.1:\n    justification: Because.\n';
    const top = 'standards: [99001]\n';
    assert.equal(edit(top, first), `${top}controls:\n${block}`);
    assert.equal(edit(`${top}controls:`, first), `${top}controls:\n${block.trimEnd()}`);
    assert.equal(edit(`${top}controls: {} # none yet\n`, first), `${top}controls: # none yet\n${block}`);
    assert.equal(edit(`${top}controls:   # here\n\n# end\n`, first), `${top}controls:   # here\n${block}\n# end\n`);
    assert.equal(edit('standards: [99001]', first), `standards: [99001]\ncontrols:\n${block.trimEnd()}`);
    assert.equal(edit('', first), `controls:\n${block}`);
    assert.equal(edit('# nothing\n', head('version', '1')), '# nothing\nversion: "1"\n');
  });

  it('keeps line ends, byte order mark and a missing last line end', () => {
    const windows = `\ufeff${text.replaceAll('\n', '\r\n').trimEnd()}`;
    const changed = edit(
      windows,
      set('A.5.3', 'status', 'planned'),
      set('A.5.10', 'applicable', true),
      head('owner', 'CISO'),
    );
    assert.equal(
      changed,
      windows
        .replace(
          'A.5.3: no',
          'A.5.3:\r\n    applicable: no\r\n    status: planned\r\n\r\n  99001:A.5.10:\r\n    applicable: true',
        )
        .replace('"1.0"\r\n', '"1.0"\r\nowner: CISO\r\n'),
    );
    assert.equal(edit('\ufefforganisation: A', head('organisation', 'B')), '\ufefforganisation: B');
    assert.equal(edit('\ufefforganisation: A', head('organisation', null)), '\ufeff');
  });

  it('writes texts of several lines as blocks, and keeps blocks', () => {
    const folded = 'scope: >-  # all\n  One two\n  three\nversion: "1"\n';
    assert.equal(edit(folded, head('scope', 'Four five')), folded.replace('One two\n  three', 'Four five'));
    assert.equal(
      edit(folded, head('scope', 'A\n\nB: #c')),
      folded.replace('>-', '|-').replace('One two\n  three', 'A\n\n  B: #c'),
    );
    assert.equal(
      edit(text, set('A.5.1', 'justification', 'One.\nTwo.')),
      text.replace("'We have keys.'", '|-\n      One.\n      Two.'),
    );
    assert.equal(edit(text, head('organisation', 'A\r\nB')), text.replace('Tea & Co', '"A\\nB"'));
  });

  it('quotes what YAML would read otherwise', () => {
    const quoted = [
      '5.10',
      'yes',
      'No',
      'null',
      '~',
      '2026-01-31',
      '1:20',
      '0x1F',
      '1e3',
      'a: b',
      'a #b',
      '# a',
      '=1+1',
      '@x',
      '*x',
      '&x',
      '!x',
      '- x',
      '[x',
      '{x',
      '%x',
      '"x',
      "'x",
      '`x',
      '|',
      '>',
      '? x',
      'x:',
      '.5',
      '<<',
      ',',
    ];
    for (const value of quoted) {
      assert.equal(edit(text, head('organisation', value)), text.replace('Tea & Co', JSON.stringify(value)), value);
    }
    for (const value of ['Müller & Söhne', 'a:b', 'x#y', 'ISO 27001:2022', 'Head of IT (deputy)', "It's"]) {
      assert.equal(edit(text, head('organisation', value)), text.replace('Tea & Co', value));
    }
    assert.equal(
      edit(text, set('A.5.1', 'decided', '2026-01-31')),
      text.replace('}\n\n  99001:A.5.3', '}\n    decided: 2026-01-31\n\n  99001:A.5.3'),
    );
    assert.equal(edit('version: "1"\n', head('organisation', 'a\u202eb')), 'organisation: "a\\u202eb"\nversion: "1"\n');
  });

  it('renames and removes decisions', () => {
    assert.equal(
      edit(text, { kind: 'rename', control: control('A.5.1'), to: control('A.5.2') }),
      text.replace('99001:A.5.1:', '99001:A.5.2:'),
    );
    const old = 'standards: [99001:2020]\ncontrols:\n  "9.1.1": yes # old\n';
    assert.equal(
      edit(old, { kind: 'rename', control: '9.1.1', to: control('A.5.10') }),
      old.replace('"9.1.1"', '"99001:A.5.10"'),
    );
    assert.equal(
      edit(text, { kind: 'remove', control: control('A.5.1') }),
      text.replace(/ {2}99001:A\.5\.1[\s\S]*?(?=\n {2}99001:A\.5\.3)/, ''),
    );
    assert.equal(edit(text, { kind: 'remove', control: control('A.5.3') }), text.replace('  99001:A.5.3: no\n', ''));
    assert.match(
      refuse(text, { kind: 'rename', control: control('A.5.1'), to: control('A.5.3') }),
      /has a decision further up/,
    );
  });

  it('adds a line to the history', () => {
    const item = { version: '2.10', date: '2026-03-01', by: 'CISO', change: 'Annual review: done' };
    const line = '- { version: "2.10", date: 2026-03-01, by: CISO, change: "Annual review: done" }';
    const once = edit(text, { kind: 'append', list: 'history', item });
    assert.equal(once, `${text}history:\n  ${line}\n`);
    assert.equal(edit(once, { kind: 'append', list: 'history', item }), `${once}  ${line}\n`);
    const block = 'history:\n- version: "1"\n  change: First # c\nversion: "1"\n';
    assert.equal(
      edit(block, { kind: 'append', list: 'history', item: { version: '2', change: 'Second' } }),
      block.replace('# c\n', '# c\n- version: "2"\n  change: Second\n'),
    );
    assert.equal(
      edit(text, head('released', { version: '2.0', date: '2026-03-01' })),
      `${text}released: { version: "2.0", date: 2026-03-01 }\n`,
    );
  });

  it('changes controls of the organisation’s own', () => {
    const own = 'standards: [99001]\nadditional:\n  X-1: { title: Tea time, applicable: yes }\n';
    const change: SoaChange = { kind: 'decision', control: 'X-1', field: 'status', value: 'planned' };
    assert.equal(edit(own, change), own.replace('yes }', 'yes, status: planned }'));
  });

  it('keeps a list or mapping that stands where a text is asked', () => {
    const listed = `standards: [99001]
owner: { name: J. Okonjo, role: CEO }   # since May
approved_by: [CEO, CISO]   # both
controls:
  99001:A.5.1:
    applicable: yes
    owner:
      - IT
      # people
      - HR
`;
    assert.equal(edit(listed, head('version', '2.0')).replace('version: "2.0"\n', ''), listed);
    assert.equal(edit(listed, head('approvedBy', 'CEO, CISO')), listed);
    assert.equal(edit(listed, head('approvedBy', 'CEO, CFO, CISO')), listed.replace('[CEO,', '[CEO, CFO,'));
    assert.equal(edit(listed, head('approvedBy', 'CEO')), listed.replace(', CISO', ''));
    assert.equal(edit(listed, head('owner', 'J. Okonjo, CFO')), listed.replace('role: CEO', 'role: CFO'));
    assert.equal(edit(listed, set('A.5.1', 'owner', 'IT, Human resources')), listed.replace('HR', 'Human resources'));
    assert.match(refuse(listed, head('owner', 'CEO')), /“owner” has keys of its own/);
    assert.equal(edit(listed, head('owner', null)), listed.replace(/owner: \{.*\n/, ''));
  });

  it('refuses what it cannot write without damage, in plain words', () => {
    const first = set('A.5.1', 'applicable', false);
    assert.match(refuse(`${text}owner: "half\n`, first), /^soa\.yaml has a mistake in line \d+: .*quote is missing/);
    assert.match(refuse('- a\n- b\n', first), /does not consist of keys/);
    assert.match(refuse('controls: [a]\nstandards: [99001]\n', first), /no decision/);
    assert.match(refuse(text, set('A.5.1', 'review', 'soon')), /“soon” is not a date/);
    assert.match(refuse(text, set('A.5.1', 'status', 'shiny')), /“shiny” is not a status/);
    assert.match(refuse(text, set('A.5.1', 'applicable', 'perhaps')), /true, false or undecided/);
    assert.match(refuse(text, set('A.5.1', 'owner', ['a'])), /takes text/);
    assert.match(refuse(text, head('standards', 'x')), /only be changed in soa\.yaml itself/);
    assert.match(refuse(text, set('A.99', 'applicable', true)), /not a control of the catalog/);
    assert.match(refuse('['.repeat(300), first), /nested/);
  });

  it('does not touch what other places are copies of', () => {
    const shared =
      'standards: [99001]\ncontrols:\n  99001:A.5.1: &same { applicable: yes }\n  99001:A.5.2: *same\n  99001:A.5.3: { owner: &who CISO, applicable: &lone yes }\n  99001:A.5.4: { owner: *who }\n';
    assert.match(
      refuse(shared, set('A.5.1', 'applicable', false)),
      /Other places of soa\.yaml are copies of this \(&same\)/,
    );
    assert.match(refuse(shared, set('A.5.2', 'applicable', false)), /copy of what is named &same/);
    assert.match(refuse(shared, set('A.5.3', 'owner', 'CEO')), /&who/);
    assert.match(refuse(shared, { kind: 'remove', control: control('A.5.3') }), /&who/);
    assert.equal(edit(shared, set('A.5.3', 'applicable', false)), shared.replace('&lone yes', '&lone no'));
    assert.equal(
      edit(shared, set('A.5.4', 'applicable', true)),
      shared.replace('{ owner: *who }', '{ applicable: true, owner: *who }'),
    );
  });

  it('makes the good changes of a list and names the bad ones', () => {
    const bad = set('A.5.2', 'target', 'one day');
    const { edits, refused } = editSoa(text, [set('A.5.1', 'applicable', false), bad, head('version', '2')], context);
    assert.deepEqual(
      refused.map(({ change }) => change),
      [bad],
    );
    assert.equal(
      applyEdits(text, edits),
      text.replace('applicable: true', 'applicable: false').replace('"1.0"', '"2"'),
    );
  });

  it('changes the header, in the spelling that is there', () => {
    assert.equal(edit(text, head('organisation', 'Coffee Ltd')), text.replace('Tea & Co', 'Coffee Ltd'));
    assert.equal(edit(text, head('version', '2.10')), text.replace('"1.0"', '"2.10"'));
    assert.equal(
      edit('company: Tea\napprover: CEO\n', head('organisation', 'Cake'), head('approvedBy', 'CISO')),
      'company: Cake\napprover: CISO\n',
    );
    assert.equal(
      edit(text, head('approved', '2026-01-31'), head('owner', 'CISO')),
      text.replace('version: "1.0"\n', 'version: "1.0"\nowner: CISO\napproved: 2026-01-31\n'),
    );
  });
});
