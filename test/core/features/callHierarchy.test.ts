import assert from 'node:assert/strict';
import {
  type ChainItem,
  chainAt,
  chainBackwards,
  chainOnwards,
} from '../../../server/src/core/features/callHierarchy.js';
import type { Snapshot } from '../../../server/src/core/snapshot.js';
import { catalogOfProject } from '../../support/realCatalog.js';
import { makeSnapshot } from '../../support/workspace.js';

const files = {
  'soa.yaml':
    'standards:\n  27001: { edition: 2022 }\ncontrols:\n  27001:A.8.24:\n    applicable: true\n    drivers: { risk: [R-012], legal: [GDPR Art. 32(1)(a)] }\n    evidence: [evidence/review.md]\n',
  'policy.md':
    '---\nid: POL-AC\ntitle: Access\ncontrols: [27001:A.8.24]\n---\nDetails are in PRO-JML and in PRO-JML, section 2.\n',
  'procedure.md': '---\nid: PRO-JML\ntitle: Joiners and leavers\n---\nUnder the GDPR, Article 32(1)(a) asks for it.\n',
};

const nameOf = ({ item }: { item: ChainItem }) => item.name;

describe('The chain of proof', () => {
  const snapshot: Snapshot = makeSnapshot(files, { catalog: catalogOfProject() });
  const at = (path: keyof typeof files, words: string) => chainAt(snapshot, path, files[path].indexOf(words) + 1)[0]!;

  it('leads from a control to its documents and evidence, and to its risks', () => {
    const control = at('policy.md', 'A.8.24');
    assert.equal(control.name, 'A.8.24 Use of cryptography');
    assert.equal(control.path, 'soa.yaml');
    assert.deepEqual(chainOnwards(snapshot, control).map(nameOf), ['POL-AC Access', 'evidence/review.md']);
    const reasons = chainBackwards(snapshot, control).map(nameOf);
    assert.deepEqual(reasons.slice(0, 2), ['R-012', 'GDPR Art. 32(1)(a)']);
    assert.ok(reasons.some((name) => name.startsWith('Article 32(1)(a)')));
  });

  it('leads from an article of a law to the controls in use', () => {
    const article = at('procedure.md', 'Article 32(1)(a)');
    assert.match(article.name, /32/);
    assert.ok(chainOnwards(snapshot, article).map(nameOf).includes('A.8.24 Use of cryptography'));
    assert.deepEqual(chainBackwards(snapshot, article), []);
  });

  it('leads from a document to those it names, and back to what it claims', () => {
    const policy = at('policy.md', 'Details');
    assert.equal(policy.name, 'POL-AC Access');
    const [procedure] = chainOnwards(snapshot, policy);
    assert.equal(procedure?.item.name, 'PRO-JML Joiners and leavers');
    assert.equal(procedure?.spans.length, 2);
    assert.deepEqual(chainBackwards(snapshot, policy).map(nameOf), ['A.8.24 Use of cryptography']);
    assert.deepEqual(chainBackwards(snapshot, procedure!.item).map(nameOf), ['POL-AC Access']);
  });

  it('leads from evidence and risks to the control', () => {
    const control = at('soa.yaml', 'A.8.24');
    const evidence = chainOnwards(snapshot, control).find(({ item }) => item.subject.kind === 'evidence')!.item;
    assert.deepEqual(chainBackwards(snapshot, evidence).map(nameOf), ['A.8.24 Use of cryptography']);
    const risk = chainBackwards(snapshot, control)[0]!.item;
    assert.deepEqual(chainOnwards(snapshot, risk).map(nameOf), ['A.8.24 Use of cryptography']);
  });

  it('leaves out tags that cover nothing', () => {
    const text = '---\nid: POL-AI\ntitle: Assets\ncontrols: [42001:A.4.2, 42001:A.4]\n---\n';
    const own = makeSnapshot({ 'ai.md': text }, { catalog: catalogOfProject() });
    const [document] = chainAt(own, 'ai.md', 0);
    assert.deepEqual(
      chainBackwards(own, document!)
        .map(nameOf)
        .map((name) => name.split(' ')[0]),
      ['A.4.2'],
    );
    const [group] = chainAt(own, 'ai.md', text.indexOf('A.4]') + 1);
    assert.equal(group!.name.split(' ')[0], 'A.4');
    assert.deepEqual(chainOnwards(own, group!), []);
  });

  it('begins at the document named under the cursor', () => {
    assert.equal(at('policy.md', 'PRO-JML and').name, 'PRO-JML Joiners and leavers');
  });
});
