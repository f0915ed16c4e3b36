import assert from 'node:assert';
import { referenceText } from '../../client/src/commands/referenceText.js';

const chosen = { standard: '99001', standardName: 'ISO/IEC 99001:2020', id: 'A.5.1' };

describe('An inserted reference', () => {
  it('is a tag in front matter and in comments', () => {
    assert.equal(referenceText(chosen, '---\ncontrols: ['), '99001:A.5.1');
    assert.equal(referenceText(chosen, '---\r\ntitle: x\r\n'), '99001:A.5.1');
    assert.equal(referenceText(chosen, '# A\n<!-- controls: '), '99001:A.5.1');
  });

  it('names the standard in prose', () => {
    assert.equal(referenceText(chosen, '---\ntitle: x\n---\nText '), 'ISO/IEC 99001:2020 A.5.1');
    assert.equal(referenceText(chosen, '<!-- a -->\nText '), 'ISO/IEC 99001:2020 A.5.1');
    assert.equal(referenceText(chosen, ''), 'ISO/IEC 99001:2020 A.5.1');
  });
});
