/** The formats of an export: their names on the command line, their file endings, and what they are for. */

export interface ExportFormat {
  /** Ending of its files, without the dot. */
  readonly ending: string;
  /** As people call it. */
  readonly label: string;
  readonly purpose: string;
  /** Whether it is text that can be printed on a terminal. */
  readonly isText: boolean;
}

/** Those that are made without anybody's help. */
const renderedFormats = {
  markdown: { ending: 'md', label: 'Markdown', purpose: 'a repository or a wiki', isText: true },
  html: {
    ending: 'html',
    label: 'HTML',
    purpose: 'reading and printing; one file that needs nothing else',
    isText: true,
  },
  xlsx: {
    ending: 'xlsx',
    label: 'Excel workbook',
    purpose: 'filtering, and working through it with others',
    isText: false,
  },
  docx: { ending: 'docx', label: 'Word document', purpose: 'handing in and commenting', isText: false },
  csv: { ending: 'csv', label: 'CSV', purpose: 'any spreadsheet; one row per control', isText: true },
  json: { ending: 'json', label: 'JSON', purpose: 'other programs', isText: true },
  jsonl: { ending: 'jsonl', label: 'JSON, one control a line', purpose: 'other programs', isText: true },
  'oscal-component': {
    ending: 'oscal-component.json',
    label: 'OSCAL component definition',
    purpose: 'tools that read NIST OSCAL',
    isText: true,
  },
  'oscal-ssp': {
    ending: 'oscal-ssp.json',
    label: 'OSCAL system security plan',
    purpose: 'tools that read NIST OSCAL',
    isText: true,
  },
  'oscal-mapping': {
    ending: 'oscal-mapping.json',
    label: 'OSCAL mapping collection',
    purpose: 'the mappings between the standards, for tools that read NIST OSCAL',
    isText: true,
  },
} as const satisfies Record<string, ExportFormat>;

export type RenderedFormat = keyof typeof renderedFormats;

/** All formats: PDF is HTML that a browser has printed. */
export const exportFormats = {
  ...renderedFormats,
  pdf: { ending: 'pdf', label: 'PDF', purpose: 'printing and archiving', isText: false },
} as const satisfies Record<string, ExportFormat>;

export type ExportFormatName = keyof typeof exportFormats;

/** Other names for the same: what people type. */
const otherNames: ReadonlyMap<string, ExportFormatName> = new Map([
  ['md', 'markdown'],
  ['htm', 'html'],
  ['excel', 'xlsx'],
  ['word', 'docx'],
]);

/** The format of such a name, or undefined. */
export function formatNamed(name: string): ExportFormatName | undefined {
  const lower = name.toLowerCase();
  return Object.hasOwn(exportFormats, lower) ? (lower as ExportFormatName) : otherNames.get(lower);
}

/** The format that the ending of a file name says; the longest ending that fits, or undefined. */
export function formatOfFile(fileName: string): ExportFormatName | undefined {
  const lower = fileName.toLowerCase();
  const fitting = (Object.keys(exportFormats) as ExportFormatName[]).filter((name) =>
    lower.endsWith(`.${exportFormats[name].ending}`),
  );
  const byLength = fitting.sort((a, b) => exportFormats[b].ending.length - exportFormats[a].ending.length);
  return byLength[0] ?? otherNames.get(lower.slice(lower.lastIndexOf('.') + 1));
}
