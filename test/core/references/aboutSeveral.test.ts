import assert from 'node:assert/strict';
import { parseDocument, resolveDocument } from '../../../server/src/core/parse.js';
import { defaultSettings } from '../../../server/src/core/settings.js';
import { catalogOfProject } from '../../support/realCatalog.js';

const context = { catalog: catalogOfProject(), settings: defaultSettings };

/** `27001 9.2` for each reference of a text; `?` where its standard stays open. */
function read(text: string): string {
  const { references } = resolveDocument(parseDocument('a.md', text, context), [], context);
  return references.map(({ standard, ids }) => `${standard ?? '?'} ${ids[0]}`).join(', ');
}

describe('a clause of a document about several standards', () => {
  const criteria = '# Report\n\nCriteria: ISMS (ISO/IEC 27001:2022) and PIMS (ISO/IEC 27701:2025)\n\n';
  const each = '27001 9.2, 27701 9.2';

  it('is of each, where a title, a field, the first section or front matter names them side by side', () => {
    for (const opening of [
      criteria,
      '# Report (ISO/IEC 27001:2022, ISO/IEC 27701:2025)\n\n',
      '# Revue\n\nCe système suit l’ISO/IEC 27001:2022 et l’ISO/IEC 27701:2025.\n\n',
      '# Report\n\nWe have 12 sites.\n\n## Scope\n\nFor ISO/IEC 27001:2022 and ISO/IEC 27701:2025.\n\n## Body\n\n',
      '---\nstandards: [ISO/IEC 27001:2022, ISO/IEC 27701:2025]\n---\n# Report\n\n',
    ])
      assert.equal(read(`${opening}### Audits (clause 9.2)\n`), each, opening);
  });

  it('is of each in a document that numbers its sections, and behind a clause that one of them has alone', () => {
    const text =
      '# Leitlinie\n\nWir haben 900 Betten.\n\n## 1 Zweck\n\nFür ISO/IEC 27001:2022 und ISO/IEC 27701:2025.\n\n';
    assert.equal(read(`${text}## 7 Prüfung\n\nInternes Audit nach Abschnitt 9.2.\n`), each);
    const alone =
      '# Manual (ISO/IEC 27001:2022 and ISO/IEC 42001:2023)\n\nImpact (clause 8.4).\n\nAudits (clause 9.2).\n';
    assert.equal(read(alone), '42001 8.4, 27001 9.2, 42001 9.2');
  });

  it('may be a range, and one whose title differs in the name of the system', () => {
    assert.equal(read(`${criteria}Clauses 4 to 10 were audited.\n`), '27001 4, 27701 4');
    assert.equal(read(`${criteria}The scope (clause 4.3).\n`), '27001 4.3, 27701 4.3');
  });

  it('stays open where it is about another subject in each, has letters, or stands in a column of numbers', () => {
    assert.equal(read(`${criteria}Risks (clause 6.1.2).\n\nThe policy (clause 5.2).\n`), '? 6.1.2, ? 5.2');
    assert.equal(read(`${criteria}Inputs (clause 9.3.2 e).\n`), '? 9.3.2 e');
    assert.equal(read(`${criteria}| Clause | ISMS |\n|---|---|\n| 9.2 | done |\n`), '? 9.2');
    const moved = '# Move: ISO/IEC 27001:2013 → 2022 and ISO/IEC 27701:2025\n\n';
    assert.equal(read(`${moved}Clause 10.1.\n`), '? 10.1');
  });

  it('stays open where the opening says something of one of them only', () => {
    for (const sentence of [
      'This covers ISO/IEC 27001:2022, not ISO/IEC 27701:2025.',
      'We follow ISO/IEC 27001:2022. Later we may look at ISO/IEC 27701:2025.',
      'It maps ISO/IEC 27001:2022 to those of ISO/IEC 27701:2025.',
    ])
      assert.equal(read(`# Report\n\n${sentence}\n\nAudits (clause 9.2).\n`), '? 9.2', sentence);
  });

  it('is of the one that anything nearer names', () => {
    assert.equal(read(`${criteria}## ISO/IEC 27701\n\nAudits (clause 9.2).\n`), '27701 9.2');
    assert.equal(read(`${criteria}The ISMS review (clause 9.3) is due.\n`), '27001 9.3');
  });
});

describe('a clause that stays open between the standards of a document', () => {
  const each = (id: string): string => ['27001', '27701'].map((standard) => `${standard} ${id}`).join(', ');

  it('is of the one standard of the title, where the opening names another beside it', () => {
    const gap =
      '# Gap analysis ISO/IEC 42001\n\nWe hold ISO/IEC 27001. What is missing for ISO/IEC 42001:2023?\n\n## Plan\n\n';
    assert.equal(read(`${gap}Clauses 4 to 10, then clause 9.2.\n`), '42001 4, 42001 9.2');
    assert.equal(read(`${gap}The ISMS has it in clause 9.2 of ISO/IEC 27001.\n`), '27001 9.2');
    const plain = gap.replace('Gap analysis ISO/IEC 42001', 'Gap analysis');
    assert.equal(read(`${plain}The review follows clause 9.3.\n`), '? 9.3');
  });

  it('is of each among clauses that are of each', () => {
    const manual =
      '# Manual\n\nCovers: ISO/IEC 27001:2022 and ISO/IEC 42001:2023\n\nImpact (clause 8.4).\n\n## Body\n\n';
    const both = (id: string): string => `27001 ${id}, 42001 ${id}`;
    assert.equal(
      read(`${manual}The policy (clause 5.2), the roles (clause 5.3).\n`),
      `42001 8.4, ${both('5.2')}, ${both('5.3')}`,
    );
    assert.equal(read(`${manual}1. policy (5.2);\n2. roles (5.3).\n`), `42001 8.4, ${both('5.2')}, ${both('5.3')}`);
    assert.equal(read(`${manual}The policy (clause 5.2).\n`), '42001 8.4, ? 5.2');
  });

  it('is of each where its sentence says so', () => {
    const text = '# Register\n\nWe follow ISO/IEC 27001:2022. Privacy follows ISO/IEC 27701:2025.\n\n## Checks\n\n';
    assert.equal(read(`${text}The audit (clause 9.2) is one for all sites.\n`), '? 9.2');
    for (const line of ['Das Audit (Klausel 9.2) gilt für alle beide.', 'The audit (clause 9.2) is one for all two.'])
      assert.equal(read(`${text}${line}\n`), each('9.2'), line);
  });
});

describe('an id below the heading of its group', () => {
  const gap = '# Gaps\n\nWe hold ISO/IEC 27001. This is for ISO/IEC 42001.\n\n## A.7 Data for AI systems\n\n';

  it('is of the standard of that heading, unless one is named at it', () => {
    assert.equal(
      read(`${gap}A.7.2–A.7.6: partly. The masking of 27001 A.8.11 helps with A.7.6.\n`),
      '42001 A.7, 42001 A.7.2, 27001 A.8.11, 42001 A.7.6',
    );
    assert.equal(
      read(`${gap}Nothing changes for A.7.4 of 27001, nor for 27001 A.7.2, A.7.3.\n`),
      '42001 A.7, 27001 A.7.4, 27001 A.7.2, 27001 A.7.3',
    );
  });
});
