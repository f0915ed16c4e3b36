/** What stands above the tables of every export, and on each of its pages. */
import type { SoaCounts, SoaModel, SoaStandard, StatementProblem } from '../modelTypes.js';
import { documentStatusLabels, roleLabels } from '../words.js';
import { coverageText, oneLine } from './cells.js';
import { commitText, type Provenance } from './exportInput.js';

export interface Fact {
  readonly label: string;
  /** May have several lines. */
  readonly text: string;
  /** Whether it is something that is wrong. */
  readonly isConcern: boolean;
}

const problemsLabel = 'Problems found';
/** A statement of another edition can have one for each of its decisions. */
const mostProblems = 25;

/** With the line of soa.yaml, since the text need not name the control. */
export function problemText({ line, text }: StatementProblem): string {
  return `Line ${line}: ${oneLine(text)}`;
}

/** What is wrong with the record as a whole, a line each: decisions that stand in no row, changes after the release, and so on. */
function problemLines({ problems }: SoaModel): string | null {
  const lines = problems.slice(0, mostProblems).map(problemText);
  const more = problems.length - lines.length;
  if (more > 0) lines.push(`and ${more} more, which “clausemark check” lists`);
  return lines.join('\n') || null;
}

/** `ISO/IEC 27001:2022 with Amd 1:2024 (PII controller, PII processor)` */
export function standardText(standard: SoaStandard): string {
  const amendments = standard.amendments.length > 0 ? ` with ${standard.amendments.join(', ')}` : '';
  const roles = standard.roles.map((role) => roleLabels[role]).join(', ');
  return standard.name + amendments + (roles === '' ? '' : ` (${roles})`);
}

/** Those of the catalog, without the part that holds the controls of the organisation's own. */
export function standardsOf(model: SoaModel): SoaStandard[] {
  return model.standards.filter(({ isAdditional }) => !isAdditional);
}

/** The facts above the tables, as label and text; what is not stated is left out. */
export function headerFacts(model: SoaModel, provenance: Provenance): Fact[] {
  const { header } = model;
  const { released } = header;
  const stamp = released && [released.version, released.date, released.by].filter(Boolean).join(', ');
  const facts: [string, string | null][] = [
    ['Organisation', header.organisation],
    ['Scope', header.scope],
    ['Scope document', header.scopeDocument?.text ?? null],
    ['Folders', header.folders.join(', ') || null],
    ['Standards', standardsOf(model).map(standardText).join('; ') || null],
    ['Version', header.version],
    ['Status', header.status === null ? null : (documentStatusLabels[header.status] ?? header.status)],
    ['Owner', header.owner],
    ['Approved by', header.approvedBy],
    ['Approved', header.approved],
    ['Next review', header.nextReview],
    ['Classification', header.classification],
    [problemsLabel, problemLines(model)],
    ['Last release', stamp || null],
    ['Content hash of the release', released?.hash ?? null],
    ['As of', model.asOf],
    ['Git commit', commitText(provenance)],
    ['Made with', provenance.generator],
  ];
  return facts.flatMap(([label, text]) =>
    text === null || text === '' ? [] : [{ label, text, isConcern: label === problemsLabel }],
  );
}

export const documentTitle = 'Statement of Applicability';

/** The edge of a page is one line: more of a text than this is left to the first page. */
const longestEdge = 100;

/** What is repeated on every page: whose statement it is, how confidential, and which version of which day. */
export function pageTexts({ header, asOf }: SoaModel) {
  const version = header.version === null ? [] : [`Version ${edgeText(header.version)}`];
  return {
    title: header.organisation === null ? documentTitle : `${documentTitle} – ${edgeText(header.organisation)}`,
    classification: edgeText(header.classification ?? ''),
    version: [...version, `as of ${asOf}`].join(', '),
  };
}

function edgeText(text: string): string {
  const line = oneLine(text);
  return line.length <= longestEdge ? line : `${line.slice(0, longestEdge - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** The line of numbers of a standard, a theme or all: one per head of `countHeads`. */
export function countTexts(counts: SoaCounts): string[] {
  const { total, applicable, excluded, undecided, implemented, covered, toCover, withGaps } = counts;
  return [
    ...[total, applicable, excluded, undecided, implemented].map(String),
    coverageText(covered, toCover),
    String(withGaps),
  ];
}

export const countHeads = [
  'Controls',
  'Applicable',
  'Excluded',
  'Undecided',
  'Implemented',
  'Covered by documents',
  'With gaps',
];

export const historyHeads = ['Version', 'Date', 'By', 'Change'];

/** The change history, a line per version. */
export function historyTexts(model: SoaModel): string[][] {
  return model.header.history.map(({ version, date, by, change }) => [
    version ?? '',
    date ?? '',
    by ?? '',
    change ?? '',
  ]);
}
