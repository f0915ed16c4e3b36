/** Controls beyond those of the standards, and the standards in scope, changed in soa.yaml. */
import assert from 'node:assert/strict';
import { editSoa, type SoaChange } from '../../../../server/src/core/edits/soa/editSoa.js';
import { readSoaChange } from '../../../../server/src/core/edits/soa/readChange.js';
import { applyEdits } from '../../../support/applyEdits.js';
import { catalogOfProject } from '../../../support/realCatalog.js';

const context = { path: 'soa.yaml', catalog: catalogOfProject() };

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

const head = 'standards:\n  27001: { edition: 2022 } # ours\n';
const controls = 'controls:\n  27001:A.5.1: yes\n';
const add = (control: string, title = 'Two engineers', source = ''): SoaChange => ({
  kind: 'addOwn',
  control,
  title,
  source,
});
const set = (
  control: string,
  field: 'title' | 'source' | 'status' | 'applicable',
  value: string | boolean | null,
): SoaChange => {
  return { kind: 'decision', control, field, value };
};

describe('own controls in soa.yaml', () => {
  it('come with their list where there is none, behind the controls', () => {
    const text = `${head}${controls}history: []\n`;
    const own = 'additional:\n  OWN-01:\n    title: Two engineers\n    source: Contract, annex 4\n';
    assert.equal(
      edit(text, add('OWN-01', 'Two engineers', 'Contract, annex 4')),
      `${head}${controls}${own}history: []\n`,
    );
  });

  it('come behind the last one, in the form of the list, with the comments kept', () => {
    const block = `${head}additional:\n  # first\n  X-1: { title: Tea time } # at five\n  # last\n`;
    assert.equal(
      edit(block, add('X-2')),
      `${head}additional:\n  # first\n  X-1: { title: Tea time } # at five\n  X-2:\n    title: Two engineers\n  # last\n`,
    );
    const flow = `${head}additional: { X-1: { title: Tea time } }\n`;
    assert.equal(
      edit(flow, add('X-2')),
      `${head}additional: { X-1: { title: Tea time }, X-2: { title: Two engineers } }\n`,
    );
    assert.equal(edit(`${head}additional:\n`, add('X-2')), `${head}additional:\n  X-2:\n    title: Two engineers\n`);
  });

  it('are decided on at once, also where several come together', () => {
    const made = edit(
      `${head}${controls}`,
      add('X-1'),
      set('X-1', 'status', 'planned'),
      add('X-2', '#2: no'),
      set('X-2', 'applicable', false),
    );
    assert.equal(
      made,
      `${head}${controls}additional:\n  X-1:\n    title: Two engineers\n    status: planned\n  X-2:\n    title: "#2: no"\n    applicable: false\n`,
    );
  });

  it('get another title, source or id, and go, with nothing else changed', () => {
    const text = `${head}additional:\n  X-1: # one\n    name: 'Tea time'\n    status: planned\n  X-2: { title: Two }\n`;
    assert.equal(edit(text, set('X-1', 'title', 'Coffee')), text.replace("'Tea time'", "'Coffee'"));
    assert.equal(edit(text, set('X-1', 'source', 'A law')), text.replace("time'\n", "time'\n    source: A law\n"));
    assert.equal(edit(text, { kind: 'rename', control: 'X-1', to: 'X-9' }), text.replace('X-1:', 'X-9:'));
    assert.equal(edit(text, { kind: 'remove', control: 'X-2' }), text.replace('  X-2: { title: Two }\n', ''));
  });

  it('are refused without a title or id, under an id that is taken, or where the file cannot hold them', () => {
    const text = `${head}${controls}additional:\n  X-1: { title: Tea time }\n`;
    assert.match(refuse(text, add('X-2', ' ')), /has no title/);
    assert.match(refuse(text, add(' ')), /needs an id/);
    assert.match(refuse(text, add('x-1')), /There is a control x-1 already/);
    assert.match(refuse(text, add('two\nlines')), /more than one line/);
    assert.match(refuse(text, add('27001:A.5.2')), /27001:A\.5\.2 is a control of a standard/);
    assert.match(refuse(`${head}additional: [X-1]\n`, add('X-2')), /stands something that is no control/);
    assert.match(refuse(text, set('27001:A.5.1', 'title', 'Mine')), /Only a control of your own has a title/);
    assert.match(refuse(text, set('X-1', 'title', null)), /has no title/);
    assert.match(refuse(text, { kind: 'rename', control: 'X-1', to: ' ' }), /needs an id/);
    const taken = { kind: 'rename', control: 'X-1', to: '27001:A.5.1' } as const;
    assert.match(refuse(text, taken), /already/);
  });
});

describe('standards in soa.yaml', () => {
  const addStandard = (standard: string): SoaChange => ({ kind: 'addStandard', standard });
  const remove = (standard: string): SoaChange => ({ kind: 'removeStandard', standard });
  const roles = (standard: string, ...value: string[]): SoaChange => ({
    kind: 'standard',
    standard,
    field: 'roles',
    value,
  });

  it('come behind the others in their current edition, and go with their line', () => {
    assert.equal(edit(head + controls, addStandard('42001')), `${head}  42001: { edition: 2023 }\n${controls}`);
    // That it still has to say for which role is no reason against it.
    assert.equal(edit(head + controls, addStandard('27701')), `${head}  27701: { edition: 2025 }\n${controls}`);
    const two = `${head}  42001: { edition: 2023 }\n${controls}`;
    assert.equal(edit(two, remove('42001')), head + controls);
    assert.equal(
      edit(`standards: { 27001: 2022 }\n${controls}`, addStandard('42001')),
      `standards: { 27001: 2022, 42001: { edition: 2023 } }\n${controls}`,
    );
  });

  it('are written as keys where they were a list, and where there were none', () => {
    const keys = 'standards:\n  27001: { edition: 2022 }\n  42001: { edition: 2023 }\n';
    assert.equal(edit(`standards: [27001:2022]\n${controls}`, addStandard('42001')), keys + controls);
    assert.equal(
      edit('organisation: Tea\n', addStandard('42001:2023')),
      'organisation: Tea\nstandards:\n  42001: { edition: 2023 }\n',
    );
  });

  it('get roles and amendments in their place', () => {
    const text = `standards:\n  27701: { edition: 2025, roles: [controller] } # why\n`;
    assert.equal(
      edit(text, roles('27701', 'controller', 'processor')),
      text.replace('[controller]', '[controller, processor]'),
    );
    assert.equal(
      edit(head + controls, { kind: 'standard', standard: '27001', field: 'amendments', value: ['Amd 1:2024'] }),
      `standards:\n  27001: { edition: 2022, amendments: [Amd 1:2024] } # ours\n${controls}`,
    );
    assert.equal(
      edit('standards:\n  27701: 2025 # why\n', roles('27701', 'processor')),
      'standards:\n  27701: { edition: 2025, roles: [processor] } # why\n',
    );
    assert.equal(
      edit(`standards:\n  27001: { edition: 2022, amendments: [Amd 1:2024] }\n`, {
        kind: 'standard',
        standard: '27001',
        field: 'amendments',
        value: [],
      }),
      'standards:\n  27001: { edition: 2022 }\n',
    );
  });

  it('are refused where the result would say something else, or comments were lost', () => {
    assert.match(refuse(head + controls, addStandard('27001')), /in scope already/);
    assert.match(refuse(head + controls, addStandard('12345')), /not a standard of the catalog/);
    assert.match(refuse(head + controls, remove('27001')), /at least one standard/);
    assert.match(refuse(head + controls, remove('42001')), /not in scope/);
    assert.match(refuse('standards:\n  - 27001:2022 # first\n', addStandard('42001')), /comments among the standards/);
    const bare = 'standards:\n  27001: { edition: 2022 }\ncontrols:\n  A.5.2: yes\n';
    assert.match(refuse(bare, addStandard('42001')), /A\.5\.2/);
    assert.match(refuse('standards: &a { 27001: 2022 }\nfolders: *a\n', addStandard('42001')), /copies of this/);
    assert.match(refuse(head, roles('27001', 'butler')), /not a role/);
  });

  it('come from outside only in the right form', () => {
    const good = [
      add('X-1'),
      addStandard('42001'),
      remove('42001'),
      roles('27701', 'controller'),
      set('X-1', 'title', 'Tea'),
    ];
    for (const change of good) assert.deepEqual(readSoaChange(JSON.parse(JSON.stringify(change))), change);
    for (const change of [
      { kind: 'addOwn', control: 'X-1' },
      { kind: 'standard', standard: '27701', field: 'edition', value: ['2019'] },
      { kind: 'standard', standard: '27701', field: 'roles', value: 'controller' },
      { kind: 'addStandard' },
    ]) {
      assert.equal(readSoaChange(change), null);
    }
  });
});
