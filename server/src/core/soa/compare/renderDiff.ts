/** A comparison as text, Markdown, HTML or JSON. What documents say is text in each of them, never markup. */
import { spokenLanguage, t } from '../../l10n.js';
import { harmless } from '../render/exportInput.js';
import { escapeHtml, htmlTable } from '../render/htmlParts.js';
import { markdownText } from '../render/markdown.js';
import type { StatementDiff } from './types.js';
import { controlText, documentName, overview, sentencesOf, sideText } from './wording.js';

export const diffFormats = ['stylish', 'markdown', 'json', 'html'] as const;
export type DiffFormat = (typeof diffFormats)[number];

const title = () => t('Statement of Applicability: what changed');

export function renderDiff(diff: StatementDiff, format: DiffFormat): string {
  const safe = harmless(diff);
  if (format === 'json')
    return `${JSON.stringify({ format: 'clausemark-soa-diff', formatVersion: 1, ...safe }, null, 2)}\n`;
  if (format === 'markdown') return markdown(safe);
  return format === 'html' ? html(safe) : plain(safe);
}

function plain(diff: StatementDiff): string {
  const lines = [t('From {0}', sideText(diff.before)), t('to   {0}', sideText(diff.after)), '', ...overview(diff)];
  if (diff.header.length > 0) {
    lines.push('', t('Header'));
    for (const { label, before, after } of diff.header)
      lines.push(`  ${label}: ${before ?? t('nothing')} → ${after ?? t('nothing')}`);
  }
  for (const control of diff.controls) {
    lines.push('', controlText(control), ...sentencesOf(control).map((sentence) => `  ${sentence}`));
    const claims = control.citedBy.filter(({ isClaim }) => isClaim);
    const mentions = control.citedBy.filter(({ isClaim }) => !isClaim);
    if (claims.length > 0) lines.push(`  ${citedText(true, claims.map(({ path }) => path).join(', '))}`);
    if (mentions.length > 0) lines.push(`  ${citedText(false, mentions.map(({ path }) => path).join(', '))}`);
  }
  if (diff.policies.length > 0) {
    lines.push('', t('Policies that cite a control that changed'));
    for (const { document, controls } of diff.policies) lines.push(`  ${document.path}: ${controls.join(', ')}`);
  }
  return `${lines.map((line) => line.replace(/\n/g, ' ')).join('\n')}\n`;
}

function markdown(diff: StatementDiff): string {
  const cell = (text: string | null) => markdownText(text ?? '–');
  const parts = [
    `# ${title()}`,
    [
      ...(diff.organisation === null ? [] : [`${markdownText(diff.organisation)}  `]),
      `${t('From {0}', cell(sideText(diff.before)))}  `,
      t('to {0}', cell(sideText(diff.after))),
    ].join('\n'),
    ...overview(diff).map(markdownText),
  ];
  if (diff.header.length > 0) {
    const rows = diff.header.map(({ label, before, after }) => `| ${cell(label)} | ${cell(before)} | ${cell(after)} |`);
    parts.push(
      `## ${t('Header')}`,
      [`| | ${t('Before')} | ${t('After')} |`, '| --- | --- | --- |', ...rows].join('\n'),
    );
  }
  if (diff.controls.length > 0) parts.push(`## ${t('Controls')}`);
  for (const control of diff.controls) {
    const lines = sentencesOf(control).map((sentence) => `- ${markdownText(sentence)}`);
    for (const isClaim of [true, false]) {
      const names = control.citedBy.filter((one) => one.isClaim === isClaim).map(documentName);
      if (names.length > 0) lines.push(`- ${citedText(isClaim, names.map(markdownText).join(', '))}`);
    }
    parts.push(`### ${markdownText(controlText(control))}`, lines.join('\n'));
  }
  if (diff.policies.length > 0) {
    const rows = diff.policies.map(({ document, controls }) => {
      return `| ${cell(documentName(document))} | ${cell(document.path)} | ${cell(controls.join(', '))} |`;
    });
    parts.push(
      `## ${t('Policies that cite a control that changed')}`,
      [`| ${t('Policy')} | ${t('File')} | ${t('Controls')} |`, '| --- | --- | --- |', ...rows].join('\n'),
    );
  }
  return `${parts.join('\n\n')}\n`;
}

const style = `
body { font: 0.9rem/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 62rem; padding: 0 1rem; color: #1a1a1a; background: #fff; }
h2 { margin-top: 2rem; border-bottom: 1px solid #999; }
h3 { font-size: 1rem; margin: 1.2rem 0 0.2rem; break-after: avoid; }
ul { margin: 0 0 0.5rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #999; padding: 0.25rem 0.5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead { display: table-header-group; }
@page { size: A4; margin: 18mm 15mm; }
@media print { body { margin: 0; max-width: none; } }
`;

function html(diff: StatementDiff): string {
  const sections: string[] = [];
  if (diff.header.length > 0) {
    const rows = diff.header.map(({ label, before, after }) => [label, before ?? '–', after ?? '–']);
    const heads = ['', t('Before'), t('After')];
    sections.push(`<h2>${escapeHtml(t('Header'))}</h2>\n${htmlTable('header', heads, rows)}`);
  }
  if (diff.controls.length > 0) sections.push(`<h2>${escapeHtml(t('Controls'))}</h2>\n`);
  for (const control of diff.controls) {
    const items = sentencesOf(control);
    for (const isClaim of [true, false]) {
      const names = control.citedBy.filter((one) => one.isClaim === isClaim).map(documentName);
      if (names.length > 0) items.push(citedText(isClaim, names.join(', ')));
    }
    const list = items.map((item) => `<li>${escapeHtml(item)}</li>`).join('\n');
    sections.push(`<h3>${escapeHtml(controlText(control))}</h3>\n<ul>\n${list}\n</ul>\n`);
  }
  if (diff.policies.length > 0) {
    const rows = diff.policies.map(({ document, controls }) => [
      documentName(document),
      document.path,
      controls.join(', '),
    ]);
    const heads = [t('Policy'), t('File'), t('Controls')];
    const head = escapeHtml(t('Policies that cite a control that changed'));
    sections.push(`<h2>${head}</h2>\n${htmlTable('policies', heads, rows)}`);
  }
  return `<!doctype html>
<html lang="${spokenLanguage()}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title())}</title>
<style>${style}</style>
</head>
<body>
<h1>${escapeHtml(title())}</h1>
<p>${diff.organisation === null ? '' : `${escapeHtml(diff.organisation)}<br>`}${escapeHtml(t('From {0}', sideText(diff.before)))}<br>${escapeHtml(t('to {0}', sideText(diff.after)))}</p>
${overview(diff)
  .map((line) => `<p>${escapeHtml(line)}</p>`)
  .join('\n')}
${sections.join('')}</body>
</html>
`;
}

function citedText(isClaim: boolean, names: string): string {
  return isClaim ? t('Claimed by {0}', names) : t('Mentioned in {0}', names);
}
