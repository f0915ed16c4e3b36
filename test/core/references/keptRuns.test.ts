/** What is known of a text from its last reading changes nothing in what the next one finds. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocument } from '../../../server/src/core/parse.js';
import { KeptRuns } from '../../../server/src/core/references/text/run.js';
import { defaultSettings } from '../../../server/src/core/settings.js';
import { miniCatalog } from '../../support/miniCatalog.js';

const context = { catalog: miniCatalog, settings: defaultSettings };

const pieces = [
  '# Keys (A.5.2)\n',
  'See ISO/IEC 99001:2020 A.5.3 and clause 4.1.\n',
  'See A.5.99, formerly A.5.2.\n',
  '- 99001:A.5.2 is `A.5.3`\n',
  '| Control | Title |\n|---|---|\n| A.5.2 | Keys |\n| A.5.3 | Doors |\n',
  'GDPR Art. 32(1)(b)\n',
  '> The standard says 5.3.\n',
  '\n',
];

const fronts = [
  '',
  '---\ntitle: Keys\ncontrols: ["A.5.2", 99001:A.5.3]\n---\n',
  '---\ntitle: Keys\ncontrols: [A.5.2]\n---\n\n',
  '---\r\nstandard: ISO/IEC 99001:2020\r\nclauses: [4.1]\r\n---\r\n',
  '---\ntitle: Keys\ncontrols: [A.5.2]\n---',
  '---\ntitle: Keys\ncontrols: [A.5.2\n---\n',
  '---\ntitle: Keys\n',
  '<!--\ncontrols: [A.5.2]\n-->\n',
];

describe('Runs that are kept from one reading to the next', () => {
  it('find the same as reading anew, whatever was written between', () => {
    const edit = fc.tuple(fc.nat(20), fc.nat(3), fc.array(fc.constantFrom(...pieces), { maxLength: 3 }));
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
        const runs = new KeptRuns();
        const parts: string[] = [...pieces];
        for (const [at, gone, come] of edits) {
          parts.splice(at % (parts.length + 1), gone, ...come);
          const text = parts.join('\n');
          assert.deepEqual(parseDocument('a.md', text, { ...context, runs }), parseDocument('a.md', text, context));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('find the same below front matter that stays, changes or is half typed', () => {
    const edit = fc.tuple(fc.constantFrom(...fronts), fc.array(fc.constantFrom(...pieces), { maxLength: 4 }));
    fc.assert(
      fc.property(fc.array(edit, { minLength: 2, maxLength: 12 }), (edits) => {
        const runs = new KeptRuns();
        for (const [front, body] of edits) {
          const text = front + body.join('\n');
          const kept = parseDocument('a.md', text, { ...context, runs });
          // What was read last is kept as well: something else is read between.
          parseDocument('b.md', 'Something else.\n', context);
          assert.deepEqual(kept, parseDocument('a.md', text, context));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('hold a tag against what the body names now', () => {
    const runs = new KeptRuns();
    const front = '---\ncontrols: ["A.5.2"]\n---\n\n';
    const named = (body: string): readonly string[] => {
      const [tag] = parseDocument('a.md', front + body, { ...context, runs }).drafts;
      return [...new Set(tag!.far.flatMap(({ standards }) => standards.map(({ standard }) => standard)))];
    };
    assert.deepEqual(named('# Policy\n'), []);
    assert.deepEqual(named('# Policy of ISO/IEC 99001:2020\n'), ['99001']);
    assert.deepEqual(named('# Policy\n'), []);
  });

  it('forget what is not in the text any more', () => {
    const runs = new KeptRuns();
    const read = (text: string) => parseDocument('a.md', text, { ...context, runs });
    const kept = () => JSON.stringify([...(runs as unknown as { now: Map<string, unknown> }).now.keys()]);
    read('See A.5.2 of ISO/IEC 99001:2020.\n');
    assert.match(kept(), /See A\.5\.2/);
    read('Nothing about 27.\n');
    assert.doesNotMatch(kept(), /See A\.5\.2/);
  });
});
