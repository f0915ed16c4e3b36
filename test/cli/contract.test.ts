/** The outputs that other programs read, against their published schemas. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { clausemark, jsonLines } from '../support/commandLine.js';
import { type TemporaryFolder, temporaryFolder } from '../support/temporaryFolder.js';

interface ReferenceLine {
  readonly file: string;
  readonly range: {
    readonly start: { line: number; character: number };
    readonly end: { line: number; character: number };
  };
  readonly text: string;
  readonly standard: string | null;
  readonly edition: string | null;
  readonly id: string;
  readonly ids: readonly string[];
  readonly kind: string;
  readonly where: string;
  readonly resolvedBy: string;
}

interface FindingLine {
  readonly file: string;
  readonly code: string;
  readonly fixes: readonly { readonly title: string; readonly edits: readonly { readonly newText: string }[] }[];
}

interface EntryLine {
  readonly key: string;
  readonly standard: string;
  readonly edition: string;
  readonly id: string;
  readonly kind: string;
  readonly group: { readonly id: string } | null;
  readonly mappings: readonly { readonly target: string; readonly relation: string; readonly inverse: boolean }[];
}

const texts = {
  'policies/access.md': [
    '---',
    'id: POL-1',
    'controls: [27001:A.5.15, "27001:A.5.19-A.5.22"]',
    '---',
    '# Access control (ISO/IEC 27001:2022)',
    '',
    '<!-- controls: 27001:A.8.2 -->',
    '',
    'Rights are reviewed 🔐 as A.5.18 asks.',
    '',
    '| Control | Where |',
    '|---|---|',
    '| A.8.3 | section 2 |',
    '',
  ].join('\r\n'),
  'ai.md': '# AI\n\nISO/IEC 42001:2023 A.6.2.4. ISO 22301 clause 8.5.\n',
  'wrong.md': '# Wrong\n\nISO/IEC 27001:2022 A.5.99.\n',
};

function schema(name: string): ValidateFunction {
  const text = readFileSync(new URL(`../../docs/schema/${name}.schema.json`, import.meta.url), 'utf8');
  return new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(JSON.parse(text));
}

function assertValid(validate: ValidateFunction, values: readonly unknown[]): void {
  for (const value of values)
    assert.ok(validate(value), `${JSON.stringify(value)}: ${JSON.stringify(validate.errors)}`);
}

describe('The JSON contract of the command line', () => {
  let folder: TemporaryFolder;
  before(() => {
    folder = temporaryFolder(texts);
  });
  after(() => folder.dispose());

  it('references: every line is as its schema says, and its range holds its text', async () => {
    const { code, stdout, stderr } = await clausemark(['references', '--format', 'jsonl'], { cwd: folder.path });
    assert.deepEqual([code, stderr], [0, '']);
    const lines = jsonLines<ReferenceLine>(stdout);
    assertValid(schema('reference'), lines);
    for (const { file, range, text } of lines) {
      const line = texts[file as keyof typeof texts].split(/\r?\n/)[range.start.line]!;
      if (range.end.line === range.start.line) {
        assert.equal(line.slice(range.start.character, range.end.character), text, `${file}:${range.start.line}`);
      }
    }
    const found = lines.map(
      ({ file, standard, edition, ids, where }) => `${file} ${standard}:${edition} ${ids.join(',')} ${where}`,
    );
    for (const expected of [
      'policies/access.md 27001:2022 A.5.15 front-matter',
      'policies/access.md 27001:2022 A.5.19,A.5.20,A.5.21,A.5.22 front-matter',
      'policies/access.md 27001:2022 A.8.2 comment',
      'policies/access.md 27001:2022 A.5.18 paragraph',
      'wrong.md 27001:2022 A.5.99 paragraph',
      'ai.md 22301:null 8.5 paragraph',
      'policies/access.md 27001:2022 A.8.3 table',
      'ai.md 42001:2023 A.6.2.4 paragraph',
    ]) {
      assert.ok(found.includes(expected), `${expected} is missing in\n${found.join('\n')}`);
    }
  });

  it('check: every line is as its schema says', async () => {
    const { code, stdout } = await clausemark(['check', '--format', 'jsonl'], { cwd: folder.path });
    assert.equal(code, 1);
    const lines = jsonLines<FindingLine>(stdout);
    assertValid(schema('finding'), lines);
    assert.ok(lines.some((line) => line.file === 'wrong.md' && line.code === 'unknown-reference'));
    assert.ok(lines.some((line) => line.fixes.length > 0 && line.fixes.every((fix) => fix.edits.length > 0)));
  });

  it('check --format json: the same findings with a summary', async () => {
    const [one, all] = await Promise.all(
      ['jsonl', 'json'].map((format) => clausemark(['check', '--format', format], { cwd: folder.path })),
    );
    const whole = JSON.parse(all!.stdout) as { findings: unknown[]; summary: Record<string, number> };
    assert.deepEqual(whole.findings, jsonLines(one!.stdout));
    assert.equal(whole.summary['documents'], 3);
    const { errors, warnings, information, hints } = whole.summary;
    assert.equal(errors! + warnings! + information! + hints!, whole.findings.length);
  });

  it('explain: an entry with its mappings in both directions', async () => {
    const validate = schema('catalog-entry');
    const { stdout } = await clausemark(['explain', '27001:A.5.12', '--format', 'json'], { cwd: folder.path });
    const entry = JSON.parse(stdout) as EntryLine;
    assertValid(validate, [entry]);
    assert.deepEqual(
      [entry.key, entry.standard, entry.edition, entry.id, entry.kind],
      ['iso27001-2022:A.5.12', '27001', '2022', 'A.5.12', 'control'],
    );
    const old = entry.mappings.find(({ target }) => target === 'iso27001-2013:A.8.2.1');
    assert.ok(old?.inverse, 'the row 2013 → 2022 is seen from its end');
    const back = await clausemark(['explain', 'iso27001-2013:A.8.2.1', '--format', 'json'], { cwd: folder.path });
    const other = JSON.parse(back.stdout) as EntryLine;
    assert.ok(other.mappings.some(({ target, inverse }) => target === entry.key && !inverse));
  });

  it('explain --all: the whole catalog, one entry a line', async () => {
    const { stdout } = await clausemark(['explain', '--all', '--format', 'jsonl'], { cwd: folder.path });
    const entries = jsonLines<EntryLine>(stdout);
    assertValid(schema('catalog-entry'), entries);
    assert.equal(new Set(entries.map(({ key }) => key)).size, entries.length);
    const controls = (standard: string, edition: string) =>
      entries.filter((entry) => entry.standard === standard && entry.edition === edition && entry.kind === 'control')
        .length;
    assert.deepEqual([controls('27001', '2022'), controls('27701', '2025'), controls('42001', '2023')], [93, 78, 38]);
  });
});
