/** Days beside the name of a standard are none of its numbers. */
import assert from 'node:assert/strict';
import { parseDocument, resolveDocument } from '../../../server/src/core/parse.js';
import { defaultSettings } from '../../../server/src/core/settings.js';
import { catalogOfProject } from '../../support/realCatalog.js';

const context = { catalog: catalogOfProject(), settings: defaultSettings };

function read(text: string): string[] {
  const { references } = resolveDocument(parseDocument('plan.md', `# Auditplan\n\n${text}\n`, context), [], context);
  return references.map(({ standard, ids }) => `${standard} ${ids.join(' ')}`);
}

describe('days beside a standard', () => {
  for (const text of [
    'Auditzeitraum ISO 27001: 04.12.–06.12.2026',
    '- Schulung ISO 42001, 10.3.–11.3.2026',
    'Überwachungsaudit ISO/IEC 27001, 05.07. – 08.07.2026',
    'Audit ISO 27001 (07.11.–09.11.2026)',
    '**Grundlage:** ISO/IEC 27001:2022, ISO/IEC 42001:2023\n**Zeitraum:** 04.05.–06.05.2026',
    'Audit ISO 27001: 4.10. bis 6.10.2026',
    'Audit ISO 27001, 7.5. und 8.5.2026',
    'Audit ISO/IEC 27001: 9.2.-10.2.',
    'Audit ISO/IEC 27001: 29.9.–1.10. und 5.10.–7.10.',
    'ISO 27001: 8.12.2026',
    'Audit ISO 27001, 04.05. in Bonn',
    'Audit ISO 27001 : du 4.5. au 6.5.2026',
    '| Norm | Tage |\n|---|---|\n| ISO 27001 | 5.7. – 8.7. |',
  ])
    it(`are none of it: ${text}`, () => assert.deepEqual(read(text), []));

  for (const [text, ids] of [
    ['ISO 27001: 4.1.–4.4.', '4.1'],
    ['ISO 27001: 6.1–6.2', '6.1 6.2'],
    ['ISO 27001: 8.15 und 8.16', 'A.8.15,A.8.16'],
    ['ISO 27001: 5.2. und 6.2.', '5.2,6.2'],
    ['ISO 27001: 5.2, 10.1', '5.2,10.1'],
  ] as const)
    it(`are none, but clauses and controls: ${text}`, () =>
      assert.deepEqual(
        read(text),
        ids.split(',').map((id) => `27001 ${id}`),
      ));
});
