import assert from 'node:assert/strict';
import { qualifiedAt } from '../../support/checkFeatures.js';

const scope = 'standards:\n  99001: { edition: 2020 }\n';

describe('naming the standard of a reference', () => {
  it('in a tag puts the number before the id', () => {
    const files = { 'soa.yaml': scope, 'a.md': '---\ncontrols: [A.5.$02]\n---\n# A\n' };
    assert.deepEqual(Object.values(qualifiedAt(files)), ['---\ncontrols: [99001:A.5.2]\n---\n# A\n']);
  });

  it('in a comment, too', () => {
    const files = { 'soa.yaml': scope, 'a.md': '# A\n\n## B\n<!-- controls: A.5.$02, A.5.3 -->\n' };
    assert.deepEqual(Object.values(qualifiedAt(files)), ['# A\n\n## B\n<!-- controls: 99001:A.5.2, A.5.3 -->\n']);
  });

  it('in prose puts the name of the standard before the id', () => {
    const files = { 'soa.yaml': scope, 'a.md': '# A\n\nDoors follow A.5.$02.\n' };
    assert.deepEqual(Object.values(qualifiedAt(files)), ['# A\n\nDoors follow ISO/IEC 99001:2020 A.5.2.\n']);
  });

  it('offers each meaning of an ambiguous one, with its title', () => {
    const both = 'standards:\n  99001: { edition: 2020 }\n  99042: { edition: 2023 }\n';
    const ways = qualifiedAt({ 'soa.yaml': both, 'a.md': '# A\n\nSee A.5.$02.\n' });
    assert.ok(Object.keys(ways).length >= 2, JSON.stringify(ways));
    assert.ok(Object.keys(ways).every((title) => /^\d{5}:\d{4}: A\.5\.2 \w/.test(title)));
    assert.equal(new Set(Object.values(ways)).size, Object.keys(ways).length);
  });

  it('offers nothing where the standard stands beside it, where the id is unknown, and where nothing stands', () => {
    for (const text of [
      '# A\n\nISO/IEC 99001:2020 A.5.$02\n',
      '---\ncontrols: [99001:A.5.$02]\n---\n',
      '---\ncontrols: [99$0001:A.5.2]\n---\n',
      '# A\n\nSee A.5.9$09.\n',
      '# A\n\nNothing $0here.\n',
    ]) {
      assert.deepEqual(qualifiedAt({ 'soa.yaml': scope, 'a.md': text }), {}, text);
    }
  });
});
