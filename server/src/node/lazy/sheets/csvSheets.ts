/** CSV of whatever separator → a table of texts. */

import { CsvError, parse } from 'csv-parse/sync';
import { t } from '../../../core/l10n.js';
import type { Sheet, SheetRow } from '../../../core/soa/import/sheet.js';
import { UnreadableFile } from './unreadableFile.js';

const mostRows = 10_000;

/** @throws UnreadableFile where the text is no CSV */
export function readCsv(text: string): { sheet: Sheet; remarks: string[] } {
  const delimiter = delimiterOf(text);
  // A first line that tells Excel the separator.
  const content = text.replace(/^\uFEFF?sep=.\r?\n/i, '');
  const skipped = content.length < text.length && /^\uFEFF?sep=/i.test(text) ? 1 : 0;
  let records: string[][];
  try {
    records = parse(content, {
      bom: true,
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: 1_000_000,
      to: mostRows + 1,
    });
  } catch (error) {
    throw new UnreadableFile(describe(error));
  }
  if (records.length > mostRows) {
    throw new UnreadableFile(
      t('The file has more than {0} rows; no statement of applicability has so many. Save its table alone.', mostRows),
    );
  }
  const remarks: string[] = [];
  const width = usualWidth(records);
  const rows = records.map((record, index): SheetRow => {
    const number = index + 1 + skipped;
    const fields = record.length > width ? joinDivided(record, width, delimiter, number, remarks) : record;
    return { number, cells: fields.map((field) => ({ text: tidy(field) })) };
  });
  return { sheet: { name: '', context: [], rows, counts: 'row' }, remarks };
}

function usualWidth(records: readonly string[][]): number {
  const lengths = records.filter((record) => record.length > 1).map((record) => record.length);
  // The first row has the heads, and no text with a separator in it.
  const [head = 0] = lengths;
  const usual = mode(lengths).value;
  return lengths.filter((length) => length === head).length * 2 >= lengths.filter((length) => length === usual).length
    ? head
    : usual;
}

/**
 * A comma in a text without quotes divides it, and shifts what follows. Where the pieces can be told, since a space comes
 * behind a comma in a text and not behind one between fields, they are put together again.
 */
function joinDivided(
  record: readonly string[],
  width: number,
  delimiter: string,
  number: number,
  remarks: string[],
): readonly string[] {
  if (width === 0 || record.slice(width).every((field) => field.trim() === '')) return record;
  const pieces = record.flatMap((field, index) => (index > 0 && /^ \S/.test(field) ? [index] : []));
  if (pieces.length !== record.length - width) {
    remarks.push(
      t(
        'Row {0} has {1} fields and the others have {2}: its cells may stand in the wrong columns. Put texts with the separator in quotes.',
        number,
        record.length,
        width,
      ),
    );
    return record;
  }
  const joined: string[] = [];
  for (const [index, field] of record.entries()) {
    if (pieces.includes(index)) joined.push(joined.pop()! + delimiter + field);
    else joined.push(field);
  }
  const texts = pieces.map((index) => `“${record[index - 1]!.trim()}${delimiter}${record[index]!}”`).join(', ');
  remarks.push(
    t(
      'Row {0} has a field too many, because a text without quotes has a separator in it; {1} was read as one.',
      number,
      texts,
    ),
  );
  return joined;
}

/** Without the apostrophe by which our own export, and others, keep a text from becoming a formula. */
function tidy(field: string): string {
  return field
    .replace(/\r\n?/g, '\n')
    .replace(/^'(?=\s*[=+\-@\t\uFF1D\uFF0B\uFF0D\uFF20])/, '')
    .replace(/([;\t|\n])'(?=\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g, '$1')
    .trim();
}

/** The character that divides the fields: the one that most lines have, and have equally often. */
function delimiterOf(text: string): string {
  const told = /^\uFEFF?sep=(.)\r?\n/i.exec(text)?.[1];
  if (told) return told;
  const lines = unquoted(text.slice(0, 60_000))
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 40);
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of [',', ';', '\t', '|']) {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const usual = mode(counts.filter((count) => count > 0));
    const score = counts.filter((count) => count === usual.value).length * Math.min(usual.value, 20);
    if (usual.value > 0 && score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

function unquoted(text: string): string {
  return text.replace(/"(?:[^"]|"")*"/g, '""');
}

function mode(values: readonly number[]): { value: number } {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return { value: best?.[0] ?? 0 };
}

function describe(error: unknown): string {
  if (!(error instanceof CsvError)) return t('The file is no CSV.');
  const line = (error as unknown as { lines?: number }).lines;
  const isPlaced = typeof line === 'number';
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
    return isPlaced
      ? t('A quotation mark is opened near line {0} and never closed.', line)
      : t('A quotation mark is opened and never closed.');
  }
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return isPlaced
      ? t('A row near line {0} is longer than a million characters. Is a quote not closed there?', line)
      : t('A row is longer than a million characters. Is a quote not closed?');
  }
  return isPlaced
    ? t('The file is no CSV near line {0}: {1}', line, error.message)
    : t('The file is no CSV: {0}', error.message);
}
