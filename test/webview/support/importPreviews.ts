/** A preview of an import, as the server makes it of a small file with everything that can be said of one. */
import type { ImportChoices, MessageToImport } from '../../../client/webview/import/messages.js';
import { importStatement } from '../../../server/src/core/soa/import/importStatement.js';
import { prepareImport } from '../../../server/src/core/soa/import/prepareImport.js';
import { importPreview } from '../../../server/src/core/soa/import/preview.js';
import type { SheetFile } from '../../../server/src/core/soa/import/sheet.js';
import { catalogOfProject } from '../../support/realCatalog.js';

const catalog = catalogOfProject();
export const hostile = '<img src=x onerror="window.hacked=1">';

export const importChoices: ImportChoices = { sheet: null, standards: [], migrates: false, target: 'fill' };

const row = (number: number, ...texts: string[]) => ({ number, cells: texts.map((text) => ({ text })) });
/** What is imported. */
export const importedFile: SheetFile = {
  name: 'old.xlsx',
  remarks: [],
  sheets: [
    {
      name: 'SoA',
      context: [],
      counts: 'row',
      rows: [
        row(1, 'Control', 'Title', 'Applicable', 'Justification', 'Colour'),
        row(2, 'A.5.1', 'Policies for information security', 'Yes', hostile, 'blue'),
        row(3, 'A.7.4', 'Physical security monitoring', 'No', 'No premises', ''),
        row(4, 'A.99.1', 'Nothing', 'Yes', 'lost words', ''),
        row(5, 'A.9.2.1', 'User registration and de-registration', 'Yes', '', ''),
      ],
    },
    { name: 'Old', context: [], counts: 'row', rows: [row(1, 'x')], isHidden: true },
  ],
};

/** The message to the page for such choices. */
export function importMessage(
  part: Partial<ImportChoices> = {},
  more: Partial<MessageToImport & { type: 'preview' }> = {},
): MessageToImport {
  const chosen = { ...importChoices, ...part };
  const { sheet, standards, migrates } = chosen;
  const statement = importStatement(importedFile, catalog, {
    standards: standards.map((name) => catalog.edition(...(name.split(':') as [string, string]))!),
    migrates,
    ...(sheet === null ? {} : { sheet }),
  });
  const text = 'standards:\n  27001: { edition: 2022 }\ncontrols:\n  27001:A.7.4: yes\n';
  const target = chosen.target === 'new' ? null : { path: 'soa.yaml', text, keepsExisting: chosen.target === 'fill' };
  const preview = importPreview(prepareImport(statement, target, catalog), importedFile, catalog);
  return { type: 'preview', preview, problem: null, choices: chosen, hasExisting: true, ...more };
}
