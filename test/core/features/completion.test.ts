import assert from 'node:assert/strict';
import { allRules } from '../../../server/src/core/rules/all.js';
import { checkCompletion, completionsAt, shownLabels } from '../../support/checkFeatures.js';
import { realCatalog } from '../../support/miniCatalog.js';
import { catalogOfProject } from '../../support/realCatalog.js';

const soa = 'standards:\n  99001: { edition: 2020 }\n  99042: { edition: 2023 }\n';

describe('completion of tags', () => {
  it('offers controls with their titles, those in scope first, those tagged already last', () => {
    const found = completionsAt({ 'soa.yaml': soa, 'policy.md': '---\ncontrols: [99001:A.5.1, $0]\n---\n# House\n' });
    const labels = found.map((one) => one.label);
    assert.equal(labels[0], '99001:A.5.2');
    assert.ok(labels.indexOf('99042:A.5.2') < labels.indexOf('99701:A.1.2.2'), 'standards out of scope come later');
    assert.equal(labels.at(-1), '99001:A.5.1');
    const keys = found.find((one) => one.label === '99001:A.5.2')!;
    assert.equal(keys.title, 'Keys and locks');
    assert.equal(keys.detail, '99001:2020 · House controls');
    assert.equal(keys.documentation, 'Only those who live here can open the door.');
    assert.equal(found.at(-1)!.isTagged, true);
    assert.match(found.at(-1)!.detail!, /tagged already$/);
    assert.ok(!labels.some((label) => label.includes('B.')), 'no guidance');
    assert.ok(!labels.includes('99042:A.5.1'), 'no objectives');
  });

  it('finds a control by its number with and without prefix, and by a word of its title', () => {
    for (const typed of ['A.6.', '99001:A.6.', 'mow', 'Lawn']) {
      const labels = shownLabels({ 'soa.yaml': soa, 'policy.md': `---\ncontrols: [${typed}$0]\n---\n# House\n` });
      assert.ok(labels.includes('99001:A.6.2'), typed);
    }
    assert.ok(!shownLabels({ 'soa.yaml': soa, 'policy.md': '---\ncontrols: [mow$0]\n---\n' }).includes('99042:A.7.2'));
  });

  it('replaces what is typed and keeps what follows', () => {
    const check = (before: string, after: string) =>
      checkCompletion('99001:A.5.2', { 'soa.yaml': soa, 'policy.md': `---\n${before}\n---\n` }, `---\n${after}\n---\n`);
    check('controls: [A.5$0]', 'controls: [99001:A.5.2]');
    check('controls: [99001:A.5.1, key$0]', 'controls: [99001:A.5.1, 99001:A.5.2]');
    check('controls: [99001:A.$0, 99001:A.6.2]', 'controls: [99001:A.5.2, 99001:A.6.2]');
    check('controls: ["99001:A$0"]', 'controls: ["99001:A.5.2"]');
    check('controls: [99001:A.$0', 'controls: [99001:A.5.2');
    check('controls:\n  - $0', 'controls:\n  - 99001:A.5.2');
    check('controls:\n  - 99001:A.5.1\n  - lock$0', 'controls:\n  - 99001:A.5.1\n  - 99001:A.5.2');
    check('controls: $0', 'controls: 99001:A.5.2');
    check('frameworks:\n  house:\n    controls: [$0]', 'frameworks:\n  house:\n    controls: [99001:A.5.2]');
  });

  it('follows the style of the list', () => {
    const open = (list: string) => ({ 'policy.md': `---\nstandard: ISO/IEC 99001:2020\ncontrols: ${list}\n---\n` });
    const done = (list: string) => `---\nstandard: ISO/IEC 99001:2020\ncontrols: ${list}\n---\n`;
    checkCompletion('A.5.2', open('[A.5.1, $0]'), done('[A.5.1, A.5.2]'));
    checkCompletion('5.10', open('["5.1", $0]'), done('["5.1", "5.10"]'));
    checkCompletion('5.10', open('["5.1", "$0"]'), done('["5.1", "5.10"]'));
  });

  it('offers the ids of the standard that a key above or the map names, as they are read there', () => {
    const both = 'standards: [27001:2022, 42001:2023]\n';
    const open = (text: string) => ({ 'soa.yaml': both, 'policy.md': `---\n${text}\n---\n` });
    const labelsAt = (text: string) => shownLabels(open(text), { catalog: catalogOfProject() });
    for (const text of [
      'frameworks:\n  iso42001:\n    controls: [A.$0]',
      'frameworks:\n  iso42001:\n    controls: [A.$0',
      'frameworks:\n  iso42001:\n    controls: [A.6.2.2, $0]',
      'frameworks:\n  iso42001:\n    controls:\n      - A.$0',
      'frameworks: { iso42001: { controls: [A.$0] } }',
      'mappings:\n  - standard: ISO/IEC 42001:2023\n    controls: [A.$0]',
      'iso42001_controls: [$0]',
      'frameworks:\n  iso27001:\n    controls: [A.5.1]\n  iso42001:\n    controls: ["A.$0"]',
    ]) {
      const labels = labelsAt(text);
      assert.ok(labels.includes('A.6.2.4') && !labels.includes('A.8.13'), text);
      assert.ok(!labels.some((label) => label.includes(':')), text);
      assert.deepEqual(labelsAt(text.replaceAll('\n', '\r\n')), labels, text);
    }
    assert.ok(labelsAt('frameworks:\n  iso27001:\n    controls: [A.$0]').includes('A.8.13'));
    assert.ok(labelsAt('frameworks:\n  iso42001:\n    controls: [42001:A.6.2.2, $0]').includes('42001:A.6.2.4'));
    // A standard that is written itself counts, and where none is named so near all are offered with theirs.
    assert.ok(labelsAt('frameworks:\n  iso42001:\n    controls: [27001:A.$0]').includes('27001:A.8.13'));
    const house = labelsAt('frameworks:\n  house:\n    controls: [A.$0]');
    assert.ok(house.includes('27001:A.8.13') && house.includes('42001:A.6.2.4'));
    const clauses = { ...open('frameworks:\n  iso42001:\n    clauses: [$0]') };
    const done = '---\nframeworks:\n  iso42001:\n    clauses: ["9.2"]\n---\n';
    checkCompletion('9.2', clauses, done, { catalog: catalogOfProject() });
  });

  it('offers clauses under a key for clauses', () => {
    const labels = shownLabels({ 'soa.yaml': soa, 'policy.md': '---\nclauses: [5.$0]\n---\n' });
    assert.ok(labels.includes('99001:5.2') && labels.includes('99042:5.2'));
    assert.ok(!labels.some((label) => label.includes('A.')));
  });

  it('works in front matter that is not closed yet', () => {
    assert.ok(shownLabels({ 'soa.yaml': soa, 'policy.md': '---\nid: P-1\ncontrols: [A.6$0' }).includes('99001:A.6.2'));
  });

  it('works in section comments', () => {
    const text = (tags: string) => ({ 'soa.yaml': soa, 'policy.md': `# House\n<!-- controls: ${tags} -->\n` });
    checkCompletion('99001:A.5.2', text('99001:A.5.1, ke$0'), '# House\n<!-- controls: 99001:A.5.1, 99001:A.5.2 -->\n');
    checkCompletion('99001:A.5.2', text('$0'), '# House\n<!-- controls: 99001:A.5.2 -->\n');
    assert.deepEqual(
      completionsAt({ 'soa.yaml': soa, 'policy.md': '<!-- todo: A.$0 -->\n' }).filter((one) =>
        one.label.includes('99001:'),
      ),
      [],
    );
  });

  it('leaves out controls for roles that the organisation does not have', () => {
    const system = 'standards:\n  99701: { edition: 2025, roles: [processor] }\n';
    const labels = shownLabels({ 'soa.yaml': system, 'policy.md': '---\ncontrols: [$0]\n---\n' });
    assert.ok(labels.includes('99701:A.2.2.2') && labels.includes('99701:A.3.3'));
    assert.ok(!labels.includes('99701:A.1.2.2'));
  });
});

describe('completion in running text', () => {
  const text = (line: string) => ({ 'soa.yaml': soa, 'policy.md': `# House\n\n${line}\n` });

  it('continues an id', () => {
    checkCompletion(
      'A.6.2',
      text('We mow (ISO/IEC 99001:2020 A.6$0).'),
      '# House\n\nWe mow (ISO/IEC 99001:2020 A.6.2).\n',
    );
    checkCompletion(
      'A.6.2',
      text('We mow (ISO/IEC 99001:2020 A.$0).'),
      '# House\n\nWe mow (ISO/IEC 99001:2020 A.6.2).\n',
    );
    checkCompletion('99001:A.6.2', text('We mow (99001:A$0).'), '# House\n\nWe mow (99001:A.6.2).\n');
    checkCompletion('99001:A.6.2', text('We mow (99001:$0).'), '# House\n\nWe mow (99001:A.6.2).\n');
  });

  it('keeps to the standard that the line names', () => {
    const labels = shownLabels(text('See ISO/IEC 99042:2023 A.$0'));
    assert.ok(labels.includes('A.7.2') && !labels.includes('A.6.2'));
  });

  it('names the standard where the id alone would be ambiguous', () => {
    const labels = shownLabels(text('We mow (A.$0).'));
    assert.ok(labels.includes('A.6.2'));
    assert.ok(labels.includes('ISO/IEC 99001:2020 A.5.2') && labels.includes('ISO/IEC 99042:2023 A.5.2'));
  });

  it('offers clauses after their word', () => {
    checkCompletion(
      '5.2',
      text('As ISO/IEC 99001:2020 clause $0 asks.'),
      '# House\n\nAs ISO/IEC 99001:2020 clause 5.2 asks.\n',
    );
    assert.ok(shownLabels(text('As ISO/IEC 99042:2023 Clause 8.$0')).includes('8.4'));
  });

  it('stays away from everything else', () => {
    for (const line of [
      'See vitamin$0',
      'It ends here.$0',
      'https://a.example/A.$0',
      'clause$0',
      'at 10:$0',
      '99001:2020$0',
      '99001:20$0',
    ]) {
      assert.deepEqual(completionsAt(text(line)), [], line);
    }
    assert.deepEqual(completionsAt('# Notes\n\nVitamin A.$0\n'), [], 'nothing of ours in a document without standards');
  });

  it('knows the rules in silencing comments', () => {
    const labels = completionsAt('<!-- clausemark-disable-next-line un$0 -->\n').map((one) => one.label);
    assert.deepEqual(
      labels,
      allRules().map((rule) => rule.code),
    );
    assert.deepEqual(completionsAt('<!-- clausemark-disable-next-line a -- why $0 -->\n'), []);
  });
});

describe('completion of front matter', () => {
  it('offers the keys that are missing', () => {
    const labels = completionsAt('---\nid: P-1\ntitle: Doors\n$0\n---\n# Doors\n').map((one) => one.label);
    assert.ok(labels.includes('owner') && labels.includes('next_review') && labels.includes('controls'));
    assert.ok(!labels.includes('id') && !labels.includes('title'));
    checkCompletion('owner', '---\nid: P-1\now$0\n---\n', '---\nid: P-1\nowner: \n---\n');
    checkCompletion('owner', '---\nid: P-1\now$0: Porter\n---\n', '---\nid: P-1\nowner: Porter\n---\n');
  });

  it('offers values: status, people, types, classes', () => {
    const other =
      '---\nid: P-2\nowner: Head of House\napproved_by: Porter\nclassification: secret\ntype: charter\n---\n# B\n';
    const labels = (line: string) =>
      completionsAt({ 'other.md': other, 'policy.md': `---\nid: P-1\n${line}\n---\n# A\n` }).map((one) => one.label);
    assert.deepEqual(labels('status: $0'), ['draft', 'in-review', 'approved', 'retired']);
    assert.deepEqual(labels('owner: $0'), ['Head of House', 'Porter']);
    assert.deepEqual(labels('approved_by: $0'), ['Head of House', 'Porter']);
    assert.equal(labels('classification: $0')[0], 'secret');
    assert.equal(labels('type: $0')[0], 'charter');
    assert.deepEqual(labels('colour: $0'), []);
  });

  it('does not offer what is half typed at the cursor, unless it stands elsewhere, too', () => {
    const other = '---\nid: P-2\nowner: Head\ntype: charter\nclassification: sec\n---\n# B\n';
    const labels = (lines: string) =>
      completionsAt({ 'other.md': other, 'policy.md': `---\nid: P-1\n${lines}\n---\n# A\n` }).map((one) => one.label);
    assert.deepEqual(labels('owner: He$0'), ['Head']);
    assert.deepEqual(labels('owner: "He$0"'), ['Head']);
    assert.deepEqual(labels('owner: Head$0'), ['Head']);
    assert.deepEqual(labels('approved_by: He$0\nowner: He'), ['He', 'Head'], 'the owner is another place');
    assert.ok(!labels('type: ch$0').includes('ch') && labels('type: ch$0').includes('charter'));
    assert.ok(!labels('classification: s$0').includes('s') && labels('classification: s$0').includes('sec'));
    const people = (text: string) => completionsAt({ 'other.md': other, 'soa.yaml': text }).map((one) => one.label);
    assert.deepEqual(people('owner: He$0\n'), ['Head']);
    const decision = (owner: string) => `controls:\n  99042:A.5.2: { owner: ${owner} }\n`;
    assert.deepEqual(people(decision('He$0')), ['Head']);
    assert.deepEqual(people(`${decision('He$0')}  99042:A.5.3: { owner: He }\n`), ['Head', 'He']);
    assert.deepEqual(people('controls:\n  99042:A.5.2: { supplier: Ho$0 }\n  99042:A.5.3: { supplier: Host }\n'), [
      'Host',
    ]);
  });

  it('offers dates that follow from the approval', () => {
    const labels = (lines: string) => completionsAt(`---\n${lines}\n---\n# A\n`).map((one) => one.label);
    assert.deepEqual(labels('approved: $0'), ['2026-11-21']);
    assert.deepEqual(labels('approved: 2024-02-29\nnext_review: $0'), ['2025-02-28', '2026-02-28', '2027-02-28']);
    assert.deepEqual(labels('next_review: $0'), ['2027-11-21', '2028-11-21', '2029-11-21']);
  });

  it('quotes values that YAML would not leave alone', () => {
    checkCompletion(
      'Head: IT',
      { 'other.md': '---\nid: P-2\nowner: "Head: IT"\n---\n', 'policy.md': '---\nid: P-1\nowner: $0\n---\n' },
      '---\nid: P-1\nowner: "Head: IT"\n---\n',
    );
  });
});

describe('completion in soa.yaml', () => {
  const labels = (text: string) => completionsAt({ 'soa.yaml': text }).map((one) => one.label);

  it('offers header keys that are missing', () => {
    const found = labels('organisation: A\n$0\nstandards:\n  99001: { edition: 2020 }\n');
    assert.ok(found.includes('scope') && found.includes('controls'));
    assert.ok(!found.includes('organisation') && !found.includes('standards'));
  });

  it('offers standards, editions and roles', () => {
    assert.deepEqual(labels('standards:\n  99001: { edition: 2020 }\n  $0'), ['99042', '99701']);
    assert.deepEqual(labels('standards:\n  99001: { edition: $0 }\n'), ['2020', '2010']);
    assert.deepEqual(labels('standards:\n  99701: { edition: 2025, $0 }\n'), ['edition', 'roles', 'amendments']);
    assert.deepEqual(labels('standards:\n  99701: { roles: [$0] }\n'), ['controller', 'processor']);
  });

  it('offers the controls without a decision', () => {
    const text = 'standards:\n  99042: { edition: 2023 }\ncontrols:\n  99042:A.5.2: { applicable: true }\n  $0';
    const found = labels(text);
    assert.ok(found.includes('99042:A.5.3') && !found.includes('99042:A.5.2'));
    checkCompletion('99042:A.5.3', { 'soa.yaml': text.replace('$0', '99042:A$0') }, text.replace('$0', '99042:A.5.3:'));
    checkCompletion('99042:A.5.3', { 'soa.yaml': text.replace('$0', 'nam$0:') }, text.replace('$0', '99042:A.5.3:'));
  });

  it('offers the ids of a standard below its number, without the number, and the keys below an id', () => {
    const text = (lines: string) =>
      `standards:\n  99001: { edition: 2020 }\n  99042: { edition: 2023 }\ncontrols:\n  99042:\n    A.5.2: yes\n${lines}`;
    for (const lines of ['    $0', '    A.5.$0', '    A.5.$0\n  99001:A.5.1: yes\n']) {
      const found = labels(text(lines));
      assert.ok(found.includes('A.5.3') && !found.includes('A.5.2'), lines);
      assert.ok(!found.some((label) => /:|^A\.6|^status/.test(label)), 'of that standard alone, and no keys');
    }
    checkCompletion('A.5.3', { 'soa.yaml': text('    A.5$0') }, text('    A.5.3:'));
    checkCompletion('A.5.3', { 'soa.yaml': text('    A.5$0.9: no') }, text('    A.5.3: no'));
    const keys = labels(text('    A.5.3:\n      applicable: no\n      st$0'));
    assert.ok(keys.includes('status') && !keys.includes('applicable') && !keys.includes('A.7.2'));
    assert.deepEqual(labels(text('    A.5.3:\n      model: $0')), ['direct', 'shared', 'inherited']);
    assert.ok(labels(text('    A.5.3: { st$0')).includes('status'));
    assert.deepEqual(labels(text('    A.5.3:\n      drivers: { $0 }')), [
      'risk',
      'legal',
      'contractual',
      'business',
      'baseline',
    ]);
    assert.ok(labels('controls: { 99042: { A.5.2: { owner: A }, $0').includes('A.5.3'));
  });

  it('offers the ids of a standard behind its number and colon, unless they stand below it', () => {
    const text = (lines: string) => `standards:\n  99042: { edition: 2023 }\ncontrols:\n  99042:A.5.2: yes\n${lines}`;
    checkCompletion('99042:A.5.3', { 'soa.yaml': text('  99042:$0') }, text('  99042:A.5.3:'));
    checkCompletion('99042:A.5.3', { 'soa.yaml': text('  99042:$0A.7.2: no\n') }, text('  99042:A.5.3: no\n'));
    assert.ok(!labels(text('  99042:$0')).includes('99042:A.5.2'), 'decided already');
    assert.deepEqual(labels(text('  99042:$0\n\n    A.5.3: yes\n')), []);
    assert.deepEqual(labels(text('  99042:$0 { A.5.3: yes }\n')), []);
    assert.deepEqual(labels(text('  99042: $0')), []);
  });

  it('offers the keys and values of a decision', () => {
    const text = (line: string) =>
      `standards:\n  99042: { edition: 2023 }\ncontrols:\n  99042:A.5.2:\n    applicable: true\n    ${line}`;
    const keys = labels(text('$0'));
    assert.ok(keys.includes('status') && keys.includes('evidence') && !keys.includes('applicable'));
    assert.deepEqual(labels(text('status: $0')), ['not-assessed', 'not-started', 'planned', 'partial', 'implemented']);
    assert.deepEqual(labels(text('drivers: { $0 }')), ['risk', 'legal', 'contractual', 'business', 'baseline']);
    assert.deepEqual(labels(text('decided: $0')), ['2026-11-21']);
    assert.deepEqual(labels('controls:\n  99042:A.5.2: { applicable: $0 }'), ['true', 'false', 'undecided']);
  });
});

describe('completion of rules in YAML comments', () => {
  it('offers the rules behind the words that silence one, and nothing elsewhere', () => {
    const labels = (text: string, path = 'soa.yaml') => completionsAt({ [path]: text }).map((one) => one.label);
    const rules = labels('controls:\n  # clausemark-disable-next-line $0\n  99042:A.5.2: no\n');
    assert.ok(rules.includes('exclusion-without-justification') && rules.includes('unknown-reference'));
    assert.deepEqual(labels('# clausemark-disable-file undecided-control und$0\n'), rules);
    assert.deepEqual(labels('---\n# clausemark-disable-line $0\ntitle: A\n---\n', 'policy.md'), rules);
    assert.ok(!labels('# clausemark-disable-next-line undecided-control -- be$0\n').includes('undecided-control'));
    assert.ok(!labels('organisation: x # $0\n').includes('undecided-control'));
  });
});

describe('completion of the record in soa.yaml', () => {
  const policy = '---\nid: POL-1\ntitle: Doors\nowner: Porter\n---\n# Doors\n';
  const labels = (text: string, path = 'soa.yaml') =>
    completionsAt({ [path]: text, 'policies/doors.md': policy }).map((one) => one.label);
  const decision = (line: string) => `controls:\n  99042:A.5.2:\n    applicable: true\n    ${line}`;

  it('offers who runs a control, and documents by id and path', () => {
    assert.deepEqual(labels(decision('model: $0')), ['direct', 'shared', 'inherited']);
    assert.deepEqual(labels(decision('documents: [$0]')), ['POL-1', 'policies/doors.md']);
    assert.deepEqual(labels(decision('documents:\n      - $0')), ['POL-1', 'policies/doors.md']);
    assert.deepEqual(labels('scope_document: $0', 'isms/soa.yaml'), ['../policies/doors.md']);
    assert.deepEqual(labels('folders: [$0]', 'isms/soa.yaml'), ['../policies']);
    const suppliers = labels(`controls:\n  99042:A.5.1: { supplier: Host AG }\n  99042:A.5.2: { supplier: $0 }`);
    assert.deepEqual(suppliers, ['Host AG']);
  });

  it('offers the keys and values of evidence in every way it can be written', () => {
    const keys = ['file', 'link', 'note', 'date', 'valid', 'valid_until', 'path'];
    for (const line of ['evidence: [{ $0', 'evidence:\n      - file: a.md\n        $0']) {
      assert.deepEqual(labels(decision(line)), keys, line);
    }
    assert.deepEqual(labels(decision('evidence:\n      - $0')), [...keys, 'policies/doors.md']);
    for (const line of [
      'evidence: [{ date: $0',
      'evidence:\n      - date: $0',
      'evidence:\n      - file: a\n        date: $0',
    ]) {
      assert.deepEqual(labels(decision(line)), ['2026-11-21'], line);
    }
    assert.ok(labels(decision('evidence: { valid: $0')).includes('12 months'));
  });

  it('offers paths of documents and of files that are evidence already, in every way evidence can be written', () => {
    const evidenceBefore = `controls:\n  99042:A.5.1: { evidence: [log.pdf, gone.pdf, "https://a.example/x", a Ticket] }\n`;
    const offered = (line: string, eol = '\n') => {
      const text = `${evidenceBefore}  99042:A.5.2:\n    applicable: true\n    ${line}`.replaceAll('\n', eol);
      const found = completionsAt({ 'isms/soa.yaml': text, 'isms/log.pdf': '', 'policies/doors.md': policy });
      return found.filter(({ kind }) => kind === 'value').map(({ label }) => label);
    };
    for (const line of [
      'evidence: $0',
      'evidence: [$0]',
      'evidence: [x.pdf, l$0]',
      'evidence: ["$0"]',
      'evidence: [{ file: $0 }]',
      'evidence: [{ path: $0',
      'evidence: { file: $0 }',
      'evidence:\n      - $0',
      'evidence:\n      - file: $0',
      'evidence:\n      - date: 2026-01-01\n        file: $0',
    ]) {
      const expected = ['log.pdf', '../policies/doors.md'];
      assert.deepEqual(offered(line), expected, line);
      assert.deepEqual(offered(line, '\r\n'), expected, line);
    }
    assert.deepEqual(offered('evidence: [{ link: $0 }]'), []);
    assert.deepEqual(offered('evidence: [{ note: $0 }]'), []);
    assert.ok(labels('additional:\n  OWN-1: { evidence: [$0] }').includes('policies/doors.md'));
    const text = (value: string) =>
      `controls:\n  99042:A.5.1:\n    evidence: [log.pdf]\n  99042:A.5.2:\n    evidence: [${value}]\n`;
    checkCompletion('log.pdf', { 'soa.yaml': text('lo$0'), 'log.pdf': '' }, text('log.pdf'));
    // A name with a comma stays one item of the list.
    const odd = 'Prüfung 1, Räume.md';
    const documents = { [odd]: '# Räume\n' };
    checkCompletion(odd, { 'soa.yaml': text('Pr$0'), ...documents }, text(`"${odd}"`));
    checkCompletion(odd, { 'soa.yaml': text('"Pr$0"'), ...documents }, text(`"${odd}"`));
    checkCompletion(odd, { 'soa.yaml': text("'$0'"), ...documents }, text(`'${odd}'`));
  });

  it('offers the keys of own controls, of the history and of a release', () => {
    const own = labels('additional:\n  OWN-1:\n    title: Cats\n    $0');
    assert.ok(own.includes('source') && own.includes('applicable') && !own.includes('title'));
    assert.deepEqual(labels('additional:\n  $0'), []);
    assert.deepEqual(labels('history:\n  - $0'), ['version', 'date', 'by', 'change']);
    assert.deepEqual(labels('history:\n  - { by: $0'), ['Porter']);
    assert.deepEqual(labels('released:\n  version: "1.0"\n  $0'), ['date', 'by', 'hash']);
  });
});

describe('completion with the real catalog', () => {
  it('finds controls by number and by word', function () {
    const catalog = realCatalog();
    if (!catalog) this.skip();
    const system = 'standards:\n  27001: { edition: 2022 }\n  42001: { edition: 2023 }\n';
    const shown = (typed: string) =>
      shownLabels({ 'soa.yaml': system, 'policy.md': `---\ncontrols: [${typed}$0]\n---\n` }, { catalog });
    assert.ok(shown('A.8.').includes('27001:A.8.8'));
    assert.ok(shown('vuln').includes('27001:A.8.8'));
    assert.ok(shown('imp').includes('42001:A.5.2'));
  });
});
