/** Tables and front matter that name the standard of an id in a cell or value of its own. */
import assert from 'node:assert/strict';
import { parseDocument, resolveDocument } from '../../../server/src/core/parse.js';
import { defaultSettings } from '../../../server/src/core/settings.js';
import { catalogOfProject } from '../../support/realCatalog.js';

const context = { catalog: catalogOfProject(), settings: defaultSettings };

/** `27001 A.5.18` for each reference of a text in its order, with a mark behind what its standard lacks. */
function read(text: string): string[] {
  const { references } = resolveDocument(parseDocument('a.md', text, context), [], context);
  return references.map(({ standard, edition, ids, kind }) => {
    const key = standard === null ? undefined : context.catalog.edition(standard, edition)?.key;
    const exists = kind === 'external' || (key && context.catalog.find(key, ids[0]!));
    return `${standard ?? '?'} ${ids.join('+')}${exists ? '' : ' missing'}`;
  });
}

function table(head: string, ...rows: string[]): string {
  return `# Findings\n\n${head}\n${head.replaceAll(/[^|]+/g, '---')}\n${rows.join('\n')}\n`;
}

describe('a column of standards', () => {
  it('has the last word on the ids of its rows, whatever other rows have', () => {
    const rows = ['| 1 | ISO 42001 | A.8.15 |', '| 2 | ISO 27001 | A.6.2.4 |', '| 3 | ISO 27001 | A.5.18 |'];
    const expected = ['42001 A.8.15 missing', '27001 A.6.2.4 missing', '27001 A.5.18'];
    for (const head of ['| No | Standard | Control |', '| Nr. | Norm | Maßnahme |', '| N° | Référentiel | Mesure |'])
      assert.deepEqual(read(table(head, ...rows)), expected, head);
    const behind = rows.map((row) => row.replace(/\| (ISO \d+) \| (A\S+) \|/, '| $2 | $1 |'));
    assert.deepEqual(read(table('| No | Control | Standard |', ...behind)), expected);
  });

  it('says of clauses which of them it lacks', () => {
    const rows = ['| 1 | ISO 27001 | 6.1.4 |', '| 2 | ISO 42001 | 6.1.4 |'];
    assert.deepEqual(read(table('| No | Standard | Clause |', ...rows)), ['27001 6.1.4 missing', '42001 6.1.4']);
    assert.deepEqual(read(table('| Nr. | Norm | Klausel |', ...rows)), ['27001 6.1.4 missing', '42001 6.1.4']);
  });

  it('is none that names others beside, or is headed otherwise', () => {
    const text = '# Findings on ISO/IEC 27001 and ISO/IEC 42001\n\n';
    const rows = '|---|---|\n| A.5.18 | ISO 42001 |\n';
    assert.deepEqual(read(`${text}| Control | Related standard |\n${rows}`), ['27001 A.5.18']);
    assert.deepEqual(read(`${text}| Control | See also |\n${rows}`), ['27001 A.5.18']);
  });

  it('tells clauses from controls in a column of both', () => {
    const rows = [
      '| 1 | ISO 27001 | 7.5.3 |',
      '| 2 | ISO 42001 | 6.1.4 |',
      '| 3 | ISO 27001 | 8.13 |',
      '| 4 | ISO 27001 | 8.4 |',
    ];
    const expected = ['27001 7.5.3', '42001 6.1.4', '27001 A.8.13', '27001 A.8.4'];
    assert.deepEqual(read(table('| No | Standard | Clause / control |', ...rows)), expected);
    assert.deepEqual(read(table('| Nr. | Norm | Kapitel/Maßnahme |', ...rows)), expected);
    assert.deepEqual(read(table('| No | Standard | Requirement |', ...rows.slice(0, 3))), expected.slice(0, 3));
  });

  it('makes no clauses of numbers that its standards do not have', () => {
    const rows = ['| 1 | ISO 27001 | 3.1 |', '| 2 | ISO 42001 | 12.9 |', '| 3 | ISO 27001 | 11.40 |'];
    assert.deepEqual(read(table('| No | Standard | Ref. |', ...rows)), []);
  });
});

describe('a map of front matter that names its standard', () => {
  it('has the last word on its ids', () => {
    const text = [
      '---',
      'findings:',
      '  - {standard: ISO 27001, clause: "6.1.4"}',
      '  - {standard: ISO 42001, control: A.5.6}',
      '  - {framework: ISO/IEC 42001:2023, controls: [A.5.2, A.8.15]}',
      '---',
      '# Findings',
      '',
    ].join('\n');
    assert.deepEqual(read(text), ['27001 6.1.4 missing', '42001 A.5.6 missing', '42001 A.5.2', '42001 A.8.15 missing']);
  });

  it('leaves what it only relates to others', () => {
    const text = [
      '---',
      'standards:',
      '  - {name: ISO/IEC 42001:2023, controls: [A.5.2], related_controls: [A.5.18]}',
      '  - {name: ISO/IEC 27001:2022, controls: [A.8.15]}',
      '---',
      '# Findings',
      '',
    ].join('\n');
    assert.deepEqual(read(text), ['42001 A.5.2', '27001 A.5.18', '27001 A.8.15']);
  });
});

describe('an appendix of the document', () => {
  const about = '# Suppliers\n\nISO/IEC 27001:2022 applies.\n\n';

  it('has the ids of a standard in a column that its name heads', () => {
    const rows = '|---|---|\n| Contracts | A.5.20, A.5.22 |\n| Old one | A.5.77 |\n';
    for (const head of ['Appendix A: Details', 'Anlage A: Details', '4. Appendix A – Compliance matrix'])
      assert.deepEqual(
        read(`${about}## ${head}\n\n| Rule | ISO 27001 |\n${rows}`),
        ['27001 A.5.20', '27001 A.5.22', '27001 A.5.77 missing'],
        head,
      );
  });

  it('has them in a list that its title calls a mapping', () => {
    const list = '- A.5.16, A.5.18: access\n- A.8.15: logs\n';
    for (const head of ['Appendix A: Mapping', 'Anlage A: Zuordnung', 'Appendix A: Control coverage'])
      assert.deepEqual(read(`${about}## ${head}\n\n${list}`), ['27001 A.5.16', '27001 A.5.18', '27001 A.8.15'], head);
  });

  it('has items of its own otherwise', () => {
    assert.deepEqual(read(`${about}## Appendix A: Forms\n\n- A.5.1 Sick note\n- A.5.2 Leave\n`), []);
    assert.deepEqual(
      read(`${about}## Appendix A: Mapping of forms\n\n- A.1 Sick note\n- A.2 Leave\n- A.5.1 Exit\n`),
      [],
    );
    assert.deepEqual(read(`${about}## Appendix A: Forms\n\n| No | Form |\n|---|---|\n| A.5.1 | Sick note |\n`), []);
  });
});

describe('a table in HTML with two rows of heads', () => {
  const rows = (...cells: string[][]): string =>
    cells.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>\n`).join('');

  it('has its names of standards in the second one', () => {
    const heads =
      '<tr><th rowspan="2">Phase</th><th colspan="2">Frameworks</th></tr>\n<tr><th>ISO 27001:2022</th><th>ISO 42001:2023</th></tr>\n';
    assert.deepEqual(
      read(`# Plan\n\n<table>\n${heads}${rows(['a', '5.24', 'A.8.4'], ['b', '5.26', 'A.5.72'])}</table>\n`),
      ['27001 A.5.24', '42001 A.8.4', '27001 A.5.26', '42001 A.5.72 missing'],
    );
  });

  it('has them in the first one, above what the columns hold', () => {
    const heads =
      '<tr><th rowspan="2">Phase</th><th colspan="2">ISO 27001:2022</th><th colspan="2">ISO 42001:2023</th></tr>\n<tr><th>Control</th><th>Owner</th><th>Control</th><th>Owner</th></tr>\n';
    assert.deepEqual(
      read(
        `# Plan\n\n<table>\n${heads}${rows(['a', '5.24', 'x', 'A.8.3', 'y'], ['b', '5.26', 'x', 'A.5.72', 'y'])}</table>\n`,
      ),
      ['27001 A.5.24', '42001 A.8.3', '27001 A.5.26', '42001 A.5.72 missing'],
    );
  });

  it('has one row of heads only where the others have cells', () => {
    const body = '<tr><th>a</th><td>5.24</td></tr>\n<tr><th>b</th><td>5.26</td></tr>\n';
    assert.deepEqual(read(`# Plan\n\n<table>\n<tr><th>Phase</th><th>ISO 27001</th></tr>\n${body}</table>\n`), [
      '27001 A.5.24',
      '27001 A.5.26',
    ]);
  });
});

describe('a column of clauses below a standard', () => {
  it('holds a clause in brackets behind a dash', () => {
    const rows = '|---|---|---|\n| a | 6.3 (7.3) | – (7.3) |\n| b | 9.2 | 9.2 |\n';
    assert.deepEqual(read(`# Map\n\n| Topic | ISO 27001 | ISO 42001 |\n${rows}`), [
      '27001 6.3',
      '27001 7.3',
      '42001 7.3',
      '27001 9.2',
      '42001 9.2',
    ]);
  });

  it('holds all clauses of a range over chapters', () => {
    const text = '# Map\n\n| Topic | ISO 27001 |\n|---|---|\n| a | 4.1 to 5.3 |\n| b | 9.2 |\n';
    assert.deepEqual(read(text), ['27001 4.1+4.2+4.3+4.4+5.1+5.2+5.3', '27001 9.2']);
  });
});
