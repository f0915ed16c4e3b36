/** The statement as a document for Word and its relatives. */
import {
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  type Table,
  TabStopType,
  TextRun,
} from 'docx';
import type { ClauseMatrix } from '../../core/soa/clauseMatrixTypes.js';
import type { SoaModel } from '../../core/soa/modelTypes.js';
import { clauseCountText, clauseHeads, clauseTexts } from '../../core/soa/render/clauses.js';
import { columnsInUse } from '../../core/soa/render/columns.js';
import { harmless, type SoaExport } from '../../core/soa/render/exportInput.js';
import {
  countHeads,
  countTexts,
  documentTitle,
  headerFacts,
  historyHeads,
  historyTexts,
  pageTexts,
} from '../../core/soa/render/facts.js';
import { legendParts } from '../../core/soa/render/legend.js';
import { cell, colours, headRow, pageWidth, paragraph, rightCell, row, sizes, table, textTable } from './parts.js';
import { heading, standardSections } from './register.js';
import { sameBytes } from './sameBytes.js';

/**
 * @returns the bytes of a .docx file; the same input gives the same bytes. Files are linked relative to `input.folder`.
 */
export async function renderDocx(input: SoaExport): Promise<Uint8Array> {
  const shown = harmless(input);
  const { model, matrix, folder } = shown;
  const page = pageTexts(model);
  const document = new Document({
    title: page.title,
    subject: documentTitle,
    creator: model.header.organisation ?? shown.provenance.generator,
    lastModifiedBy: shown.provenance.generator,
    ...(shown.provenance.commit === null ? {} : { description: `Git commit ${shown.provenance.commit}` }),
    features: { updateFields: false },
    styles: {
      default: {
        document: { run: { font: 'Calibri', size: sizes.text, language: { value: 'en-GB' } } },
        title: { run: { font: 'Calibri', size: sizes.title, bold: true, color: colours.dark } },
        heading1: {
          run: { font: 'Calibri', size: sizes.heading, bold: true, color: colours.dark },
          paragraph: { spacing: { before: 320, after: 80 } },
        },
        heading2: {
          run: { font: 'Calibri', size: sizes.text + 2, bold: true, color: colours.dark },
          paragraph: { spacing: { before: 200, after: 60 }, keepNext: true },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            // The library turns the sides round for landscape.
            size: { width: 11_906, height: 16_838, orientation: PageOrientation.LANDSCAPE },
            margin: { top: 1000, bottom: 850, left: 680, right: 680, header: 450, footer: 400 },
          },
        },
        headers: { default: new Header({ children: [edgeLine(page.title, [bold(page.classification)])] }) },
        footers: { default: new Footer({ children: [edgeLine(page.version, pageNumbers())] }) },
        children: [
          ...cover(shown),
          ...standardSections(model, folder),
          ...(matrix && matrix.rows.length > 0 ? clauses(matrix) : []),
          ...history(model),
          ...legend(shown),
        ],
      },
    ],
  });
  return sameBytes(await Packer.pack(document, 'uint8array'), model.asOf);
}

/** A line of header or footer: a text on the left, something on the right. */
function edgeLine(left: string, right: readonly TextRun[]): Paragraph {
  return new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: pageWidth }],
    children: [
      new TextRun({ text: left, size: sizes.cell }),
      new TextRun({ children: [new Tab()], size: sizes.cell }),
      ...right,
    ],
  });
}

function bold(text: string): TextRun {
  return new TextRun({ text, bold: true, size: sizes.cell });
}

function pageNumbers(): TextRun[] {
  return [new TextRun({ size: sizes.cell, children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })];
}

function cover({ model, provenance }: SoaExport): (Paragraph | Table)[] {
  const facts = headerFacts(model, provenance).map(({ label, text, isConcern }) =>
    row(
      [cell(label, 'label', { isPlain: true }), cell(text, isConcern ? 'concern' : 'text', { isPlain: true })],
      [text],
    ),
  );
  return [
    new Paragraph({ text: documentTitle, heading: 'Title', spacing: { after: 200 } }),
    table([18, 82], facts),
    heading('Summary'),
    summary(model),
  ];
}

function summary(model: SoaModel): Table {
  const rows = model.standards.flatMap((standard) => {
    const look = { fill: colours.group };
    const main = row([
      cell(standard.name, 'bold', look),
      ...countTexts(standard.counts).map((text) => rightCell(text, 'bold', look)),
    ]);
    const groups = standard.isAdditional ? [] : standard.groups;
    return [
      main,
      ...groups.map(({ id, title, counts }) =>
        row([cell(`${id} ${title}`), ...countTexts(counts).map((text) => rightCell(text, 'cell'))]),
      ),
    ];
  });
  return table([38, 9, 9, 9, 9, 10, 14, 9], [headRow(['Standard and theme', ...countHeads], 1), ...rows]);
}

function clauses(matrix: ClauseMatrix): (Paragraph | Table)[] {
  const heads = clauseHeads(matrix);
  const counts = matrix.standards.map((standard) => `${standard.name}: ${clauseCountText(standard)}`).join('; ');
  const rows = matrix.rows.map((each) => {
    const fill = each.depth === 1 ? { fill: colours.group } : {};
    const texts = clauseTexts(each, matrix);
    const cells = texts.map((text, index) => {
      const isHead = index === 0 || (each.depth === 1 && index === 1);
      return cell(text, isHead ? 'bold' : index === heads.length - 1 ? 'gap' : 'cell', fill);
    });
    return row(cells, texts);
  });
  const shares = [6, 16, ...matrix.standards.map(() => 17), 20, 16];
  return [
    heading('Clauses 4–10'),
    paragraph(`${counts}.`, 'soft', { spacing: { after: 120 }, keepNext: true }),
    table(shares, [headRow(heads), ...rows]),
  ];
}

function history(model: SoaModel): (Paragraph | Table)[] {
  const lines = historyTexts(model);
  return lines.length === 0 ? [] : [heading('Change history'), textTable([8, 10, 20, 62], historyHeads, lines)];
}

function legend({ model, matrix }: SoaExport): (Paragraph | Table)[] {
  const parts = legendParts(columnsInUse(model.rows), matrix !== null);
  const lines = parts.flatMap(({ title, terms }) => terms.map(({ term, meaning }) => [title, term, meaning]));
  return [heading('Reading this statement'), textTable([14, 22, 64], ['Where', 'Word', 'Meaning'], lines)];
}
