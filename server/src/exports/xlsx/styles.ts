/** How the cells of the workbook look: one style per kind of cell. Colours keep a contrast of 4.5 to 1 and more. */
import type { CellStyle } from 'hucre/xlsx';

const line = { style: 'thin', color: { rgb: 'C5CDD5' } } as const;
const borders = { top: line, right: line, bottom: line, left: line };
const top = { vertical: 'top', wrapText: true } as const;
// In a cell the first colour fills, in a rule the second.
const solid = (rgb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb }, bgColor: { rgb } }) as const;

const size = 10;
const name = 'Calibri';

export const styles = {
  title: { font: { name, size: 20, bold: true, color: { rgb: '0F2F3F' } }, alignment: { vertical: 'center' } },
  heading: { font: { name, size: 13, bold: true, color: { rgb: '0F2F3F' } }, alignment: { vertical: 'center' } },
  head: {
    font: { name, size, bold: true, color: { rgb: 'FFFFFF' } },
    fill: solid('0F2F3F'),
    border: borders,
    alignment: { vertical: 'center', wrapText: true },
  },
  headNumber: {
    font: { name, size, bold: true, color: { rgb: 'FFFFFF' } },
    fill: solid('0F2F3F'),
    border: borders,
    alignment: { vertical: 'center', horizontal: 'right', wrapText: true },
  },
  label: { font: { name, size, color: { rgb: '4A5560' } }, alignment: top },
  text: { font: { name, size }, alignment: top },
  concern: { font: { name, size, color: { rgb: '7D4E00' } }, alignment: top },
  plain: { font: { name, size }, alignment: { vertical: 'top' } },
  cell: { font: { name, size }, border: borders, alignment: top },
  key: { font: { name, size, bold: true }, border: borders, alignment: top },
  link: { font: { name, size, underline: true, color: { rgb: '0550AE' } }, border: borders, alignment: top },
  plainLink: { font: { name, size, underline: true, color: { rgb: '0550AE' } }, alignment: top },
  date: {
    font: { name, size },
    border: borders,
    alignment: { vertical: 'top', horizontal: 'left' },
    numFmt: 'yyyy-mm-dd',
  },
  number: { font: { name, size }, border: borders, alignment: { vertical: 'top', horizontal: 'right' } },
  count: { font: { name, size }, border: borders, alignment: { vertical: 'top', horizontal: 'center' } },
  name: { font: { name, size }, border: borders, alignment: { vertical: 'top' } },
  mainName: {
    font: { name, size, bold: true },
    fill: solid('E8EDF2'),
    border: borders,
    alignment: { vertical: 'top' },
  },
  mainText: { font: { name, size }, fill: solid('E8EDF2'), border: borders, alignment: top },
  main: { font: { name, size, bold: true }, fill: solid('E8EDF2'), border: borders, alignment: top },
  mainNumber: {
    font: { name, size, bold: true },
    fill: solid('E8EDF2'),
    border: borders,
    alignment: { vertical: 'top', horizontal: 'right' },
  },
  gap: { font: { name, size, color: { rgb: '7D4E00' } }, border: borders, alignment: top },
} satisfies Record<string, CellStyle>;

export type StyleName = keyof typeof styles;

/** What a cell changes to where a rule holds: of the values that an auditor looks for first. */
export const marks = {
  open: { fill: solid('FFF1CC'), font: { color: { rgb: '7D4E00' } } },
  done: { font: { color: { rgb: '1A6334' } } },
  out: { font: { color: { rgb: '59636E' } } },
} satisfies Record<string, CellStyle>;
