/** A statement that is read entry by entry is the statement that is read as a whole. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { isNode, visit } from 'yaml';
import { parseFirstDocument } from '../../../server/src/core/soa/yaml/bounded.js';
import { readYaml, readYamlAhead, type YamlSource } from '../../../server/src/core/soa/yaml/source.js';

const example = readFileSync(new URL('../../../examples/lindenhof/soa.yaml', import.meta.url), 'utf8');

const small = `# Of the kettle people
organisation: Tea & Co
scope: |
  All kettles,

  # everywhere
standards:
  90001: { edition: 2022 } # the new one
controls:
  # Kettles
  90001:A.5.1:
    applicable: true
    justification: We drink
      tea.
    evidence:
      - evidence/tea.md

      - { path: evidence/pot.pdf, date: 2026-01-31 }
  # Pots
  "90001:A.5.2": no
  90001:A.5.3:
    notes: >+
      Folded

  90001:A.5.4:
history: []
`;

/** Everything that anybody asks of a tree: kinds, words, and where things begin and end. */
function described(root: unknown, text: string): string[] {
  const lines: string[] = [];
  if (!isNode(root)) return [String(root)];
  visit(root, (key, node) => {
    if (!isNode(node)) return;
    const { range, value, source, type, anchor } = node as unknown as Record<string, unknown>;
    const [start, stop] = range as [number, number];
    let end = Math.max(start, stop);
    while (end > start && ' \t\r\n'.includes(text[end - 1]!)) end--;
    // Nobody asks where the whole ends: with comments behind it, or before them.
    const stopsAt = node === root ? null : end;
    lines.push(JSON.stringify([key, node.constructor.name, type, value, source, anchor, start, stopsAt]));
  });
  return lines;
}

function describedSource({ roots, controlPieces, problems }: YamlSource, text: string): unknown {
  return [roots.map((root) => described(root, text)), controlPieces.map((piece) => described(piece, text)), problems];
}

function assertSame(text: string): boolean {
  const { roots, controlPieces, problems } = readYaml(text);
  if (problems.length > 0 || controlPieces.length > 0 || roots.length !== 1) return false;
  const { document, nextAt } = parseFirstDocument(text);
  assert.deepEqual([document.errors, document.warnings, nextAt], [[], [], null]);
  assert.deepEqual(described(roots[0], text), described(document.contents, text));
  return true;
}

const insertions = [
  '# a comment\n',
  '  # a comment\n',
  '    # a comment\n',
  '\n',
  '  \n',
  '\r\n',
  'owner: Tea\n',
  '  90001:A.5.9: yes\n',
  '  90001:A.5.1:\n    applicable: true\n',
  '    notes: |+\n      kept\n\n',
  '    notes: "over\n      two"\n',
  '&a ',
  '*a',
  '"',
  "'",
  '{',
  '}',
  '[',
  ': ',
  '|',
  '\t',
  '---\n',
  '...\n',
  '%YAML 1.2\n',
  '? ',
  '- ',
  '!!str ',
  '\ufeff',
  'é 字 ',
];

const edit = fc.record({
  at: fc.nat(),
  gone: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(80)),
  come: fc.oneof(fc.constant(''), fc.constantFrom(...insertions), fc.string({ maxLength: 3 })),
  atLine: fc.boolean(),
});

function changed(
  text: string,
  { at, gone, come, atLine }: typeof edit extends fc.Arbitrary<infer E> ? E : never,
): string {
  let place = at % (text.length + 1);
  if (atLine) place = text.lastIndexOf('\n', place) + 1;
  return text.slice(0, place) + come + text.slice(place + gone);
}

describe('A statement read entry by entry', () => {
  it('is what the whole says, for the example and for a small one', () => {
    assert.ok(assertSame(example));
    assert.ok(assertSame(small));
    assert.ok(assertSame(small.replaceAll('\n', '\r\n')));
  });

  it('is what the whole says after any edits', function () {
    this.timeout(process.env['CLAUSEMARK_RUNS'] ? 0 : 60_000);
    let healthy = 0;
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
        let text = small;
        for (const one of edits) {
          text = changed(text, one);
          // As far as somebody comes who is interrupted.
          const ahead = readYamlAhead(text);
          for (let piece = one.at % 20; piece > 0; piece--) ahead.next();
          if (assertSame(text)) healthy++;
        }
      }),
      { numRuns: Number(process.env['CLAUSEMARK_RUNS'] ?? 300) },
    );
    assert.ok(healthy > 100, String(healthy));
  });

  it('has nothing left to read when it was read ahead, an entry at a time', () => {
    // Entries that no other test reads.
    const entries = Array.from({ length: 12 }, (_, at) => `  90001:A.77.${at}: yes\n`);
    const text = `controls: # ahead\n${entries.join('')}`;
    // That the text can be read so, and that it is sane, are pieces of their own.
    assert.equal([...readYamlAhead(text)].length, 2 + 1 + entries.length);
    assert.ok(assertSame(text));
    assert.equal([...readYamlAhead(text)].length, 2);
  });

  it('is what the whole says when something is written into the example', () => {
    fc.assert(
      fc.property(edit, edit, (one, other) => {
        assertSame(changed(changed(example, one), other));
        assertSame(example);
      }),
      { numRuns: 8 },
    );
  });

  it('with mistakes is the same whatever was read before, and only what is new in it is read', () => {
    const mistakes = ['{', '"', '[', ': a: b', '\n  x', '&a ', '---\n'];
    for (const mistake of mistakes) {
      for (const key of ['organisation:', '  90001:A.5.1:', '  90001:A.5.3:', 'history:']) {
        const broken = small.replace(key, `${key} ${mistake}`);
        // What was kept is gone after two other texts.
        for (const other of ['a: b\n', 'c: d\n', broken]) readYaml(other);
        const alone = describedSource(readYaml(broken), broken);
        for (const other of ['a: b\n', 'c: d\n', small]) readYaml(other);
        assert.deepEqual(describedSource(readYaml(broken), broken), alone, `${key} ${mistake}`);
      }
    }
    const [once, again] = ['"', '"T'].map((mistake) => readYaml(small.replace('  90001:A.5.3:', `$& ${mistake}`)));
    assert.equal(once!.controlPieces.length, 4);
    assert.equal(once!.controlPieces[0], again!.controlPieces[0]);
    assert.equal(once!.roots[0], again!.roots[0]);
  });

  it('in any state is the same whatever was read before', function () {
    this.timeout(process.env['CLAUSEMARK_RUNS'] ? 0 : 60_000);
    let broken = 0;
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
        let text = small;
        for (const one of edits) {
          text = changed(text, one);
          const after = describedSource(readYaml(text), text);
          for (const other of ['a: b\n', 'c: d\n']) readYaml(other);
          const alone = readYaml(text);
          assert.deepEqual(after, describedSource(alone, text));
          if (alone.problems.length > 0) broken++;
        }
      }),
      { numRuns: Number(process.env['CLAUSEMARK_RUNS'] ?? 300) },
    );
    assert.ok(broken > 100, String(broken));
  });

  it('is not tried where a carriage return stands alone, or a comment within an entry further left than it', () => {
    assert.equal(assertSame('# Tea\n\r# a comment\n\norganisation: Tea\nscope: All\n'), false);
    assert.equal(
      assertSame('controls:\n  90001:A.5.3:\n#!  notes: >+\n      Folded\n\n  90001:A.5.4:\nhistory: []\n'),
      false,
    );
  });

  it('keeps apart what is written twice', () => {
    assert.ok(assertSame('controls:\n  90001:A.5.1: yes\n  90001:A.5.1: yes\n'));
    assert.ok(assertSame('owner: Tea\nowner: Tea\n'));
  });
});
