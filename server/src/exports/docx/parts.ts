/** Paragraphs, cells and tables as the document needs them: the looks of everything are here. */
import {
  AlignmentType,
  BorderStyle,
  ExternalHyperlink,
  type IParagraphOptions,
  type ITableCellOptions,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';

/** Width between the margins of A4 in landscape. In twentieths of a point. */
export const pageWidth = 15_478;

/** Half points. */
export const sizes = { text: 18, cell: 15, small: 13, heading: 26, title: 44 };

export const colours = {
  dark: '0F2F3F',
  head: '0F2F3F',
  group: 'E8EDF2',
  soft: '59636E',
  gap: '7D4E00',
  link: '0550AE',
};

export type Look = 'text' | 'label' | 'cell' | 'bold' | 'head' | 'soft' | 'gap' | 'concern';

const looks: Record<Look, { readonly size: number; readonly bold?: boolean; readonly color?: string }> = {
  text: { size: sizes.text },
  label: { size: sizes.text, color: colours.soft },
  cell: { size: sizes.cell },
  bold: { size: sizes.cell, bold: true },
  head: { size: sizes.cell, bold: true, color: 'FFFFFF' },
  soft: { size: sizes.small, color: colours.soft },
  gap: { size: sizes.small, color: colours.gap },
  concern: { size: sizes.text, color: colours.gap },
};

/** A text with its line breaks. */
export function runs(text: string, look: Look): TextRun[] {
  const direction = isRightToLeft(text) ? { rightToLeft: true } : {};
  return text
    .split('\n')
    .map(
      (line, index) => new TextRun({ ...looks[look], ...direction, text: line, ...(index > 0 ? { break: 1 } : {}) }),
    );
}

export function paragraph(text: string, look: Look, options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ ...options, ...directionOf(text), children: runs(text, look) });
}

/** Word does not tell by itself that a paragraph in Arabic or Hebrew is read from the right. */
function directionOf(text: string): IParagraphOptions {
  return isRightToLeft(text) ? { bidirectional: true } : {};
}

/** By the first letter, as everywhere. */
function isRightToLeft(text: string): boolean {
  return /^[^\p{Letter}]*[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u.test(text);
}

/** A text that leads somewhere, with what follows it. */
export function linked(text: string, target: string | null, after = ''): Paragraph {
  const shown = runs(text, 'cell');
  const link = { size: sizes.cell, color: colours.link, underline: {} };
  const children: ParagraphChild[] =
    target === null ? shown : [new ExternalHyperlink({ link: target, children: [new TextRun({ ...link, text })] })];
  return new Paragraph({ children: [...children, ...(after === '' ? [] : runs(after, 'cell'))] });
}

const line = { style: BorderStyle.SINGLE, size: 4, color: 'C5CDD5' };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const lines = { top: line, bottom: line, left: line, right: line };
const noLines = { top: none, bottom: none, left: none, right: none };

interface CellLook {
  readonly fill?: string;
  readonly columnSpan?: number;
  readonly isPlain?: boolean;
}

/** A cell of such paragraphs; a text is one paragraph. */
export function cell(content: string | readonly Paragraph[], look: Look = 'cell', options: CellLook = {}): TableCell {
  const children = typeof content === 'string' ? [paragraph(content, look)] : content;
  const cellOptions: ITableCellOptions = {
    // Word asks for at least one paragraph in every cell.
    children: children.length > 0 ? [...children] : [paragraph('', look)],
    verticalAlign: VerticalAlign.TOP,
    borders: options.isPlain ? noLines : lines,
    margins: { top: 40, bottom: 40, left: 70, right: 70 },
    ...(options.fill ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: options.fill } } : {}),
    ...(options.columnSpan ? { columnSpan: options.columnSpan } : {}),
  };
  return new TableCell(cellOptions);
}

export function rightCell(text: string, look: Look, options: CellLook = {}): TableCell {
  return cell([paragraph(text, look, { alignment: AlignmentType.RIGHT })], look, options);
}

/** Texts that are longer than this may take a page and more: their row has to be allowed to break. */
const tallText = 1200;

/** A row that stays on one page, as long as `texts`, the longest of its cells, can be expected to fit on one. */
export function row(children: readonly TableCell[], texts: readonly string[] = []): TableRow {
  return new TableRow({ children: [...children], cantSplit: texts.every((text) => text.length <= tallText) });
}

/** The row of heads, which is repeated on every page. `numbersFrom` is the first column that holds numbers. */
export function headRow(texts: readonly string[], numbersFrom = texts.length): TableRow {
  const fill = { fill: colours.head };
  const children = texts.map((text, index) =>
    index < numbersFrom ? cell(text, 'head', fill) : rightCell(text, 'head', fill),
  );
  return new TableRow({ children, tableHeader: true, cantSplit: true });
}

/** `shares` of the width of the page, one per column. */
export function table(shares: readonly number[], rows: readonly TableRow[], width = pageWidth): Table {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return new Table({
    rows: [...rows],
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: shares.map((share) => Math.floor((share * width) / whole)),
  });
}

/** A table of plain texts with its heads; the first column is bold. */
export function textTable(
  shares: readonly number[],
  heads: readonly string[],
  lines: readonly (readonly string[])[],
): Table {
  const body = lines.map((texts) =>
    row(
      texts.map((text, index) => cell(text, index === 0 ? 'bold' : 'cell')),
      texts,
    ),
  );
  return table(shares, [headRow(heads), ...body]);
}
