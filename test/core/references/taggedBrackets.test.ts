/** Numbers alone in brackets that the document tags, or cites with their letter: `A contract has a security annex (5.20).` */
import assert from 'node:assert/strict';
import { readingsOf } from '../../support/readings.js';

/** What is read in a text below front matter that tags those controls. */
function below(tags: string, text: string): string[] {
  const inFront = tags.match(/[A.\d]+/g)!.length;
  return readingsOf(`---\niso27001: [${tags}]\n---\n\n# Suppliers\n\n${text}\n`).slice(inFront);
}

describe('numbers in brackets', () => {
  it('are the controls that the front matter tags', () => {
    assert.deepEqual(below('A.8.12', 'Exports are watched for leaks (8.12).'), ['A.8.12']);
    assert.deepEqual(
      below('A.5.20', 'Every contract has clauses on security (5.20).'),
      ['A.5.20'],
      'beside a contract',
    );
    assert.deepEqual(below('A.5.20', 'Kein Vertrag ohne Anlage zur Sicherheit (5.20).'), ['A.5.20']);
    assert.deepEqual(
      below(
        'A.5.19, A.5.20, A.5.21',
        'No contract without an annex (5.20).\n\nWe look at the chain (5.21), and watch (5.22).',
      ),
      ['A.5.20', 'A.5.21', 'A.5.22'],
    );
  });

  it('are those also where a clause has the number, if another one can be nothing else', () => {
    const text = 'Administrators are few (8.2). Their logins are strong (8.5).';
    assert.deepEqual(below('A.8.2, A.8.5', text), ['A.8.2', 'A.8.5']);
    assert.deepEqual(below('A.8.5', text), ['8.2', 'A.8.5'], 'not tagged');
    assert.deepEqual(below('A.8.2, A.8.5, "8.2"', text), ['8.2', 'A.8.5'], 'tagged as a clause, too');
    assert.deepEqual(below('A.8.2', 'Risks are assessed (8.2).'), ['8.2'], 'nothing tells');
  });

  it('are those where a clause with its word stands beside one that is tagged', () => {
    const tags = 'A.6.1, A.6.3';
    assert.deepEqual(below(tags, '## Screening (6.1)\n\n## Awareness (6.3 / Cl. 7.3)\n'), ['A.6.1', 'A.6.3', '7.3']);
    assert.deepEqual(below(tags, 'Training is monthly (6.3 / clause 7.3).'), ['A.6.3', '7.3']);
    assert.deepEqual(below(tags, 'Objectives (6.2 / clause 9.1) are set.'), ['6.2', '9.1']);
  });

  it('are those that the text cites with their letter', () => {
    const policy = '# Policy\n\nBased on ISO/IEC 27001:2022, Annex A 5.19–5.23.\n\nThe contract has an annex (5.20).\n';
    assert.deepEqual(readingsOf(policy).slice(1), ['A.5.20']);
  });

  it('are nothing where they are not, or are those of the document or of a contract', () => {
    assert.deepEqual(below('A.5.20', 'The mean is good (8.5).'), []);
    assert.deepEqual(below('A.8.20', 'The contract caps what is owed (8.5).'), []);
    assert.deepEqual(below('A.8.5', 'The contract (8.5) caps what is owed.'), []);
    assert.deepEqual(below('A.5.20', '## 5.20 Payment\n\nInvoices are paid at once (5.20).'), []);
    assert.deepEqual(below('A.5.20', 'It is paid at once, see contracts (5.20) of this policy.'), []);
  });
});
