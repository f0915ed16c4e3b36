/** Random statements, comments and edits: what was asked for is there, and nothing else has changed. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { editSoa, type SoaChange, type SoaValue } from '../../../../server/src/core/edits/soa/editSoa.js';
import type { DecisionField } from '../../../../server/src/core/soa/fieldNames.js';
import { parseSoa } from '../../../../server/src/core/soa/parse.js';
import type { Decision } from '../../../../server/src/core/soa/types.js';
import { applyEdits } from '../../../support/applyEdits.js';
import { miniCatalog as catalog } from '../../../support/miniCatalog.js';

const context = { path: 'soa.yaml', catalog };
const ids = ['A.5.1', 'A.5.2', 'A.5.3', 'A.5.4', 'A.5.10', 'A.6.1', 'A.6.2'];

/** Texts that are hard for YAML, and for those who write it. */
const hardText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(...':#-[]{},&*!|>\'"%@`?~= \n\tabö…\u2028\u202e0.'), maxLength: 14 }),
  fc.constantFrom('yes', '5.10', 'null', '2026-01-31', 'a: b', ' x ', '- a', 'One. Two.', 'R-012', '---', '...'),
);
const plainWord = fc.constantFrom('keys', 'Head of IT', 'R-1', 'old.md', 'Because it is so.');

// ---- statements as people write them ----

const comment = fc.constantFrom('', ' # why', '   # a: b', ' #');
const scalar = fc.oneof(
  plainWord,
  plainWord.map((word) => `'${word}'`),
  plainWord.map((word) => `"${word}"`),
);
const driverValue = fc.constantFrom(
  '{ risk: [R-1] }',
  '{ risk: [R-1, "R-2"], legal: [] }',
  '[risk, legal]',
  'risk',
  '{risk: R-1,contractual: true}',
  '\n      risk:\n        - R-1 # a\n        - R-2\n      legal: [GDPR Art. 32]',
  '\n    - risk\n    - legal: x',
);
const evidenceValue = fc.constantFrom(
  '[keys.md]',
  'keys.md',
  '[ keys.md, { path: old.md, date: 2025-01-01 } ]',
  '\n      - keys.md # a\n      # between\n      - { file: old.md }\n      - link: https://example.org\n        date: 2025-02-02',
  '\n    - keys.md\n    - Ticket 4711',
  '[\n      keys.md, # one\n      old.md\n    ]',
);
const fieldLine = fc.oneof(
  fc
    .tuple(fc.constantFrom('applicable', 'included'), fc.constantFrom('true', 'no', 'undecided', '"yes"'))
    .map((p) => p.join(': ')),
  fc.tuple(fc.constantFrom('justification', 'rationale', 'owner', 'notes'), scalar).map((p) => p.join(': ')),
  fc.constantFrom(
    'justification: >-\n      Long words\n      on two lines.',
    'notes: |\n      One.\n\n      Two.',
    'justification: two\n      lines',
  ),
  driverValue.map((value) => (value.startsWith('\n') ? `drivers:${value}` : `drivers: ${value}`)),
  evidenceValue.map((value) => (value.startsWith('\n') ? `evidence:${value}` : `evidence: ${value}`)),
  fc.constantFrom('status: planned', 'status: "Partially implemented"', 'decided: 2026-01-31', 'owner:'),
);
const keyOf = (line: string) => line.slice(0, line.indexOf(':'));
const names: Record<string, string> = { included: 'applicable', rationale: 'justification' };
const decisionBody = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ' yes',
      ' no # because',
      '',
      ' # open',
      ' { applicable: true, owner: CISO }',
      ' {}',
      ' ~',
    ),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        comment,
        fc.uniqueArray(fc.tuple(fieldLine, comment), {
          minLength: 1,
          maxLength: 5,
          selector: ([line]) => names[keyOf(line)] ?? keyOf(line),
        }),
      )
      .map(([behindKey, lines]) => {
        const written = lines.map(([line, behind]) => `    ${line}${line.includes('\n') ? '' : behind}`);
        return `${behindKey}\n${written.join('\n')}`;
      }),
  },
);
const decisionText = (key: (id: string) => string) =>
  fc
    .tuple(fc.constantFrom(...ids), decisionBody, fc.constantFrom('\n', '\n\n', '\n  # a word\n', '\n    # deeper\n'))
    .map(([id, body, end]) => ({ id, text: `  ${key(id)}:${body}${end}` }));
const headText = fc.constantFrom(
  'standards: [99001]\n',
  '# Top\n\nstandards:\n  99001: { edition: 2020 }\nversion: "1.0" # first\n',
  'organisation: Tea\nscope: >-\n  All\n  of it.\nstandards: { 99001: { edition: 2020 } }\n\n',
);
const keyStyle = fc.constantFrom<(id: string) => string>(
  (id) => `99001:${id}`,
  (id) => id,
  (id) => `"99001:${id}"`,
  (id) => `'${id.slice(2)}'`,
);
const statement = fc
  .tuple(
    headText,
    keyStyle.chain((key) => fc.uniqueArray(decisionText(key), { maxLength: 5, selector: ({ id }) => id })),
    fc.boolean(),
    fc.boolean(),
    fc.boolean(),
    fc.boolean(),
    fc.constantFrom('', 'owner: CISO\n', '# end\n'),
  )
  .map(([head, decisions, isWindows, hasMark, isCut, isDeep, tail]) => {
    const list = decisions.length > 0 ? `controls:\n${decisions.map(({ text }) => text).join('')}` : '';
    const text = `${hasMark ? '\ufeff' : ''}${head}${list}${tail}`;
    const deep = isDeep ? text.replace(/^ +/gm, (spaces) => spaces + spaces) : text;
    const cut = isCut ? deep.replace(/\n+$/, '') : deep;
    return isWindows ? cut.replaceAll('\n', '\r\n') : cut;
  });

// ---- changes ----

const item = fc.oneof(
  hardText,
  fc.record({ file: plainWord, date: fc.constantFrom('2026-02-02', '2026-03-03') }),
  fc.record({ note: hardText.filter((text) => text.trim() !== ''), valid_until: fc.constant('2027-01-01') }),
);
const fieldValue: fc.Arbitrary<[DecisionField, SoaValue]> = fc.oneof(
  fc.tuple(fc.constant('applicable' as const), fc.constantFrom(true, false, 'undecided', null)),
  fc.tuple(fc.constantFrom('justification', 'owner', 'notes', 'supplier'), fc.oneof(hardText, fc.constant(null))),
  fc.tuple(fc.constant('status' as const), fc.constantFrom('planned', 'implemented', null)),
  fc.tuple(
    fc.constantFrom('decided', 'review', 'expires', 'target'),
    fc.constantFrom('2026-03-31', '2027-01-01', null),
  ),
  fc.tuple(
    fc.constant('drivers' as const),
    fc.uniqueArray(
      fc.record({
        kind: fc.constantFrom('risk', 'legal', 'business'),
        ids: fc.array(fc.oneof(hardText, plainWord), { maxLength: 3 }),
      }),
      { selector: ({ kind }) => kind, maxLength: 3 },
    ),
  ),
  fc.tuple(fc.constantFrom('evidence'), fc.array(item, { maxLength: 4 })),
  fc.tuple(fc.constantFrom('documents'), fc.array(fc.oneof(hardText, plainWord), { maxLength: 3 })),
) as fc.Arbitrary<[DecisionField, SoaValue]>;
const change: fc.Arbitrary<SoaChange> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.constantFrom(...ids), fieldValue)
      .map(([id, [field, value]]): SoaChange => ({ kind: 'decision', control: `iso99001-2020:${id}`, field, value })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('organisation', 'scope', 'version', 'owner'), fc.oneof(hardText, fc.constant(null)))
      .map(([field, value]): SoaChange => ({ kind: 'header', field: field as 'scope', value })),
  },
  {
    weight: 1,
    arbitrary: hardText.map(
      (text): SoaChange => ({ kind: 'append', list: 'history', item: { version: '2', change: `x${text}` } }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...ids).map((id): SoaChange => ({ kind: 'remove', control: `iso99001-2020:${id}` })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...ids), fc.constantFrom(...ids))
      .map(([id, to]): SoaChange => ({ kind: 'rename', control: `iso99001-2020:${id}`, to: `iso99001-2020:${to}` })),
  },
);

const read = (text: string) => parseSoa('soa.yaml', text, catalog);
const bare = (value: unknown) =>
  JSON.parse(
    JSON.stringify(value, (key, inner: unknown) => (['span', 'keySpan'].includes(key) ? undefined : inner)),
  ) as unknown;
const decisionOf = (text: string, key: string): Decision | undefined =>
  read(text).decisions.find(({ entryKey }) => entryKey === key);
const fails = (text: string) => parseDocument(text, { uniqueKeys: false }).errors.length > 0;

/** The text of a field of a decision as another program reads it, in YAML of that version. */
function readByOthers(text: string, key: string, field: string, version: '1.1' | '1.2'): unknown {
  const document = parseDocument(text, { uniqueKeys: false, version, schema: version === '1.1' ? 'yaml-1.1' : 'core' });
  return document.getIn(['controls', decisionOf(text, key)!.written, field]);
}

/** All comments of a text, in their order. Only for texts whose values hold no `#`. */
const commentsOf = (text: string) => text.match(/(?<=^|\s)#[^\r\n]*/gm) ?? [];

describe('editing soa.yaml, at random', function () {
  this.timeout(120_000);

  it('does what it does not refuse, touches no other decision, and the result is YAML', () => {
    let made = 0;
    let asked = 0;
    fc.assert(
      fc.property(statement, fc.array(change, { minLength: 1, maxLength: 4 }), (text, changes) => {
        fc.pre(!fails(text));
        for (const one of changes) {
          const { edits, refused } = editSoa(text, [one], context);
          asked++;
          if (refused.length > 0) {
            assert.deepEqual(edits, []);
            continue;
          }
          made++;
          const after = applyEdits(text, edits);
          assert.equal(fails(after), false, 'the result is no YAML');
          const touched = 'control' in one ? [one.control, one.kind === 'rename' ? one.to : ''] : [];
          for (const decision of read(text).decisions) {
            if (touched.includes(decision.entryKey ?? '')) continue;
            assert.deepEqual(bare(decisionOf(after, decision.entryKey ?? '')), bare(decision));
          }
          assert.equal(after.startsWith('\ufeff'), text.startsWith('\ufeff'));
          const breaks = (each: string) => new Set(each.match(/\r\n|\n/g));
          if (/\n/.test(text))
            assert.ok(
              [...breaks(after)].every((each) => breaks(text).has(each)),
              'a line end of another kind',
            );
          text = after;
        }
      }),
      { numRuns: 400 },
    );
    assert.ok(made > asked * 0.8, `${made} of ${asked} were made`);
  });

  it('gives the same decisions for several changes at once as for one after the other', () => {
    fc.assert(
      fc.property(statement, fc.array(change, { maxLength: 5 }), (text, changes) => {
        fc.pre(!fails(text) && changes.every(({ kind }) => kind === 'decision' || kind === 'header'));
        const together = editSoa(text, changes, context);
        let single = text;
        for (const one of changes) single = applyEdits(single, editSoa(single, [one], context).edits);
        const all = applyEdits(text, together.edits);
        const byKey = (each: string) =>
          new Map(read(each).decisions.map((decision) => [decision.entryKey, bare(decision)]));
        assert.deepEqual(byKey(all), byKey(single));
      }),
      { numRuns: 150 },
    );
  });

  it('keeps every comment, except those inside of what is taken away', () => {
    const safe = change.filter(
      (one) => one.kind === 'decision' && !JSON.stringify(one).includes('#') && !JSON.stringify(one).includes('null'),
    );
    fc.assert(
      fc.property(statement, safe, (text, one) => {
        fc.pre(!fails(text));
        const { edits } = editSoa(text, [one], context);
        const isScalarField = one.kind === 'decision' && !['evidence', 'documents', 'drivers'].includes(one.field);
        if (
          isScalarField &&
          JSON.stringify(one).includes('""') === false &&
          typeof (one as { value: unknown }).value === 'string' &&
          (one as { value: string }).value.trim() !== ''
        ) {
          assert.deepEqual(commentsOf(applyEdits(text, edits)), commentsOf(text));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('changes nothing where nothing is to change', () => {
    fc.assert(
      fc.property(statement, (text) => {
        for (const decision of read(text).decisions) {
          const { entryKey: control, justification, evidence, drivers } = decision;
          const same: SoaChange[] = [
            { kind: 'decision', control: control!, field: 'justification', value: justification?.value ?? null },
            { kind: 'decision', control: control!, field: 'drivers', value: drivers },
          ];
          if (evidence.every(({ date }) => !date) && !text.includes('{ file') && evidence.length > 0) {
            same.push({
              kind: 'decision',
              control: control!,
              field: 'evidence',
              value: evidence.map(({ value }) => value),
            });
          }
          for (const one of same) {
            const { edits } = editSoa(text, [one], context);
            const after = applyEdits(text, edits);
            assert.deepEqual(bare(decisionOf(after, control!)), bare(decision));
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('writes texts that other programs read as the same text', () => {
    fc.assert(
      fc.property(hardText, fc.constantFrom<'1.1' | '1.2'>('1.1', '1.2'), fc.boolean(), (value, version, isFlow) => {
        fc.pre(value.trim() !== '' && !/\p{Cs}/u.test(value));
        const text = isFlow
          ? 'standards: [99001]\ncontrols: { "99001:A.5.1": { applicable: true } }\n'
          : 'standards: [99001]\ncontrols:\n  99001:A.5.1:\n    applicable: true\n';
        const one: SoaChange = { kind: 'decision', control: 'iso99001-2020:A.5.1', field: 'owner', value };
        const { edits, refused } = editSoa(text, [one], context);
        assert.deepEqual(refused, []);
        const wanted = value.replace(/\r\n?/g, '\n').trim();
        assert.equal(readByOthers(applyEdits(text, edits), 'iso99001-2020:A.5.1', 'owner', version), wanted);
      }),
      { numRuns: 500 },
    );
  });

  it('does not throw, whatever the text is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.array(change, { maxLength: 3 }), (text, changes) => {
        editSoa(text, changes, context);
        editSoa(`standards: [99001]\ncontrols:\n  99001:A.5.1: ${text}`, changes, context);
      }),
      { numRuns: 300 },
    );
  });
});
