/** The statement as one HTML file that needs nothing else: no script, no picture, no font; made to be printed. */
import type { Gap, RowDocument, RowEvidence, SoaCounts, SoaModel, SoaRow, SoaStandard } from '../modelTypes.js';
import { applicabilityLabels, statusLabels } from '../words.js';
import {
  applicabilityText,
  coverageText,
  documentText,
  driversText,
  evidenceText,
  groupText,
  headerFacts,
  moreText,
  rowsByGroup,
  standardText,
  statusText,
} from './cells.js';
import { htmlStyle } from './htmlStyle.js';
import { encodePath, relativePath } from './links.js';

export interface HtmlOptions {
  /** The folder in which the file will lie, for links to documents; default: the root of the workspace. */
  readonly folder?: string;
}

/** Every text is escaped, and the page forbids itself scripts and requests. */
export function renderSoaHtml(model: SoaModel, options: HtmlOptions = {}): string {
  const organisation = model.header.organisation;
  const title = organisation === null ? 'Statement of Applicability' : `Statement of Applicability – ${organisation}`;
  const rows = rowsByGroup(model);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>
${htmlStyle}</style>
</head>
<body>
<header>
<h1>Statement of Applicability</h1>
<dl>
${headerFacts(model)
  .map(
    ({ label, text }) =>
      `<div${label === 'Scope' ? ' class="wide"' : ''}><dt>${label}</dt><dd>${escapeHtml(text)}</dd></div>\n`,
  )
  .join('')}</dl>
</header>
<main>
${model.standards.length > 0 ? summary(model) : '<p>No standard is in scope.</p>\n'}${model.standards
  .map((standard) => standardTable(standard, rows, options.folder ?? ''))
  .join('')}${legend()}</main>
</body>
</html>
`;
}

function summary(model: SoaModel): string {
  const head = ['Controls', 'Applicable', 'Excluded', 'Undecided', 'Implemented', 'Covered by documents', 'With gaps'];
  const body = model.standards.map((standard) => {
    const groups = standard.groups.map((group) => countsRow(`${group.id} ${group.title}`, group.counts, 'group'));
    return `<tbody>\n${countsRow(standard.name, standard.counts, 'standard')}${groups.join('')}</tbody>\n`;
  });
  return `<section>
<table class="summary">
<caption>Summary</caption>
<thead><tr><th scope="col">Standard and theme</th>${head.map((text) => `<th scope="col">${text}</th>`).join('')}</tr></thead>
${body.join('')}</table>
</section>
`;
}

function countsRow(name: string, counts: SoaCounts, kind: string): string {
  const numbers = [counts.total, counts.applicable, counts.excluded, counts.undecided, counts.implemented];
  const cells = numbers.map((number) => `<td>${number}</td>`).join('');
  const covered = `<td>${coverageText(counts.covered, counts.toCover)}</td>`;
  return `<tr class="${kind}"><th scope="row">${escapeHtml(name)}</th>${cells}${covered}<td>${counts.withGaps}</td></tr>\n`;
}

const heads = [
  'Control',
  'Title',
  'Applicable',
  'Justification',
  'Drivers',
  'Status',
  'Responsible',
  'Documents',
  'Evidence',
];

function standardTable(standard: SoaStandard, rows: Map<string, SoaRow[]>, folder: string): string {
  const groups = standard.groups.map((group) => {
    const own = (rows.get(group.key) ?? []).map((row) => rowHtml(row, folder));
    const head = `<tr class="group"><th scope="rowgroup" colspan="${heads.length}">${escapeHtml(groupText(group))}</th></tr>`;
    return `<tbody>\n${head}\n${own.join('')}</tbody>\n`;
  });
  return `<section>
<h2>${escapeHtml(standardText(standard))}</h2>
<table class="controls">
<caption>${escapeHtml(standard.fullTitle)}</caption>
<thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead>
${groups.join('')}</table>
</section>
`;
}

function rowHtml(row: SoaRow, folder: string): string {
  const cells = [
    escapeHtml(row.title) + gapsHtml(row.gaps),
    escapeHtml(applicabilityText(row)),
    escapeHtml(row.justification ?? ''),
    escapeHtml(driversText(row)),
    escapeHtml(statusText(row)),
    escapeHtml(row.owner ?? ''),
    documentsHtml(row, folder),
    row.evidence.map((item) => evidenceHtml(item, folder)).join(''),
  ];
  const state = row.isInRole ? row.applicability : 'outside';
  const head = `<th scope="row">${escapeHtml(row.id)}</th>`;
  return `<tr class="${state}">${head}${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>\n`;
}

function gapsHtml(gaps: readonly Gap[]): string {
  if (gaps.length === 0) return '';
  return `<ul class="gaps">${gaps.map((gap) => `<li>${escapeHtml(gap.text)}</li>`).join('')}</ul>`;
}

function documentsHtml(row: SoaRow, folder: string): string {
  const items = [...row.documents.map((document) => documentHtml(document, folder)), ...moreText(row).map(escapeHtml)];
  return items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
}

function documentHtml(document: RowDocument, folder: string): string {
  const target = encodePath(relativePath(folder, document.path));
  const sections = document.sections.map((section) => section.heading).join(', ');
  const link = `<a href="${target}">${escapeHtml(documentText(document))}</a>`;
  return sections === '' ? link : `${link}: ${escapeHtml(sections)}`;
}

function evidenceHtml(evidence: RowEvidence, folder: string): string {
  const text = escapeHtml(evidenceText(evidence));
  const isWebAddress = evidence.kind === 'link' && /^https?:\/\//i.test(evidence.text);
  if (evidence.kind === 'file' && evidence.path !== null && evidence.exists !== false) {
    return `<div><a href="${encodePath(relativePath(folder, evidence.path))}">${text}</a></div>`;
  }
  return isWebAddress ? `<div><a href="${escapeHtml(evidence.text)}">${text}</a></div>` : `<div>${text}</div>`;
}

function legend(): string {
  return `<section class="legend">
<h2>Reading this statement</h2>
<p>Applicable: ${Object.values(applicabilityLabels).join(', ')}. Status of implementation: ${Object.values(statusLabels).join(', ')}. A control is covered when at least one document claims it; documents that are drafts, in review, retired or past their review date are marked.</p>
</section>
`;
}

/** Text for HTML, also inside quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
}
