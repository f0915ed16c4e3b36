/** The statement as one HTML file that needs nothing else: no script, no picture, no font; made to be printed. */

import { relativePath } from '../../relativePath.js';
import type { Gap, RowDocument, RowEvidence, SoaCounts, SoaModel, SoaRow, SoaStandard } from '../modelTypes.js';
import {
  applicabilityText,
  decisionText,
  documentText,
  driverTexts,
  evidenceText,
  groupText,
  missingTexts,
  modelText,
  moreText,
  rowsByGroup,
  statusText,
  targetText,
} from './cells.js';
import { columnsInUse, printedHeads as heads } from './columns.js';
import { harmless, type SoaExport } from './exportInput.js';
import {
  countHeads,
  countTexts,
  documentTitle,
  type Fact,
  headerFacts,
  historyHeads,
  historyTexts,
  pageTexts,
  standardText,
} from './facts.js';
import { clauseSection } from './htmlClauses.js';
import { escapeHtml, htmlTable } from './htmlParts.js';
import { htmlStyle, pageStyle } from './htmlStyle.js';
import { legendParts } from './legend.js';
import { encodePath, evidenceLink } from './links.js';

export interface HtmlOptions {
  /** Whether documents and files of evidence are links; a PDF could only hold where they were when it was made. */
  readonly hasFileLinks?: boolean;
}

/** Every text is escaped, and the page forbids itself scripts and requests. */
export function renderSoaHtml(input: SoaExport, { hasFileLinks = true }: HtmlOptions = {}): string {
  const { model, matrix, provenance, folder: fileFolder } = harmless(input);
  const folder = hasFileLinks ? fileFolder : null;
  const page = pageTexts(model);
  const rows = rowsByGroup(model);
  const sections = [
    model.standards.length > 0 ? summary(model) : '<p>No standard is in scope.</p>\n',
    ...model.standards.map((standard) => standardTable(standard, rows, folder)),
    matrix && matrix.rows.length > 0 ? clauseSection(matrix) : '',
    history(model),
    legend(input),
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(page.title)}</title>
<style>
${htmlStyle}${pageStyle(page)}</style>
</head>
<body>
<header>
${page.classification === '' ? '' : `<p class="classification">${escapeHtml(page.classification)}</p>\n`}<h1>${documentTitle}</h1>
<dl>
${headerFacts(model, provenance).map(factHtml).join('')}</dl>
</header>
<main>
${sections.join('')}</main>
</body>
</html>
`;
}

function factHtml({ label, text, isConcern }: Fact): string {
  const name = isConcern ? ' class="wide concern"' : label === 'Scope' ? ' class="wide"' : '';
  return `<div${name}><dt>${label}</dt><dd>${escapeHtml(text)}</dd></div>\n`;
}

function summary(model: SoaModel): string {
  const body = model.standards.map((standard) => {
    const groups = standard.isAdditional
      ? []
      : standard.groups.map((group) => countsRow(`${group.id} ${group.title}`, group.counts, 'group'));
    return `<tbody>\n${countsRow(standard.name, standard.counts, 'standard')}${groups.join('')}</tbody>\n`;
  });
  return `<section>
<table class="summary">
<caption>Summary</caption>
<thead><tr><th scope="col">Standard and theme</th>${countHeads.map((text) => `<th scope="col">${text}</th>`).join('')}</tr></thead>
${body.join('')}</table>
</section>
`;
}

function countsRow(name: string, counts: SoaCounts, kind: string): string {
  const cells = countTexts(counts).map((text) => `<td>${text}</td>`);
  return `<tr class="${kind}"><th scope="row">${escapeHtml(name)}</th>${cells.join('')}</tr>\n`;
}

function standardTable(standard: SoaStandard, rows: Map<string, SoaRow[]>, folder: string | null): string {
  const groups = standard.groups.map((group) => {
    const own = (rows.get(group.key) ?? []).map((row) => rowHtml(row, folder));
    const head = `<tr class="group"><th scope="rowgroup" colspan="${heads.length}">${escapeHtml(groupText(group))}</th></tr>`;
    return `<tbody>\n${standard.isAdditional ? '' : `${head}\n`}${own.join('')}</tbody>\n`;
  });
  return `<section>
<h2>${escapeHtml(standardText(standard))}</h2>
<table class="controls">
<caption>${escapeHtml(standard.isAdditional ? 'Controls beyond those of the standards' : standard.fullTitle)}</caption>
<thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead>
${groups.join('')}</table>
</section>
`;
}

function rowHtml(row: SoaRow, folder: string | null): string {
  const decision = decisionText(row);
  const source = row.source === null ? '' : `Source: ${row.source}`;
  const cells = [
    escapeHtml(row.title) + small(source) + gapsHtml(row.gaps),
    escapeHtml(applicabilityText(row)) + small(decision),
    written(row.justification ?? '') +
      small(row.implementation === null ? '' : `How: ${row.implementation}`) +
      small(row.notes === null ? '' : `Note: ${row.notes}`),
    driverTexts(row)
      .map((text) => `<div>${keepTogether(escapeHtml(text))}</div>`)
      .join(''),
    escapeHtml(statusText(row)) + small(targetText(row)) + small(modelText(row)),
    escapeHtml(row.owner ?? ''),
    documentsHtml(row, folder),
    row.evidence.map((item) => evidenceHtml(item, folder)).join(''),
  ];
  const state = row.isInRole ? row.applicability : 'outside';
  const head = `<th scope="row">${escapeHtml(row.id)}</th>`;
  return `<tr class="${state}">${head}${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>\n`;
}

/** A text of the record, with its line breaks. */
function written(text: string): string {
  return text.includes('\n') ? `<div class="lines">${escapeHtml(text.trim())}</div>` : escapeHtml(text);
}

function small(text: string): string {
  return text === '' ? '' : `<div class="small">${keepTogether(escapeHtml(text))}</div>`;
}

/** Days and short ids are not broken at their hyphens: `2026-03-31`, `R-012`. Takes and gives HTML. */
function keepTogether(html: string): string {
  return html.replace(/\b(?:\d{4}-\d{2}-\d{2}|[A-Z]{1,4}-\d{1,6})\b/g, '<span class="whole">$&</span>');
}

function gapsHtml(gaps: readonly Gap[]): string {
  if (gaps.length === 0) return '';
  return `<ul class="gaps">${gaps.map((gap) => `<li>${escapeHtml(gap.text)}</li>`).join('')}</ul>`;
}

function documentsHtml(row: SoaRow, folder: string | null): string {
  const items = [
    ...row.documents.map((document) => documentHtml(document, folder)),
    ...[...missingTexts(row), ...moreText(row)].map(escapeHtml),
  ];
  return items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
}

function documentHtml(document: RowDocument, folder: string | null): string {
  const text = escapeHtml(documentText(document));
  const sections = document.sections.map((section) => section.heading).join(', ');
  const link = folder === null ? text : `<a href="${encodePath(relativePath(folder, document.path))}">${text}</a>`;
  return sections === '' ? link : `${link}: ${escapeHtml(sections)}`;
}

function evidenceHtml(evidence: RowEvidence, folder: string | null): string {
  const text = keepTogether(escapeHtml(evidenceText(evidence)));
  const link = folder === null && evidence.kind === 'file' ? null : evidenceLink(evidence, folder ?? '');
  return link === null ? `<div>${text}</div>` : `<div><a href="${escapeHtml(link)}">${text}</a></div>`;
}

function history(model: SoaModel): string {
  const lines = historyTexts(model);
  if (lines.length === 0) return '';
  return `<section>\n<h2>Change history</h2>\n${htmlTable('history', historyHeads, lines)}</section>\n`;
}

function legend({ model, matrix }: SoaExport): string {
  // The page has fewer columns than the register; those that stand below another one are explained as well.
  const parts = legendParts(columnsInUse(model.rows), matrix !== null).map(({ title, terms }) => {
    const items = terms.map(({ term, meaning }) => `<dt>${escapeHtml(term)}</dt><dd>${escapeHtml(meaning)}</dd>\n`);
    return `<div class="part"><h3>${escapeHtml(title)}</h3>\n<dl>\n${items.join('')}</dl></div>\n`;
  });
  return `<section class="legend">\n<h2>Reading this statement</h2>\n<div class="parts">\n${parts.join('')}</div>\n</section>\n`;
}
