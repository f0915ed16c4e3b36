/** Which of its standards an integrated document means: by rows that name several, its agenda, sections and boxes, its one system. */
import assert from 'node:assert/strict';
import { readIds } from '../../support/readIds.js';

const both = (clause: string): string => `27001 ${clause}, 42001 ${clause}`;

describe('a row that names several standards', () => {
  const plan = (head: string, ...rows: string[]): string =>
    `# Plan (ISO/IEC 27001:2022, ISO/IEC 42001:2023)\n\n| Topic | ${head} |\n|---|---|---|\n${rows.join('\n')}\n| Impact | 42001 | 6.1.4 |\n`;
  const impact = '42001 6.1.4';

  it('has its clause in each of them', () => {
    for (const names of ['27001 and 42001', '27001/42001', '27001 + 42001', 'ISO 27001, ISO 42001', 'both', 'all'])
      assert.equal(readIds(plan('Standard | Clause', `| Risk | ${names} | 8.2 |`)), `${both('8.2')}, ${impact}`, names);
    assert.equal(
      readIds(plan('Norm | Klausel', '| Kontext | beide | 4.1 |', '| Audit | 27001 und 42001 | 9.2 |')),
      `${both('4.1')}, ${both('9.2')}, ${impact}`,
    );
    assert.equal(readIds(plan('Norme | Clause', '| Revue | toutes | 9.3 |')), `${both('9.3')}, ${impact}`);
    assert.equal(readIds(plan('Clause | Standard', '| Risk | 8.2 | both |')).slice(0, 20), both('8.2').slice(0, 20));
  });

  it('says so below a head for standards only', () => {
    assert.equal(readIds(plan('Auditor | Clause', '| Risk | all | 8.2 |')), `42001 8.2, ${impact}`);
    assert.equal(readIds(plan('Standard | Control', '| Access | 27001 and 42001 | A.8.3 |')).split(',')[0], '? A.8.3');
  });
});

describe('a clause that is named for each standard', () => {
  it('tells of the other clauses in lists, too', () => {
    const agenda = '# Review\n\nThe agenda follows clause 9.3.2 of ISO/IEC 27001 and ISO/IEC 42001.\n\n';
    const items = ['- Incidents are closed (10.2)\n- Aims (6.2)\n', '1. Incidents are closed (10.2)\n2. Aims (6.2)\n'];
    for (const list of items) assert.equal(readIds(agenda + list), ['9.3.2', '10.2', '6.2'].map(both).join(', '), list);
    assert.equal(
      readIds(`${agenda}- Incidents (10.2)\n- Impact (42001 6.1.4)\n`),
      `${both('9.3.2')}, ${both('10.2')}, 42001 6.1.4`,
    );
  });

  it('may be a bare number', () => {
    const report = '# Report (ISO/IEC 27001:2022, ISO/IEC 42001:2023)\n\n';
    for (const text of [
      'NC-3: 9.2.2 of both standards is not met',
      'Criterion: 9.2.2 of all two standards',
      'Kriterium: 9.2.2 beider Normen',
      'Critère : 9.2.2 des deux normes',
    ])
      assert.equal(readIds(`${report}- ${text}\n`), both('9.2.2'), text);
    assert.equal(readIds(`${report}- Score 7.2 of both teams\n`), '');
  });
});

describe('what begins an item below the name of its standard', () => {
  const title = '# Matrix (ISO 27001 and ISO 42001)\n\n';

  it('is of that one although the title names another one that has it', () => {
    const items = '- A.9.2 Processes for responsible use of AI systems\n- A.8.12 Explainability\n';
    for (const head of ['## ISO 42001', '## ISO/IEC 42001:2023', '<details><summary>ISO 42001</summary>'])
      assert.equal(readIds(`${title}${head}\n\n${items}\n</details>\n`), '42001 A.9.2, 42001 A.8.12 missing', head);
  });

  it('is of the other one beside controls of that, and within a sentence', () => {
    assert.equal(
      readIds(`${title}## ISO 42001\n\n- A.8.11 Data masking\n- A.8.12 Leaks\n- A.9.2 Use\n`),
      '27001 A.8.11, 27001 A.8.12, 42001 A.9.2',
    );
    assert.equal(readIds(`${title}## ISO 42001\n\nUse follows A.9.2, logs A.8.15.\n`), '42001 A.9.2, 27001 A.8.15');
  });
});

describe('the title of a shortcode', () => {
  it('says whose the numbers in it are', () => {
    const text = '# Guide\n\nPapers are safe (27001 A.5.12, A.5.10).\n\n';
    const inside = 'Incidents are told (A.8.4).';
    const outside = '\n\nRights end (A.8.4).\n';
    const boxes = [
      ['{{< callout type="info" title="ISO 42001" >}}', '{{< /callout >}}'],
      ['{{% notice note "ISO 42001" %}}', '{{% /notice %}}'],
      ['{% hint style="info" title="ISO 42001" %}', '{% endhint %}'],
    ];
    for (const [open, close] of boxes)
      assert.equal(
        readIds(`${text}${open}\n${inside}\n${close}${outside}`),
        '27001 A.5.12, 27001 A.5.10, 42001 A.8.4, 27001 A.8.4',
        open,
      );
  });

  it('is none where it has no other words, and does not end the box around it', () => {
    const text =
      '# Guide (ISO/IEC 27001:2022)\n\n{{< tab "ISO 42001" >}}\n\n{{< callout >}}\nRead.\n{{< /callout >}}\n\n- A.5.2\n\n{{< /tab >}}\n\n- A.5.2\n';
    assert.equal(readIds(text), '42001 A.5.2, 27001 A.5.2');
  });
});

describe('the one system that the paragraph below the title names', () => {
  const rows =
    '\n\n| Folder | Clause |\n|---|---|\n| soa | 6.1.3 |\n| talks | 7.2 |\n\nSee also ISO/IEC 27001:2022 A.5.1.\n';

  it('is that of the document', () => {
    assert.equal(readIds(`# Files\n\nHere lies the SoA of the AIMS.${rows}`), '42001 6.1.3, 42001 7.2, 27001 A.5.1');
    assert.equal(readIds(`# Ablage\n\nHier liegt das SoA des KIMS.${rows}`), '42001 6.1.3, 42001 7.2, 27001 A.5.1');
  });

  it('is none beside another one, or a title that says its own', () => {
    assert.equal(readIds(`# Files\n\nFor ISMS and AIMS.${rows}`), '27001 6.1.3, 27001 7.2, 27001 A.5.1');
    assert.equal(readIds(`# ISMS files\n\nThe AIMS has its own.${rows}`), '27001 6.1.3, 27001 7.2, 27001 A.5.1');
  });
});
