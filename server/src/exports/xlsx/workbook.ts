/** The statement as a workbook for Excel and its relatives. */
import { writeXlsx } from 'hucre/xlsx';
import { harmless, type SoaExport } from '../../core/soa/render/exportInput.js';
import { documentTitle, pageTexts } from '../../core/soa/render/facts.js';
import { type Content, coverSheet } from './cover.js';
import { clausesSheet, documentsSheet, evidenceSheet, historySheet, legendSheet } from './others.js';
import { registerSheet } from './register.js';
import { type PageOptions, pageText, printTitles, type SheetDraft, sheetName } from './sheet.js';

/** Wider registers than this would be too small to read on A4. In characters. */
const widestOnA4 = 240;

interface Planned {
  readonly draft: SheetDraft;
  readonly text: string;
  readonly page?: Partial<PageOptions>;
}

/**
 * @returns the bytes of an .xlsx file; the same input gives the same bytes. All texts are text cells, so none can be a
 *   formula. Files are linked relative to `input.folder`.
 */
export async function renderXlsx(input: SoaExport): Promise<Uint8Array> {
  const shown = harmless(input);
  const { model } = shown;
  const taken = new Set<string>();
  const coverName = sheetName('Cover', taken);
  const planned = planSheets(shown, taken);
  const contents: Content[] = planned.map(({ draft, text }) => ({ name: draft.name, text }));
  const pages = pageOptions(shown);
  const sheets = [
    coverSheet(shown, coverName, contents).finish({ ...pages, headRows: 0 }),
    ...planned.map(({ draft, page }) => draft.finish({ ...pages, ...page })),
  ];
  // No clock: the file says the day for which the statement was made.
  const day = new Date(`${model.asOf}T00:00:00Z`);
  return writeXlsx({
    sheets,
    namedRanges: planned.map(({ draft }) => printTitles(draft.name, pages.headRows)),
    defaultFont: { name: 'Calibri', size: 10 },
    properties: {
      title: pageTexts(model).title,
      subject: documentTitle,
      creator: model.header.organisation ?? shown.provenance.generator,
      description: shown.provenance.commit === null ? '' : `Git commit ${shown.provenance.commit}`,
      created: day,
      modified: day,
    },
  });
}

function planSheets(input: SoaExport, taken: Set<string>): Planned[] {
  const { model, matrix, folder } = input;
  const register = (name: string, text: string, standardKey: string | null): Planned => {
    const rows = standardKey === null ? model.rows : model.rows.filter((row) => row.standardKey === standardKey);
    const { draft, width } = registerSheet(sheetName(name, taken), rows, model, standardKey === null);
    const headColumns = standardKey === null ? 4 : 3;
    return { draft, text, page: { paperSize: width > widestOnA4 ? 'a3' : 'a4', headColumns } };
  };
  const all = register('All controls', 'Every control of every standard in one table', null);
  const single = model.standards.map(({ key, name, standard, edition, fullTitle, isAdditional }) =>
    isAdditional
      ? register(name, 'Controls beyond those of the standards', key)
      : register(`${standard}-${edition}`, `${name}: ${fullTitle}`, key),
  );
  return [
    all,
    ...single,
    {
      draft: documentsSheet(sheetName('Documents', taken), model, folder),
      text: 'Which document serves which controls, with links',
    },
    {
      draft: evidenceSheet(sheetName('Evidence', taken), model, folder),
      text: 'Which evidence proves which controls, with links',
    },
    ...(matrix && matrix.rows.length > 0
      ? [{ draft: clausesSheet(sheetName('Clauses 4–10', taken), matrix), text: 'Clauses across the standards' }]
      : []),
    { draft: historySheet(sheetName('Change history', taken), model), text: 'What changed from version to version' },
    { draft: legendSheet(sheetName('Legend', taken), model, matrix !== null), text: 'What the columns and words mean' },
  ];
}

/** Header: organisation and title, classification. Footer: version and day, page numbers. */
function pageOptions({ model }: SoaExport): PageOptions {
  const { title, classification, version } = pageTexts(model);
  return {
    header: `&L${pageText(title)}&R&B${pageText(classification)}`,
    footer: `&L${pageText(version)}&C&A&RPage &P of &N`,
    orientation: 'landscape',
    paperSize: 'a4',
    headRows: 1,
  };
}
