import assert from 'node:assert';
import fc from 'fast-check';
import { documentFacts, lifeStateOn } from '../../server/src/core/documentStates.js';
import { makeSnapshot } from '../support/workspace.js';

const today = '2026-11-21';

/** The state of a document with these lines of front matter, and the days until its review. */
function stateOf(...lines: string[]): string {
  const text = `---\nid: P-1\nowner: CISO\n${lines.join('\n')}\n---\n# Doors\n`;
  const document = makeSnapshot({ 'a.md': text }).documents.get('a.md')!;
  const facts = documentFacts(document);
  if (!facts) return 'none';
  const { state, days } = lifeStateOn(facts, today);
  return `${state} ${days}`;
}

describe('The state of a document', () => {
  it('in force depends on the day of its next review', () => {
    assert.equal(stateOf('status: approved', 'next_review: 2026-11-20'), 'overdue -1');
    assert.equal(stateOf('status: approved', 'next_review: 2026-11-21'), 'due 0');
    assert.equal(stateOf('status: approved', 'next_review: 2026-12-21'), 'due 30');
    assert.equal(stateOf('status: approved', 'next_review: 2026-12-22'), 'approved 31');
    assert.equal(stateOf('status: Published', 'next_review: 1 March 2027'), 'approved 100');
    assert.equal(stateOf('status: approved'), 'approved null');
  });

  it('not in force is what its status says, however old its date', () => {
    assert.equal(stateOf('status: draft', 'next_review: 2020-01-01'), 'draft -2516');
    assert.equal(stateOf('status: in review'), 'in-review null');
    assert.equal(stateOf('status: retired', 'next_review: 2026-11-20'), 'retired -1');
    assert.equal(stateOf('status: blue'), 'unstated null');
    assert.equal(stateOf('version: "1"'), 'unstated null');
  });

  it('is told in the words of decision records, with what came instead', () => {
    for (const status of ['accepted', 'Accepted', 'angenommen', 'acceptée'])
      assert.equal(stateOf(`status: ${status}`), 'approved null', status);
    for (const status of [
      'rejected',
      'abgelehnt',
      'superseded by ADR-0020',
      '"Superseded by [ADR-0020](0020-keys.md)"',
      'Ersetzt durch ADR-20',
      'remplacée par ADR-20',
      'deprecated, see ADR-20',
      'Withdrawn (see POL-7)',
    ])
      assert.equal(stateOf(`status: ${status}`), 'retired null', status);
    for (const status of ['accepted by nobody', 'to be superseded by ADR-20', 'supersedes ADR-3', 'not rejected'])
      assert.equal(stateOf(`status: ${status}`), 'unstated null', status);
  });

  it('is not overdue by a date that may be that of the last review, or that can be read as a later one', () => {
    assert.equal(stateOf('status: approved', 'review_date: 2020-01-01'), 'approved null');
    assert.equal(stateOf('status: approved', 'next_review: 12/11/2026'), 'due 20');
    assert.equal(stateOf('status: approved', 'next_review: soon'), 'approved null');
  });

  it('is not asked of notes and templates', () => {
    const { documents } = makeSnapshot({
      'README.md': '# Read me\n',
      'template.md': '---\nid: "{{id}}"\nowner: "{{owner}}"\nstatus: draft\n---\n# {{title}}\n',
    });
    assert.deepEqual([...documents.values()].map(documentFacts), [null, null]);
  });

  it('counts days as calendars do', () => {
    const day = fc.integer({ min: -20_000, max: 40_000 });
    const written = (days: number) => new Date(days * 86_400_000).toISOString().slice(0, 10);
    fc.assert(
      fc.property(day, day, (first, second) => {
        const facts = {
          ...documentFacts(makeSnapshot({ 'a.md': '---\nid: P\nowner: B\n---\n' }).documents.get('a.md')!)!,
        };
        const { days } = lifeStateOn({ ...facts, review: written(second) }, written(first));
        assert.equal(days, second - first);
      }),
    );
  });
});
