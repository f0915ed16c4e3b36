import assert from 'node:assert/strict';
import { ruleOf } from '../../../server/src/core/rules/all.js';
import { checkDocument } from '../../../server/src/core/rules/run.js';
import { applyTo } from '../../support/applyEdits.js';
import { checkRule, fixTitles } from '../../support/checkRules.js';
import { type Files, makeSnapshot } from '../../support/workspace.js';

const document = (id: string, title: string, more = '') =>
  `---\nid: ${id}\ntitle: ${title}\ntype: policy\nowner: X\nversion: "1"\n${more}---\n# ${title}\n`;

/** Three documents with ids of one kind, beside the one under test. */
const others: Files = {
  'policies/access.md': document('POL-AC-01', 'Access Control Policy'),
  'policies/crypto.md': document('POL-CR-02', 'Cryptography Policy'),
  'policies/people.md': document('POL-PE-03', 'People Policy'),
};

const withFront = (front: string): Files => ({
  ...others,
  'policies/policy.md': `---\nid: POL-IS-04\nowner: X\n${front}---\n# Policy\n`,
});

function findings(files: Files, path = 'policies/policy.md') {
  const snapshot = makeSnapshot(files);
  return checkDocument(snapshot.documents.get(path)!, snapshot, [ruleOf('unknown-document')!]);
}

const silent = (front: string) => assert.deepEqual(findings(withFront(front)), [], front);

describe('unknown-document', () => {
  it('names an id of the usual form that no document has', () => {
    checkRule('unknown-document', {
      ...others,
      'policies/policy.md': `---
id: POL-IS-04
owner: X
related: [POL-AC-01, POL-AC-09]
                     ^^^^^^^^^ information: No document here has the id POL-AC-09, though it looks like one of yours: a reader or auditor who follows it finds nothing.…
parent: POL-XX-01 Something else
        ^^^^^^^^^ information: No document here has the id POL-XX-01,…
implements:
  - id: POL-AC-07
        ^^^^^^^^^ information: No document here has the id POL-AC-07,…
    why: because
---
# Policy
`,
    });
  });

  it('knows an id that was spelt in another way, or with a slip, whatever its form', () => {
    const message = (front: string) => findings(withFront(front)).map(({ severity, message }) => [severity, message]);
    for (const written of ['POL-AC-1', 'POL_AC_01', 'polac01', 'PLO-AC-01']) {
      const [first, ...more] = message(`related: ${written}\n`);
      assert.equal(more.length, 0);
      assert.equal(first?.[0], 'warning', written);
      assert.match(first[1]!, new RegExp(`No document has the id ${written}. Probably POL-AC-01 \\(Access Control`));
    }
    const slugs = {
      'a.md': document('access-control', 'Access'),
      'b.md': '---\nid: b-two\nowner: X\nrelated: [acess-control, access-controls, other-control]\n---\n# B\n',
    };
    assert.deepEqual(
      findings(slugs, 'b.md').map(({ message }) => /id (\S+)\./.exec(message)?.[1]),
      ['acess-control', 'access-controls'],
    );
  });

  it('is silent where the value is no id of the workspace’s own form', () => {
    silent('related: [the HR handbook, HR-001, ISO-27001, A.5.15, "27001:A.5.15", TBD, "{{related}}", POL]\n');
    silent('related: [policies/gone.md, POL-AC-09.md, "https://example.org/POL-AC-09", "[POL-AC-09](x.md)"]\n');
    silent('related: see POL-AC-09 of the holding\n');
    silent('related: [POL-AC-009, POL-ACCESS-09, PRO-AC-01, POL-2026-01]\n');
    silent('other: POL-AC-09\nnotes: [POL-AC-09]\n');
    silent('related: pol-ac-01\nsee_also: POL-IS-04\n');
  });

  it('is silent of what was there before and may be gone, unless it is only misspelt', () => {
    silent('supersedes: POL-AC-09\nreplaces_policy: [POL-AC-08]\n');
    silent('status: retired\nrelated: POL-AC-09\n');
    assert.equal(findings(withFront('supersedes: POL-AC-1\n')).length, 1);
    assert.equal(findings(withFront('superseded_by: POL-AC-09\n')).length, 1);
  });

  it('is silent where there is no second document of the kind, in templates, and without a folder', () => {
    const alone = '---\nid: POL-IS-04\nowner: X\nrelated: POL-AC-09\n---\n# Policy\n';
    assert.deepEqual(findings({ 'policy.md': alone }, 'policy.md'), []);
    const two = { 'policy.md': alone, 'b.md': document('PRO-AC-01', 'B') };
    assert.deepEqual(findings(two, 'policy.md'), []);
    const template = '---\nid: "{{id}}"\nowner: "{{owner}}"\nrelated: POL-AC-09\n---\n# T\n';
    assert.deepEqual(findings({ ...others, 'policies/policy.md': template }), []);
    const loose = Object.fromEntries(
      Object.entries(withFront('related: POL-AC-09\n')).map(([path, text]) => [`untitled:${path}`, text]),
    );
    assert.deepEqual(findings(loose, 'untitled:policies/policy.md'), []);
  });

  it('offers the nearest ids, a document of the type, and to take it out', () => {
    assert.deepEqual(fixTitles('unknown-document', withFront('related: [POL-CR-09]\n')), [
      'Replace with POL-CR-02 (Cryptography Policy)',
      'Replace with POL-PE-03 (People Policy)',
      'Replace with POL-AC-01 (Access Control Policy)',
      'Create POL-CR-09 from the template “policy”',
      'Remove POL-CR-09',
    ]);
  });

  it('tells what is known of the document that is to be made', () => {
    for (const written of ['POL-CR-09: Key Management', 'POL-CR-09 – Key Management', 'POL-CR-09 (Key Management)']) {
      const [finding] = findings(withFront(`related: ["${written}"]\n`));
      const fix = finding?.fixes?.find(({ newDocument }) => newDocument);
      assert.deepEqual(fix?.newDocument, { type: 'policy', id: 'POL-CR-09', title: 'Key Management', owner: 'X' });
      assert.deepEqual(fix?.edits, []);
    }
  });

  it('removes an entry with its comma or line, in the line ends of the file, and nothing else', () => {
    const cases: [string, string][] = [
      ['related: [POL-AC-01, POL-AC-09] # two\n', 'related: [POL-AC-01] # two\n'],
      ['related: [ "POL-AC-09" , POL-AC-01 ]\n', 'related: [ POL-AC-01 ]\n'],
      ['related:\n  - POL-AC-09 # gone\n  - POL-AC-01\n', 'related:\n  - POL-AC-01\n'],
      ['related: POL-AC-01, POL-AC-09 Gone Policy, POL-CR-02\n', 'related: POL-AC-01, POL-CR-02\n'],
      ['parent: POL-AC-09\nstatus: draft\n', 'parent: \nstatus: draft\n'],
      [
        'related:\r\n  - POL-AC-01\r\n  - POL-AC-09\r\nstatus: draft\r\n',
        'related:\r\n  - POL-AC-01\r\nstatus: draft\r\n',
      ],
    ];
    for (const [before, after] of cases) {
      const files = withFront(before);
      const [finding] = findings(files);
      const fix = finding?.fixes?.find(({ title }) => title.startsWith('Remove'));
      assert.ok(fix, before);
      const text = applyTo('policies/policy.md', files['policies/policy.md']!, fix.edits);
      assert.equal(text, withFront(after)['policies/policy.md']);
    }
    const nested = findings(withFront('related:\n  - id: POL-AC-09\n    why: x\n'));
    assert.ok(!nested[0]?.fixes?.some(({ title }) => title.startsWith('Remove')));
  });
});
