/** The tables of controls, one per standard: what an auditor reads line by line. */
import { HeadingLevel, Paragraph, type Table, type TableRow } from 'docx';
import { relativePath } from '../../core/relativePath.js';
import type { RowDocument, SoaModel, SoaRow, SoaStandard } from '../../core/soa/modelTypes.js';
import {
  applicabilityText,
  decisionText,
  documentsText,
  documentText,
  driversText,
  driverTexts,
  evidenceText,
  groupText,
  missingTexts,
  modelText,
  moreText,
  rowsByGroup,
  statusText,
  targetText,
} from '../../core/soa/render/cells.js';
import { printedHeads as heads } from '../../core/soa/render/columns.js';
import { standardText } from '../../core/soa/render/facts.js';
import { encodePath, evidenceLink } from '../../core/soa/render/links.js';
import { cell, colours, headRow, linked, paragraph, row, table } from './parts.js';

const shares = [7, 14, 10, 22, 12, 10, 10, 17, 16];

export function standardSections(model: SoaModel, folder: string): (Paragraph | Table)[] {
  const rows = rowsByGroup(model);
  return model.standards.flatMap((standard, index) => [
    heading(standardText(standard), index === 0),
    ...(standard.isAdditional
      ? []
      : [paragraph(standard.fullTitle, 'soft', { spacing: { after: 120 }, keepNext: true })]),
    controlTable(standard, rows, folder),
  ]);
}

/** The first one begins a page: what stands before it is the cover. */
export function heading(text: string, isNewPage = false): Paragraph {
  return new Paragraph({
    text,
    heading: HeadingLevel.HEADING_1,
    keepNext: true,
    pageBreakBefore: isNewPage,
  });
}

function controlTable(standard: SoaStandard, rows: Map<string, SoaRow[]>, folder: string): Table {
  const body = standard.groups.flatMap((group): TableRow[] => {
    const own = (rows.get(group.key) ?? []).map((each) => controlRow(each, folder));
    if (standard.isAdditional) return own;
    const head = cell([paragraph(groupText(group), 'bold', { keepNext: true })], 'bold', {
      fill: colours.group,
      columnSpan: heads.length,
    });
    return [row([head]), ...own];
  });
  return table(shares, [headRow(heads), ...body]);
}

function controlRow(each: SoaRow, folder: string): TableRow {
  const soft = (label: string, text: string | null) =>
    text === null || text === '' ? [] : [paragraph(label === '' ? text : `${label}: ${text}`, 'soft')];
  const cells = [
    cell(each.id, 'bold'),
    cell([
      paragraph(each.title, 'cell'),
      ...soft('Source', each.source),
      ...each.gaps.map((gap) => paragraph(`△ ${gap.text}`, 'gap')),
    ]),
    cell([paragraph(applicabilityText(each), 'cell'), ...soft('', decisionText(each))]),
    cell([
      paragraph(each.justification ?? '', 'cell'),
      ...soft('How', each.implementation),
      ...soft('Note', each.notes),
    ]),
    cell(driverTexts(each).map((text) => paragraph(text, 'cell'))),
    cell([paragraph(statusText(each), 'cell'), ...soft('', targetText(each)), ...soft('', modelText(each))]),
    cell(each.owner ?? ''),
    cell([
      ...each.documents.map((document) => documentLink(document, folder)),
      ...[...missingTexts(each), ...moreText(each)].map((text) => paragraph(text, 'cell')),
    ]),
    cell(each.evidence.map((item) => linked(evidenceText(item), evidenceLink(item, folder)))),
  ];
  const reasons = [each.justification, each.implementation, each.notes].join('');
  return row(cells, [
    reasons,
    driversText(each),
    documentsText(each),
    each.evidence.map(evidenceText).join(''),
    each.owner ?? '',
  ]);
}

function documentLink(document: RowDocument, folder: string): Paragraph {
  const sections = document.sections.map(({ heading: text }) => text).join(', ');
  const target = encodePath(relativePath(folder, document.path));
  return linked(documentText(document), target, sections === '' ? '' : `: ${sections}`);
}
