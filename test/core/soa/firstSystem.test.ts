import assert from 'node:assert/strict';
import { firstSystem } from '../../../server/src/core/soa/firstSystem.js';
import { buildSoaModel } from '../../../server/src/core/soa/model.js';
import { parseSoa } from '../../../server/src/core/soa/parse.js';
import { miniCatalog } from '../../support/miniCatalog.js';
import { makeSnapshot } from '../../support/workspace.js';
import { sketchSnapshot } from './support.js';

const policy = '---\ntitle: Keys\ncontrols: [99001:A.5.2]\n---\n# Keys\n';

function writeFor(files: Record<string, string>, organisation = 'Example Ltd'): string {
  return firstSystem(buildSoaModel(null, makeSnapshot(files)), organisation);
}

describe('The first soa.yaml', () => {
  it('decides on every control of the standards that documents claim: applicable where claimed, else undecided', () => {
    const system = parseSoa('soa.yaml', writeFor({ 'keys.md': policy }), miniCatalog);
    assert.deepEqual(system.problems, []);
    assert.equal(system.organisation?.value, 'Example Ltd');
    assert.deepEqual(
      system.standards.map(({ standard, edition }) => [standard, edition]),
      [['99001', '2020']],
    );
    const decisions = system.decisions.map(({ written, applicable }) => [written, applicable.value]);
    assert.equal(decisions.length, miniCatalog.controls('iso99001-2020').length);
    assert.deepEqual(
      decisions.filter(([, applicable]) => applicable === 'yes'),
      [['99001:A.5.2', 'yes']],
    );
    assert.ok(decisions.every(([, applicable]) => applicable === 'yes' || applicable === 'undecided'));
  });

  it('says where the roles go, of a standard that has controls for each', () => {
    const textFor = (reference: string) =>
      firstSystem(buildSoaModel(null, sketchSnapshot({ documents: [{ path: 'a.md', references: [reference] }] })), '');
    assert.match(
      textFor('90002:A.3.3'),
      /standards:\n {2}# .*roles: \[controller\] or .*\n {2}90002: \{ edition: "2025" \}\n/,
    );
    assert.doesNotMatch(textFor('90001:A.5.1'), /roles/);
  });

  it('names the documents that claim a control', () => {
    assert.match(
      writeFor({ 'rules/keys.md': policy }),
      /99001:A\.5\.2: # .+\n {4}# claimed by rules\/keys\.md\n {4}applicable: true\n/,
    );
  });

  it('keeps hostile names in their place', () => {
    const organisation = 'A: "b" # c\n\u2028standards: {}\u202e\u{e0041}';
    const path = 'a\u2028\u202estatus: retired\u0007.md';
    const text = writeFor({ [path]: policy }, organisation);
    const system = parseSoa('soa.yaml', text, miniCatalog);
    assert.equal(system.organisation?.value, organisation);
    assert.equal(system.status?.value, 'draft');
    assert.doesNotMatch(text.replace(/^organisation:.*$/m, ''), /[\u0007\u2028\u202e]/);
  });
});
