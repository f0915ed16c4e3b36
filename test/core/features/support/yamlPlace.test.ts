import assert from 'node:assert/strict';
import { yamlPlaceAt } from '../../../../server/src/core/features/support/yamlPlace.js';
import { dedent, takeCursor } from '../../../support/workspace.js';

/** `key|value path token rest`, of the place at the cursor. */
function place(marked: string): string {
  const { text, offset } = takeCursor(dedent(marked));
  const { path, isKey, token } = yamlPlaceAt(text, 0, offset);
  return `${isKey ? 'key' : 'value'} /${path.join('/')} “${text.slice(token.start, token.end)}”`;
}

describe('yamlPlaceAt', () => {
  const cases: [marked: string, expected: string][] = [
    ['$0', 'key / “”'],
    ['own$0', 'key / “own”'],
    ['owner: He$0', 'value /owner “He”'],
    ['owner:$0', 'value /owner “”'],
    ['owner: Head of$0 IT', 'value /owner “Head of”'],
    ['controls: [27001:A.5.15, A.8.$0', 'value /controls “A.8.”'],
    ['controls: ["27001:A.5$0.15"]', 'value /controls “27001:A.5.15”'],
    ['controls: [a,\n  b, $0\n', 'value /controls “”'],
    ['controls:\n  - 27001:A.5.15\n  - acc$0\n', 'value /controls “acc”'],
    ['controls:\n- 27001:A.5.15\n- acc$0\n', 'value /controls “acc”'],
    ['frameworks:\n  iso27001:\n    controls:\n      - $0', 'value /frameworks/iso27001/controls “”'],
    ['standards:\n  27001: { ed$0 }', 'key /standards/27001 “ed”'],
    ['standards:\n  27001: { edition: 20$0 }', 'value /standards/27001/edition “20”'],
    ['standards:\n  27701: { edition: 2025, roles: [cont$0] }', 'value /standards/27701/roles “cont”'],
    ['standards:\n  27701: { roles: [controller, $0] }', 'value /standards/27701/roles “”'],
    ['standards:\n  27701: { roles: [controller], $0 }', 'key /standards/27701 “”'],
    ['controls:\n  a: { drivers: { risk: [R-1] }, status: $0 }', 'value /controls/a/status “”'],
    ['controls: { 27001: { A.5.1: yes, A.8.$0', 'key /controls/27001 “A.8.”'],
    ['controls:\n  27001: { A.5.1: { drivers: { ri$0 } } }', 'key /controls/27001/A.5.1/drivers “ri”'],
    ['controls: { 27001:A.5.1: { evidence: [{ file: a }, { da$0', 'key /controls/27001:A.5.1/evidence “da”'],
    ['controls:\n  27001:A.7.4:\n    applicable: false\n    $0', 'key /controls/27001:A.7.4 “”'],
    ['controls:\n  27001:A.7.4:\n    applicable: false\n  27001:A.$0', 'key /controls “27001:A.”'],
    ['controls:\n  27001:A.7$0.4:\n    applicable: false', 'key /controls “27001:A.7.4”'],
    ['a: 1\n# controls:\n$0', 'key / “”'],
  ];
  for (const [marked, expected] of cases) {
    it(JSON.stringify(marked), () => assert.equal(place(marked), expected));
  }
});
