import assert from 'node:assert/strict';
import type { FrontMatterScalar } from '../../../server/src/core/document.js';
import { readFrontMatter } from '../../../server/src/core/markdown/frontMatter.js';

/** `path = text` of each scalar, quoted ones in quotes. */
function valuesOf(text: string): string[] {
  const { frontMatter } = readFrontMatter(text);
  return (frontMatter?.scalars ?? []).map(
    ({ path, text: value, quoted }) => `${path.join('.')} = ${quoted ? `"${value}"` : value}`,
  );
}

function bodyOf(text: string): string {
  return text.slice(readFrontMatter(text).bodyStart);
}

function codesOf(text: string): string[] {
  return readFrontMatter(text).problems.map(({ code }) => code);
}

function checkPlaces(text: string, scalars: readonly FrontMatterScalar[]): void {
  for (const scalar of scalars) {
    assert.equal(text.slice(scalar.contentSpan.start, scalar.contentSpan.end), scalar.text);
    const key = [...scalar.path].reverse().find((step) => typeof step === 'string');
    assert.match(text.slice(scalar.keySpan.start, scalar.keySpan.end), new RegExp(`^["']?${key}["']?$`));
  }
}

describe('readFrontMatter', () => {
  it('reads scalars in source form with their places', () => {
    const text =
      '---\nid: POL-1\nversion: 5.10 # note\napproved: 2026-03-01\ntitle: "A: \\"b\\""\nowner: \'it\'\'s\'\nempty:\nnull_one: ~\n' +
      'controls: [27001:A.5.15, "A.5.16, x", ]\nlist:\n- A.5.1\n- name: n\n  id: 2\nmap:\n  iso27001:\n    controls:\n      - A.8.1\n' +
      'note: |\n  one\n    two\n\nafter: x\n---\n# Body\n';
    assert.deepEqual(valuesOf(text), [
      'id = POL-1',
      'version = 5.10',
      'approved = 2026-03-01',
      'title = "A: \\"b\\""',
      'owner = "it\'\'s"',
      'empty = ',
      'null_one = ~',
      'controls.0 = 27001:A.5.15',
      'controls.1 = "A.5.16, x"',
      'list.0 = A.5.1',
      'list.1.name = n',
      'list.1.id = 2',
      'map.iso27001.controls.0 = A.8.1',
      'note = "one\n    two"',
      'after = x',
    ]);
    const { frontMatter, problems } = readFrontMatter(text);
    checkPlaces(text, frontMatter!.scalars);
    assert.deepEqual(problems, []);
    assert.equal(bodyOf(text), '# Body\n');
    assert.deepEqual(
      frontMatter!.keys.map(({ name }) => name),
      ['id', 'version', 'approved', 'title', 'owner', 'empty', 'null_one', 'controls', 'list', 'map', 'note', 'after'],
    );
    assert.equal(text.slice(frontMatter!.span.start, frontMatter!.span.end), text.slice(0, text.indexOf('\n# Body')));
    assert.equal(frontMatter!.contentSpan.start, 4);
  });

  it('puts an empty value right after its colon', () => {
    const { frontMatter } = readFrontMatter('---\nowner:   \nb: c\n---\n');
    assert.deepEqual(frontMatter!.scalars[0]!.span, { start: 10, end: 10 });
  });

  it('takes every container', () => {
    const containers: [string, string | undefined][] = [
      ['---\na: b\n---\nbody', 'yaml'],
      ['\uFEFF---\na: b\n---\nbody', 'yaml'],
      ['---yaml\na: b\n---\nbody', 'yaml'],
      ['--- \r\na: b\r\n...\r\nbody', 'yaml'],
      ['---\ra: b\r---\rbody', 'yaml'],
      ['---\n---\nbody', 'yaml'],
      ['name: x\nsatisfies:\n  TSC:\n    - CC1\n---\nbody', 'unfenced'],
      ['<!-- ---\na: b\n--- -->\nbody', 'comment'],
      ['<!-- \n---\na: b\n---\n-->\nbody', 'comment'],
      ['<!--\na: b\n-->\nbody', 'comment'],
      ['<!--\n  # of the policy\n  controls:\n    - A.5.1\n  title: "A: b"\n-->\nbody', 'comment'],
      ['---\n{"a": "b"}\n---\nbody', 'json'],
      ['---json\n{\n\t"a": "b"\n}\n---\nbody', 'json'],
      ['{\n\t"a": "b"\n}\nbody', 'json'],
      ['\ufeff{\r\n  "a": "b",\r\n  "c": {\r\n  }\r\n}\r\nbody', 'json'],
      ['{ "a": "b" }\nbody', 'json'],
    ];
    for (const [text, container] of containers) {
      const { frontMatter, problems } = readFrontMatter(text);
      assert.equal(frontMatter?.container, container, JSON.stringify(text));
      assert.equal(bodyOf(text), 'body', JSON.stringify(text));
      assert.deepEqual(problems, [], JSON.stringify(text));
      const hasScalars = text !== '---\n---\nbody';
      assert.equal(frontMatter!.scalars.length > 0, hasScalars, JSON.stringify(text));
    }
  });

  it('does not take prose for front matter', () => {
    const texts = [
      '# Title\n',
      '---\n\n## Document Control\n\nText.\n\n---\n',
      '---\nSome words of prose.\n\nMore.\n---\n',
      '----\na: b\n----\n',
      '--- a b\nc: d\n---\n',
      'Title: a heading\n---\ntext',
      'Note: one\n\nb: c\n---\n',
      '<!-- controls: A.5.1 -->\n# T',
      '<!-- a comment\nof two lines -->\n',
      '<!--\n  NB(team): if you move this file,\n  change the index as well.\n-->\n\n# T\n',
      '<!--\nTODO: ask legal: may we say this?\n-->\n# T\n',
      '<!--\na: b\n',
      '---',
      '---\n',
      '---\n{{#if}}\na\n---\n',
      '{{ "a" }}\n',
      '{% include "a" %}\n',
      '{\n"a": b\n}\n',
      '{ "a": "b" } is an example\n',
      '{\n"a": "b"\n',
      '{}\n',
    ];
    for (const text of texts) {
      const reading = readFrontMatter(text);
      assert.deepEqual(reading, { frontMatter: null, bodyStart: 0, problems: [] }, JSON.stringify(text));
    }
  });

  it('refuses scripts and unknown languages, and goes on with the body', () => {
    for (const language of ['js', 'javascript', 'JavaScript', 'coffee', 'toml', 'ts', 'perl']) {
      const text = `---${language}\n{ a: (globalThis.clausemarkRan = true) }\n---\nbody`;
      assert.deepEqual(codesOf(text), ['script-front-matter'], language);
      assert.equal(readFrontMatter(text).frontMatter, null);
      assert.equal(bodyOf(text), 'body');
    }
    assert.equal('clausemarkRan' in globalThis, false);
    assert.equal(bodyOf('---js\nalert()\n'), 'alert()\n');
  });

  it('reads front matter whose closing fence is still missing', () => {
    const text = '---\nid: P\ncontrols:\n  - A.5.1\n\n# Title\n';
    assert.deepEqual(codesOf(text), ['unclosed-front-matter']);
    assert.deepEqual(valuesOf(text), ['id = P', 'controls.0 = A.5.1']);
    assert.equal(bodyOf(text), '\n# Title\n');
  });

  it('does not take a thematic break of the body for the closing fence', () => {
    const text = '---\nid: P\n\n# Title\n\nSome words.\n\n---\n\nMore.\n';
    assert.deepEqual(codesOf(text), ['unclosed-front-matter']);
    assert.deepEqual(valuesOf(text), ['id = P']);
    assert.equal(bodyOf(text), '\n# Title\n\nSome words.\n\n---\n\nMore.\n');
    const commented = '---\nid: P\n\n# comment\n\nnote: |\n  words\n\n  more\nowner: O\n---\nbody';
    assert.deepEqual(codesOf(commented), []);
    assert.equal(bodyOf(commented), 'body');
  });

  it('tells a wrong indentation from a second colon', () => {
    for (const broken of ['meets:\n  Doors:\n- D1\n    - D2', 'changes:\n  - date: May\n     note: first']) {
      const { problems } = readFrontMatter(`---\nid: P\n${broken}\n---\nbody`);
      assert.match(problems[0]!.detail, /indented/, broken);
      assert.ok(
        problems.every(({ detail }) => !/second colon/.test(detail)),
        broken,
      );
    }
  });

  it('keeps the other keys while one is half typed', () => {
    const broken: [string, RegExp][] = [
      ['controls: [27001:A.5.', /bracket/],
      ['controls: [A.5.1, "A.5', /missing/],
      ['controls', /colon/],
      ['controls: "A.5', /missing/],
      ['controls: A: B', /second colon/],
      ['controls: @x', /quotes/],
      ['\tcontrols: x', /tab/],
      ['controls: - a', /quotes/],
    ];
    for (const [line, message] of broken) {
      const text = `---\nid: P\n${line}\nowner: O\n---\nbody`;
      const { problems } = readFrontMatter(text);
      const values = valuesOf(text);
      assert.ok(values.includes('id = P') && values.includes('owner = O'), `${line}: ${values}`);
      assert.equal(problems[0]?.code, 'malformed-front-matter', line);
      assert.match(problems.map(({ detail }) => detail).join(' '), message, line);
      const lineStart = text.indexOf(line);
      assert.ok(problems[0]!.span.start >= lineStart - 1, line);
      assert.ok(problems[0]!.span.start <= lineStart + line.length + 1, line);
      assert.equal(bodyOf(text), 'body');
    }
    assert.ok(
      valuesOf('---\ncontrols: [27001:A.5.1, 27001:A.5.\nowner: O\n---\n').includes('controls.0 = 27001:A.5.1'),
    );
  });

  it('names a key that stands twice', () => {
    const text = '---\na: 1\nb: 2\na: 3\n---\n';
    const { problems } = readFrontMatter(text);
    assert.equal(problems.length, 1);
    assert.deepEqual(problems[0]!.span, { start: 14, end: 15 });
    assert.match(problems[0]!.detail, /“a”.*second time/);
  });

  it('reads what only the full reader can', () => {
    const text =
      '---\nlong: one\n  two\nflow: {a: A.5.1, b: [A.5.2]}\nmany: [\n  A.5.3,\n  A.5.4\n]\nanchor: &x A.5.5\nalias: *x\ntagged: !t A.5.6\nesc: "a\\tb"\n---\n';
    assert.deepEqual(codesOf(text), []);
    assert.deepEqual(valuesOf(text), [
      'long = one\n  two',
      'flow.a = A.5.1',
      'flow.b.0 = A.5.2',
      'many.0 = A.5.3',
      'many.1 = A.5.4',
      'anchor = A.5.5',
      'tagged = A.5.6',
      'esc = "a\\tb"',
    ]);
  });

  it('says plainly that something is nested too deeply or too large', () => {
    const deep = readFrontMatter(`---\nid: P\na: ${'['.repeat(300)}\n---\nbody`);
    assert.deepEqual(
      deep.problems.map(({ detail }) => detail),
      [
        'It is nested too deeply to be read. Fields and tags need few levels: is a bracket not closed, or does this not belong here?',
      ],
    );
    assert.equal(deep.frontMatter!.scalars[0]!.text, 'P');
    const large = readFrontMatter(`---\nid: P\na: "${'\\n'.repeat(30_000)}"\n---\nbody`);
    assert.deepEqual(
      large.problems.map(({ code }) => code),
      ['too-large'],
    );
    assert.equal(large.frontMatter!.scalars[0]!.text, 'P');
  });

  it('never throws and always ends before the text does', () => {
    const parts = [
      '---',
      '\n',
      'a: b',
      '- ',
      '<!--',
      '-->',
      '"',
      '[',
      '{',
      '\r',
      '\0',
      '\uFEFF',
      '\ud800',
      '...',
      ': ',
      '&x',
      '*x',
      '!!js/function',
      '%',
      '|',
      '\t',
      '#',
    ];
    for (let seed = 0; seed < 3000; seed++) {
      let text = seed % 2 ? '---\n' : '';
      for (let i = 0, state = seed; i < 9; i++) {
        state = (Math.imul(state, 1103515245) + 12345) >>> 0;
        text += parts[(state >>> 16) % parts.length];
      }
      const { bodyStart, frontMatter } = readFrontMatter(text);
      assert.ok(bodyStart <= text.length);
      for (const { span } of frontMatter?.scalars ?? []) assert.ok(span.start <= span.end && span.end <= text.length);
    }
  });
});
