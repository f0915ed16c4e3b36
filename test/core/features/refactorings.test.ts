import assert from 'node:assert/strict';
import { refactored, refactoringsAt } from '../../support/checkRefactoring.js';
import { catalogOfProject } from '../../support/realCatalog.js';
import type { Files } from '../../support/workspace.js';

const scope = 'standards:\n  99001: { edition: 2020 }\n  99042: { edition: 2023 }\n';
const inScope = (text: string): Files => ({ 'soa.yaml': scope, 'a.md': text });
const titles = (text: string) => Object.keys(refactoringsAt(inScope(text)));

describe('tagging a section', () => {
  const text = (eol: string, bom = '') =>
    `${bom}# Doors${eol}${eol}## Locks${eol}${eol}Keys: ISO/IEC 99001:2020 A.5$0.2 and A.5.3 there.${eol}${eol}## Rest${eol}`;

  for (const [name, eol, bom] of [
    ['LF', '\n', ''],
    ['CR LF and a byte order mark', '\r\n', '\ufeff'],
  ] as const) {
    it(`writes a comment below the heading, with ${name}`, () => {
      const plain = text(eol, bom).replace('$0', '');
      const heading = `## Locks${eol}`;
      assert.equal(
        refactored('Tag this section with A.5.2 (Keys and locks)', inScope(text(eol, bom))),
        plain.replace(heading, `${heading}<!-- controls: 99001:A.5.2 -->${eol}`),
      );
      assert.equal(
        refactored('Tag this section with all 2 controls that it speaks of', inScope(text(eol, bom))),
        plain.replace(heading, `${heading}<!-- controls: 99001:A.5.2, 99001:A.5.3 -->${eol}`),
      );
    });
  }

  it('writes it as far in as the heading of a tab of MkDocs', () => {
    const tab = '# Doors\n\n=== "House"\n\n    ## Locks\n\n    Keys: ISO/IEC 99001:2020 A.5$0.2 there.\n';
    assert.equal(
      refactored('Tag this section with A.5.2 (Keys and locks)', inScope(tab)),
      tab.replace('$0', '').replace('## Locks\n', '## Locks\n    <!-- controls: 99001:A.5.2 -->\n'),
    );
  });

  it('adds to the comment that is there, and offers only what is not tagged', () => {
    const tagged = '# D\n\n## Locks\n<!-- controls: 99001:A.5.2 -->\n\nISO/IEC 99001:2020 A.5.2 and A.$05.3.\n';
    assert.deepEqual(
      titles(tagged).filter((title) => title.startsWith('Tag')),
      ['Tag this section with A.5.3 (Guests)'],
    );
    assert.equal(
      refactored('Tag this section with A.5.3 (Guests)', inScope(tagged)),
      tagged.replace('$0', '').replace('A.5.2 -->', 'A.5.2, 99001:A.5.3 -->'),
    );
  });

  it('knows a control by the heading, too', () => {
    const offered = (heading: string) =>
      titles(`# D\n\n## ${heading}$0\n\nText.\n`).filter((title) => title.startsWith('Tag'));
    assert.deepEqual(offered('3. Keys & locks of the house'), ['Tag this section with A.5.2 (Keys and locks)']);
    assert.deepEqual(offered('Guests'), ['Tag this section with A.5.3 (Guests)']);
    assert.deepEqual(offered('Guests and dogs'), []);
  });

  it('offers nothing before the first heading, for citations of other sections, or unknown ids', () => {
    assert.deepEqual(titles('ISO/IEC 99001:2020 A.5$0.2\n\n# A\n'), []);
    const offered = titles('# D\n\n## A\n\nNoth$0ing.\n\n## B\n\nISO/IEC 99001:2020 A.5.2, A.5.99\n');
    assert.deepEqual(
      offered.filter((title) => title.startsWith('Tag')),
      [],
    );
  });
});

describe('moving a tag', () => {
  const text =
    '---\r\ntitle: D\r\ncontrols: [99001:A.5.1, 99001:A.5.2]\r\n---\r\n# D\r\n\r\n## Locks\r\n\r\nAs ISO/IEC 99001:2020 A.5.2 asks.\r\n';

  it('once for a control that the front matter tags twice', () => {
    const twice = text.replace('99001:A.5.2]', '99001:A.5.2, 99001:A.5.2]').replace('## Locks', '## Lo$0cks');
    const moves = titles(twice).filter((title) => title.startsWith('Move the tag'));
    assert.deepEqual(moves, ['Move the tag A.5.2 (Keys and locks) here from the front matter']);
  });

  it('from the front matter to the section that cites the control, from either side', () => {
    const after = text
      .replace(', 99001:A.5.2]', ']')
      .replace('## Locks\r\n', '## Locks\r\n<!-- controls: 99001:A.5.2 -->\r\n');
    assert.equal(
      refactored('Move this tag to the section “Locks”', inScope(text.replace('99001:A.5.2]', '99001:A.5$0.2]'))),
      after,
    );
    assert.equal(
      refactored(
        'Move the tag A.5.2 (Keys and locks) here from the front matter',
        inScope(text.replace('## Locks', '## Lo$0cks')),
      ),
      after,
    );
  });

  it('and back', () => {
    const tagged =
      '---\ntitle: D\ncontrols:\n  - 99001:A.5.1 # why\n---\n# D\n<!-- controls: 99001:A.5.2$0 -->\n\nText.\n';
    assert.equal(
      refactored('Move this tag to the front matter', inScope(tagged)),
      '---\ntitle: D\ncontrols:\n  - 99001:A.5.1 # why\n  - 99001:A.5.2\n---\n# D\n\nText.\n',
    );
  });

  it('is not offered where no section cites the control, or the front matter has the tag already', () => {
    assert.ok(!titles(text.replace('[99001:A.5.1', '[99001:A.$05.1')).some((title) => title.startsWith('Move')));
    const both = '---\ncontrols: [99001:A.5.2]\n---\n# D\n<!-- controls: 99001:A.5.2$0 -->\n';
    assert.ok(!titles(both).some((title) => title.startsWith('Move')));
  });
});

describe('naming the standard of all references', () => {
  it('changes every bare one in one step and leaves the others', () => {
    const text = '---\ncontrols: [A.5.1, "99001:A.5.4"]\n---\n# D\n\nHed$0ges: A.6.1; ISO/IEC 99042:2023 A.7.2.\n';
    assert.equal(
      refactored('Name the standard of 2 references of this file', inScope(text)),
      '---\ncontrols: [99001:A.5.1, "99001:A.5.4"]\n---\n# D\n\nHedges: ISO/IEC 99001:2020 A.6.1; ISO/IEC 99042:2023 A.7.2.\n',
    );
  });

  it('leaves numbers of an edition that was replaced: to cite it is a decision', () => {
    const real = { catalog: catalogOfProject() };
    const offered = (text: string) => refactoringsAt({ 'a.md': `# A\n\n${text}\n` }, real);
    const beside = 'Accounts follow ISO/IEC 27001:2022. Rights (A.8.2, A.9.2.3$0) are reviewed.';
    assert.ok(!Object.keys(offered(beside)).some((title) => title.startsWith('Name the standard')));
    for (const text of [
      'Accounts follow ISO/IEC 27001:2022.\n\nKeys (A.8.2) are kept.\n\nRights (A.9.2.3$0) are reviewed.',
      'Konten folgen ISO/IEC 27001:2022.\n\nSchlüssel (A.8.2) gibt es.\n\nRechte (A.9.2.3$0) werden geprüft.',
    ]) {
      assert.equal(
        Object.values(offered(text)['Name the standard of 1 reference of this file'] ?? {})[0],
        `# A\n\n${text.replace('$0', '').replace('A.8.2', 'ISO/IEC 27001:2022 A.8.2')}\n`,
      );
    }
  });

  it('is not offered where nothing is bare', () => {
    assert.deepEqual(titles('---\ncontrols: [99001:A.5.1]\n---\n# D$0\n'), []);
  });
});

describe('sorting tags', () => {
  const sort = (text: string) => refactored('Sort these tags by standard and number', inScope(text));

  it('in brackets, with their quotes', () => {
    assert.equal(
      sort('---\ncontrols: [99042:A.7.2, "99001:A.5.10", 99001:A.5.2$0,99042:A.5.2]\n---\n'),
      '---\ncontrols: [99001:A.5.2, "99001:A.5.10", 99042:A.5.2,99042:A.7.2]\n---\n',
    );
  });

  it('on lines of their own, with the remarks behind them', () => {
    assert.equal(
      sort('---\r\ncont$0rols:\r\n  - 99001:A.5.10 # drill\r\n  - 99001:A.5.2\r\nowner: X\r\n---\r\n'),
      '---\r\ncontrols:\r\n  - 99001:A.5.2\r\n  - 99001:A.5.10 # drill\r\nowner: X\r\n---\r\n',
    );
  });

  it('in a comment, and in one value', () => {
    assert.equal(
      sort('# D\n<!-- controls: 99001:A.6.1; 99001:A.5$0.1-A.5.3 -->\n'),
      '# D\n<!-- controls: 99001:A.5.1-A.5.3; 99001:A.6.1 -->\n',
    );
    assert.equal(
      sort('---\ncontrols: "99001:A.5.2, 99001:A.5.1$0"\n---\n'),
      '---\ncontrols: "99001:A.5.1, 99001:A.5.2"\n---\n',
    );
  });

  it('not where they are sorted, where comments stand between, or where an item is more than a tag', () => {
    for (const text of [
      '---\ncontrols: [99001:A.5.1$0, 99001:A.5.2]\n---\n',
      '---\ncontrols:\n  - 99001:A.5.2$0\n  # garden\n  - 99001:A.5.1\n---\n',
      '---\ncontrols:\n  - id: 99001:A.5.2$0\n  - id: 99001:A.5.1\n---\n',
    ]) {
      assert.ok(!titles(text).some((title) => title.startsWith('Sort')), text);
    }
  });
});

describe('ranges and lists', () => {
  const toList = (text: string, count = 3) => refactored(`Replace this range by a list of ${count}`, inScope(text));
  const toRange = (text: string, count = 3) => refactored(`Replace this list by a range of ${count}`, inScope(text));

  const pairs: readonly (readonly [string, string, string])[] = [
    [
      'in brackets',
      '---\ncontrols: [99001:A.5.1-A.5.3, 99001:A.6.1]\n---\n',
      '---\ncontrols: [99001:A.5.1, 99001:A.5.2, 99001:A.5.3, 99001:A.6.1]\n---\n',
    ],
    [
      'in quotes',
      '---\ncontrols: ["99001:A.5.1-A.5.3"]\n---\n',
      '---\ncontrols: ["99001:A.5.1", "99001:A.5.2", "99001:A.5.3"]\n---\n',
    ],
    [
      'on lines',
      '---\r\ncontrols:\r\n- 99001:A.5.1-A.5.3\r\nowner: X\r\n---\r\n',
      '---\r\ncontrols:\r\n- 99001:A.5.1\r\n- 99001:A.5.2\r\n- 99001:A.5.3\r\nowner: X\r\n---\r\n',
    ],
    [
      'in a comment',
      '# D\n<!-- controls: 99001:A.5.1-A.5.3 -->\n',
      '# D\n<!-- controls: 99001:A.5.1, 99001:A.5.2, 99001:A.5.3 -->\n',
    ],
    [
      'in prose',
      '# D\n\nISO/IEC 99001:2020 A.5.1–A.5.3 holds.\n',
      '# D\n\nISO/IEC 99001:2020 A.5.1, A.5.2, A.5.3 holds.\n',
    ],
  ];
  const marked = (text: string) => text.replace('A.5.1', 'A.5$0.1');
  for (const [name, range, list] of pairs) {
    it(`${name}: one into the other and back`, () => {
      assert.equal(toList(marked(range)), list);
      assert.equal(toRange(marked(list)), range);
    });
  }

  it('a range that stands for more than it may, and lists with gaps or of two standards, stay', () => {
    for (const text of [
      '---\ncontrols: [99001:A.5.1$0, 99001:A.5.2]\n---\n',
      '---\ncontrols: [99001:A.5.1$0, 99001:A.5.2, 99001:A.5.4]\n---\n',
      '---\ncontrols: [99001:A.5.2$0, 99042:A.5.3, 99001:A.5.4]\n---\n',
    ]) {
      assert.ok(!titles(text).some((title) => title.startsWith('Replace')), text);
    }
  });
});

describe('splitting a policy', () => {
  const policy =
    '---\r\nid: POL-001\r\ntitle: House\r\ntype: policy\r\nowner: Head\r\nversion: "2.0"\r\nstatus: approved\r\napproved: 2026-01-01\r\ncontrols: [99001:A.5.1]\r\n---\r\n' +
    '# House (ISO/IEC 99001:2020)\r\n\r\nSee [keys](#keys) and [below](#locks--keys).\r\n\r\n## Locks & keys$0\r\n<!-- controls: 99001:A.5.2 -->\r\n\r\n' +
    'As A.5.2 asks, see [rest](#rest), [k](#keys), [o](other.md).\r\n\r\n### Keys\r\n\r\nIron.\r\n\r\n## Rest\r\n\r\nA.5.3 holds.\r\n';
  const files = {
    'soa.yaml':
      'standards:\n  99001: { edition: 2020 }\ncontrols:\n  99001:A.5.2: { applicable: true, evidence: [p/a.md#keys, p/a.md#rest] }\n',
    'p/a.md': policy,
    'p/other.md': '# O\n\n[k](a.md#keys) [l](a.md#locks--keys) [m](./a.md#keys)\n',
    'p/locks--keys.md': '# Taken\n',
  };
  const title = 'Make a document of the section “Locks & keys”';

  it('makes a file with front matter, leaves heading and link, and leads all links to the new place', () => {
    assert.deepEqual(refactoringsAt(files)[title], {
      'p/a.md':
        policy
          .slice(0, policy.indexOf('<!-- controls: 99001:A.5.2'))
          .replace('$0', '')
          .replace('[keys](#keys)', '[keys](locks--keys-2.md#keys)') +
        '\r\nSee [Locks & keys](locks--keys-2.md).\r\n\r\n## Rest\r\n\r\nA.5.3 holds.\r\n',
      'p/other.md': '# O\n\n[k](locks--keys-2.md#keys) [l](a.md#locks--keys) [m](./locks--keys-2.md#keys)\n',
      'p/locks--keys-2.md':
        '---\r\nid: POL-002\r\ntitle: Locks & keys\r\ntype: policy\r\nowner: Head\r\nversion: "0.1"\r\nstatus: draft\r\n---\r\n\r\n' +
        '# Locks & keys\r\n<!-- controls: 99001:A.5.2 -->\r\n\r\n' +
        'As A.5.2 asks, see [rest](a.md#rest), [k](#keys), [o](other.md).\r\n\r\n## Keys\r\n\r\nIron.\r\n',
      'soa.yaml': files['soa.yaml'].replace('p/a.md#keys', 'p/locks--keys-2.md#keys'),
    });
  });

  it('gives the next free id to a document without a type, too', () => {
    const idOf = (id: string, other: string) =>
      /^id: .*$/m.exec(
        String(
          refactoringsAt({
            'a.md': `---\nid: ${id}\n---\n# House\n\n## Doors$0\n\nShut.\n`,
            'b.md': `---\nid: ${other}\n---\n# Garden\n`,
          })['Make a document of the section “Doors”']?.['doors.md'],
        ),
      )?.[0];
    assert.equal(idOf('POL-01', 'POL-03'), 'id: POL-04');
    assert.equal(idOf('RL_007', 'POL-03'), 'id: RL_008');
    assert.equal(idOf('4711', 'POL-03'), 'id: DOC-001');
  });

  it('names the standard where the old document alone told it', () => {
    const split = refactoringsAt({
      'soa.yaml': scope,
      'a.md': '# House (ISO/IEC 99001:2020)\n\n## Doors$0\n\nA.5.2 and A.5.3.\n\n## Rest\n\nText.\n',
    });
    const made = split['Make a document of the section “Doors”']?.['doors.md'];
    assert.match(String(made), /ISO\/IEC 99001:2020 A\.5\.2 and (?:ISO\/IEC 99001:2020 )?A\.5\.3/);
  });

  it('is not offered on the title, on an empty section, or where definitions would be torn apart', () => {
    const offered = (text: string) => titles(text).some((one) => one.startsWith('Make'));
    assert.ok(offered('# A\n\n## B$0\n\nText.\n'));
    assert.ok(!offered('# A$0\n\n## B\n\nText.\n'));
    assert.ok(!offered('# A\n\n## B$0\n\n## C\n'));
    assert.ok(!offered('# A\n\n## B$0\n\n[x][here]\n\n## C\n\n[here]: x.md\n'));
    assert.ok(!offered('# A\n\n> ## B$0\n>\n> Text.\n'));
    assert.ok(!offered('# A\n\n## B\n\nTe$0xt.\n'));
  });

  it('turns an underlined heading into a title', () => {
    const split = refactoringsAt(inScope('# A\n\nDoors$0\n-----\n\nText.\n\n# C\n'));
    assert.match(String(split['Make a document of the section “Doors”']?.['doors.md']), /\nDoors\n=====\n\nText\.\n$/);
  });
});
